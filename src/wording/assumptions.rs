//! What the figures take for granted, said beside them.

use super::amount::{amount, ends, hourly, percent, ratio};
use super::{between_words, counted, warning};
use crate::economics::{Headline, Warning};
use crate::quantity::{Months, Percent, Quantity, Range, group_digits};
use crate::scenario::{Baseline, Choice, Hosting, Scenario, Term};

/// One sentence for each assumption, the one most worth knowing first.
#[must_use]
pub fn assumptions(report: &Headline) -> Vec<String> {
    let scenario = &report.scenario;
    let mut said = vec![hosting(report)];
    if scenario.hosting.bills_hours() {
        said.push(model_units(report));
    }
    let others = report.warnings.iter().copied();
    let others = others.filter(|other| *other != Warning::TokensAndHours);
    said.extend(others.map(|other| warning(other).to_owned()));
    let split = scenario.teacher_rate.is_split() || scenario.student_rate.is_split();
    if split {
        let input = percent(scenario.input_share, 6);
        said.push(format!("{input} of the tokens are input, the rest output."));
    }
    match scenario.baseline {
        Baseline::OnDemand => {}
        Baseline::Batch => {
            said.push("The teacher runs in batch as far as traffic can wait.".to_owned());
        }
        Baseline::Cached => said.push("The teacher runs with prompt caching.".to_owned()),
    }
    if scenario.discount != Percent::ZERO {
        let discount = percent(scenario.discount, 6);
        said.push(format!("A discount of {discount} is off every AWS price."));
    }
    said.extend(months(scenario));
    said.push(format!(
        "A month has {}; a day is 24 of them.",
        counted(&scenario.hours_per_month.to_string(), "hour")
    ));
    said
}

/// How the months differ.
fn months(scenario: &Scenario) -> Vec<String> {
    let mut said = Vec::new();
    if scenario.growth != Percent::ZERO {
        let growth = percent(scenario.growth, 6);
        said.push(format!(
            "The volume changes by {growth} a month; the steady state is a month at today's volume."
        ));
    }
    if scenario.build_months != Months::ZERO {
        let build = counted(&scenario.build_months.to_string(), "month");
        said.push(format!(
            "For the first {build} everything still runs on the teacher."
        ));
    }
    if scenario.teacher_share.high() != Percent::ZERO {
        let share = ends(scenario.teacher_share, |share| percent(share, 6));
        said.push(format!("{share} of the tokens stay with the teacher."));
    }
    if scenario.redistil_every != Months::ZERO {
        let every = counted(&scenario.redistil_every.to_string(), "month");
        said.push(format!(
            "The student is distilled again every {every}; no steady month counts that."
        ));
    }
    said
}

/// What hosting bills, who says so, and that it may count the same traffic twice.
fn hosting(report: &Headline) -> String {
    match report.scenario.hosting {
        Hosting::Both => warning(Warning::TokensAndHours).to_owned(),
        Hosting::OnDemand => {
            "Only tokens are charged, as AWS bills on-demand deployment of custom models; nothing when idle.".to_owned()
        }
        Hosting::Provisioned => {
            "Only model-unit hours are charged, busy or idle, as AWS bills provisioned throughput.".to_owned()
        }
    }
}

fn model_units(report: &Headline) -> String {
    let scenario = &report.scenario;
    let price = if report.hourly.0.is_ok() {
        format!("{} per unit-hour", hourly(&report.hourly))
    } else {
        "at an unknown price".to_owned()
    };
    let term = match scenario.term {
        Term::None => "without commitment".to_owned(),
        term => format!("committed for {} at a time", term.option().label),
    };
    let (units, are) = units(report);
    let carried = match scenario.unit_capacity {
        None => format!(
            "{are} taken to carry the whole volume: AWS does not publish what a unit carries."
        ),
        Some(capacity) => format!(
            "each carrying {} a minute.",
            counted(&group_digits(capacity.decimal()), "token")
        ),
    };
    format!("{units} {term}, {price} around the clock, {carried}")
}

fn units(report: &Headline) -> (String, &'static str) {
    let units = amount(&report.student.units, |units| group_digits(units.decimal()));
    let are = if units == "1" { "is" } else { "are" };
    (counted(&units, "model unit"), are)
}

/// How many times cheaper the student is, by the token and by the month: the first is often quoted
/// for the second. Nothing where one of the two is not defined, or no cheaper.
#[must_use]
pub fn proportion(report: &Headline) -> Option<String> {
    if report.scenario.hosting != Hosting::Both {
        return None;
    }
    let tokens = report.teacher.ratio.ok()?;
    let month = report.saving.steady_ratio.ok()?;
    // Once as cheap is no cheaper.
    let one = rust_decimal::Decimal::ONE;
    let is_more = |range: Range<_>| range.low() > one && ratio(range.low()) != "1";
    if !is_more(tokens.range()) || !is_more(month.range()) {
        return None;
    }
    let times = |range: Range<_>| between_words(&ratio(range.low()), &ratio(range.high()));
    Some(format!(
        "Token for token the student is {} times cheaper; with hosting, the month is {} times cheaper.",
        times(tokens.range()),
        times(month.range())
    ))
}

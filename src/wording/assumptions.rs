//! What the figures take for granted, said beside them.

use super::amount::{hourly, percent, ratio};
use super::{between_words, counted};
use crate::economics::{Report, Warning};
use crate::quantity::{ModelUnits, Range};
use crate::scenario::{Choice, Hosting, Scenario, Term};

/// There are never more assumptions than this.
pub const ASSUMPTIONS: usize = 4;

/// One sentence for each assumption, the one most worth knowing first.
#[must_use]
pub fn assumptions(report: &Report) -> Vec<String> {
    let scenario = &report.scenario;
    let mut said = vec![hosting(report)];
    if scenario.hosting.bills_hours() {
        said.push(model_units(report));
    }
    let split = scenario.teacher_rate.is_split() || scenario.student_rate.is_split();
    if split {
        let input = percent(scenario.input_share, 6);
        said.push(format!("{input} of the tokens are input, the rest output."));
    }
    said.push(format!(
        "A month has {}; a day is 24 of them.",
        counted(&scenario.hours_per_month.to_string(), "hour")
    ));
    said
}

/// What hosting bills, who says so, and that it may count the same traffic twice.
fn hosting(report: &Report) -> String {
    if report.warnings.contains(&Warning::TokensAndHours) {
        return super::warning(Warning::TokensAndHours).to_owned();
    }
    match report.scenario.hosting {
        Hosting::OnDemand => {
            "Only tokens are charged, as AWS bills on-demand deployment of custom models; nothing when idle.".to_owned()
        }
        Hosting::Both | Hosting::Provisioned => {
            "Only model-unit hours are charged, busy or idle, as AWS bills provisioned throughput.".to_owned()
        }
    }
}

fn model_units(report: &Report) -> String {
    let scenario = &report.scenario;
    let in_force = report.terms.iter().find(|term| term.term == scenario.term);
    let price = in_force.map_or_else(String::new, |term| hourly(&term.hourly));
    let (units, are) = units(scenario);
    let term = match scenario.term {
        Term::None => "without commitment".to_owned(),
        term => format!("committed for {} at a time", term.option().label),
    };
    format!(
        "{units} {term}, {price} per unit-hour around the clock, {are} taken to carry the whole volume: AWS does not publish what a unit carries."
    )
}

fn units(scenario: &Scenario) -> (String, &'static str) {
    if scenario.units == const { ModelUnits::fixed(1, 0) } {
        ("1 model unit".to_owned(), "is")
    } else {
        (format!("{} model units", scenario.units), "are")
    }
}

/// How many times cheaper the student is, by the token and by the month: the first is often quoted
/// for the second. Nothing where one of the two is not defined, or no cheaper.
#[must_use]
pub fn proportion(report: &Report) -> Option<String> {
    if report.scenario.hosting != Hosting::Both {
        return None;
    }
    let tokens = report.teacher.ratio.ok()?;
    let month = report.saving.steady_ratio.ok()?;
    let one = rust_decimal::Decimal::ONE;
    if tokens.low() <= one || month.low() <= one {
        return None;
    }
    let times = |range: Range<_>| between_words(&ratio(range.low()), &ratio(range.high()));
    Some(format!(
        "Token for token the student is {} times cheaper; with hosting, the month is {} times cheaper.",
        times(tokens.range()),
        times(month.range())
    ))
}

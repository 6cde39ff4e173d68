//! What would have to be true, and what matters most.

use super::{NONE, Table};
use crate::economics::{BreakEven, Difference, Maybe, Report};
use crate::quantity::group_digits;
use crate::scenario::FieldId;
use crate::wording::{
    Precision, absent, at_middle, counted, crossing, hourly, money, months, rate, turning,
};

/// For each of seven inputs: what it is, and the value at which both paths cost the same.
#[must_use]
pub fn break_even(report: &Report) -> Table {
    let scenario = &report.scenario;
    let found = &report.break_even;
    let once = &report.student.one_time;
    let caption = format!(
        "Where both paths cost the same over {}, all else unchanged{}",
        months(scenario.horizon),
        at_middle(scenario)
    );
    let mut table = Table::new("break-even", caption, "Input");
    table.column("now", "Now");
    table.column("at", "Breaks even at");
    for (title, now, value, unit) in [
        (
            "Teacher's rate, per million tokens",
            rate(&report.teacher.rate),
            &found.teacher_rate,
            Unit::Dollars,
        ),
        (
            "Student's rate, per million tokens",
            rate(&report.student.rate),
            &found.student_rate,
            Unit::Dollars,
        ),
        (
            "Price of a unit-hour",
            hourly(&report.hourly),
            &found.hourly,
            Unit::Dollars,
        ),
        (
            "Share that stays with the teacher",
            Unit::Percent.with(&scenario.text(FieldId::teacher_share)),
            &found.teacher_share,
            Unit::Percent,
        ),
        (
            "One-time cost",
            money(once, Precision::of_amounts(&[once])),
            &found.one_time,
            Unit::Dollars,
        ),
        (
            "Volume",
            Unit::Tokens.with(&scenario.text(FieldId::volume)),
            &found.volume,
            Unit::Tokens,
        ),
        (
            "Horizon",
            months(scenario.horizon),
            &found.months,
            Unit::Months,
        ),
    ] {
        table.row("", title);
        table.text(&now);
        table.text(&at(value, unit));
    }
    table
}

/// What an input is counted in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unit {
    Dollars,
    Percent,
    Tokens,
    Months,
}

impl Unit {
    fn with(self, number: &str) -> String {
        match self {
            Self::Dollars => number.to_owned(),
            Self::Percent => format!("{number}%"),
            Self::Tokens => format!("{} a month", counted(number, "token")),
            Self::Months => counted(number, "month"),
        }
    }
}

/// `$5.93`, `no value does it`
pub(crate) fn at(value: &Maybe<BreakEven>, unit: Unit) -> String {
    match &value.0 {
        Err(why) => absent(*why),
        Ok(BreakEven { value: None, .. }) => "no value does it".to_owned(),
        Ok(BreakEven {
            value: Some(value),
            decimals,
        }) => match unit {
            Unit::Dollars => turning(*value, *decimals, "$"),
            unit => unit.with(&turning(*value, *decimals, "")),
        },
    }
}

/// How much each input moves the saving over the horizon, the one that moves it most first.
#[must_use]
pub fn sensitivity(report: &Report) -> Table {
    let caption = format!(
        "Change of the saving over {}, one input at a time",
        months(report.scenario.horizon)
    );
    let mut table = Table::new("sensitivity", caption, "Input");
    table.column("low", "At its low end");
    table.column("high", "At its high end");
    table.hidden = report.sensitivity.is_empty();
    table.bars = true;
    for one in &report.sensitivity {
        table.row("", one.field.field().label);
        table.note(if report.scenario.is_range(one.field) {
            "Its range"
        } else {
            "20% less, 20% more"
        });
        table.money(&one.low);
        table.money(&one.high);
    }
    table.finish()
}

/// What the scores show, and what wrong answers cost.
#[must_use]
pub fn quality(report: &Report) -> Table {
    let quality = &report.quality;
    let mut table = Table::new("quality", "The quality gate", "Measure");
    table.column("value", "Value");
    table.column("interval", "95% interval");
    table.row("", "Teacher less student, points");
    let most = report.scenario.text(FieldId::max_loss);
    table.note(&format!("Accepted: {most} at most."));
    points(&mut table, quality.loss.as_ref());
    table.row("", "Student less small model as it is, points");
    table.note("Must be above nothing.");
    points(&mut table, quality.lift.as_ref());
    if let Some(examples) = quality.enough_examples {
        table.row("", "Examples that would be enough");
        table.note("At these scores.");
        table.text(&group_digits(examples.into()));
        table.text(NONE);
    }
    if let Some(adjusted) = &quality.adjusted {
        for (id, title, amount) in [
            (
                "teacher",
                "Teacher, monthly, wrong answers included",
                &adjusted.teacher,
            ),
            (
                "student",
                "Student, monthly, wrong answers included",
                &adjusted.student,
            ),
        ] {
            table.row(id, title);
            table.money(amount);
            table.text(NONE);
        }
        table.row("", "Crossover, wrong answers included");
        table.text(&crossing(&adjusted.crossing));
        table.text(NONE);
    }
    table.finish()
}

/// A difference of two scores, and its interval.
fn points(table: &mut Table, difference: Option<&Difference>) {
    let told = |value| turning(value, 2, "");
    let Some(difference) = difference else {
        table.text(NONE);
        table.text(NONE);
        return;
    };
    table.text(&told(difference.estimate));
    table.text(&match difference.low.zip(difference.high) {
        None => "not known without the number of examples".to_owned(),
        Some((low, high)) => format!("{} to {}", told(low), told(high)),
    });
}

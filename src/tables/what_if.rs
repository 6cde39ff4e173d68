//! What would have to be true, and what matters most.

use super::{NONE, Row, Table, column};
use crate::economics::{BreakEven, Maybe, Report};
use crate::scenario::FieldId;
use crate::wording::{Precision, absent, at_middle, counted, hourly, money, months, rate, turning};

/// For each of seven inputs: what it is, and the value at which both paths cost the same.
#[must_use]
pub fn break_even(report: &Report) -> Table {
    let scenario = &report.scenario;
    let found = &report.break_even;
    let once = &report.student.one_time;
    let rows = [
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
            money(once, Precision::of_amounts([once])),
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
    ];
    Table {
        id: "break-even",
        caption: format!(
            "Where both paths cost the same over {}, all else unchanged{}",
            months(scenario.horizon),
            at_middle(scenario)
        ),
        corner: "Input",
        columns: vec![column("now", "Now"), column("at", "Breaks even at")],
        rows: rows.into_iter().map(row).collect(),
        hidden: false,
        sortable: 0,
    }
}

fn row((title, now, value, unit): (&str, String, &Maybe<BreakEven>, Unit)) -> Row {
    Row::new("", title, vec![now, at(value, unit)])
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
    let amounts = report.sensitivity.iter();
    let precision = Precision::of_amounts(amounts.flat_map(|one| [&one.low, &one.high]));
    let rows = report.sensitivity.iter().map(|one| {
        let ends = if report.scenario.is_range(one.field) {
            "Its range"
        } else {
            "20% less, 20% more"
        };
        let cells = vec![money(&one.low, precision), money(&one.high, precision)];
        Row::new("", one.field.field().label, cells).note(ends)
    });
    Table {
        id: "sensitivity",
        caption: format!(
            "Change of the saving over {}, one input at a time",
            months(report.scenario.horizon)
        ),
        corner: "Input",
        columns: vec![
            column("low", "At its low end"),
            column("high", "At its high end"),
        ],
        rows: rows.collect(),
        hidden: report.sensitivity.is_empty(),
        sortable: 0,
    }
}

/// What the scores show, and what wrong answers cost.
#[must_use]
pub fn quality(report: &Report) -> Table {
    let quality = &report.quality;
    let points = |difference: &Option<crate::economics::Difference>| {
        let Some(difference) = difference else {
            return vec![NONE.to_owned(), NONE.to_owned()];
        };
        let told = |value| turning(value, 2, "");
        let interval = difference.low.zip(difference.high).map_or_else(
            || "not known without the number of examples".to_owned(),
            |(low, high)| format!("{} to {}", told(low), told(high)),
        );
        vec![told(difference.estimate), interval]
    };
    let mut rows = vec![
        Row::new("", "Teacher less student, points", points(&quality.loss)).note(format!(
            "Accepted: {} at most.",
            report.scenario.text(FieldId::max_loss)
        )),
        Row::new(
            "",
            "Student less small model as it is, points",
            points(&quality.lift),
        )
        .note("Must be above nothing."),
    ];
    if let Some(examples) = quality.enough_examples {
        let cells = vec![
            crate::quantity::group_digits(examples.into()),
            NONE.to_owned(),
        ];
        rows.push(Row::new("", "Examples that would be enough", cells).note("At these scores."));
    }
    if let Some(adjusted) = &quality.adjusted {
        let precision = Precision::of_amounts([&adjusted.teacher, &adjusted.student]);
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
            let cells = vec![money(amount, precision), NONE.to_owned()];
            rows.push(Row::new(id, title, cells).of(vec![amount.origin()]));
        }
        let cells = vec![
            crate::wording::crossing(&adjusted.crossing),
            NONE.to_owned(),
        ];
        rows.push(Row::new("", "Crossover, wrong answers included", cells));
    }
    Table {
        id: "quality",
        caption: "The quality gate".to_owned(),
        corner: "Measure",
        columns: vec![column("value", "Value"), column("interval", "95% interval")],
        rows,
        hidden: false,
        sortable: 0,
    }
}

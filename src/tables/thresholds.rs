//! From which volume on, and when the money is back.

use super::{Row, Table, column};
use crate::economics::Headline;
use crate::wording::{crossing, months as in_words, payback};

/// The crossovers and the payback.
#[must_use]
pub fn thresholds(report: &Headline) -> Table {
    let crossover = &report.crossover;
    let months = report.scenario.horizon;
    let rows = vec![
        Row::new(
            "crossover_steady",
            "Crossover, steady state",
            vec![crossing(&crossover.steady)],
        )
        .note("From this volume on a running month costs no more on the student."),
        Row::new(
            "crossover_month_1",
            "Crossover, month 1",
            vec![crossing(&crossover.month_1)],
        )
        .note("The same for the first month, one-time costs included."),
        Row::new(
            "crossover_horizon",
            format!("Crossover, horizon of {}", in_words(months)),
            vec![crossing(&crossover.horizon)],
        )
        .note(format!("The same for the total of {}.", in_words(months))),
        Row::new(
            "payback",
            "Payback",
            vec![payback(&report.payback, &report.scenario)],
        )
        .note("From then on the running total stays ahead of the teacher's."),
    ];
    Table {
        id: "thresholds",
        caption: "From which volume on, and when the money is back".to_owned(),
        corner: "Threshold",
        columns: vec![column("value", "Value")],
        rows,
        hidden: false,
        sortable: 0,
    }
}

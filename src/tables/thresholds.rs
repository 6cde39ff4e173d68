//! From which volume on, and when the money is back.

use super::Table;
use crate::economics::Headline;
use crate::wording::{crossing, months as in_words, payback};

/// The crossovers and the payback.
#[must_use]
pub fn thresholds(report: &Headline) -> Table {
    let crossover = &report.crossover;
    let months = in_words(report.scenario.horizon);
    let caption = "From which volume on, and when the money is back";
    let mut table = Table::new("thresholds", caption, "Threshold");
    table.column("value", "Value");
    for (id, title, note, value) in [
        (
            "crossover_steady",
            "Crossover, steady state",
            "From this volume on a running month costs no more on the student.",
            crossing(&crossover.steady),
        ),
        (
            "crossover_month_1",
            "Crossover, month 1",
            "The same for the first month, one-time costs included.",
            crossing(&crossover.month_1),
        ),
        (
            "crossover_horizon",
            &format!("Crossover, horizon of {months}"),
            &format!("The same for the total of {months}."),
            crossing(&crossover.horizon),
        ),
        (
            "payback",
            "Payback",
            "From then on the running total stays ahead of the teacher's.",
            payback(&report.payback, &report.scenario),
        ),
    ] {
        table.row(id, title);
        table.note(note);
        table.text(&value);
    }
    table
}

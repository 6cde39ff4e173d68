//! The figures of a chart as a table: some round volumes, the crossover, and the reader's own.

use super::Axis;
use super::places::Places;
use crate::economics::{CostSpan, VolumeCosts};
use crate::quantity::{Quantity, Tokens, group_digits};
use crate::tables::Table;
use crate::wording::{Precision, difference, money};

/// So many round volumes at most are among the rows.
pub(super) const MOST_ROUND: usize = 7;

/// What the rows are called in the page, from the least volume on.
const ROWS: [&str; 12] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
];

/// What is shown of the costs: at round volumes, at the crossings and at the reader's volume.
pub(super) fn shown<'c>(
    places: &Places,
    axis: &Axis,
    costs: &'c [VolumeCosts],
) -> Vec<&'c VolumeCosts> {
    let ticks = axis.ticks(MOST_ROUND);
    let crossings = &places.crossings;
    let is_shown = |costs: &&VolumeCosts| {
        let volume = costs.volume;
        let is_round = ticks.contains(&volume.decimal()) && volume > Tokens::ZERO;
        is_round || places.is_here(volume) || crossings.iter().any(|(at, _)| *at == volume)
    };
    costs.iter().filter(is_shown).collect()
}

/// The table.
pub(super) fn table(
    places: &Places,
    shown: &[&VolumeCosts],
    precision: Precision,
    span: CostSpan,
) -> Table {
    let caption = match span {
        CostSpan::Steady => "Cost of a month in steady state, by volume",
        CostSpan::FirstMonth => "Cost of month 1, by volume",
    };
    let mut table = Table::new("volumes", caption, "Tokens a month");
    table.column("teacher", "Teacher");
    table.column("student", "Student");
    table.column("difference", "Student against teacher");
    let crossings = &places.crossings;
    for (id, costs) in ROWS.into_iter().zip(shown) {
        let volume = costs.volume;
        let crossing = crossings.iter().find(|(crossing, _)| *crossing == volume);
        let note = match (crossing, crossings.len()) {
            (None, _) => "",
            (Some(_), 1) => "Crossover",
            (Some((_, true)), _) => "Crossover at best",
            (Some((_, false)), _) => "Crossover at worst",
        };
        let here = match (places.is_here(volume), note) {
            (false, _) => "",
            (true, "") => "You are here",
            (true, _) => ". You are here",
        };
        table.row(id, &group_digits(volume.decimal()));
        table.note(&[note, here].concat());
        table.stands_out_if(crossing.is_some());
        table.text(&money(&costs.teacher, precision));
        table.text(&money(&costs.student, precision));
        table.text(&difference(costs, precision));
    }
    table
}

/// The row that shows a volume.
pub(super) fn row_of(table: &Table, volume: Tokens) -> Option<&'static str> {
    let title = group_digits(volume.decimal());
    let mut rows = table.rows.iter();
    rows.find(|row| row.title == title).map(|row| row.id)
}

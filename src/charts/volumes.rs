//! The figures of a chart as a table: some round volumes, the crossover, and the reader's own.

use super::Axis;
use super::places::Places;
use crate::economics::{CostSpan, VolumeCosts};
use crate::quantity::{Quantity, Tokens, group_digits};
use crate::tables::{Column, Row, Table};
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
    let crossings = &places.crossings;
    let of = |volume: Tokens| crossings.iter().find(|(crossing, _)| *crossing == volume);
    let row = |(id, costs): (&'static str, &&VolumeCosts)| {
        let volume = costs.volume;
        let crossing = of(volume).map(|(_, at_best)| match (crossings.len(), at_best) {
            (1, _) => "Crossover",
            (_, true) => "Crossover at best",
            (_, false) => "Crossover at worst",
        });
        let mut note = crossing.unwrap_or_default().to_owned();
        if places.is_here(volume) {
            if !note.is_empty() {
                note.push_str(". ");
            }
            note.push_str("You are here");
        }
        Row {
            id,
            title: group_digits(volume.decimal()),
            note,
            cells: vec![
                money(&costs.teacher, precision),
                money(&costs.student, precision),
                difference(costs, precision),
            ],
            of: Vec::new(),
            keys: Vec::new(),
            stands_out: of(volume).is_some(),
            hidden: false,
        }
    };
    let column = |id, title: &str| Column {
        id,
        title: title.to_owned(),
    };
    Table {
        id: "volumes",
        caption: match span {
            CostSpan::Steady => "Cost of a month in steady state, by volume",
            CostSpan::FirstMonth => "Cost of month 1, by volume",
        }
        .to_owned(),
        corner: "Tokens a month",
        columns: vec![
            column("teacher", "Teacher"),
            column("student", "Student"),
            column("difference", "Student against teacher"),
        ],
        rows: ROWS.into_iter().zip(shown).map(row).collect(),
        hidden: false,
        sortable: 0,
    }
}

/// The row that shows a volume.
pub(super) fn row_of(table: &Table, volume: Tokens) -> Option<&'static str> {
    let title = group_digits(volume.decimal());
    let mut rows = table.rows.iter();
    rows.find(|row| row.title == title).map(|row| row.id)
}

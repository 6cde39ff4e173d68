//! The figures of a chart as a table: some round volumes, the crossover, and the reader's own.

use super::places::Places;
use crate::economics::{CostSpan, VolumeCosts};
use crate::quantity::{Quantity, group_digits};
use crate::tables::Table;

/// The table.
pub(super) fn table(places: &Places, shown: &[&VolumeCosts], span: CostSpan) -> Table {
    let caption = match span {
        CostSpan::Steady => "Cost of a month in steady state, by volume",
        CostSpan::FirstMonth => "Cost of month 1, by volume",
    };
    let mut table = Table::new("volumes", caption, "Tokens a month");
    table.column("teacher", "Teacher");
    table.column("student", "Student");
    table.column("saving", "Saved by the student");
    for costs in shown {
        let volume = costs.volume;
        let mut crossings = places.crossings.iter();
        let crossing = crossings.find(|(crossing, _)| *crossing == volume);
        let note = match (crossing, places.crossings.len()) {
            (None, _) => "",
            (Some(_), 1) => "Crossover",
            (Some((_, true)), _) => "Crossover at best",
            (Some((_, false)), _) => "Crossover at worst",
        };
        let is_here = volume == places.here.low() || volume == places.here.high();
        let here = match (is_here, note) {
            (false, _) => "",
            (true, "") => "You are here",
            (true, _) => ". You are here",
        };
        table.row("", &group_digits(volume.decimal()));
        table.note(&[note, here].concat());
        table.stands_out_if(crossing.is_some());
        table.money(&costs.teacher);
        table.money(&costs.student);
        table.money(&costs.saving);
    }
    table.finish()
}

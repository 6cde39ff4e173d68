//! The report, written to the places that the still has drawn for it.

use super::follow;
use super::state::State;
use crate::browser::{set_attribute, set_class, set_hidden, set_slot, set_text};
use crate::economics::Report;
use crate::tables::{Table, all};
use crate::wording::{self, ASSUMPTIONS};
use reactive_graph::prelude::*;

/// Keeps the results in step with the report.
pub fn show(state: State) {
    follow(Box::new(move || {
        let outcome = state.outcome.read();
        if let Some(report) = &outcome.report {
            answer(report);
            for shown in all(report) {
                table(&shown);
            }
        }
        set_slot("stale", outcome.stale.as_deref());
        for part in ["answer", "tables"] {
            set_class(part, "stale", outcome.stale.is_some());
            // Before there is any report, the worked example's must not pass for it.
            set_class(part, "foreign", outcome.report.is_none());
        }
    }));
}

fn answer(report: &Report) {
    set_text("verdict", &wording::verdict(report));
    set_attribute("verdict", "data-code", Some(report.verdict.code.code()));
    set_slot("proportion", wording::proportion(report).as_deref());
    let said = wording::assumptions(report);
    for n in 0..ASSUMPTIONS {
        set_slot(&format!("assumption-{n}"), said.get(n).map(String::as_str));
    }
}

fn table(table: &Table) {
    let id = table.id;
    set_hidden(&format!("{id}-box"), table.hidden);
    for column in &table.columns {
        set_text(&format!("{id}-{}", column.id), &column.title);
    }
    for row in &table.rows {
        let place = format!("{id}-{}", row.id);
        set_text(&place, &row.title);
        let note = (!row.note.is_empty()).then_some(row.note.as_str());
        set_slot(&format!("{place}-note"), note);
        let line = format!("{place}-row");
        set_hidden(&line, row.hidden);
        set_class(&line, "stands-out", row.stands_out);
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            set_text(&format!("{place}-{}", column.id), cell);
        }
    }
}

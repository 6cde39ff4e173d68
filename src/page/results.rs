//! The report, written to the places that the still has drawn for it.

use super::follow;
use super::state::{Answer, State};
use crate::browser::{self, set_attribute, set_class, set_hidden, set_slot, set_text};
use crate::economics::evaluate;
use crate::scenario::Scenario;
use crate::tables::{Table, all};
use crate::wording::{self, SAID};
use reactive_graph::prelude::*;
use std::cell::RefCell;

/// Keeps the results in step with the report.
pub fn show(state: State) {
    // What the still has drawn: only what differs from it is written, and so on from report to
    // report, since the document is slower to ask than to compare rows.
    let drawn = evaluate(Scenario::default()).map(|example| all(&example));
    let drawn = RefCell::new(drawn.ok());
    follow(Box::new(move || {
        let outcome = state.outcome.read();
        if let Some(answer) = &outcome.answer {
            say(answer);
            let tables = all(&answer.report);
            let before = drawn.replace(None);
            for (shown, before) in tables.iter().zip(before.iter().flatten()) {
                table(shown, before);
            }
            drawn.replace(Some(tables));
        }
        set_slot("stale", outcome.stale.as_deref());
        for part in ["answer", "tables"] {
            set_class(part, "stale", outcome.stale.is_some());
            // Before there is any report, the worked example's must not pass for it.
            set_class(part, "foreign", outcome.answer.is_none());
        }
    }));
}

fn say(
    Answer {
        report,
        verdict,
        pinned,
        ..
    }: &Answer,
) {
    set_text("verdict", verdict);
    set_attribute("verdict", "data-code", Some(report.verdict.code.code()));
    set_slot("proportion", wording::proportion(report).as_deref());
    let said = wording::said(report, pinned, browser::today());
    for n in 0..SAID {
        set_slot(&format!("assumption-{n}"), said.get(n).map(String::as_str));
    }
}

/// Writes what of a table is not as it was before.
fn table(table: &Table, before: &Table) {
    let id = table.id;
    if table.hidden != before.hidden {
        set_hidden(&format!("{id}-box"), table.hidden);
    }
    for (column, was) in table.columns.iter().zip(&before.columns) {
        if column != was {
            set_text(&format!("{id}-{}", column.id), &column.title);
        }
    }
    for (row, was) in table.rows.iter().zip(&before.rows) {
        let place = format!("{id}-{}", row.id);
        if row.title != was.title {
            set_text(&place, &row.title);
        }
        if row.note != was.note {
            let note = (!row.note.is_empty()).then_some(row.note.as_str());
            set_slot(&format!("{place}-note"), note);
        }
        if (row.hidden, row.stands_out) != (was.hidden, was.stands_out) {
            let line = format!("{place}-row");
            set_hidden(&line, row.hidden);
            set_class(&line, "stands-out", row.stands_out);
        }
        let cells = row.cells.iter().zip(&was.cells);
        for (column, (cell, was)) in table.columns.iter().zip(cells) {
            if cell != was {
                set_text(&format!("{place}-{}", column.id), cell);
            }
        }
    }
}

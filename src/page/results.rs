//! The figures, written to the places that the still has drawn for them.

use super::answer::{Answer, Outcome};
use crate::browser::{self, set_attribute, set_class, set_hidden, set_markup, set_slot, set_text};
use crate::economics::headline;
use crate::scenario::Scenario;
use crate::still::cell;
use crate::tables::{self, Table};
use crate::wording::{self, SAID};
use std::cell::RefCell;

/// The tables of the first screen as they stand in the document. Only what differs from them is
/// written, since the document is slower to ask than rows are to compare.
pub struct Results {
    drawn: RefCell<Vec<Table>>,
}

impl Results {
    /// As the still has drawn them.
    pub fn new() -> Self {
        let example = headline(Scenario::default()).ok();
        let drawn = example.as_ref().map(tables::first).unwrap_or_default();
        Self {
            drawn: RefCell::new(drawn),
        }
    }

    /// Shows the first screen.
    pub fn show(&self, outcome: &Outcome) {
        if let Some(answer) = &outcome.answer {
            say(answer);
            draw(&self.drawn, tables::first(&answer.headline));
        }
        set_slot("stale", outcome.stale.as_deref());
        for part in ["answer", "tables"] {
            set_class(part, "stale", outcome.stale.is_some());
            // Before there is any report, the worked example's must not pass for it.
            set_class(part, "foreign", outcome.answer.is_none());
        }
    }
}

/// Marks whether what comes below the first screen is still to follow.
pub fn wait(waits: bool) {
    set_attribute("tables", "aria-busy", waits.then_some("true"));
}

fn say(
    Answer {
        headline,
        verdict,
        pinned,
        ..
    }: &Answer,
) {
    set_text("verdict", verdict);
    set_attribute("verdict", "data-code", Some(headline.verdict.code.code()));
    set_slot("proportion", wording::proportion(headline).as_deref());
    let said = wording::said(headline, pinned, browser::today());
    for n in 0..SAID {
        set_slot(&format!("assumption-{n}"), said.get(n).map(String::as_str));
    }
}

/// Writes what of some tables is not as it was before.
fn draw(drawn: &RefCell<Vec<Table>>, tables: Vec<Table>) {
    for (shown, before) in tables.iter().zip(&*drawn.borrow()) {
        table(shown, before);
    }
    drawn.replace(tables);
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
        for (at, column) in table.columns.iter().enumerate() {
            let [is, was] = [row, was].map(|row| row.cells.get(at));
            if is != was {
                set_markup(&format!("{place}-{}", column.id), &cell(row, at));
            }
        }
    }
}

//! The figures, written to the places that the still has drawn for them.

use super::answer::{Answer, Outcome};
use crate::browser::{self, set_attribute, set_markup, set_slot, set_text};
use crate::still::table;
use crate::tables::{self, Table};
use crate::wording::{self, SAID};
use std::cell::RefCell;

/// The tables of the first screen as they stand in the document. Only one that differs is written, since
/// the document is slower than a comparison.
#[derive(Default)]
pub struct Results {
    drawn: RefCell<[String; 2]>,
}

impl Results {
    /// Shows the first screen.
    pub fn show(&self, outcome: &Outcome) {
        if let Some(answer) = &outcome.answer {
            say(answer);
            self.draw(&tables::first(&answer.headline));
        }
        set_slot("stale", outcome.stale.as_deref());
        for part in ["answer", "tables"] {
            set_attribute(part, "data-stale", outcome.stale.as_ref().map(|_| ""));
            // Before there is any report, the worked example's must not pass for it.
            let is_foreign = outcome.answer.is_none().then_some("");
            set_attribute(part, "data-foreign", is_foreign);
        }
    }

    fn draw(&self, tables: &[Table; 2]) {
        for (shown, drawn) in tables.iter().zip(&mut *self.drawn.borrow_mut()) {
            let markup = table(shown, None);
            if *drawn != markup {
                set_markup(&format!("{}-figures", shown.id), &markup);
                *drawn = markup;
            }
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

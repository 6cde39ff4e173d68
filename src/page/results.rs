//! The figures, written to the places that the still has drawn for them.

use super::answer::{Answer, Outcome};
use crate::browser::{self, set_attribute, set_markup, set_slot, set_text};
use crate::still::{items, table};
use crate::tables;
use crate::wording;
use std::cell::RefCell;

/// The tables and the list of the first screen as they stand in the document. Only what differs is written,
/// since the document is slower than a comparison.
#[derive(Default)]
pub struct Results {
    drawn: RefCell<[String; 3]>,
}

impl Results {
    /// Shows the first screen.
    pub fn show(&self, outcome: &Outcome) {
        if let Some(answer) = &outcome.answer {
            self.say(answer);
        }
        set_slot("stale", outcome.stale.as_deref());
        for part in ["answer", "tables"] {
            set_attribute(part, "data-stale", outcome.stale.as_ref().map(|_| ""));
            // Before there is any report, the worked example's must not pass for it.
            let is_foreign = outcome.answer.is_none().then_some("");
            set_attribute(part, "data-foreign", is_foreign);
        }
    }

    /// Writes what stands in a place, where it is not as it was.
    fn draw(&self, place: usize, id: &str, markup: String) {
        if let Some(drawn) = self.drawn.borrow_mut().get_mut(place)
            && *drawn != markup
        {
            set_markup(id, &markup);
            *drawn = markup;
        }
    }

    fn say(&self, answer: &Answer) {
        let headline = &answer.headline;
        set_text("verdict", &answer.verdict);
        set_attribute("verdict", "data-code", Some(headline.verdict.code.code()));
        set_slot("proportion", wording::proportion(headline).as_deref());
        let [costs, thresholds] = tables::first(headline).map(|first| table(&first, None));
        self.draw(0, "costs-figures", costs);
        self.draw(1, "thresholds-figures", thresholds);
        let said = wording::said(headline, &answer.pinned, browser::today());
        self.draw(2, "assumptions", items(&said));
    }
}

/// Marks whether what comes below the first screen is still to follow.
pub fn wait(waits: bool) {
    set_attribute("tables", "aria-busy", waits.then_some("true"));
}

//! What the page tells the world around it: the address, the title, the announcement.

use super::Page;
use super::answer::Outcome;
use super::history::Step;
use super::texts::{Opened, Texts};
use crate::browser::{self, Pause};
use crate::still::items;
use crate::wording;
use std::cell::{Cell, RefCell};

/// Typing is followed, not chased: browsers limit how often an address may change.
const ADDRESS_PAUSE_MS: u32 = 250;
/// An announcement waits until typing has settled.
const ANNOUNCEMENT_PAUSE_MS: u32 = 1_000;
/// The notice of prices that have changed since a link was made.
pub const CHANGES: &str = "prices-changed";

/// What was told last.
pub struct Outside {
    link: Settled,
    said: Settled,
}

/// A text that is handed out once it has changed and then stayed the same for a while.
struct Settled {
    pause: u32,
    hand_out: fn(&str),
    last: RefCell<Option<String>>,
    waiting: Cell<Option<Pause>>,
}

/// Has the page follow the address, and the notices of a link work.
pub fn bring_to_life(page: &'static Page) {
    browser::on_address_change(move || {
        if let Some(link) = browser::link() {
            open(page, &link);
        }
    });
    browser::on_click("link-problems-dismiss", || {
        browser::set_hidden("link-problems", true);
    });
    browser::on_click("prices-then", || browser::set_hidden(CHANGES, true));
    browser::on_click("prices-now", move || {
        page.change(Step::Own, take_present_prices);
        browser::set_hidden(CHANGES, true);
    });
}

/// Goes on with a link, and says what of it could not be read and which prices have changed since.
pub fn open(page: &'static Page, link: &str) {
    let Opened { problems, changes } = page.change(Step::Own, |texts| texts.open(link));
    // What there was to take back is no more.
    for undo in ["start-undo", "preset-undo"] {
        browser::set_hidden(undo, true);
    }
    let messages = problems.into_iter().map(|problem| problem.message);
    let messages: Vec<_> = messages.collect();
    browser::set_markup("link-problems-list", &items(&messages));
    browser::set_hidden("link-problems", messages.is_empty());
    let changed: Vec<_> = changes.iter().map(wording::changed).collect();
    browser::set_markup("prices-changed-list", &items(&changed));
    browser::set_hidden(CHANGES, changes.is_empty());
}

/// Puts the present prices in the place of those that have changed since the link was made. What was
/// edited, before or since, stays.
fn take_present_prices(texts: &mut Texts) {
    if let Some(listing) = texts.listing() {
        let changes = listing.changes(&|id| texts.of(id).whole());
        for change in changes {
            texts.of_mut(change.field).open(change.now);
        }
    }
    texts.pinned = String::new();
}

impl Outside {
    /// Before anything was told.
    pub fn new() -> Self {
        Self {
            link: Settled::new(ADDRESS_PAUSE_MS, browser::replace_link),
            said: Settled::new(ANNOUNCEMENT_PAUSE_MS, |sentence| {
                browser::set_text("announcement", sentence);
            }),
        }
    }

    /// Keeps address, title and announcement in step with the outcome.
    pub fn keep_in_step(&'static self, outcome: &Outcome) {
        let answer = outcome.answer.as_deref();
        let verdict = answer.map_or("", |answer| &answer.verdict);
        if let Some(answer) = answer {
            browser::set_title(&wording::title(verdict));
            self.link.follow(&answer.link);
        }
        self.said
            .follow(outcome.stale.as_deref().unwrap_or(verdict));
    }
}

impl Settled {
    fn new(pause: u32, hand_out: fn(&str)) -> Self {
        Self {
            pause,
            hand_out,
            last: RefCell::default(),
            waiting: Cell::default(),
        }
    }

    fn follow(&'static self, text: &str) {
        let last = self.last.replace(Some(text.to_owned()));
        // What it is at first is not news.
        if last.is_some_and(|last| last != text) {
            let hand_out = move || {
                let last = self.last.borrow();
                (self.hand_out)(last.as_deref().unwrap_or_default());
            };
            let pause = browser::after(self.pause, Box::new(hand_out));
            self.waiting.set(Some(pause));
        }
    }
}

//! What the page tells the world around it: the address, the title, the announcement.

use super::follow;
use super::state::{Opened, Outcome, State};
use crate::browser;
use crate::wording;
use gloo::timers::callback::Timeout;
use reactive_graph::effect::Effect;
use reactive_graph::graph::untrack;
use reactive_graph::prelude::*;
use std::cell::Cell;

/// Typing is followed, not chased: browsers limit how often an address may change.
const ADDRESS_PAUSE_MS: u32 = 250;
/// An announcement waits until typing has settled.
const ANNOUNCEMENT_PAUSE_MS: u32 = 1_000;
/// The notice of prices that have changed since a link was made.
pub const CHANGES: &str = "prices-changed";

/// Keeps address, title and announcement in step with the report, and the form with the address.
pub fn keep_in_step(state: State) {
    browser::on_address_change(move || {
        if let Some(link) = browser::link() {
            open(state, &link);
        }
    });
    browser::on_click("link-problems-dismiss", || {
        browser::set_hidden("link-problems", true);
    });
    browser::on_click("prices-then", || browser::set_hidden(CHANGES, true));
    browser::on_click("prices-now", move || {
        take_present_prices(state);
        browser::set_hidden(CHANGES, true);
    });
    after_a_pause(state, ADDRESS_PAUSE_MS, link, browser::replace_link);
    after_a_pause(state, ANNOUNCEMENT_PAUSE_MS, said, |sentence| {
        browser::set_text("announcement", sentence);
    });
    follow(Box::new(move || {
        if let Some(answer) = &state.outcome.read().answer {
            browser::set_title(&wording::title(&answer.verdict));
        }
    }));
}

/// Goes on with a link, and says what of it could not be read and which prices have changed since.
pub fn open(state: State, link: &str) {
    let Opened { problems, changes } = state.open(link);
    // What there was to take back is no more.
    for undo in ["start-undo", "preset-undo"] {
        browser::set_hidden(undo, true);
    }
    let messages = problems.iter().map(|problem| problem.message.as_str());
    browser::set_items("link-problems-list", messages);
    browser::set_hidden("link-problems", problems.is_empty());
    let changed: Vec<_> = changes.iter().map(wording::changed).collect();
    browser::set_items("prices-changed-list", changed.iter().map(String::as_str));
    browser::set_hidden(CHANGES, changes.is_empty());
}

/// Puts the present prices in the place of those that have changed since the link was made. What was
/// edited, before or since, stays.
fn take_present_prices(state: State) {
    let text = |id| untrack(|| state.entry(id).whole());
    if let Some(listing) = untrack(|| state.listing()) {
        for change in listing.changes(&text) {
            state.entry(change.field).open(change.now);
        }
    }
    state.pinned.set(String::new());
}

/// The link of the last good report.
fn link(outcome: &Outcome) -> Option<String> {
    outcome.answer.as_ref().map(|answer| answer.link.clone())
}

/// The sentence worth announcing.
fn said(outcome: &Outcome) -> Option<String> {
    let verdict = || outcome.answer.as_ref().map(|answer| answer.verdict.clone());
    outcome.stale.clone().or_else(verdict)
}

/// Hands a text outside once it has changed and then stayed the same for a while. What it is at
/// first is not news.
fn after_a_pause(
    state: State,
    pause: u32,
    text: fn(&Outcome) -> Option<String>,
    hand_out: fn(&str),
) {
    let waiting = Cell::new(None);
    Effect::new(move |last: Option<Option<String>>| {
        let text = state.outcome.with(text);
        if let (Some(last), Some(text)) = (&last, &text)
            && last.as_ref() != Some(text)
        {
            let text = text.clone();
            waiting.set(Some(Timeout::new(pause, move || hand_out(&text))));
        }
        text
    });
}

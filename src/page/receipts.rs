//! Receipts: choosing a figure shows how it was computed.

use super::Page;
use crate::browser;
use crate::catalogue::{Catalogue, Pair};
use crate::economics::Receipts;
use crate::sections;
use crate::still::receipt;
use crate::tables::cell;
use std::sync::Arc;

/// Has the figures show their receipts.
pub fn bring_to_life(page: &'static Page) {
    let show = move |place: &str, _: &str| {
        if let Some((title, markup)) = of(page, place) {
            browser::set_text("receipt-title", &title);
            browser::set_markup("receipt-body", &markup);
            browser::show_dialog("receipt");
        }
    };
    browser::on_button("tables", ".figure", Box::new(show));
}

/// What the figure in a cell is, and its receipt.
fn of(page: &Page, place: &str) -> Option<(String, String)> {
    let answer = page.complete.borrow().clone()?;
    let scenario = &answer.headline.scenario;
    let receipts = Receipts::of(Arc::clone(scenario)).ok()?;
    let (title, origin) = cell(&sections::tables(&receipts.report, None), place)?;
    let pair = Pair::of(scenario);
    let listing = pair.map(|pair| pair.listed(Catalogue::day(&answer.pinned)));
    let ends = receipts.ends(&origin.ends);
    Some((title, receipt(&ends, origin.unit, scenario, listing)))
}

//! Receipts: choosing a figure shows how it was computed.

use super::Page;
use crate::browser;
use crate::economics::Receipts;
use crate::export::explain;
use crate::still::receipt;
use std::sync::Arc;

const DIALOG: &str = "receipt";

/// Has the figures show their receipts.
pub fn bring_to_life(page: &'static Page) {
    browser::on_click_with("tables", "data-of", move |_, path| {
        if let Some(markup) = of(page, path) {
            browser::set_text("receipt-of", path);
            browser::set_markup("receipt-body", &markup);
            browser::show_dialog(DIALOG);
        }
    });
}

/// The receipt of the figure at a path of the report that is shown.
fn of(page: &Page, path: &str) -> Option<String> {
    let answer = page.complete.borrow().clone()?;
    let scenario = &answer.headline.scenario;
    let receipts = Receipts::of(Arc::clone(scenario)).ok()?;
    let explained = explain(&receipts, path).ok()?;
    Some(receipt(&explained, scenario, page.texts().listing()))
}

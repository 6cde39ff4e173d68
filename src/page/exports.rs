//! Taking the report along: as a text in the clipboard, or as a file.

use super::Page;
use crate::browser;
use crate::export::{Form, Told, written};
use crate::wording;

/// Said where they are not the figures of the present inputs.
const STALE: &str = "These are the last figures that could be computed.";

/// Said where there is no clipboard, or none for this page.
const REFUSED: &str = "Not copied: the browser refuses it. Download a file instead.";

/// Has the buttons work, and enables them.
pub fn bring_to_life(page: &'static Page) {
    let export = move |_: &str, place: &str| {
        let place: usize = place.parse().unwrap_or_default();
        if let Some(form) = Form::ALL.get(place) {
            take_along(page, *form);
        }
    };
    browser::on_button("exports", ".export", Box::new(export));
    browser::set_attribute("exports", "disabled", None);
}

/// Takes the last complete report along.
fn take_along(page: &'static Page, form: Form) {
    // One that is still to be computed is the one that is meant.
    page.finish();
    let tables = page.below.tables(page.chart.table());
    let Some((answer, tables)) = page.complete.borrow().clone().zip(tables) else {
        return;
    };
    let (end, notice) = if page.stale.get() {
        (". ", STALE)
    } else {
        (".", "")
    };
    let proportion = wording::proportion(&answer.headline);
    let told = Told {
        verdict: &answer.verdict,
        proportion: proportion.as_deref().unwrap_or_default(),
        notice,
        said: &wording::said(&answer.headline, &answer.pinned, browser::today()),
        address: &browser::address_with(&answer.link),
    };
    let text = written(form, &told, &tables);
    let file = match form.ending() {
        Some(ending) => ["crossover-", &browser::day(), ".", ending].concat(),
        None => String::new(),
    };
    let (done, name) = match &*file {
        "" => ("Copied as ", form.name()),
        file => ("Downloaded as ", file),
    };
    let said = [done, name, end, notice].concat();
    browser::hand_out(&text, &file, &said, REFUSED);
}

//! What to start from: a list with a search, of which one is chosen at once and taken back at once.

use super::Page;
use super::outside::CHANGES;
use super::presets::Undo;
use crate::browser;
use crate::catalogue::Start;

const SEARCH: &str = "start-search";
const LIST: &str = "start-list";
const TITLE: &str = "start-title";

/// Has the list and its search work.
pub fn bring_to_life(page: &'static Page) {
    let undo = Undo::new(page, "start-undo", TITLE);
    let choose = move |start: Start| {
        undo.choose(&start.label(), &|field| start.text(field), true);
        browser::set_hidden(CHANGES, true);
        browser::focus(TITLE);
        browser::set_attribute(LIST, "open", None);
    };
    for (place, start) in Start::all().enumerate() {
        let choose = choose.clone();
        browser::on_click(&format!("start-{place}"), move || choose(start));
    }
    browser::on_input("form", "input", |control, text| {
        if control == SEARCH {
            search(&text);
        }
    });
    browser::on_enter(move |control, text| {
        // No words are no choice.
        if control == SEARCH && !text.trim().is_empty() {
            let first = Start::all().find(|start| start.has(&text));
            first.into_iter().for_each(&choose);
        }
    });
}

/// Shows what has every word, and says so when nothing has.
fn search(text: &str) {
    let searched = (!text.trim().is_empty()).then_some("");
    browser::set_attribute(LIST, "data-searched", searched);
    let mut none = true;
    for (place, start) in Start::all().enumerate() {
        let has = start.has(text);
        none &= !has;
        browser::set_hidden(&format!("start-{place}-item"), !has);
    }
    browser::set_hidden("start-none", !none);
}

//! Below a price: what is published, by whom and when, whether the price is edited, and the way back.

use super::Page;
use super::history::Step;
use super::texts::Texts;
use crate::browser;
use crate::catalogue::{Catalogue, Listing};
use crate::scenario::FieldId;
use crate::still::link;
use crate::wording;

/// Has the ways back to published prices work.
pub fn bring_to_life(page: &'static Page) {
    for id in Listing::PRICES {
        browser::on_click(&format!("{}-back", id.field().name), move || {
            if let Some(text) = page.texts().listing().and_then(|listing| listing.text(id)) {
                page.change(Step::Own, |texts| texts.of_mut(id).open(text));
                // Of a rate's controls, the one of both that is to be seen takes the focus.
                for part in ["", "-input"] {
                    browser::focus(&format!("{}{part}", id.field().name));
                }
            }
        });
    }
}

/// Shows what is said below the prices of which something has changed.
pub fn show(texts: &Texts, before: Option<&Texts>, changed: impl Fn(FieldId) -> bool) {
    let listing = texts.listing();
    let other = before.is_none_or(|before| before.pinned != texts.pinned)
        || changed(FieldId::teacher_model)
        || changed(FieldId::student_model);
    for id in Listing::PRICES {
        if other || changed(id) {
            show_one(texts, listing, id);
        }
    }
}

fn show_one(texts: &Texts, listing: Option<Listing<'static>>, id: FieldId) {
    let name = id.field().name;
    let place = |part: &str| format!("{name}-{part}");
    browser::set_hidden(&place("listed"), listing.is_none());
    let Some(listing) = listing else {
        return;
    };
    let edited = listing.is_edited(id, &texts.of(id).whole());
    let text = listing.text(id).unwrap_or_default();
    browser::set_slot(&place("edited"), wording::edited(edited, &text).as_deref());
    browser::set_hidden(&place("back"), !edited);
    let prices = listing.prices(id);
    browser::set_hidden(&place("source"), prices.is_empty());
    browser::set_text(&place("dated"), &wording::dated(&prices));
    browser::set_text(&place("published"), &wording::published(&prices));
    let mut sources = Vec::new();
    for code in prices.iter().flat_map(|price| &price.sources) {
        let source = Catalogue::get().source(code);
        sources.extend(source.filter(|source| !sources.contains(source)));
    }
    let mut items = String::new();
    for source in sources {
        let what = link(source.address, source.what);
        items.extend(["<li>", &what, ", ", source.date]);
    }
    browser::set_markup(&place("sources"), &items);
}

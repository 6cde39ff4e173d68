//! Below a price: what is published, by whom and when, whether the price is edited, and the way back.

use super::follow;
use super::state::State;
use crate::browser;
use crate::catalogue::{Catalogue, Listing};
use crate::scenario::FieldId;
use crate::wording;
use gloo::timers::callback::Timeout;
use reactive_graph::graph::untrack;

/// Keeps what is said below each price in step with it.
pub fn bring_to_life(state: State) {
    for id in Listing::PRICES {
        follow(Box::new(move || show(state, id)));
        browser::on_click(&format!("{}-back", id.field().name), move || {
            if let Some(text) = untrack(|| state.listing()?.text(id)) {
                state.entry(id).open(text);
                // The effects show the sides of a rate first; the one of both that is to be seen takes it.
                let focus = move || {
                    for part in ["", "-input"] {
                        browser::focus(&format!("{}{part}", id.field().name));
                    }
                };
                Timeout::new(0, focus).forget();
            }
        });
    }
}

fn show(state: State, id: FieldId) {
    let name = id.field().name;
    let place = |part: &str| format!("{name}-{part}");
    let listing = state.listing();
    browser::set_hidden(&place("listed"), listing.is_none());
    let Some(listing) = listing else {
        return;
    };
    let edited = listing.is_edited(id, &state.entry(id).whole());
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
    let mut links = sources
        .iter()
        .map(|source| (source.what, source.address, source.date));
    browser::set_links(&place("sources"), &mut links);
}

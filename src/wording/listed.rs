//! What is said of a published price: below its field, and where it is no longer what it was.

use crate::catalogue::{Change, Price};
use crate::quantity::quote;

/// The date of the oldest of some prices, each by its newest source.
pub(super) fn newest(prices: &[&Price]) -> Option<&'static str> {
    let mut oldest: Option<&str> = None;
    for price in prices {
        let date = price.newest()?.date;
        if oldest.is_none_or(|oldest| date < oldest) {
            oldest = Some(date);
        }
    }
    oldest
}

/// When some prices were last seen published.
#[must_use]
pub fn dated(prices: &[&Price]) -> String {
    format!("Last seen published {}", newest(prices).unwrap_or_default())
}

/// That a price is edited, and what is published; or that nothing is.
#[must_use]
pub fn edited(edited: bool, listed: &str) -> Option<String> {
    match (edited, listed) {
        (true, "?") => Some("Edited: there is no published price.".to_owned()),
        (true, listed) => Some(format!("Edited: {listed} is published.")),
        (false, "?") => Some("No published price.".to_owned()),
        (false, _) => None,
    }
}

/// That a link is pinned to a catalogue which this page has not.
#[must_use]
pub fn no_catalogue(id: &str, present: &str) -> String {
    format!(
        "The link names the catalogue of prices {}, which this page does not know; its own is {present}.",
        quote(id)
    )
}

/// What a field's published prices are: how much for what, where and since when.
#[must_use]
pub fn published(prices: &[&Price]) -> String {
    let mut said = String::new();
    for price in prices {
        let kind = price.kind;
        for word in kind.code().split('_') {
            said.extend([word, " "]);
        }
        said.extend(["$", price.amount, " ", kind.per(), "; "]);
    }
    if let Some(price) = prices.first() {
        let known = [
            "; known since ",
            price.from,
            "; confidence ",
            price.confidence,
        ];
        said.extend([price.region, ", ", price.routing]);
        said.extend(known);
    }
    said
}

/// A price that is published otherwise than it was.
#[must_use]
pub fn changed(change: &Change) -> String {
    let said = |text: &str| match text {
        "?" => "none published".to_owned(),
        text => text.to_owned(),
    };
    format!(
        "{}: {} then, {} now",
        change.field.field().label,
        said(&change.then),
        said(&change.now)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::FieldId;

    #[test]
    fn a_change_says_what_was_and_what_is() {
        let change = Change {
            field: FieldId::storage,
            then: "?".to_owned(),
            now: "1.95".to_owned(),
        };
        assert_eq!(
            changed(&change),
            "Model storage: none published then, 1.95 now"
        );
    }
}

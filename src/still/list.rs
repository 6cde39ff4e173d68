//! Lists of what the page has to say, and links.

use super::escape;

/// Texts as the items of a list.
#[must_use]
pub fn items(texts: &[String]) -> String {
    let mut items = String::new();
    for text in texts {
        items.extend(["<li>", &escape(text)]);
    }
    items
}

/// A link with its text. What is no web address stays text.
#[must_use]
pub fn link(address: &str, text: &str) -> String {
    let text = escape(text);
    if address.starts_with("https://") {
        ["<a href=\"", &escape(address), "\">", &text, "</a>"].concat()
    } else {
        text
    }
}

//! Sources: complete, dated, each of its own code, and each used.

use std::collections::BTreeSet;

use crate::prices::date;
use crate::prices::schema::Book;

/// Looks through the sources themselves.
pub fn check(book: &Book, problems: &mut Vec<String>) {
    let prices = book.models().flat_map(|model| &model.prices);
    let by_prices = prices.flat_map(|price| &price.sources);
    let by_pairs = book.pairs.iter().flat_map(|pair| &pair.sources);
    let used: BTreeSet<&String> = by_prices.chain(by_pairs).collect();
    let mut codes = BTreeSet::new();
    for source in &book.sources {
        let mut say = |problem: &str| {
            problems.push(format!("sources.toml: {}: {problem}", source.code));
        };
        if !codes.insert(&source.code) {
            say("there are two sources of this code");
        }
        if !used.contains(&source.code) {
            say("nothing uses this source");
        }
        if source.code.is_empty() || source.code.contains(',') {
            say("a code is a word without commas");
        }
        for (name, text) in [("what", &source.what), ("address", &source.address)] {
            if text.is_empty() {
                say(&format!("`{name}` is missing"));
            }
            if text.contains(['\t', '\n']) {
                say(&format!("`{name}` is more than one line, or has a tab"));
            }
        }
        if !date::is_date(&source.date) {
            say(&format!(
                "`date` is \"{}\"; right is 2026-08-20, 2026-08 or 2026",
                source.date
            ));
        }
        if !date::is_day(&source.read) {
            say(&format!(
                "`read` is \"{}\"; right is 2026-08-20",
                source.read
            ));
        }
        if source.date > source.read {
            say("it was read before its data was there");
        }
    }
}

/// Looks whether the sources of something are there.
pub fn known(book: &Book, place: &str, codes: &[String], problems: &mut Vec<String>) {
    if codes.is_empty() {
        problems.push(format!("{place}: it has no source"));
    }
    for code in codes {
        if !book.sources.iter().any(|source| source.code == *code) {
            problems.push(format!("{place}: no source has the code `{code}`"));
        }
    }
}

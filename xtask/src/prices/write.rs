//! The text that is compiled in: a record a line, its parts apart by tabs. `src/catalogue/read.rs`
//! reads it.
//!
//! | first part | the others |
//! |---|---|
//! | `c` | the catalogue's id |
//! | `s` | code, what, address, date of the data, date read |
//! | `m` | id, name, provider |
//! | `p` | of the model above: kind, amount, region, routing, from, to, sources, confidence |
//! | `d` | teacher, student, region, serving, default of epochs, sources |
//!
//! Where a price has the region, routing, date, sources or confidence of the price before, the part
//! is empty.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::schema::{Book, Model, Pair};

/// Writes all of it.
pub fn text(book: &Book) -> String {
    let mut lines = String::new();
    for source in &book.sources {
        let (code, what, address) = (&source.code, &source.what, &source.address);
        let dates = [source.date.as_str(), source.read.as_str()];
        line(&mut lines, &["s", code, what, address, dates[0], dates[1]]);
    }
    for provider in &book.providers {
        for model in &provider.models {
            line(&mut lines, &["m", &model.id, &model.name, &provider.name]);
            prices(&mut lines, model);
        }
    }
    for pair in &book.pairs {
        self::pair(&mut lines, pair);
    }
    format!("c\t{}\n{lines}", id(book, &lines))
}

/// The newest date of a source of a price, and a hash of everything.
fn id(book: &Book, lines: &str) -> String {
    let used = |code: &String| {
        let mut prices = book.models().flat_map(|model| &model.prices);
        prices.any(|price| price.sources.contains(code))
    };
    let sources = book.sources.iter().filter(|source| used(&source.code));
    let newest = sources.map(|source| source.date.as_str()).max();
    let mut id = newest.unwrap_or_default().to_owned() + "-";
    for byte in &Sha256::digest(lines)[..4] {
        let _ = write!(id, "{byte:02x}");
    }
    id
}

fn prices(lines: &mut String, model: &Model) {
    let mut before: Option<[String; 5]> = None;
    for price in &model.prices {
        let routing: Vec<_> = price.routing.iter().map(|routing| routing.code()).collect();
        let now = [
            price.regions.join(","),
            routing.join(","),
            price.from.clone(),
            price.sources.join(","),
            price.confidence.code().to_owned(),
        ];
        let mut parts = now.clone();
        for (part, before) in parts.iter_mut().zip(before.iter().flatten()) {
            if part == before {
                part.clear();
            }
        }
        let [region, routing, from, sources, confidence] = &parts;
        let (kind, to) = (price.kind.code(), price.to.as_deref().unwrap_or_default());
        line(
            lines,
            &[
                "p",
                kind,
                &price.amount,
                region,
                routing,
                from,
                to,
                sources,
                confidence,
            ],
        );
        before = Some(now);
    }
}

fn pair(lines: &mut String, pair: &Pair) {
    let serving: Vec<_> = pair.serving.iter().map(|serving| serving.code()).collect();
    let epochs = pair
        .epochs
        .as_ref()
        .map(|epochs| epochs.default.to_string());
    line(
        lines,
        &[
            "d",
            &pair.teacher,
            &pair.student,
            &pair.region,
            &serving.join(","),
            &epochs.unwrap_or_default(),
            &pair.sources.join(","),
        ],
    );
}

fn line(lines: &mut String, parts: &[&str]) {
    lines.push_str(&parts.join("\t"));
    lines.push('\n');
}

//! The two texts that are compiled in: what the pairs need, which is all that the page holds, and the
//! rest. Either has a record a line, its parts apart by tabs. `src/catalogue/read.rs` reads them.
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

use super::schema::{Book, Model, Pair, Source};

/// Writes both, what the pairs need first.
pub fn texts(book: &Book) -> [String; 2] {
    let paired = |model: &Model| {
        let mut pairs = book.pairs.iter();
        pairs.any(|pair| [&pair.teacher, &pair.student].contains(&&model.id))
    };
    let needed = |source: &Source| {
        let pairs = book.pairs.iter().flat_map(|pair| &pair.sources);
        let models = book.models().filter(|model| paired(model));
        let prices = models.flat_map(|model| &model.prices);
        let mut codes = pairs.chain(prices.flat_map(|price| &price.sources));
        codes.any(|code| *code == source.code)
    };
    let [mut lines, mut others] = [const { String::new() }; 2];
    for source in &book.sources {
        let text = if needed(source) {
            &mut lines
        } else {
            &mut others
        };
        let (code, what, address) = (&source.code, &source.what, &source.address);
        let dates = [source.date.as_str(), source.read.as_str()];
        line(text, &["s", code, what, address, dates[0], dates[1]]);
    }
    for provider in &book.providers {
        for model in &provider.models {
            let text = if paired(model) {
                &mut lines
            } else {
                &mut others
            };
            line(text, &["m", &model.id, &model.name, &provider.name]);
            prices(text, model);
        }
    }
    for pair in &book.pairs {
        self::pair(&mut lines, pair);
    }
    let id = id(book, &[&lines, &others]);
    [format!("c\t{id}\n{lines}"), others]
}

/// The newest date of a price or of its sources, and a hash of everything.
fn id(book: &Book, texts: &[&String; 2]) -> String {
    let used = |code: &String| {
        let mut prices = book.models().flat_map(|model| &model.prices);
        prices.any(|price| price.sources.contains(code))
    };
    let sources = book.sources.iter().filter(|source| used(&source.code));
    let sources = sources.map(|source| source.date.as_str());
    let prices = book.models().flat_map(|model| &model.prices);
    let dates = prices.flat_map(|price| [Some(&price.from), price.to.as_ref()]);
    let newest = sources.chain(dates.flatten().map(String::as_str)).max();
    let mut id = newest.unwrap_or_default().to_owned() + "-";
    for byte in &Sha256::digest(texts.map(String::as_str).concat())[..4] {
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

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 3] = [
        (
            "maker.toml",
            r#"provider = "Maker"
[[model]]
id = "tiny"
name = "Tiny"
prices = [
  { kind = "input", amount = "0.04", unit = "1M tokens", regions = ["a", "b"], routing = ["in-region", "geographic"], from = "2026-08-01", to = "2026-08-20", sources = ["A", "B"], confidence = "high" },
  { kind = "input", amount = "0.035", unit = "1M tokens", regions = ["a", "b"], routing = ["in-region", "geographic"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]"#,
        ),
        (
            "pairs.toml",
            r#"[[pair]]
teacher = "large"
student = "tiny"
region = "a"
serving = ["provisioned_throughput", "custom_on_demand"]
prompts = { min = 100, max = 15000 }
epochs = { min = 1, max = 5, default = 2 }
sources = ["D"]"#,
        ),
        (
            "sources.toml",
            r#"[[source]]
code = "A"
what = "a list"
address = "somewhere"
date = "2026-08"
read = "2026-11-24"
[[source]]
code = "D"
what = "a guide"
address = "elsewhere"
date = "2026-11"
read = "2026-11-24"
"#,
        ),
    ];

    fn written(was: &str, is: &str) -> [String; 2] {
        let files = FILES.map(|(name, text)| (name.to_owned(), text.replace(was, is)));
        texts(&Book::of(&files))
    }

    #[test]
    fn a_record_is_a_line_and_what_is_as_before_is_empty() {
        let [text, others] = written("", "");
        let (id, lines) = text.split_once('\n').unwrap_or_default();
        // The newest of a price and of its sources, not that of a pair's source.
        assert!(id.starts_with("c\t2026-08-20-"), "{id}");
        assert_eq!(id.len(), "c\t2026-08-20-12345678".len());
        let expected = "\
s\tA\ta list\tsomewhere\t2026-08\t2026-11-24
s\tD\ta guide\telsewhere\t2026-11\t2026-11-24
m\ttiny\tTiny\tMaker
p\tinput\t0.04\ta,b\tin-region,geographic\t2026-08-01\t2026-08-20\tA,B\thigh
p\tinput\t0.035\t\t\t2026-08-20\t\tA\t
d\tlarge\ttiny\ta\tprovisioned_throughput,custom_on_demand\t2\tD
";
        assert_eq!(lines, expected);
        assert_eq!(others, "");
    }

    #[test]
    fn what_no_pair_needs_stands_apart() {
        let [text, others] = written("student = \"tiny\"", "student = \"small\"");
        assert!(!text.contains("Tiny") && others.contains("m\ttiny\tTiny\tMaker\np\tinput"));
        // The source of a price that no pair has, and that of a pair.
        assert!(others.starts_with("s\tA") && text.contains("\ns\tD"));
    }

    #[test]
    fn the_id_is_another_when_anything_is() {
        let id = |[text, _]: [String; 2]| text.lines().next().unwrap_or_default().to_owned();
        assert_eq!(id(written("", "")), id(written("", "")));
        assert_ne!(id(written("", "")), id(written("0.035", "0.034")));
    }
}

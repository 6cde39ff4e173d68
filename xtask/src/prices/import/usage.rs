//! What a usage type means: `USE1-NovaLite-cache-read-input-token-count-custom-model`.
//!
//! `{REGION}-{model}-{kind}[-{suffix}]` is Amazon's and most others' form;
//! `{REGION}-MP:{REGION}_{Kind}[_{routing}]-Units` that of models sold through the marketplace, where
//! the product says which model. Both spell words with hyphens, underscores or capitals. What is not
//! understood to the last word is not taken.

use rust_decimal::Decimal;

use super::list::Item;
use crate::prices::schema::{Kind, Routing};

/// What an entry of the list means.
#[derive(Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The model's name in small words: `nova-lite`.
    pub name: String,
    /// What is paid for.
    pub kind: Kind,
    /// Where.
    pub region: String,
    /// The ways to get there that it may be for.
    pub routing: &'static [Routing],
    /// Dollars for the kind's unit.
    pub amount: Decimal,
}

const REGIONAL: &[Routing] = &[Routing::InRegion, Routing::Geographic];
const GEOGRAPHIC: &[Routing] = &[Routing::Geographic];
const GLOBAL: &[Routing] = &[Routing::Global];

/// Prefixes of usage types, for lists that do not say the region.
const REGIONS: [(&str, &str); 19] = [
    ("USE1", "us-east-1"),
    ("USE2", "us-east-2"),
    ("USW1", "us-west-1"),
    ("USW2", "us-west-2"),
    ("CAN1", "ca-central-1"),
    ("EUC1", "eu-central-1"),
    ("EU", "eu-west-1"),
    ("EUW1", "eu-west-1"),
    ("EUW2", "eu-west-2"),
    ("EUW3", "eu-west-3"),
    ("EUN1", "eu-north-1"),
    ("APN1", "ap-northeast-1"),
    ("APN2", "ap-northeast-2"),
    ("APN3", "ap-northeast-3"),
    ("APS1", "ap-southeast-1"),
    ("APS2", "ap-southeast-2"),
    ("APS3", "ap-south-1"),
    ("SAE1", "sa-east-1"),
    ("UGW1", "us-gov-west-1"),
];

/// What is looked for, in this order: reading the cache has `input` in its name, too.
const MARKS: [(&[&str], Mark); 7] = [
    (&["provisioned", "throughput"], Mark::Hourly),
    (&["customization", "training"], Mark::Kind(Kind::Training)),
    (&["customization", "storage"], Mark::Kind(Kind::Storage)),
    (&["cache", "read"], Mark::Kind(Kind::CacheRead)),
    (&["cache", "write"], Mark::Kind(Kind::CacheWrite5m)),
    (&["input"], Mark::Kind(Kind::Input)),
    (&["output"], Mark::Kind(Kind::Output)),
];

#[derive(Clone, Copy)]
enum Mark {
    Kind(Kind),
    Hourly,
}

/// Reads one, or says why not.
pub fn read(item: &Item) -> Result<Meaning, String> {
    let (prefix, rest) = prefix(&item.usage);
    let (marketplace, body) = match rest.strip_prefix("MP:") {
        Some(rest) => {
            let rest = rest.split_once('_').map_or(rest, |(_, rest)| rest);
            (true, rest.trim_end_matches("-Units"))
        }
        None => (false, rest),
    };
    let words = words(body);
    let (at, length, mark) = mark(&words).ok_or("it does not say what is paid for")?;
    let after: Vec<&str> = words[at + length..].iter().map(String::as_str).collect();
    let (kind, routing) = kind(mark, &after)?;
    let name = if at > 0 {
        words[..at].join("-")
    } else {
        name(&item.product)
    };
    if name.is_empty() {
        return Err("it does not say which model".to_owned());
    }
    let region = match (item.region.as_str(), prefix) {
        ("", None) => return Err("it does not say which region".to_owned()),
        ("", Some(region)) | (region, _) => region,
    };
    if item.amount <= Decimal::ZERO {
        return Err(format!("{} is no price", item.amount));
    }
    let factor = factor(kind, &item.unit, marketplace);
    let factor =
        factor.ok_or_else(|| format!("\"{}\" is no unit of {}", item.unit, kind.code()))?;
    let amount = item
        .amount
        .checked_mul(factor)
        .ok_or("the price is too large")?;
    Ok(Meaning {
        name,
        kind,
        region: region.to_owned(),
        routing,
        amount: amount.normalize(),
    })
}

/// A model's name in small words, to compare by.
pub fn name(text: &str) -> String {
    words(text).join("-")
}

/// The region that a usage type begins with, and what follows.
fn prefix(usage: &str) -> (Option<&'static str>, &str) {
    let known = usage.split_once('-').and_then(|(code, rest)| {
        let region = REGIONS.iter().find(|region| region.0 == code)?.1;
        Some((Some(region), rest))
    });
    known.unwrap_or((None, usage))
}

/// Small words, whether they were apart by hyphens, underscores, spaces or capitals.
fn words(text: &str) -> Vec<String> {
    let mut apart = String::new();
    let mut small = false;
    for letter in text.chars() {
        if small && letter.is_ascii_uppercase() {
            apart.push('-');
        }
        small = letter.is_ascii_lowercase();
        apart.push(letter.to_ascii_lowercase());
    }
    let parts = apart.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    parts.map(str::to_owned).collect()
}

/// Where a mark stands, of how many words it is, and what it means.
fn mark(words: &[String]) -> Option<(usize, usize, Mark)> {
    MARKS.iter().find_map(|(mark, means)| {
        let at = words
            .windows(mark.len())
            .position(|window| window == *mark)?;
        Some((at, mark.len(), *means))
    })
}

/// The kind and the ways, by the words behind the mark.
fn kind(mark: Mark, after: &[&str]) -> Result<(Kind, &'static [Routing]), String> {
    let mut has = [false; 8];
    let [batch, custom, cross, global, geo, hour, month, six] = &mut has;
    let mut none = false;
    for word in after {
        match (*word, mark) {
            ("commit", Mark::Hourly) => none = true,
            ("1month", Mark::Hourly) => *month = true,
            ("6months", Mark::Hourly) => *six = true,
            ("no" | "model" | "units" | "usage", Mark::Hourly)
            | (
                "input" | "token" | "tokens" | "count" | "standard" | "region" | "model" | "5m",
                Mark::Kind(_),
            ) => {}
            ("batch", Mark::Kind(_)) => *batch = true,
            ("custom", Mark::Kind(_)) => *custom = true,
            ("cross", Mark::Kind(_)) => *cross = true,
            ("global", Mark::Kind(_)) => *global = true,
            ("geo", Mark::Kind(_)) => *geo = true,
            ("1h", Mark::Kind(Kind::CacheWrite5m)) => *hour = true,
            _ => return Err(format!("prices for `{word}` are not kept")),
        }
    }
    let [batch, custom, cross, global, geo, hour, month, six] = has;
    let routing = match (global, cross || geo) {
        (true, _) => GLOBAL,
        (false, true) => GEOGRAPHIC,
        (false, false) => REGIONAL,
    };
    let kind = match (mark, batch, custom) {
        (Mark::Hourly, ..) => match (none, month, six) {
            (true, false, false) => Kind::HourlyNone,
            (false, true, false) => Kind::Hourly1mo,
            (false, false, true) => Kind::Hourly6mo,
            _ => return Err("it does not say for how long".to_owned()),
        },
        (Mark::Kind(Kind::CacheWrite5m), false, false) if hour => Kind::CacheWrite1h,
        (Mark::Kind(kind), false, false) => kind,
        (Mark::Kind(Kind::Input), true, false) => Kind::BatchInput,
        (Mark::Kind(Kind::Output), true, false) => Kind::BatchOutput,
        (Mark::Kind(Kind::Input), false, true) => Kind::CustomInput,
        (Mark::Kind(Kind::Output), false, true) => Kind::CustomOutput,
        (Mark::Kind(Kind::CacheRead), false, true) => Kind::CustomCacheRead,
        _ => return Err("prices for these together are not kept".to_owned()),
    };
    Ok((kind, routing))
}

/// By what an amount is multiplied. Where the list says no unit for tokens, the marketplace counts
/// in millions and all others in thousands.
fn factor(kind: Kind, unit: &str, marketplace: bool) -> Option<Decimal> {
    let unit = unit.to_ascii_lowercase();
    let unsaid = unit.is_empty() || unit == "units";
    let fits = match kind {
        Kind::HourlyNone | Kind::Hourly1mo | Kind::Hourly6mo => {
            matches!(unit.as_str(), "hour" | "hours" | "hrs") || (marketplace && unsaid)
        }
        Kind::Storage => unit.contains("month"),
        _ if unit.starts_with("1k ") || (unsaid && !marketplace) => {
            return Some(Decimal::ONE_THOUSAND);
        }
        _ => unit.starts_with("1m ") || unit.contains("million") || unsaid,
    };
    fits.then_some(Decimal::ONE)
}

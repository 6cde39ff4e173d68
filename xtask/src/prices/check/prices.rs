//! Prices of one model: each for itself, and each against the others.

use rust_decimal::Decimal;

use super::sources;
use crate::prices::date;
use crate::prices::schema::{Book, Kind, Price};

/// A kind, another of the same model in the same place at the same time, and what is odd about them.
type Rule = (Kind, Kind, fn(Decimal, Decimal) -> bool, &'static str);

/// The rules. The first kind is the one that says why, if it is true.
const RULES: [Rule; 11] = [
    (
        Kind::Output,
        Kind::Input,
        cheaper,
        "output is cheaper than input",
    ),
    (
        Kind::BatchOutput,
        Kind::BatchInput,
        cheaper,
        "output is cheaper than input in batch",
    ),
    (
        Kind::CustomOutput,
        Kind::CustomInput,
        cheaper,
        "a custom model's output is cheaper than its input",
    ),
    (
        Kind::BatchInput,
        Kind::Input,
        not_half,
        "batch is not half of on demand",
    ),
    (
        Kind::BatchOutput,
        Kind::Output,
        not_half,
        "batch is not half of on demand",
    ),
    (
        Kind::CacheRead,
        Kind::Input,
        dearer,
        "reading the cache is not cheaper than input",
    ),
    (
        Kind::CustomCacheRead,
        Kind::CustomInput,
        dearer,
        "reading the cache is not cheaper than input",
    ),
    (
        Kind::CacheWrite1h,
        Kind::CacheWrite5m,
        cheaper,
        "an hour in the cache is cheaper than five minutes",
    ),
    (
        Kind::Hourly1mo,
        Kind::HourlyNone,
        dearer,
        "one month is not cheaper than no commitment",
    ),
    (
        Kind::Hourly6mo,
        Kind::Hourly1mo,
        dearer,
        "six months are not cheaper than one",
    ),
    (
        Kind::Hourly6mo,
        Kind::HourlyNone,
        dearer,
        "six months are not cheaper than no commitment",
    ),
];

fn cheaper(price: Decimal, other: Decimal) -> bool {
    price < other
}

fn dearer(price: Decimal, other: Decimal) -> bool {
    price >= other
}

fn not_half(price: Decimal, other: Decimal) -> bool {
    price + price != other
}

/// Looks through them.
pub fn check(book: &Book, place: &str, prices: &[Price], problems: &mut Vec<String>) {
    for (index, price) in prices.iter().enumerate() {
        let place = format!("{place}, {} from {}", price.kind.code(), price.from);
        for problem in alone(price) {
            problems.push(format!("{place}: {problem}"));
        }
        sources::known(book, &place, &price.sources, problems);
        for other in &prices[index + 1..] {
            if other.kind == price.kind && meet(price, other) && overlap(price, other) {
                problems.push(format!("{place}: another holds at the same time and place"));
            }
        }
        let odd = oddities(price, prices);
        match &price.odd {
            None => problems.extend(odd.into_iter().map(|odd| format!("{place}: {odd}"))),
            Some(reason) if reason.trim().is_empty() => {
                problems.push(format!("{place}: `odd` says why, or is left out"));
            }
            Some(_) if odd.is_empty() => {
                problems.push(format!("{place}: nothing is odd about it; leave `odd` out"));
            }
            Some(_) => {}
        }
    }
}

/// What is wrong with a price whatever the others are.
fn alone(price: &Price) -> Vec<String> {
    let mut problems = Vec::new();
    if amount(price).is_none() {
        let written = &price.amount;
        problems.push(format!(
            "the amount is \"{written}\"; right is a decimal above zero: 0.035"
        ));
    }
    let (unit, right) = (price.unit.code(), price.kind.unit().code());
    if unit != right {
        problems.push(format!("the unit is \"{unit}\"; right is \"{right}\""));
    }
    for (name, missing) in [
        ("regions", price.regions.is_empty()),
        ("routing", price.routing.is_empty()),
        ("from", price.from.is_empty()),
    ] {
        if missing {
            problems.push(format!("`{name}` is missing"));
        }
    }
    for day in [Some(&price.from), price.to.as_ref()].into_iter().flatten() {
        if !day.is_empty() && !date::is_day(day) {
            problems.push(format!("\"{day}\" is no day; right is 2026-08-20"));
        }
    }
    if price.to.as_ref().is_some_and(|to| *to <= price.from) {
        problems.push("it ends before it begins".to_owned());
    }
    problems
}

/// What looks like a mistake beside the other prices.
fn oddities(price: &Price, prices: &[Price]) -> Vec<String> {
    let mut odd = Vec::new();
    let Some(mine) = amount(price) else {
        return odd;
    };
    let others = || prices.iter().filter(|other| meet(price, other));
    for (_, kind, rule, problem) in RULES.iter().filter(|rule| rule.0 == price.kind) {
        let against = others().filter(|other| other.kind == *kind && overlap(price, other));
        for other in against {
            if amount(other).is_some_and(|other| rule(mine, other)) {
                odd.push(format!("{problem}: {} and {}", price.amount, other.amount));
            }
        }
    }
    let former = others().filter(|other| other.kind == price.kind && other.from < price.from);
    if let Some(former) = former.max_by_key(|former| &former.from)
        && let Some(before) = amount(former)
    {
        let (low, high) = (mine.min(before), mine.max(before));
        if low * Decimal::TEN <= high {
            let (was, is) = (&former.amount, &price.amount);
            odd.push(format!(
                "it is ten times the former price, or a tenth: {was} and {is}"
            ));
        }
    }
    odd
}

/// The amount, if it is one: digits with a point, above zero.
fn amount(price: &Price) -> Option<Decimal> {
    let plain = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    let written = Some(&price.amount).filter(|text| text.bytes().all(plain))?;
    let amount = Decimal::from_str_exact(written).ok()?;
    (amount > Decimal::ZERO).then_some(amount)
}

/// Whether two hold in a region and on a way that they share.
fn meet(one: &Price, other: &Price) -> bool {
    one.regions
        .iter()
        .any(|region| other.regions.contains(region))
        && one
            .routing
            .iter()
            .any(|routing| other.routing.contains(routing))
}

/// Whether two hold at the same time.
fn overlap(one: &Price, other: &Price) -> bool {
    let begins_in = |one: &Price, other: &Price| other.to.as_ref().is_none_or(|to| one.from < *to);
    begins_in(one, other) && begins_in(other, one)
}

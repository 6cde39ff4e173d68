//! Every number of every report is one: no panic, nothing that is not a number, no minus before
//! nothing, no crossing below one token; and each figure is consistent in itself. The figures that are
//! computed first are those of the whole report.

use crate::cases;
use crate::scenarios::{ALL, Asked, POINT, RANGES, Size, scenarios};
use crate::tree::{self, Reach, ends, number, visit};
use crossover::economics::{evaluate, headline};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios as people have them, and small ones.
    #[test]
    fn every_number_is_one(asked in prop_oneof![
        scenarios(Size::Everyday, POINT),
        scenarios(Size::Everyday, ALL),
        scenarios(Size::Small, POINT),
        scenarios(Size::Small, RANGES),
    ]) {
        is_whole(&asked)?;
    }

    /// 10,000 scenarios at and between the bounds of every field.
    #[test]
    fn every_number_is_one_at_the_bounds(asked in prop_oneof![
        scenarios(Size::Extreme, POINT),
        scenarios(Size::Extreme, ALL),
    ]) {
        is_whole(&asked)?;
    }
}

fn is_whole(Asked(scenario): &Asked) -> Result<(), TestCaseError> {
    let report = match evaluate(scenario) {
        Ok(report) => report,
        Err(cause) => {
            prop_assert!(cause.inputs.fields().next().is_some(), "nothing is named");
            return Ok(());
        }
    };
    let first = headline(scenario).ok();
    prop_assert_eq!(first.as_ref(), Some(&report.headline));
    let tree = tree::of_report(&report);
    let mut wrong = Vec::new();
    visit(&tree, &mut |path, value| {
        if let Some(why) = is_wrong(path, value) {
            wrong.push(format!("{path}: {why}: {value}"));
        }
    });
    prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// What is wrong with a value, apart from what is inside it.
fn is_wrong(path: &str, value: &Value) -> Option<&'static str> {
    match value {
        Value::Number(count) => (!count.is_u64()).then_some("not a count"),
        Value::String(text) if is_code(text) => None,
        Value::String(text) => {
            if !is_number(text) {
                return Some("not a number as reports write it");
            }
            let may_be_negative = ["saving", "sensitivity", "change", "loss", "lift"];
            let is_negative = text.starts_with('-');
            let may = may_be_negative.iter().any(|part| path.contains(part));
            (is_negative && !may).then_some("negative")
        }
        Value::Object(_) if value.get("window_count").is_some() => is_wrong_crossing(value),
        Value::Object(_) => {
            let ends = ends(value)?;
            (ends.low > ends.high).then_some("the wrong way round")
        }
        _ => None,
    }
}

/// A word, such as `on_demand`, or a commitment's length.
fn is_code(text: &str) -> bool {
    let word = |c: char| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit();
    let starts = text.starts_with(|c: char| c.is_ascii_lowercase());
    starts && text.chars().all(word) && !["nan", "inf", "infinity"].contains(&text)
        || ["1mo", "6mo"].contains(&text)
}

/// Digits with at most six of them behind the point, the last of which is not nothing.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "1"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole)
        && all_digits(fraction)
        && fraction.len() <= 6
        && !fraction.ends_with('0')
        && (whole == "0" || !whole.starts_with('0'))
        && text != "-0"
        && text.parse::<Decimal>().is_ok()
}

fn is_wrong_crossing(crossing: &Value) -> Option<&'static str> {
    let Some(found) = ends(crossing) else {
        return Some("no crossing");
    };
    let one = Reach::At(Decimal::ONE);
    let wrong_low = match crossing["state"].as_str() {
        Some("at") => found.low < one || found.low == Reach::Never,
        Some("every" | "equal") => found.low != one,
        Some("never") => found.low != Reach::Never,
        _ => true,
    };
    if wrong_low || found.high < found.low {
        return Some("state and volumes disagree");
    }
    let Some(windows) = crossing["windows"].as_array() else {
        let alone = crossing["first"].is_null() && crossing["window_count"].is_null();
        return (!alone).then_some("half of the windows");
    };
    let count = crossing["window_count"].as_u64();
    let told = u64::try_from(windows.len()).ok();
    if count < told || told < Some(12) && count != told || found.low != found.high {
        return Some("the count of windows");
    }
    if crossing["first"]
        != windows
            .first()
            .map_or(Value::Null, |first| first["from"].clone())
    {
        return Some("the first volume");
    }
    let mut free_from = Decimal::ONE;
    for (index, window) in windows.iter().enumerate() {
        let (from, to) = (number(&window["from"]), number(&window["to"]));
        let is_last = count == u64::try_from(index + 1).ok();
        let Some(from) = from.filter(|from| *from >= free_from) else {
            return Some("windows overlap");
        };
        match to {
            None if !is_last => return Some("an open window before the last"),
            Some(to) if to < from => return Some("an empty window"),
            Some(to) => free_from = to + Decimal::TWO,
            None => {}
        }
        let always = Reach::At(from);
        if to.is_none() && found.low != always {
            return Some("the open window is not the one that always holds");
        }
    }
    None
}

#[test]
fn wrong_numbers_are_seen() {
    for text in [
        "-0",
        "0.0",
        "1.",
        ".5",
        "01",
        "1.50",
        "NaN",
        "inf",
        "infinity",
        "1e5",
        "0.1234567",
        "--1",
        "-0.0",
        "+1",
        "",
    ] {
        assert!(!is_number(text) && !is_code(text), "{text:?}");
    }
    for text in ["0", "-1", "0.5", "-0.000001", "81111112", "100"] {
        assert!(is_number(text), "{text:?}");
    }
}

//! Receipts: the formula of an amount, evaluated by somebody else, gives the amount.

use crate::cases;
use crate::formula;
use crate::scenarios::{ALL, POINT, Size, scenarios};
use crate::tree::{ends, of_report, visit};
use crossover::economics::{Receipt, Receipts};
use crossover::export::explain;
use crossover::scenario::{FieldId, Scenario};
use fraction::{Fraction, whole};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

/// Whether what stands at a path is no amount, or one without a receipt.
fn is_without(path: &str, value: &Value) -> bool {
    let parts = [
        "months",
        "stop_after",
        "sensitivity",
        "payback",
        "runs_out",
        "loss",
        "lift",
    ];
    value.get("window_count").is_some() || path.split('/').any(|part| parts.contains(&part))
}

proptest! {
    #![proptest_config(cases(2_000))]

    /// 2,000 scenarios, some two hundred formulas each.
    #[test]
    fn a_formula_gives_its_amount(asked in prop_oneof![
        scenarios(Size::Everyday, POINT),
        scenarios(Size::Everyday, ALL),
        scenarios(Size::Extreme, ALL),
    ]) {
        every_formula_gives_its_amount(&asked.0)?;
    }
}

fn every_formula_gives_its_amount(scenario: &Scenario) -> Result<usize, TestCaseError> {
    let Ok(receipts) = Receipts::of(scenario) else {
        return Err(TestCaseError::reject("too large"));
    };
    let tree = of_report(&receipts.report);
    let mut amounts = Vec::new();
    visit(&tree, &mut |path, value| {
        if ends(value).is_some() && !is_without(path, value) {
            amounts.push((path.to_owned(), value));
        }
    });
    for (path, amount) in &amounts {
        let dotted = path.trim_start_matches('/').replace('/', ".");
        let explained = explain(&receipts, &dotted);
        prop_assert!(explained.is_ok(), "{} has no receipt", path);
        let explained = explained.expect("checked");
        for (end, receipt) in [("low", explained.low), ("high", explained.high)] {
            prop_assert!(receipt.is_some(), "{} has no receipt at its {}", path, end);
            let wrong = wrong(&receipt.expect("checked"), &amount[end], scenario);
            prop_assert_eq!(wrong, None, "{} at its {}", path, end);
        }
    }
    Ok(amounts.len())
}

/// What is wrong with a receipt of a reported number.
fn wrong(receipt: &Receipt, reported: &Value, scenario: &Scenario) -> Option<String> {
    let say = |what: String| Some(format!("{what}: {receipt:?}, reported {reported}"));
    let value: Decimal = match receipt.value.parse() {
        Ok(value) => value,
        Err(_) => return say("no value".to_owned()),
    };
    let exact = Fraction::of(value);
    // The model works with 28 digits, so far as a number has more.
    let size = exact.abs().max(whole(1));
    let tolerance = size / whole(1_000_000_000_000_000_i64);
    let named = |name: &str| {
        let mut inputs = receipt.inputs.iter().filter(|input| input.name == name);
        inputs.next().and_then(|input| input.value.parse().ok())
    };
    // A name with two values, at either end of its range, can be told in numbers alone.
    let is_told_once = receipt.inputs.iter().enumerate().all(|(at, input)| {
        receipt
            .inputs
            .iter()
            .skip(at + 1)
            .all(|other| other.name != input.name)
    });
    let formula = if is_told_once {
        &receipt.formula
    } else {
        &receipt.substituted
    };
    for text in [formula, &receipt.substituted] {
        match formula::value(text, &named) {
            Ok(found) if (&found - &exact).abs() <= tolerance => {}
            Ok(found) => return say(format!("{text} is {}", found.printed())),
            Err(why) => return say(format!("{text}: {why}")),
        }
    }
    if let Ok(found) = formula::value(&receipt.substituted, &|_| None)
        && (&found - &exact).abs() > tolerance
    {
        return say("names are left in the numbers".to_owned());
    }
    // The last three of many digits do not decide how a number is rounded.
    let many = value.scale() > 18;
    let away = Decimal::new(if many { 1_000 } else { 0 }, value.scale());
    let away = if value.is_sign_negative() {
        -away
    } else {
        away
    };
    let exact = Fraction::of(value + away);
    let printed = exact.printed();
    let rounded = whole(exact.nearest()).printed();
    let text = reported.as_str().unwrap_or_default();
    if text != printed && text != rounded {
        return say("another amount".to_owned());
    }
    let unnamed = receipt.inputs.iter().find(|input| {
        let field = FieldId::ALL.iter().find(|id| id.field().name == input.name);
        let known = field.is_some_and(|id| scenario.text(*id).is_empty());
        known && !input.value.is_empty()
    });
    unnamed.and_then(|input| say(format!("{} is empty", input.name)))
}

#[test]
fn the_worked_example_has_a_receipt_for_every_amount() {
    let amounts = every_formula_gives_its_amount(&Scenario::default());
    assert!(amounts.is_ok_and(|amounts| amounts > 80));
}

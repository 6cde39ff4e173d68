//! Trees of several places of a box as one: each amount from its lowest to its highest value.

use crate::staircase::SKIP;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

/// One tree for all.
pub fn of(mut trees: Vec<Value>) -> Value {
    if trees.len() == 1 {
        return trees.remove(0);
    }
    if trees.iter().any(Value::is_null) {
        return Value::Null;
    }
    match &trees[0] {
        Value::Object(first) if first.contains_key("state") => crossing(&trees),
        Value::Object(first) if first.contains_key("low") && first.len() == 2 => {
            json!({"low": low(&trees), "high": high(&trees)})
        }
        Value::Object(first) => {
            let part = |key: &String| {
                let parts = trees.iter().map(|tree| tree[key].clone());
                (key.clone(), of(parts.collect()))
            };
            Value::Object(first.keys().map(part).collect::<Map<_, _>>())
        }
        Value::Array(first) => {
            let part = |at| of(trees.iter().map(|tree| tree[at].clone()).collect());
            (0..first.len()).map(part).collect()
        }
        same => {
            assert!(trees.iter().all(|tree| tree == same), "{same} everywhere");
            same.clone()
        }
    }
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.parse().expect("a number")),
        other => Some(other.to_string().parse().expect("a number")),
    }
}

/// The lowest of those that are there.
fn low(trees: &[Value]) -> Value {
    let there = trees.iter().filter(|tree| !tree["low"].is_null());
    let lowest = there.min_by_key(|tree| number(&tree["low"]));
    lowest.map_or(Value::Null, |tree| tree["low"].clone())
}

/// The highest, should all be there.
fn high(trees: &[Value]) -> Value {
    let highest = trees.iter().max_by_key(|tree| {
        let high = number(&tree["high"]);
        (high.is_none(), high)
    });
    highest.map_or(Value::Null, |tree| tree["high"].clone())
}

/// The best crossing, up to the worst.
fn crossing(trees: &[Value]) -> Value {
    let best = trees.iter().min_by_key(|tree| {
        let low = number(&tree["low"]);
        let rank = ["every", "equal", "at", "never"];
        let rank = rank.iter().position(|state| tree["state"] == *state);
        (low.is_none(), low, rank)
    });
    let mut best = best.cloned().unwrap_or_default();
    best["high"] = high(trees);
    // Costs that never differ at one corner may cross at another.
    if best["state"] == "equal" && trees.iter().any(|tree| tree["state"] == "at") {
        best["state"] = json!("at");
    }
    // A corner that is neither the best nor the worst may have steps that are too narrow.
    if trees.iter().any(|tree| tree["bound"] != best["bound"]) {
        best["bound"] = json!(SKIP);
    }
    best
}

/// Their bounds may be beyond all reason, and are then not told.
const PROPORTIONS: [&str; 3] = [
    "steady_percent",
    "steady_change_percent",
    "utilisation_percent",
];

/// A report with our own ends in the place of its bounds, where ours lie within them.
pub fn within_bounds(theirs: &Value, ours: &Value) -> Value {
    match (theirs, ours) {
        (Value::Object(them), Value::Object(us)) => {
            let is_bound = them.get("bound") == Some(&json!(true));
            let is_ends = us.len() == 2 && us.contains_key("low");
            // A time that never comes is later than all.
            let end = |ends: &Map<_, _>, end| number(&ends[end]).unwrap_or(Decimal::MAX);
            if is_bound
                && is_ends
                && end(them, "low") <= end(us, "low")
                && end(us, "high") <= end(them, "high")
            {
                return ours.clone();
            }
            let part = |(key, value): (&String, &Value)| {
                let us = us.get(key).unwrap_or(&Value::Null);
                let is_told = !(value.is_null() && PROPORTIONS.contains(&&**key));
                let part = if is_told {
                    within_bounds(value, us)
                } else {
                    us.clone()
                };
                (key.clone(), part)
            };
            Value::Object(them.iter().map(part).collect::<Map<_, _>>())
        }
        (Value::Array(them), Value::Array(us)) if them.len() == us.len() => {
            let both = them.iter().zip(us);
            both.map(|(them, us)| within_bounds(them, us)).collect()
        }
        _ => theirs.clone(),
    }
}

#[test]
fn a_hull_has_the_ends_of_all() {
    let amount = |value: &str| json!({"low": value, "high": value});
    assert_eq!(
        of(vec![amount("9"), amount("-10.5"), amount("10")]),
        json!({"low": "-10.5", "high": "10"})
    );
    let never = json!({"low": null, "high": null});
    assert_eq!(
        of(vec![never, amount("3")]),
        json!({"low": "3", "high": null})
    );
    assert_eq!(of(vec![Value::Null, amount("3")]), Value::Null);
    let crossing = |state, low| json!({"state": state, "low": low, "high": low, "bound": false});
    assert_eq!(
        of(vec![
            crossing("never", Value::Null),
            crossing("at", json!("7"))
        ]),
        json!({"state": "at", "low": "7", "high": null, "bound": false})
    );
    let wide = json!({"a": {"low": "1", "high": "9", "bound": true}});
    let ours = json!({"a": {"low": "2", "high": "9"}});
    assert_eq!(within_bounds(&wide, &ours), ours);
    let far = json!({"a": {"low": "2", "high": "9.5"}});
    assert_eq!(within_bounds(&wide, &far), wide);
}

//! A report as the tree of its JSON, so that a property can be stated once for all its figures.

use crossover::economics::{Report, TooLarge, evaluate};
use crossover::scenario::Scenario;
use rust_decimal::Decimal;
use serde_json::Value;

/// The report of a scenario, as JSON.
pub fn tree(scenario: &Scenario) -> Result<Value, TooLarge> {
    evaluate(scenario).map(|report| of_report(&report))
}

/// A report as JSON.
pub fn of_report(report: &Report) -> Value {
    let json = crossover::export::report(report, &[]);
    serde_json::from_str(&json).expect("a report is JSON")
}

/// Visits every value of a tree with the path to it, the whole first.
pub fn visit<'t>(tree: &'t Value, see: &mut impl FnMut(&str, &'t Value)) {
    fn below<'t>(path: &mut String, tree: &'t Value, see: &mut impl FnMut(&str, &'t Value)) {
        see(path, tree);
        let length = path.len();
        let mut inside = |name: &str, value: &'t Value| {
            path.push('/');
            path.push_str(name);
            below(path, value, see);
            path.truncate(length);
        };
        match tree {
            Value::Object(parts) => parts.iter().for_each(|(name, part)| inside(name, part)),
            Value::Array(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    inside(&index.to_string(), part);
                }
            }
            _ => {}
        }
    }
    below(&mut String::new(), tree, see);
}

/// All values that are no object and no array, with the paths to them.
pub fn leaves(tree: &Value) -> Vec<(String, &Value)> {
    let mut leaves = Vec::new();
    visit(tree, &mut |path, value| {
        if !value.is_object() && !value.is_array() {
            leaves.push((path.to_owned(), value));
        }
    });
    leaves
}

/// A number as a report has it.
pub fn number(value: &Value) -> Option<Decimal> {
    value.as_str()?.parse().ok()
}

/// The number at a path, which must be there.
#[track_caller]
pub fn at(tree: &Value, path: &str) -> Decimal {
    let found = tree.pointer(path).and_then(number);
    found.unwrap_or_else(|| panic!("no number at {path}"))
}

/// A value, or never: a crossing or a payback that does not happen lies beyond every one that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    At(Decimal),
    Never,
}

/// A figure's two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    pub low: Reach,
    pub high: Reach,
    pub bound: bool,
}

/// The two ends of a value, should it have any.
pub fn ends(value: &Value) -> Option<Ends> {
    let end = |name| match value.get(name)? {
        Value::Null => Some(Reach::Never),
        end => number(end).map(Reach::At),
    };
    Some(Ends {
        low: end("low")?,
        high: end("high")?,
        bound: value.get("bound") == Some(&Value::Bool(true)),
    })
}

/// Every figure that depends on the ranges, with the path to it. What is told at the middle of all
/// ranges does not, nor do scores.
pub fn figures(tree: &Value) -> Vec<(String, Ends)> {
    let apart = [
        "/sensitivity",
        "/break_even",
        "/quality/loss",
        "/quality/lift",
    ];
    let mut figures = Vec::new();
    visit(tree, &mut |path, value| {
        if let Some(ends) = ends(value)
            && !apart.iter().any(|apart| path.starts_with(apart))
        {
            figures.push((path.to_owned(), ends));
        }
    });
    figures
}

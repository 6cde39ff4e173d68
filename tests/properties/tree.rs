//! A report as the tree of its JSON, so that a property can be stated once for all its figures.

use crossover::economics::{Report, TooLarge, evaluate};
use crossover::scenario::Scenario;
use rust_decimal::Decimal;
use serde_json::Value;

/// The report of a scenario, as JSON.
pub fn tree(scenario: &Scenario) -> Result<Value, TooLarge> {
    evaluate(scenario).map(|report| of_report(&report))
}

/// The figures and codes of a report as JSON: all but what was asked and the sentences.
pub fn of_report(report: &Report) -> Value {
    let json = crossover::export::report(report, &[]);
    let mut tree: Value = serde_json::from_str(&json).expect("a report is JSON");
    let parts = tree.as_object_mut().expect("a report has parts");
    for asked in ["scenario", "link", "warnings"] {
        parts.remove(asked).expect("a part of a report");
    }
    let verdict = parts["verdict"].as_object_mut().expect("a verdict");
    verdict.remove("sentence").expect("a sentence");
    tree
}

/// Every figure of a tree with the path to it: an amount, a crossing or a value that may be none is
/// one, as is whatever stands alone.
pub fn parts(tree: &Value) -> Vec<(String, &Value)> {
    let mut parts: Vec<(String, &Value)> = Vec::new();
    visit(tree, &mut |path, value| {
        let inside = |(above, _): &(String, &Value)| {
            path.strip_prefix(above.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        };
        let is_end = |end: &Value| end.is_string() || end.is_null();
        let is_figure = value.get("low").is_some_and(is_end) || value.get("state").is_some();
        let is_alone = !value.is_object() && !value.is_array();
        if (is_figure || is_alone) && !parts.last().is_some_and(inside) {
            parts.push((path.to_owned(), value));
        }
    });
    parts
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

/// A number as a report has it.
pub fn number(value: &Value) -> Option<Decimal> {
    value.as_str()?.parse().ok()
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

//! The oracle's tree against the report's, leaf by leaf.

use crate::fraction::{Fraction, most_tokens, whole};
use crate::inputs::Inputs;
use crate::path::Path;
use crate::scenarios::Asked;
use crate::staircase::SKIP;
use crossover::economics::evaluate;
use crossover::link::encode;
use crossover::scenario::{FieldId, Scenario};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::Value;

/// So many scenarios are tried of each part of the report.
pub const CASES: u32 = 2_000;

/// Numbers that unknown inputs might be.
const GUESSES: [i64; 3] = [0, 7, 40];

/// Compares what stands in a tree with the report, leaf by leaf.
pub fn tree_agrees(make: impl Fn(&Inputs) -> Value) {
    agree(CASES, |asked, report| asked.differences(&make, report));
}

/// What was asked, as the oracle holds it.
pub struct Question {
    pub inputs: Inputs,
    /// With guesses in the place of unknown inputs; none where nothing is unknown.
    guesses: Vec<Inputs>,
}

impl Question {
    fn of(scenario: &Scenario) -> Self {
        let text = |id: &FieldId| scenario.text(*id);
        let unknown = FieldId::ALL.iter().any(|id| text(id) == "?");
        let guessed = |guess: &i64| Inputs::guessed(scenario, Some(&whole(*guess)));
        let guesses = GUESSES.iter().filter(|_| unknown).map(guessed);
        Self {
            inputs: Inputs::of(scenario),
            guesses: guesses.collect(),
        }
    }

    /// Where the report has something else. It may have a figure for which the oracle lacks an
    /// input, but only one that is the same whatever that input is.
    pub fn differences(&self, make: impl Fn(&Inputs) -> Value, report: &Value) -> Vec<String> {
        let guesses: Vec<_> = self.guesses.iter().map(&make).collect();
        let guesses: Vec<_> = guesses.iter().collect();
        differences(&make(&self.inputs), &guesses, report, "")
    }
}

/// Compares one part of the report on many scenarios. `wrong` names all that is wrong, given what
/// was asked and the report.
pub fn agree(cases: u32, wrong: impl Fn(&Question, &Value) -> Vec<String>) {
    let asked = std::env::var("ORACLE_CASES").ok();
    let config = Config {
        cases: asked.map_or(cases, |asked| asked.parse().expect("a number of cases")),
        failure_persistence: None,
        ..Config::default()
    };
    let seed = std::env::var("ORACLE_SEED").ok();
    let seed: u64 = seed.map_or_else(now, |seed| seed.parse().expect("a seed"));
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(config, random);
    let tried = runner.run(&crate::scenarios::points(), |Asked(scenario)| {
        let asked = Question::of(&scenario);
        let problems = match evaluate(&scenario) {
            Ok(report) => {
                let report = crossover::export::report(&report, &[]);
                let report = serde_json::from_str(&report).expect("a report is JSON");
                wrong(&asked, &report)
            }
            Err(_) if is_too_large(&asked.inputs) => Vec::new(),
            Err(failure) => vec![format!("nothing is too large, but: {failure:?}")],
        };
        if problems.is_empty() {
            return Ok(());
        }
        let problems = problems.join("\n  ");
        Err(TestCaseError::fail(format!(
            "#{}\n  {problems}",
            encode(&scenario)
        )))
    });
    if let Err(failure) = tried {
        panic!("ORACLE_SEED={seed}: {failure}");
    }
}

fn now() -> u64 {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed();
    since.map_or(0, |since| since.subsec_nanos().into())
}

/// Whether some amount or volume lies beyond the limits.
fn is_too_large(inputs: &Inputs) -> bool {
    let path = Path::new(inputs, inputs.term);
    let last = path.block(path.horizon.max(12)).1;
    let most = whole(most_tokens());
    if (1..=last).any(|month| path.volume(month) > most) {
        return true;
    }
    let trees = [
        crate::tree::paths(inputs),
        crate::tree::terms(inputs),
        crate::tree::capacity(inputs),
        crate::levers::value(inputs),
        crate::quality::value(inputs),
    ];
    trees.iter().any(holds_too_much)
}

/// Whether a leaf is above 10¹⁵.
fn holds_too_much(tree: &Value) -> bool {
    match tree {
        Value::Array(all) => all.iter().any(holds_too_much),
        Value::Object(all) => all.values().any(holds_too_much),
        Value::String(text) => text
            .split('.')
            .next()
            .and_then(|before| before.parse::<i128>().ok())
            .is_some_and(|before| before.abs() >= 10_i128.pow(15)),
        _ => false,
    }
}

/// Every leaf of a tree that the report has otherwise. What only the report has is not looked at.
fn differences(ours: &Value, guesses: &[&Value], theirs: &Value, path: &str) -> Vec<String> {
    match (ours, theirs) {
        (Value::Null, theirs) if !theirs.is_null() && !guesses.is_empty() => guesses
            .iter()
            .flat_map(|guess| differences(guess, &[], theirs, &format!("{path} (guessed)")))
            .collect(),
        (Value::String(skip), _) if skip == SKIP => Vec::new(),
        (Value::Object(ours), Value::Object(_)) => ours
            .iter()
            .flat_map(|(key, ours)| {
                let guesses: Vec<_> = guesses.iter().map(|guess| &guess[key]).collect();
                differences(ours, &guesses, &theirs[key], &format!("{path}.{key}"))
            })
            .collect(),
        (Value::Array(ours), Value::Array(all)) if ours.len() == all.len() => ours
            .iter()
            .zip(all)
            .enumerate()
            .flat_map(|(at, (ours, theirs))| {
                let guesses: Vec<_> = guesses.iter().map(|guess| &guess[at]).collect();
                differences(ours, &guesses, theirs, &format!("{path}[{at}]"))
            })
            .collect(),
        _ if plain(ours) == plain(theirs) => Vec::new(),
        _ => vec![format!("{path}: {ours} expected, {theirs} reported")],
    }
}

/// A leaf as its text: a count may be a number or a string of digits, and no bound is none.
fn plain(leaf: &Value) -> String {
    match leaf {
        Value::String(text) => text.clone(),
        Value::Bool(false) => "null".to_owned(),
        other => other.to_string(),
    }
}

/// The report with the student's lines by their ids; a line that is not there is nothing.
pub fn with_lines_by_id(report: &Value) -> Value {
    let nothing = crate::tree::amount(&whole(0));
    let mut report = report.clone();
    let told = report["student"]["lines"].take();
    let told = told.as_array().cloned().unwrap_or_default();
    let line = |id: &str| {
        let line = told.iter().find(|line| line["id"] == id);
        let end = |end: &str| line.map_or(&nothing, |line| &line[end]).clone();
        serde_json::json!({"month_1": end("month_1"), "steady": end("steady")})
    };
    let lines = crate::tree::LINES.map(|id| (id.to_owned(), line(id)));
    report["student"]["lines"] = Value::Object(lines.into_iter().collect());
    report
}

#[test]
fn every_leaf_is_compared() {
    let ours = serde_json::json!({"a": [{"low": "1"}], "b": SKIP, "c": "3"});
    let theirs = serde_json::json!({"a": [{"low": "2"}], "b": null, "c": 3, "d": 4});
    assert_eq!(
        differences(&ours, &[], &theirs, ""),
        [".a[0].low: \"1\" expected, \"2\" reported"]
    );
    assert!(holds_too_much(
        &serde_json::json!({"a": ["1000000000000000.5"]})
    ));
    assert!(Fraction::of("0.5".parse().expect("a number")) < whole(1));
}

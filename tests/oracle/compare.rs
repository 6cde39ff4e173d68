//! The oracle's tree against the report's, leaf by leaf, on scenarios that all tests share.

use crate::inputs::{Inputs, most_tokens};
use crate::path::Path;
use crate::scenarios::{Asked, scenarios};
use crate::staircase::SKIP;
use crate::{hull, levers, quality, tree};
use crossover::economics::evaluate;
use crossover::link::encode;
use crossover::scenario::{Choice, FieldId, Scenario, Term};
use fraction::{Fraction, whole};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use std::sync::LazyLock;

/// So many scenarios are tried.
const CASES: usize = 2_000;

/// Numbers that unknown inputs might be.
const GUESSES: [i64; 3] = [0, 7, 40];

/// A scenario and its report, or what its error says.
struct Tried {
    scenario: Scenario,
    report: Result<Value, String>,
}

/// What all tests try.
static TRIED: LazyLock<Vec<Tried>> = LazyLock::new(|| {
    let cases = std::env::var("ORACLE_CASES").ok();
    let cases = cases.map_or(CASES, |cases| cases.parse().expect("a number of cases"));
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&SEED.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let scenarios = scenarios();
    let mut draw = || {
        let drawn = scenarios.new_tree(&mut runner).expect("a scenario");
        let Asked(scenario) = drawn.current();
        Tried {
            report: report(&scenario),
            scenario,
        }
    };
    (0..cases).map(|_| draw()).collect()
});

static SEED: LazyLock<u64> = LazyLock::new(|| {
    let now = || {
        let since = std::time::SystemTime::UNIX_EPOCH.elapsed();
        since.map_or(0, |since| since.subsec_nanos().into())
    };
    let seed = std::env::var("ORACLE_SEED").ok();
    seed.map_or_else(now, |seed| seed.parse().expect("a seed"))
});

fn report(scenario: &Scenario) -> Result<Value, String> {
    let report = evaluate(scenario).map_err(|failure| failure.to_string())?;
    let json = crossover::export::report(&report, &[]);
    Ok(serde_json::from_str(&json).expect("a report is JSON"))
}

/// Compares what stands in a tree with the report, leaf by leaf.
pub fn tree_agrees(make: impl Fn(&Inputs) -> Value) {
    agree(1, |asked, report| asked.differences(&make, report));
}

/// What was asked, as the oracle holds it.
pub struct Question {
    pub inputs: Box_,
    /// With guesses in the place of unknown inputs; none where nothing is unknown.
    pub guesses: Vec<Box_>,
}

/// The middle of all ranges, and the places of the box that are tried.
pub struct Box_ {
    pub middle: Inputs,
    pub all: Vec<Inputs>,
}

impl Question {
    fn of(scenario: &Scenario) -> Self {
        let unknown = FieldId::ALL.iter().any(|id| scenario.text(*id) == "?");
        let of = |guess: Option<&Fraction>| Box_ {
            middle: Inputs::middle(scenario, guess),
            all: Inputs::all(scenario, guess),
        };
        let guesses = GUESSES.iter().filter(|_| unknown);
        Self {
            inputs: of(None),
            guesses: guesses.map(|guess| of(Some(&whole(*guess)))).collect(),
        }
    }

    /// Where the report has something else than the ends over the box. It may have a figure for
    /// which the oracle lacks an input, but only one that is the same whatever that input is.
    pub fn differences(&self, make: impl Fn(&Inputs) -> Value, report: &Value) -> Vec<String> {
        self.compared(
            |places| hull::of(places.all.iter().map(&make).collect()),
            report,
        )
    }

    /// The same of what is told for the middle of all ranges.
    pub fn differences_amid(&self, make: impl Fn(&Inputs) -> Value, report: &Value) -> Vec<String> {
        self.compared(|places| make(&places.middle), report)
    }

    fn compared(&self, make: impl Fn(&Box_) -> Value, report: &Value) -> Vec<String> {
        let guesses: Vec<_> = self.guesses.iter().map(&make).collect();
        let guesses: Vec<_> = guesses.iter().collect();
        let moved = [FieldId::volume, FieldId::teacher_share];
        let middle = &self.inputs.middle;
        let moves_units = middle.maybe(FieldId::unit_capacity).is_some()
            && moved.iter().any(|id| middle.is_range(*id));
        // The teacher's rate then is a part of what has to be paid back.
        let moves_once =
            middle.maybe(FieldId::pairs).is_some() && middle.is_range(FieldId::teacher_rate);
        let may_be_bounds = moves_units || moves_once;
        let ours = make(&self.inputs);
        let report = if may_be_bounds {
            &hull::within_bounds(report, &ours)
        } else {
            report
        };
        differences(&ours, &guesses, report, "")
    }
}

/// Compares one part of the report on every so manieth scenario. `wrong` names all that is wrong,
/// given what was asked and the report.
pub fn agree(every: usize, wrong: impl Fn(&Question, &Value) -> Vec<String>) {
    let wrong = |scenario: &Scenario, reported: &Result<Value, String>| match reported {
        Ok(report) => wrong(&Question::of(scenario), report),
        Err(_) => Vec::new(),
    };
    for Tried { scenario, report } in TRIED.iter().step_by(every) {
        if !wrong(scenario, report).is_empty() {
            fail(scenario, |scenario| {
                wrong(scenario, &self::report(scenario))
            });
        }
    }
}

/// A scenario has no report only where some amount or volume lies beyond the limits.
pub fn only_what_is_too_large_has_no_report() {
    let wrong = |scenario: &Scenario| match report(scenario) {
        Err(said) => {
            let too_large = |guess| is_too_large(&Inputs::all(scenario, guess));
            // An amount that needs no unknown input is what it is, whatever the unknown ones are.
            let guesses = GUESSES.map(whole);
            let is_too_large =
                too_large(None) || guesses.iter().all(|guess| too_large(Some(guess)));
            if is_too_large { Vec::new() } else { vec![said] }
        }
        Ok(_) => Vec::new(),
    };
    let without = TRIED.iter().filter(|tried| tried.report.is_err());
    assert!(without.clone().count() < TRIED.len() / 10, "few are tried");
    for Tried { scenario, .. } in without {
        if !wrong(scenario).is_empty() {
            fail(scenario, wrong);
        }
    }
}

/// Fails with what is wrong, of a scenario as near to the default one as may be.
fn fail(scenario: &Scenario, wrong: impl Fn(&Scenario) -> Vec<String>) {
    let mut simple = scenario.clone();
    for id in FieldId::ALL.iter().chain(FieldId::ALL) {
        let mut simpler = simple.clone();
        let plain = Scenario::default().text(*id);
        if simpler.set(*id, &plain).is_ok() && !wrong(&simpler).is_empty() {
            simple = simpler;
        }
    }
    panic!(
        "ORACLE_SEED={}: #{}\n  {}\n  for short of #{}",
        *SEED,
        encode(&simple),
        wrong(&simple).join("\n  "),
        encode(scenario)
    );
}

/// Whether some amount or volume lies beyond the limits.
fn is_too_large(all: &[Inputs]) -> bool {
    let most = whole(most_tokens());
    all.iter().any(|inputs| {
        let path = Path::new(inputs, inputs.term);
        // Whatever the term in force, the report has all of them, to the end of their last block.
        let last = |term: &Term| Path::new(inputs, *term).block(path.horizon.max(12)).1;
        let last = Term::ALL.iter().map(last).max().expect("a term");
        let trees = [
            tree::paths(inputs),
            tree::terms(inputs),
            tree::capacity(inputs),
            levers::value(inputs),
            quality::value(inputs),
        ];
        (1..=last).any(|month| path.volume(month) > most) || trees.iter().any(holds_too_much)
    })
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
            .flat_map(|guess| {
                let theirs = hull::within_bounds(theirs, guess);
                differences(guess, &[], &theirs, &format!("{path} (guessed)"))
            })
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

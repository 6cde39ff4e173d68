//! The JavaScript API: what a documentation site, a notebook or Node can ask.
//!
//! `cargo xtask package` makes an npm package of it. Here everything is text: a scenario comes as
//! `key=value` pairs, and an answer is JSON. The values of JavaScript stay in `src/npm/crossover.js`,
//! which makes such pairs of an object, and a `ScenarioError` of an answer that is a list of problems.

use crate::economics::{self, Receipts};
use crate::export::{self, Notice};
use crate::link::{self, Key, Read};
use crate::quantity::quote;
use crate::scenario::{Problem, Scenario};
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;

/// A scenario, and what of it was left out; or every problem.
type Asked = Result<(Scenario, Vec<Notice>), Vec<Problem>>;

/// Reads a link, or fields by their names, of which every value has to be readable.
fn asked(pairs: &str, by_name: bool) -> Asked {
    let key = if by_name { Key::Name } else { Key::Link };
    let Read {
        scenario,
        problems,
        notes,
        unknown,
        ..
    } = link::read(pairs, key);
    if !problems.is_empty() {
        return Err(problems);
    }
    let unknown = link::unknown_keys(&unknown).map(|message| Notice {
        code: "unknown_key",
        message,
        fields: unknown,
    });
    let note = |message| Notice {
        code: "link",
        message,
        fields: Vec::new(),
    };
    let left_out = unknown.into_iter().chain(notes.into_iter().map(note));
    Ok((scenario, left_out.collect()))
}

/// The answer, or every problem.
fn answer(answer: Result<String, Vec<Problem>>) -> String {
    answer.unwrap_or_else(|problems| export::problems(&problems))
}

/// The report of a scenario.
#[must_use]
#[wasm_bindgen]
pub fn evaluate(pairs: &str, by_name: bool) -> String {
    answer(asked(pairs, by_name).and_then(|(scenario, left_out)| {
        let scenario = Arc::new(scenario);
        let report = economics::evaluate(Arc::clone(&scenario));
        let report = report.map_err(|cause| export::too_large(&cause, &scenario))?;
        Ok(export::report(&report, &left_out))
    }))
}

/// How an amount of the report of a scenario was computed.
#[must_use]
#[wasm_bindgen]
pub fn receipt(pairs: &str, by_name: bool, path: &str) -> String {
    answer(asked(pairs, by_name).and_then(|(scenario, _)| {
        let scenario = Arc::new(scenario);
        let receipts = Receipts::of(Arc::clone(&scenario));
        let receipts = receipts.map_err(|cause| export::too_large(&cause, &scenario))?;
        export::receipt(&receipts, path).map_err(|_| {
            let message = format!(
                "{} is no amount with a receipt. Write the path of an amount, for example student.steady.",
                quote(path)
            );
            vec![Problem {
                field: None,
                message,
            }]
        })
    }))
}

/// The link of a scenario, without `#`; it never begins as a list of problems does.
#[must_use]
#[wasm_bindgen]
pub fn encode(pairs: &str) -> String {
    answer(asked(pairs, true).map(|(scenario, _)| link::encode(&scenario)))
}

/// A scenario as the calculator writes it.
#[must_use]
#[wasm_bindgen]
pub fn scenario(pairs: &str) -> String {
    answer(asked(pairs, true).map(|(scenario, _)| export::scenario(&scenario)))
}

/// A link, read as the page reads it: what can be read is kept.
#[must_use]
#[wasm_bindgen]
pub fn decode(link: &str) -> String {
    export::decoded(&link::decode(link))
}

/// The registry: every field, in order.
#[must_use]
#[wasm_bindgen]
pub fn fields() -> String {
    export::fields()
}

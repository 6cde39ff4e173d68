//! The JavaScript API: what a documentation site, a notebook or Node can ask.
//!
//! `cargo xtask package` makes an npm package of it. Every function throws a `TypeError` for what is
//! no scenario at all, and else a list of every problem, of which `src/npm/crossover.js` makes its
//! `ScenarioError`. No value of JavaScript makes it panic.

mod input;

use crate::economics::{self, TooLarge};
use crate::export::{self, Fault, Texts};
use crate::link;
use crate::scenario::{Problem, Scenario};
use input::{Asked, LONGEST_LINK, short, too_long};
use js_sys::{JSON, JsString, TypeError};
use serde::Serialize;
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// What a function throws.
enum Thrown {
    /// Every problem of a scenario.
    Problems(Vec<Problem>),
    /// Something else.
    Other(JsValue),
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        match thrown {
            Thrown::Other(value) => value,
            Thrown::Problems(problems) => {
                let faults: Vec<_> = problems.iter().map(Fault::of).collect();
                to_js(&faults).unwrap_or_else(|error| error)
            }
        }
    }
}

fn type_error(message: &str) -> Thrown {
    Thrown::Other(TypeError::new(message).into())
}

/// The report of a scenario or a link.
///
/// # Errors
///
/// Every problem, thrown as a list.
#[wasm_bindgen]
pub fn evaluate(asked: &JsValue) -> Result<JsValue, JsValue> {
    let Asked { scenario, left_out } = input::scenario_or_link(asked)?;
    let scenario = Arc::new(scenario);
    let report =
        economics::evaluate(Arc::clone(&scenario)).map_err(|cause| too_large(&cause, &scenario))?;
    to_js(&export::report(&report, left_out))
}

/// The link of a scenario, without `#`.
///
/// # Errors
///
/// Every problem, thrown as a list.
#[wasm_bindgen]
pub fn encode(scenario: &JsValue) -> Result<String, JsValue> {
    Ok(link::encode(&input::scenario(scenario)?.scenario))
}

/// A link, read as the page reads it: what can be read is kept.
///
/// # Errors
///
/// A `TypeError` for what is no text.
#[wasm_bindgen]
pub fn decode(link: &JsValue) -> Result<JsValue, JsValue> {
    let Some(whole) = link.dyn_ref::<JsString>() else {
        return Err(type_error("A link is a text, such as \"v=500M\".").into());
    };
    let beginning = short(link, LONGEST_LINK);
    let is_cut = beginning.is_none();
    let read = beginning.unwrap_or_else(|| String::from(whole.slice(0, LONGEST_LINK)));
    let mut decoded = link::decode(&read);
    if is_cut {
        let message = too_long("link", LONGEST_LINK);
        decoded.problems.push(Problem {
            field: None,
            message,
        });
    }
    to_js(&export::Decoded {
        scenario: Texts(&decoded.scenario),
        problems: decoded.problems.iter().map(Fault::of).collect(),
    })
}

/// The registry: every field, in order.
///
/// # Errors
///
/// None: it is always the same.
#[wasm_bindgen]
pub fn fields() -> Result<JsValue, JsValue> {
    to_js(&export::fields())
}

/// One problem for each input that leads beyond the limits.
fn too_large(cause: &TooLarge, scenario: &Scenario) -> Thrown {
    Thrown::Problems(export::too_large(cause, scenario))
}

/// Plain data, by way of its text: one call for a whole report, which is both quicker and smaller than
/// one for each part of it.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let json = export::to_json(value).map_err(|error| JsValue::from(error.to_string()))?;
    JSON::parse(&json)
}

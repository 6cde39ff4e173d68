//! The JavaScript API: what a documentation site, a notebook or Node can ask.
//!
//! `cargo xtask package` makes an npm package of it. Answers are JSON, which `src/npm/crossover.js`
//! reads. Every function throws a `TypeError` for what is no scenario at all, and else every problem,
//! as JSON, too, of which that module makes its `ScenarioError`. No value of JavaScript makes it panic.

mod input;

use crate::economics::{self, Receipts, TooLarge};
use crate::export;
use crate::link;
use crate::quantity::quote;
use crate::scenario::{Problem, Scenario};
use input::{Asked, LONGEST_LINK, LONGEST_TEXT, short, too_long};
use js_sys::{JsString, TypeError};
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
            Thrown::Problems(problems) => export::problems(&problems).into(),
        }
    }
}

fn type_error(message: &str) -> Thrown {
    Thrown::Other(TypeError::new(message).into())
}

/// What is wrong, and concerns no field.
fn problem(message: String) -> Problem {
    Problem {
        field: None,
        message,
    }
}

/// The report of a scenario or a link.
///
/// # Errors
///
/// Every problem, thrown as JSON.
#[wasm_bindgen]
pub fn evaluate(asked: &JsValue) -> Result<String, JsValue> {
    let Asked { scenario, left_out } = input::scenario_or_link(asked)?;
    let report = economics::evaluate(&scenario).map_err(|cause| too_large(&cause, &scenario))?;
    Ok(export::report(&report, &left_out))
}

/// How an amount of the report of a scenario or a link was computed.
///
/// # Errors
///
/// Every problem, thrown as JSON; a path at which no amount stands is one.
#[wasm_bindgen]
pub fn receipt(asked: &JsValue, amount: &JsValue) -> Result<String, JsValue> {
    let Asked { scenario, .. } = input::scenario_or_link(asked)?;
    if !amount.is_string() {
        return Err(type_error("An amount is a path such as \"student.steady\".").into());
    }
    let path = short(amount, LONGEST_TEXT).unwrap_or_default();
    let receipts = Receipts::of(&scenario).map_err(|cause| too_large(&cause, &scenario))?;
    export::receipt(&receipts, &path).map_err(|_| {
        let message = format!(
            "{} is no amount with a receipt. Write the path of an amount, for example student.steady.",
            quote(&path)
        );
        Thrown::Problems(vec![problem(message)]).into()
    })
}

/// The link of a scenario, without `#`.
///
/// # Errors
///
/// Every problem, thrown as JSON.
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
pub fn decode(link: &JsValue) -> Result<String, JsValue> {
    let Some(whole) = link.dyn_ref::<JsString>() else {
        return Err(type_error("A link is a text, such as \"v=500M\".").into());
    };
    let beginning = short(link, LONGEST_LINK);
    let is_cut = beginning.is_none();
    let read = beginning.unwrap_or_else(|| String::from(whole.slice(0, LONGEST_LINK)));
    let mut decoded = link::decode(&read);
    if is_cut {
        decoded
            .problems
            .push(problem(too_long("link", LONGEST_LINK)));
    }
    Ok(export::decoded(&decoded))
}

/// The registry: every field, in order.
#[must_use]
#[wasm_bindgen]
pub fn fields() -> String {
    export::fields()
}

/// One problem for each input that leads beyond the limits.
fn too_large(cause: &TooLarge, scenario: &Scenario) -> Thrown {
    Thrown::Problems(export::too_large(cause, scenario))
}

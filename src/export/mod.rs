//! What leaves the calculator: a report as JSON, in the names that all have agreed on, with the
//! TypeScript types of it, and its tables as texts to take along.
//!
//! ```
//! use crossover::{economics::evaluate, export, scenario::Scenario};
//!
//! let report = evaluate(&Scenario::default())?;
//! let json = serde_json::from_str::<serde_json::Value>(&export::report(&report, &[]))?;
//! assert_eq!(json["scenario"]["volume"], "500M");
//! assert_eq!(json["crossover"]["steady"]["low"], "81111112");
//! assert!(export::declarations().contains("volume?: Ranged | null;"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod catalogue;
mod field;
mod json;
mod receipt;
mod report;
mod table;
mod types;
mod written;

pub use receipt::{Explained, NoAmount, explain};
pub use report::Notice;
pub use table::field_table;
pub use types::declarations;
pub use written::{Form, Told, written};

use crate::catalogue::Catalogue;
use crate::economics::{Receipts, Report, TooLarge};
use crate::link::Decoded;
use crate::scenario::{Problem, Scenario};
use crate::wording;
use json::{Json, Plain, objects, to_json};
use report::{Texts, Whole};

/// A report, the whole of it, as JSON; `left_out` is what there is to know beside its own warnings.
#[must_use]
pub fn report(report: &Report, left_out: &[Notice]) -> String {
    to_json(&Whole { report, left_out })
}

/// The receipt of an amount, as JSON.
///
/// # Errors
///
/// [`NoAmount`], as [`explain`].
pub fn receipt(receipts: &Receipts, path: &str) -> Result<String, NoAmount> {
    explain(receipts, path).map(|explained| to_json(&explained))
}

/// The registry as JSON: every field, in order.
#[must_use]
pub fn fields() -> String {
    to_json(&field::Registry)
}

/// The catalogue of prices as JSON.
#[must_use]
pub fn catalogue() -> String {
    to_json(Catalogue::get())
}

/// A whole scenario as JSON.
#[must_use]
pub fn scenario(scenario: &Scenario) -> String {
    to_json(&Texts(scenario))
}

/// A link as it was understood, as JSON.
#[must_use]
pub fn decoded(decoded: &Decoded) -> String {
    to_json(&Understood {
        scenario: Texts(&decoded.scenario),
        problems: &decoded.problems,
    })
}

/// What is wrong with an input, as JSON.
#[must_use]
pub fn problems(problems: &[Problem]) -> String {
    to_json(&problems)
}

/// One problem for each input that leads beyond the limits.
#[must_use]
pub fn too_large(cause: &TooLarge, scenario: &Scenario) -> Vec<Problem> {
    let message = wording::too_large(cause, scenario);
    let problem = |field| Problem {
        field: Some(field),
        message: message.clone(),
    };
    cause.inputs.fields().map(problem).collect()
}

struct Understood<'a> {
    scenario: Texts<'a>,
    problems: &'a [Problem],
}

objects! {
    Understood<'_> { scenario, problems }
    Problem { field, message }
}

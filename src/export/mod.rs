//! What leaves the calculator as data: a report as JSON, in the names that all have agreed on, and
//! the TypeScript types of it.
//!
//! ```
//! use crossover::{economics::evaluate, export, scenario::Scenario};
//!
//! let report = evaluate(&Scenario::default())?;
//! let json = serde_json::to_value(export::report(&report, Vec::new()))?;
//! assert_eq!(json["scenario"]["volume"], "500M");
//! assert_eq!(json["crossover"]["steady"]["low"], "81111112");
//! assert!(export::declarations().contains("volume?: Ranged | null;"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod field;
mod json;
mod report;
mod table;
mod types;

pub use field::{FieldEntry, fields};
pub use json::{Unwritten, to_json};
pub use report::{Decoded, Fault, Notice, Texts, Whole, report, too_large};
pub use table::field_table;
pub use types::declarations;

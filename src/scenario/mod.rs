//! What is asked: the fields, their values, and what was wrong with a text.
//!
//! The registry lists every field once. The form, the link and the documentation are written from
//! that list; a [`Scenario`] holds one valid value for each entry. The only way from text to a
//! scenario is [`Scenario::read`].
//!
//! ```
//! use crossover::scenario::{FieldId, Scenario};
//!
//! let example = Scenario::default();
//! assert_eq!(example.text(FieldId::volume), "500M");
//!
//! let asked = Scenario::read(|field| match field {
//!     FieldId::volume => "1,5".to_owned(),
//!     other => example.text(other),
//! });
//! assert_eq!(asked.unwrap_err()[0].field, Some(FieldId::volume));
//! ```

mod choice;
mod field;
mod registry;
mod value;

pub use choice::{Alternative, Choice, Hosting, Term};
pub use field::{Field, Group, Kind, Problem, Relevance};
pub use registry::{FieldId, PerField, Scenario};
pub use value::{Known, Label};

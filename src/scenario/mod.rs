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

mod answers;
mod choice;
mod credits;
mod currency;
mod field;
mod fields;
mod label;
mod presets;
mod registry;
mod value;

pub use answers::{Answers, Question};
pub use choice::{Alternative, Baseline, Choice, Hosting, Metric, Term, YesNo};
pub use credits::{Pool, Pools};
pub use currency::Currency;
pub use field::{Field, Group, Kind, Problem, Relevance};
pub use fields::{FieldId, Scenario};
pub use label::Label;
pub use presets::Preset;
pub use registry::PerField;
pub use value::{Known, Number, Side};

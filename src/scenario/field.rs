//! What the registry says of a field, apart from its value.

use super::{Alternative, FieldId};
use crate::quantity::{Refusal, Spelling};

/// The parts of the form, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// How much traffic there is.
    Workload,
    /// The large model.
    Teacher,
    /// The small model.
    Student,
    /// What is paid once.
    OneTime,
    /// The same, from the size of the training data.
    Computed,
    /// How the student is served.
    Hosting,
    /// How the months run.
    Lifecycle,
    /// What credits pay.
    Credits,
    /// What holds for all prices.
    Prices,
    /// What the other ways to a smaller bill need.
    Levers,
    /// What the workload is like.
    Diagnosis,
    /// Whether the student is good enough.
    Quality,
    /// What the scenario is called.
    About,
}

impl Group {
    /// All groups, in order.
    pub const ALL: [Self; 13] = [
        Self::Workload,
        Self::Teacher,
        Self::Student,
        Self::OneTime,
        Self::Computed,
        Self::Hosting,
        Self::Lifecycle,
        Self::Credits,
        Self::Prices,
        Self::Levers,
        Self::Diagnosis,
        Self::Quality,
        Self::About,
    ];

    /// The group's heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::About => "This scenario",
            Self::Workload => "Workload",
            Self::Teacher => "Teacher",
            Self::Student => "Student",
            Self::OneTime => "One-time costs",
            Self::Computed => "One-time costs, computed",
            Self::Hosting => "Hosting",
            Self::Lifecycle => "Months",
            Self::Credits => "Credits",
            Self::Prices => "Prices",
            Self::Levers => "Other levers",
            Self::Diagnosis => "Diagnosis",
            Self::Quality => "Quality gate",
        }
    }

    /// Whether the answer can be read without it: such a group is closed until it is opened.
    #[must_use]
    pub const fn is_advanced(self) -> bool {
        !matches!(
            self,
            Self::Workload
                | Self::Teacher
                | Self::Student
                | Self::OneTime
                | Self::Hosting
                | Self::Lifecycle
        )
    }
}

/// The form of a field's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number {
        /// May be `low..high`.
        range: bool,
        /// May be `?`.
        unknown: bool,
        /// May be left empty.
        optional: bool,
    },
    /// A blended or split rate; may be a range.
    Rate,
    /// One of a few.
    Choice(&'static [Alternative]),
    /// Any of a few, each by its letter.
    Letters(&'static [Alternative]),
    /// Pools of credits.
    Pools,
    /// A currency and its rate.
    Currency,
    /// Free text.
    Label,
}

/// When a field has a say in the figures of the hosting in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relevance {
    /// Always.
    Always,
    /// When the student's tokens are billed.
    TokensBilled,
    /// When model-unit hours are billed.
    HoursBilled,
    /// When a rate stands apart for input and output.
    RateSplit,
    /// When one-time costs are entered, and not computed from pairs.
    Entered,
    /// When one-time costs are computed from pairs.
    Computed,
}

/// One entry of the registry.
#[derive(Debug)]
pub struct Field {
    /// Which field it is.
    pub id: FieldId,
    /// Its name in JSON and in the JavaScript API.
    pub name: &'static str,
    /// Its key in links.
    pub key: &'static str,
    /// Where it stands in the form.
    pub group: Group,
    /// Its label.
    pub label: &'static str,
    /// Its unit, as it stands behind the label.
    pub unit: &'static str,
    /// The form of its values.
    pub kind: Kind,
    /// How its numbers are written.
    pub spelling: &'static Spelling,
    /// The lowest value taken, in its unit; of numbers and rates.
    pub min: i64,
    /// The highest value taken, in its unit; of numbers and rates.
    pub max: i64,
    /// When it has a say.
    pub relevance: Relevance,
}

/// What is wrong with an input, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field; `None` when it concerns the scenario as a whole.
    pub field: Option<FieldId>,
    /// What is wrong and what would be right, in words.
    pub message: String,
}

impl Problem {
    /// A field's refusal.
    #[must_use]
    pub fn new(field: FieldId, refusal: &Refusal) -> Self {
        Self {
            field: Some(field),
            message: refusal.to_string(),
        }
    }
}

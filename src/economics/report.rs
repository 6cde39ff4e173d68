//! What a scenario costs: the figures that every view shows.

use super::{Crossing, Payback, Verdict};
use crate::quantity::{ModelUnits, Percent, Range, Tokens, Usd, UsdPerMillion, UsdPerUnitHour};
use crate::scenario::{FieldId, Hosting, Scenario, Term};
use rust_decimal::Decimal;
use std::fmt;

/// The exact lowest and highest value of a figure, or why there is none.
pub type Amount<T> = Result<Range<T>, Absent>;

/// Why a figure has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It needs an input that is unknown.
    Unknown(FieldId),
    /// It would be a division by zero: a share of nothing.
    Undefined,
}

impl fmt::Display for Absent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(field) => write!(f, "{} is unknown", field.field().label),
            Self::Undefined => f.write_str("not defined"),
        }
    }
}

impl std::error::Error for Absent {}

/// An amount above $10¹⁵ or a volume above 10¹⁸ tokens a month, and the inputs that caused it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// The inputs.
    pub fields: &'static [FieldId],
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels: Vec<_> = self.fields.iter().map(|id| id.field().label).collect();
        write!(
            f,
            "These inputs together lead beyond $1,000,000,000,000,000 or 10¹⁸ tokens a month: {}.",
            labels.join(", ")
        )
    }
}

impl std::error::Error for TooLarge {}

/// Every figure of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What was asked.
    pub scenario: Scenario,
    /// What the reader should know about the inputs.
    pub warnings: Vec<Warning>,
    /// Which path is cheaper over the horizon.
    pub verdict: Verdict,
    /// The teacher on demand.
    pub teacher: TeacherPath,
    /// The distilled student.
    pub student: StudentPath,
    /// The two choices of hosting that are not in force.
    pub other_hosting: Vec<OtherHosting>,
    /// Teacher less student.
    pub saving: Saving,
    /// From which volume on the student costs no more.
    pub crossover: Crossovers,
    /// When the one-time cost is back.
    pub payback: Result<Payback, Absent>,
    /// The three commitment terms side by side.
    pub terms: Vec<TermReport>,
}

/// Something the reader should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Tokens and model-unit hours are both charged for the same traffic.
    TokensAndHours,
}

/// The teacher's side.
#[derive(Clone, Debug, PartialEq)]
pub struct TeacherPath {
    /// The effective, blended rate.
    pub rate: Amount<UsdPerMillion>,
    /// The first month.
    pub month_1: Amount<Usd>,
    /// A month in steady state.
    pub steady: Amount<Usd>,
    /// The total over the horizon.
    pub horizon: Amount<Usd>,
    /// Teacher rate over student rate.
    pub ratio: Amount<Decimal>,
}

/// The student's side.
#[derive(Clone, Debug, PartialEq)]
pub struct StudentPath {
    /// The effective, blended rate, whether or not hosting bills tokens.
    pub rate: Amount<UsdPerMillion>,
    /// The first month, one-time costs included.
    pub month_1: Amount<Usd>,
    /// A month without one-time costs.
    pub steady: Amount<Usd>,
    /// The total over the horizon, with what is owed after it.
    pub horizon: Amount<Usd>,
    /// What is paid once.
    pub one_time: Amount<Usd>,
    /// What the model units cost a month.
    pub hosting: Amount<Usd>,
    /// How many model units there are.
    pub units: ModelUnits,
    /// What a commitment still costs after the horizon.
    pub owed: Amount<Usd>,
    /// The lines that add up to month 1 and to the steady state.
    pub lines: Vec<Line>,
}

/// One line of the student's costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which line.
    pub id: LineId,
    /// Its part of the first month.
    pub month_1: Amount<Usd>,
    /// Its part of a month in steady state.
    pub steady: Amount<Usd>,
}

/// The lines of the student's costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineId {
    /// The student's tokens.
    Inference,
    /// The teacher's tokens for the training data.
    Generation,
    /// The fine-tuning job.
    Training,
    /// The evaluation.
    Evaluation,
    /// The team's time.
    Effort,
    /// Model-unit hours.
    Hosting,
    /// Keeping the custom model.
    Storage,
}

/// A choice of hosting that is not in force.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherHosting {
    /// Which one.
    pub hosting: Hosting,
    /// What a month in steady state would cost.
    pub steady: Amount<Usd>,
    /// Where the steady state would cross the teacher's cost.
    pub crossing: Result<Crossing, Absent>,
}

/// Teacher less student; negative when the student costs more.
#[derive(Clone, Debug, PartialEq)]
pub struct Saving {
    /// In the first month.
    pub month_1: Amount<Usd>,
    /// In a month in steady state.
    pub steady: Amount<Usd>,
    /// The same, as a share of the teacher's cost.
    pub steady_percent: Amount<Percent>,
    /// The teacher's steady state over the student's.
    pub steady_ratio: Amount<Decimal>,
    /// Over the horizon.
    pub horizon: Amount<Usd>,
}

/// The volume from which the student costs no more, by what is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossovers {
    /// In a month in steady state.
    pub steady: Result<Crossing, Absent>,
    /// In the first month.
    pub month_1: Result<Crossing, Absent>,
    /// Over the horizon.
    pub horizon: Result<Crossing, Absent>,
}

/// The student under one commitment term.
#[derive(Clone, Debug, PartialEq)]
pub struct TermReport {
    /// Which term.
    pub term: Term,
    /// Its hourly price.
    pub hourly: Amount<UsdPerUnitHour>,
    /// The first month.
    pub month_1: Amount<Usd>,
    /// A month in steady state.
    pub steady: Amount<Usd>,
    /// The total over the horizon, with what is owed after it.
    pub horizon: Amount<Usd>,
    /// Where the steady state crosses the teacher's cost.
    pub steady_crossing: Result<Crossing, Absent>,
    /// When the one-time cost is back.
    pub payback: Result<Payback, Absent>,
    /// What must be paid whatever happens.
    pub locked_in: Amount<Usd>,
}

/// The tokens a month of a crossing that holds at every volume.
pub(super) const FIRST_TOKEN: Tokens = Tokens::fixed(1, 0);

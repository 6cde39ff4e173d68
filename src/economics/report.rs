//! What a scenario costs: the figures that every view shows.
//!
//! Its parts have the names of the contract. Amounts are reported rounded once, half away from zero:
//! to six decimals, or to whole tokens and units.

use super::figure::{Amount, Maybe};
use super::quality::Quality;
use super::{BreakEven, CreditsReport, Crossing, Diagnosis, LeverReport, Payback, Verdict};
use crate::quantity::{
    ModelUnits, Percent, Tokens, TokensPerMinute, Usd, UsdPerMillion, UsdPerUnitHour,
};
use crate::scenario::{FieldId, Hosting, Scenario, Term};
use rust_decimal::Decimal;
use std::ops::Deref;
use std::sync::Arc;

/// The figures of the first screen: which path is cheaper, by how much, and from which volume on.
///
/// They are a fraction of the work of a [`Report`], so that they can follow every keystroke.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// What was asked.
    pub scenario: Arc<Scenario>,
    /// What the reader should know about the inputs.
    pub warnings: Vec<Warning>,
    /// Which path is cheaper over the horizon.
    pub verdict: Verdict,
    /// The teacher, as it would be run without distilling.
    pub teacher: TeacherPath,
    /// The distilled student.
    pub student: StudentPath,
    /// The hourly price of the term in force.
    pub hourly: Amount<UsdPerUnitHour>,
    /// Teacher less student.
    pub saving: Saving,
    /// From which volume on the student costs no more.
    pub crossover: Crossovers,
    /// When the one-time cost is back.
    pub payback: Maybe<Payback>,
}

/// Every figure of a scenario: those of its [`Headline`], which can be asked of it directly, and the
/// rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The figures of the first screen.
    pub headline: Headline,
    /// The two choices of hosting that are not in force.
    pub other_hosting: Vec<OtherHosting>,
    /// The three commitment terms side by side.
    pub terms: Vec<TermReport>,
    /// The cheapest term if one stops after 1, 2, … months.
    pub cheapest_term: Vec<Maybe<Term>>,
    /// What model units have to carry.
    pub capacity: Capacity,
    /// The horizon, month by month.
    pub months: Vec<MonthReport>,
    /// What credits pay.
    pub credits: CreditsReport,
    /// The ways to a smaller bill side by side.
    pub levers: Vec<LeverReport>,
    /// What the bill of the teacher on demand consists of.
    pub bill: Bill,
    /// Which lever to reach for first.
    pub diagnosis: Vec<Diagnosis>,
    /// What would have to be true for the answer to flip.
    pub break_even: BreakEvens,
    /// How much each input moves the saving over the horizon.
    pub sensitivity: Vec<Sensitivity>,
    /// Whether the student is good enough.
    pub quality: Quality,
}

impl Deref for Report {
    type Target = Headline;

    fn deref(&self) -> &Headline {
        &self.headline
    }
}

/// Something the reader should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Tokens and model-unit hours are both charged for the same traffic.
    TokensAndHours,
    /// Several model units without commitment, which may not be granted.
    UncommittedUnits,
    /// Credits turn the answer: one path is cheaper by its cost, the other in cash.
    CreditsDisagree,
}

impl Warning {
    /// How JSON spells it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TokensAndHours => "tokens_and_hours",
            Self::UncommittedUnits => "uncommitted_units",
            Self::CreditsDisagree => "credits_disagree",
        }
    }

    /// The fields it is about.
    #[must_use]
    pub const fn fields(self) -> &'static [FieldId] {
        match self {
            Self::TokensAndHours => &[FieldId::hosting],
            Self::UncommittedUnits => &[FieldId::term, FieldId::units],
            Self::CreditsDisagree => &[FieldId::credits],
        }
    }
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
    pub units: Amount<ModelUnits>,
    /// What a commitment still costs after the horizon.
    pub owed: Amount<Usd>,
    /// What re-distillation costs, spread over the months from one to the next.
    pub redistil_reserve: Amount<Usd>,
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

impl Line {
    /// What it costs: once where it is paid once, else a month.
    #[must_use]
    pub fn amount(&self) -> &Amount<Usd> {
        if self.id.is_paid_once() {
            &self.month_1
        } else {
            &self.steady
        }
    }
}

/// The lines of the student's costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineId {
    /// All tokens, on the teacher, while the student is built.
    Teacher,
    /// The tokens that stay with the teacher.
    TeacherShare,
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

impl LineId {
    /// Whether it falls due once, and not month by month.
    #[must_use]
    pub const fn is_paid_once(self) -> bool {
        matches!(
            self,
            Self::Generation | Self::Training | Self::Evaluation | Self::Effort
        )
    }

    /// All lines, in order.
    pub const ALL: [Self; 9] = [
        Self::Teacher,
        Self::TeacherShare,
        Self::Inference,
        Self::Generation,
        Self::Training,
        Self::Evaluation,
        Self::Effort,
        Self::Hosting,
        Self::Storage,
    ];
}

/// A choice of hosting that is not in force.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherHosting {
    /// Which one.
    pub hosting: Hosting,
    /// What a month in steady state would cost.
    pub steady: Amount<Usd>,
    /// Where the steady state would cross the teacher's cost.
    pub crossing: Maybe<Crossing>,
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
    pub steady: Maybe<Crossing>,
    /// In the first month.
    pub month_1: Maybe<Crossing>,
    /// Over the horizon.
    pub horizon: Maybe<Crossing>,
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
    pub steady_crossing: Maybe<Crossing>,
    /// When the one-time cost is back.
    pub payback: Maybe<Payback>,
    /// What must be paid whatever happens.
    pub locked_in: Amount<Usd>,
    /// The total if one stops after 1, 2, … months.
    pub stop_after: Vec<Amount<Usd>>,
}

/// What model units have to carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// The tokens a minute that one unit must average, around the clock, to be worth its price.
    pub minimum_tpm: Amount<TokensPerMinute>,
    /// The units that the volume needs.
    pub units_needed: Amount<ModelUnits>,
    /// How much of what the units can carry is used, on average.
    pub utilisation_percent: Amount<Percent>,
}

/// A month of the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthReport {
    /// Which month, from 1 on.
    pub month: u32,
    /// Its volume.
    pub volume: Amount<Tokens>,
    /// The teacher's cost.
    pub teacher: Amount<Usd>,
    /// The student's cost.
    pub student: Amount<Usd>,
    /// The running total of teacher less student.
    pub saving_to_date: Amount<Usd>,
    /// What of the teacher's cost is paid in cash.
    pub cash_teacher: Amount<Usd>,
    /// What of the student's cost is paid in cash.
    pub cash_student: Amount<Usd>,
}

/// What the bill of the teacher on demand consists of, a month in steady state.
#[derive(Clone, Debug, PartialEq)]
pub struct Bill {
    /// Context that repeats.
    pub repeated_input: Amount<Usd>,
    /// Input that does not.
    pub fresh_input: Amount<Usd>,
    /// Output.
    pub output: Amount<Usd>,
}

/// For each of seven inputs the value at which both paths cost the same over the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEvens {
    /// The teacher's rate, blended.
    pub teacher_rate: Maybe<BreakEven>,
    /// The student's rate, blended.
    pub student_rate: Maybe<BreakEven>,
    /// The hourly price of the term in force.
    pub hourly: Maybe<BreakEven>,
    /// The share of tokens that stays with the teacher, in percent.
    pub teacher_share: Maybe<BreakEven>,
    /// The one-time cost of the first month.
    pub one_time: Maybe<BreakEven>,
    /// The volume.
    pub volume: Maybe<BreakEven>,
    /// The least horizon with a saving.
    pub months: Maybe<BreakEven>,
}

/// How an input moves the saving over the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// Which input.
    pub field: FieldId,
    /// The change of the saving with the input at its low end, in dollars.
    pub low: Amount<Usd>,
    /// The same at its high end.
    pub high: Amount<Usd>,
}

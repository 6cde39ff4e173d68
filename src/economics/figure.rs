//! A figure of a report: its ends over the ranges of the inputs, or why there is none.

use super::inputs::Inputs;
use super::number::Num;
use crate::quantity::{Bounded, Quantity, Range};
use crate::scenario::FieldId;
use rust_decimal::Decimal;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// Something that is there only when every input that it needs is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maybe<T>(pub Result<T, Absent>);

impl<T> Maybe<T> {
    /// What is there.
    pub fn ok(&self) -> Option<&T> {
        self.0.as_ref().ok()
    }

    /// What is there, or why nothing is.
    ///
    /// # Errors
    ///
    /// Why there is nothing.
    pub fn as_ref(&self) -> Result<&T, Absent> {
        self.0.as_ref().map_err(|why| *why)
    }

    /// Whether something is there and is like this.
    pub fn is_ok_and(&self, is: impl FnOnce(&T) -> bool) -> bool {
        self.ok().is_some_and(is)
    }
}

/// The lowest and highest value of a figure, or why there is none.
pub type Amount<T> = Maybe<Figure<T>>;

/// A figure's lowest and highest value: exact, or an outer bound.
///
/// It is shared, not copied: a report has hundreds, and is handed on whole.
#[derive(Clone, Debug)]
pub struct Figure<T> {
    ends: Arc<Ends>,
    quantity: PhantomData<T>,
}

/// The ends of a figure, whatever its unit.
#[derive(Clone, Copy, Debug)]
pub struct Ends {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    /// The steps that made them.
    pub(super) made: [Num; 2],
    /// Whether they are an outer bound.
    pub(super) bound: bool,
}

impl Ends {
    /// The lowest value.
    #[must_use]
    pub fn low(&self) -> Decimal {
        self.low
    }

    /// The highest value.
    #[must_use]
    pub fn high(&self) -> Decimal {
        self.high
    }

    /// Whether they are an outer bound, and not exact.
    #[must_use]
    pub fn is_bound(&self) -> bool {
        self.bound
    }
}

impl<T: Reported> Figure<T> {
    pub(super) fn new(ends: Ends) -> Self {
        Self {
            ends: Arc::new(ends),
            quantity: PhantomData,
        }
    }

    /// The lowest value.
    #[must_use]
    pub fn low(&self) -> T {
        T::of(self.ends.low)
    }

    /// The highest value.
    #[must_use]
    pub fn high(&self) -> T {
        T::of(self.ends.high)
    }

    /// Its ends.
    #[must_use]
    pub fn range(&self) -> Range<T> {
        Range::spanning(self.low(), self.high())
    }

    /// Whether it is one value.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.ends.low == self.ends.high
    }

    /// Whether the ends are an outer bound, and not exact.
    #[must_use]
    pub fn is_bound(&self) -> bool {
        self.ends.is_bound()
    }

    /// Its ends as plain numbers.
    #[must_use]
    pub fn ends(&self) -> &Arc<Ends> {
        &self.ends
    }
}

impl<T> PartialEq for Figure<T> {
    /// By its ends, however they were computed.
    fn eq(&self, other: &Self) -> bool {
        let of = |figure: &Self| (figure.ends.low, figure.ends.high, figure.ends.bound);
        of(self) == of(other)
    }
}

impl<T: Reported> Amount<T> {
    /// Whether it is this value, for certain.
    #[must_use]
    pub fn is(&self, value: T) -> bool {
        self.is_ok_and(|figure| figure.low() == value && figure.is_point())
    }
}

/// What a receipt is asked for: an amount as it was computed, and its unit.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The amount.
    pub ends: Arc<Ends>,
    /// Its unit.
    pub unit: &'static str,
}

impl PartialEq for Origin {
    /// By the amount, however it was computed.
    fn eq(&self, other: &Self) -> bool {
        let of = |origin: &Self| (origin.ends.low, origin.ends.high, origin.unit);
        of(self) == of(other)
    }
}

impl Eq for Origin {}

impl<T: Reported> Amount<T> {
    /// What its receipt is asked for; none where it is absent.
    #[must_use]
    pub fn origin(&self) -> Option<Origin> {
        let figure = self.ok()?;
        Some(Origin {
            ends: Arc::clone(&figure.ends),
            unit: T::UNIT,
        })
    }
}

/// A number of a report.
pub trait Reported: Copy + Ord {
    /// How many decimals it is reported with.
    const DECIMALS: u32;
    /// Its unit.
    const UNIT: &'static str;
    /// The number of a value that has been found within its bounds.
    #[doc(hidden)]
    fn of(value: Decimal) -> Self;
}

impl<Q: Quantity> Reported for Q {
    const DECIMALS: u32 = if Q::SPELLING.whole { 0 } else { 6 };
    const UNIT: &'static str = Q::SPELLING.unit;

    fn of(value: Decimal) -> Self {
        Q::from_bounded(Bounded::found(value))
    }
}

impl Reported for Decimal {
    const DECIMALS: u32 = 6;
    const UNIT: &'static str = "times";

    fn of(value: Decimal) -> Self {
        value
    }
}

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
    pub inputs: Inputs,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels: Vec<_> = self.inputs.fields().map(|id| id.field().label).collect();
        write!(
            f,
            "These inputs together lead beyond $1,000,000,000,000,000 or 10¹⁸ tokens a month: {}.",
            labels.join(", ")
        )
    }
}

impl std::error::Error for TooLarge {}

//! The numbers of the economics: exact, and aware of the inputs that they were made from.
//!
//! A formula is written once and read four ways: its value; what it needs, so that an unknown input
//! leaves alone all that does not need it; which inputs led beyond the limits; and, on request, the
//! formula itself ([`receipt`](super::receipt)).

use super::receipt::{self, Name};
use super::{Absent, TooLarge};
use crate::quantity::{Exact, Overflow, round_up};
use crate::scenario::FieldId;
use rust_decimal::Decimal;

/// A set of fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inputs(u64);

impl Inputs {
    /// The set of one field.
    #[must_use]
    pub const fn only(field: FieldId) -> Self {
        Self(1 << field as u64)
    }

    /// What is in either set.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub const fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a field is in it.
    #[must_use]
    pub const fn has(self, field: FieldId) -> bool {
        !self.shared(Self::only(field)).is_empty()
    }

    /// The fields, in the registry's order.
    pub fn fields(self) -> impl Iterator<Item = FieldId> {
        FieldId::ALL
            .iter()
            .copied()
            .filter(move |field| self.has(*field))
    }
}

/// Why a number has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// It needs an input that is unknown, or would be a division by zero.
    Absent(Absent),
    /// It is beyond the limits.
    TooLarge(TooLarge),
}

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Plus,
    Minus,
    Times,
    Over,
    Max,
    Min,
    /// The next whole number up; of its first operand alone.
    Ceil,
}

/// A number, or why there is none. Operations never fail: what is made from a gap is a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num {
    value: Decimal,
    gap: Option<Gap>,
    needs: Inputs,
    /// Its place among the recorded steps; none, when nothing is recorded.
    step: u32,
}

impl Num {
    pub const ZERO: Self = Self::plain(Decimal::ZERO);
    pub const ONE: Self = Self::plain(Decimal::ONE);
    pub const HUNDRED: Self = Self::plain(Decimal::ONE_HUNDRED);
    pub const MILLION: Self = Self::plain(Decimal::from_parts(1_000_000, 0, 0, false, 0));

    /// A number of the formula itself.
    pub const fn plain(value: Decimal) -> Self {
        Self {
            value,
            gap: None,
            needs: Inputs(0),
            step: 0,
        }
    }

    /// A count.
    pub fn count(value: u32) -> Self {
        Self::plain(value.into())
    }

    /// An input.
    pub fn input(field: FieldId, value: Decimal, name: Name) -> Self {
        Self {
            value,
            gap: None,
            needs: Inputs::only(field),
            step: receipt::leaf(value, name),
        }
    }

    /// An input that is unknown.
    pub fn unknown(field: FieldId) -> Self {
        Self {
            gap: Some(Gap::Absent(Absent::Unknown(field))),
            needs: Inputs::only(field),
            ..Self::ZERO
        }
    }

    /// No number at all.
    pub fn undefined() -> Self {
        Self {
            gap: Some(Gap::Absent(Absent::Undefined)),
            ..Self::ZERO
        }
    }

    /// The value.
    pub fn get(self) -> Result<Decimal, Gap> {
        self.gap.map_or(Ok(self.value), Err)
    }

    /// The inputs that it was made from.
    pub const fn needs(self) -> Inputs {
        self.needs
    }

    /// Its place among the recorded steps.
    pub const fn step(self) -> u32 {
        self.step
    }

    /// The same, known by a name in receipts.
    pub fn named(self, name: Name) -> Self {
        receipt::name(self.step, name);
        self
    }

    /// The same as a gap, should it be above a limit.
    pub fn at_most(mut self, limit: Decimal) -> Self {
        if self.gap.is_none() && self.value.abs() > limit {
            self.gap = Some(self.too_large());
        }
        self
    }

    fn too_large(self) -> Gap {
        Gap::TooLarge(TooLarge { inputs: self.needs })
    }

    /// Whether it is this number of the formula itself.
    fn is_plain(self, value: Decimal) -> bool {
        self.gap.is_none() && self.needs.is_empty() && self.value == value
    }

    /// Whether it is nothing, for certain.
    pub fn is_zero(self) -> bool {
        self.gap.is_none() && self.value.is_zero()
    }

    pub fn plus(self, other: Self) -> Self {
        match () {
            () if self.is_plain(Decimal::ZERO) => other,
            () if other.is_plain(Decimal::ZERO) => self,
            () => self.op(Op::Plus, other),
        }
    }

    pub fn minus(self, other: Self) -> Self {
        if other.is_plain(Decimal::ZERO) {
            return self;
        }
        self.op(Op::Minus, other)
    }

    pub fn times(self, other: Self) -> Self {
        match () {
            () if self.is_plain(Decimal::ONE) => other,
            () if other.is_plain(Decimal::ONE) => self,
            () if self.is_plain(Decimal::ZERO) => self,
            () if other.is_plain(Decimal::ZERO) => other,
            () => self.op(Op::Times, other),
        }
    }

    /// The quotient; by zero, it is not defined.
    pub fn over(self, other: Self) -> Self {
        self.op(Op::Over, other)
    }

    pub fn max(self, other: Self) -> Self {
        self.op(Op::Max, other)
    }

    pub fn min(self, other: Self) -> Self {
        self.op(Op::Min, other)
    }

    pub fn ceil(self) -> Self {
        self.op(Op::Ceil, Self::ZERO)
    }

    /// As hundredths.
    pub fn percent(self) -> Self {
        self.over(Self::HUNDRED)
    }

    /// What is left of one.
    pub fn rest(self) -> Self {
        Self::ONE.minus(self)
    }

    /// A product with tokens, at a price for a million of them.
    pub fn per_million(self) -> Self {
        self.over(Self::MILLION)
    }

    #[inline(never)]
    fn op(self, op: Op, other: Self) -> Self {
        let mut made = Self {
            value: Decimal::ZERO,
            gap: self.gap.or(other.gap),
            needs: self.needs.with(other.needs),
            step: 0,
        };
        if made.gap.is_some() {
            return made;
        }
        if op == Op::Over && other.value.is_zero() {
            made.gap = Some(Gap::Absent(Absent::Undefined));
            return made;
        }
        match calculate(op, self.value, other.value) {
            Ok(value) => {
                made.value = value;
                made.step = receipt::step(op, self, other, value);
            }
            Err(Overflow) => made.gap = Some(made.too_large()),
        }
        made
    }

    /// The value, for a receipt.
    pub const fn shown(self) -> Decimal {
        self.value
    }
}

fn calculate(op: Op, one: Decimal, other: Decimal) -> Result<Decimal, Overflow> {
    match op {
        Op::Plus => one.plus(other),
        Op::Minus => one.minus(other),
        Op::Times => one.times(other),
        Op::Over => one.over(other),
        Op::Max => Ok(one.max(other)),
        Op::Min => Ok(one.min(other)),
        Op::Ceil => Ok(round_up(one, 0)),
    }
}

/// The sum of numbers.
pub(super) fn sum(numbers: impl IntoIterator<Item = Num>) -> Num {
    numbers.into_iter().fold(Num::ZERO, Num::plus)
}

//! The numbers of the economics: exact, and aware of what they were made from.
//!
//! While a report is made, every step of it is written into a [ledger](super::ledger), and a [`Num`] is
//! the place of a step. So a formula is written once and read four ways: its value; the inputs that it needs, so
//! that an unknown one leaves alone all that does not need it; the inputs that led beyond the limits;
//! and the formula itself, for a [receipt](super::receipt).
//!
//! It also keeps the page small: in WebAssembly a place is passed in a register, and a decimal with
//! all that is known of it is not.

use super::Absent;
use super::inputs::Inputs;
use super::ledger::{FIRST, Gap, LEDGER, Name, Op, Step};
use crate::quantity::{Exact, Overflow, root, round_up};
use crate::scenario::{FieldId, Side};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A number, or why there is none. Operations never fail: what is made from a gap is a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Num(u32);

impl Num {
    pub const ZERO: Self = Self(0);
    pub const ONE: Self = Self(1);
    pub const HUNDRED: Self = Self(2);
    pub const MILLION: Self = Self(3);

    #[inline(never)]
    fn write(step: Step) -> Self {
        LEDGER.with(|ledger| Self::push(&mut ledger.borrow_mut(), step))
    }

    fn push(ledger: &mut Vec<Step>, step: Step) -> Self {
        // A report takes some ten thousand steps.
        let place = u32::try_from(ledger.len()).unwrap_or_default();
        ledger.push(step);
        Self(place)
    }

    #[inline(never)]
    fn read(self) -> Step {
        LEDGER.with(|ledger| {
            let step = ledger.borrow().get(self.index()).copied();
            step.unwrap_or(Step::plain(Decimal::ZERO))
        })
    }

    /// Its place in the ledger.
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or_default()
    }

    /// A number of the formula itself.
    pub fn plain(value: Decimal) -> Self {
        let first = FIRST.iter().position(|first| *first == value);
        match first.and_then(|place| u32::try_from(place).ok()) {
            Some(place) => Self(place),
            None => Self::write(Step::plain(value)),
        }
    }

    /// A count.
    pub fn count(value: u32) -> Self {
        Self::plain(value.into())
    }

    /// An input.
    pub fn input(field: FieldId, value: Decimal, side: Option<Side>) -> Self {
        Self::write(Step {
            name: Some(Name::Field(field, side)),
            needs: Inputs::only(field),
            ..Step::plain(value)
        })
    }

    /// An input that is unknown.
    pub fn unknown(field: FieldId) -> Self {
        let gap = Gap::Absent(Absent::Unknown(field));
        Self::write(Step::with_gap(gap, Inputs::only(field)))
    }

    /// No number at all.
    pub fn undefined() -> Self {
        Self::write(Step::with_gap(Gap::Absent(Absent::Undefined), Inputs::NONE))
    }

    /// The value.
    pub fn get(self) -> Result<Decimal, Gap> {
        let step = self.read();
        step.gap.map_or(Ok(step.value), Err)
    }

    /// The inputs that it was made from.
    pub fn needs(self) -> Inputs {
        self.read().needs
    }

    /// The same, known by a name in receipts, should it have none yet.
    pub fn named(self, name: &'static str) -> Self {
        self.call(Name::Amount(name))
    }

    /// The same, known as an amount of a month.
    pub fn of(self, name: &'static str, month: u32) -> Self {
        self.call(Name::Of(name, month))
    }

    #[inline(never)]
    fn call(self, name: Name) -> Self {
        LEDGER.with(|ledger| {
            if let Some(step) = ledger.borrow_mut().get_mut(self.index())
                && step.made.is_some()
                && step.name.is_none()
            {
                step.name = Some(name);
            }
        });
        self
    }

    /// The same as a gap, should it be above a limit.
    pub fn at_most(self, limit: Decimal) -> Self {
        let step = self.read();
        if step.gap.is_none() && step.value.abs() > limit {
            return Self::write(Step::with_gap(step.too_large(), step.needs));
        }
        self
    }

    /// The value; of a gap, nothing.
    pub fn value(self) -> Decimal {
        self.read().value
    }

    /// Why it has no value, should it have none.
    pub fn gap(self) -> Option<Gap> {
        self.read().gap
    }

    /// How it compares with another, to the last digit; what is a gap, as nothing. Of amounts that were
    /// computed, the difference is asked for its sign instead: see [`settled`].
    #[inline(never)]
    pub fn compare(self, other: Self) -> Ordering {
        self.read().value.cmp(&other.read().value)
    }

    /// How it compares with nothing.
    pub fn sign(self) -> Ordering {
        self.compare(Self::ZERO)
    }

    /// Whether it is nothing, for certain.
    pub fn is_zero(self) -> bool {
        self.read().is_nothing()
    }

    pub fn plus(self, other: Self) -> Self {
        self.op(Op::Plus, other)
    }

    pub fn minus(self, other: Self) -> Self {
        self.op(Op::Minus, other)
    }

    pub fn times(self, other: Self) -> Self {
        self.op(Op::Times, other)
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

    /// The next whole number down.
    pub fn floor(self) -> Self {
        Self::ZERO.minus(Self::ZERO.minus(self).ceil())
    }

    /// The square root, to fourteen decimals: a number by itself, which tells nothing of where it
    /// comes from.
    pub fn root(self) -> Self {
        Self::plain(root(self.value()))
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
        // What changes nothing is no step.
        match (op, self, other) {
            (Op::Plus, Self::ZERO, _) | (Op::Times, Self::ONE, _) | (Op::Times, _, Self::ZERO) => {
                return other;
            }
            (Op::Plus | Op::Minus, _, Self::ZERO)
            | (Op::Times, _, Self::ONE)
            | (Op::Times, Self::ZERO, _)
            | (Op::Over, Self::ZERO, Self::HUNDRED | Self::MILLION) => return self,
            _ => {}
        }
        LEDGER.with(|ledger| {
            let mut ledger = ledger.borrow_mut();
            let (Some(one), Some(two)) = (ledger.get(self.index()), ledger.get(other.index()))
            else {
                return Self::ZERO;
            };
            let needs = one.needs.with(two.needs);
            // And nothing of an unknown is nothing, made from as much as if it were known.
            match op {
                Op::Times if one.is_nothing() && two.is_unknown() => {
                    let nothing = Step { needs, ..*one };
                    return Self::push(&mut ledger, nothing);
                }
                Op::Times if two.is_nothing() && one.is_unknown() => {
                    let nothing = Step { needs, ..*two };
                    return Self::push(&mut ledger, nothing);
                }
                _ => {}
            }
            let mut made = Step {
                made: Some((op, self, other)),
                gap: one.gap.or(two.gap),
                needs,
                ..Step::plain(Decimal::ZERO)
            };
            if made.gap.is_none() {
                match calculate(op, one.value, two.value) {
                    // Zero has no sign.
                    Ok(value) if value.is_zero() => {}
                    Ok(value) => made.value = value,
                    Err(Overflow) if op == Op::Over && two.value.is_zero() => {
                        made.gap = Some(Gap::Absent(Absent::Undefined));
                    }
                    Err(Overflow) => made.gap = Some(made.too_large()),
                }
            }
            Self::push(&mut ledger, made)
        })
    }
}

/// The least and the greatest of some numbers, or why one of them has no value; `see` is shown what
/// each needs. Reports have thousands of them, so the ledger is opened once.
pub(super) fn extremes(
    numbers: &[Num],
    see: &mut dyn FnMut(Inputs),
) -> Result<Option<(Num, Num)>, Gap> {
    LEDGER.with(|ledger| {
        let ledger = ledger.borrow();
        let mut found: Option<(&Step, Num, &Step, Num)> = None;
        for number in numbers {
            let Some(step) = ledger.get(number.index()) else {
                continue;
            };
            if let Some(gap) = step.gap {
                return Err(gap);
            }
            see(step.needs);
            let (least, low, most, high) = found.get_or_insert((step, *number, step, *number));
            if step.value < least.value {
                (*least, *low) = (step, *number);
            }
            if step.value > most.value {
                (*most, *high) = (step, *number);
            }
        }
        Ok(found.map(|(_, low, _, high)| (low, high)))
    })
}

fn calculate(op: Op, one: Decimal, other: Decimal) -> Result<Decimal, Overflow> {
    match op {
        Op::Plus => one.plus(other).map(|sum| settled(sum, one, other)),
        Op::Minus => one.minus(other).map(|rest| settled(rest, one, other)),
        Op::Times => one.times(other),
        Op::Over => one.over(other),
        Op::Max => Ok(one.max(other)),
        Op::Min => Ok(one.min(other)),
        Op::Ceil => Ok(round_up(one, 0)),
    }
}

/// What two numbers leave of each other. A number that fills the decimal may have been rounded: what
/// it differs by in the last three digits is no difference.
fn settled(rest: Decimal, one: Decimal, other: Decimal) -> Decimal {
    let is_full = |number: Decimal| {
        let digits = number.unpack();
        digits.hi >> 26 > 0 || digits.scale == 28 && (digits.hi | digits.mid >> 8) > 0
    };
    let left = rest.unpack();
    if (left.hi | left.mid) == 0 && left.lo < 1000 && (is_full(one) || is_full(other)) {
        return Decimal::ZERO;
    }
    rest
}

/// The sum of numbers.
pub(super) fn sum(numbers: &[Num]) -> Num {
    total(numbers, |number| *number)
}

/// The sum of a figure of each of some things.
#[inline(never)]
pub(super) fn total<T>(of: &[T], figure: fn(&T) -> Num) -> Num {
    let mut total = Num::ZERO;
    for each in of {
        total = total.plus(figure(each));
    }
    total
}

//! The ledger: every step that a report takes, in order.
//!
//! A [`Num`] is the place of a step; what is known of a number stands here.

use super::inputs::Inputs;
use super::number::Num;
use super::{Absent, TooLarge};
use crate::scenario::{FieldId, Side};
use rust_decimal::Decimal;
use std::cell::RefCell;

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

/// What a step is called in a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A field of the scenario; of a split rate, one side.
    Field(FieldId, Option<Side>),
    /// An amount of the model.
    Amount(&'static str),
    /// An amount of one month.
    Of(&'static str, u32),
}

/// A step of the ledger: an input, a number of the formula itself, or an operation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub made: Option<(Op, Num, Num)>,
    pub value: Decimal,
    pub name: Option<Name>,
    pub gap: Option<Gap>,
    pub needs: Inputs,
}

impl Step {
    pub const fn plain(value: Decimal) -> Self {
        Self {
            made: None,
            value,
            name: None,
            gap: None,
            needs: Inputs::NONE,
        }
    }

    pub fn is_nothing(&self) -> bool {
        self.gap.is_none() && self.value.is_zero()
    }

    pub fn is_unknown(&self) -> bool {
        matches!(self.gap, Some(Gap::Absent(Absent::Unknown(_))))
    }

    pub fn with_gap(gap: Gap, needs: Inputs) -> Self {
        Self {
            gap: Some(gap),
            needs,
            ..Self::plain(Decimal::ZERO)
        }
    }

    pub const fn too_large(&self) -> Gap {
        Gap::TooLarge(TooLarge { inputs: self.needs })
    }
}

/// The numbers that every ledger begins with.
pub(super) const FIRST: [Decimal; 4] = [
    Decimal::ZERO,
    Decimal::ONE,
    Decimal::ONE_HUNDRED,
    Decimal::from_parts(1_000_000, 0, 0, false, 0),
];

thread_local! {
    pub(super) static LEDGER: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) };
}

/// Begins a new ledger. Numbers of the one before are then none any more.
pub(super) fn open() {
    LEDGER.with(|ledger| {
        let mut ledger = ledger.borrow_mut();
        ledger.clear();
        ledger.extend(FIRST.map(Step::plain));
    });
}

/// Takes the ledger away.
pub(super) fn close() -> Vec<Step> {
    LEDGER.with(RefCell::take)
}

//! Costs at a volume as text.

use super::amount::{Precision, absent, money, usd_shown};
use super::{between_words, volume};
use crate::economics::VolumeCosts;
use crate::quantity::{Exact, Quantity, Range, Usd};
use rust_decimal::Decimal;
use std::cmp::Ordering::{Equal, Greater, Less};

/// What the student costs more or less than the teacher, and who is cheaper.
#[must_use]
pub fn difference(costs: &VolumeCosts, precision: Precision) -> String {
    let saving = match &costs.saving.0 {
        Ok(saving) => saving,
        Err(why) => return absent(*why),
    };
    let exact = [saving.high(), saving.low()]
        .map(|end| Decimal::ZERO.minus(end.decimal()).unwrap_or_default());
    let mut shown = exact.map(|end| precision.round(end));
    // Between the costs as they are shown, since they stand beside it.
    if let (Ok(teacher), Ok(student)) = (&costs.teacher.0, &costs.student.0)
        && teacher.is_point()
        && student.is_point()
    {
        let [teacher, student] =
            [teacher, student].map(|cost| precision.round(cost.low().decimal()));
        shown = [student.minus(teacher).unwrap_or_default(); 2];
    }
    let [low, high] = exact.map(|end| end.cmp(&Decimal::ZERO));
    let who = match (low, high) {
        (Equal, Equal) => return "the same".to_owned(),
        (Less, Greater) => "either may be cheaper",
        (Less, _) => "student cheaper",
        (_, _) => "teacher cheaper",
    };
    let [one, other] = [0, 1].map(|end: usize| {
        let at = |of: [Decimal; 2]| of.get(end).copied().unwrap_or_default();
        signed(at(shown), at(exact), precision)
    });
    format!("{}, {who}", between_words(&one, &other))
}

/// `+$200`, `−$3,770`, `$0`.
fn signed(shown: Decimal, exact: Decimal, precision: Precision) -> String {
    let text = usd_shown(shown, exact, precision);
    if exact > Decimal::ZERO {
        format!("+{text}")
    } else {
        text
    }
}

/// What both paths cost at a volume: `500,000,000 tokens a month: teacher $5,000, student $1,230`.
#[must_use]
pub fn costs_at(costs: &VolumeCosts, precision: Precision) -> String {
    format!(
        "{} a month: teacher {}, student {}",
        volume(Range::point(costs.volume)),
        money(&costs.teacher, precision),
        money(&costs.student, precision)
    )
}

/// Dollars in few digits, for an axis: `$500`, `$2K`, `$0.05`.
///
/// ```
/// use crossover::wording::short_usd;
///
/// assert_eq!(short_usd("2000".parse()?), "$2K");
/// assert_eq!(short_usd("0.05".parse()?), "$0.05");
/// assert_eq!(short_usd("1500000".parse()?), "$1.5M");
/// # Ok::<(), crossover::quantity::Refusal>(())
/// ```
#[must_use]
pub fn short_usd(amount: Usd) -> String {
    let mut amount = amount.decimal();
    let mut suffix = "";
    for next in ["K", "M", "B", "T"] {
        match amount.over(Decimal::ONE_THOUSAND) {
            Ok(short) if short >= Decimal::ONE => (amount, suffix) = (short, next),
            _ => break,
        }
    }
    format!(
        "${}{suffix}",
        crate::quantity::group_digits(amount.normalize())
    )
}

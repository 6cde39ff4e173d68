//! When the one-time cost is back.

use super::Absent;
use super::corner::{Corner, Corners, Gap, Plan, too_large};
use crate::quantity::{Exact, Months, Overflow, Quantity};
use crate::scenario::FieldId;
use rust_decimal::Decimal;

/// The months after which the running total of the saving stays at or above zero; `None` where it
/// does not within the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payback {
    /// In the student's best case.
    pub low: Option<Months>,
    /// In its worst case.
    pub high: Option<Months>,
}

/// The payback over the corners.
pub(super) fn payback(corners: &Corners, plan: Plan) -> Result<Payback, Absent> {
    let mut low: Option<Months> = None;
    let mut high = Some(Months::ZERO);
    corners.each(&|c| at_corner(c, plan), &mut |_, time| {
        low = [low, time].into_iter().flatten().min();
        high = high.zip(time).map(|(high, time)| high.max(time));
    })?;
    Ok(Payback { low, high })
}

fn at_corner(corner: &Corner, plan: Plan) -> Result<Option<Months>, Gap> {
    let once = corner.one_time()?.decimal();
    let saving = corner.steady_saving(plan)?;
    let owed = corner.owed(plan)?.decimal();
    let due = std::iter::once(once).chain(std::iter::repeat(Decimal::ZERO));
    let mut months = (0..corner.months())
        .zip(due)
        .map(|(_, due)| (due, saving.decimal()));
    let time = stays_at_or_above_zero(&mut months, owed);
    Ok(time.map_err(too_large(&[FieldId::volume, FieldId::horizon]))?)
}

/// The earliest time, in months, from which a running total stays at or above zero to the end.
/// Each month is what falls due at its start and what is saved, evenly, in its course; `owed` falls
/// due at the end.
fn stays_at_or_above_zero(
    months: &mut dyn Iterator<Item = (Decimal, Decimal)>,
    owed: Decimal,
) -> Result<Option<Months>, Overflow> {
    let mut total = Decimal::ZERO;
    let mut since = None;
    let mut start = Decimal::ZERO;
    for (due, saved) in months {
        total = total.minus(due)?;
        if total < Decimal::ZERO {
            since = None;
        } else if since.is_none() {
            since = Some(start);
        }
        let end = total.plus(saved)?;
        if end < Decimal::ZERO {
            since = None;
        } else if since.is_none() {
            let missing = total.abs().over(saved)?;
            since = Some(start.plus(missing)?);
        }
        total = end;
        start = start.plus(Decimal::ONE)?;
    }
    if total < owed {
        return Ok(None);
    }
    since.map(Months::try_from).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(months: &[(i64, i64)], owed: i64) -> Option<String> {
        let mut months = months
            .iter()
            .map(|(due, saved)| ((*due).into(), (*saved).into()));
        let time = stays_at_or_above_zero(&mut months, owed.into()).unwrap();
        time.map(|months| months.to_string())
    }

    #[test]
    fn it_is_linear_within_a_month() {
        assert_eq!(back(&[(100, 200), (0, 200)], 0).as_deref(), Some("0.5"));
        assert_eq!(back(&[(300, 200), (0, 200)], 0).as_deref(), Some("1.5"));
        assert_eq!(back(&[(0, 200)], 0).as_deref(), Some("0"));
        assert_eq!(back(&[(0, 0)], 0).as_deref(), Some("0"));
    }

    #[test]
    fn it_has_to_last_to_the_end() {
        assert_eq!(back(&[(300, 200)], 0), None);
        assert_eq!(back(&[(0, -1)], 0), None);
        assert_eq!(back(&[(100, 200)], 101), None);
        assert_eq!(back(&[(100, 200)], 100).as_deref(), Some("0.5"));
        // Paid back in the first month, in debt again in the second, and out of it for good.
        assert_eq!(back(&[(100, 200), (300, 400)], 0).as_deref(), Some("1.5"));
    }
}

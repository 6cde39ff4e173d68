//! When the one-time cost is back.

use super::cases::Cases;
use super::number::Gap;
use super::path::Path;
use super::report::{Maybe, TooLarge};
use crate::quantity::{Exact, Months, Overflow};
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

/// The payback over the cases.
pub(super) fn payback(cases: &Cases, paths: &[Path]) -> Maybe<Payback> {
    let mut low: Option<Months> = None;
    let mut high = Some(Months::ZERO);
    for path in paths {
        match of_path(path) {
            Ok(time) => {
                low = [low, time].into_iter().flatten().min();
                high = high.zip(time).map(|(high, time)| high.max(time));
            }
            Err(gap) => return Maybe(Err(cases.absent(gap))),
        }
    }
    Maybe(Ok(Payback { low, high }))
}

fn of_path(path: &Path) -> Result<Option<Months>, Gap> {
    let mut months = Vec::new();
    for month in path.within() {
        let running = month.student.minus(month.once);
        let saved = month.teacher.minus(running).get()?;
        months.push((month.once.get()?, saved));
    }
    let time = stays_at_or_above_zero(&mut months.into_iter(), path.owed.get()?);
    time.map_err(|Overflow| {
        Gap::TooLarge(TooLarge {
            inputs: path.horizon_saving().needs(),
        })
    })
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

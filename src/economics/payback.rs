//! When the one-time cost is back.

use super::cases::Cases;
use super::figure::Maybe;
use super::number::Num;
use super::path::Path;
use crate::quantity::Months;
use std::cmp::Ordering::Less;

/// The months after which the running total of the saving stays at or above zero; `None` where it
/// does not within the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payback {
    /// In the student's best case.
    pub low: Option<Months>,
    /// In its worst case.
    pub high: Option<Months>,
    /// Whether the ends are an outer bound, and not exact.
    pub bound: bool,
}

/// The payback over the cases.
pub(super) fn payback(cases: &Cases, paths: &[Path]) -> Maybe<Payback> {
    let mut low: Option<Months> = None;
    let mut high = Some(Months::ZERO);
    let mut bound = false;
    for path in paths {
        bound |= cases.is_bound(path.horizon_saving().needs());
        if let Some(gap) = path.horizon_saving().gap() {
            return Maybe(Err(cases.absent(gap)));
        }
        let time = of_path(path);
        low = match (low, time) {
            (Some(low), Some(time)) => Some(low.min(time)),
            (low, time) => low.or(time),
        };
        high = high.zip(time).map(|(high, time)| high.max(time));
    }
    Maybe(Ok(Payback {
        low,
        high,
        bound: bound && low != high,
    }))
}

fn of_path(path: &Path) -> Option<Months> {
    let mut total = RunningTotal::default();
    for month in path.within() {
        let running = month.student.minus(month.once);
        total.add(month.once, month.teacher.minus(running));
    }
    total.stays(path.owed)
}

/// A running total, and the earliest time, in months, from which it stays at or above zero.
struct RunningTotal {
    total: Num,
    months: u32,
    since: Option<Num>,
}

impl Default for RunningTotal {
    fn default() -> Self {
        Self {
            total: Num::ZERO,
            months: 0,
            since: None,
        }
    }
}

impl RunningTotal {
    /// A month: what falls due at its start and what is saved, evenly, in its course.
    fn add(&mut self, due: Num, saved: Num) {
        let start = self.total.minus(due);
        self.total = start.plus(saved);
        if start.sign() == Less || self.total.sign() == Less {
            self.since = None;
        }
        if self.since.is_none() && self.total.sign() != Less {
            let missing = Num::ZERO.minus(start).max(Num::ZERO);
            let part = if missing.is_zero() {
                missing
            } else {
                missing.over(saved)
            };
            self.since = Some(Num::count(self.months).plus(part));
        }
        self.months = self.months.saturating_add(1);
    }

    /// Since when it does, with what is owed at the end.
    fn stays(&self, owed: Num) -> Option<Months> {
        let since = self
            .since
            .filter(|_| self.total.minus(owed).sign() != Less)?;
        Months::try_from(since.get().ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(months: &[(u32, i64)], owed: u32) -> Option<String> {
        crate::economics::number::open();
        let mut total = RunningTotal::default();
        for (due, saved) in months {
            total.add(Num::count(*due), Num::plain((*saved).into()));
        }
        let time = total.stays(Num::count(owed));
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

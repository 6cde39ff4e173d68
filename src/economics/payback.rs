//! When the one-time cost is back.

use super::cases::Cases;
use super::figure::Maybe;
use super::number::Num;
use super::path::Path;
use crate::quantity::Months;
use crate::scenario::FieldId;
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
    let (mut low, mut soonest) = (None, None);
    let mut high = Some(Num::ZERO);
    let mut bound = false;
    for path in paths {
        bound |= cases.is_bound(path.horizon_saving().needs());
        if let Some(gap) = path.horizon_saving().gap() {
            return Maybe(Err(cases.absent(gap)));
        }
        let [reached, time] = of_path(path);
        low = earlier(low, time);
        // The dearer the teacher, the more there is to pay back, the more is saved, and the sooner it
        // lasts: a rate within its range may do best. It does not before any of its ends is even.
        let ranges = path.case.one_time().needs().shared(cases.ranged);
        let is_between = ranges.has(FieldId::teacher_rate);
        soonest = earlier(soonest, if is_between { reached } else { time });
        high = high.zip(time).map(|(high, time)| high.max(time));
    }
    if let (Some(time), Some(before)) = (low, soonest)
        && before.compare(time) == Less
    {
        low = soonest;
        bound = true;
    }
    let [low, high] = [low, high].map(|time| Months::try_from(time?.value()).ok());
    Maybe(Ok(Payback {
        low,
        high,
        bound: bound && low != high,
    }))
}

fn earlier(one: Option<Num>, other: Option<Num>) -> Option<Num> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// When a path is even for the first time, and from when on it stays so.
fn of_path(path: &Path) -> [Option<Num>; 2] {
    let mut total = RunningTotal::default();
    for month in path.within() {
        let running = month.student.minus(month.once);
        total.add(month.once, month.teacher.minus(running));
    }
    [total.reached, total.stays(path.owed)]
}

/// A running total, the earliest time, in months, at which it is at or above zero, and that from which
/// it stays so.
struct RunningTotal {
    total: Num,
    months: u32,
    reached: Option<Num>,
    since: Option<Num>,
}

impl Default for RunningTotal {
    fn default() -> Self {
        Self {
            total: Num::ZERO,
            months: 0,
            reached: None,
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
            self.reached = self.reached.or(self.since);
        }
        self.months = self.months.saturating_add(1);
    }

    /// Since when it does, with what is owed at the end.
    fn stays(&self, owed: Num) -> Option<Num> {
        let lasts = self.total.minus(owed).sign() != Less;
        self.since.filter(|_| lasts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::economics::evaluate;
    use crate::link::decode;

    fn back(months: &[(u32, i64)], owed: u32) -> Option<String> {
        crate::economics::ledger::open();
        let mut total = RunningTotal::default();
        for (due, saved) in months {
            total.add(Num::count(*due), Num::plain((*saved).into()));
        }
        let time = total.stays(Num::count(owed));
        time.map(|months| months.value().normalize().to_string())
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

    /// With output that costs nothing there is nothing to pay back, but the commitment's rest is never
    /// earned; with dear output it is, and the data cost more. In between both end well.
    #[test]
    fn a_rate_within_may_pay_back_sooner_than_at_either_end() {
        let payback = |rate: &str| {
            let link = format!("t=5/{rate}&h=provisioned&c=6mo&p6=2&n=7&np=15000&ni=0");
            let report = evaluate(decode(&link).scenario).unwrap();
            report.payback.ok().copied().unwrap()
        };
        let (within, all) = (payback("6"), payback("0..20"));
        assert!(all.low <= within.low, "{within:?} in {all:?}");
        assert!(all.bound && all.high.is_none(), "{all:?}");
    }
}

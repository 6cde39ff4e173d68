//! What credits pay on either path. They change who pays, not which path is cheaper.
//!
//! Pools pay the AWS bill of each month, the pool that expires first to begin with, each up to its
//! last month. The team's effort is not on that bill, and what is owed after the horizon is
//! taken to be paid in cash.

use super::LineId;
use super::cases::Cases;
use super::figure::{Amount, Maybe};
use super::number::{Num, sum, total};
use super::path::{Month, Path};
use crate::quantity::{Months, Quantity, Usd};
use crate::scenario::{FieldId, Pool, Pools, Scenario};
use rust_decimal::Decimal;
use std::cmp::Ordering::Greater;

/// What credits pay on both paths.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditsReport {
    /// On the teacher.
    pub teacher: CreditsPath,
    /// On the student.
    pub student: CreditsPath,
}

/// What credits pay on one path, over the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditsPath {
    /// What it costs.
    pub list: Amount<Usd>,
    /// What of that is paid in cash.
    pub cash: Amount<Usd>,
    /// The same of the months before the student takes over.
    pub cash_to_cutover: Amount<Usd>,
    /// What credits pay.
    pub spent: Amount<Usd>,
    /// The credits that expire unused.
    pub expired: Amount<Usd>,
    /// The credits that are left when the horizon ends.
    pub left: Amount<Usd>,
    /// The month in which the last of them is spent.
    pub runs_out: Maybe<RunsOut>,
}

/// The month in which the last credit is spent; none where that does not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunsOut {
    /// At the earliest.
    pub low: Option<Months>,
    /// At the latest.
    pub high: Option<Months>,
    /// Whether the ends are an outer bound, and not exact.
    pub bound: bool,
}

/// A path that credits have paid for.
#[derive(Clone, Debug)]
pub(super) struct Paid {
    /// In cash, month by month.
    cash: Vec<Num>,
    list: Num,
    pub total: Num,
    to_cutover: Num,
    spent: Num,
    expired: Num,
    left: Num,
    runs_out: Option<u32>,
}

/// Which path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Teacher,
    Student,
}

/// Pays for one of the paths in every case.
pub(super) fn paid(paths: &[Path], who: Who) -> Vec<Paid> {
    paths.iter().map(|path| Paid::of(path, who)).collect()
}

impl Paid {
    /// What is paid in cash in the month after so many.
    pub fn cash_in(&self, at: usize) -> Num {
        self.cash.get(at).copied().unwrap_or(Num::ZERO)
    }

    /// Pays for a path.
    fn of(path: &Path, who: Who) -> Self {
        let scenario = path.case.scenario;
        let mut purse = Purse::of(scenario);
        let mut cash = Vec::new();
        for (number, month) in (1..).zip(path.within()) {
            cash.push(purse.pay(number, month, who));
        }
        let (list, owed) = match who {
            Who::Teacher => (path.teacher_horizon, Num::ZERO),
            Who::Student => (path.horizon, path.owed),
        };
        let build = usize::try_from(path.case.build).unwrap_or_default();
        Self {
            list,
            total: sum(&cash).plus(owed),
            to_cutover: sum(cash.get(..build).unwrap_or(&cash)),
            cash,
            spent: purse.spent,
            expired: purse.expired,
            left: total(&purse.pools, |(_, left)| *left),
            runs_out: purse.runs_out,
        }
    }
}

/// What is left of each pool, the first to expire first.
const LEFT: [&str; Pools::MOST] = ["left_1", "left_2", "left_3", "left_4"];

/// The credits, as they are spent.
struct Purse {
    /// The last month of each pool and what is left of it, in the order in which they are spent.
    pools: Vec<(u32, Num)>,
    /// How many pools have expired.
    gone: usize,
    spent: Num,
    expired: Num,
    runs_out: Option<u32>,
}

impl Purse {
    fn of(scenario: &Scenario) -> Self {
        let pool = |pool: &Pool| {
            let last = u32::try_from(pool.expires_after.decimal()).unwrap_or_default();
            let amount = pool.amount.decimal();
            (last, Num::input(FieldId::credits, amount, None))
        };
        let mut pools: Vec<(u32, Num)> = Vec::new();
        // A pool of nothing is never the last to be spent.
        let pools_of_something = scenario.credits.pools().iter().map(pool);
        for (last, amount) in pools_of_something.filter(|(_, amount)| !amount.is_zero()) {
            let later = pools.iter().position(|(other, _)| *other > last);
            pools.insert(later.unwrap_or(pools.len()), (last, amount));
        }
        Self {
            pools,
            gone: 0,
            spent: Num::ZERO,
            expired: Num::ZERO,
            runs_out: None,
        }
    }

    /// Pays for a month and says what is left to pay in cash.
    fn pay(&mut self, number: u32, month: &Month, who: Who) -> Num {
        let (mut due, own) = match who {
            Who::Teacher => (month.teacher, Num::ZERO),
            Who::Student => {
                let effort = month.lines.of(LineId::Effort);
                (month.student.minus(effort), effort)
            }
        };
        let names = LEFT.iter().skip(self.gone);
        for ((_, left), name) in self.pools.iter_mut().zip(names) {
            let paid = due.min(*left);
            // Without a name, a receipt would repeat the months before twice in each.
            *left = left.minus(paid).of(name, number);
            due = due.minus(paid);
            self.spent = self.spent.plus(paid);
        }
        self.note_if_spent(number);
        for (last, left) in &mut self.pools {
            if *last == number {
                self.expired = self.expired.plus(*left);
                *left = Num::ZERO;
                self.gone = self.gone.saturating_add(1);
            }
        }
        self.pools.retain(|(last, _)| *last > number);
        due.plus(own).of("cash", number)
    }

    fn note_if_spent(&mut self, number: u32) {
        let all = self.pools.iter().all(|(_, left)| left.is_zero());
        let used = !self.pools.is_empty() && self.spent.sign() == Greater;
        if all && used {
            self.runs_out = self.runs_out.or(Some(number));
        }
    }
}

/// What credits pay over the cases.
pub(super) fn credits(cases: &Cases, teacher: &[Paid], student: &[Paid]) -> CreditsReport {
    CreditsReport {
        teacher: side(cases, teacher),
        student: side(cases, student),
    }
}

fn side(cases: &Cases, paid: &[Paid]) -> CreditsPath {
    CreditsPath {
        list: cases.hull(paid, |paid| paid.list),
        cash: cases.hull(paid, |paid| paid.total),
        cash_to_cutover: cases.hull(paid, |paid| paid.to_cutover),
        spent: cases.hull(paid, |paid| paid.spent),
        expired: cases.hull(paid, |paid| paid.expired),
        left: cases.hull(paid, |paid| paid.left),
        runs_out: runs_out(cases, paid),
    }
}

fn runs_out(cases: &Cases, paid: &[Paid]) -> Maybe<RunsOut> {
    let mut low: Option<u32> = None;
    let mut high = Some(0);
    let mut bound = false;
    for paid in paid {
        bound |= cases.is_bound(paid.spent.needs());
        if let Some(gap) = paid.spent.gap() {
            return Maybe(Err(cases.absent(gap)));
        }
        low = match (low, paid.runs_out) {
            (Some(low), Some(month)) => Some(low.min(month)),
            (low, month) => low.or(month),
        };
        high = high.zip(paid.runs_out).map(|(high, month)| high.max(month));
    }
    let months = |month: Option<u32>| Months::try_from(Decimal::from(month?)).ok();
    Maybe(Ok(RunsOut {
        low: months(low),
        high: months(high),
        bound: bound && low != high,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_that_expire_never_run_out() {
        let mut scenario = Scenario::default();
        // The student's first month takes no more than 2,500 of the first pool.
        scenario.set(FieldId::credits, "5000@1+0@2").unwrap();
        let report = crate::economics::evaluate(&scenario).unwrap();
        let ends = |path: &CreditsPath| path.runs_out.ok().map(|months| (months.low, months.high));
        assert_eq!(ends(&report.credits.student), Some((None, None)));
        let first = Months::try_from(Decimal::ONE).ok();
        assert_eq!(ends(&report.credits.teacher), Some((first, first)));
    }
}

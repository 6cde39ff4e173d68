//! What credits pay on either path. They change who pays, not which path is cheaper.
//!
//! Pools pay the AWS bill of each month, the pool that expires first to begin with, each up to its
//! last month. The team's effort is not on that bill, and what is owed after the horizon is
//! taken to be paid in cash.

use super::LineId;
use super::cases::Cases;
use super::number::{Gap, Num, sum};
use super::path::{Month, Path};
use super::report::{Amount, Maybe};
use crate::quantity::{Months, Quantity, Usd};
use crate::scenario::{FieldId, Pool, Pools, Scenario};
use rust_decimal::Decimal;

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
}

/// A path that credits have paid for.
#[derive(Clone, Debug)]
pub(super) struct Paid {
    /// In cash, month by month.
    pub cash: Vec<Num>,
    list: Num,
    pub total: Num,
    to_cutover: Num,
    spent: Num,
    expired: Num,
    left: Num,
    runs_out: Result<Option<u32>, Gap>,
}

/// Which path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Teacher,
    Student,
}

impl Paid {
    /// Pays for a path.
    pub fn of(path: &Path, who: Who) -> Self {
        let scenario = path.case.scenario;
        let mut purse = Purse::of(scenario);
        let cash: Vec<_> = (1..)
            .zip(path.within())
            .map(|(number, month)| purse.pay(number, month, who))
            .collect();
        let (list, owed) = match who {
            Who::Teacher => (path.teacher_horizon, Num::ZERO),
            Who::Student => (path.horizon, path.owed),
        };
        let build = usize::try_from(path.case.build).unwrap_or_default();
        Self {
            list,
            total: sum(cash.iter().copied()).plus(owed),
            to_cutover: sum(cash.iter().take(build).copied()),
            cash,
            spent: purse.spent,
            expired: purse.expired,
            left: sum(purse.pools.iter().map(|(_, left)| *left)),
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
    runs_out: Result<Option<u32>, Gap>,
}

impl Purse {
    fn of(scenario: &Scenario) -> Self {
        let pool = |pool: &Pool| {
            let last = u32::try_from(pool.expires_after.decimal()).unwrap_or_default();
            let amount = pool.amount.decimal();
            (last, Num::input(FieldId::credits, amount, None))
        };
        let mut pools: Vec<(u32, Num)> = Vec::new();
        for (last, amount) in scenario.credits.pools().iter().map(pool) {
            let later = pools.iter().position(|(other, _)| *other > last);
            pools.insert(later.unwrap_or(pools.len()), (last, amount));
        }
        Self {
            pools,
            gone: 0,
            spent: Num::ZERO,
            expired: Num::ZERO,
            runs_out: Ok(None),
        }
    }

    /// Pays for a month and says what is left to pay in cash.
    fn pay(&mut self, number: u32, month: &Month, who: Who) -> Num {
        let (mut due, own) = match who {
            Who::Teacher => (month.teacher, Num::ZERO),
            Who::Student => {
                let effort = month.lines[LineId::Effort as usize];
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
        if self.pools.is_empty() || !matches!(self.runs_out, Ok(None)) {
            return;
        }
        let left = sum(self.pools.iter().map(|(_, left)| *left)).get();
        let spent = self.spent.get();
        self.runs_out = left.and_then(|left| {
            let used = spent? > Decimal::ZERO;
            Ok((left.is_zero() && used).then_some(number))
        });
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
    let hull = |figure: fn(&Paid) -> Num| -> Amount<Usd> { cases.hull(paid.iter().map(figure)) };
    CreditsPath {
        list: hull(|paid| paid.list),
        cash: hull(|paid| paid.total),
        cash_to_cutover: hull(|paid| paid.to_cutover),
        spent: hull(|paid| paid.spent),
        expired: hull(|paid| paid.expired),
        left: hull(|paid| paid.left),
        runs_out: runs_out(cases, paid),
    }
}

fn runs_out(cases: &Cases, paid: &[Paid]) -> Maybe<RunsOut> {
    let mut low: Option<Months> = None;
    let mut high = Some(Months::ZERO);
    for paid in paid {
        let month = match paid.runs_out {
            Ok(month) => month.and_then(|month| Months::try_from(Decimal::from(month)).ok()),
            Err(gap) => return Maybe(Err(cases.absent(gap))),
        };
        low = [low, month].into_iter().flatten().min();
        high = high.zip(month).map(|(high, month)| high.max(month));
    }
    Maybe(Ok(RunsOut { low, high }))
}

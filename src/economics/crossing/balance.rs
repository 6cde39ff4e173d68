//! What the teacher's cost has over the student's, as a function of the volume: over a month, and over
//! the horizon.

use super::Span;
use crate::economics::case::Case;
use crate::economics::found::Found;
use crate::economics::inputs::Inputs;
use crate::economics::ledger::Gap;
use crate::economics::number::{Num, sum, total};
use crate::economics::path::{Path, left};
use crate::economics::staircase::Staircase;
use std::cmp::Ordering;

/// What the teacher's cost has over the student's, by the volume: a gain with each token, less
/// what is paid whatever the volume, and less the model units that the volume needs.
pub struct Balance {
    pub stairs: Staircase,
    /// Whether its windows are told: those of a month, where units come whole.
    pub whole: bool,
    /// Whether the fixed cost and the gain make the student out worse than it is.
    pub bound: bool,
}

impl Balance {
    /// The balance over a span.
    pub fn of(path: &Path, span: Span) -> Self {
        let (case, plan) = (path.case, path.plan);
        let whole = case.unit_tokens.is_some() && plan.hosting.bills_hours();
        let mut balance = Self {
            stairs: of_month(path, case.kept),
            whole: whole && span == Span::Steady,
            bound: whole && span == Span::Horizon,
        };
        let stairs = &mut balance.stairs;
        match span {
            Span::Steady => {}
            Span::FirstMonth => {
                stairs.fixed = case.storage.plus(case.one_time());
                if case.build > 0 {
                    (stairs.gain, stairs.load) = (Num::ZERO, Num::ZERO);
                }
                let block = plan.term.months().max(1);
                let powers = powers(case, usize::try_from(block).unwrap_or_default());
                stairs.load = stairs.load.times(busiest(case, &powers, 0, block));
            }
            Span::Horizon => over_horizon(stairs, path),
        }
        balance
    }

    /// The inputs that it was made from.
    pub fn needs(&self) -> Inputs {
        let mut needs = Inputs::default();
        for number in self.numbers() {
            needs = needs.with(number.needs());
        }
        needs
    }

    fn numbers(&self) -> [Num; 6] {
        let stairs = &self.stairs;
        [
            stairs.fixed,
            stairs.gain,
            stairs.price,
            stairs.least,
            stairs.tokens,
            stairs.load,
        ]
    }

    /// Where it turns.
    pub fn solve(&self) -> Result<Found, Gap> {
        match self.numbers().into_iter().find_map(Num::gap) {
            Some(gap) => Err(gap),
            None => Ok(self.stairs.solve()),
        }
    }
}

/// The balance of a month in steady state, in the volume of which the student answers a share.
pub fn of_month(path: &Path, share: Num) -> Staircase {
    let (case, plan) = (path.case, path.plan);
    let billed = if plan.hosting.bills_tokens() {
        case.student_rate
    } else {
        Num::ZERO
    };
    let price = if plan.hosting.bills_hours() {
        case.hourly(plan.term.hourly_field()).times(case.hours)
    } else {
        Num::ZERO
    };
    let whole = case.unit_tokens.filter(|_| plan.hosting.bills_hours());
    Staircase {
        gain: share.times(case.teacher_rate.minus(billed)),
        fixed: case.storage,
        price,
        least: case.entered_units,
        tokens: whole.unwrap_or(Num::ZERO),
        load: whole.map_or(Num::ZERO, |_| share.times(case.peak)),
    }
}

/// Makes the balance of a month one of the whole horizon.
fn over_horizon(stairs: &mut Staircase, path: &Path) {
    let (case, plan) = (path.case, path.plan);
    let from = usize::try_from(case.build).unwrap_or_default();
    let months = usize::try_from(case.horizon).unwrap_or_default();
    let once = total(path.within(), |month| month.once);
    let storage = case.storage.times(Num::count(case.horizon));
    let paid = months.saturating_add(left(plan, months));
    let powers = powers(case, paid);
    let running = sum(powers.get(from..months).unwrap_or_default());
    let paid = u32::try_from(paid).unwrap_or_default();
    let month = *stairs;
    stairs.gain = month.gain.times(running);
    stairs.fixed = once.plus(storage);
    stairs.price = month.price.times(Num::count(paid));
    if month.load.is_zero() {
        return;
    }
    // No number of units is more than one above what the load needs, nor, with as many as were entered,
    // more than those and the load together.
    let block = plan.term.months().max(1);
    let mut busy = Num::ZERO;
    for start in (0..paid).step_by(usize::try_from(block).unwrap_or(1)) {
        let months = block.min(paid.saturating_sub(start));
        let busiest = busiest(case, &powers, start, block);
        busy = busy.plus(busiest.times(Num::count(months)));
    }
    // What a unit saves and what it costs may be next to the same: they are taken from each other while
    // both are exact, and counted by the unit where that fits.
    let unit = month.price.times(month.load).times(Num::MILLION);
    let gain = |tokens: Num| {
        let idle = unit.over(tokens).times(busy.minus(running));
        month.left().over(tokens).times(running).minus(idle)
    };
    let by_unit = [stairs.fixed, stairs.price].map(|cost| cost.times(month.tokens));
    let most = by_unit[0]
        .plus(by_unit[1].times(month.least))
        .times(Num::MILLION);
    stairs.load = Num::ZERO;
    stairs.gain = gain(Num::ONE);
    if stairs.gain.gap().or(most.gap()).is_none() {
        [stairs.fixed, stairs.price] = by_unit;
    } else {
        stairs.gain = gain(month.tokens);
    }
}

/// The volume of the busiest month of a block that starts after so many months, over the first
/// month's; nothing where all of it is for building.
fn busiest(case: &Case, powers: &[Num], start: u32, block: u32) -> Num {
    let end = start.saturating_add(block);
    let from = start.max(case.build);
    if from >= end {
        return Num::ZERO;
    }
    let busiest = if case.growth.compare(Num::ONE) == Ordering::Greater {
        end.saturating_sub(1)
    } else {
        from
    };
    let at = usize::try_from(busiest).unwrap_or_default();
    powers.get(at).copied().unwrap_or(Num::ONE)
}

/// What growth makes of one token, month by month, so many months on.
fn powers(case: &Case, months: usize) -> Vec<Num> {
    let mut powers = Vec::new();
    let mut power = Num::ONE;
    for _ in 0..months {
        powers.push(power);
        power = power.times(case.growth);
    }
    powers
}

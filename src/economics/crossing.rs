//! From which volume on the student costs no more than the teacher.
//!
//! Both costs are straight lines in the volume, but for the model units, which come whole: where it is
//! known what one carries, the student's cost is a staircase. See [`staircase`](super::staircase).

use super::Maybe;
use super::case::{At, Case, MOST_TOKENS};
use super::cases::Cases;
use super::number::{Gap, Inputs, Num, sum};
use super::path::{Path, left};
use super::report::TooLarge;
use super::staircase::{Found, Staircase};
use crate::quantity::{Exact, Overflow, Tokens, round_up};
use rust_decimal::Decimal;

/// What is known of a crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The student is cheaper at every volume.
    Every,
    /// The two never differ.
    Equal,
    /// There is a volume from which the student costs no more at every larger one; below it, it
    /// costs more.
    At,
    /// There is no volume from which the student always wins.
    Never,
}

/// The volume, in whole tokens a month, from which the student costs no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The state in the student's best case.
    pub state: State,
    /// The volume in the student's best case; one token where it wins or ties at every volume,
    /// none where it never does.
    pub low: Option<Tokens>,
    /// The same in its worst case.
    pub high: Option<Tokens>,
    /// The smallest volume at which the student costs no more, where units come whole and nothing is
    /// a range.
    pub first: Option<Tokens>,
    /// The first twelve intervals of volumes at which it does.
    pub windows: Option<Vec<Window>>,
    /// How many there are; 2⁵³ − 1, should there be more.
    pub window_count: Option<u64>,
    /// Whether the volume is a bound, from which on the student surely wins.
    pub bound: bool,
}

/// An interval of volumes at which the student costs no more, in whole tokens a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its first volume.
    pub from: Tokens,
    /// Its last; none where it does not end.
    pub to: Option<Tokens>,
}

/// The months that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Steady,
    FirstMonth,
    Horizon,
}

/// The crossing over the student's best and worst case.
pub(super) fn crossing(cases: &Cases, paths: &[Path], span: Span) -> Maybe<Crossing> {
    let found = paths
        .iter()
        // No crossing depends on the volume.
        .filter(|path| path.case.pick.volume != At::High)
        .map(|path| {
            let balance = Balance::of(path, span);
            let found = balance.solve(span == Span::Steady)?;
            Ok((found, balance.needs(), balance.bound))
        });
    let merged = merge(cases, found);
    Maybe(merged.map_err(|gap| cases.absent(gap)))
}

/// The best and the worst of some crossings.
pub(super) fn merge(
    cases: &Cases,
    found: impl Iterator<Item = Result<(Found, Inputs, bool), Gap>>,
) -> Result<Crossing, Gap> {
    let mut crossing: Option<Crossing> = None;
    for found in found {
        let (found, needs, bound) = found?;
        let detail = found.windows.filter(|_| cases.is_fixed(needs));
        let this = Crossing {
            state: found.state,
            low: found.always,
            high: found.always,
            first: detail.as_ref().and(found.first),
            window_count: detail.as_ref().map(|_| found.window_count),
            windows: detail,
            bound,
        };
        crossing = Some(match crossing {
            None => this,
            Some(other) => join(other, this),
        });
    }
    crossing.ok_or(Gap::Absent(super::Absent::Undefined))
}

fn join(one: Crossing, other: Crossing) -> Crossing {
    let rank = |crossing: &Crossing| (crossing.low.is_none(), crossing.low, crossing.state);
    let (best, rest) = if rank(&other) < rank(&one) {
        (other, one)
    } else {
        (one, other)
    };
    let high = best.high.zip(rest.high).map(|(one, other)| one.max(other));
    Crossing { high, ..best }
}

/// What the teacher's cost has over the student's, by the volume: a gain with each token, less
/// what is paid whatever the volume, and less the model units that the volume needs.
pub(super) struct Balance {
    /// Dollars for a million tokens.
    pub gain: Num,
    pub fixed: Num,
    /// Where units come whole.
    pub units: Option<Units>,
    /// Whether the fixed cost and the gain make the student out worse than it is.
    bound: bool,
}

/// Whole model units.
pub(super) struct Units {
    /// What one costs.
    pub price: Num,
    /// How many there are at least.
    pub least: Num,
    /// The tokens that one carries.
    pub tokens: Num,
    /// What a token of volume asks of it: above one at the peak, below one where some of it stays
    /// with the teacher.
    pub load: Num,
}

impl Balance {
    /// The balance over a span.
    pub fn of(path: &Path, span: Span) -> Self {
        let (case, plan) = (path.case, path.plan);
        let billed = if plan.hosting.bills_tokens() {
            case.student_rate
        } else {
            Num::ZERO
        };
        let gain = case.kept.times(case.teacher_rate.minus(billed));
        let unit_month = if plan.hosting.bills_hours() {
            case.hourly(plan.term.hourly_field()).times(case.hours)
        } else {
            Num::ZERO
        };
        let whole = case.unit_tokens.filter(|_| plan.hosting.bills_hours());
        let entered = unit_month.times(case.entered_units);
        let units = |load: Num| {
            whole.map(|tokens| Units {
                price: unit_month,
                least: case.entered_units,
                tokens,
                load: case.kept.times(case.peak).times(load),
            })
        };
        let balance = |gain, fixed, units: Option<Units>| Self {
            gain,
            fixed: if units.is_some() {
                fixed
            } else {
                fixed.plus(entered)
            },
            units,
            bound: false,
        };
        match span {
            Span::Steady => balance(gain, case.storage, units(Num::ONE)),
            Span::FirstMonth => {
                let fixed = case.storage.plus(case.one_time());
                if case.build > 0 {
                    return balance(Num::ZERO, fixed, None);
                }
                let block = plan.term.months().max(1);
                balance(gain, fixed, units(busiest(case, 0, block)))
            }
            Span::Horizon => Self::horizon(path, gain, unit_month, whole),
        }
    }

    fn horizon(path: &Path, gain: Num, unit_month: Num, whole: Option<Num>) -> Self {
        let (case, plan) = (path.case, path.plan);
        let powers = powers(case);
        let from = usize::try_from(case.build).unwrap_or_default();
        let months = usize::try_from(case.horizon).unwrap_or_default();
        let running = powers.iter().take(months).skip(from);
        let mut gain = gain.times(sum(running.copied()));
        let once = sum(path.within().map(|month| month.once));
        let storage = case.storage.times(Num::count(case.horizon));
        let owed = left(plan, months);
        let paid = u32::try_from(months.saturating_add(owed)).unwrap_or_default();
        let least = unit_month.times(case.entered_units);
        let fixed = once.plus(storage).plus(least.times(Num::count(paid)));
        if let Some(tokens) = whole {
            // No number of units is more than one above what the load needs, nor, with as many as
            // were entered, more than those and the load together.
            let block = plan.term.months().max(1);
            let starts = (0..paid).step_by(usize::try_from(block).unwrap_or(1));
            let busiest = starts.map(|start| {
                let months = block.min(paid.saturating_sub(start));
                busiest(case, start, block).times(Num::count(months))
            });
            let load = case.kept.times(case.peak).times(sum(busiest));
            let price = unit_month.times(load).times(Num::MILLION).over(tokens);
            gain = gain.minus(price);
        }
        Self {
            gain,
            fixed,
            units: None,
            bound: whole.is_some(),
        }
    }

    /// The inputs that it was made from.
    pub fn needs(&self) -> Inputs {
        let needs = self.gain.needs().with(self.fixed.needs());
        self.units.iter().fold(needs, |needs, units| {
            [units.price, units.least, units.tokens, units.load]
                .iter()
                .fold(needs, |needs, number| needs.with(number.needs()))
        })
    }

    /// Where it turns; with the windows of a staircase, when asked.
    pub fn solve(&self, windows: bool) -> Result<Found, Gap> {
        let fixed = self.fixed.get()?;
        let gain = self.gain.get()?;
        let found = match &self.units {
            None => line(fixed, gain),
            Some(units) => {
                let stairs = Staircase {
                    gain,
                    fixed,
                    price: units.price.get()?,
                    least: units.least.get()?,
                    tokens: units.tokens.get()?,
                    load: units.load.get()?,
                };
                stairs.solve(windows)
            }
        };
        found.map_err(|Overflow| {
            Gap::TooLarge(TooLarge {
                inputs: self.needs(),
            })
        })
    }
}

/// The volume of the busiest month of a block that starts after so many months, over the first
/// month's; nothing where all of it is for building.
fn busiest(case: &Case, start: u32, block: u32) -> Num {
    let end = start.saturating_add(block);
    let from = start.max(case.build);
    if from >= end {
        return Num::ZERO;
    }
    let busiest = if case.growth.get().is_ok_and(|growth| growth > Decimal::ONE) {
        end.saturating_sub(1)
    } else {
        from
    };
    let at = usize::try_from(busiest).unwrap_or_default();
    powers(case).get(at).copied().unwrap_or(Num::ONE)
}

/// What growth makes of one token, month by month.
fn powers(case: &Case) -> Vec<Num> {
    const MOST_MONTHS: usize = 72;
    std::iter::successors(Some(Num::ONE), |power| Some(power.times(case.growth)))
        .take(MOST_MONTHS)
        .collect()
}

/// The least whole volume at which `gain` dollars for a million tokens outweigh `fixed` dollars.
pub(super) fn line(fixed: Decimal, gain: Decimal) -> Result<Found, Overflow> {
    if gain < Decimal::ZERO || (gain.is_zero() && !fixed.is_zero()) {
        return Ok(Found::never());
    }
    if fixed.is_zero() {
        let state = if gain.is_zero() {
            State::Equal
        } else {
            State::Every
        };
        return Ok(Found::at(state, Decimal::ONE));
    }
    let millionfold = fixed.times(Decimal::from(1_000_000))?;
    // Beyond the limit it is out of reach, as if there were none.
    let quotient = millionfold.over(gain).ok();
    let Some(volume) = quotient.filter(|volume| *volume <= MOST_TOKENS) else {
        return Ok(Found::never());
    };
    let mut volume = round_up(volume, 0).max(Decimal::ONE);
    // A quotient carries 28 digits: one that was rounded down onto a whole number is put right by
    // the product, which decides what a reader sees at the volume and one token below.
    if volume.times(gain)? < millionfold {
        volume = volume.plus(Decimal::ONE)?;
    }
    Ok(Found::at(State::At, volume))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Quantity;

    fn solved(fixed: &str, gap: &str) -> (State, Option<String>) {
        let found = line(fixed.parse().unwrap(), gap.parse().unwrap()).unwrap();
        (found.state, found.always.map(|v| v.decimal().to_string()))
    }

    #[test]
    fn break_even_is_rounded_up() {
        assert_eq!(solved("730", "9"), (State::At, Some("81111112".into())));
        assert_eq!(solved("44165", "5"), (State::At, Some("8833000000".into())));
        assert_eq!(solved("0.000001", "9"), (State::At, Some("1".into())));
    }

    #[test]
    fn no_break_even_is_negative_or_infinite() {
        assert_eq!(solved("730", "0"), (State::Never, None));
        assert_eq!(solved("730", "-1"), (State::Never, None));
        assert_eq!(solved("0", "-1"), (State::Never, None));
        assert_eq!(solved("0", "0"), (State::Equal, Some("1".into())));
        assert_eq!(solved("0", "9"), (State::Every, Some("1".into())));
    }

    #[test]
    fn what_is_out_of_reach_is_never() {
        assert_eq!(
            solved("999999999999999", "0.000000000000000000000001"),
            (State::Never, None)
        );
        assert_eq!(solved("1000000000000000", "0.0001"), (State::Never, None));
    }
}

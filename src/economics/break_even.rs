//! What would have to be true: for each of seven inputs, the value at which both paths cost the same
//! over the horizon.
//!
//! The saving over the horizon is a straight line in each price, so two points of it give the value
//! at which it is nothing. In the volume and in the teacher's share it is a staircase where units
//! come whole: the value nearest to the present one is then at an end of a window.

use super::case::{Case, Change, Pick};
use super::cases::Cases;
use super::crossing::{Balance, Span, State, of_month};
use super::ledger::Gap;
use super::number::{Num, total};
use super::path::{Path, Plan};
use super::staircase::Staircase;
use super::verdict::saving_with;
use super::{BreakEvens, Maybe};
use crate::quantity::{Quantity, round};
use crate::scenario::{FieldId, Scenario, Side};
use rust_decimal::Decimal;
use std::cmp::Ordering::{Equal, Greater, Less};

/// The value of an input at which both paths cost the same, all else unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// The value; none when no value within the field's bounds does it.
    pub value: Option<Decimal>,
    /// With how many decimals it is reported.
    pub decimals: u32,
}

/// All seven.
pub(super) fn break_evens(cases: &Cases, scenario: &Scenario, plan: Plan) -> BreakEvens {
    let case = Case::new(scenario, Pick::MIDDLE);
    let path = Path::new(&case, plan);
    let present = Present {
        scenario,
        path: &path,
        saving: path.horizon_saving(),
    };
    let told = |value: Option<Num>, decimals| {
        if let Some(gap) = present.saving.gap() {
            return Maybe(Err(cases.absent(gap)));
        }
        let value = match value.map(Num::get) {
            // Another value may need what the present one does not.
            Some(Err(Gap::Absent(absent))) => return Maybe(Err(absent)),
            // What is too large to be computed lies beyond every bound.
            Some(Err(Gap::TooLarge(_))) | None => None,
            Some(Ok(value)) => Some(value),
        };
        Maybe(Ok(BreakEven { value, decimals }))
    };
    BreakEvens {
        teacher_rate: told(present.rate(FieldId::teacher_rate), 6),
        student_rate: told(present.rate(FieldId::student_rate), 6),
        hourly: told(present.hourly(), 6),
        teacher_share: told(present.teacher_share(), 6),
        one_time: told(present.one_time(), 6),
        volume: told(present.volume(), 0),
        months: told(present.months(), 0),
    }
}

/// The scenario as it is, every range at its middle.
struct Present<'a> {
    scenario: &'a Scenario,
    path: &'a Path<'a, 'a>,
    saving: Num,
}

impl Present<'_> {
    /// The saving with one input changed.
    fn saving(&self, field: FieldId, change: Change) -> Num {
        saving_with(self.scenario, self.path.plan, Some((field, change)))
    }

    fn number(&self, field: FieldId, side: Side) -> Option<Num> {
        Pick::MIDDLE
            .number(self.scenario, field, side)
            .map(Num::plain)
    }

    /// A rate before any discount, blended; a split rate is scaled, both sides alike.
    fn rate(&self, field: FieldId) -> Option<Num> {
        let input = self.number(field, Side::Input)?;
        let output = self.number(field, Side::Output)?;
        let share = Num::plain(self.scenario.input_share.decimal()).percent();
        let (rate, dearer) = if input.compare(output) == Equal {
            (input, input)
        } else {
            let output_part = share.rest().times(output);
            (share.times(input).plus(output_part), input.max(output))
        };
        if rate.is_zero() {
            // A side that no token has may be dearer than nothing.
            let at = |rate| (rate, self.saving(field, Change::To(rate)));
            let value = zero(at(Num::ZERO), at(Num::ONE))?;
            return within(field, value).then_some(value);
        }
        let two = Num::count(2);
        let saving = self.saving(field, Change::Times(two));
        let value = zero((rate, self.saving), (rate.times(two), saving))?;
        let fits = within(field, value) && within(field, dearer.times(value).over(rate));
        fits.then_some(value)
    }

    fn hourly(&self) -> Option<Num> {
        let field = self.path.plan.term.hourly_field();
        if self.saving.is_zero() {
            // Unknown, if it is: what is billed by the token needs no price of hours.
            return Some(self.path.case.input(field));
        }
        let price = self.number(field, Side::Input)?;
        let next = price.plus(Num::ONE);
        let saving = self.saving(field, Change::To(next));
        let value = zero((price, self.saving), (next, saving))?;
        within(field, value).then_some(value)
    }

    fn one_time(&self) -> Option<Num> {
        let value = self.path.case.one_time().plus(self.saving);
        (value.sign() != Less).then_some(value)
    }

    fn months(&self) -> Option<Num> {
        const MOST: u32 = 60;
        let longest = Pick::changing(FieldId::horizon, Change::To(Num::count(MOST)));
        let case = Case::new(self.scenario, longest);
        let path = Path::new(&case, self.path.plan);
        let mut teacher = Num::ZERO;
        for (months, (month, student)) in (1..).zip(path.within().iter().zip(path.stops())) {
            teacher = teacher.plus(month.teacher);
            if teacher.minus(student).sign() == Greater {
                return Some(Num::count(months));
            }
        }
        None
    }

    fn volume(&self) -> Option<Num> {
        let field = FieldId::volume;
        let volume = self.path.case.volume;
        if self.saving.is_zero() {
            return Some(volume);
        }
        let value = match Shape::of(self.path, self.path.case.kept) {
            Shape::Line => {
                let found = Balance::of(self.path, Span::Horizon).solve().ok()?;
                let at = found.always.filter(|_| found.state == State::At)?;
                Num::plain(at.decimal())
            }
            Shape::Stairs(stairs) => {
                let most = Num::plain(field.field().max.into());
                let always = || {
                    let found = stairs.solve();
                    let always = found.always.filter(|_| !found.bound)?;
                    Some(Num::plain(always.decimal()))
                };
                stairs.nearest_end(volume, most, true).or_else(always)?
            }
            Shape::Moving => {
                let mut places = Vec::new();
                let mut power = 1_u64;
                for _ in 0..16 {
                    for times in [1, 2, 5] {
                        places.push(power.saturating_mul(times));
                    }
                    power = power.saturating_mul(10);
                }
                self.search(field, volume, Num::ONE, &places)?
            }
        };
        within(field, value).then_some(value)
    }

    fn teacher_share(&self) -> Option<Num> {
        let field = FieldId::teacher_share;
        let share = self.number(field, Side::Input)?;
        if self.saving.is_zero() {
            return Some(share);
        }
        let value = match Shape::of(self.path, Num::ONE) {
            Shape::Line => {
                let at = |share| (share, self.saving(field, Change::To(share)));
                zero(at(Num::ZERO), at(Num::HUNDRED))?
            }
            // A staircase in the tokens that the student answers.
            Shape::Stairs(stairs) => {
                let case = self.path.case;
                let now = case.volume.times(case.kept);
                let answered = stairs.nearest_end(now, case.volume, false)?;
                answered.over(case.volume).rest().times(Num::HUNDRED)
            }
            Shape::Moving => {
                // In trillionths of a percent.
                let one = Num::MILLION.times(Num::MILLION);
                let mut places = Vec::new();
                for step in 0..=20_u64 {
                    places.push(step.saturating_mul(5_000_000_000_000));
                }
                self.search(field, share, one, &places)?
            }
        };
        within(field, value).then_some(value)
    }

    /// A value at which the saving turns, between two of some places, those nearest to the present
    /// value: growing volumes move each block's staircase by itself, and no formula has them all.
    /// It is counted in whole parts, of which there are `parts` in one.
    fn search(&self, field: FieldId, now: Num, parts: Num, places: &[u64]) -> Option<Num> {
        let value = |at: u64| Num::plain(at.into()).over(parts);
        let wins = |saving: Num| saving.sign() != Less;
        let present = wins(self.saving);
        let turns = |at: u64| {
            let saving = self.saving(field, Change::To(value(at)));
            saving.gap().is_none() && wins(saving) != present
        };
        let now = now.times(parts).floor().get().ok()?;
        let mut same = u64::try_from(now).ok()?;
        let mut nearest: Option<u64> = None;
        for place in places {
            let nearer = nearest.is_none_or(|other| place.abs_diff(same) < other.abs_diff(same));
            if nearer && turns(*place) {
                nearest = Some(*place);
            }
        }
        let mut other = nearest?;
        while same.abs_diff(other) > 1 {
            let middle = same.midpoint(other);
            if turns(middle) {
                other = middle;
            } else {
                same = middle;
            }
        }
        Some(value(if present { same } else { other }))
    }
}

/// How the saving over the horizon moves with the volume.
enum Shape {
    Line,
    Stairs(Staircase),
    /// Several staircases, each block of months on its own.
    Moving,
}

impl Shape {
    /// The shape in the volume of which the student answers a share.
    fn of(path: &Path, share: Num) -> Shape {
        let case = path.case;
        if case.unit_tokens.is_none() || !path.plan.hosting.bills_hours() {
            return Self::Line;
        }
        if case.growth.compare(Num::ONE) != Equal {
            return Self::Moving;
        }
        Self::Stairs(over_the_horizon(path, share))
    }
}

/// The saving over the horizon, where every month has the same volume.
fn over_the_horizon(path: &Path, share: Num) -> Staircase {
    let (case, plan) = (path.case, path.plan);
    let running = case.horizon.saturating_sub(case.build);
    let months = usize::try_from(case.horizon).unwrap_or_default();
    let owed = u32::try_from(super::path::left(plan, months)).unwrap_or_default();
    let paid = case.horizon.saturating_add(owed);
    let block = plan.term.months().max(1);
    // Blocks that end before the student runs have the units that were entered.
    let building = case.build.min(paid);
    let building = building.saturating_sub(building.checked_rem(block).unwrap_or(0));
    let once = total(path.within(), |month| month.once);
    let month = of_month(path, share);
    let storage = month.fixed.times(Num::count(case.horizon));
    let built = month.price.times(month.least).times(Num::count(building));
    Staircase {
        gain: month.gain.times(Num::count(running)),
        fixed: once.plus(storage).plus(built),
        price: month.price.times(Num::count(paid.saturating_sub(building))),
        ..month
    }
}

/// Where a straight line through two points is zero.
fn zero((x, y): (Num, Num), (other_x, other_y): (Num, Num)) -> Option<Num> {
    let rise = other_y.minus(y);
    if y.is_zero() {
        return Some(x);
    }
    if rise.is_zero() {
        return None;
    }
    let back = y.times(other_x.minus(x)).over(rise);
    Some(x.minus(back))
}

/// Whether a value lies within a field's bounds. Its last digits may be what rounding left, and do not
/// put it outside.
fn within(field: FieldId, value: Num) -> bool {
    let value = round(value.value(), 12);
    let [min, max] = [field.field().min, field.field().max].map(Decimal::from);
    min <= value && value <= max
}

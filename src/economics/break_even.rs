//! What would have to be true: for each of seven inputs, the value at which both paths cost the same
//! over the horizon.
//!
//! The saving over the horizon is a straight line in each price, so two points of it give the value
//! at which it is nothing. In the volume and in the teacher's share it is a staircase where units
//! come whole: the value nearest to the present one is then at an end of a window.

use super::BreakEvens;
use super::Maybe;
use super::case::{Case, Change, Pick};
use super::cases::Cases;
use super::crossing::{Balance, Span, State};
use super::number::{Gap, Num};
use super::path::{Path, Plan};
use super::staircase::Staircase;
use super::verdict::saving_with;
use crate::quantity::{Exact, Quantity, round, round_up};
use crate::scenario::{FieldId, Scenario, Side};
use rust_decimal::Decimal;

/// The value of an input at which both paths cost the same, all else unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// The value; none when no value within the field's bounds does it.
    pub value: Option<Decimal>,
    /// With how many decimals it is reported.
    pub decimals: u32,
}

type Value = Result<Option<Decimal>, Gap>;

/// All seven.
pub(super) fn break_evens(cases: &Cases, scenario: &Scenario, plan: Plan) -> BreakEvens {
    let of = |value: Value, decimals| {
        let value = value.map_err(|gap| cases.absent(gap));
        Maybe(value.map(|value| BreakEven { value, decimals }))
    };
    let present = Present { scenario, plan };
    BreakEvens {
        teacher_rate: of(present.rate(FieldId::teacher_rate), 6),
        student_rate: of(present.rate(FieldId::student_rate), 6),
        hourly: of(present.hourly(), 6),
        teacher_share: of(present.teacher_share(), 6),
        one_time: of(present.one_time(), 6),
        volume: of(present.volume(), 0),
        months: of(present.months(), 0),
    }
}

/// The scenario as it is, every range at its middle.
struct Present<'s> {
    scenario: &'s Scenario,
    plan: Plan,
}

impl Present<'_> {
    fn saving(&self, field: FieldId, change: Option<Change>) -> Value {
        let change = change.map(|change| (field, change));
        saving_with(self.scenario, self.plan, change)
            .get()
            .map(Some)
    }

    fn saving_at(&self, field: FieldId, value: Decimal) -> Result<Decimal, Gap> {
        let saving = saving_with(self.scenario, self.plan, Some((field, Change::To(value))));
        saving.get()
    }

    fn case(&self) -> Case<'_> {
        Case::new(self.scenario, Pick::MIDDLE)
    }

    /// A rate before any discount, blended; a split rate is scaled, both sides alike.
    fn rate(&self, field: FieldId) -> Value {
        let Some(now) = self.saving(field, None)? else {
            return Ok(None);
        };
        let [input, output] = [Side::Input, Side::Output].map(|side| {
            Pick::MIDDLE
                .number(self.scenario, field, side)
                .unwrap_or_default()
        });
        let share = Num::plain(self.scenario.input_share.decimal()).percent();
        let input_part = share.times(Num::plain(input));
        let rate = input_part.plus(share.rest().times(Num::plain(output)));
        let rate = if input == output { input } else { rate.get()? };
        let (next, change) = if rate.is_zero() {
            (Decimal::ONE, Change::To(Decimal::ONE))
        } else {
            (double(rate), Change::Times(Decimal::TWO))
        };
        let Some(then) = self.saving(field, Some(change))? else {
            return Ok(None);
        };
        let dearer_side = |value: Decimal| {
            let most = input.max(output);
            let scaled = most.times(value).and_then(|scaled| scaled.over(rate));
            if rate.is_zero() {
                value
            } else {
                scaled.unwrap_or(Decimal::MAX)
            }
        };
        let value = zero((rate, now), (next, then));
        Ok(value.filter(|value| within(field, *value) && within(field, dearer_side(*value))))
    }

    fn hourly(&self) -> Value {
        let field = self.plan.term.hourly_field();
        let Some(now) = self.saving(field, None)? else {
            return Ok(None);
        };
        let Some(price) = Pick::MIDDLE.number(self.scenario, field, Side::Input) else {
            return Ok(None);
        };
        let next = price.plus(Decimal::ONE).unwrap_or_default();
        let value = zero((price, now), (next, self.saving_at(field, next)?));
        Ok(value.filter(|value| within(field, *value)))
    }

    fn one_time(&self) -> Value {
        let saving = saving_with(self.scenario, self.plan, None);
        let value = self.case().one_time().plus(saving).get()?;
        Ok(Some(value).filter(|value| !value.is_sign_negative() || value.is_zero()))
    }

    fn months(&self) -> Value {
        const MOST: u32 = 60;
        let longest = Pick::changing(FieldId::horizon, Change::To(MOST.into()));
        let case = Case::new(self.scenario, longest);
        let path = Path::new(&case, self.plan);
        let mut teacher = Num::ZERO;
        for (months, month) in (1..).zip(path.within()) {
            teacher = teacher.plus(month.teacher);
            let student = path.stopped_after(months);
            if teacher.minus(student).get()? > Decimal::ZERO {
                return Ok(Some(months.into()));
            }
        }
        Ok(None)
    }

    fn volume(&self) -> Value {
        let field = FieldId::volume;
        let case = self.case();
        let path = Path::new(&case, self.plan);
        let saving = path.horizon_saving().get()?;
        let volume = case.volume.get()?;
        if saving.is_zero() {
            return Ok(Some(volume));
        }
        let value = match Shape::of(&path, case.kept) {
            Shape::Line => {
                let found = Balance::of(&path, Span::Horizon).solve(false)?;
                let at = found.state == State::At;
                found.always.filter(|_| at).map(Quantity::decimal)
            }
            Shape::Stairs(stairs) => stairs.nearest_end(volume).map(|(value, up)| {
                if up {
                    round_up(value, 0)
                } else {
                    value.floor()
                }
            }),
            Shape::Moving => self.search(field, volume, &powers_of_ten())?,
        };
        Ok(value.filter(|value| within(field, *value)))
    }

    fn teacher_share(&self) -> Value {
        let field = FieldId::teacher_share;
        let case = self.case();
        let path = Path::new(&case, self.plan);
        let saving = path.horizon_saving().get()?;
        let share = Pick::MIDDLE.number(self.scenario, field, Side::Input);
        let Some(share) = share.filter(|_| !saving.is_zero()) else {
            return Ok(share);
        };
        let hundred = Decimal::ONE_HUNDRED;
        let value = match Shape::of(&path, Num::ONE) {
            Shape::Line => {
                let none = self.saving_at(field, Decimal::ZERO)?;
                zero(
                    (Decimal::ZERO, none),
                    (hundred, self.saving_at(field, hundred)?),
                )
            }
            // A staircase in the tokens that the student answers.
            Shape::Stairs(stairs) => {
                let volume = case.volume;
                let answered = volume.times(case.kept).get()?;
                match stairs.nearest_end(answered) {
                    None => None,
                    Some((answered, _)) => {
                        let share = Num::plain(answered).over(volume).rest();
                        Some(share.times(Num::HUNDRED).get()?)
                    }
                }
            }
            Shape::Moving => {
                let places: Vec<_> = (0..=20)
                    .map(|step: i64| Decimal::from(step.saturating_mul(5)))
                    .collect();
                self.search(field, share, &places)?
            }
        };
        Ok(value.filter(|value| within(field, *value)))
    }

    /// A value at which the saving turns, between two of some places, those nearest to the present
    /// value: growing volumes move each block's staircase by itself, and no formula has them all.
    fn search(&self, field: FieldId, now: Decimal, places: &[Decimal]) -> Value {
        const HALVINGS: u32 = 90;
        let wins = |value| Ok::<_, Gap>(!self.saving_at(field, value)?.is_sign_negative());
        let present = wins(now)?;
        let mut nearest: Option<(Decimal, Decimal)> = None;
        for place in places {
            let apart = place.minus(now).unwrap_or(Decimal::MAX).abs();
            let nearer = nearest.is_none_or(|(_, least)| apart < least);
            if nearer && wins(*place)? != present {
                nearest = Some((*place, apart));
            }
        }
        let Some((mut other, _)) = nearest else {
            return Ok(None);
        };
        let mut same = now;
        let whole = field == FieldId::volume;
        for _ in 0..HALVINGS {
            let middle = same.plus(other).unwrap_or(same);
            let middle = middle.over(Decimal::TWO).unwrap_or(same);
            let middle = if whole {
                middle.floor()
            } else {
                round(middle, 12)
            };
            if middle == same || middle == other {
                break;
            }
            if wins(middle)? == present {
                same = middle;
            } else {
                other = middle;
            }
        }
        Ok(Some(if present { same } else { other }))
    }
}

fn powers_of_ten() -> Vec<Decimal> {
    (0..=15)
        .flat_map(|power| {
            let one = 10_i64.saturating_pow(power);
            [1, 2, 5].map(|times| Decimal::from(one.saturating_mul(times)))
        })
        .filter(|volume| within(FieldId::volume, *volume))
        .collect()
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
        let Some(tokens) = case.unit_tokens.filter(|_| path.plan.hosting.bills_hours()) else {
            return Self::Line;
        };
        if !case.growth.get().is_ok_and(|growth| growth == Decimal::ONE) {
            return Self::Moving;
        }
        let stairs = over_the_horizon(path, share, tokens);
        stairs.map_or(Self::Moving, Self::Stairs)
    }
}

/// The saving over the horizon, where every month has the same volume.
fn over_the_horizon(path: &Path, share: Num, tokens: Num) -> Result<Staircase, Gap> {
    let (case, plan) = (path.case, path.plan);
    let billed = if plan.hosting.bills_tokens() {
        case.student_rate
    } else {
        Num::ZERO
    };
    let running = case.horizon.saturating_sub(case.build);
    let gain = share
        .times(case.teacher_rate.minus(billed))
        .times(Num::count(running));
    let months = usize::try_from(case.horizon).unwrap_or_default();
    let owed = u32::try_from(super::path::left(plan, months)).unwrap_or_default();
    let paid = case.horizon.saturating_add(owed);
    let block = plan.term.months().max(1);
    // Blocks that end before the student runs have the units that were entered.
    let building = case.build.min(paid);
    let building = building.saturating_sub(building.checked_rem(block).unwrap_or(0));
    let unit = case.hourly(plan.term.hourly_field()).times(case.hours);
    let once = super::number::sum(path.within().map(|month| month.once));
    let storage = case.storage.times(Num::count(case.horizon));
    let built = unit.times(case.entered_units).times(Num::count(building));
    Ok(Staircase {
        gain: gain.get()?,
        fixed: once.plus(storage).plus(built).get()?,
        price: unit
            .times(Num::count(paid.saturating_sub(building)))
            .get()?,
        least: case.entered_units.get()?,
        tokens: tokens.get()?,
        load: share.times(case.peak).get()?,
    })
}

fn double(value: Decimal) -> Decimal {
    value.times(Decimal::TWO).unwrap_or(value)
}

/// Where a straight line through two points is zero.
fn zero((x, y): (Decimal, Decimal), (other_x, other_y): (Decimal, Decimal)) -> Option<Decimal> {
    if y.is_zero() {
        return Some(x);
    }
    let run = other_x.minus(x).ok()?;
    let rise = other_y.minus(y).ok()?;
    let back = y.times(run).and_then(|area| area.over(rise)).ok()?;
    x.minus(back).ok()
}

fn within(field: FieldId, value: Decimal) -> bool {
    let field = field.field();
    (Decimal::from(field.min)..=Decimal::from(field.max)).contains(&value)
}

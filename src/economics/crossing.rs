//! From which volume on the student costs no more than the teacher.
//!
//! Both costs are straight lines in the volume: the teacher's through zero, the student's from its
//! standing cost. They cross once, at standing cost over the gap between the rates, or never.

use super::Absent;
use super::corner::{Corner, Corners, Gap, Plan, too_large};
use super::paths::sum;
use super::report::FIRST_TOKEN;
use crate::quantity::{Exact, Overflow, Quantity, Tokens, UsdPerMillion, round_up};
use crate::scenario::FieldId;
use rust_decimal::Decimal;

/// What is known of a crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There is a volume from which the student costs no more at every larger one; below it, it
    /// costs more.
    At,
    /// The student is cheaper at every volume.
    Every,
    /// The two never differ.
    Equal,
    /// There is no volume from which the student always wins.
    Never,
}

/// The volume, in whole tokens a month, from which the student costs no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The state in the student's best case.
    pub state: State,
    /// The volume in the student's best case; one token where it wins or ties at every volume,
    /// none where it never does.
    pub low: Option<Tokens>,
    /// The same in its worst case.
    pub high: Option<Tokens>,
}

/// The months that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Steady,
    FirstMonth,
    Horizon,
}

/// The crossing over the corners' best and worst case.
pub(super) fn crossing(corners: &Corners, plan: Plan, span: Span) -> Result<Crossing, Absent> {
    let mut found = Crossing {
        state: State::Never,
        low: None,
        high: None,
    };
    corners.each(
        &|c| at_corner(c, plan, span),
        &mut |corner, (state, volume)| {
            if corner.favours_student {
                found.state = state;
                found.low = volume;
            }
            if !corner.favours_student || corners.is_single() {
                found.high = volume;
            }
        },
    )?;
    Ok(found)
}

fn at_corner(corner: &Corner, plan: Plan, span: Span) -> Result<(State, Option<Tokens>), Gap> {
    let standing = corner.standing(plan)?.decimal();
    let (months, once) = match span {
        Span::Steady => (Decimal::ONE, Decimal::ZERO),
        Span::FirstMonth => (Decimal::ONE, corner.one_time()?.decimal()),
        Span::Horizon => {
            let once = [corner.one_time()?, corner.owed(plan)?];
            (corner.horizon.decimal(), sum(once, CAUSES)?.decimal())
        }
    };
    let student_rate = if plan.hosting.bills_tokens() {
        corner.student_rate
    } else {
        UsdPerMillion::ZERO
    };
    let found = standing
        .times(months)
        .and_then(|standing| standing.plus(once))
        .and_then(|fixed| {
            let gap = corner.teacher_rate.decimal();
            let gap = gap.minus(student_rate.decimal())?.times(months)?;
            solve(fixed, gap)
        });
    Ok(found.map_err(too_large(CAUSES))?)
}

/// The inputs that lead to a crossing beyond the limit: rates too close for such standing costs.
const CAUSES: &[FieldId] = &[
    FieldId::teacher_rate,
    FieldId::student_rate,
    FieldId::generation,
    FieldId::units,
    FieldId::hourly_none,
    FieldId::hourly_1mo,
    FieldId::hourly_6mo,
    FieldId::hours_per_month,
];

/// The least whole volume at which `gap` dollars per million tokens outweigh `fixed` dollars.
fn solve(fixed: Decimal, gap: Decimal) -> Result<(State, Option<Tokens>), Overflow> {
    if gap < Decimal::ZERO || (gap.is_zero() && !fixed.is_zero()) {
        return Ok((State::Never, None));
    }
    if fixed.is_zero() {
        let state = if gap.is_zero() {
            State::Equal
        } else {
            State::Every
        };
        return Ok((state, Some(FIRST_TOKEN)));
    }
    let millionfold = fixed.times(Decimal::from(1_000_000))?;
    // Beyond the limit it is out of reach, as if there were none.
    let limit = Decimal::from(Tokens::MAX);
    let quotient = millionfold.over(gap).ok();
    let Some(volume) = quotient.filter(|volume| *volume <= limit) else {
        return Ok((State::Never, None));
    };
    let mut volume = round_up(volume, 0).max(Decimal::ONE);
    // A quotient carries 28 digits: one that was rounded down onto a whole number is put right by
    // the product, which decides what a reader sees at the volume and one token below.
    if volume.times(gap)? < millionfold {
        volume = volume.plus(Decimal::ONE)?;
    }
    let volume = Tokens::try_from(volume).ok();
    Ok((volume.map_or(State::Never, |_| State::At), volume))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(fixed: &str, gap: &str) -> (State, Option<String>) {
        let (state, volume) = solve(fixed.parse().unwrap(), gap.parse().unwrap()).unwrap();
        (state, volume.map(|v| v.decimal().to_string()))
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
        assert_eq!(solved("0", "1"), (State::Every, Some("1".into())));
        let beyond = solve(Decimal::from(1_000_000), "0.0000001".parse().unwrap());
        assert_eq!(beyond, Ok((State::Never, None)));
    }
}

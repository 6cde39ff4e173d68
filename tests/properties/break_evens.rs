//! The answer turns at each value at which it is said to, and nowhere where it is said not to.

use crate::cases;
use crate::scenarios::{Asked, POINT, Size, scenarios};
use crossover::economics::{BreakEven, Maybe, Report, evaluate};
use crossover::quantity::Quantity;
use crossover::scenario::{FieldId, Number, Scenario, Side};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// The sign of the saving over the horizon with a field at another text; none where it does not take
/// it, or where that leads beyond the limits.
fn sign(scenario: &Scenario, field: FieldId, text: &str) -> Option<Ordering> {
    let mut changed = scenario.clone();
    changed.set(field, text).ok()?;
    saving(&evaluate(&changed).ok()?).map(|saving| saving.cmp(&Decimal::ZERO))
}

fn saving(report: &Report) -> Option<Decimal> {
    let saving = report.saving.horizon.ok()?;
    Some(saving.low().decimal())
}

fn found(break_even: &Maybe<BreakEven>) -> Option<Decimal> {
    break_even.as_ref().expect("known").value
}

fn number(scenario: &Scenario, field: FieldId, side: Side) -> Decimal {
    match scenario.number(field, side) {
        Number::Ends(low, _) => low,
        Number::None | Number::Unknown => Decimal::ZERO,
    }
}

/// The text at which a field is worth a value; a split rate is scaled, both sides alike.
fn text(scenario: &Scenario, field: FieldId, value: Decimal) -> String {
    let [input, output] = [Side::Input, Side::Output].map(|side| number(scenario, field, side));
    let is_rate = matches!(field, FieldId::teacher_rate | FieldId::student_rate);
    let blended = crate::numbers::blended(scenario, field);
    if !is_rate || input == output || blended.is_zero() {
        return value.round_dp(20).normalize().to_string();
    }
    let scaled = [input, output].map(|side| (side * (value / blended)).round_dp(20).normalize());
    format!("{}/{}", scaled[0], scaled[1])
}

/// Whether the saving turns between just below and just above a value.
fn turns(scenario: &Scenario, field: FieldId, value: Decimal, apart: Decimal) -> bool {
    let at = |value: Decimal| sign(scenario, field, &text(scenario, field, value));
    let signs = [at(value - apart), at(value), at(value + apart)];
    let is = |wanted: fn(Ordering) -> bool| signs.iter().flatten().any(|sign| wanted(*sign));
    let untried = signs.iter().any(Option::is_none);
    untried || is(Ordering::is_ge) && is(Ordering::is_le)
}

/// Whether a model unit carries less of the volume than the digits of a share can tell.
fn has_narrow_steps(scenario: &Scenario) -> bool {
    let carried = scenario.unit_capacity.is_some().then(|| {
        let number = |field| match scenario.number(field, Side::Input) {
            Number::Ends(low, _) => low,
            Number::None | Number::Unknown => Decimal::ZERO,
        };
        let an_hour = number(FieldId::unit_capacity) * Decimal::from(60);
        let tokens = an_hour * number(FieldId::hours_per_month);
        tokens / number(FieldId::peak_ratio) / number(FieldId::volume)
    });
    carried.is_some_and(|share| share < Decimal::new(1, 6))
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios, seven inputs each: the sign of the saving on either side of the value.
    #[test]
    fn the_answer_turns_where_it_is_said_to(
        asked in prop_oneof![scenarios(Size::Everyday, POINT), scenarios(Size::Small, POINT)],
    ) {
        let Asked(scenario) = asked;
        let Ok(report) = evaluate(&scenario) else {
            return Err(TestCaseError::reject("too large"));
        };
        let told = &report.break_even;
        let comes_whole = scenario.unit_capacity.is_some() && scenario.hosting.bills_hours();
        for (field, told) in [
            (FieldId::teacher_rate, &told.teacher_rate),
            (FieldId::student_rate, &told.student_rate),
            (scenario.term.hourly_field(), &told.hourly),
            (FieldId::teacher_share, &told.teacher_share),
        ] {
            if field == FieldId::teacher_share && has_narrow_steps(&scenario) {
                continue;
            }
            let most = Decimal::from(field.field().max);
            let value = found(told);
            if let Some(value) = value {
                let apart = if comes_whole && field == FieldId::teacher_share {
                    // Little may lie between the windows of two numbers of units.
                    Decimal::new(1, 10)
                } else {
                    Decimal::new(1, 6).max(value * Decimal::new(1, 9))
                };
                prop_assert!(turns(&scenario, field, value, apart), "{} {}", field.field().name, value);
            } else if !comes_whole || field != FieldId::teacher_share {
                // A straight line that is zero nowhere is the same at both ends.
                let ends = [Decimal::ZERO, most].map(|end| sign(&scenario, field, &end.to_string()));
                let same = ends[0] == ends[1] || ends.contains(&None);
                let scaled = text(&scenario, field, Decimal::ONE).contains('/');
                prop_assert!(same || scaled, "{}: {:?}", field.field().name, ends);
            }
        }
        if let Some(value) = found(&told.volume) {
            let at = |volume: Decimal| sign(&scenario, FieldId::volume, &volume.to_string());
            let here = at(value);
            prop_assert!(here.is_none_or(Ordering::is_ge), "volume {}", value);
            let around = [at(value - Decimal::ONE), at(value + Decimal::ONE)];
            let turns = here == Some(Ordering::Equal)
                || around.iter().any(|sign| sign.is_none_or(Ordering::is_lt));
            prop_assert!(turns, "volume {}: {:?}", value, around);
        }
        let months = |months: u32| sign(&scenario, FieldId::horizon, &months.to_string());
        let least = found(&told.months).map(|least| u32::try_from(least).expect("months"));
        for horizon in 1..least.unwrap_or(61) {
            // Those nearest to it, and a few of the others.
            if horizon % 13 == 0 || least.is_some_and(|least| least - horizon < 3) {
                prop_assert!(months(horizon).is_none_or(Ordering::is_le), "{} months", horizon);
            }
        }
        if let Some(least) = least {
            prop_assert!(months(least).is_none_or(Ordering::is_gt), "{} months", least);
        }
        if let (Some(value), Some(now)) = (found(&told.one_time), saving(&report)) {
            let once = report.student.one_time.as_ref().expect("known").low().decimal();
            // Their last three digits may be what rounding left.
            let least = Decimal::new(1_000, 28).max(once * Decimal::new(1, 24));
            prop_assert!((value - once - now).abs() < least, "once {}", value);
            // Effort falls due once and never again.
            let effort = scenario.effort.low().decimal() + value - once;
            prop_assert!(effort.is_sign_negative()
                || turns(&scenario, FieldId::effort, effort, Decimal::new(1, 6)), "once {}", value);
        } else {
            prop_assert!(saving(&report).is_some_and(|saving| saving.is_sign_negative()));
        }
    }
}

//! A crossing means what it says: put in as the volume, the student costs no more; one token below,
//! it costs more. So do both ends of each window.

use crate::cases;
use crate::scenarios::{Asked, POINT, RANGES, Size, scenarios};
use crossover::economics::{Amount, Crossing, Maybe, Report, State, VerdictCode, evaluate};
use crossover::quantity::{Quantity, Tokens, Usd};
use crossover::scenario::{FieldId, Scenario};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What a crossing is about: its name, itself, and the saving that turns there.
type Counted = (
    &'static str,
    fn(&Report) -> &Maybe<Crossing>,
    fn(&Report) -> &Amount<Usd>,
);

const COUNTED: [Counted; 3] = [
    ("steady", |r| &r.crossover.steady, |r| &r.saving.steady),
    ("month 1", |r| &r.crossover.month_1, |r| &r.saving.month_1),
    ("horizon", |r| &r.crossover.horizon, |r| &r.saving.horizon),
];

/// The report of the same scenario at another volume, if that is a volume.
fn at(scenario: &Scenario, volume: Decimal) -> Option<Report> {
    let mut scenario = scenario.clone();
    scenario.set(FieldId::volume, &volume.to_string()).ok()?;
    evaluate(&scenario).ok()
}

/// Volumes of every magnitude.
const ANYWHERE: [i64; 3] = [1, 7_777, 1_000_000_000_000];

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios, three crossings each: at itself, one token below and far above; windows, at
    /// and beyond their ends.
    #[test]
    fn a_crossing_is_where_the_costs_cross(
        asked in prop_oneof![scenarios(Size::Everyday, POINT), scenarios(Size::Small, POINT)],
        window in any::<Index>(),
    ) {
        let Asked(scenario) = asked;
        let Ok(report) = evaluate(&scenario) else {
            return Err(TestCaseError::reject("too large"));
        };
        let comes_whole = scenario.unit_capacity.is_some() && scenario.hosting.bills_hours();
        for (name, crossing, saving) in COUNTED {
            let crossing = crossing(&report).as_ref().expect("known");
            prop_assert_eq!(crossing.low, crossing.high, "{}: one point, one crossing", name);
            let sign = |volume: Decimal| {
                let report = at(&scenario, volume)?;
                let saving = saving(&report).as_ref().expect("known");
                Some(saving.low().decimal().cmp(&Decimal::ZERO))
            };
            let wins = |volume| sign(volume).is_none_or(Ordering::is_ge);
            let loses = |volume| sign(volume).is_none_or(Ordering::is_lt);
            let volume = crossing.low.map(Tokens::decimal);
            match (crossing.state, volume) {
                (State::At, Some(volume)) => {
                    for above in [volume, volume + Decimal::ONE, volume * Decimal::from(3)] {
                        prop_assert!(wins(above), "{} at {}", name, above);
                    }
                    let below = volume - Decimal::ONE;
                    prop_assert!(crossing.bound || loses(below), "{} at {}", name, below);
                }
                (State::Every, Some(volume)) => {
                    prop_assert_eq!(volume, Decimal::ONE);
                    for volume in ANYWHERE.map(Decimal::from) {
                        prop_assert!(sign(volume).is_none_or(Ordering::is_gt), "{} {}", name, volume);
                    }
                }
                (State::Equal, Some(volume)) => {
                    prop_assert_eq!(volume, Decimal::ONE);
                    for volume in ANYWHERE.map(Decimal::from) {
                        prop_assert!(sign(volume).is_none_or(Ordering::is_eq), "{} {}", name, volume);
                    }
                }
                // Where units come whole, there may still be windows.
                (State::Never, None) if comes_whole => {}
                (State::Never, None) => {
                    for volume in ANYWHERE.map(Decimal::from) {
                        prop_assert!(loses(volume), "{} {}", name, volume);
                    }
                }
                contradiction => prop_assert!(false, "{}: {:?}", name, contradiction),
            }
            let windows = crossing.windows.as_deref().unwrap_or_default();
            let are_told = comes_whole && name == "steady" && !crossing.bound;
            prop_assert_eq!(crossing.windows.is_some(), are_told);
            if !windows.is_empty() {
                let window = window.get(windows);
                let (from, to) = (window.from.decimal(), window.to.map(Tokens::decimal));
                prop_assert!(wins(from), "the window from {}", from);
                prop_assert!(loses(from - Decimal::ONE), "before the window from {}", from);
                if let Some(to) = to {
                    prop_assert!(wins(to), "the window to {}", to);
                    prop_assert!(loses(to + Decimal::ONE), "behind the window to {}", to);
                }
            }
        }
    }

    /// 10,000 scenarios, at and around the crossing of the horizon: the verdict is where the volume
    /// stands to it.
    #[test]
    fn the_verdict_is_where_the_volume_stands(asked in scenarios(Size::Everyday, RANGES)) {
        let Asked(mut scenario) = asked;
        // With whole units the crossing is a bound.
        scenario.unit_capacity = None;
        let Ok(report) = evaluate(&scenario) else {
            return Err(TestCaseError::reject("too large"));
        };
        let crossing = report.crossover.horizon.as_ref().expect("known");
        let saving = |report: &Report| report.saving.horizon.as_ref().expect("known").range();
        let verdict = |volume: Decimal| at(&scenario, volume).map(|report| report.verdict.code);
        let (low, high) = (crossing.low.map(Tokens::decimal), crossing.high.map(Tokens::decimal));
        let top = high.filter(|_| crossing.state == State::At);
        if let Some(above) = top.and_then(|high| at(&scenario, high + high)) {
            // At a corner where the two never differ, nothing is saved at any volume.
            let ties = saving(&above).low() == Usd::ZERO;
            let expected = if ties { VerdictCode::Depends } else { VerdictCode::Distil };
            prop_assert_eq!(above.verdict.code, expected, "above");
        }
        match (crossing.state, low) {
            (State::At, Some(low)) => {
                let below = verdict(low - Decimal::ONE);
                prop_assert!(matches!(below, None | Some(VerdictCode::Stay)), "below: {:?}", below);
                if high != Some(low)
                    && let Some(between) = at(&scenario, low + Decimal::ONE)
                {
                    let code = between.verdict.code;
                    if saving(&between).high() == Usd::ZERO {
                        prop_assert_eq!(code, VerdictCode::Stay, "between");
                    } else {
                        prop_assert!(matches!(code, VerdictCode::Depends | VerdictCode::Distil));
                    }
                }
            }
            (State::Never | State::Equal, _) => {
                let never = verdict(Decimal::from(1_000_000));
                prop_assert!(matches!(never, None | Some(VerdictCode::Never)), "never: {:?}", never);
            }
            _ => {}
        }
    }
}

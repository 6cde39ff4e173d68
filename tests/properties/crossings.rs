//! A crossing means what it says: put in as the volume, the student costs no more; one token below,
//! it costs more.

use crate::cases;
use crate::scenarios::{Asked, POINT, RANGES, Size, scenarios};
use crossover::economics::{Crossing, Report, State, VerdictCode, evaluate};
use crossover::quantity::{Quantity, Range, Tokens, Usd};
use crossover::scenario::{FieldId, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Which figure of the saving each crossing is about.
type Counted = (
    &'static str,
    fn(&Report) -> Crossing,
    fn(&Report) -> Decimal,
);

const COUNTED: [Counted; 3] = [
    (
        "steady",
        |r| r.crossover.steady.expect("known"),
        |r| low(r.saving.steady.expect("known")),
    ),
    (
        "month 1",
        |r| r.crossover.month_1.expect("known"),
        |r| low(r.saving.month_1.expect("known")),
    ),
    (
        "horizon",
        |r| r.crossover.horizon.expect("known"),
        |r| low(r.saving.horizon.expect("known")),
    ),
];

fn low(saving: Range<Usd>) -> Decimal {
    saving.low().decimal()
}

/// The report of the same scenario at another volume, if that is a volume.
fn at(scenario: &Scenario, volume: Decimal) -> Option<Report> {
    let mut scenario = scenario.clone();
    scenario.set(FieldId::volume, &volume.to_string()).ok()?;
    evaluate(&scenario).ok()
}

proptest! {
    #![proptest_config(cases(500))]

    /// 500 scenarios, three crossings each: checked at itself, one token below and far above.
    #[test]
    fn a_crossing_is_where_the_costs_cross(asked in scenarios(Size::Everyday, POINT)) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let report = report.expect("just checked");
        for (name, crossing, saving) in COUNTED {
            let crossing = crossing(&report);
            prop_assert_eq!(crossing.low, crossing.high, "{}: one point, one crossing", name);
            let saved = |volume: Decimal| at(&scenario, volume).map(|report| saving(&report));
            let volume = crossing.low.map(Tokens::decimal);
            match (crossing.state, volume) {
                (State::At, Some(volume)) => {
                    prop_assert!(saved(volume).is_none_or(|s| s >= Decimal::ZERO), "{} at it", name);
                    let below = saved(volume - Decimal::ONE);
                    prop_assert!(below.is_none_or(|s| s < Decimal::ZERO), "{} one below", name);
                    let above = saved(volume * Decimal::from(3));
                    prop_assert!(above.is_none_or(|s| s >= Decimal::ZERO), "{} far above", name);
                }
                (State::Every, Some(volume)) => {
                    prop_assert_eq!(volume, Decimal::ONE);
                    for volume in ["1", "7777", "1000000000000"] {
                        let saved = saved(volume.parse().expect("a number"));
                        prop_assert!(saved.is_none_or(|s| s > Decimal::ZERO), "{} {}", name, volume);
                    }
                }
                (State::Equal, Some(volume)) => {
                    prop_assert_eq!(volume, Decimal::ONE);
                    for volume in ["1", "7777", "1000000000000"] {
                        let saved = saved(volume.parse().expect("a number"));
                        prop_assert!(saved.is_none_or(|s| s.is_zero()), "{} {}", name, volume);
                    }
                }
                (State::Never, None) => {
                    for volume in ["1", "7777", "1000000000000000"] {
                        let saved = saved(volume.parse().expect("a number"));
                        prop_assert!(saved.is_none_or(|s| s < Decimal::ZERO), "{} {}", name, volume);
                    }
                }
                contradiction => prop_assert!(false, "{}: {:?}", name, contradiction),
            }
        }
    }

    /// 500 scenarios, four volumes each: the verdict is where the volume stands to the crossing of
    /// the horizon.
    #[test]
    fn the_verdict_is_where_the_volume_stands(asked in scenarios(Size::Everyday, RANGES)) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let crossing = report.expect("just checked").crossover.horizon.expect("known");
        let verdict = |volume: Decimal| at(&scenario, volume).map(|report| report.verdict.code);
        let (low, high) = (crossing.low.map(Tokens::decimal), crossing.high.map(Tokens::decimal));
        if let Some(high) = high.filter(|_| crossing.state != State::Equal) {
            let above = verdict(high + high);
            prop_assert!(matches!(above, None | Some(VerdictCode::Distil)), "above: {:?}", above);
        }
        match (crossing.state, low) {
            (State::At, Some(low)) => {
                let below = verdict(low - Decimal::ONE);
                prop_assert!(matches!(below, None | Some(VerdictCode::Stay)), "below: {:?}", below);
                if high != Some(low) {
                    let between = verdict(low + Decimal::ONE);
                    prop_assert!(matches!(between, None | Some(VerdictCode::Depends | VerdictCode::Distil)));
                }
            }
            (State::Never | State::Equal, _) => {
                let never = verdict(Decimal::from(1_000_000));
                prop_assert!(matches!(never, None | Some(VerdictCode::Never)), "never: {:?}", never);
            }
            _ => {}
        }
    }

    /// 500 scenarios: where a token costs the student no more than the teacher, more volume never
    /// saves less; where it costs more, never more.
    #[test]
    fn the_saving_is_monotone_in_the_volume(
        asked in scenarios(Size::Everyday, POINT),
        volumes in (1..1_000_000_000_000_u64, 1..1_000_000_000_000_u64),
    ) {
        let Asked(scenario) = asked;
        let (less, more) = (volumes.0.min(volumes.1), volumes.0.max(volumes.1));
        let reports = at(&scenario, less.into()).zip(at(&scenario, more.into()));
        prop_assume!(reports.is_some());
        let (less, more) = reports.expect("just checked");
        let teacher = less.teacher.rate.expect("known").low();
        let student = less.student.rate.expect("known").low();
        let no_dearer = !scenario.hosting.bills_tokens() || student <= teacher;
        for (name, _, saving) in COUNTED {
            let (less, more) = (saving(&less), saving(&more));
            prop_assert!(if no_dearer { more >= less } else { more <= less }, "{}", name);
        }
    }
}

//! Scenarios to try, over every field of the registry: small numbers and those of real bills.

use crossover::link::encode;
use crossover::scenario::{FieldId, Group, Kind, Number, Scenario, Side};
use proptest::prelude::*;
use proptest::{bool::weighted, collection::vec, sample::select};
use rust_decimal::Decimal;
use std::fmt;

/// A scenario that shows itself as its link.
#[derive(Clone)]
pub struct Asked(pub Scenario);

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", encode(&self.0))
    }
}

/// Scenarios, most of them of points.
pub fn scenarios() -> impl Strategy<Value = Asked> {
    let fields = |real| FieldId::ALL.iter().map(move |id| text(*id, real));
    let two_of = |real| {
        let both = || fields(real).collect::<Vec<_>>();
        (both(), both())
    };
    let texts = prop_oneof![two_of(false), two_of(true)];
    let ranged = select(
        FieldId::ALL
            .iter()
            .copied()
            .filter(|id| may_be_range(*id))
            .collect::<Vec<_>>(),
    );
    let some = prop_oneof![2 => Just(Vec::new()), 1 => vec(ranged, 1..=4)];
    let changed = vec(weighted(0.75), FieldId::ALL.len());
    let unknowns = (weighted(0.15), vec(weighted(0.25), FieldId::ALL.len()));
    let units = prop_oneof![Just(0), Just(0), 1..=50_i64];
    let tight = select(vec![0, 0, 20, 50, 80, 90, 95, 97, 99, 100, 101]);
    (texts, changed, unknowns, units, tight, some).prop_map(
        |((texts, others), changed, (any_unknown, unknowns), units, tight, ranges)| {
            let mut scenario = Scenario::default();
            for (at, id) in FieldId::ALL.iter().enumerate() {
                let may_be_unknown = matches!(id.field().kind, Kind::Number { unknown: true, .. });
                let text = if any_unknown && unknowns[at] && may_be_unknown {
                    "?".to_owned()
                } else if changed[at] || id.field().group == Group::Quality {
                    texts[at].clone()
                } else {
                    default(*id)
                };
                set(&mut scenario, *id, &text);
            }
            if units > 0 {
                set_capacity(&mut scenario, units);
                set_price(&mut scenario, tight);
            }
            for id in ranges {
                if let Some(range) = between(&scenario.text(id), &others[id as usize]) {
                    set(&mut scenario, id, &range);
                }
            }
            Asked(scenario)
        },
    )
}

fn may_be_range(id: FieldId) -> bool {
    let kind = id.field().kind;
    kind == Kind::Rate || matches!(kind, Kind::Number { range: true, .. })
}

/// `1..2` of 2 and 1, `1..2/3..4` of 1/4 and 2/3; none where one is no number, or only one is split.
fn between(one: &str, other: &str) -> Option<String> {
    if let (Some((input, output)), Some((other_input, other_output))) =
        (one.split_once('/'), other.split_once('/'))
    {
        let (input, output) = (between(input, other_input)?, between(output, other_output)?);
        return Some(format!("{input}/{output}"));
    }
    let (one, other): (Decimal, Decimal) = (one.parse().ok()?, other.parse().ok()?);
    Some(format!("{}..{}", one.min(other), one.max(other)))
}

/// The default of a field, of a range its low end.
fn default(id: FieldId) -> String {
    let text = Scenario::default().text(id);
    text.split("..").next().unwrap_or_default().to_owned()
}

fn set(scenario: &mut Scenario, id: FieldId, text: &str) {
    if let Err(problem) = scenario.set(id, text) {
        panic!("{}: {}", id.field().name, problem.message);
    }
}

fn number(scenario: &Scenario, id: FieldId) -> Decimal {
    match scenario.number(id, Side::Input) {
        Number::Ends(low, _) => low,
        _ => Decimal::ZERO,
    }
}

/// What units of so small a capacity that the volume needs some.
fn set_capacity(scenario: &mut Scenario, units: i64) {
    let of = |id| number(scenario, id);
    let minutes = of(FieldId::hours_per_month) * Decimal::from(60 * units);
    let peak = of(FieldId::volume) * of(FieldId::peak_ratio) / minutes;
    let capacity = peak.round_sf(4).unwrap_or(peak);
    let capacity = capacity.clamp(Decimal::ONE, Decimal::from(1_000_000_000_000_i64));
    set(scenario, FieldId::unit_capacity, &capacity.to_string());
}

/// Hourly prices at which a unit costs about what it saves, so that the staircase is crossed often.
fn set_price(scenario: &mut Scenario, percent: i64) {
    if percent == 0 {
        return;
    }
    let of = |id| number(scenario, id);
    let share = of(FieldId::input_share) / Decimal::ONE_HUNDRED;
    let rate = |id| {
        let output = match scenario.number(id, Side::Output) {
            Number::Ends(low, _) => low,
            _ => Decimal::ZERO,
        };
        of(id) * share + output * (Decimal::ONE - share)
    };
    let saved = if scenario.hosting.bills_tokens() {
        rate(FieldId::teacher_rate) - rate(FieldId::student_rate)
    } else {
        rate(FieldId::teacher_rate)
    };
    let per_hour = of(FieldId::unit_capacity) * Decimal::from(60) / of(FieldId::peak_ratio);
    let worth = saved.max(Decimal::ONE) * per_hour / Decimal::from(1_000_000);
    let price = worth * Decimal::new(percent, 2);
    let price = price
        .round_dp(9)
        .clamp(Decimal::ZERO, Decimal::from(1_000_000));
    for id in [FieldId::hourly_none, FieldId::hourly_6mo] {
        set(scenario, id, &price.to_string());
    }
}

/// Texts of one field.
fn text(id: FieldId, real: bool) -> BoxedStrategy<String> {
    let field = id.field();
    match field.kind {
        Kind::Choice(options) => {
            let codes: Vec<_> = options
                .iter()
                .map(|option| option.code.to_owned())
                .collect();
            select(codes).boxed()
        }
        Kind::Letters(_) => "n?f?g?a?v?r?".boxed(),
        Kind::Currency => Just("EUR@0.92".to_owned()).boxed(),
        Kind::Label => Just(String::new()).boxed(),
        Kind::Pools => vec(pool(real), 0..=4)
            .prop_map(|pools| pools.join("+"))
            .boxed(),
        Kind::Rate => {
            let rate = numbers(id, real);
            prop_oneof![
                rate.clone(),
                (rate.clone(), rate).prop_map(|(input, output)| format!("{input}/{output}")),
            ]
            .boxed()
        }
        Kind::Number { optional: true, .. } => {
            prop_oneof![1 => Just(String::new()), 4 => numbers(id, real)].boxed()
        }
        Kind::Number { .. } => numbers(id, real),
    }
}

fn pool(real: bool) -> impl Strategy<Value = String> {
    let amounts = if real {
        select(vec!["0", "5000", "10000", "50000", "100000", "1000000"])
    } else {
        select(vec!["0", "0.5", "7", "100", "1234.56", "20000"])
    };
    (amounts, 1..=60).prop_map(|(amount, last)| format!("{amount}@{last}"))
}

/// Numbers of one field: mostly everyday ones, now and then the bounds.
fn numbers(id: FieldId, real: bool) -> BoxedStrategy<String> {
    let field = id.field();
    let (min, max) = (Decimal::from(field.min), Decimal::from(field.max));
    let everyday: BoxedStrategy<Decimal> = match (id, real) {
        (FieldId::volume, true) => prop_oneof![9 => powers(7, 11), 1 => powers(12, 15)].boxed(),
        (FieldId::volume, false) => powers(2, 7),
        (FieldId::growth, _) => prop_oneof![
            3 => Just(Decimal::ZERO),
            4 => select(vec!["-50", "-3.25", "-1", "0.5", "2", "7.5", "12", "100"])
                .prop_map(|growth| growth.parse().expect("a number")),
            2 => (-500..1500_i64).prop_map(|tenths| Decimal::new(tenths, 2)),
        ]
        .boxed(),
        (FieldId::horizon, _) => prop_oneof![
            3 => Just(12).boxed(),
            5 => (1..=24_i64).boxed(),
            2 => (25..=60_i64).boxed()
        ]
        .prop_map(Decimal::from)
        .boxed(),
        (FieldId::build_months, _) => prop_oneof![4 => Just(0), 5 => 1..=8_i64, 1 => 9..=24_i64]
            .prop_map(Decimal::from)
            .boxed(),
        (FieldId::redistil_every, _) => {
            prop_oneof![3 => Just(0), 5 => 1..=12_i64, 1 => 13..=60_i64]
                .prop_map(Decimal::from)
                .boxed()
        }
        (FieldId::units, _) => prop_oneof![3 => Just(1), 3 => 2..=5_i64, 1 => 6..=60_i64]
            .prop_map(Decimal::from)
            .boxed(),
        (FieldId::hours_per_month, _) => select(vec!["730", "744", "720", "1", "100.5"])
            .prop_map(|hours| hours.parse().expect("a number"))
            .boxed(),
        (FieldId::peak_ratio, _) => prop_oneof![2 => Just(10), 5 => 10..=60_i64, 1 => 61..=900_i64]
            .prop_map(|tenths| Decimal::new(tenths, 1))
            .boxed(),
        (FieldId::unit_capacity, true) => digits(1_000, 4, 0),
        (FieldId::epochs, _) => (1..=5_i64).prop_map(Decimal::from).boxed(),
        (FieldId::teacher_rate, false) => digits(100, 2, 2),
        (FieldId::teacher_share | FieldId::discount, _) => {
            prop_oneof![3 => Just(0), 4 => 1..=300_i64, 1 => 301..=1_000_i64]
                .prop_map(|tenths| Decimal::new(tenths, 1))
                .boxed()
        }
        (FieldId::storage, _) => digits(1, 1, 2),
        (FieldId::pairs, _) => powers(1, 5),
        (FieldId::pair_input | FieldId::pair_output, _) => powers(1, 4),
        (FieldId::evaluation | FieldId::effort, _) => {
            prop_oneof![1 => Just(Decimal::ZERO), 1 => digits(1, 4, 2)].boxed()
        }
        (FieldId::student_rate | FieldId::embedding_rate | FieldId::error_cost, _) => {
            digits(1, 1, 3)
        }
        (FieldId::teacher_rate, _)
        | (FieldId::hourly_none | FieldId::hourly_1mo | FieldId::hourly_6mo, true) => {
            digits(1, 2, 2)
        }
        (FieldId::max_loss, _) => (0..=80_i64)
            .prop_map(|tenths| Decimal::new(tenths, 1))
            .boxed(),
        (FieldId::score_teacher | FieldId::score_student | FieldId::score_plain, true) => (800
            ..=990_i64)
            .prop_map(|tenths| Decimal::new(tenths, 1))
            .boxed(),
        _ if field.max <= 1_000 => {
            let tenths = (field.min * 10)..=(field.max * 10);
            tenths.prop_map(|tenths| Decimal::new(tenths, 1)).boxed()
        }
        (_, true) => digits(10, 4, 2),
        (_, false) => digits(1, 3, 2),
    };
    let whole = id.check("1.5").is_err();
    prop_oneof![
        1 => Just(Decimal::ZERO),
        1 => Just(min),
        20 => everyday,
    ]
    .prop_map(move |number| if whole { number.trunc() } else { number })
    .prop_map(move |number| number.clamp(min, max).normalize().to_string())
    .boxed()
}

/// Three digits and so many powers of ten.
fn powers(least: u32, most: u32) -> BoxedStrategy<Decimal> {
    (100..1_000_i64, least..=most)
        .prop_map(|(digits, power)| Decimal::from(digits * 10_i64.pow(power) / 1_000))
        .boxed()
}

/// Numbers of up to so many digits before and behind the point, times a factor.
fn digits(factor: i64, before: u32, behind: u32) -> BoxedStrategy<Decimal> {
    let most = 10_i64.pow(before + behind);
    (1..most, 0..=before + behind)
        .prop_map(move |(digits, fewer)| {
            let digits = digits / 10_i64.pow(fewer.min(before));
            Decimal::new(digits, behind) * Decimal::from(factor)
        })
        .boxed()
}

//! Numbers for the fields, and model units of such a capacity that the volume needs several.

use crate::scenarios::{Size, set};
use crossover::quantity::{Quantity, Tokens, read_number};
use crossover::scenario::{Field, FieldId, Number, Scenario, Side};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Numbers within a field's bounds, whole where the field's are.
pub fn number(id: FieldId, size: Size) -> BoxedStrategy<Decimal> {
    let field = id.field();
    let (min, max) = (Decimal::from(field.min), Decimal::from(most(field, size)));
    let numbers = if size == Size::Extreme {
        prop_oneof![
            1 => Just(min),
            1 => Just(max),
            1 => Just(Decimal::ZERO),
            1 => Just(Decimal::new(1, 28)),
            4 => long(),
            4 => short(field, size),
        ]
        .boxed()
    } else {
        prop_oneof![1 => Just(Decimal::ZERO), 15 => short(field, size)].boxed()
    };
    let whole = comes_whole(id);
    numbers
        .prop_map(move |number| if whole { number.trunc() } else { number })
        .prop_map(move |number| number.clamp(min, max).normalize())
        .boxed()
}

/// Numbers of few digits: evenly between the bounds where they are near, else of every magnitude.
fn short(field: &Field, size: Size) -> BoxedStrategy<Decimal> {
    let (min, max) = (field.min, most(field, size));
    if max <= 1_000 {
        let near = (max.min(min.max(0) + 12)) * 10;
        let tenths = prop_oneof![min * 10..=max * 10, min.max(0) * 10..=near];
        return tenths.prop_map(|tenths| Decimal::new(tenths, 1)).boxed();
    }
    // Four digits, the last of which stands four places behind the point at least.
    let (digits, decimals) = match size {
        Size::Small => (100, 2),
        Size::Everyday | Size::Extreme => (10_000, 4),
    };
    let powers = 0..=Decimal::from(max).to_string().len();
    (0..digits, powers)
        .prop_map(move |(number, power)| {
            let power = Decimal::from(10_i64.pow(u32::try_from(power).unwrap_or(0)));
            let fraction = Decimal::from(number) / Decimal::from(digits);
            (fraction * power).round_dp(decimals).normalize()
        })
        .boxed()
}

/// Numbers of up to 28 digits.
fn long() -> impl Strategy<Value = Decimal> {
    (any::<[u32; 3]>(), 0..=28_u32).prop_map(|([lo, mid, hi], scale)| {
        let number = Decimal::from_parts(lo, mid, hi, false, scale);
        number.round_sf(28).unwrap_or_default()
    })
}

/// The highest number that is tried.
fn most(field: &Field, size: Size) -> i64 {
    match (size, field.id, field.max) {
        (Size::Extreme, _, max) => max,
        (_, FieldId::growth, _) => 15,
        (_, FieldId::pairs, _) => 100_000,
        (Size::Small, FieldId::volume, _) => 1_000_000_000,
        (Size::Everyday, FieldId::volume, _) => 1_000_000_000_000,
        (Size::Small, _, 1_000_000) => 99,
        (Size::Small, _, max) => max.min(10_000),
        (Size::Everyday, _, 1_000_000) => 9_999,
        (Size::Everyday, _, max) => max.min(10_000_000),
    }
}

/// Whether the field takes whole numbers only.
pub fn comes_whole(id: FieldId) -> bool {
    id.check("1.5").is_err()
}

/// A number as it is printed.
pub fn plain(text: &str) -> Decimal {
    read_number(text, &Tokens::SPELLING).expect("a number as it is printed")
}

/// The low end of a field's number; nothing where there is none.
fn low(scenario: &Scenario, id: FieldId, side: Side) -> Decimal {
    match scenario.number(id, side) {
        Number::Ends(low, _) => low,
        Number::None | Number::Unknown => Decimal::ZERO,
    }
}

/// A rate without ranges or discount, blended.
pub fn blended(scenario: &Scenario, id: FieldId) -> Decimal {
    let share = low(scenario, FieldId::input_share, Side::Input) / Decimal::ONE_HUNDRED;
    let (input, output) = (
        low(scenario, id, Side::Input),
        low(scenario, id, Side::Output),
    );
    input * share + output * (Decimal::ONE - share)
}

/// Gives a model unit the capacity of which the volume needs so many, and the hourly prices at which
/// it costs so many percent of what it can save; at 0, the prices stay.
pub fn staircase(scenario: &mut Scenario, units: i64, percent: i64) {
    let of = |scenario: &Scenario, id| low(scenario, id, Side::Input);
    let minutes = of(scenario, FieldId::hours_per_month) * Decimal::from(60 * units);
    let peak = of(scenario, FieldId::volume) * of(scenario, FieldId::peak_ratio) / minutes;
    let capacity = peak.round_sf(4).unwrap_or(peak);
    let capacity = capacity.clamp(Decimal::ONE, Decimal::from(1_000_000_000_000_i64));
    set(scenario, FieldId::unit_capacity, &capacity.to_string());
    if percent == 0 {
        return;
    }
    let billed = if scenario.hosting.bills_tokens() {
        blended(scenario, FieldId::student_rate)
    } else {
        Decimal::ZERO
    };
    let saved = blended(scenario, FieldId::teacher_rate) - billed;
    let per_hour = capacity * Decimal::from(60) / of(scenario, FieldId::peak_ratio);
    let worth = saved.max(Decimal::ZERO) * per_hour / Decimal::from(1_000_000);
    let price = (worth * Decimal::new(percent, 2)).round_dp(4);
    let price = price.min(Decimal::from(1_000_000)).to_string();
    for id in [FieldId::hourly_none, FieldId::hourly_6mo] {
        set(scenario, id, &price);
    }
}

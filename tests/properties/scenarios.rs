//! Scenarios to try. A text is made for every field of the registry, so that a new field is tried
//! from the day it has an entry; a failing scenario is shown as its link.
//!
//! [`Size::Everyday`] has up to four digits in each number: every sum, difference and product then
//! fits into the 28 digits that a decimal carries, and is exact. [`Size::Small`] fits into the
//! fractions of the second opinion. [`Size::Extreme`] has the bounds themselves, nothing, the
//! smallest decimal there is, and decimals of 28 digits.

use crossover::link::encode;
use crossover::quantity::{Quantity, Tokens, read_number};
use crossover::scenario::{Field, FieldId, Kind, Scenario};
use proptest::prelude::*;
use proptest::{bool::weighted, sample::select};
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

/// How far the numbers go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    Small,
    Everyday,
    Extreme,
}

/// How often a field that may be a range is one, and one that may be unknown is not known.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub ranges: f64,
    pub unknowns: f64,
}

/// One value everywhere.
pub const POINT: Shape = Shape {
    ranges: 0.0,
    unknowns: 0.0,
};
/// Some ranges.
pub const RANGES: Shape = Shape {
    ranges: 0.3,
    unknowns: 0.0,
};
/// Some ranges and some unknowns.
pub const ALL: Shape = Shape {
    ranges: 0.3,
    unknowns: 0.1,
};

/// Scenarios over the whole registry.
pub fn scenarios(size: Size, shape: Shape) -> impl Strategy<Value = Asked> {
    let texts: Vec<_> = FieldId::ALL
        .iter()
        .map(|id| text(*id, size, shape))
        .collect();
    let same_rates = weighted(0.1);
    (texts, same_rates).prop_map(|(texts, same_rates)| {
        let mut fields = FieldId::ALL.iter().copied().zip(texts);
        let mut scenario = Scenario::default();
        fields
            .try_for_each(|(id, text)| scenario.set(id, &text))
            .expect("a text within the bounds");
        if same_rates {
            scenario.student_rate = scenario.teacher_rate;
        }
        Asked(scenario)
    })
}

/// Texts of one field, all of them values of it.
pub fn text(id: FieldId, size: Size, shape: Shape) -> BoxedStrategy<String> {
    let field = id.field();
    match field.kind {
        Kind::Choice(options) => {
            let codes: Vec<_> = options
                .iter()
                .map(|option| option.code.to_owned())
                .collect();
            select(codes).boxed()
        }
        Kind::Label if size == Size::Extreme => {
            let label = |text: &String| FieldId::teacher_model.check(text).is_ok();
            "\\PC{0,80}".prop_filter("a label", label).boxed()
        }
        Kind::Label => "[A-Za-z][A-Za-z0-9 .&=#%<>\"é]{0,12}|".boxed(),
        Kind::Rate => {
            let price = side(id, size, shape.ranges);
            prop_oneof![
                price.clone(),
                (price.clone(), price).prop_map(|(input, output)| format!("{input}/{output}")),
            ]
            .boxed()
        }
        Kind::Number { range, unknown, .. } => {
            let ranges = if range { shape.ranges } else { 0.0 };
            let unknowns = if unknown { shape.unknowns } else { 0.0 };
            (side(id, size, ranges), weighted(unknowns))
                .prop_map(|(known, unknown)| if unknown { "?".to_owned() } else { known })
                .boxed()
        }
    }
}

/// A value or a range.
fn side(id: FieldId, size: Size, ranges: f64) -> BoxedStrategy<String> {
    let end = || number(id, size);
    (end(), end(), weighted(ranges))
        .prop_map(|(one, other, range)| {
            if range && one != other {
                format!("{}..{}", one.min(other), one.max(other))
            } else {
                one.to_string()
            }
        })
        .boxed()
}

/// Numbers within a field's bounds, whole where the field's are.
fn number(id: FieldId, size: Size) -> BoxedStrategy<Decimal> {
    let field = id.field();
    let (min, max) = (Decimal::from(field.min), Decimal::from(most(field, size)));
    // Four digits, the last of which stands four places behind the point at least.
    let decimals = match (size, field.max) {
        (Size::Small, _) => 2,
        (_, ..=1_000) => 1,
        _ => 4,
    };
    let powers = 0..=max.trunc().to_string().len();
    let short = (0..10_000_i64, powers).prop_map(move |(digits, power)| {
        let power = Decimal::from(10_i64.pow(u32::try_from(power).unwrap_or(0)));
        (Decimal::new(digits, 4) * power)
            .round_dp(decimals)
            .normalize()
    });
    let long = (any::<[u32; 3]>(), 0..=28_u32).prop_map(|([lo, mid, hi], scale)| {
        let number = Decimal::from_parts(lo, mid, hi, false, scale);
        number.round_sf(28).unwrap_or_default()
    });
    let numbers = match size {
        Size::Small | Size::Everyday => prop_oneof![
            1 => Just(Decimal::ZERO),
            15 => short,
        ]
        .boxed(),
        Size::Extreme => prop_oneof![
            1 => Just(min),
            1 => Just(max),
            1 => Just(Decimal::ZERO),
            1 => Just(Decimal::new(1, 28)),
            4 => long,
            4 => short,
        ]
        .boxed(),
    };
    let whole = comes_whole(id);
    numbers
        .prop_map(move |number| if whole { number.trunc() } else { number })
        .prop_map(move |number| number.clamp(min, max).normalize())
        .boxed()
}

/// The highest number that is tried.
fn most(field: &Field, size: Size) -> i64 {
    match (size, field.max) {
        (Size::Small, 1_000_000) => 999,
        (Size::Small, max) => max.min(1_000_000_000),
        (Size::Everyday, 1_000_000) => 9_999,
        (_, max) => max,
    }
}

/// Whether the field takes whole numbers only.
pub fn comes_whole(id: FieldId) -> bool {
    id.check("1.5").is_err()
}

/// The sides that are ranges: most fields have one side, a split rate has two.
pub fn ranged_sides(scenario: &Scenario) -> usize {
    let ranges = FieldId::ALL.iter().filter(|id| scenario.is_range(**id));
    ranges
        .map(|id| scenario.text(*id).matches("..").count())
        .sum()
}

/// The same scenario with each range replaced by one value of it: the low end at 0, the high end at
/// 1, and in between what lies there.
pub fn pinned(scenario: &Scenario, places: impl IntoIterator<Item = Decimal>) -> Asked {
    let mut places = places.into_iter();
    let mut pinned = scenario.clone();
    for id in FieldId::ALL.iter().filter(|id| scenario.is_range(**id)) {
        let text = scenario.text(*id);
        let sides = text.split('/').map(|side| match side.split_once("..") {
            None => side.to_owned(),
            Some((low, high)) => {
                let place = places.next().expect("a place for every range");
                let (low, high) = (plain(low), plain(high));
                let value = low + (high - low) * place;
                let value = if comes_whole(*id) {
                    value.trunc()
                } else {
                    value
                };
                value.normalize().to_string()
            }
        });
        let text = sides.collect::<Vec<_>>().join("/");
        pinned.set(*id, &text).expect("a value of the range");
    }
    Asked(pinned)
}

/// All scenarios at which every range is at one of its ends.
pub fn corners(scenario: &Scenario) -> impl Iterator<Item = Asked> {
    let sides = ranged_sides(scenario);
    (0..1_u64 << sides).map(move |corner| {
        let end = move |side| Decimal::from((corner >> side) & 1);
        pinned(scenario, (0..sides).map(end))
    })
}

fn plain(text: &str) -> Decimal {
    read_number(text, &Tokens::SPELLING).expect("a number as it is printed")
}

//! Scenarios to try. A text is made for every field of the registry, so that a new field is tried
//! from the day it has an entry; a failing scenario is shown as its link.
//!
//! [`Size::Everyday`] has up to four digits in each number, [`Size::Small`] two, so that volumes and
//! crossings are within sight of each other and of one token. [`Size::Extreme`] has the bounds
//! themselves, nothing, the smallest decimal there is, and decimals of 28 digits.

use crate::numbers::{number, plain, staircase};
use crossover::link::encode;
use crossover::scenario::{FieldId, Kind, Scenario};
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

/// Scenarios over the whole registry. In each some fields have their default, and in every third the
/// capacity of a model unit is such that the volume needs a few.
pub fn scenarios(size: Size, shape: Shape) -> impl Strategy<Value = Asked> {
    let texts: Vec<_> = FieldId::ALL
        .iter()
        .map(|id| text(*id, size, shape))
        .collect();
    let changed = vec(
        weighted(if size == Size::Extreme { 0.3 } else { 0.6 }),
        texts.len(),
    );
    let units = prop_oneof![2 => Just(0), 1 => 1..=40_i64];
    let tight = select(vec![0_i64, 50, 80, 90, 97, 99, 100, 101]);
    let same_rates = weighted(0.1);
    (texts, changed, same_rates, units, tight).prop_map(
        move |(texts, changed, same_rates, units, tight)| {
            let mut scenario = Scenario::default();
            for ((id, text), changed) in FieldId::ALL.iter().zip(texts).zip(changed) {
                if changed {
                    set(&mut scenario, *id, &text);
                } else if shape.ranges == 0.0 {
                    let default = scenario.text(*id);
                    let low = default.split("..").next().unwrap_or_default();
                    set(&mut scenario, *id, low);
                }
            }
            if same_rates {
                scenario.student_rate = scenario.teacher_rate;
            }
            if units > 0 && size != Size::Extreme {
                staircase(&mut scenario, units, tight);
            }
            Asked(scenario)
        },
    )
}

/// Sets a field to a text that is one of its values.
pub fn set(scenario: &mut Scenario, id: FieldId, text: &str) {
    if let Err(problem) = scenario.set(id, text) {
        panic!("{}: {}", id.field().name, problem.message);
    }
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
        Kind::Letters(options) => vec(weighted(0.4), options.len())
            .prop_map(|yes| {
                let letters = options.iter().zip(yes);
                letters
                    .filter_map(|(option, yes)| yes.then_some(option.code))
                    .collect()
            })
            .boxed(),
        Kind::Label if size == Size::Extreme => {
            let label = |text: &String| FieldId::teacher_model.check(text).is_ok();
            "\\PC{0,80}".prop_filter("a label", label).boxed()
        }
        Kind::Label => "[A-Za-z][A-Za-z0-9 .&=#%<>\"é]{0,12}|".boxed(),
        Kind::Pools => {
            let pool = (number(FieldId::evaluation, size), 1..=60_u32);
            let pool = pool.prop_map(|(amount, last)| format!("{amount}@{last}"));
            vec(pool, 0..=4).prop_map(|pools| pools.join("+")).boxed()
        }
        Kind::Currency => {
            let rate = (1..100_000_000_u32).prop_map(|rate| Decimal::new(rate.into(), 4));
            let of_code = ("[A-Z]{3}", rate).prop_map(|(code, rate)| format!("{code}@{rate}"));
            prop_oneof![Just(String::new()), of_code].boxed()
        }
        Kind::Rate => {
            let price = side(id, size, shape.ranges);
            prop_oneof![
                price.clone(),
                (price.clone(), price).prop_map(|(input, output)| format!("{input}/{output}")),
            ]
            .boxed()
        }
        Kind::Number {
            range,
            unknown,
            optional,
        } => {
            let ranges = if range { shape.ranges } else { 0.0 };
            let unknowns = if unknown { shape.unknowns } else { 0.0 };
            let empty = if optional { 0.3 } else { 0.0 };
            (side(id, size, ranges), weighted(unknowns), weighted(empty))
                .prop_map(|(known, unknown, empty)| match (unknown, empty) {
                    (true, _) => "?".to_owned(),
                    (_, true) => String::new(),
                    _ => known,
                })
                .boxed()
        }
    }
}

/// A value or a range.
fn side(id: FieldId, size: Size, ranges: f64) -> BoxedStrategy<String> {
    if ranges == 0.0 {
        return number(id, size).prop_map(|one| one.to_string()).boxed();
    }
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
        let whole = crate::numbers::comes_whole(*id);
        let sides = text.split('/').map(|side| match side.split_once("..") {
            None => side.to_owned(),
            Some((low, high)) => {
                let place = places.next().expect("a place for every range");
                let (low, high) = (plain(low), plain(high));
                let value = low + (high - low) * place;
                let value = if whole { value.trunc() } else { value };
                value.normalize().to_string()
            }
        });
        let text = sides.collect::<Vec<_>>().join("/");
        set(&mut pinned, *id, &text);
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

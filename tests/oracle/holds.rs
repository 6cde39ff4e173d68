//! Whether the report's crossings hold on the paths themselves, month by month at other volumes.

use crate::inputs::Inputs;
use crate::path::Path;
use crossover::scenario::FieldId;
use fraction::{Fraction, millionth, whole};
use num_bigint::BigInt;
use serde_json::Value;

/// What the student saves at a volume.
type Saving = fn(&Path) -> Option<Fraction>;

fn steady(path: &Path) -> Option<Fraction> {
    let volume = path.inputs.get(FieldId::volume);
    let teacher = volume * path.inputs.teacher_rate()? * millionth();
    Some(teacher - path.steady()?)
}

fn month_1(path: &Path) -> Option<Fraction> {
    Some(path.teacher(1)? - path.student(1)?)
}

fn horizon(path: &Path) -> Option<Fraction> {
    path.saving()
}

/// What does not hold of the report's three crossings, where nothing is a range.
pub fn wrong(inputs: &Inputs, report: &Value) -> Vec<String> {
    if !inputs.ranges.is_empty() {
        return Vec::new();
    }
    let kinds: [(&str, Saving); 3] = [
        ("steady", steady),
        ("month_1", month_1),
        ("horizon", horizon),
    ];
    let mut wrong = Vec::new();
    for (name, saving) in kinds {
        let sign = |volume: &BigInt| {
            let mut other = inputs.clone();
            other.put(FieldId::volume, &whole(volume.clone()));
            saving(&Path::new(&other, other.term)).map(|saving| saving.sign())
        };
        let crossing = &report["crossover"][name];
        for (volume, expected) in places(inputs, crossing) {
            match sign(&volume) {
                None => {}
                Some(sign) if expected.contains(&sign) => {}
                Some(sign) => wrong.push(format!(
                    "crossover.{name} {}: the saving at {volume} has the sign {sign}",
                    crossing["state"]
                )),
            }
        }
    }
    wrong
}

/// Volumes, and the signs that the saving may have there.
fn places(inputs: &Inputs, crossing: &Value) -> Vec<(BigInt, &'static [i32])> {
    const NO_MORE: &[i32] = &[0, 1];
    const MORE: &[i32] = &[-1];
    let number = |value: &Value| -> Option<BigInt> { value.as_str()?.parse().ok() };
    let larger = |from: &BigInt| -> Vec<BigInt> {
        let hundredths = [100, 101, 110, 150, 200, 1_000];
        hundredths.map(|part| from * part / 100).to_vec()
    };
    let mut places = Vec::new();
    match crossing["state"].as_str() {
        Some("equal") => {
            let tried = larger(&1_000_000.into());
            places.extend(tried.into_iter().map(|volume| (volume, &[0][..])));
        }
        Some("at" | "every") => {
            let from = number(&crossing["low"]).expect("a volume");
            places.extend(larger(&from).into_iter().map(|volume| (volume, NO_MORE)));
            let exact = crossing["bound"] != true;
            if exact && from > 1.into() {
                places.push((from - 1, MORE));
            }
        }
        Some("never") if inputs.maybe(FieldId::unit_capacity).is_none() => {
            places.push((BigInt::from(10).pow(18), MORE));
        }
        _ => {}
    }
    for window in crossing["windows"].as_array().into_iter().flatten() {
        let from = number(&window["from"]).expect("a volume");
        if from > 1.into() {
            places.push((&from - 1, MORE));
        }
        places.push((from, NO_MORE));
        if let Some(to) = number(&window["to"]) {
            places.push((&to + 1, MORE));
            places.push((to, NO_MORE));
        }
    }
    places
}

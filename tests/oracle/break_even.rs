//! What would have to be true: the report's values are put in, and the sign must change there.

use crate::inputs::Inputs;
use crate::path::Path;
use crossover::scenario::FieldId;
use fraction::{Fraction, millionth, whole};
use num_bigint::BigInt;
use serde_json::Value;

/// What may be another.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Lever {
    TeacherRate,
    StudentRate,
    Hourly,
    TeacherShare,
    OneTime,
    Volume,
}

impl Lever {
    const ALL: [(Self, &'static str); 6] = [
        (Self::TeacherRate, "teacher_rate"),
        (Self::StudentRate, "student_rate"),
        (Self::Hourly, "hourly"),
        (Self::TeacherShare, "teacher_share"),
        (Self::OneTime, "one_time"),
        (Self::Volume, "volume"),
    ];

    fn field(self, inputs: &Inputs) -> FieldId {
        match self {
            Self::TeacherRate => FieldId::teacher_rate,
            Self::StudentRate => FieldId::student_rate,
            Self::Hourly => inputs.term.hourly_field(),
            Self::TeacherShare => FieldId::teacher_share,
            Self::OneTime => FieldId::generation,
            Self::Volume => FieldId::volume,
        }
    }

    /// The bounds of its field, of a split rate those of its dearer side. The one-time cost has none
    /// of its own but that it is no gain.
    fn bounds(self, inputs: &Inputs) -> (Fraction, Fraction) {
        let field = self.field(inputs).field();
        match self {
            Self::OneTime => (whole(0), whole(10_i64.pow(15))),
            Self::TeacherRate | Self::StudentRate => {
                let rate = inputs.list_rate(field.id);
                let dearer = inputs.sides(field.id).into_iter().flatten().max();
                let most = match dearer {
                    Some(dearer) if !rate.is_zero() => whole(field.max) * rate / dearer,
                    _ => whole(field.max),
                };
                (whole(field.min), most)
            }
            _ => (whole(field.min), whole(field.max)),
        }
    }

    fn present(self, inputs: &Inputs) -> Option<Fraction> {
        match self {
            Self::TeacherRate | Self::StudentRate => Some(inputs.list_rate(self.field(inputs))),
            Self::OneTime => Path::new(inputs, inputs.term).one_time,
            _ => inputs.maybe(self.field(inputs)),
        }
    }

    /// The saving over the horizon with another value.
    fn saving(self, inputs: &Inputs, value: &Fraction) -> Option<Fraction> {
        let mut other = inputs.clone();
        let field = self.field(inputs);
        match self {
            Self::OneTime => {
                let mut path = Path::new(inputs, inputs.term);
                path.one_time = Some(value.clone());
                return path.saving();
            }
            Self::TeacherRate | Self::StudentRate => {
                let present = inputs.list_rate(field);
                if present.is_zero() {
                    other.put(field, value);
                } else {
                    other.stretch(field, &(value / present));
                }
            }
            _ => other.put(field, value),
        }
        Path::new(&other, other.term).saving()
    }

    /// Whether the saving is a straight line in it.
    fn is_straight(self, inputs: &Inputs) -> bool {
        !(inputs.has_steps() && matches!(self, Self::TeacherShare | Self::Volume))
    }

    /// Whether months of different volumes move staircases apart: a turn is then only looked for
    /// between a few places.
    fn moves(self, inputs: &Inputs) -> bool {
        !self.is_straight(inputs) && !inputs.get(FieldId::growth).is_zero()
    }

    /// Those places.
    fn few_places(self) -> Vec<Fraction> {
        if self == Self::TeacherShare {
            return (0..=20).map(|twentieth| whole(5 * twentieth)).collect();
        }
        let powers = (0..=15).map(|power| 10_i64.pow(power));
        let places = powers.flat_map(|power| [power, 2 * power, 5 * power]);
        places
            .filter(|place| *place <= 10_i64.pow(15))
            .map(whole)
            .collect()
    }

    /// Places between two values at which a sign might change: where the units do.
    fn places(self, inputs: &Inputs, from: &Fraction, to: &Fraction) -> Vec<Fraction> {
        let evenly = |count: i64| -> Vec<Fraction> {
            let part = |at: i64| from + (to - from) * whole(at) / whole(count);
            let places = (0..=count).map(part);
            if self == Self::Volume {
                places.map(|place| whole(place.floor())).collect()
            } else {
                places.collect()
            }
        };
        if self.is_straight(inputs) {
            return evenly(8);
        }
        if self.moves(inputs) {
            return self.few_places();
        }
        let mut places = evenly(200);
        let one = inputs.units_per_token(&whole(0)).unwrap_or(whole(0));
        let share = |percent: &Fraction| (whole(100) - percent) / whole(100);
        let volume = inputs.get(FieldId::volume);
        let routed = whole(1) - inputs.share(FieldId::teacher_share);
        let units = |place: &Fraction| match self {
            Self::Volume => place * &routed * &one,
            _ => &volume * share(place) * &one,
        };
        let (one_end, other_end) = (units(from).ceil(), units(to).ceil());
        let (mut steps, last) = (
            one_end.clone().min(other_end.clone()),
            one_end.max(other_end),
        );
        if &last - &steps > BigInt::from(500) {
            return places;
        }
        while steps <= last {
            match self {
                Self::Volume if !routed.is_zero() => {
                    let end = (whole(steps.clone()) / (&routed * &one)).floor();
                    places.extend([whole(end.clone()), whole(end + 1)]);
                }
                Self::Volume => {}
                _ => {
                    let end = whole(100) - whole(steps.clone()) / (&volume * &one) * whole(100);
                    places.extend([&end - tiny(), end]);
                }
            }
            steps += 1;
        }
        let (low, high) = if from < to { (from, to) } else { (to, from) };
        places.retain(|place| low <= place && place <= high);
        places.sort();
        places
    }
}

fn tiny() -> Fraction {
    millionth() * millionth()
}

/// What is wrong with the report's break-even values.
pub fn wrong(inputs: &Inputs, report: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for (lever, name) in Lever::ALL {
        let told = &report["break_even"][name];
        let problem = match told["state"].as_str() {
            Some("at") => at(lever, inputs, told["value"].as_str().unwrap_or("no text")),
            Some("none") => none(lever, inputs),
            _ => absent(lever, inputs, told),
        };
        wrong.extend(problem.map(|problem| format!("break_even.{name}: {problem}")));
    }
    wrong
}

/// Nothing is told: some input must be unknown, if not of the saving then the value itself, which is
/// right as it is.
fn absent(lever: Lever, inputs: &Inputs, told: &Value) -> Option<String> {
    let saving = Path::new(inputs, inputs.term).saving();
    let known = saving.is_some_and(|saving| !saving.is_zero() || lever.present(inputs).is_some());
    (known || !told.is_null()).then(|| format!("{lever:?} is {told}"))
}

fn at(lever: Lever, inputs: &Inputs, told: &str) -> Option<String> {
    let Ok(value) = told.parse() else {
        return Some(format!("{told} is no number"));
    };
    let value = Fraction::of(value);
    let (least, most) = lever.bounds(inputs);
    if value < least || value > most {
        return Some(format!("{told} lies beyond the bounds"));
    }
    let step = if lever == Lever::Volume {
        whole(1)
    } else {
        millionth()
    };
    // The least volume may stand for one below it that is no whole token.
    let least = if lever == Lever::Volume {
        whole(0)
    } else {
        least
    };
    let below = (&value - &step).max(least);
    let above = (&value + &step).min(most);
    let sign = |value: &Fraction| Some(lever.saving(inputs, value)?.sign());
    let Some((here, under, over)) = (|| Some((sign(&value)?, sign(&below)?, sign(&above)?)))()
    else {
        return Some(format!("{told}, though an input is unknown"));
    };
    let changes = here == 0 || under * over <= 0 || here * under < 0 || here * over < 0;
    // Steps may be narrower than what is printed.
    let changes = changes || change(lever, inputs, &below, &above).is_some();
    if !changes || (lever == Lever::Volume && here < 0) {
        return Some(format!(
            "at {told} the saving has the signs {under}, {here}, {over}"
        ));
    }
    let present = lever.present(inputs).filter(|_| !lever.moves(inputs))?;
    let inside = if present < value { below } else { above };
    if (&present - &value).abs() <= step {
        return None;
    }
    change(lever, inputs, &present, &inside).map(|place| {
        format!(
            "{told}, but nearer, at {}, the sign changes",
            place.printed()
        )
    })
}

fn none(lever: Lever, inputs: &Inputs) -> Option<String> {
    if Path::new(inputs, inputs.term)
        .saving()
        .is_some_and(|saving| saving.is_zero())
    {
        return Some("none, but there is no saving as it is".to_owned());
    }
    let (least, most) = lever.bounds(inputs);
    change(lever, inputs, &least, &most)
        .map(|place| format!("none, but at {} the sign changes", place.printed()))
}

/// A place between two values where the saving has another sign than at the first.
fn change(lever: Lever, inputs: &Inputs, from: &Fraction, to: &Fraction) -> Option<Fraction> {
    let mut before = 0;
    for place in lever.places(inputs, from, to) {
        let sign = lever.saving(inputs, &place)?.sign();
        if before * sign < 0 {
            return Some(place);
        }
        if sign != 0 {
            before = sign;
        }
    }
    None
}

/// The least horizon with a saving, no month of which is too large: `None` where an input is unknown.
pub fn months(inputs: &Inputs) -> Option<Value> {
    let most = whole(crate::inputs::most_tokens());
    for horizon in 1..=60 {
        let mut other = inputs.clone();
        other.put(FieldId::horizon, &whole(horizon as u64));
        let path = Path::new(&other, other.term);
        let last = if inputs.has_steps() {
            path.block(horizon).1
        } else {
            horizon
        };
        if path.volume(last) > most {
            break;
        }
        if path.saving()?.sign() > 0 {
            return Some(serde_json::json!({"state": "at", "value": horizon.to_string()}));
        }
    }
    Some(serde_json::json!({"state": "none", "value": null}))
}

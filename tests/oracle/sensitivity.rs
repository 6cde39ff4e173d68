//! Which input moves the saving by how much.

use crate::inputs::{Inputs, most_tokens};
use crate::path::Path;
use crate::staircase::SKIP;
use crate::tree::amount;
use crossover::scenario::{Field, FieldId, Kind};
use fraction::{Fraction, whole};
use serde_json::Value;

/// The effect of a field on the saving over the horizon; none where that would lead beyond the limits.
struct Effect {
    field: &'static Field,
    low: Option<Fraction>,
    high: Option<Fraction>,
}

impl Effect {
    /// The difference of its ends, as they are printed.
    fn span(&self) -> Fraction {
        let millions = |end: &Option<Fraction>| {
            let end = end.as_ref().map(|end| (end * whole(1_000_000)).nearest());
            whole(end.unwrap_or_default())
        };
        (millions(&self.high) - millions(&self.low)).abs()
    }
}

/// Whether a field is the volume, or its unit is dollars or percent.
fn is_moved(field: &Field) -> bool {
    let number = matches!(field.kind, Kind::Number { .. } | Kind::Rate);
    let unit = field.unit;
    number && (unit.starts_with(['$', '%']) || field.id == FieldId::volume)
}

/// All effects that are not nothing, the largest first; `None` where an input is unknown.
fn effects(inputs: &Inputs) -> Option<Vec<Effect>> {
    let saving = |inputs: &Inputs| Path::new(inputs, inputs.term).saving();
    let now = saving(inputs)?;
    let moved = |id: FieldId, percent: i64| {
        let mut other = inputs.clone();
        let range = inputs.ranges.iter().find(|(ranged, _)| *ranged == id);
        match range {
            Some((_, ends)) => {
                let end = usize::from(percent > 100);
                other.put_both(id, ends.clone().map(|side| side[end].clone()));
            }
            None => other.scale(id, &(whole(percent) / whole(100))),
        }
        let effect = saving(&other).map(|saving| saving - &now)?;
        Some(Some(effect).filter(|effect| !is_beyond(&other, effect)))
    };
    let mut effects = Vec::new();
    for id in FieldId::ALL {
        if is_moved(id.field()) && inputs.maybe(*id).is_some() {
            effects.push(Effect {
                field: id.field(),
                low: moved(*id, 80)?,
                high: moved(*id, 120)?,
            });
        }
    }
    let nothing = |effect: &Option<Fraction>| {
        let effect = effect.as_ref();
        effect.is_none_or(|effect| effect.printed() == "0")
    };
    effects.retain(|effect| !(nothing(&effect.low) && nothing(&effect.high)));
    // The sort is stable: the order of the registry stays among equals.
    effects.sort_by_key(|effect| std::cmp::Reverse(effect.span()));
    Some(effects)
}

/// Whether a month's volume or an effect lies beyond the limits.
fn is_beyond(inputs: &Inputs, effect: &Fraction) -> bool {
    let path = Path::new(inputs, inputs.term);
    let last = if inputs.has_steps() {
        path.block(path.horizon).1
    } else {
        path.horizon
    };
    let most = whole(most_tokens());
    (1..=last).any(|month| path.volume(month) > most) || effect.abs() > whole(10_i64.pow(15))
}

/// The report's sensitivity; where an input is unknown, there is nothing to compare.
pub fn value(inputs: &Inputs) -> Value {
    let row = |effect: &Effect| {
        serde_json::json!({
            "field": effect.field.name,
            "low": effect.low.as_ref().map(amount),
            "high": effect.high.as_ref().map(amount),
        })
    };
    effects(inputs).map_or(Value::from(SKIP), |effects| {
        effects.iter().map(row).collect()
    })
}

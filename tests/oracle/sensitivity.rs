//! Which input moves the saving by how much.

use crate::fraction::{Fraction, whole};
use crate::inputs::Inputs;
use crate::path::Path;
use crate::staircase::SKIP;
use crate::tree::amount;
use crossover::scenario::{Field, FieldId, Kind};
use serde_json::Value;

/// The effect of a field on the saving over the horizon.
struct Effect {
    field: &'static Field,
    low: Fraction,
    high: Fraction,
}

impl Effect {
    /// The difference of its ends, as they are printed.
    fn span(&self) -> Fraction {
        let millions = |end: &Fraction| whole((end * whole(1_000_000)).nearest());
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
        saving(&other).map(|saving| saving - &now)
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
    let nothing = |effect: &Fraction| effect.printed() == "0";
    effects.retain(|effect| !(nothing(&effect.low) && nothing(&effect.high)));
    // The sort is stable: the order of the registry stays among equals.
    effects.sort_by_key(|effect| std::cmp::Reverse(effect.span()));
    Some(effects)
}

/// The report's sensitivity; where an input is unknown, there is nothing to compare.
pub fn value(inputs: &Inputs) -> Value {
    let row = |effect: &Effect| {
        serde_json::json!({
            "field": effect.field.name,
            "low": amount(&effect.low),
            "high": amount(&effect.high),
        })
    };
    effects(inputs).map_or(Value::from(SKIP), |effects| {
        effects.iter().map(row).collect()
    })
}

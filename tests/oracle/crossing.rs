//! The crossings of the steady state, of month 1 and of the horizon.

use crate::inputs::Inputs;
use crate::path::Path;
use crate::staircase::{Crossing, Saving, straight};
use crossover::scenario::{FieldId, Term};
use fraction::{Fraction, millionth, whole};
use serde_json::Value;

/// What a token saves that goes to the student.
fn per_token(path: &Path) -> Option<Fraction> {
    let rates = path.inputs.teacher_rate()? - path.inputs.billed_student_rate();
    Some((whole(1) - &path.teacher_share) * rates * millionth())
}

/// The steady state at every volume, and what a token saves besides.
fn steady_saving(inputs: &Inputs, term: Term, besides: &Fraction) -> Option<Saving> {
    let path = Path::new(inputs, term);
    Some(Saving {
        per_token: per_token(&path)? + besides,
        fixed: inputs.storage()?,
        unit: inputs.unit_month(term)?,
        entered: inputs.get(FieldId::units).floor(),
        units_per_token: inputs
            .units_per_token(&path.teacher_share)
            .unwrap_or(whole(0)),
        is_loose: inputs.is_range(FieldId::teacher_share),
    })
}

/// The steady crossing as the report has it.
pub fn steady(inputs: &Inputs, term: Term) -> Value {
    adjusted(inputs, term, &whole(0))
}

/// The same where a token saves something besides.
pub fn adjusted(inputs: &Inputs, term: Term, besides: &Fraction) -> Value {
    let needed = [
        FieldId::teacher_rate,
        FieldId::teacher_share,
        FieldId::storage,
        term.hourly_field(),
    ];
    let student_rate = inputs.hosting.bills_tokens() && inputs.is_range(FieldId::student_rate);
    let fixed = !student_rate && !needed.iter().any(|id| inputs.is_range(*id));
    let stepped = fixed && inputs.has_steps();
    steady_saving(inputs, term, besides)
        .map_or(Value::Null, |saving| saving.crossing().value(stepped))
}

/// The crossing of month 1.
pub fn month_1(inputs: &Inputs, term: Term) -> Option<Crossing> {
    let path = Path::new(inputs, term);
    let fixed = path.one_time.clone()? + inputs.storage()?;
    let unit = inputs.unit_month(term)?;
    let entered = inputs.get(FieldId::units).floor();
    if path.build > 0 {
        return Some(straight(&whole(0), &(fixed + unit * whole(entered))));
    }
    let per_token = per_token(&path)?;
    let (first, last) = path.block(1);
    let growths = (first..=last).map(|month| path.growth(month));
    let most = growths.max().expect("a block has a month");
    let units_per_token = inputs.units_per_token(&path.teacher_share);
    let saving = Saving {
        per_token,
        fixed,
        unit,
        entered,
        units_per_token: units_per_token.map_or(whole(0), |units| units * most),
        is_loose: inputs.is_range(FieldId::teacher_share),
    };
    Some(saving.crossing())
}

/// The crossing over the horizon; with a known capacity the bound that replaces ⌈x⌉ by x + 1.
pub fn horizon(inputs: &Inputs, term: Term) -> Option<Crossing> {
    let path = Path::new(inputs, term);
    let per_token = per_token(&path)?;
    let unit = inputs.unit_month(term)?;
    let entered = inputs.get(FieldId::units);
    let capacity = inputs.units_per_token(&path.teacher_share);
    let units_per_token = capacity.clone().unwrap_or(whole(0));
    let mut saved = whole(0);
    let mut fixed = whole(0);
    for month in 1..=path.horizon {
        if month > path.build {
            saved = saved + &per_token * path.growth(month);
        }
        fixed = fixed + path.once(month)? + inputs.storage()?;
    }
    for month in 1..=path.block(path.horizon).1 {
        let (first, last) = path.block(month);
        let serving = (first..=last).filter(|month| *month > path.build);
        fixed = fixed + &unit * &entered;
        if let Some(most) = serving.map(|month| path.growth(month)).max() {
            saved = saved - &unit * &units_per_token * most;
        }
    }
    let mut crossing = straight(&saved, &fixed);
    crossing.bound = inputs.has_steps();
    Some(crossing)
}

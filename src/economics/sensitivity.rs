//! How much each input moves the saving over the horizon.

use super::case::{At, Change};
use super::cases::Cases;
use super::figure::{Absent, Maybe};
use super::number::Num;
use super::path::Plan;
use super::report::Sensitivity;
use super::verdict::saving_with;
use crate::quantity::round;
use crate::scenario::{FieldId, Kind, Number, Scenario, Side};
use rust_decimal::Decimal;
use std::cmp::Ordering::Less;

/// Each amount, rate, share and volume with an effect, at 20% less and 20% more; a range, at its ends.
/// The one that moves the saving most comes first.
pub(super) fn sensitivity(cases: &Cases, scenario: &Scenario, plan: Plan) -> Vec<Sensitivity> {
    let saving = saving_with(scenario, plan, None);
    let mut spans: Vec<Num> = Vec::new();
    let mut rows = Vec::new();
    let needs = saving.needs();
    for field in FieldId::ALL.iter().copied() {
        if !needs.has(field) || !is_an_amount(field) {
            continue;
        }
        let Some(changes) = changes(scenario, field) else {
            continue;
        };
        let [low, high] =
            changes.map(|change| saving_with(scenario, plan, Some((field, change))).minus(saving));
        // As they are reported: what cannot be seen is no effect, and moves no row.
        let [least, most] = [low, high].map(|end| Num::plain(round(end.value(), 6)));
        if least.is_zero() && most.is_zero() {
            continue;
        }
        let span = most.minus(least);
        let span = span.max(Num::ZERO.minus(span));
        let less = spans.iter().position(|other| other.compare(span) == Less);
        let at = less.unwrap_or(spans.len());
        spans.insert(at, span);
        // What leads beyond the limits has no effect that can be told.
        let told = |end: Num| match end.gap() {
            Some(_) => Maybe(Err(Absent::Undefined)),
            None => cases.proportion(&[end], |end| *end),
        };
        let row = Sensitivity {
            field,
            low: told(low),
            high: told(high),
        };
        rows.insert(at, row);
    }
    rows
}

/// A volume, an amount, a rate or a share.
fn is_an_amount(field: FieldId) -> bool {
    field == FieldId::volume || field.field().unit.starts_with(['$', '%'])
}

/// The two changes of an input that is not nothing.
fn changes(scenario: &Scenario, field: FieldId) -> Option<[Change; 2]> {
    if scenario.is_range(field) {
        return Some([Change::At(At::Low), Change::At(At::High)]);
    }
    let number = |side| match scenario.number(field, side) {
        Number::Ends(value, _) => Some(Num::plain(value)),
        Number::None | Number::Unknown => None,
    };
    let (input, output) = (number(Side::Input)?, number(Side::Output)?);
    if input.is_zero() && output.is_zero() {
        return None;
    }
    let [min, max] = [field.field().min, field.field().max].map(|end| Num::plain(end.into()));
    let factors = [Decimal::new(8, 1), Decimal::new(12, 1)].map(Num::plain);
    Some(factors.map(|factor| {
        if field.field().kind == Kind::Rate {
            // Both sides of a rate are scaled alike, so far as the dearer one may go.
            Change::Times(factor.min(max.over(input.max(output))))
        } else {
            Change::To(input.times(factor).max(min).min(max))
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_effect_that_cannot_be_seen_is_none() {
        let mut scenario = Scenario::default();
        scenario.set(FieldId::volume, "1").unwrap();
        scenario.set(FieldId::teacher_rate, "0.1").unwrap();
        let rows = crate::economics::evaluate(&scenario).unwrap().sensitivity;
        assert!(rows.iter().any(|row| row.field == FieldId::student_rate));
        assert!(rows.iter().all(|row| row.field != FieldId::teacher_rate));
    }
}

//! How much each input moves the saving over the horizon.

use super::case::{At, Change};
use super::cases::Cases;
use super::number::Num;
use super::path::Plan;
use super::report::{Amount, Sensitivity};
use super::verdict::saving_with;
use crate::quantity::{Exact, Quantity, Usd};
use crate::scenario::{FieldId, Kind, Number, Scenario, Side};
use rust_decimal::Decimal;

/// Each amount, rate, share and volume with an effect, at 20% less and 20% more; a range, at its ends.
/// The one that moves the saving most comes first.
pub(super) fn sensitivity(cases: &Cases, scenario: &Scenario, plan: Plan) -> Vec<Sensitivity> {
    let saving = saving_with(scenario, plan, None);
    let moved = |field: FieldId, change: Change| -> Amount<Usd> {
        let then = saving_with(scenario, plan, Some((field, change)));
        cases.hull([then.minus(saving)])
    };
    let mut rows: Vec<Sensitivity> = Vec::new();
    for field in saving.needs().fields().filter(|field| is_an_amount(*field)) {
        let Some((low, high)) = changes(scenario, field) else {
            continue;
        };
        let (low, high) = (moved(field, low), moved(field, high));
        if !(low.is(Usd::ZERO) && high.is(Usd::ZERO)) {
            let row = Sensitivity { field, low, high };
            let less = rows.iter().position(|other| span(other) < span(&row));
            rows.insert(less.unwrap_or(rows.len()), row);
        }
    }
    rows
}

/// A volume, an amount, a rate or a share.
fn is_an_amount(field: FieldId) -> bool {
    field == FieldId::volume || field.field().unit.starts_with(['$', '%'])
}

fn span(row: &Sensitivity) -> Decimal {
    let end = |amount: &Amount<Usd>| amount.as_ref().map_or(Decimal::ZERO, |a| a.low().decimal());
    let span = Num::plain(end(&row.high)).minus(Num::plain(end(&row.low)));
    span.get().map(|span| span.abs()).unwrap_or_default()
}

/// The two changes of an input that is not nothing.
fn changes(scenario: &Scenario, field: FieldId) -> Option<(Change, Change)> {
    if scenario.is_range(field) {
        return Some((Change::At(At::Low), Change::At(At::High)));
    }
    let number = |side| match scenario.number(field, side) {
        Number::Ends(value, _) => Some(value),
        Number::None | Number::Unknown => None,
    };
    let (input, output) = (number(Side::Input)?, number(Side::Output)?);
    let most = input.max(output);
    if input.is_zero() && output.is_zero() {
        return None;
    }
    let (less, more) = (Decimal::new(8, 1), Decimal::new(12, 1));
    if field.field().kind == Kind::Rate {
        // Both sides of a rate are scaled alike, so far as the dearer one may go.
        let limit = Decimal::from(field.field().max).over(most).ok()?;
        return Some((Change::Times(less), Change::Times(more.min(limit))));
    }
    let (min, max) = (field.field().min.into(), field.field().max.into());
    let changed = |factor: Decimal| {
        let value = input.times(factor).ok()?;
        Some(Change::To(value.clamp(min, max)))
    };
    Some((changed(less)?, changed(more)?))
}

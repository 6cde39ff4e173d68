//! The registry as data.

use super::json::{Json, Plain, objects};
use crate::scenario::{Alternative, Field, FieldId, Kind, Scenario};

/// An entry of the registry.
pub(super) struct FieldEntry {
    name: &'static str,
    key: &'static str,
    group: &'static str,
    label: &'static str,
    unit: &'static str,
    hint: &'static str,
    kind: &'static str,
    /// What a person would type for it; empty where it has none.
    default: String,
    range: bool,
    unknown: bool,
    optional: bool,
    min: Option<String>,
    max: Option<String>,
    options: &'static [Alternative],
}

/// Every field, in order.
pub(super) fn fields() -> Vec<FieldEntry> {
    let default = Scenario::default();
    let entry = |id: &FieldId| entry(id.field(), default.text(*id));
    FieldId::ALL.iter().map(entry).collect()
}

fn entry(field: &Field, default: String) -> FieldEntry {
    let (range, unknown, optional) = match field.kind {
        Kind::Number {
            range,
            unknown,
            optional,
        } => (range, unknown, optional),
        Kind::Rate => (true, false, false),
        Kind::Choice(_) => (false, false, false),
        Kind::Letters(_) | Kind::Pools | Kind::Currency | Kind::Label => (false, false, true),
    };
    let (kind, options) = match field.kind {
        Kind::Number { .. } => ("number", &[][..]),
        Kind::Rate => ("rate", &[][..]),
        Kind::Choice(options) => ("choice", options),
        Kind::Letters(options) => ("letters", options),
        Kind::Pools => ("pools", &[][..]),
        Kind::Currency => ("currency", &[][..]),
        Kind::Label => ("text", &[][..]),
    };
    let is_bounded = matches!(field.kind, Kind::Number { .. } | Kind::Rate);
    let bound = |bound: i64| is_bounded.then(|| bound.to_string());
    FieldEntry {
        name: field.name,
        key: field.key,
        group: field.group.title(),
        label: field.label,
        unit: field.unit,
        hint: field.id.hint(),
        kind,
        default,
        range,
        unknown,
        optional,
        min: bound(field.min),
        max: bound(field.max),
        options,
    }
}

objects! {
    FieldEntry {
        name, key, group, label, unit, hint, kind, default, range, unknown, optional, min, max,
        options,
    }
    Alternative { code, label, note }
}

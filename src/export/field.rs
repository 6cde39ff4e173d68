//! The registry as data.

use crate::scenario::{Alternative, Field, FieldId, Kind, Scenario};
use serde::Serialize;

/// An entry of the registry.
#[derive(Debug, Serialize)]
pub struct FieldEntry {
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
    options: Vec<OptionEntry>,
}

#[derive(Debug, Serialize)]
struct OptionEntry {
    code: &'static str,
    label: &'static str,
    note: &'static str,
}

/// Every field, in order.
#[must_use]
pub fn fields() -> Vec<FieldEntry> {
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
        Kind::Number { .. } => ("number", None),
        Kind::Rate => ("rate", None),
        Kind::Choice(options) => ("choice", Some(options)),
        Kind::Letters(options) => ("letters", Some(options)),
        Kind::Pools => ("pools", None),
        Kind::Currency => ("currency", None),
        Kind::Label => ("text", None),
    };
    let is_bounded = matches!(field.kind, Kind::Number { .. } | Kind::Rate);
    let bound = |bound: i64| is_bounded.then(|| bound.to_string());
    let option = |option: &Alternative| OptionEntry {
        code: option.code,
        label: option.label,
        note: option.note,
    };
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
        options: options.unwrap_or_default().iter().map(option).collect(),
    }
}

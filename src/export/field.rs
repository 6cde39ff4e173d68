//! The registry as data.

use super::json::{Json, Plain, objects};
use crate::scenario::{Alternative, FieldId, Kind, Scenario};
use rust_decimal::Decimal;

/// Every field, in order.
pub(super) struct Registry;

impl Plain for Registry {
    fn write(&self, json: &mut Json) {
        let example = Scenario::default();
        json.open("[");
        for id in FieldId::ALL {
            json.between();
            entry(*id, &example.text(*id), json);
        }
        json.close("]");
    }
}

/// One of them; what a person would type for it is `default`, empty where it has none.
fn entry(id: FieldId, default: &str, json: &mut Json) {
    let field = id.field();
    let (kind, options) = match field.kind {
        Kind::Number { .. } => ("number", &[][..]),
        Kind::Rate => ("rate", &[][..]),
        Kind::Choice(options) => ("choice", options),
        Kind::Letters(options) => ("letters", options),
        Kind::Pools => ("pools", &[][..]),
        Kind::Currency => ("currency", &[][..]),
        Kind::Label => ("text", &[][..]),
    };
    json.open("{");
    for (name, text) in [
        ("name", field.name),
        ("key", field.key),
        ("group", field.group.title()),
        ("label", field.label),
        ("unit", field.unit),
        ("hint", id.hint()),
        ("kind", kind),
        ("default", default),
    ] {
        json.key(name);
        json.quoted(text);
    }
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
    for (name, is) in [
        ("range", range),
        ("unknown", unknown),
        ("optional", optional),
    ] {
        json.key(name);
        is.write(json);
    }
    let is_bounded = matches!(field.kind, Kind::Number { .. } | Kind::Rate);
    for (name, bound) in [("min", field.min), ("max", field.max)] {
        json.key(name);
        is_bounded.then_some(Decimal::from(bound)).write(json);
    }
    json.key("options");
    options.write(json);
    json.close("}");
}

objects! {
    Alternative { code, label, note }
}

//! The registry is the single source: the form, links, JSON, the TypeScript types and the table of the
//! documentation have each of its fields, in its order, and know no other.

use crossover::economics::evaluate;
use crossover::link::{decode, encode};
use crossover::scenario::{FieldId, Group, Kind, Scenario};
use crossover::{export, still};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn names() -> Vec<&'static str> {
    FieldId::ALL.iter().map(|id| id.field().name).collect()
}

fn of_group(group: Group) -> Vec<&'static str> {
    let own = FieldId::ALL.iter().filter(|id| id.field().group == group);
    own.map(|id| id.field().name).collect()
}

/// What stands between two texts, each time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let parts = text.split(start).skip(1);
    parts.map(|part| part.split(end).next().unwrap()).collect()
}

/// A text that is a value of the field and not its default.
fn another(id: FieldId) -> String {
    let field = id.field();
    let candidates = match field.kind {
        Kind::Number { .. } | Kind::Rate => vec![field.min.to_string(), field.max.to_string()],
        Kind::Choice(options) | Kind::Letters(options) => options
            .iter()
            .map(|option| option.code.to_owned())
            .collect(),
        Kind::Pools => vec!["1@1".to_owned()],
        Kind::Currency => vec!["EUR@1".to_owned()],
        Kind::Label => vec!["a".to_owned()],
    };
    let default = Scenario::default().text(id);
    let mut candidates = candidates.into_iter();
    let other = candidates.find(|text| *text != default);
    other.unwrap_or_else(|| panic!("{} has one value only", field.name))
}

#[test]
fn the_form_has_each_field_in_its_group_and_no_other() {
    let html = still::first_paint().unwrap();
    let form = between(&html, "<form", "</form>")[0];
    // The first is what to start from.
    let groups: Vec<&str> = form.split(" class=\"group\"").skip(2).collect();
    assert_eq!(groups.len(), Group::ALL.len());
    for (group, html) in Group::ALL.into_iter().zip(groups) {
        let tag = if group.is_advanced() {
            "summary"
        } else {
            "legend"
        };
        let title = between(html, &format!("<{tag}>"), &format!("</{tag}>"));
        assert_eq!(title[0], group.title());
        let ids = between(html, " id=\"", "\"");
        let fields: Vec<_> = ids
            .iter()
            .filter_map(|id| id.strip_suffix("-field"))
            .collect();
        assert_eq!(fields, of_group(group), "{}", group.title());
        // Nothing can be typed or chosen that is not a part of one of these.
        for control in between(html, "<input ", ">") {
            let id = between(control, "id=\"", "\"")[0];
            let field = id.split('-').next().unwrap();
            assert!(fields.contains(&field), "{id} belongs to no field");
        }
    }
}

#[test]
fn advanced_groups_are_closed_and_others_cannot_be() {
    let html = still::first_paint().unwrap();
    let closed = between(&html, "<details", ">");
    let advanced = Group::ALL.iter().filter(|group| group.is_advanced());
    let groups = closed.iter().filter(|tag| tag.contains("class=\"group\""));
    assert_eq!(groups.count(), advanced.count());
    assert!(closed.iter().all(|tag| !tag.contains("open")), "{closed:?}");
}

#[test]
fn links_have_each_key_and_no_other() {
    let scenario = Scenario::read(another).unwrap();
    let link = encode(&scenario);
    let written = link.split('&').map(|part| part.split('=').next().unwrap());
    let keys = FieldId::ALL.iter().map(|id| id.field().key);
    assert!(written.eq(keys), "{link}");
    let opened = decode(&link);
    assert_eq!((opened.scenario, opened.problems), (scenario, vec![]));
    // Names are no keys, and `x` is the version of the model, `cat` that of prices.
    let mut words = names();
    words.extend(["y", "model", "V"]);
    words.retain(|word| FieldId::ALL.iter().all(|id| id.field().key != *word));
    for word in words {
        let opened = decode(&format!("{word}=1"));
        assert_eq!(opened.scenario, Scenario::default(), "{word}");
        assert_eq!(opened.problems.len(), 1, "{word}");
    }
}

#[test]
fn json_has_each_field_and_no_other() {
    let report = evaluate(Scenario::default()).unwrap();
    let json: Value = serde_json::from_str(&export::report(&report, &[])).unwrap();
    let scenario = json["scenario"].as_object().unwrap();
    assert!(scenario.keys().eq(names()));

    let entries: Value = serde_json::from_str(&export::fields()).unwrap();
    let entries = entries.as_array().unwrap();
    assert_eq!(entries.len(), FieldId::ALL.len());
    for (entry, id) in entries.iter().zip(FieldId::ALL) {
        let field = id.field();
        assert_eq!(entry["name"], field.name);
        assert_eq!(entry["key"], field.key);
        assert_eq!(entry["group"], field.group.title());
        assert_eq!(entry["default"], Scenario::default().text(*id));
    }
}

#[test]
fn the_types_have_each_field_and_no_other() {
    let types = export::declarations();
    for (interface, mark) in [("Scenario", "?: "), ("CanonicalScenario", ": ")] {
        let body = between(&types, &format!("export interface {interface} {{\n"), "\n}")[0];
        let members = body
            .lines()
            .filter(|line| !line.trim().starts_with(['*', '/']));
        let members: Vec<_> = members
            .map(|line| line.trim().split_once(mark).unwrap().0)
            .collect();
        assert_eq!(members, names(), "{interface}");
    }
}

#[test]
fn the_documentation_has_each_field_and_no_other() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/fields.md");
    let page = fs::read_to_string(path).unwrap_or_default();
    assert!(
        page == export::field_table(),
        "docs/fields.md is not the registry's; `cargo xtask fields` writes it"
    );
    for group in Group::ALL {
        let section = between(&page, &format!("\n## {}\n", group.title()), "\n## ")[0];
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
        let fields: Vec<_> = rows.map(|row| row.split('`').next().unwrap()).collect();
        assert_eq!(fields, of_group(group), "{}", group.title());
    }
}

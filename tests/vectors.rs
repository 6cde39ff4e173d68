//! The conformance vectors (`tests/vectors/`): every scenario has the report that stands beside it,
//! and between them they have every field. `cargo xtask vectors` writes the reports.

use crossover::economics::evaluate;
use crossover::export;
use crossover::link::decode;
use crossover::scenario::{FieldId, Scenario};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// Every vector, with the file that it stands in.
fn vectors() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut vectors = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let read: Vec<Value> =
                serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            vectors.extend(read.into_iter().map(|vector| (name.clone(), vector)));
        }
    }
    vectors
}

fn text<'a>(vector: &'a Value, part: &str) -> &'a str {
    vector[part]
        .as_str()
        .unwrap_or_else(|| panic!("no {part} in {vector}"))
}

/// A link's report without its sentences, or the fields that lead beyond the limits.
fn computed(link: &str) -> Value {
    let opened = decode(link);
    assert_eq!(opened.problems, [], "{link}");
    let mut report = match evaluate(&opened.scenario) {
        Ok(report) => serde_json::from_str::<Value>(&export::report(&report, &[])).unwrap(),
        Err(cause) => {
            let names: Vec<_> = cause.inputs.fields().map(|id| id.field().name).collect();
            return json!({ "error": names });
        }
    };
    for warning in report["warnings"].as_array_mut().unwrap() {
        warning.as_object_mut().unwrap().remove("message");
    }
    report["verdict"]
        .as_object_mut()
        .unwrap()
        .remove("sentence");
    report
}

#[test]
fn every_report_is_the_one_that_stands_there() {
    for (file, vector) in vectors() {
        let computed = computed(text(&vector, "link"));
        let place = format!(
            "{file}: {}: {}",
            text(&vector, "about"),
            text(&vector, "link")
        );
        let written = vector["report"]
            .as_object()
            .unwrap_or_else(|| panic!("{place}: no report"));
        let parts = computed.as_object().unwrap();
        assert_eq!(written.len(), parts.len(), "{place}");
        for (name, part) in parts {
            assert_eq!(
                written[name], *part,
                "{place}: {name}; `cargo xtask vectors` writes anew"
            );
        }
    }
}

#[test]
fn there_are_enough_and_none_stands_twice() {
    let vectors = vectors();
    assert!(vectors.len() >= 200, "{}", vectors.len());
    let links: HashSet<_> = vectors
        .iter()
        .map(|(_, vector)| text(vector, "link"))
        .collect();
    assert_eq!(links.len(), vectors.len());
}

#[test]
fn every_field_has_a_value_of_its_own_somewhere() {
    let default = Scenario::default();
    let scenarios: Vec<_> = vectors()
        .iter()
        .map(|(_, vector)| decode(text(vector, "link")).scenario)
        .collect();
    for field in FieldId::ALL {
        let is_set = |scenario: &Scenario| scenario.text(*field) != default.text(*field);
        assert!(
            scenarios.iter().any(is_set),
            "{} is never set",
            field.field().name
        );
    }
}

#[test]
fn every_choice_is_made_somewhere() {
    let scenarios: Vec<_> = vectors()
        .iter()
        .map(|(_, vector)| decode(text(vector, "link")).scenario)
        .collect();
    for entry in serde_json::from_str::<Value>(&export::fields())
        .unwrap()
        .as_array()
        .unwrap()
    {
        if entry["kind"] != "choice" {
            continue;
        }
        let field = FieldId::ALL
            .iter()
            .find(|id| entry["name"] == id.field().name)
            .unwrap();
        for option in entry["options"].as_array().unwrap() {
            let is_made = |scenario: &Scenario| option["code"] == scenario.text(*field);
            assert!(
                scenarios.iter().any(is_made),
                "{} is never {}",
                entry["name"],
                option["code"]
            );
        }
    }
}

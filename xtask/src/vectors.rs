//! `vectors`: writes the reports of the conformance vectors anew.
//!
//! The files themselves hold the list of scenarios: what each shows, and its link. See
//! `tests/vectors/README.md`.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use crossover::economics::evaluate;
use crossover::{export, link};
use serde_json::{Map, Value, json};

use crate::{project, say};

/// Writes every file anew and says how many scenarios there are.
pub fn vectors() -> Result<()> {
    let mut count = 0;
    for path in files()? {
        let place = || path.display().to_string();
        let text = fs::read_to_string(&path).with_context(place)?;
        let mut vectors: Vec<Map<String, Value>> =
            serde_json::from_str(&text).with_context(place)?;
        for vector in &mut vectors {
            let about = vector
                .get("about")
                .and_then(Value::as_str)
                .unwrap_or_default();
            ensure!(
                !about.is_empty(),
                "{}: a vector says nothing of what it shows",
                place()
            );
            let link = vector
                .get("link")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let report = report(link).with_context(|| format!("{}: {about}: {link}", place()))?;
            vector.insert("report".to_owned(), report);
        }
        fs::write(&path, written(&vectors)?).with_context(place)?;
        count += vectors.len();
    }
    say::done(&format!("tests/vectors/: {count} reports written"));
    Ok(())
}

fn files() -> Result<Vec<PathBuf>> {
    let folder = project::root().join("tests/vectors");
    let entries = fs::read_dir(&folder).context("tests/vectors/ is missing")?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    Ok(files)
}

/// The report of a link without its sentences; the fields that lead beyond the limits, if they do.
fn report(link: &str) -> Result<Value> {
    let opened = link::decode(link);
    ensure!(opened.problems.is_empty(), "{:?}", opened.problems);
    let report = match evaluate(&opened.scenario) {
        Ok(report) => serde_json::from_str::<Value>(&export::report(&report, &[]))?,
        Err(cause) => {
            let problems = export::too_large(&cause, &opened.scenario);
            let fields = problems.iter().filter_map(|problem| problem.field);
            let names: Vec<_> = fields.map(|id| id.field().name).collect();
            return Ok(json!({ "error": names }));
        }
    };
    Ok(without_sentences(report))
}

/// A report without the words, which are free to change.
fn without_sentences(mut report: Value) -> Value {
    let warnings = report["warnings"].as_array_mut().into_iter().flatten();
    for warning in warnings {
        if let Some(warning) = warning.as_object_mut() {
            warning.shift_remove("message");
        }
    }
    if let Some(verdict) = report["verdict"].as_object_mut() {
        verdict.shift_remove("sentence");
    }
    report
}

/// A file of vectors: a line for each part of a report, so that a change shows where it is.
fn written(vectors: &[Map<String, Value>]) -> Result<String> {
    let mut text = String::from("[");
    for (index, vector) in vectors.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        writeln!(text, "{{ \"about\": {},", json!(vector["about"]))?;
        writeln!(text, "  \"link\": {},", json!(vector["link"]))?;
        text.push_str("  \"report\": {\n");
        let parts = vector["report"].as_object().into_iter().flatten();
        let lines: Vec<_> = parts
            .map(|(name, part)| format!("    {}: {part}", json!(name)))
            .collect();
        text.push_str(&lines.join(",\n"));
        text.push_str(" } }");
    }
    text.push_str("\n]\n");
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_file_is_read_back() -> Result<()> {
        let vector =
            json!({ "about": "a \"b\"", "link": "v=1M", "report": { "a": [1], "b": null } });
        let vectors: Vec<_> = vector.as_object().cloned().into_iter().collect();
        let text = written(&[vectors.clone(), vectors].concat())?;
        let read: Vec<Value> = serde_json::from_str(&text)?;
        assert_eq!(read, [vector.clone(), vector]);
        Ok(())
    }
}

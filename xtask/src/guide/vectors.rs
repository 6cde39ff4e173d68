//! The conformance vectors, as the guide takes numbers from them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;

use crate::project;
use crate::source::entries;

/// What an item of a list is known by; any other is known by its place, counted from 0.
const NAMES: [&str; 5] = ["id", "term", "hosting", "lever", "field"];

/// The vectors of each file, by its name without `.json`.
pub struct Vectors(BTreeMap<String, Vec<Value>>);

impl Vectors {
    /// Reads `tests/vectors/`.
    pub fn read() -> Result<Self> {
        let mut files = BTreeMap::new();
        for path in entries(&project::root().join("tests/vectors"))? {
            if path.extension().is_some_and(|end| end == "json") {
                let place = || format!("{} cannot be read", path.display());
                let text = fs::read_to_string(&path).with_context(place)?;
                files.insert(
                    stem(&path),
                    serde_json::from_str(&text).with_context(place)?,
                );
            }
        }
        Ok(Self(files))
    }

    #[cfg(test)]
    pub fn of(file: &str, vectors: Value) -> Result<Self> {
        let vectors = serde_json::from_value(vectors)?;
        Ok(Self(BTreeMap::from([(file.to_owned(), vectors)])))
    }

    /// The vector of a file that is about this.
    pub fn find(&self, file: &str, about: &str) -> Result<&Value> {
        let vectors = self.0.get(file).with_context(|| {
            let files: Vec<_> = self.0.keys().map(String::as_str).collect();
            format!(
                "no file of vectors is {file}; there are {}",
                files.join(", ")
            )
        })?;
        let found = vectors.iter().find(|vector| vector["about"] == about);
        found.with_context(|| format!("no vector of {file} is about “{about}”"))
    }
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// What stands at a path of a report: names of parts with points between them, as for a receipt. An item
/// of a list is named by its own id, or by its place from 0 on.
pub fn at<'v>(report: &'v Value, path: &str) -> Result<&'v Value> {
    path.split('.').try_fold(report, |value, name| {
        step(value, name).map_err(|error| anyhow!("there is no {path}: {error}"))
    })
}

fn step<'v>(value: &'v Value, name: &str) -> Result<&'v Value> {
    match value {
        Value::Object(parts) => parts.get(name).with_context(|| {
            let names: Vec<_> = parts.keys().map(String::as_str).collect();
            format!("{name} is none of {}", names.join(", "))
        }),
        Value::Array(items) => {
            let is_named = |item: &&Value| NAMES.iter().any(|key| item[*key] == name);
            let place = name.parse::<usize>().ok();
            let found = items.iter().find(is_named);
            found
                .or_else(|| items.get(place?))
                .with_context(|| format!("the list has no {name}"))
        }
        _ => bail!("{value} has no parts, and no {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parts_are_found_by_name_by_id_and_by_place() -> Result<()> {
        let report = json!({
            "saving": { "steady": { "low": "1" } },
            "levers": [{ "id": "rag", "one_time": "2" }, { "id": "batch", "one_time": "3" }],
            "stop_after": ["4", "5"],
        });
        for (path, value) in [
            ("saving.steady.low", "1"),
            ("levers.batch.one_time", "3"),
            ("levers.0.one_time", "2"),
            ("stop_after.1", "5"),
        ] {
            assert_eq!(at(&report, path)?, value, "{path}");
        }
        for (path, words) in [
            (
                "savings",
                "there is no savings: savings is none of saving, levers, stop_after",
            ),
            (
                "stop_after.2",
                "there is no stop_after.2: the list has no 2",
            ),
            (
                "levers.caching",
                "there is no levers.caching: the list has no caching",
            ),
            (
                "saving.steady.low.end",
                "there is no saving.steady.low.end: \"1\" has no parts, and no end",
            ),
        ] {
            let error = at(&report, path).err().map(|error| error.to_string());
            assert_eq!(error.as_deref(), Some(words));
        }
        Ok(())
    }

    #[test]
    fn a_vector_is_found_by_its_file_and_what_it_is_about() -> Result<()> {
        let vectors = Vectors::of("a", json!([{ "about": "x" }, { "about": "y" }]))?;
        assert_eq!(vectors.find("a", "y")?["about"], "y");
        let error = |file, about| vectors.find(file, about).err().map(|e| e.to_string());
        assert_eq!(
            error("b", "x").as_deref(),
            Some("no file of vectors is b; there are a")
        );
        assert_eq!(
            error("a", "z").as_deref(),
            Some("no vector of a is about “z”")
        );
        Ok(())
    }
}

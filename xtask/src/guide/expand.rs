//! Markers in a page of the guide, and what takes their place.
//!
//! | marker | in its place |
//! |---|---|
//! | `{{vector NAME = FILE # ABOUT}}` | nothing: a line of its own that gives a vector a name on this page |
//! | `{{usd NAME PATH}}` | what stands at a path of its report, in dollars |
//! | `{{percent NAME PATH}}`, `{{number NAME PATH}}` | the same with a percent sign, and without any sign |
//! | `{{text NAME PATH}}` | the same as it stands there |
//! | `{{chart NAME}}` | the chart of cost against volume, with its figures as a table: a line of its own |
//! | `{{link NAME}}` | a link to the calculator with that scenario |
//! | `{{echo FIELD TEXT}}` | what the form says it has understood of a text |
//! | `{{refusal FIELD TEXT}}` | the words by which the form refuses a text |
//!
//! A marker that means nothing, and a vector that is named and not used, is an error that says where.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use crossover::scenario::{FieldId, Scenario};
use crossover::wording;
use serde_json::Value;

use super::show::Form;
use super::vectors::{self, Vectors};

/// A vector that a page has named.
struct Named<'v> {
    vector: &'v Value,
    line: usize,
    is_used: bool,
}

/// The text of a page with its markers filled in; `page` is its name for errors.
pub fn expand(page: &str, text: &str, vectors: &Vectors) -> Result<String> {
    let mut named = BTreeMap::new();
    let mut expanded = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        let place = || format!("{page}:{number}");
        let declaration = line
            .strip_prefix("{{vector ")
            .and_then(|rest| rest.strip_suffix("}}"));
        if let Some(declaration) = declaration {
            let (name, vector) = declared(declaration, vectors).with_context(place)?;
            let vector = Named {
                vector,
                line: number,
                is_used: false,
            };
            let former = named.insert(name, vector);
            ensure!(former.is_none(), "{}: {name} is named twice", place());
            continue;
        }
        expanded += &filled(line, &mut named).with_context(place)?;
        expanded.push('\n');
    }
    for (name, Named { line, is_used, .. }) in named {
        ensure!(is_used, "{page}:{line}: {name} is named and not used");
    }
    Ok(expanded)
}

/// Name and vector of `NAME = FILE # ABOUT`.
fn declared<'t, 'v>(text: &'t str, vectors: &'v Vectors) -> Result<(&'t str, &'v Value)> {
    let parts = text
        .split_once(" = ")
        .and_then(|(name, rest)| Some((name, rest.split_once(" # ")?)));
    let (name, (file, about)) =
        parts.with_context(|| format!("“{text}” is not of the form NAME = FILE # ABOUT"))?;
    Ok((name, vectors.find(file, about)?))
}

/// A line with its markers filled in.
fn filled<'t>(line: &'t str, named: &mut BTreeMap<&'t str, Named>) -> Result<String> {
    let mut filled = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let (marker, after) = after.split_once("}}").context("a marker does not end")?;
        filled += before;
        filled += &meant(marker, named).with_context(|| format!("{{{{{marker}}}}}"))?;
        rest = after;
    }
    Ok(filled + rest)
}

/// What takes a marker's place.
fn meant<'t>(marker: &'t str, named: &mut BTreeMap<&'t str, Named>) -> Result<String> {
    let (kind, rest) = marker.split_once(' ').unwrap_or((marker, ""));
    let mut vector = |name: &str| {
        let named = named
            .get_mut(name)
            .with_context(|| format!("this page names no vector {name}"))?;
        named.is_used = true;
        Ok::<_, anyhow::Error>(named.vector)
    };
    if let Some(form) = Form::named(kind) {
        let (name, path) = rest.split_once(' ').context("a path is missing")?;
        return form.show(vectors::at(&vector(name)?["report"], path)?);
    }
    match kind {
        "chart" => super::chart::drawn(vector(rest)?["link"].as_str().unwrap_or_default()),
        "link" => Ok(link(vector(rest)?["link"].as_str().unwrap_or_default())),
        "echo" | "refusal" => {
            let (field, text) = rest.split_once(' ').context("a text is missing")?;
            read(kind == "refusal", field, text)
        }
        _ => bail!("there is no marker of this kind"),
    }
}

/// A link to the calculator, in words that show the scenario.
fn link(scenario: &str) -> String {
    if scenario.is_empty() {
        "[the worked example](../index.html)".to_owned()
    } else {
        format!("[`#{scenario}`](../index.html#{scenario})")
    }
}

/// What the form says of a text in a field: what it was understood as, or why it is refused.
fn read(is_refused: bool, field: &str, text: &str) -> Result<String> {
    let id = FieldId::ALL.iter().find(|id| id.field().name == field);
    let id = *id.with_context(|| format!("there is no field {field}"))?;
    match Scenario::default().set(id, text) {
        Ok(()) if is_refused => bail!("“{text}” is not refused"),
        Ok(()) => wording::echo(id, text).context("the form says nothing of it"),
        Err(problem) if is_refused => Ok(problem.message),
        Err(problem) => bail!("{}", problem.message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn vectors() -> Result<Vectors> {
        let report = json!({ "student": { "steady": { "low": "1230", "high": "1230" } } });
        Vectors::of(
            "example",
            json!([
                { "about": "one", "link": "", "report": report },
                { "about": "a # b", "link": "v=5M", "report": {} },
            ]),
        )
    }

    fn page(text: &str) -> Result<String, String> {
        let expanded = vectors().and_then(|vectors| expand("page.md", text, &vectors));
        expanded.map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn markers_are_filled_in() {
        let text = "# A\n\n{{vector x = example # one}}\n{{vector y = example # a # b}}\n\
                    It costs {{usd x student.steady}}, {{number x student.steady.low}}: {{link x}}, {{link y}}.";
        assert_eq!(
            page(text).as_deref(),
            Ok(
                "# A\n\nIt costs $1,230, 1,230: [the worked example](../index.html), \
                 [`#v=5M`](../index.html#v=5M).\n"
            )
        );
        assert_eq!(page("no }} marker").as_deref(), Ok("no }} marker\n"));
    }

    #[test]
    fn texts_are_read_as_the_form_reads_them() {
        assert_eq!(
            page("{{echo volume 5e8}}").as_deref(),
            Ok("= 500,000,000 tokens per month\n")
        );
        assert!(page("{{refusal generation 1,5}}").is_ok_and(|text| text.contains("Write 1.5.")));
        assert_eq!(
            page("{{refusal volume 5e8}}"),
            Err("page.md:1: {{refusal volume 5e8}}: “5e8” is not refused".to_owned())
        );
        assert_eq!(
            page("{{echo volumes 5e8}}"),
            Err("page.md:1: {{echo volumes 5e8}}: there is no field volumes".to_owned())
        );
        assert!(page("{{echo generation 1,5}}").is_err());
    }

    #[test]
    fn what_means_nothing_is_refused_where_it_stands() {
        let name = "{{vector x = example # one}}\n";
        for (text, words) in [
            (
                "\n{{vector x = examples # one}}",
                "page.md:2: no file of vectors is examples; there are example",
            ),
            (
                "{{vector x = example # two}}",
                "page.md:1: no vector of example is about “two”",
            ),
            (
                "{{vector x example one}}",
                "page.md:1: “x example one” is not of the form NAME = FILE # ABOUT",
            ),
            (name, "page.md:1: x is named and not used"),
            (&name.repeat(2), "page.md:2: x is named twice"),
            (
                &format!("{name}\na {{{{usd x student.total}}}}"),
                "page.md:3: {{usd x student.total}}: there is no student.total: total is none of steady",
            ),
            (
                "{{usd z student}}",
                "page.md:1: {{usd z student}}: this page names no vector z",
            ),
            (
                &format!("{name}{{{{percent x student}}}}"),
                "page.md:2: {{percent x student}}: {\"steady\":{\"low\":\"1230\",\"high\":\"1230\"}} is not a number",
            ),
            ("{{usd x}}", "page.md:1: {{usd x}}: a path is missing"),
            (
                "{{money x y}}",
                "page.md:1: {{money x y}}: there is no marker of this kind",
            ),
            ("{{usd x", "page.md:1: a marker does not end"),
        ] {
            assert_eq!(page(text).err().as_deref(), Some(words));
        }
    }
}

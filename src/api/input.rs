//! Values of JavaScript as the texts of fields.
//!
//! A value may be anything: a getter that throws, a proxy, a symbol, a text of a gigabyte. Each
//! becomes a text, which [`Scenario::set`] reads as it reads the form and the link, or a [`Problem`].

use super::{Thrown, type_error};
use crate::export::Notice;
use crate::link;
use crate::quantity::quote;
use crate::scenario::{FieldId, Kind, Problem, Scenario};
use js_sys::{JsString, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// `[object Object]`, of all that is no array, map, date and so on, from whatever realm.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag(value: &JsValue) -> Result<JsValue, JsValue>;

    /// The shortest text that reads as the same number.
    #[wasm_bindgen(js_name = String)]
    fn number_text(value: &JsValue) -> JsString;
}

/// No text of a field is longer; the longest that is valid is a label of 80 characters.
pub(super) const LONGEST_TEXT: u32 = 1_000;

/// No link is read further.
pub(super) const LONGEST_LINK: u32 = 100_000;

/// So many unknown keys are named.
const MOST_UNKNOWN: usize = 20;

/// A scenario, and what of it was left out.
pub(super) struct Asked {
    pub scenario: Scenario,
    pub left_out: Vec<Notice>,
}

/// Reads a scenario or a link.
pub(super) fn scenario_or_link(value: &JsValue) -> Result<Asked, Thrown> {
    if value.is_string() {
        strict_link(value)
    } else {
        scenario(value)
    }
}

/// Reads a scenario: an object of fields by their names.
pub(super) fn scenario(value: &JsValue) -> Result<Asked, Thrown> {
    if !is_plain(value) {
        return Err(type_error(
            "A scenario is an object such as { volume: \"500M\" }, or a link such as \"v=500M\".",
        ));
    }
    let mut scenario = Scenario::default();
    let problems: Vec<Problem> = FieldId::ALL
        .iter()
        .filter_map(|field| {
            let name = field.field().name;
            let value = property(*field, value, name);
            let text = value.and_then(|value| text(*field, &value, true));
            let set =
                |text: Option<String>| text.map_or(Ok(()), |text| scenario.set(*field, &text));
            text.and_then(set).err()
        })
        .collect();
    if !problems.is_empty() {
        return Err(Thrown::Problems(problems));
    }
    Ok(Asked {
        scenario,
        left_out: unknown(&unknown_keys(value)).into_iter().collect(),
    })
}

/// Reads a link, of which every value has to be readable.
fn strict_link(value: &JsValue) -> Result<Asked, Thrown> {
    let Some(text) = short(value, LONGEST_LINK) else {
        let message = too_long("link", LONGEST_LINK);
        return Err(Thrown::Problems(vec![Problem {
            field: None,
            message,
        }]));
    };
    let decoded = link::decode(&text);
    let (wrong, left_out): (Vec<_>, Vec<_>) = decoded
        .problems
        .into_iter()
        .partition(|problem| problem.field.is_some());
    if !wrong.is_empty() {
        let problems = wrong.into_iter().map(not_opened).collect();
        return Err(Thrown::Problems(problems));
    }
    let unknown = unknown_in_link(&text);
    let about_keys = unknown.first().map(|first| quote(first));
    let notice = |problem: Problem| {
        let is_about_keys = about_keys
            .as_ref()
            .is_some_and(|first| problem.message.starts_with(first));
        Notice {
            code: if is_about_keys { "unknown_key" } else { "link" },
            fields: if is_about_keys {
                unknown.clone()
            } else {
                Vec::new()
            },
            message: problem.message,
        }
    };
    Ok(Asked {
        scenario: decoded.scenario,
        left_out: left_out.into_iter().map(notice).collect(),
    })
}

/// The problem without what the page does about it: opens the link with a default instead.
fn not_opened(problem: Problem) -> Problem {
    let Some(field) = problem.field else {
        return problem;
    };
    let default = Scenario::default().text(field);
    let instead = [
        format!(" The default, {default}, was used instead."),
        " It was left empty.".to_owned(),
    ];
    let message = instead
        .iter()
        .fold(problem.message.as_str(), |message, end| {
            message.strip_suffix(end.as_str()).unwrap_or(message)
        });
    let label = format!("{}: ", field.field().label);
    Problem {
        message: message.strip_prefix(&label).unwrap_or(message).to_owned(),
        ..problem
    }
}

/// The text of a field's value; none where it is left at its default. A value may be `whole`, or
/// an end of a range or a side of a rate.
fn text(field: FieldId, value: &JsValue, whole: bool) -> Result<Option<String>, Problem> {
    let refuse = |message: String| {
        Err(Problem {
            field: Some(field),
            message,
        })
    };
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    if let Some(yes) = value.as_bool() {
        return if is_yes_no(field) {
            Ok(Some(if yes { "yes" } else { "no" }.to_owned()))
        } else {
            refuse(format!(
                "“{yes}” cannot stand here. Write a number or a text."
            ))
        };
    }
    if value.is_string() {
        let text = short(value, LONGEST_TEXT);
        return text.map_or_else(
            || refuse(too_long("text", LONGEST_TEXT)),
            |text| Ok(Some(text)),
        );
    }
    if value.as_f64().is_some() {
        return Ok(Some(String::from(number_text(value))));
    }
    if value.is_object() && whole {
        return pair(field, value).map(Some);
    }
    refuse("This is neither a number nor a text. Write one of them.".to_owned())
}

/// The text of `{ low, high }` or `{ input, output }`.
fn pair(field: FieldId, value: &JsValue) -> Result<String, Problem> {
    for (one, other, between) in [("low", "high", ".."), ("input", "output", "/")] {
        let parts = [property(field, value, one)?, property(field, value, other)?];
        if parts.iter().all(JsValue::is_undefined) {
            continue;
        }
        let is_range = between == "..";
        let [Some(first), Some(second)] = [
            part(field, &parts[0], is_range)?,
            part(field, &parts[1], is_range)?,
        ] else {
            return Err(Problem {
                field: Some(field),
                message: format!("Write both {one} and {other}."),
            });
        };
        return Ok(format!("{first}{between}{second}"));
    }
    Err(Problem {
        field: Some(field),
        message: "This object has neither low and high, a range, nor input and output, the two sides of a rate.".to_owned(),
    })
}

/// One of the two, as the field itself would write it.
fn part(field: FieldId, value: &JsValue, is_end: bool) -> Result<Option<String>, Problem> {
    let Some(text) = text(field, value, !is_end)? else {
        return Ok(None);
    };
    let mut alone = Scenario::default();
    alone.set(field, &text)?;
    let written = alone.text(field);
    if is_end && (written.contains("..") || written.contains('/')) {
        return Err(Problem {
            field: Some(field),
            message: format!(
                "{} cannot be an end of a range. Write one number.",
                quote(&text)
            ),
        });
    }
    Ok(Some(written))
}

fn is_yes_no(field: FieldId) -> bool {
    matches!(field.field().kind, Kind::Choice(options) if options.iter().any(|option| option.code == "yes"))
}

/// A property of an object, whatever stands behind it.
fn property(field: FieldId, object: &JsValue, name: &str) -> Result<JsValue, Problem> {
    Reflect::get(object, &name.into()).map_err(|_| Problem {
        field: Some(field),
        message: format!("{} could not be read: reading it failed.", quote(name)),
    })
}

/// Whether a value is an object that is no array, map or other thing of its own kind.
fn is_plain(value: &JsValue) -> bool {
    let tag = tag(value).ok().and_then(|tag| tag.as_string());
    value.is_object() && tag.is_some_and(|tag| tag == "[object Object]")
}

/// A text of at most so many UTF-16 units. A longer one is not even copied.
pub(super) fn short(value: &JsValue, most: u32) -> Option<String> {
    let text = value.dyn_ref::<JsString>()?;
    (text.length() <= most).then(|| String::from(text))
}

/// What to say of a text or link that is too long.
pub(super) fn too_long(what: &str, most: u32) -> String {
    let most = crate::quantity::group_digits(most.into());
    format!("This {what} is too long. Write at most {most} characters.")
}

/// The first keys of an object that no field has. A key of another kind than text is no name.
fn unknown_keys(object: &JsValue) -> Vec<String> {
    let keys = Reflect::own_keys(object).unwrap_or_default();
    let names = keys.iter().filter_map(|key| {
        let key = key.dyn_into::<JsString>().ok()?;
        Some(String::from(key.slice(0, LONGEST_TEXT)))
    });
    let unknown = names.filter(|name| FieldId::ALL.iter().all(|field| field.field().name != name));
    unknown.take(MOST_UNKNOWN).collect()
}

/// The first keys of a link that no field has.
fn unknown_in_link(link: &str) -> Vec<String> {
    let link = link.strip_prefix(['#', '?']).unwrap_or(link);
    let parts = link.split('&').filter(|part| !part.is_empty());
    let keys = parts.map(|part| {
        let part = part.strip_prefix("amp;").unwrap_or(part);
        part.split_once('=').map_or(part, |(key, _)| key)
    });
    let unknown = keys
        .filter(|key| *key != "x" && FieldId::ALL.iter().all(|field| field.field().key != *key));
    unknown.take(MOST_UNKNOWN).map(str::to_owned).collect()
}

/// What to say of unknown keys.
fn unknown(keys: &[String]) -> Option<Notice> {
    let names: Vec<_> = keys.iter().map(|key| quote(key)).collect();
    let (is, was) = if keys.len() == 1 {
        ("is", "was")
    } else {
        ("are", "were")
    };
    (!keys.is_empty()).then(|| Notice {
        code: "unknown_key",
        message: format!(
            "{} {is} not known to this calculator and {was} left out.",
            names.join(", ")
        ),
        fields: keys.to_vec(),
    })
}

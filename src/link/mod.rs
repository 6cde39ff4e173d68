//! A whole scenario in a link, and back.
//!
//! Written are only the fields that differ from the worked example, in the registry's order, as a
//! person would type them. Reading is tolerant: what can be read is kept, and every part that
//! could not is said.
//!
//! ```
//! use crossover::link::{decode, encode};
//!
//! let opened = decode("#v=2.5B&h=provisioned&colour=red");
//! assert_eq!(encode(&opened.scenario), "v=2.5B&h=provisioned");
//! assert_eq!(
//!     opened.problems[0].message,
//!     "“colour” is not known to this calculator and was left out."
//! );
//! ```

mod escape;

use crate::quantity::quote;
use crate::scenario::{FieldId, Problem, Scenario};

/// The version of defaults and model that links without `x` are made for.
const VERSION: &str = "1";

/// More parts than any link has: what follows is not read.
const MOST_PARTS: usize = 200;

/// A link as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// What could be read, the rest at its default.
    pub scenario: Scenario,
    /// What could not, in words.
    pub problems: Vec<Problem>,
    /// The id of the catalogue of prices that it was made with; empty, if it says none.
    pub catalogue: String,
}

/// The scenario as `key=value` pairs joined by `&`, without a leading `#`; empty for the default.
#[must_use]
pub fn encode(scenario: &Scenario) -> String {
    let default = Scenario::default();
    let mut link = String::new();
    for field in FieldId::ALL {
        let text = scenario.text(*field);
        if text != default.text(*field) {
            if !link.is_empty() {
                link.push('&');
            }
            link.push_str(field.field().key);
            link.push('=');
            escape::escape(&text, &mut link);
        }
    }
    link
}

/// The same, with the id of the catalogue of prices that the scenario is made with.
#[must_use]
pub fn pinned(scenario: &Scenario, catalogue: &str) -> String {
    format!("{}&cat={catalogue}", encode(scenario))
}

/// Whether a fragment or query holds a scenario at all: `#costs` is a place in the page.
#[must_use]
pub fn is_link(text: &str) -> bool {
    // By bytes: the library's search for characters is half a kilobyte to fetch.
    text.bytes().any(|one| one == b'=')
}

/// Reads a link, with or without its leading `#` or `?`. Never fails: see [`Decoded::problems`].
#[must_use]
pub fn decode(link: &str) -> Decoded {
    let mut read = read_as(link, Key::Link, default_instead);
    let unknown = unknown_keys(&read.unknown);
    let notes = read.notes.into_iter().chain(unknown);
    read.problems.extend(notes.map(whole));
    Decoded {
        scenario: read.scenario,
        problems: read.problems,
        catalogue: read.catalogue,
    }
}

/// How fields are named in `key=value` pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// By their short keys.
    Link,
    /// By their full names.
    Name,
}

/// Pairs as they were understood, with nothing done about what is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What could be read, the rest at its default.
    pub scenario: Scenario,
    /// Each field whose value could not be read.
    pub problems: Vec<Problem>,
    /// What there is to know of the link as a whole.
    pub notes: Vec<String>,
    /// The keys that no field has.
    pub unknown: Vec<String>,
    /// The id of a catalogue of prices; empty without one.
    pub catalogue: String,
}

/// Reads `key=value` pairs joined by `&`.
#[must_use]
pub fn read(pairs: &str, key: Key) -> Read {
    read_as(pairs, key, |problem, _| problem)
}

/// The same; `tell` puts a problem into words, given what stands in the field instead.
fn read_as(pairs: &str, key: Key, tell: fn(Problem, &str) -> Problem) -> Read {
    let pairs = pairs.strip_prefix(['#', '?']).unwrap_or(pairs);
    let mut read = Read {
        scenario: Scenario::default(),
        problems: Vec::new(),
        notes: Vec::new(),
        unknown: Vec::new(),
        catalogue: String::new(),
    };
    let mut seen = Vec::new();
    let mut parts = pairs.split('&').filter(|part| !part.is_empty());
    for part in parts.by_ref().take(MOST_PARTS) {
        // Some chat tools write the separator as the entity `&amp;`.
        let part = part.strip_prefix("amp;").unwrap_or(part);
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (escape::unescape(name), escape::unescape(value));
        if key == Key::Link && name == "x" {
            read.notes.extend(version(&value));
            continue;
        }
        if key == Key::Link && name == "cat" {
            read.catalogue = value;
            continue;
        }
        let is_named = |field: &&FieldId| match key {
            Key::Link => field.field().key == name,
            Key::Name => field.field().name == name,
        };
        let Some(field) = FieldId::ALL.iter().find(is_named).copied() else {
            read.unknown.push(name);
            continue;
        };
        if seen.contains(&field) {
            read.problems.push(twice(field, &value));
            continue;
        }
        seen.push(field);
        if let Err(problem) = read.scenario.set(field, &value) {
            let problem = tell(problem, &read.scenario.text(field));
            read.problems.push(problem);
        }
    }
    let unread = parts.count();
    if unread > 0 {
        let cut = format!("The link has {unread} more parts than are read and was cut there.");
        read.notes.push(cut);
    }
    read
}

fn whole(message: String) -> Problem {
    Problem {
        field: None,
        message,
    }
}

fn version(value: &str) -> Option<String> {
    (value != VERSION).then(|| {
        format!(
            "The link asks for version {} of the model; this calculator has version {VERSION} and used it.",
            quote(value)
        )
    })
}

fn twice(field: FieldId, value: &str) -> Problem {
    let label = field.field().label;
    let message = format!(
        "{label} stands in the link twice: the first was used, {} was left out.",
        quote(value)
    );
    Problem {
        field: Some(field),
        message,
    }
}

fn default_instead(mut problem: Problem, default: &str) -> Problem {
    let label = problem.field.map_or("", |field| field.field().label);
    let instead = if default.is_empty() {
        "It was left empty.".to_owned()
    } else {
        format!("The default, {default}, was used instead.")
    };
    problem.message = format!("{label}: {} {instead}", problem.message);
    problem
}

/// What to say of keys that no field has.
#[must_use]
pub fn unknown_keys(keys: &[String]) -> Option<String> {
    const NAMED: usize = 5;
    let (first, others) = keys.split_first()?;
    let mut message = quote(first);
    for key in others.iter().take(NAMED - 1) {
        message.push_str(", ");
        message.push_str(&quote(key));
    }
    let more = keys.len().saturating_sub(NAMED);
    if more > 0 {
        message.extend([" and ", &more.to_string(), " more"]);
    }
    message.push_str(if others.is_empty() {
        " is not known to this calculator and was left out."
    } else {
        " are not known to this calculator and were left out."
    });
    Some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(link: &str) -> Vec<String> {
        let problems = decode(link).problems.into_iter();
        problems.map(|problem| problem.message).collect()
    }

    #[test]
    fn the_default_needs_no_link() {
        assert_eq!(encode(&Scenario::default()), "");
        assert_eq!(decode("").scenario, Scenario::default());
        assert_eq!(decode("#").problems, []);
    }

    #[test]
    fn order_and_spelling_are_the_registrys() {
        let opened = decode("p0=60.50&h=PROVISIONED&s=0.035/0.14&v=2,500,000,000&t=2.5/12.5");
        assert_eq!(opened.problems, []);
        assert_eq!(
            encode(&opened.scenario),
            "v=2.5B&t=2.5/12.5&s=0.035/0.14&h=provisioned&p0=60.5"
        );
    }

    #[test]
    fn unknown_is_written_as_a_question_mark() {
        assert_eq!(encode(&decode("?ft=?&p6=%3F").scenario), "ft=?&p6=?");
    }

    #[test]
    fn text_survives_whatever_it_holds() {
        let mut scenario = Scenario::default();
        let name = "a&b=c #1 <script>\"é%/";
        scenario.set(FieldId::teacher_model, name).unwrap();
        let link = encode(&scenario);
        assert!(link.is_ascii() && !link.contains(['<', '"', ' ', '#']));
        assert_eq!(decode(&link).scenario, scenario);
    }

    #[test]
    fn what_can_be_read_is_kept_and_the_rest_is_said() {
        let opened = decode("#v=1,5&t=20&units=2&v=3M&n");
        assert_eq!(encode(&opened.scenario), "t=20");
        assert_eq!(
            messages("#v=1,5&t=20&units=2&v=3M&n"),
            [
                "Volume: “1,5” is not clear: a comma only groups thousands and a point is the decimal sign. Write 1.5. The default, 500M, was used instead.",
                "Volume stands in the link twice: the first was used, “3M” was left out.",
                "Horizon: Write a number here, for example 12. The default, 12, was used instead.",
                "“units” is not known to this calculator and was left out.",
            ]
        );
        assert_eq!(
            messages("x=2&a=1&b=2&d=4&e=5&f=6&j=7"),
            [
                "The link asks for version “2” of the model; this calculator has version 1 and used it.",
                "“a”, “b”, “d”, “e”, “f” and 1 more are not known to this calculator and were left out.",
            ]
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_said() {
        assert_eq!(decode("tm=a%C3").problems.len(), 1);
        assert_eq!(encode(&decode("tm=a%C3&n=3").scenario), "n=3");
    }

    #[test]
    fn a_mangled_separator_is_read() {
        assert_eq!(encode(&decode("v=1M&amp;n=3").scenario), "v=1M&n=3");
    }

    #[test]
    fn an_endless_link_is_cut() {
        let endless = "v=1M&".to_owned() + &"z=1&".repeat(25_000);
        let opened = decode(&endless);
        assert_eq!(encode(&opened.scenario), "v=1M");
        assert_eq!(opened.problems.len(), 2);
    }
}

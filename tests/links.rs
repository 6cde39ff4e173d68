//! Links, for ever: every link on the golden shelf (`tests/links/shelf.txt`) opens to the figures
//! that stand there, and is written as it says there.

use crossover::economics::{Absent, Amount, Crossing, Maybe, Payback, evaluate};
use crossover::link::{Key, decode, encode, is_link, read};
use crossover::quantity::Quantity;
use crossover::scenario::{FieldId, Scenario};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::{BTreeMap, HashSet};

const SHELF: &str = include_str!("links/shelf.txt");

/// What an entry may say, in order.
const NAMES: [&str; 9] = [
    "link",
    "why",
    "written",
    "left out",
    "verdict",
    "teacher",
    "student",
    "crossover",
    "payback",
];

type Entry = BTreeMap<&'static str, &'static str>;

/// The entries of the shelf, each a block of lines.
fn shelf() -> Vec<Entry> {
    let blocks = SHELF
        .split("\n\n")
        .filter(|block| !block.trim_start().starts_with('#'));
    let entries = blocks.map(|block| {
        let lines = block.lines().map(|line| {
            let name = NAMES.iter().find(|name| line.starts_with(*name));
            let name = *name.unwrap_or_else(|| panic!("{line:?} is no line of an entry"));
            (name, line[name.len()..].trim())
        });
        lines.collect::<Entry>()
    });
    entries.collect()
}

/// Money and months as a report prints them.
fn printed(value: Decimal) -> String {
    let rounded = value.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
    rounded.normalize().to_string()
}

fn ends(low: &str, high: &str) -> String {
    if low == high {
        low.to_owned()
    } else {
        format!("{low}..{high}")
    }
}

fn absent(why: Absent) -> String {
    match why {
        Absent::Unknown(field) => format!("? {}", field.field().key),
        Absent::Undefined => "not defined".to_owned(),
    }
}

fn amount<Q: Quantity>(amount: &Amount<Q>) -> String {
    let shown = |value: Q| printed(value.decimal());
    amount.as_ref().map_or_else(absent, |figure| {
        ends(&shown(figure.low()), &shown(figure.high()))
    })
}

fn reached<Q: Quantity>(low: Option<Q>, high: Option<Q>) -> String {
    let shown = |value: Option<Q>| value.map_or("never".to_owned(), |v| printed(v.decimal()));
    ends(&shown(low), &shown(high))
}

fn crossing(crossing: &Maybe<Crossing>) -> String {
    crossing
        .as_ref()
        .map_or_else(absent, |found| reached(found.low, found.high))
}

fn payback(payback: &Maybe<Payback>) -> String {
    payback
        .as_ref()
        .map_or_else(absent, |time| reached(time.low, time.high))
}

/// What the calculator makes of a link, in the words of the shelf.
fn opened(link: &str) -> Vec<(&'static str, String)> {
    let opened = decode(link);
    let mut all = vec![
        ("written", encode(&opened.scenario)),
        ("left out", opened.problems.len().to_string()),
    ];
    match evaluate(&opened.scenario) {
        Err(cause) => all.push(("verdict", cause.to_string())),
        Ok(report) => {
            let (student, crossover) = (&report.student, &report.crossover);
            let costs = [&student.month_1, &student.steady, &student.horizon];
            let crossings = [&crossover.month_1, &crossover.steady, &crossover.horizon];
            all.extend([
                ("verdict", report.verdict.code.code().to_owned()),
                ("teacher", amount(&report.teacher.steady)),
                ("student", costs.map(amount).join(", ")),
                ("crossover", crossings.map(crossing).join(", ")),
                ("payback", payback(&report.payback)),
            ]);
        }
    }
    all
}

/// Whether a figure is as it should be. Of several unknown fields, a report names one.
fn is_as_it_should(figure: &str, should: &str) -> bool {
    let one_of = |found: &str, should: &str| match should.strip_prefix("? ") {
        None => found == should,
        Some(keys) => keys.split(' ').any(|key| found == format!("? {key}")),
    };
    let (found, should): (Vec<_>, Vec<_>) =
        (figure.split(", ").collect(), should.split(", ").collect());
    found.len() == should.len()
        && found
            .iter()
            .zip(should)
            .all(|(found, should)| one_of(found, should))
}

#[test]
fn every_link_on_the_shelf_opens_to_its_figures() {
    let mut moved = Vec::new();
    for entry in shelf() {
        let link = entry["link"];
        for (name, figure) in opened(link) {
            let should = match name {
                "written" => entry
                    .get(name)
                    .copied()
                    .unwrap_or(link.trim_start_matches(['#', '?'])),
                "left out" => entry.get(name).copied().unwrap_or("0"),
                name => entry.get(name).copied().unwrap_or_default(),
            };
            if !is_as_it_should(&figure, should) {
                moved.push(format!("{link}\n    {name} was {should} and is {figure}"));
            }
        }
    }
    assert!(
        moved.is_empty(),
        "{} figures moved:\n{}",
        moved.len(),
        moved.join("\n")
    );
}

#[test]
fn a_written_link_opens_to_what_it_was_written_for() {
    for entry in shelf() {
        let first = decode(entry["link"]).scenario;
        let written = encode(&first);
        for spelled in [
            written.clone(),
            format!("#{written}"),
            format!("?{written}"),
        ] {
            let again = decode(&spelled);
            assert_eq!(
                (again.scenario, again.problems),
                (first.clone(), vec![]),
                "{spelled}"
            );
        }
    }
}

#[test]
fn the_shelf_is_whole() {
    let shelf = shelf();
    assert!(shelf.len() >= 60, "entries are added and not taken away");
    let mut links = HashSet::new();
    for entry in &shelf {
        assert!(
            links.insert(entry["link"]),
            "{} stands there twice",
            entry["link"]
        );
        for name in NAMES
            .iter()
            .filter(|name| !["written", "left out"].contains(*name))
        {
            assert!(entry.contains_key(name), "{} has no {name}", entry["link"]);
        }
    }
    for id in FieldId::ALL {
        let key = format!("{}=", id.field().key);
        let parts = links
            .iter()
            .flat_map(|link| link.trim_start_matches(['#', '?']).split('&'));
        let with_key = parts
            .filter(|part| part.trim_start_matches("amp;").starts_with(&key))
            .count();
        assert!(with_key > 0, "no link on the shelf has the key {key}");
    }
}

#[test]
fn a_place_in_the_page_is_no_link() {
    assert!(is_link("v=1") && !is_link("costs") && !is_link(""));
}

/// `x` says which version of the model a link was made for, and nothing else does.
#[test]
fn another_version_is_said() {
    let problems = |link| {
        decode(link)
            .problems
            .into_iter()
            .map(|problem| problem.message)
    };
    assert_eq!(problems("x=1").next(), None);
    let words =
        "The link asks for version “7” of the model; this calculator has version 1 and used it.";
    assert!(problems("x=7").eq([words]));
    assert_eq!(read("x=1", Key::Name).unknown, ["x"]);
}

/// Only what differs is written: a default that is typed again is still the default.
#[test]
fn the_defaults_typed_again_need_no_link() {
    let example = Scenario::default();
    let all = FieldId::ALL
        .iter()
        .map(|id| format!("{}={}", id.field().key, example.text(*id)));
    for link in all.clone().chain([all.collect::<Vec<_>>().join("&")]) {
        let opened = decode(&link);
        assert_eq!(
            (encode(&opened.scenario), opened.problems),
            (String::new(), vec![]),
            "{link}"
        );
    }
}

/// What a link holds is said back in quotation marks, cut short, and with nothing in it that cannot
/// be seen or turns the text around it.
#[test]
fn a_hostile_link_says_what_it_is_and_nothing_more() {
    for link in [
        "#v=<script>alert(1)</script>&tm=<img src=x onerror=alert(1)>",
        "#v=javascript:alert(1)&h=%3Cb%3E",
        "#tm=a%00b&sm=%E2%80%AEevil&v=1%00",
        "#%00=1&%E2%80%AE=2&<b>=3",
        &format!("#v={}&{}", "9".repeat(50_000), "%41".repeat(20_000)),
        &"#&".repeat(50_000),
        &"v=1&".repeat(25_000),
        "#=&==&=v&v",
        "#v=%&t=%2&s=%zz&n=%E2%82",
    ] {
        let opened = decode(link);
        assert!(evaluate(&opened.scenario).is_ok());
        for problem in &opened.problems {
            let message = &problem.message;
            assert!(message.chars().count() < 400, "{message}");
            let unseen = |c: char| {
                c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            };
            assert!(!message.contains(unseen), "{message:?}");
        }
        let written = encode(&opened.scenario);
        assert!(
            written.is_ascii() && !written.contains(['<', '>', '"', '\'']),
            "{written}"
        );
    }
}

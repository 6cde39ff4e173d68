//! The catalogue: every price leads to its source, and every pair opens to the figures that its prices
//! lead to, worked out here in fractions and without the engine.

use crossover::catalogue::{Catalogue, Date, Kind, Listing, Model, Pair, Price, Start};
use crossover::economics::evaluate;
use crossover::export;
use crossover::scenario::{FieldId, Scenario};
use fraction::{Fraction, whole};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A pair as it opens, over the worked example.
fn opened(pair: &Pair) -> Scenario {
    let mut scenario = Scenario::default();
    for field in FieldId::ALL {
        if let Some(text) = pair.text(*field) {
            scenario.set(*field, &text).unwrap();
        }
    }
    scenario
}

fn report(scenario: &Scenario) -> Value {
    let report = evaluate(scenario).unwrap();
    serde_json::from_str(&export::report(&report, &[])).unwrap()
}

/// What something costs in a pair's region, as the catalogue says.
fn price(model: &Model, kind: Kind, region: &str) -> Option<Fraction> {
    let price = model.price(kind, region, None)?;
    Some(Fraction::of(price.amount.parse().unwrap()))
}

/// Three tokens of input to one of output.
fn blended(model: &Model, kinds: [Kind; 2], region: &str) -> Option<Fraction> {
    let [input, output] = kinds.map(|kind| price(model, kind, region));
    Some((input? * whole(3) + output?) / whole(4))
}

const BASE: [Kind; 2] = [Kind::Input, Kind::Output];
const CUSTOM: [Kind; 2] = [Kind::CustomInput, Kind::CustomOutput];
const TERMS: [(&str, Kind); 3] = [
    ("none", Kind::HourlyNone),
    ("1mo", Kind::Hourly1mo),
    ("6mo", Kind::Hourly6mo),
];

/// A figure without ranges: the value, or null where it is not known.
fn one(figure: &Value) -> Value {
    if figure.is_null() {
        return Value::Null;
    }
    assert_eq!(figure["low"], figure["high"]);
    figure["low"].clone()
}

fn printed(value: Option<&Fraction>) -> Value {
    value.map_or(Value::Null, |value| json!(value.printed()))
}

/// The whole volume from which a gain of dollars a million tokens pays what is fixed.
fn crossing(fixed: Option<Fraction>, gain: &Fraction) -> Value {
    let Some(fixed) = fixed else {
        return Value::Null;
    };
    let volume = (fixed * whole(1_000_000) / gain).ceil();
    json!(volume.to_string())
}

#[test]
fn every_pair_opens_to_what_its_prices_say() {
    let catalogue = Catalogue::get();
    assert_eq!(catalogue.pairs.len(), 15);
    for pair in &catalogue.pairs {
        let label = pair.label();
        let (teacher, student) = (pair.teacher_model().unwrap(), pair.student_model().unwrap());
        let teacher_rate = blended(teacher, BASE, pair.region).unwrap();
        let storage = price(student, Kind::Storage, pair.region);
        let mut scenario = opened(pair);
        assert_eq!(Pair::of(&scenario), Some(pair));
        for field in FieldId::ALL {
            assert!(
                !pair.listed(None).is_edited(*field, &scenario.text(*field)),
                "{label}: {field:?}"
            );
        }
        if pair.on_demand {
            let rate = blended(student, CUSTOM, pair.region).unwrap();
            let report = report(&scenario);
            assert_eq!(
                one(&report["student"]["rate"]),
                printed(Some(&rate)),
                "{label}"
            );
            let gain = &teacher_rate - &rate;
            let found = one(&report["crossover"]["steady"]);
            assert_eq!(found, crossing(storage.clone(), &gain), "{label}");
        }
        scenario.set(FieldId::hosting, "provisioned").unwrap();
        for (term, kind) in TERMS {
            scenario.set(FieldId::term, term).unwrap();
            let hours = price(student, kind, pair.region).map(|hour| hour * whole(730));
            assert_eq!(hours.is_some(), pair.provisioned, "{label}, {term}");
            let fixed = hours
                .zip(storage.clone())
                .map(|(hours, stored)| hours + stored);
            let report = report(&scenario);
            assert_eq!(
                one(&report["student"]["steady"]),
                printed(fixed.as_ref()),
                "{label}, {term}"
            );
            let found = one(&report["crossover"]["steady"]);
            assert_eq!(found, crossing(fixed, &teacher_rate), "{label}, {term}");
        }
    }
}

#[test]
fn premier_to_micro_is_known() {
    let pair = Catalogue::get().pair("nova-premier", "nova-micro").unwrap();
    assert_eq!(pair.label(), "Nova Premier → Nova Micro, us-east-1");
    let mut scenario = opened(pair);
    let on_demand = report(&scenario);
    assert_eq!(on_demand["student"]["rate"]["low"], "0.06125");
    assert_eq!(on_demand["crossover"]["steady"]["low"], "394837");
    scenario.set(FieldId::hosting, "provisioned").unwrap();
    scenario.set(FieldId::term, "6mo").unwrap();
    let provisioned = report(&scenario);
    assert_eq!(provisioned["student"]["steady"]["low"], "22084.45");
    assert_eq!(provisioned["crossover"]["steady"]["low"], "4416890000");
}

/// Nothing is left over from one pair when another is chosen, and nothing is guessed.
#[test]
fn what_nobody_publishes_is_unknown() {
    let catalogue = Catalogue::get();
    let mut scenario = opened(catalogue.pair("nova-premier", "nova-micro").unwrap());
    let llama = catalogue.pair("llama-3-1-405b", "llama-3-3-70b").unwrap();
    for field in FieldId::ALL {
        if let Some(text) = llama.text(*field) {
            scenario.set(*field, &text).unwrap();
        }
    }
    assert_eq!(scenario, opened(llama));
    for field in [
        FieldId::training_rate,
        FieldId::storage,
        FieldId::hourly_none,
        FieldId::hourly_1mo,
        FieldId::hourly_6mo,
        FieldId::cache_read,
    ] {
        assert_eq!(scenario.text(field), "?", "{field:?}");
        assert_eq!(llama.prices(field), Vec::<&Price>::new(), "{field:?}");
    }
    assert_eq!(scenario.text(FieldId::teacher_rate), "2.4/2.4");
    assert_eq!(scenario.text(FieldId::hosting), "on_demand");
}

#[test]
fn every_number_leads_to_its_source() {
    let catalogue = Catalogue::get();
    let mut used = BTreeSet::new();
    for model in &catalogue.models {
        assert!(!model.prices.is_empty(), "{}", model.id);
        for price in &model.prices {
            let amount: Fraction = Fraction::of(price.amount.parse().unwrap());
            assert!(amount.sign() > 0, "{}: {price:?}", model.id);
            assert!(Date::read(price.from).is_some(), "{}: {price:?}", model.id);
            assert!(!price.region.is_empty() && !price.routing.is_empty());
            assert!(["high", "medium", "low"].contains(&price.confidence));
            assert!(!price.sources.is_empty());
            used.extend(price.sources.iter().copied());
        }
    }
    for pair in &catalogue.pairs {
        assert!(!pair.sources.is_empty(), "{}", pair.label());
        used.extend(pair.sources.iter().copied());
    }
    for code in used {
        let source = catalogue
            .source(code)
            .unwrap_or_else(|| panic!("{code} is no source"));
        assert!(
            !source.what.is_empty() && !source.address.is_empty(),
            "{code}"
        );
        assert!(Date::read(source.date).is_some(), "{code}: {}", source.date);
        assert!(Date::read(source.read).is_some(), "{code}: {}", source.read);
    }
}

/// Every line of the text is read: as many records as there are lines.
#[test]
fn no_line_is_lost() {
    let pairs = include_str!("../src/catalogue/pairs.txt").lines();
    let others = include_str!("../src/catalogue/others.txt").lines();
    let lines = pairs.chain(others).count();
    let catalogue = Catalogue::get();
    let prices: usize = catalogue
        .models
        .iter()
        .map(|model| model.prices.len())
        .sum();
    let read =
        1 + catalogue.sources.len() + catalogue.models.len() + prices + catalogue.pairs.len();
    assert_eq!(read, lines);
}

#[test]
fn pairs_are_found_by_their_words() {
    let found = |text: &str| -> Vec<_> {
        let all = Start::all().filter(|start| start.has(text));
        all.map(Start::label).collect()
    };
    assert_eq!(found("").len(), 16);
    assert_eq!(found(" example").len(), 1);
    assert_eq!(
        found("premier MICRO"),
        ["Nova Premier → Nova Micro, us-east-1"]
    );
    assert_eq!(found("405b 8b").len(), 1);
    assert_eq!(found("nova west"), [""; 0]);
}

#[test]
fn the_catalogue_is_json() {
    let json: Value = serde_json::from_str(&export::catalogue()).unwrap();
    let catalogue = Catalogue::get();
    assert_eq!(json["id"], catalogue.id);
    let micro = json["models"].as_array().unwrap().iter();
    let micro = micro
        .clone()
        .find(|model| model["id"] == "nova-micro")
        .unwrap();
    let input = &micro["prices"][0];
    assert_eq!(
        (&input["kind"], &input["amount"]),
        (&json!("input"), &json!("0.035"))
    );
    assert_eq!(input["to"], Value::Null);
    assert_eq!(json["pairs"].as_array().map(Vec::len), Some(15));
}

#[test]
fn a_pair_in_json_is_its_preset_and_says_where_its_prices_are_from() {
    let json: Value = serde_json::from_str(&export::catalogue()).unwrap();
    let written = json["pairs"].as_array().unwrap();
    for (written, pair) in written.iter().zip(&Catalogue::get().pairs) {
        let label = pair.label();
        assert_eq!(written["label"], label);
        let preset = written["preset"].as_object().unwrap();
        let published = written["published"].as_object().unwrap();
        for field in FieldId::ALL {
            let name = field.field().name;
            let text = preset.get(name).and_then(Value::as_str);
            assert_eq!(text, pair.text(*field).as_deref(), "{label}: {name}");
            let prices = pair.prices(*field);
            let is_known = !prices.is_empty() && text != Some("?");
            assert_eq!(published.contains_key(name), is_known, "{label}: {name}");
            for price in prices.iter().filter(|_| is_known) {
                let sources = published[name]["sources"].as_array().unwrap();
                let has = |code: &&str| sources.contains(&json!(code));
                assert!(price.sources.iter().all(has), "{label}: {name}");
                let from = published[name]["from"].as_str().unwrap();
                assert!(price.from <= from, "{label}: {name}");
            }
        }
    }
    let micro = &written[0];
    assert_eq!(micro["preset"]["teacher_rate"], "2.50/12.50");
    let from = |name: &str, date: &str, sources: &[&str]| {
        let expected = json!({ "from": date, "sources": sources });
        assert_eq!(micro["published"][name], expected, "{name}");
    };
    from("teacher_rate", "2025-10-21", &["P1", "P2", "P3"]);
    from("student_rate", "2025-10-21", &["P1", "P2"]);
    from("storage", "2025-10-21", &["P1"]);
}

#[test]
fn a_price_holds_from_its_day_until_the_next() {
    let price = |from, to| Price {
        from,
        to,
        ..Catalogue::get().models[0].prices[0].clone()
    };
    let day = |text| Date::read(text);
    let former = price("2025-12-01", Some("2026-03-01"));
    assert!(!former.holds(None) && !former.holds(day("2025-11-30")));
    assert!(former.holds(day("2025-12-01")) && former.holds(day("2026-02-28")));
    assert!(!former.holds(day("2026-03-01")));
    let present = price("2026-03-01", None);
    assert!(present.holds(None) && present.holds(day("2026-03-01")));
    assert!(!present.holds(day("2026-02-28")));
}

/// On the day of its own catalogue a pair is listed as it is today; before any price was known, without one.
#[test]
fn a_pair_is_listed_as_it_was_on_a_day() {
    let catalogue = Catalogue::get();
    let (present, before) = (Catalogue::day(catalogue.id), Date::read("2020-01-01"));
    assert!(present.is_some());
    for pair in &catalogue.pairs {
        let scenario = opened(pair);
        assert_eq!(
            pair.listed(present).changes(&|field| scenario.text(field)),
            []
        );
        for field in Listing::PRICES {
            assert_eq!(pair.listed(present).text(field), pair.text(field));
            assert_eq!(pair.listed(before).text(field).as_deref(), Some("?"));
        }
    }
    // Either form of a rate says the same.
    let llama = catalogue.pair("llama-3-1-405b", "llama-3-1-8b").unwrap();
    for (text, edited) in [
        ("2.4", false),
        ("2.4/2.4", false),
        ("2.4/2.5", true),
        ("x", true),
    ] {
        let listing = llama.listed(None);
        assert_eq!(
            listing.is_edited(FieldId::teacher_rate, text),
            edited,
            "{text}"
        );
    }
    let mut then = opened(&catalogue.pairs[0]);
    then.set(FieldId::storage, "?").unwrap();
    let changes = catalogue.pairs[0]
        .listed(before)
        .changes(&|field| then.text(field));
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(
        (changes[0].field, changes[0].now.as_str()),
        (FieldId::storage, "1.95")
    );
}

#[test]
fn an_id_has_a_day_and_a_hash() {
    assert_eq!(
        Catalogue::day("2026-08-20-0123abcd"),
        Date::read("2026-08-20")
    );
    for id in [
        "",
        "2026-08-20",
        "2026-08-0123abcd",
        "2026-08-20-0123abc",
        "2026-08-20-0123abcg",
        "2026-13-20-0123abcd",
    ] {
        assert_eq!(Catalogue::day(id), None, "{id}");
    }
}

//! Lists made up for tests, in `tests/prices/`, against a catalogue made up for them.

mod usage;

use super::compare::{Findings, compare};
use super::list::List;
use super::{edit, sourced, told};
use crate::prices::check;
use crate::prices::schema::Book;
use anyhow::Result;

const REGULAR: &str = include_str!("../../../../tests/prices/regular.json");
const SAME: &str = include_str!("../../../../tests/prices/same.json");
const MARKETPLACE: &str = include_str!("../../../../tests/prices/marketplace.json");
const BROKEN: &str = include_str!("../../../../tests/prices/broken.json");

const SOURCES: &str = r#"# Kept.
[[source]]
code = "A"
what = "made up for this test"
address = "nowhere"
date = "2026-08"
read = "2026-11-24"
"#;

const MODELS: &str = r#"provider = "Maker"

# A comment that stays.
[[model]]
id = "tiny"
name = "Tiny"
usage = ["TinyModel"]
prices = [
  { kind = "input", amount = "0.035", unit = "1M tokens", regions = ["us-east-1", "us-west-2"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  # This one, too.
  { kind = "output", amount = "0.14", unit = "1M tokens", regions = ["us-east-1", "us-west-2"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]

[[model]]
id = "tiny-global"
name = "Tiny (global)"
usage = ["TinyModel"]
prices = [
  { kind = "input", amount = "0.03", unit = "1M tokens", regions = ["global"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]

[[model]]
id = "sold"
name = "Sold"
usage = ["Maker 5"]
prices = [
  { kind = "input", amount = "3.00", unit = "1M tokens", regions = ["us-east-1", "us-west-2"], routing = ["geographic", "global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "output", amount = "15.00", unit = "1M tokens", regions = ["us-east-1"], routing = ["geographic"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]
"#;

fn book(models: &str, sources: &str) -> Book {
    let files = [("maker.toml", models), ("sources.toml", sources)];
    Book::of(&files.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

/// What the lists say, and the files after it was added.
fn imported(texts: &[&str]) -> Result<(String, String, String)> {
    let book = book(MODELS, SOURCES);
    assert_eq!(book.unread, [""; 0]);
    let lists: Result<Vec<List>> = texts.iter().map(|text| List::read(text)).collect();
    let lists = lists?;
    let findings = compare(&book, &lists);
    let changes = &findings.changes;
    let models = edit::edited(MODELS, &book.providers[0].models, changes)?;
    let sources = sourced(&book, SOURCES.to_owned(), &lists, changes);
    Ok((told(&book, &findings), models, sources))
}

#[test]
fn a_list_that_says_the_same_changes_nothing() -> Result<()> {
    let (told, models, sources) = imported(&[SAME])?;
    assert_eq!(told, "0 changed, 0 new, 2 unchanged, 0 not taken");
    assert_eq!((models.as_str(), sources.as_str()), (MODELS, SOURCES));
    Ok(())
}

#[test]
fn what_differs_is_told_and_what_is_not_known_is_listed() -> Result<()> {
    let (told, ..) = imported(&[REGULAR])?;
    let expected = "\
~ tiny, input, us-east-1, in-region: 0.035 → 0.03 from 2026-11-20
+ tiny, cache_read, us-east-1, in-region: 0.008 from 2026-11-20
+ tiny, batch_input, us-east-1, in-region: 0.015 from 2026-11-20
+ tiny, training, us-east-1, in-region: 1.00 from 2026-11-20
+ tiny, storage, us-east-1, in-region: 1.95 from 2026-11-20
+ tiny, hourly_none, us-east-1, in-region: 60.50 from 2026-11-20
+ tiny, hourly_1mo, us-east-1, in-region: 55.00 from 2026-11-20
+ tiny, hourly_6mo, us-east-1, in-region: 30.25 from 2026-11-20
+ tiny, custom_input, us-east-1, in-region: 0.03 from 2026-11-20
~ tiny-global, input, global, global: 0.03 → 0.025 from 2026-11-20
? USE1-OtherModel-input-tokens: no model in prices/ is known as `other-model`
? USE1-TinyModel-Guardrail-Units: it does not say what is paid for
? USE1-TinyModel-input-tokens-flex: prices for `flex` are not kept
? USE1-TinyModel-input-tokens-priority: prices for `priority` are not kept
? USE1-TinyModel-output-tokens-batch: \"dozen\" is no unit of batch_output
2 changed, 8 new, 1 unchanged, 5 not taken";
    assert_eq!(told, expected);
    Ok(())
}

#[test]
fn a_change_closes_the_former_price_and_keeps_the_rest() -> Result<()> {
    let (_, models, sources) = imported(&[REGULAR])?;
    let line = |amount: &str, region: &str, from: &str, to: &str, source: &str| {
        format!(
            "  {{ kind = \"input\", amount = \"{amount}\", unit = \"1M tokens\", \
             regions = [{region}], routing = [\"in-region\"], from = \"{from}\", {to}\
             sources = [\"{source}\"], confidence = \"high\" }},\n"
        )
    };
    let list = "AmazonBedrock-2026-11-20";
    let both = "\"us-east-1\", \"us-west-2\"";
    let to = "to = \"2026-11-20\", ";
    let lines = line("0.035", both, "2026-08-20", to, "A")
        + &line("0.03", "\"us-east-1\"", "2026-11-20", "", list)
        + &line("0.035", "\"us-west-2\"", "2026-11-20", "", "A")
        + "  # This one, too.\n  { kind = \"output\"";
    assert!(models.contains(&lines), "{models}");
    assert!(models.starts_with("provider = \"Maker\"\n\n# A comment that stays.\n"));
    assert!(sources.starts_with(SOURCES), "{sources}");
    assert!(
        sources.contains("code = \"AmazonBedrock-2026-11-20\""),
        "{sources}"
    );
    assert!(
        sources.contains("/AmazonBedrock/current/index.json"),
        "{sources}"
    );
    assert!(sources.contains("date = \"2026-11-20\""), "{sources}");
    assert_eq!(check::problems(&book(&models, &sources)), [""; 0]);
    Ok(())
}

#[test]
fn what_was_added_is_known_the_next_time() -> Result<()> {
    let (_, models, sources) = imported(&[REGULAR, MARKETPLACE])?;
    let lists = [List::read(REGULAR)?, List::read(MARKETPLACE)?];
    let findings = compare(&book(&models, &sources), &lists);
    assert!(findings.changes.is_empty(), "{:?}", findings.changes);
    assert_eq!(findings.unchanged, 17);
    Ok(())
}

#[test]
fn models_of_the_marketplace_are_known_by_their_product() -> Result<()> {
    let (told, models, sources) = imported(&[MARKETPLACE])?;
    for line in [
        "~ sold, input, us-east-1, geographic: 3.00 → 3.30 from 2026-11-21\n",
        "~ sold, output, us-east-1, geographic: 15.00 → 20.00 from 2026-11-21\n",
        "+ sold, cache_read, us-east-1, geographic: 0.33 from 2026-11-21\n",
        "+ sold, cache_write_1h, global, global: 6.00 from 2026-11-21\n",
        "+ sold, hourly_none, us-east-1, in-region: 88.00 from 2026-11-21\n",
        "? USE1-MP:USE1_OutputTokenCount_LCtx-Units: prices for `lctx` are not kept\n",
        "2 changed, 3 new, 1 unchanged, 1 not taken",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
    let problems = check::problems(&book(&models, &sources));
    assert_eq!(problems, [""; 0]);
    // One way changed in one of two regions: the rest goes on as it was.
    for rest in [
        "regions = [\"us-west-2\"], routing = [\"geographic\"]",
        "regions = [\"us-east-1\", \"us-west-2\"], routing = [\"global\"]",
    ] {
        assert!(models.contains(rest), "{rest} in {models}");
    }
    Ok(())
}

#[test]
fn the_newer_of_two_lists_holds_and_an_older_one_changes_nothing() -> Result<()> {
    let newer = REGULAR.replace("2026-11-20T", "2026-11-22T");
    let (told, ..) = imported(&[REGULAR, &newer])?;
    assert!(told.contains("0.035 → 0.03 from 2026-11-22"), "{told}");
    let older = REGULAR.replace("2026-11-20T", "2026-08-20T");
    let (told, ..) = imported(&[&older])?;
    assert!(
        told.contains("? tiny input: 0.03 is older than 0.035 from 2026-08-20"),
        "{told}"
    );
    assert!(told.contains("0 changed, 8 new"), "{told}");
    Ok(())
}

#[test]
fn two_prices_for_one_thing_are_told() -> Result<()> {
    let twice = SAME.replace("TinyModel-output", "TinyModel-input");
    let (told, ..) = imported(&[&twice])?;
    assert!(
        told.contains("the list has two prices, 0.035 and 0.14"),
        "{told}"
    );
    Ok(())
}

#[test]
fn a_file_that_is_no_list_says_what_it_lacks() {
    let error = |text: &str| {
        List::read(text).map_or_else(|error| format!("{error:#}"), |list| format!("{list:?}"))
    };
    assert_eq!(
        error(BROKEN),
        "it is no price list of AWS: it has no `terms.OnDemand`"
    );
    assert_eq!(
        error("{}"),
        "it is no price list of AWS: it has no `publicationDate`"
    );
    assert!(
        error("{").starts_with("it is no JSON: EOF"),
        "{}",
        error("{")
    );
    let date = SAME.replace("2026-11-20T10", "2026-11-31T10");
    assert!(error(&date).contains("\"2026-11-31T10:00:00Z\", which is no date"));
    let price = SAME.replace("0.0000350000", "cheap");
    assert_eq!(error(&price), "MADEUP00 has no price in USD");
}

#[test]
fn nothing_found_is_told_as_nothing() {
    let told = told(&Book::default(), &Findings::default());
    assert_eq!(told, "0 changed, 0 new, 0 unchanged, 0 not taken");
}

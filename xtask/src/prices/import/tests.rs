//! Lists made up for tests, in `tests/prices/`, against a catalogue made up for them.

use super::compare::{Findings, compare};
use super::list::{Item, List};
use super::{edit, sourced, told, usage};
use crate::prices::check;
use crate::prices::schema::{Book, Kind, Routing};
use rust_decimal::Decimal;

const REGULAR: &str = include_str!("../../../tests/prices/regular.json");
const SAME: &str = include_str!("../../../tests/prices/same.json");
const MARKETPLACE: &str = include_str!("../../../tests/prices/marketplace.json");
const BROKEN: &str = include_str!("../../../tests/prices/broken.json");

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
fn imported(texts: &[&str]) -> (String, String, String) {
    let book = book(MODELS, SOURCES);
    assert_eq!(book.unread, [""; 0]);
    let lists: Vec<List> = texts.iter().map(|text| List::read(text).unwrap()).collect();
    let findings = compare(&book, &lists);
    let changes = &findings.changes;
    let models = edit::edited(MODELS, &book.providers[0].models, changes).unwrap();
    let sources = sourced(&book, SOURCES.to_owned(), &lists, changes);
    (told(&book, &findings), models, sources)
}

fn item(usage: &str, unit: &str) -> Item {
    Item {
        usage: usage.to_owned(),
        unit: unit.to_owned(),
        product: "Maker 5".to_owned(),
        amount: Decimal::ONE,
        ..Item::default()
    }
}

#[test]
fn a_list_that_says_the_same_changes_nothing() {
    let (told, models, sources) = imported(&[SAME]);
    assert_eq!(told, "0 changed, 0 new, 2 unchanged, 0 not taken");
    assert_eq!((models.as_str(), sources.as_str()), (MODELS, SOURCES));
}

#[test]
fn what_differs_is_told_and_what_is_not_known_is_listed() {
    let (told, ..) = imported(&[REGULAR]);
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
}

#[test]
fn a_change_closes_the_former_price_and_keeps_the_rest() {
    let (_, models, sources) = imported(&[REGULAR]);
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
}

#[test]
fn what_was_added_is_known_the_next_time() {
    let (_, models, sources) = imported(&[REGULAR, MARKETPLACE]);
    let lists = [REGULAR, MARKETPLACE].map(|text| List::read(text).unwrap());
    let findings = compare(&book(&models, &sources), &lists);
    assert!(findings.changes.is_empty(), "{:?}", findings.changes);
    assert_eq!(findings.unchanged, 17);
}

#[test]
fn models_of_the_marketplace_are_known_by_their_product() {
    let (told, models, sources) = imported(&[MARKETPLACE]);
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
}

#[test]
fn the_newer_of_two_lists_holds_and_an_older_one_changes_nothing() {
    let newer = REGULAR.replace("2026-11-20T", "2026-11-22T");
    let (told, ..) = imported(&[REGULAR, &newer]);
    assert!(told.contains("0.035 → 0.03 from 2026-11-22"), "{told}");
    let older = REGULAR.replace("2026-11-20T", "2026-08-20T");
    let (told, ..) = imported(&[&older]);
    assert!(
        told.contains("? tiny input: 0.03 is older than 0.035 from 2026-08-20"),
        "{told}"
    );
    assert!(told.contains("0 changed, 8 new"), "{told}");
}

#[test]
fn two_prices_for_one_thing_are_told() {
    let twice = SAME.replace("TinyModel-output", "TinyModel-input");
    let (told, ..) = imported(&[&twice]);
    assert!(
        told.contains("the list has two prices, 0.035 and 0.14"),
        "{told}"
    );
}

#[test]
fn a_file_that_is_no_list_says_what_it_lacks() {
    let error = |text: &str| format!("{:#}", List::read(text).unwrap_err());
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
fn usage_types_are_understood() {
    let regional = [Routing::InRegion, Routing::Geographic].as_slice();
    let (geographic, global) = (
        [Routing::Geographic].as_slice(),
        [Routing::Global].as_slice(),
    );
    for (text, unit, name, kind, routing, amount) in [
        (
            "USE1-NovaMicro-input-tokens",
            "1K tokens",
            "nova-micro",
            Kind::Input,
            regional,
            1000,
        ),
        (
            "USE1-NovaMicro-InputTokenCount",
            "1M tokens",
            "nova-micro",
            Kind::Input,
            regional,
            1,
        ),
        (
            "USE1-NovaLite-cache-read-input-token-count",
            "1K tokens",
            "nova-lite",
            Kind::CacheRead,
            regional,
            1000,
        ),
        (
            "USE1-NovaLite-cache-write-input-token-count",
            "1K tokens",
            "nova-lite",
            Kind::CacheWrite5m,
            regional,
            1000,
        ),
        (
            "USE1-NovaLite-cache-read-input-token-count-custom-model",
            "1K tokens",
            "nova-lite",
            Kind::CustomCacheRead,
            regional,
            1000,
        ),
        (
            "USE1-NovaLite-output-tokens-custom-model",
            "1K tokens",
            "nova-lite",
            Kind::CustomOutput,
            regional,
            1000,
        ),
        (
            "USE1-NovaLite-output-tokens-batch",
            "1K tokens",
            "nova-lite",
            Kind::BatchOutput,
            regional,
            1000,
        ),
        (
            "USE1-Nova2.0Lite-input-tokens-cross-region-global",
            "1K tokens",
            "nova2.0lite",
            Kind::Input,
            global,
            1000,
        ),
        (
            "USW2-Llama3-3-70B-Customization-Training",
            "1K tokens",
            "llama3-3-70b",
            Kind::Training,
            regional,
            1000,
        ),
        (
            "USE1-NovaPro-ProvisionedThroughput-6months-ModelUnits",
            "hour",
            "nova-pro",
            Kind::Hourly6mo,
            regional,
            1,
        ),
        (
            "USE1-anthropic.claude-opus-5-output-tokens",
            "1K tokens",
            "anthropic.claude-opus-5",
            Kind::Output,
            regional,
            1000,
        ),
        (
            "USE1-MP:USE1_InputTokenCount-Units",
            "Units",
            "maker-5",
            Kind::Input,
            regional,
            1,
        ),
        (
            "USE1-MP:USE1_InputTokenCount_Batch-Units",
            "",
            "maker-5",
            Kind::BatchInput,
            regional,
            1,
        ),
        (
            "USE1-MP:USE1_output_tokens_global_standard-Units",
            "Units",
            "maker-5",
            Kind::Output,
            global,
            1,
        ),
        (
            "USE1-MP:USE1_input_tokens_geo_standard-Units",
            "Units",
            "maker-5",
            Kind::Input,
            geographic,
            1,
        ),
        (
            "USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units",
            "Units",
            "maker-5",
            Kind::CacheWrite1h,
            global,
            1,
        ),
        (
            "USE1-NovaMicro-input-tokens",
            "",
            "nova-micro",
            Kind::Input,
            regional,
            1000,
        ),
    ] {
        let meaning = usage::read(&item(text, unit)).unwrap_or_else(|why| panic!("{text}: {why}"));
        let found = (
            meaning.name.as_str(),
            meaning.kind,
            meaning.routing,
            meaning.amount,
        );
        assert_eq!(
            found,
            (name, kind, routing, Decimal::from(amount)),
            "{text}"
        );
    }
}

#[test]
fn the_region_is_that_of_the_prefix_where_the_list_does_not_say_it() {
    let read = |text| usage::read(&item(text, "1K tokens"));
    assert_eq!(
        read("APS3-NovaLite-input-tokens").unwrap().region,
        "ap-south-1"
    );
    assert_eq!(
        read("EU-NovaLite-input-tokens").unwrap().region,
        "eu-west-1"
    );
    assert_eq!(
        read("NovaLite-input-tokens").unwrap_err(),
        "it does not say which region"
    );
}

#[test]
fn what_is_not_understood_to_the_last_word_is_not_taken() {
    for (text, unit, why) in [
        (
            "USE1-NovaLite-input-tokens-flex",
            "1K tokens",
            "prices for `flex` are not kept",
        ),
        (
            "USE1-NovaLite-input-tokens-batch-custom-model",
            "1K tokens",
            "prices for these together are not kept",
        ),
        (
            "USE1-NovaLite-ProvisionedThroughput-ModelUnits",
            "hour",
            "it does not say for how long",
        ),
        (
            "USE1-NovaLite-ProvisionedThroughput-Custom-NoCommit-ModelUnits",
            "hour",
            "prices for `custom` are not kept",
        ),
        (
            "USE1-Llama-CustomModelImport-Storage-v1:0",
            "CMU",
            "it does not say what is paid for",
        ),
        (
            "USE1-NovaLite-input-tokens",
            "hour",
            "\"hour\" is no unit of input",
        ),
        (
            "USE1-NovaPro-ProvisionedThroughput-NoCommit-ModelUnits",
            "1K tokens",
            "\"1K tokens\" is no unit of hourly_none",
        ),
    ] {
        assert_eq!(usage::read(&item(text, unit)).unwrap_err(), why, "{text}");
    }
    let mut free = item("USE1-NovaLite-input-tokens", "1K tokens");
    free.amount = Decimal::ZERO;
    assert_eq!(usage::read(&free).unwrap_err(), "0 is no price");
    let mut nameless = item("USE1-MP:USE1_InputTokenCount-Units", "Units");
    nameless.product.clear();
    assert_eq!(
        usage::read(&nameless).unwrap_err(),
        "it does not say which model"
    );
}

#[test]
fn nothing_found_is_told_as_nothing() {
    let told = told(&Book::default(), &Findings::default());
    assert_eq!(told, "0 changed, 0 new, 0 unchanged, 0 not taken");
}

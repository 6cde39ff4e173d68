//! A small catalogue in which nothing is wrong, and what is said when something is.

use super::{problems, stale};
use crate::prices::schema::Book;

const SOURCES: &str = r#"
[[source]]
code = "A"
what = "made up for this test"
address = "nowhere"
date = "2026-08"
read = "2026-11-24"
"#;

const MODELS: &str = r#"
provider = "Maker"

[[model]]
id = "large"
name = "Large"
prices = [
  { kind = "input", amount = "2.50", unit = "1M tokens", regions = ["us-east-1"], routing = ["geographic"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "output", amount = "12.50", unit = "1M tokens", regions = ["us-east-1"], routing = ["geographic"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]

[[model]]
id = "small"
name = "Small"
prices = [
  { kind = "input", amount = "0.05", unit = "1M tokens", regions = ["us-east-1"], routing = ["in-region"], from = "2025-10-21", to = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "input", amount = "0.04", unit = "1M tokens", regions = ["us-east-1"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "batch_input", amount = "0.02", unit = "1M tokens", regions = ["us-east-1"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "cache_read", amount = "0.01", unit = "1M tokens", regions = ["us-east-1"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "hourly_none", amount = "60.50", unit = "model-unit-hour", regions = ["us-east-1"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "hourly_1mo", amount = "55.00", unit = "model-unit-hour", regions = ["us-east-1"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "hourly_6mo", amount = "30.25", unit = "model-unit-hour", regions = ["us-east-1"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]

[[model]]
id = "other"
name = "Other"
prices = [
  { kind = "output", amount = "0.16", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "batch_output", amount = "0.08", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "batch_input", amount = "0.07", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "cache_write_5m", amount = "1.25", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "cache_write_1h", amount = "2.00", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "custom_input", amount = "0.30", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "custom_output", amount = "2.50", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "custom_cache_read", amount = "0.075", unit = "1M tokens", regions = ["eu-west-1"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]
"#;

const PAIRS: &str = r#"
[[pair]]
teacher = "large"
student = "small"
region = "us-east-1"
serving = ["provisioned_throughput"]
prompts = { min = 100, max = 15000 }
epochs = { min = 1, max = 5, default = 2 }
sources = ["A"]
"#;

/// What is written, what is written instead, and the problem that is then told.
const MISTAKES: &str = r#"amount = "0.04" → amount = "free" ⇒ the amount is "free"
amount = "0.04" → amount = "0" ⇒ the amount is "0"
amount = "0.04" → amount = "-1" ⇒ the amount is "-1"
amount = "12.50" → amount = "2.49" ⇒ output is cheaper than input: 2.49 and 2.50
amount = "0.02" → amount = "0.021" ⇒ batch is not half of on demand: 0.021 and 0.04
amount = "0.01" → amount = "0.04" ⇒ reading the cache is not cheaper than input
amount = "55.00" → amount = "60.50" ⇒ one month is not cheaper than no commitment
amount = "30.25" → amount = "55.00" ⇒ six months are not cheaper than one: 55.00 and 55.00
amount = "0.05" → amount = "0.40" ⇒ ten times the former price, or a tenth: 0.40 and 0.04
amount = "0.08" → amount = "0.09" ⇒ batch is not half of on demand: 0.09 and 0.16
amount = "0.07" → amount = "0.081" ⇒ output is cheaper than input in batch: 0.08 and 0.081
amount = "2.00" → amount = "1.00" ⇒ an hour in the cache is cheaper than five minutes: 1.00 and 1.25
amount = "2.50", unit = "1M tokens", regions = ["eu → amount = "0.29", unit = "1M tokens", regions = ["eu ⇒ a custom model's output is cheaper than its input
amount = "0.075" → amount = "0.31" ⇒ reading the cache is not cheaper than input: 0.31 and 0.30
amount = "60.50" → amount = "30.25" ⇒ six months are not cheaper than no commitment: 30.25 and 30.25
unit = "model-unit-hour" → unit = "1M tokens" ⇒ the unit is "1M tokens"; right is "model-unit-hour"
regions = ["us-east-1"] → regions = [] ⇒ `regions` is missing
routing = ["geographic"],  →  ⇒ `routing` is missing
from = "2026-08-20", sources → sources ⇒ `from` is missing
from = "2026-08-20" → from = "2026-02-30" ⇒ "2026-02-30" is no day
to = "2026-08-20" → to = "2025-10-21" ⇒ it ends before it begins
to = "2026-08-20",  →  ⇒ another holds at the same time and place
to = "2026-08-20" → to = "2026-08-21" ⇒ another holds at the same time and place
sources = ["A"],  →  ⇒ it has no source
sources = ["A"],  → sources = ["B"],  ⇒ no source has the code `B`
confidence = "high" → confidence = "sure" ⇒ unknown variant `sure`
confidence = "high" → confidence = "high", sure = true ⇒ unknown field `sure`
kind = "input" → kind = "inputs" ⇒ unknown variant `inputs`
confidence = "high" → confidence = "high", odd = "so it is" ⇒ nothing is odd about it
id = "small" → id = "large" ⇒ there are two models of this id
name = "Small" → name = "" ⇒ a model needs an id and a name
code = "A" → code = "C" ⇒ nothing uses this source
what = "made up for this test" →  ⇒ `what` is missing
what = "made up → what = "made\tup ⇒ or has a tab
address = "nowhere" → address = "" ⇒ `address` is missing
date = "2026-08" →  ⇒ `date` is ""
date = "2026-08" → date = "2026-13" ⇒ `date` is "2026-13"
read = "2026-11-24" → read = "2026" ⇒ `read` is "2026"
read = "2026-11-24" → read = "2026-07-01" ⇒ it was read before its data was there
teacher = "large" → teacher = "huge" ⇒ no model has the id `huge`
student = "small" → student = "tiny" ⇒ no model has the id `tiny`
student = "small" → student = "large" ⇒ two models of one provider
region = "us-east-1" → region = "eu-west-1" ⇒ large has no input, output in eu-west-1
["provisioned_throughput"] → [] ⇒ `serving` says how the student is served
"provisioned_throughput" → "custom_on_demand" ⇒ small has no custom_input, custom_output in us-east-1
max = 15000 → max = 100 ⇒ the fewest prompts are not fewer
default = 2 → default = 6 ⇒ the default of epochs is not between
default = 2 → default = 0 ⇒ the default of epochs is not between
default = 2 → usual = 2 ⇒ unknown field `usual`"#;

/// What is said about the catalogue after one text in it was replaced.
fn said(was: &str, is: &str) -> String {
    let files = [
        ("pairs.toml", PAIRS),
        ("sources.toml", SOURCES),
        ("maker.toml", MODELS),
    ];
    let found = files.iter().any(|(_, text)| text.contains(was));
    assert!(found, "nothing has {was}");
    let change = |text: &str| text.replacen(was, is, 1);
    let files = files.map(|(name, text)| (name.to_owned(), change(text)));
    problems(&Book::of(&files)).join("\n")
}

#[test]
fn a_sound_catalogue_has_no_problem() {
    assert_eq!(said("made up", "made up"), "");
}

#[test]
fn each_mistake_is_named() {
    for line in MISTAKES.lines() {
        let (change, problem) = line.split_once(" ⇒ ").unwrap_or_default();
        let (was, is) = change.split_once(" → ").unwrap_or_default();
        let said = said(was, is);
        assert!(said.contains(problem), "{line}: {said}");
    }
    let said = said("sources = [\"A\"]\n", "");
    assert!(said.contains("large → small: it has no source"), "{said}");
}

#[test]
fn a_model_has_a_price() {
    let empty = format!("{MODELS}\n[[model]]\nid = \"none\"\nname = \"None\"\n");
    assert!(said(MODELS, &empty).contains("none: a model without a price is no use"));
}

#[test]
fn what_is_made_of_the_files_is_what_they_say() {
    assert_eq!(stale("prices.txt", "c\t2026-08", "c\t2026-08"), None);
    let said = stale("prices.txt", "c\t2025-01", "c\t2026-08").unwrap_or_default();
    assert!(said.starts_with("prices.txt is not"), "{said}");
    assert!(said.contains("`cargo xtask prices write`"), "{said}");
}

#[test]
fn a_pair_stands_there_once() {
    let twice = format!("{PAIRS}{PAIRS}");
    assert!(said(PAIRS, &twice).contains("it stands there twice"));
}

#[test]
fn what_is_odd_and_true_says_why() {
    let batch = "amount = \"0.02\", unit = \"1M tokens\"";
    let odd = |reason: &str| format!("odd = \"{reason}\", {batch}").replace("0.02", "0.03");
    assert_eq!(said(batch, &odd("AWS's page says so")), "");
    assert!(said(batch, &odd(" ")).contains("`odd` says why"));
}

#[test]
fn all_problems_are_told_and_not_the_first() {
    let said = said("amount = \"55.00\"", "amount = \"0\", odd = \"\"");
    assert_eq!(said.lines().count(), 2, "{said}");
}

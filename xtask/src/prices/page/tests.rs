//! A small catalogue as a page.

use super::{TABLES, page};
use crate::prices::schema::Book;

const MAKER: &str = r#"provider = "Maker"
[[model]]
id = "tiny"
name = "Tiny | small"
prices = [
  { kind = "input", amount = "0.04", unit = "1M tokens", regions = ["a", "b"], routing = ["in-region", "geographic"], from = "2026-08-01", to = "2026-08-20", sources = ["B"], confidence = "low" },
  { kind = "input", amount = "0.035", unit = "1M tokens", regions = ["a", "b"], routing = ["in-region", "geographic"], from = "2026-08-20", sources = ["A", "B"], confidence = "high" },
  { kind = "output", amount = "0.14", unit = "1M tokens", regions = ["a", "b"], routing = ["in-region", "geographic"], from = "2026-08-20", sources = ["A", "B"], confidence = "high" },
  { kind = "batch_input", amount = "0.02", unit = "1M tokens", regions = ["a", "b"], routing = ["in-region", "geographic"], from = "2026-08-20", sources = ["A"], confidence = "high" },
  { kind = "input", amount = "0.03", unit = "1M tokens", regions = ["global"], routing = ["global"], from = "2026-08-20", sources = ["A"], confidence = "medium" },
  { kind = "storage", amount = "1.95", unit = "model-month", regions = ["a"], routing = ["in-region"], from = "2026-08-20", sources = ["A"], confidence = "high" },
]"#;

const PAIRS: &str = r#"[[pair]]
teacher = "large"
student = "tiny"
region = "a"
serving = ["provisioned_throughput", "custom_on_demand"]
prompts = { min = 100, max = 15000 }
epochs = { min = 1, max = 5, default = 2 }
sources = ["A"]"#;

const SOURCES: &str = r#"[[source]]
code = "A"
what = "a list"
address = "https://example.org/list"
date = "2026-08"
read = "2026-11-24"
[[source]]
code = "B"
what = "a guide"
address = "somewhere"
date = "2026"
read = "2026-11-24"
"#;

fn written(maker: &str) -> String {
    let files = [
        ("maker.toml", maker),
        ("pairs.toml", PAIRS),
        ("sources.toml", SOURCES),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    page(&Book::of(&files), "2026-08-01234567")
}

#[test]
fn a_row_is_a_model_in_a_place_and_says_where_its_prices_are_from() {
    let page = written(MAKER);
    assert!(page.contains("catalogue `2026-08-01234567`"));
    let (_, tables) = page.split_once("\n## Maker\n").unwrap_or_default();
    let expected = "
### On demand and in batch

| model | region | routing | input<br>$/M tokens | output<br>$/M tokens | batch input<br>$/M tokens | since, confidence, sources |
| --- | --- | --- | --- | --- | --- | --- |
| Tiny \\| small<br>`tiny` | a, b | in-region, geographic | 0.035 | 0.14 | 0.02 | input, output: 2026-08-20, high, [A](#source-A) [B](#source-B)<br>batch input: 2026-08-20, high, [A](#source-A) |
| Tiny \\| small<br>`tiny` | global | global | 0.03 |  |  | 2026-08-20, medium, [A](#source-A) |

### Custom models and model units

| model | region | routing | storage<br>$/month | since, confidence, sources |
| --- | --- | --- | --- | --- |
| Tiny \\| small<br>`tiny` | a | in-region | 1.95 | 2026-08-20, high, [A](#source-A) |

### Former prices

| model | region | routing | price | amount | since | until | confidence | sources |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| Tiny \\| small<br>`tiny` | a, b | in-region, geographic | input | 0.04 $/M tokens | 2026-08-01 | 2026-08-20 | low | [B](#source-B) |

## Pairs

| teacher | student | region | the student is billed | prompts | epochs | sources |
| --- | --- | --- | --- | --- | --- | --- |
| large | Tiny \\| small<br>`tiny` | a | by the hour of a model unit, or by the token | 100 to 15000 | 1 to 5, 2 unless asked otherwise | [A](#source-A) |

## Sources

| code | what it is | where it is | date of its data | read on |
| --- | --- | --- | --- | --- |
| <a id=\"source-A\"></a>A | a list | <https://example.org/list> | 2026-08 | 2026-11-24 |
| <a id=\"source-B\"></a>B | a guide | somewhere | 2026 | 2026-11-24 |
";
    assert_eq!(tables, expected);
}

#[test]
fn what_has_no_rows_is_left_out() {
    let mut present: Vec<_> = MAKER.lines().collect();
    present.retain(|line| !line.contains(" to = "));
    let page = written(&present.join("\n"));
    assert!(page.contains("| 0.035 |") && !page.contains("Former prices"));
    assert!(!written("provider = \"Maker\"").contains("###"));
}

#[test]
fn every_kind_of_price_has_a_column() {
    let columns = TABLES.iter().flat_map(|(_, kinds)| *kinds);
    let columns: Vec<_> = columns.map(|kind| kind.code()).collect();
    let kinds = crossover::catalogue::Kind::ALL.iter();
    assert_eq!(columns, kinds.map(|kind| kind.code()).collect::<Vec<_>>());
}

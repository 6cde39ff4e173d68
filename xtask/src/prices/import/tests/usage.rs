//! Usage types: what they mean, and what is not taken.

use crate::prices::import::list::Item;
use crate::prices::import::usage;
use rust_decimal::Decimal;

/// Usage type, unit, and what a dollar for it means: model, kind, ways, dollars for the kind's unit.
const UNDERSTOOD: &str = "\
USE1-NovaMicro-input-tokens, 1K tokens: nova-micro input in-region/geographic 1000
USE1-NovaMicro-InputTokenCount, 1M tokens: nova-micro input in-region/geographic 1
USE1-NovaMicro-input-tokens, : nova-micro input in-region/geographic 1000
USE1-NovaLite-cache-read-input-token-count, 1K tokens: nova-lite cache_read in-region/geographic 1000
USE1-NovaLite-cache-write-input-token-count, 1K tokens: nova-lite cache_write_5m in-region/geographic 1000
USE1-NovaLite-cache-read-input-token-count-custom-model, 1K tokens: nova-lite custom_cache_read in-region/geographic 1000
USE1-NovaLite-output-tokens-custom-model, 1K tokens: nova-lite custom_output in-region/geographic 1000
USE1-NovaLite-output-tokens-batch, 1K tokens: nova-lite batch_output in-region/geographic 1000
USE1-Nova2.0Lite-input-tokens-cross-region-global, 1K tokens: nova2.0lite input global 1000
USW2-Llama3-3-70B-Customization-Training, 1K tokens: llama3-3-70b training in-region/geographic 1000
USE1-NovaLite-Customization-Storage, Model/month: nova-lite storage in-region/geographic 1
USE1-NovaPro-ProvisionedThroughput-NoCommit-ModelUnits, hour: nova-pro hourly_none in-region/geographic 1
USE1-NovaPro-ProvisionedThroughput-1month-ModelUnits, hour: nova-pro hourly_1mo in-region/geographic 1
USE1-NovaPro-ProvisionedThroughput-6months-ModelUnits, hour: nova-pro hourly_6mo in-region/geographic 1
USE1-anthropic.claude-opus-5-output-tokens, 1K tokens: anthropic.claude-opus-5 output in-region/geographic 1000
USE1-MP:USE1_InputTokenCount-Units, Units: maker-5 input in-region/geographic 1
USE1-MP:USE1_InputTokenCount_Batch-Units, : maker-5 batch_input in-region/geographic 1
USE1-MP:USE1_output_tokens_global_standard-Units, Units: maker-5 output global 1
USE1-MP:USE1_input_tokens_geo_standard-Units, Units: maker-5 input geographic 1
USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units, Units: maker-5 cache_write_1h global 1
APS2-MP:APS2_ProvisionedThroughput_NoCommit_ModelUnits_Usage-Units, Units: maker-5 hourly_none in-region/geographic 1";

/// Usage type, unit, and why it is not taken.
const NOT_TAKEN: &str = "\
USE1-NovaLite-input-tokens-flex, 1K tokens: prices for `flex` are not kept
USE1-NovaLite-input-tokens-priority, 1K tokens: prices for `priority` are not kept
USE1-NovaLite-input-tokens-batch-custom-model, 1K tokens: prices for these together are not kept
USE1-NovaLite-ProvisionedThroughput-ModelUnits, hour: it does not say for how long
USE1-NovaLite-ProvisionedThroughput-Custom-NoCommit-ModelUnits, hour: prices for `custom` are not kept
USE1-Llama-CustomModelImport-Storage-v1.0, CMU: it does not say what is paid for
USE1-NovaLite-input-tokens, hour: \"hour\" is no unit of input
USE1-NovaPro-ProvisionedThroughput-NoCommit-ModelUnits, 1K tokens: \"1K tokens\" is no unit of hourly_none
NovaLite-input-tokens, 1K tokens: it does not say which region";

fn item(usage: &str, unit: &str) -> Item {
    Item {
        usage: usage.to_owned(),
        unit: unit.to_owned(),
        product: "Maker 5".to_owned(),
        amount: Decimal::ONE,
        ..Item::default()
    }
}

/// What is made of an entry: what it means, or why it is not taken.
fn read(item: &Item) -> String {
    match usage::read(item) {
        Ok(meaning) => {
            let ways: Vec<_> = meaning.routing.iter().map(|way| way.code()).collect();
            let (kind, ways) = (meaning.kind.code(), ways.join("/"));
            format!("{} {kind} {ways} {}", meaning.name, meaning.amount)
        }
        Err(why) => why,
    }
}

#[test]
fn a_usage_type_is_understood_to_the_last_word_or_not_taken() {
    for line in UNDERSTOOD.lines().chain(NOT_TAKEN.lines()) {
        let (listed, expected) = line.split_once(": ").unwrap_or_default();
        let (usage, unit) = listed.split_once(", ").unwrap_or_default();
        assert_eq!(read(&item(usage, unit)), expected, "{usage}");
    }
}

#[test]
fn the_region_is_that_of_the_prefix_where_the_list_does_not_say_it() {
    let region = |usage, said: &str| {
        let mut item = item(usage, "1K tokens");
        said.clone_into(&mut item.region);
        usage::read(&item).map(|meaning| meaning.region)
    };
    let found = |text: &str| Ok(text.to_owned());
    assert_eq!(
        region("APS3-NovaLite-input-tokens", ""),
        found("ap-south-1")
    );
    assert_eq!(region("EU-NovaLite-input-tokens", ""), found("eu-west-1"));
    let said = region("EU-NovaLite-input-tokens", "eu-west-2");
    assert_eq!(said, found("eu-west-2"));
}

#[test]
fn what_costs_nothing_or_has_no_name_is_not_taken() {
    let mut free = item("USE1-NovaLite-input-tokens", "1K tokens");
    free.amount = Decimal::ZERO;
    assert_eq!(read(&free), "0 is no price");
    let mut nameless = item("USE1-MP:USE1_InputTokenCount-Units", "Units");
    nameless.product.clear();
    assert_eq!(read(&nameless), "it does not say which model");
}

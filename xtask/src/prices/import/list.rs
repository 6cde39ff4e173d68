//! A file of AWS's price list: an offer, of a day, with its products and what each of them costs.

use anyhow::{Context, Result, anyhow, ensure};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::prices::date;

/// A file.
#[derive(Debug)]
pub struct List {
    /// The offer: `AmazonBedrock`.
    pub offer: String,
    /// The day on which it was published.
    pub date: String,
    /// Its prices.
    pub items: Vec<Item>,
}

/// One price.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its usage type: `USE1-NovaMicro-input-tokens`.
    pub usage: String,
    /// The name of the product, where the usage type does not say it.
    pub product: String,
    /// The region's code; empty if it is not said.
    pub region: String,
    /// What the amount is for: `1K tokens`.
    pub unit: String,
    /// Dollars.
    pub amount: Decimal,
}

impl List {
    /// Reads the text of a file.
    pub fn read(text: &str) -> Result<Self> {
        let list: Value = serde_json::from_str(text).context("it is no JSON")?;
        let lacks = |what: &str| anyhow!("it is no price list of AWS: it has no `{what}`");
        let published = list["publicationDate"].as_str();
        let published = published.ok_or_else(|| lacks("publicationDate"))?;
        let date = published.get(..10).unwrap_or(published).to_owned();
        ensure!(
            date::is_day(&date),
            "its `publicationDate` is \"{published}\", which is no date"
        );
        let products = list["products"].as_object();
        let products = products.ok_or_else(|| lacks("products"))?;
        let terms = list["terms"]["OnDemand"].as_object();
        let terms = terms.ok_or_else(|| lacks("terms.OnDemand"))?;
        let mut items = Vec::new();
        for (sku, product) in products {
            let attribute = |name: &str| product["attributes"][name].as_str().unwrap_or_default();
            let named = [attribute("servicename"), attribute("model")];
            let product = named.iter().find(|name| name.ends_with(EDITION));
            let product = product.unwrap_or(&named[1]).trim_end_matches(EDITION);
            let offers = terms.get(sku).and_then(Value::as_object);
            let offers = offers.into_iter().flat_map(serde_json::Map::values);
            for dimensions in offers.map(|offer| &offer["priceDimensions"]) {
                for dimension in dimensions
                    .as_object()
                    .into_iter()
                    .flat_map(|all| all.values())
                {
                    let amount = dimension["pricePerUnit"]["USD"].as_str();
                    let amount = amount.and_then(|text| Decimal::from_str_exact(text).ok());
                    items.push(Item {
                        usage: attribute("usagetype").to_owned(),
                        product: product.to_owned(),
                        region: attribute("regionCode").to_owned(),
                        unit: dimension["unit"].as_str().unwrap_or_default().to_owned(),
                        amount: amount.with_context(|| format!("{sku} has no price in USD"))?,
                    });
                }
            }
        }
        ensure!(!items.is_empty(), "it has no price");
        let offer = list["offerCode"].as_str().unwrap_or("AmazonBedrock");
        Ok(Self {
            offer: offer.to_owned(),
            date,
            items,
        })
    }
}

/// What AWS adds to the names of models that others sell there.
const EDITION: &str = " (Amazon Bedrock Edition)";

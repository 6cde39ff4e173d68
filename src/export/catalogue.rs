//! The catalogue as JSON: models with their prices, pairs, and where all of it was published.

use super::json::{Json, Plain, objects};
use crate::catalogue::{Catalogue, Model, Pair, Price, Source};
use crate::scenario::FieldId;

objects! {
    Catalogue { id, sources, models, pairs }
    Source { code, what, address, date, read }
    Model { id, name, provider, prices }
    Published { from, sources }
}

impl Plain for Price {
    fn write(&self, json: &mut Json) {
        json.open("{");
        json.key("kind");
        json.quoted(self.kind.code());
        json.key("amount");
        json.quoted(self.amount);
        json.key("unit");
        json.quoted(&format!("$ {}", self.kind.per()));
        for (key, text) in [
            ("region", self.region),
            ("routing", self.routing),
            ("from", self.from),
        ] {
            json.key(key);
            json.quoted(text);
        }
        json.key("to");
        self.to.write(json);
        json.key("sources");
        self.sources.write(json);
        json.key("confidence");
        json.quoted(self.confidence);
        json.close("}");
    }
}

impl Plain for Pair {
    fn write(&self, json: &mut Json) {
        json.open("{");
        for (key, text) in [
            ("label", &*self.label()),
            ("teacher", self.teacher),
            ("student", self.student),
            ("region", self.region),
        ] {
            json.key(key);
            json.quoted(text);
        }
        for (key, can) in [
            ("on_demand", self.on_demand),
            ("provisioned", self.provisioned),
        ] {
            json.key(key);
            can.write(json);
        }
        json.key("sources");
        self.sources.write(json);
        json.key("preset");
        by_field(|field| self.text(field), json);
        json.key("published");
        let is_known = |field: &FieldId| self.text(*field).is_some_and(|text| text != "?");
        let published = |field| Published::of(&self.prices(Some(field).filter(is_known)?));
        by_field(published, json);
        json.close("}");
    }
}

/// An object with a value for each field that has one.
fn by_field<T: Plain>(value: impl Fn(FieldId) -> Option<T>, json: &mut Json) {
    json.open("{");
    for field in FieldId::ALL {
        if let Some(value) = value(*field) {
            json.key(field.field().name);
            value.write(json);
        }
    }
    json.close("}");
}

/// Since when all of some prices are known to hold, and the codes of their sources.
struct Published {
    from: &'static str,
    sources: Vec<&'static str>,
}

impl Published {
    /// None, where nothing is published.
    fn of(prices: &[&'static Price]) -> Option<Self> {
        let from = prices.iter().map(|price| price.from).max()?;
        let mut sources: Vec<_> = prices
            .iter()
            .flat_map(|price| &price.sources)
            .copied()
            .collect();
        sources.sort_unstable();
        sources.dedup();
        Some(Self { from, sources })
    }
}

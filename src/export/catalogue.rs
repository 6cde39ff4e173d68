//! The catalogue as JSON: models with their prices, pairs, and where all of it was published.

use super::json::{Json, Plain, objects};
use crate::catalogue::{Catalogue, Model, Pair, Price, Source};

objects! {
    Catalogue { id, sources, models, pairs }
    Source { code, what, address, date, read }
    Model { id, name, provider, prices }
}

impl Plain for Price {
    fn write(&self, json: &mut Json) {
        json.open("{");
        json.key("kind");
        json.quoted(self.kind.code());
        json.key("amount");
        json.quoted(self.amount);
        json.key("unit");
        json.quoted(self.kind.unit());
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
        json.close("}");
    }
}

//! Writes what was found into the files: a price that changed is closed and followed by the new one.
//! Comments and layout stay.

use anyhow::{Context, Result};
use toml_edit::{Array, DocumentMut, Value};

use super::compare::Change;
use crate::prices::schema::{Confidence, Model, Price, Routing};

/// The text of a provider's file with its changes.
pub fn edited(text: &str, models: &[Model], changes: &[Change]) -> Result<String> {
    let mut file: DocumentMut = text.parse()?;
    let tables = file
        .get_mut("model")
        .and_then(|item| item.as_array_of_tables_mut());
    let tables = tables.context("it has no models")?;
    for (place, model) in models.iter().enumerate() {
        let here = changes.iter().filter(|change| change.model == place);
        let (others, new): (Vec<_>, Vec<_>) = here.partition(|change| change.former.is_some());
        let array = tables
            .get_mut(place)
            .and_then(|table| table.get_mut("prices"));
        let array = array.and_then(|item| item.as_array_mut());
        let array = array.with_context(|| format!("{} has no prices", model.id))?;
        // From the last on, so that the places of those before stay what they are.
        for index in (0..model.prices.len()).rev() {
            let former = &model.prices[index];
            let of_it: Vec<&Change> = others
                .iter()
                .filter(|change| change.former == Some(index))
                .copied()
                .collect();
            if let Some(first) = of_it.first() {
                let mut closed = former.clone();
                closed.to = Some(first.from.clone());
                let was = array
                    .get(index)
                    .map(Value::decor)
                    .cloned()
                    .unwrap_or_default();
                let mut line = value(&closed)?;
                *line.decor_mut() = was;
                array.replace_formatted(index, line);
                for (after, price) in followers(former, &of_it).iter().enumerate() {
                    insert(array, index + 1 + after, price)?;
                }
            }
        }
        for price in together(&new) {
            insert(array, array.len(), &price)?;
        }
    }
    Ok(file.to_string())
}

/// What holds after a price: the new ones, and the former where only others changed.
fn followers(former: &Price, changes: &[&Change]) -> Vec<Price> {
    let mut prices: Vec<Price> = Vec::new();
    let mut left: Vec<(String, Routing)> = Vec::new();
    for way in &former.routing {
        for region in &former.regions {
            let mut changes = changes.iter();
            let change = changes.find(|change| {
                (change.region == *region || change.region == "global")
                    && change.routing.contains(way)
            });
            match change {
                Some(change) => add(&mut prices, price(change), region, *way),
                None => left.push((region.clone(), *way)),
            }
        }
    }
    let from = changes.first().map(|change| change.from.clone());
    for (region, way) in left {
        let mut price = former.clone();
        price.from = from.clone().unwrap_or_default();
        add(&mut prices, price, &region, way);
    }
    joined(prices)
}

/// New prices, one line for those that differ in the region only.
fn together(changes: &[&Change]) -> Vec<Price> {
    let mut prices = Vec::new();
    for change in changes {
        for way in &change.routing {
            add(&mut prices, price(change), &change.region, *way);
        }
    }
    joined(prices)
}

/// Adds a region to the price that is the same on this way, or the price itself.
fn add(prices: &mut Vec<Price>, mut price: Price, region: &str, way: Routing) {
    let mut others = prices.iter_mut();
    if let Some(other) = others.find(|other| other.routing == [way] && same(other, &price)) {
        other.regions.push(region.to_owned());
    } else {
        price.regions = vec![region.to_owned()];
        price.routing = vec![way];
        prices.push(price);
    }
}

/// Joins ways of the same regions and the same price.
fn joined(prices: Vec<Price>) -> Vec<Price> {
    let mut lines: Vec<Price> = Vec::new();
    for price in prices {
        let mut others = lines.iter_mut();
        match others.find(|other| other.regions == price.regions && same(other, &price)) {
            Some(other) => other.routing.extend(price.routing),
            None => lines.push(price),
        }
    }
    lines
}

fn same(one: &Price, other: &Price) -> bool {
    let key = |price: &Price| (price.kind, price.amount.clone(), price.from.clone());
    key(one) == key(other)
}

fn price(change: &Change) -> Price {
    Price {
        kind: change.kind,
        amount: change.amount.clone(),
        unit: change.kind.unit(),
        regions: Vec::new(),
        routing: Vec::new(),
        from: change.from.clone(),
        to: None,
        sources: vec![change.source.clone()],
        confidence: Confidence::High,
        odd: None,
    }
}

fn insert(array: &mut Array, place: usize, price: &Price) -> Result<()> {
    let mut line = value(price)?;
    line.decor_mut().set_prefix("\n  ");
    array.insert_formatted(place, line);
    Ok(())
}

/// A price as it is written: one line, its fields in one order.
fn value(price: &Price) -> Result<Value> {
    let quoted = |text: &str| Value::from(text).to_string().trim().to_owned();
    let all = |texts: &[String]| {
        let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
        format!("[{}]", texts.join(", "))
    };
    let ways: Vec<_> = price
        .routing
        .iter()
        .map(|way| way.code().to_owned())
        .collect();
    let mut fields = vec![
        ("kind", quoted(price.kind.code())),
        ("amount", quoted(&price.amount)),
        ("unit", quoted(price.unit.code())),
        ("regions", all(&price.regions)),
        ("routing", all(&ways)),
        ("from", quoted(&price.from)),
    ];
    fields.extend(price.to.as_ref().map(|to| ("to", quoted(to))));
    fields.push(("sources", all(&price.sources)));
    fields.push(("confidence", quoted(price.confidence.code())));
    fields.extend(price.odd.as_ref().map(|odd| ("odd", quoted(odd))));
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, text)| format!("{name} = {text}"))
        .collect();
    Ok(format!("{{ {} }}", fields.join(", ")).parse()?)
}

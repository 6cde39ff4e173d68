//! What a price list has that the catalogue has not.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::list::List;
use super::usage::{self, Meaning};
use crate::prices::schema::{Book, Kind, Model, Price, Routing};

/// Where a listed price belongs: the places of its provider and its model, its kind, its region, and
/// whether it is for global routing.
type Key = (usize, usize, Kind, String, bool);

/// All that was found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Prices that are new or another.
    pub changes: Vec<Change>,
    /// How many are the same.
    pub unchanged: usize,
    /// What was not taken: the usage type, and why.
    pub left: BTreeSet<(String, String)>,
}

/// A price that is new or another.
#[derive(Clone, Debug)]
pub struct Change {
    /// The place of the provider.
    pub provider: usize,
    /// The place of the model there.
    pub model: usize,
    /// The place of the price that holds until then; none if it is new.
    pub former: Option<usize>,
    /// What is paid for.
    pub kind: Kind,
    /// Where; `global` for global routing.
    pub region: String,
    /// On which ways.
    pub routing: Vec<Routing>,
    /// How much.
    pub amount: String,
    /// Since when.
    pub from: String,
    /// The code of its source.
    pub source: String,
}

/// The code of a list among the sources.
pub fn source(list: &List) -> String {
    format!("{}-{}", list.offer, list.date)
}

/// Compares lists with the catalogue.
pub fn compare(book: &Book, lists: &[List]) -> Findings {
    let mut findings = Findings::default();
    let mut listed: BTreeMap<Key, (Meaning, &List)> = BTreeMap::new();
    let mut lists: Vec<&List> = lists.iter().collect();
    // Of two lists the newer one holds.
    lists.sort_by(|one, other| other.date.cmp(&one.date));
    for list in lists {
        for item in &list.items {
            let mut leave = |why: String| findings.left.insert((item.usage.clone(), why));
            let read = usage::read(item).and_then(|meaning| {
                let models = models(book, &meaning)?;
                Ok((meaning, models))
            });
            let (meaning, (provider, model)) = match read {
                Ok(read) => read,
                Err(why) => {
                    leave(why);
                    continue;
                }
            };
            let global = meaning.routing.contains(&Routing::Global);
            let region = if global { "global" } else { &meaning.region };
            let key = (provider, model, meaning.kind, region.to_owned(), global);
            match listed.get(&key) {
                None => {
                    listed.insert(key, (meaning, list));
                }
                Some((other, same)) if same.date == list.date && other.amount != meaning.amount => {
                    let (one, two) = (dollars(other.amount), dollars(meaning.amount));
                    leave(format!(
                        "the list has two prices, {one} and {two}; the first is taken"
                    ));
                }
                Some(_) => {}
            }
        }
    }
    for ((provider, model, kind, region, _), (meaning, list)) in listed {
        let prices = &book.providers[provider].models[model].prices;
        let open = prices.iter().position(|price| {
            price.kind == kind && price.to.is_none() && covers(price, &region, meaning.routing)
        });
        let amount = dollars(meaning.amount);
        if let Some(price) = open.map(|place| &prices[place]) {
            if Decimal::from_str_exact(&price.amount) == Ok(meaning.amount) {
                findings.unchanged += 1;
                continue;
            }
            if price.from >= list.date {
                let id = &book.providers[provider].models[model].id;
                let why = format!(
                    "{amount} is older than {} from {}",
                    price.amount, price.from
                );
                findings.left.insert((format!("{id} {}", kind.code()), why));
                continue;
            }
        }
        findings.changes.push(Change {
            provider,
            model,
            former: open,
            kind,
            region,
            routing: ways(kind, prices, meaning.routing),
            amount,
            from: list.date.clone(),
            source: source(list),
        });
    }
    findings
}

/// The ways of a price: those that the model has others for. What is a custom model's is in its region.
fn ways(kind: Kind, prices: &[Price], meant: &[Routing]) -> Vec<Routing> {
    let own = kind >= Kind::Training;
    if own && meant.contains(&Routing::InRegion) {
        return vec![Routing::InRegion];
    }
    let known = |way: &&Routing| prices.iter().any(|price| price.routing.contains(way));
    meant.iter().filter(known).copied().collect()
}

/// Dollars as they are written: all digits, at least the cents.
fn dollars(amount: Decimal) -> String {
    let mut amount = amount.normalize();
    if amount.scale() < 2 {
        amount.rescale(2);
    }
    amount.to_string()
}

/// The model that is meant.
fn models(book: &Book, meaning: &Meaning) -> Result<(usize, usize), String> {
    let called = |model: &Model| {
        model
            .usage
            .iter()
            .any(|name| usage::name(name) == meaning.name)
    };
    let reached = |model: &Model| {
        let mut ways = model.prices.iter().flat_map(|price| &price.routing);
        ways.any(|way| meaning.routing.contains(way))
    };
    let mut known = false;
    for (place, provider) in book.providers.iter().enumerate() {
        for (index, model) in provider.models.iter().enumerate() {
            known |= called(model);
            if called(model) && reached(model) {
                return Ok((place, index));
            }
        }
    }
    let name = &meaning.name;
    Err(if known {
        format!("`{name}` has no price for this routing in prices/")
    } else {
        format!("no model in prices/ is known as `{name}`")
    })
}

/// Whether a price holds for a region on one of these ways.
fn covers(price: &Price, region: &str, routing: &[Routing]) -> bool {
    let here = region == "global" || price.regions.iter().any(|here| here == region);
    here && price.routing.iter().any(|way| routing.contains(way))
}

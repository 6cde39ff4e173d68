//! Reads the lines that are compiled in: a record each, its parts apart by tabs. See
//! `xtask/src/prices/` for who writes them.

use super::{Catalogue, Kind, Model, Pair, Price, Source};

/// The catalogue of some texts. A line that is none is left out; a test sees that there is none.
pub(super) fn catalogue(texts: &[&'static str]) -> Catalogue {
    let mut catalogue = Catalogue {
        id: "",
        sources: Vec::new(),
        models: Vec::new(),
        pairs: Vec::new(),
    };
    for line in texts.iter().flat_map(|text| text.lines()) {
        let mut parts = line.split('\t');
        let what = parts.next().unwrap_or_default();
        let mut next = || parts.next().unwrap_or_default();
        match what {
            "c" => catalogue.id = next(),
            "s" => catalogue.sources.push(Source {
                code: next(),
                what: next(),
                address: next(),
                date: next(),
                read: next(),
            }),
            "m" => catalogue.models.push(Model {
                id: next(),
                name: next(),
                provider: next(),
                prices: Vec::new(),
            }),
            "p" => {
                if let Some(model) = catalogue.models.last_mut()
                    && let Some(price) = price(&mut next, model.prices.last())
                {
                    model.prices.push(price);
                }
            }
            "d" => {
                let [teacher, student, region, serving, epochs, sources] = [(); 6].map(|()| next());
                catalogue.pairs.push(Pair {
                    teacher,
                    student,
                    region,
                    on_demand: super::has(serving, "custom_on_demand"),
                    provisioned: super::has(serving, "provisioned_throughput"),
                    epochs,
                    sources: sources.split(',').collect(),
                });
            }
            _ => {}
        }
    }
    catalogue
}

/// A price; what is empty is as in the one before.
fn price(next: &mut dyn FnMut() -> &'static str, before: Option<&Price>) -> Option<Price> {
    let [code, amount, region, routing, from, to, sources, confidence] = [(); 8].map(|()| next());
    let kind = Kind::ALL.iter().find(|kind| kind.code() == code)?;
    let or = |text: &'static str, same: fn(&Price) -> &'static str| match before {
        Some(before) if text.is_empty() => same(before),
        _ => text,
    };
    let sources = match before {
        Some(before) if sources.is_empty() => before.sources.clone(),
        _ => sources.split(',').collect(),
    };
    Some(Price {
        kind: *kind,
        amount,
        region: or(region, |before| before.region),
        routing: or(routing, |before| before.routing),
        from: or(from, |before| before.from),
        to: Some(to).filter(|to| !to.is_empty()),
        sources,
        confidence: or(confidence, |before| before.confidence),
    })
}

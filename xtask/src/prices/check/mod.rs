//! What is wrong with the prices: all of it, a line each.
//!
//! A price that looks like a mistake and is none says why, in `odd`. What says so without looking
//! like one is a problem too.

mod prices;
mod sources;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::schema::{Book, Epochs, Kind, Pair, Serving};

/// Every problem.
pub fn problems(book: &Book) -> Vec<String> {
    let mut problems = book.unread.clone();
    sources::check(book, &mut problems);
    let mut ids = BTreeSet::new();
    for provider in &book.providers {
        for model in &provider.models {
            let place = format!("{}: {}", provider.file, model.id);
            if model.id.is_empty() || model.name.is_empty() {
                problems.push(format!("{place}: a model needs an id and a name"));
            }
            if !ids.insert(&model.id) {
                problems.push(format!("{place}: there are two models of this id"));
            }
            if model.prices.is_empty() {
                problems.push(format!("{place}: a model without a price is no use"));
            }
            prices::check(book, &place, &model.prices, &mut problems);
        }
    }
    let mut seen = BTreeSet::new();
    for pair in &book.pairs {
        let place = format!("pairs.toml: {} → {}", pair.teacher, pair.student);
        if !seen.insert((&pair.teacher, &pair.student, &pair.region)) {
            problems.push(format!("{place}: it stands there twice"));
        }
        for problem in check_pair(book, pair) {
            problems.push(format!("{place}: {problem}"));
        }
        sources::known(book, &place, &pair.sources, &mut problems);
    }
    problems
}

/// Whether what is written in a file is another text than the prices say.
pub fn stale(file: &str, written: &str, right: &str) -> Option<String> {
    let mend = "is not what prices/ says; right is what `cargo xtask prices write` writes";
    (written != right).then(|| format!("{file} {mend}"))
}

/// What is wrong with a pair, its sources apart.
fn check_pair(book: &Book, pair: &Pair) -> Vec<String> {
    let mut problems = Vec::new();
    let lacks = |id: &str, kinds: &[Kind]| {
        let Some(model) = book.models().find(|model| model.id == id) else {
            return Some(format!("no model has the id `{id}`"));
        };
        let has = |kind: &Kind| {
            let mut prices = model.prices.iter();
            prices.any(|price| price.kind == *kind && price.regions.contains(&pair.region))
        };
        let lacking = kinds.iter().filter(|kind| !has(kind));
        let codes: Vec<_> = lacking.map(|kind| kind.code()).collect();
        let region = &pair.region;
        (!codes.is_empty()).then(|| format!("{id} has no {} in {region}", codes.join(", ")))
    };
    problems.extend(lacks(&pair.teacher, &[Kind::Input, Kind::Output]));
    let mut served = Vec::new();
    for serving in &pair.serving {
        served.extend(match serving {
            Serving::OnDemand => [Kind::CustomInput, Kind::CustomOutput].as_slice(),
            Serving::Provisioned => [Kind::HourlyNone].as_slice(),
        });
    }
    problems.extend(lacks(&pair.student, &served));
    if pair.serving.is_empty() {
        problems.push("`serving` says how the student is served".to_owned());
    }
    let maker = |id: &str| {
        let mut providers = book.providers.iter();
        providers.position(|provider| provider.models.iter().any(|model| model.id == id))
    };
    if let (Some(teacher), Some(student)) = (maker(&pair.teacher), maker(&pair.student))
        && (teacher != student || pair.teacher == pair.student)
    {
        problems.push("teacher and student are two models of one provider".to_owned());
    }
    if pair.prompts.min >= pair.prompts.max {
        problems.push("the fewest prompts are not fewer than the most".to_owned());
    }
    let in_order = |epochs: &Epochs| {
        let order = [1, epochs.min, epochs.default, epochs.max];
        order.is_sorted()
    };
    if !pair.epochs.as_ref().is_none_or(in_order) {
        problems.push("the default of epochs is not between the fewest and the most".to_owned());
    }
    problems
}

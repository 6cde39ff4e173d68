//! What the texts lead to.

use crate::catalogue::{Catalogue, Pair};
use crate::economics::{Headline, headline};
use crate::link::{encode, pinned};
use crate::scenario::Scenario;
use crate::wording;
use std::rc::Rc;
use std::sync::Arc;

/// The figures of the first screen, with what more than one part of the page says of them.
pub struct Answer {
    /// The figures.
    pub headline: Headline,
    /// Their verdict in words.
    pub verdict: String,
    /// The link of their scenario.
    pub link: String,
    /// The id of the catalogue that it is pinned to; empty for the present one.
    pub pinned: String,
}

/// The last good answer, and what has kept the texts from leading to a newer one.
pub struct Outcome {
    /// The answer; none when the texts have not led to one yet.
    pub answer: Option<Rc<Answer>>,
    /// Why the answer is not that of the present texts, in words.
    pub stale: Option<String>,
}

impl Answer {
    /// The answer to a scenario, with the id of the catalogue that it is pinned to.
    ///
    /// # Errors
    ///
    /// Why there is none, in words.
    pub fn to(scenario: Scenario, catalogue: &str) -> Result<Self, String> {
        let scenario = Arc::new(scenario);
        let headline = headline(Arc::clone(&scenario));
        let headline = headline.map_err(|cause| wording::too_large(&cause, &scenario))?;
        Ok(Self {
            verdict: wording::verdict(&headline),
            link: link(&scenario, catalogue),
            pinned: catalogue.to_owned(),
            headline,
        })
    }
}

/// The link of a scenario. That of a pair is pinned to the catalogue of its prices.
fn link(scenario: &Scenario, catalogue: &str) -> String {
    match Pair::of(scenario) {
        None => encode(scenario),
        Some(_) if catalogue.is_empty() => pinned(scenario, Catalogue::get().id),
        Some(_) => pinned(scenario, catalogue),
    }
}

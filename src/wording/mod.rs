//! Codes and numbers in words: sentences, labels, and the one place where figures are rounded.
//!
//! [`Shown`] rounds the costs of a report once, at one precision, so that lines add up to their
//! totals and the sentence says what the table says. Everything else here turns one value into text.
//!
//! ```
//! use crossover::{economics::evaluate, scenario::Scenario, wording};
//!
//! let report = evaluate(&Scenario::default())?;
//! assert_eq!(
//!     wording::verdict(&report),
//!     "Distil: $1,230 a month instead of $5,000 (−75%). At 500M tokens a month you are above the \
//!      crossover of 81.1M; the one-time cost is back in 2.2 to 10.3 days."
//! );
//! # Ok::<(), crossover::economics::TooLarge>(())
//! ```

use crate::catalogue::Date;
use crate::economics::Headline;
use crate::scenario::{FieldId, Scenario};

mod amount;
mod assumptions;
mod crossing;
mod echo;
mod failure;
mod levers;
mod listed;
mod provenance;
mod short;
mod shown;
mod span;
mod verdict;
mod warning;

pub(crate) use amount::ends;
pub use amount::{
    Precision, absent, hourly, money, percent, rate, ratio, short_tokens, turning, usd,
};
pub use assumptions::{assumptions, proportion};
pub use crossing::{crossing, volume};
pub use echo::echo;
pub use failure::{too_large, unreadable};
pub use levers::{About, about, gate, reason};
pub use listed::{changed, dated, edited, no_catalogue, published};
pub use short::short;
pub use shown::{Shown, ShownLine};
pub(crate) use span::months;
pub use span::payback;
pub use verdict::{title, verdict};
pub use warning::warning;

/// Where the prices come from, and what the figures take for granted: one sentence each. `pinned` is
/// the id of the catalogue that the scenario is pinned to, empty for the present one, and `today` the
/// reader's day.
#[must_use]
pub fn said(report: &Headline, pinned: &str, today: Option<Date>) -> Vec<String> {
    let mut said = Vec::new();
    provenance::provenance(report, pinned, today, &mut said);
    said.extend(assumptions(report));
    said
}

/// What is added where a figure is that of the middle of all ranges, and there are some.
pub(crate) fn at_middle(scenario: &Scenario) -> &'static str {
    if FieldId::ALL.iter().any(|id| scenario.is_range(*id)) {
        ", at the middle of all ranges"
    } else {
        ""
    }
}

/// How a range of two texts is written in a table; one text when they are the same.
pub(crate) fn between(low: &str, high: &str) -> String {
    if low == high {
        low.to_owned()
    } else {
        format!("{low}–{high}")
    }
}

/// The same in a sentence.
pub(crate) fn between_words(low: &str, high: &str) -> String {
    if low == high {
        low.to_owned()
    } else {
        format!("{low} to {high}")
    }
}

/// `1 month`, `12 months`.
pub(crate) fn counted(number: &str, one: &str) -> String {
    let s = if number == "1" { "" } else { "s" };
    format!("{number} {one}{s}")
}

/// `a`, `a and b`, `a, b and c`.
fn list(words: &[String]) -> String {
    let mut text = String::new();
    for (place, word) in (1..).zip(words) {
        if place > 1 {
            text.push_str(if place == words.len() { " and " } else { ", " });
        }
        text.push_str(word);
    }
    text
}

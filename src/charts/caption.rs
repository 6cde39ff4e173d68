//! What a chart shows, in sentences.

use super::places::Places;
use crate::economics::{CostSpan, Headline};
use crate::quantity::group_digits;
use crate::quantity::{Quantity, Tokens};
use crate::wording::{between_words, crossing, short_tokens, volume};

/// The caption of the crossover chart.
pub(super) fn caption(places: &Places, headline: &Headline, span: CostSpan) -> String {
    let (what, found) = match span {
        CostSpan::Steady => ("in steady state", &headline.crossover.steady),
        CostSpan::FirstMonth => ("in month 1", &headline.crossover.month_1),
    };
    let shaded = if places.wins().is_empty() {
        ""
    } else {
        " Where the student costs no more, the chart is shaded."
    };
    format!(
        "Crossover {what}: {}. You are at {}.{shaded}",
        crossing(found),
        volume(places.here)
    )
}

/// `You are here 500M`
pub(super) fn here(places: &Places) -> String {
    let [low, high] = [places.here.low(), places.here.high()].map(short_tokens);
    ["You are here ", &between_words(&low, &high)].concat()
}

/// `Crossover 81,111,112`; in few digits, where there are two.
pub(super) fn crossings(crossings: &[(Tokens, bool)]) -> String {
    let told = match crossings {
        [(low, _), (high, _)] => between_words(&short_tokens(*low), &short_tokens(*high)),
        [(one, _)] => group_digits(one.decimal()),
        _ => String::new(),
    };
    ["Crossover ", &told].concat()
}

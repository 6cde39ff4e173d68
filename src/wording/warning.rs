//! What a reader should know of a scenario before trusting its figures.

use crate::economics::Warning;

/// A warning, in a sentence.
#[must_use]
pub const fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::TokensAndHours => {
            "Tokens and model-unit hours are both charged for the same traffic, as the worked example has it; AWS bills provisioned throughput by the hour alone."
        }
        Warning::UncommittedUnits => {
            "More than one or two model units without commitment may not be granted: ask AWS before you count on them."
        }
        Warning::CreditsDisagree => {
            "Credits turn the answer: the path that costs less over the horizon takes no less cash."
        }
    }
}

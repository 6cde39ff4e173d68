//! What went wrong as a whole, in words.

use crate::economics::TooLarge;
use crate::scenario::{Problem, Scenario};

/// Which inputs led beyond what the calculator carries.
#[must_use]
pub fn too_large(cause: &TooLarge, scenario: &Scenario) -> String {
    let relevant = cause.inputs.fields().filter(|id| scenario.is_relevant(*id));
    let labels: Vec<_> = relevant
        .map(|id| format!("{} ({})", id.field().label, scenario.text(id)))
        .collect();
    format!(
        "Together these lead beyond $1,000,000,000,000,000 or 10¹⁸ tokens a month, which is as far as this calculator goes: {}. Make one of them smaller.",
        super::list(&labels)
    )
}

/// Which fields keep the figures from being those of the form.
#[must_use]
pub fn unreadable(problems: &[Problem]) -> String {
    let fields = problems.iter().filter_map(|problem| problem.field);
    let labels: Vec<_> = fields.map(|id| id.field().label.to_owned()).collect();
    format!(
        "These figures are from before the last change: {} cannot be read as it stands.",
        super::list(&labels)
    )
}

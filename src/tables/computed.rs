//! Receipts as a table: how figures were computed.

use super::Table;
use crate::economics::Receipt;

/// How some figures were computed, at the low and at the high end of each.
#[must_use]
pub fn computed(figures: Vec<(String, [Option<Receipt>; 2])>) -> Table {
    let caption = "The figures of the first screen, step by step";
    let mut table = Table::new("computed", caption, "Figure");
    table.column("formula", "Formula");
    table.column("numbers", "With the numbers put in");
    table.column("value", "Gives");
    for (name, ends) in figures {
        let [low, high] = &ends;
        let which = if low == high {
            [Some(""), None]
        } else {
            [Some(", at least"), Some(", at most")]
        };
        for (end, which) in ends.iter().zip(which) {
            if let Some((receipt, which)) = end.as_ref().zip(which) {
                table.row("", &[&name, which].concat());
                table.text(&receipt.formula);
                table.text(&receipt.substituted);
                table.text(&with_minus(&receipt.value));
            }
        }
    }
    table
}

/// A number as it is shown: with a minus, and not the hyphen that JSON has.
pub(crate) fn with_minus(number: &str) -> String {
    number.replacen('-', "−", 1)
}

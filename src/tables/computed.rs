//! Receipts as a table: how figures were computed.

use super::{Row, Table, column};
use crate::economics::Receipt;

/// How some figures were computed, at the low and at the high end of each.
#[must_use]
pub fn computed(figures: Vec<(String, [Option<Receipt>; 2])>) -> Table {
    let mut rows = Vec::new();
    for (name, [low, high]) in figures {
        if low == high {
            rows.extend(low.map(|receipt| row(name, receipt)));
        } else {
            rows.extend(low.map(|receipt| row(format!("{name}, at least"), receipt)));
            rows.extend(high.map(|receipt| row(format!("{name}, at most"), receipt)));
        }
    }
    Table {
        id: "computed",
        caption: "The figures of the first screen, step by step".to_owned(),
        corner: "Figure",
        columns: vec![
            column("formula", "Formula"),
            column("numbers", "With the numbers put in"),
            column("value", "Gives"),
        ],
        rows,
        hidden: false,
        sortable: 0,
    }
}

/// A number as it is shown: with a minus, and not the hyphen that JSON has.
pub(crate) fn with_minus(number: &str) -> String {
    number.replacen('-', "−", 1)
}

fn row(name: String, receipt: Receipt) -> Row {
    Row::new(
        "",
        name,
        vec![
            receipt.formula,
            receipt.substituted,
            with_minus(&receipt.value),
        ],
    )
}

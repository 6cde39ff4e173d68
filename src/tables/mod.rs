//! Every table that exists, once: a report's figures as rows of text.
//!
//! The live page, the still and, later, the exports show these same rows, so they cannot drift.
//!
//! ```
//! use crossover::{economics::evaluate, scenario::Scenario, tables};
//!
//! let report = evaluate(&Scenario::default())?;
//! let costs = tables::costs(&report);
//! let steady = costs.rows.iter().find(|row| row.id == "steady").unwrap();
//! assert_eq!(steady.cells, ["$5,000", "$1,230"]);
//! # Ok::<(), crossover::economics::TooLarge>(())
//! ```

mod comparisons;
mod costs;
mod credits;
mod thresholds;

pub use comparisons::{hosting_choices, terms};
pub use costs::costs;
pub use credits::credits;
pub use thresholds::thresholds;

use crate::economics::{Headline, Report};

/// A table of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called in the page.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// The heading of the first column, which names the rows.
    pub corner: &'static str,
    /// The other columns.
    pub columns: Vec<Column>,
    /// The rows. Which there are never changes, so that a view can keep their places.
    pub rows: Vec<Row>,
    /// Whether there is nothing to compare, for now.
    pub hidden: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is called in the page.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// A word on it; may be empty.
    pub note: String,
    /// One text for each column.
    pub cells: Vec<String>,
    /// Whether it is a total, or the choice in force.
    pub stands_out: bool,
    /// Whether it has nothing to say, for now.
    pub hidden: bool,
}

impl Row {
    fn new(id: &'static str, title: impl Into<String>, cells: Vec<String>) -> Self {
        Self {
            id,
            title: title.into(),
            note: String::new(),
            cells,
            stands_out: false,
            hidden: false,
        }
    }

    fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }

    fn stands_out_if(self, stands_out: bool) -> Self {
        Self { stands_out, ..self }
    }
}

fn column(id: &'static str, title: impl Into<String>) -> Column {
    Column {
        id,
        title: title.into(),
    }
}

/// What stands in a cell that has nothing to say.
const NONE: &str = "—";

/// The tables of the first screen.
#[must_use]
pub fn first(headline: &Headline) -> Vec<Table> {
    vec![costs(headline), thresholds(headline)]
}

/// The tables below it, in the order of the page.
#[must_use]
pub fn rest(report: &Report) -> Vec<Table> {
    vec![hosting_choices(report), terms(report), credits(report)]
}

/// Every table of the report, in the order of the page.
#[must_use]
pub fn all(report: &Report) -> Vec<Table> {
    let mut all = first(report);
    all.extend(rest(report));
    all
}

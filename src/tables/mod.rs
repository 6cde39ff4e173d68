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
mod computed;
mod costs;
mod credits;
mod levers;
mod months;
mod thresholds;
mod what_if;

pub use comparisons::{hosting_choices, terms};
pub use computed::computed;
pub(crate) use computed::with_minus;
pub use costs::costs;
pub use credits::credits;
pub use levers::{bill, levers};
pub use months::{months, stops};
pub use thresholds::thresholds;
pub(crate) use what_if::{Unit, at};
pub use what_if::{break_even, quality, sensitivity};

use crate::economics::{Headline, Origin};
use rust_decimal::Decimal;

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
    /// By so many of its columns it can be sorted; the first row stays, as the others are compared
    /// with it.
    pub sortable: usize,
}

impl Table {
    /// Sorts the rows by the keys of a column. What has none comes last.
    pub fn sort(&mut self, column: usize, descending: bool) {
        let Some((_, rows)) = self.rows.split_first_mut() else {
            return;
        };
        let key = |row: &Row| row.keys.get(column).copied().flatten();
        let is_before = |one: &Row, other: &Row| match (key(one), key(other)) {
            (Some(one), Some(other)) if descending => one > other,
            (Some(one), Some(other)) => one < other,
            (one, other) => one.is_some() && other.is_none(),
        };
        // A handful of rows: the library's sort is two kilobytes to fetch.
        for end in 1..rows.len() {
            for place in (1..=end).rev() {
                if let Some([before, row]) = rows.get_mut(place.saturating_sub(1)..=place)
                    && is_before(row, before)
                {
                    std::mem::swap(before, row);
                }
            }
        }
    }
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
    /// For each column the amount that it shows, where a receipt can be had; may be fewer.
    pub of: Vec<Option<Origin>>,
    /// For each column the number by which it can be sorted; none where it cannot.
    pub keys: Vec<Option<Decimal>>,
    /// Whether it is a total, or the choice in force.
    pub stands_out: bool,
    /// Whether it has nothing to say, for now.
    pub hidden: bool,
}

impl Row {
    #[inline(never)]
    fn new(id: &'static str, title: impl Into<String>, cells: Vec<String>) -> Self {
        Self {
            id,
            title: title.into(),
            note: String::new(),
            cells,
            of: Vec::new(),
            keys: Vec::new(),
            stands_out: false,
            hidden: false,
        }
    }

    #[inline(never)]
    fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }

    /// With the amounts that it shows.
    #[inline(never)]
    fn of(self, of: Vec<Option<Origin>>) -> Self {
        Self { of, ..self }
    }

    /// The amount that a column shows, where a receipt can be had.
    #[must_use]
    pub fn origin(&self, column: usize) -> Option<&Origin> {
        self.of.get(column)?.as_ref().filter(|_| {
            let text = self.cells.get(column);
            text.is_some_and(|text| text != NONE)
        })
    }

    #[inline(never)]
    fn stands_out_if(self, stands_out: bool) -> Self {
        Self { stands_out, ..self }
    }
}

#[inline(never)]
fn column(id: &'static str, title: impl Into<String>) -> Column {
    Column {
        id,
        title: title.into(),
    }
}

/// What stands in a cell that has nothing to say.
const NONE: &str = "—";

/// The amount in the cell at a place, as the page names it (`TABLE-ROW-COLUMN`), and what the cell shows
/// in words.
#[must_use]
pub fn cell(tables: &[Table], place: &str) -> Option<(String, Origin)> {
    for table in tables {
        for row in &table.rows {
            for (at, column) in table.columns.iter().enumerate() {
                if place == format!("{}-{}-{}", table.id, row.id, column.id)
                    && let Some(origin) = row.origin(at)
                {
                    return Some((format!("{}: {}", row.title, column.title), origin.clone()));
                }
            }
        }
    }
    None
}

/// The tables of the first screen.
#[must_use]
pub fn first(headline: &Headline) -> Vec<Table> {
    vec![costs(headline), thresholds(headline)]
}

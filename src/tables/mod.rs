//! Every table that exists, once: a report's figures as rows of text.
//!
//! The live page, the still and the exports show these same rows, so they cannot drift.
//!
//! ```
//! use crossover::{economics::evaluate, scenario::Scenario, tables};
//!
//! let report = evaluate(&Scenario::default())?;
//! let costs = tables::costs(&report);
//! let steady = costs.rows.iter().find(|row| row.id == "steady").unwrap();
//! assert_eq!(steady.cells[1].text, "$1,230");
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

use crate::economics::{Amount, Headline, Origin, Reported};
use crate::quantity::{Exact, Usd, round};
use crate::wording::{Precision, absent, between, usd};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A table of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Whether bars show how its amounts stand to each other.
    pub bars: bool,
    /// By so many of its columns it can be sorted; the first row stays, as the others are compared
    /// with it.
    pub sortable: usize,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is called in the page; empty where it has no name.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// A word on it; may be empty.
    pub note: String,
    /// What stands in each column.
    pub cells: Vec<Cell>,
    /// Whether it is a total, or the choice in force.
    pub stands_out: bool,
    /// Whether it has nothing to say, for now.
    pub hidden: bool,
}

/// What stands in a row below a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// The amount that it shows, if it does.
    pub of: Option<Origin>,
    /// How long the bar of the amount is, in thousandths of the longest.
    pub bar: u16,
}

/// A table is written from its first heading to its last cell: a note and a cell belong to the row that
/// was begun last.
impl Table {
    #[inline(never)]
    pub(crate) fn new(id: &'static str, caption: impl Into<String>, corner: &'static str) -> Self {
        Self {
            id,
            caption: caption.into(),
            corner,
            ..Self::default()
        }
    }

    #[inline(never)]
    pub(crate) fn column(&mut self, id: &'static str, title: &str) {
        let title = title.to_owned();
        self.columns.push(Column { id, title });
    }

    /// Begins a row.
    #[inline(never)]
    pub(crate) fn row(&mut self, id: &'static str, title: &str) {
        let title = title.to_owned();
        self.rows.push(Row {
            id,
            title,
            ..Row::default()
        });
    }

    #[inline(never)]
    pub(crate) fn note(&mut self, note: &str) {
        if let Some(row) = self.rows.last_mut() {
            note.clone_into(&mut row.note);
        }
    }

    #[inline(never)]
    pub(crate) fn stands_out_if(&mut self, stands_out: bool) {
        if let Some(row) = self.rows.last_mut() {
            row.stands_out = stands_out;
        }
    }

    #[inline(never)]
    pub(crate) fn hide_if(&mut self, hidden: bool) {
        if let Some(row) = self.rows.last_mut() {
            row.hidden = hidden;
        }
    }

    #[inline(never)]
    fn cell(&mut self, text: String, of: Option<Origin>) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Cell { text, of, bar: 0 });
        }
    }

    /// A cell that shows no amount.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) {
        self.cell(text.to_owned(), None);
    }

    /// A cell that shows an amount in a text of its own.
    pub(crate) fn figure<T: Reported>(&mut self, text: String, amount: &Amount<T>) {
        self.cell(text, amount.origin());
    }

    /// A cell that shows an amount of dollars. [`Table::finish`] says how precisely.
    #[inline(never)]
    pub(crate) fn money(&mut self, amount: &Amount<Usd>) {
        let text = amount.as_ref().err().map(absent);
        self.cell(text.unwrap_or_default(), amount.origin());
    }

    /// Has all its amounts of dollars told with one precision.
    #[inline(never)]
    pub(crate) fn finish(mut self) -> Self {
        let mut amounts = Vec::new();
        for row in &mut self.rows {
            for Cell { text, of, bar } in &mut row.cells {
                if let (true, Some(of)) = (text.is_empty(), of) {
                    amounts.push((text, &of.ends, bar));
                }
            }
        }
        let mut precision = Precision::Cents;
        let mut most = Decimal::ZERO;
        for (_, ends, _) in &amounts {
            most = most.max(ends.high().abs());
            if precision == Precision::Cents {
                precision = Precision::of(ends.low(), ends.high());
            }
        }
        for (text, ends, bar) in amounts {
            *text = between(&usd(ends.low(), precision), &usd(ends.high(), precision));
            if self.bars {
                let part = ends.high().abs().times(Decimal::ONE_THOUSAND);
                let part = part.and_then(|part| part.over(most)).unwrap_or_default();
                *bar = round(part, 0).to_u16().unwrap_or_default();
            }
        }
        self
    }

    /// Sorts the rows by the amounts of a column. What has none comes last.
    pub fn sort(&mut self, column: usize, descending: bool) {
        let Some((_, rows)) = self.rows.split_first_mut() else {
            return;
        };
        let key = |row: &Row| Some(row.cells.get(column)?.of.as_ref()?.ends.high());
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

impl Row {
    /// The amount that a column shows, where a receipt can be had: not of nothing, nor in a row that has
    /// no name to ask by.
    #[must_use]
    pub fn origin(&self, column: usize) -> Option<&Origin> {
        let cell = self.cells.get(column)?;
        let of = cell.of.as_ref()?;
        (!self.id.is_empty() && cell.text != NONE).then_some(of)
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
pub fn first(headline: &Headline) -> [Table; 2] {
    [costs(headline), thresholds(headline)]
}

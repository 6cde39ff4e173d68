//! The parts of the page below the first screen: each an answer in a sentence, and its figures below.
//!
//! A part is a file here and a line in [`ALL`]; the still, the page and the exports follow from it.
//!
//! ```
//! use crossover::{economics::evaluate, scenario::Scenario, sections};
//!
//! let report = evaluate(&Scenario::default())?;
//! let payback = sections::ALL.iter().find(|part| part.id == "payback").unwrap();
//! assert!((payback.answer)(&report).contains("2.2–10.3 days"));
//! # Ok::<(), crossover::economics::TooLarge>(())
//! ```

mod computed;
mod credits;
mod hosting;
mod levers;
mod payback;
mod quality;
mod sensitivity;
mod turning;

use crate::economics::Report;
use crate::tables::Table;

/// A part of the page.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// What it is called in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Its answer, in a sentence or two.
    pub answer: fn(&Report) -> String,
    /// Its figures.
    pub tables: fn(&Report) -> Vec<Table>,
}

/// How a table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The table; empty for none.
    pub table: &'static str,
    /// Its column.
    pub column: usize,
    /// Whether the most comes first.
    pub descending: bool,
}

/// Every part, in the order of the page.
pub const ALL: [Section; 8] = [
    hosting::SECTION,
    levers::SECTION,
    payback::SECTION,
    turning::SECTION,
    sensitivity::SECTION,
    credits::SECTION,
    quality::SECTION,
    computed::SECTION,
];

/// Every table of a report, in the order of the page; that of the chart, where there is one, behind those
/// of the first screen.
#[must_use]
pub fn tables(report: &Report, chart: Option<Table>) -> Vec<Table> {
    let mut all = Vec::from(crate::tables::first(report));
    all.extend(chart);
    for section in &ALL {
        all.extend((section.tables)(report));
    }
    all
}

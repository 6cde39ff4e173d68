//! Both paths month by month, and what stopping costs.

use super::Table;
use crate::economics::Report;
use crate::scenario::{Choice, Term};
use crate::wording::{absent, counted, volume};

/// The months of the horizon, with the running total; with credits, also what is paid in cash.
#[must_use]
pub fn months(report: &Report) -> Table {
    let with_cash = !report.scenario.credits.pools().is_empty();
    let mut table = Table::new("months", "Month by month", "Month");
    table.column("volume", "Volume");
    table.column("teacher", "Teacher");
    table.column("student", "Student");
    table.column("saving", "Saved to date");
    if with_cash {
        table.column("cash_teacher", "Teacher, in cash");
        table.column("cash_student", "Student, in cash");
    }
    for month in &report.months {
        table.row("", &format!("Month {}", month.month));
        let tokens = month.volume.as_ref();
        table.text(&tokens.map_or_else(absent, |tokens| volume(tokens.range())));
        table.money(&month.teacher);
        table.money(&month.student);
        table.money(&month.saving_to_date);
        if with_cash {
            table.money(&month.cash_teacher);
            table.money(&month.cash_student);
        }
    }
    table.finish()
}

/// The total of the student path if one stops after so many months, under each commitment.
#[must_use]
pub fn stops(report: &Report) -> Table {
    let caption = "Paid in total if you stop after so many months";
    let mut table = Table::new("stops", caption, "Stop after");
    for term in &report.terms {
        let option = term.term.option();
        table.column(option.code, option.label);
    }
    table.hidden = !report.scenario.hosting.bills_hours() || report.terms.len() < Term::ALL.len();
    table.bars = true;
    for (place, cheapest) in report.cheapest_term.iter().enumerate() {
        let months = place.saturating_add(1);
        table.row("", &counted(&months.to_string(), "month"));
        if let Some(term) = cheapest.ok() {
            table.note(&["Least with: ", term.option().label].concat());
        }
        for term in &report.terms {
            match term.stop_after.get(place) {
                Some(paid) => table.money(paid),
                None => table.text(""),
            }
        }
    }
    table.finish()
}

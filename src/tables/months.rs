//! Both paths month by month, and what stopping costs.

use super::{Row, Table, column};
use crate::economics::Report;
use crate::scenario::{Choice, Term};
use crate::wording::{Precision, counted, money, volume};

/// The months of the horizon, with the running total; with credits, also what is paid in cash.
#[must_use]
pub fn months(report: &Report) -> Table {
    let months = &report.months;
    let amounts = months
        .iter()
        .flat_map(|month| [&month.teacher, &month.student, &month.saving_to_date]);
    let precision = Precision::of_amounts(amounts);
    let with_cash = !report.scenario.credits.pools().is_empty();
    let rows = months.iter().map(|month| {
        let volume = month.volume.0.as_ref().map_or_else(
            |why| crate::wording::absent(*why),
            |figure| volume(figure.range()),
        );
        let mut cells = vec![
            volume,
            money(&month.teacher, precision),
            money(&month.student, precision),
            money(&month.saving_to_date, precision),
        ];
        if with_cash {
            cells.push(money(&month.cash_teacher, precision));
            cells.push(money(&month.cash_student, precision));
        }
        Row::new("", format!("Month {}", month.month), cells)
    });
    let mut columns = vec![
        column("volume", "Volume"),
        column("teacher", "Teacher"),
        column("student", "Student"),
        column("saving", "Saved to date"),
    ];
    if with_cash {
        columns.push(column("cash_teacher", "Teacher, in cash"));
        columns.push(column("cash_student", "Student, in cash"));
    }
    Table {
        id: "months",
        caption: "Month by month".to_owned(),
        corner: "Month",
        columns,
        rows: rows.collect(),
        hidden: false,
        sortable: 0,
    }
}

/// The total of the student path if one stops after so many months, under each commitment.
#[must_use]
pub fn stops(report: &Report) -> Table {
    let all = || report.terms.iter().map(|term| &term.stop_after);
    let precision = Precision::of_amounts(all().flatten());
    let rows = (1..).zip(&report.cheapest_term).map(|(months, cheapest)| {
        let after: usize = months;
        let paid = all().map(|stops| {
            stops
                .get(after.saturating_sub(1))
                .map_or_else(String::new, |paid| money(paid, precision))
        });
        let cheapest = cheapest.ok().map(|term| term.option().label);
        let title = counted(&after.to_string(), "month");
        Row::new("", title, paid.collect())
            .note(cheapest.map_or_else(String::new, |term| format!("Least with: {term}")))
    });
    Table {
        id: "stops",
        caption: "Paid in total if you stop after so many months".to_owned(),
        corner: "Stop after",
        columns: report
            .terms
            .iter()
            .map(|term| column(term.term.option().code, term.term.option().label))
            .collect(),
        rows: rows.collect(),
        hidden: !report.scenario.hosting.bills_hours() || report.terms.len() < Term::ALL.len(),
        sortable: 0,
    }
}

//! The choices side by side: what hosting bills, and the commitment terms.

use super::{Row, Table, column};
use crate::economics::{Amount, Crossing, Maybe, Report};
use crate::quantity::Usd;
use crate::scenario::{Choice, Hosting};
use crate::wording::{Precision, crossing, hourly, money, months, payback};

/// The three readings of what hosting bills.
#[must_use]
pub fn hosting_choices(report: &Report) -> Table {
    let in_force = report.scenario.hosting;
    let choices: Vec<_> = Hosting::ALL
        .iter()
        .filter_map(|hosting| figures(report, *hosting).map(|found| (*hosting, found)))
        .collect();
    let precision = Precision::of_amounts(choices.iter().map(|(_, (steady, _))| *steady));
    let rows = choices
        .into_iter()
        .map(|(hosting, (steady, crosses))| {
            let option = hosting.option();
            let cells = vec![money(steady, precision), crossing(crosses)];
            let mut row = Row::new(option.code, option.label, cells)
                .note(option.note)
                .stands_out_if(hosting == in_force);
            if hosting == in_force {
                row.title.push_str(" (in force)");
            }
            row
        })
        .collect();
    Table {
        id: "hosting-choices",
        caption: "What hosting bills: the choice in force and the other two".to_owned(),
        corner: "Hosting bills",
        columns: vec![
            column("steady", "Student, monthly"),
            column("crossing", "Crossover, steady state"),
        ],
        rows,
        hidden: false,
        sortable: 0,
    }
}

/// A choice's steady state and crossing, whether or not it is in force.
fn figures(report: &Report, hosting: Hosting) -> Option<(&Amount<Usd>, &Maybe<Crossing>)> {
    if hosting == report.scenario.hosting {
        return Some((&report.student.steady, &report.crossover.steady));
    }
    let mut others = report.other_hosting.iter();
    let other = others.find(|other| other.hosting == hosting)?;
    Some((&other.steady, &other.crossing))
}

/// The three commitment terms.
#[must_use]
pub fn terms(report: &Report) -> Table {
    let amounts = report
        .terms
        .iter()
        .flat_map(|t| [&t.month_1, &t.steady, &t.horizon, &t.locked_in]);
    let precision = Precision::of_amounts(amounts);
    let rows = report
        .terms
        .iter()
        .map(|term| {
            let in_force = term.term == report.scenario.term;
            let option = term.term.option();
            let cells = vec![
                hourly(&term.hourly),
                money(&term.month_1, precision),
                money(&term.steady, precision),
                money(&term.horizon, precision),
                money(&term.locked_in, precision),
                crossing(&term.steady_crossing),
                payback(&term.payback, &report.scenario),
            ];
            let mut row = Row::new(option.code, option.label, cells).stands_out_if(in_force);
            let amounts = [&term.month_1, &term.steady, &term.horizon, &term.locked_in];
            row.of = vec![term.hourly.origin()];
            row.of.extend(amounts.map(Amount::origin));
            if in_force {
                row.title.push_str(" (in force)");
            }
            row
        })
        .collect();
    Table {
        id: "terms",
        caption: "The student under each commitment".to_owned(),
        corner: "Commitment",
        columns: vec![
            column("hourly", "Per unit-hour"),
            column("month_1", "Month 1"),
            column("steady", "Steady state, monthly"),
            column(
                "horizon",
                format!("Total of {}", months(report.scenario.horizon)),
            ),
            column("locked_in", "Locked in at purchase"),
            column("crossing", "Crossover, steady state"),
            column("payback", "Payback"),
        ],
        rows,
        // Terms are of model units: where none are billed there is nothing to compare.
        hidden: !report.scenario.hosting.bills_hours(),
        sortable: 0,
    }
}

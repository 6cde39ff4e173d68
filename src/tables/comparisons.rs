//! The choices side by side: what hosting bills, and the commitment terms.

use super::Table;
use crate::economics::{Amount, Crossing, Maybe, Report};
use crate::quantity::Usd;
use crate::scenario::{Alternative, Choice, Hosting};
use crate::wording::{crossing, hourly, months, payback};

/// The three readings of what hosting bills.
#[must_use]
pub fn hosting_choices(report: &Report) -> Table {
    let caption = "What hosting bills: the choice in force and the other two";
    let mut table = Table::new("hosting-choices", caption, "Hosting bills");
    table.column("steady", "Student, monthly");
    table.column("crossing", "Crossover, steady state");
    for hosting in Hosting::ALL.iter().copied() {
        if let Some((steady, crosses)) = figures(report, hosting) {
            let option = hosting.option();
            begin(&mut table, option, hosting == report.scenario.hosting);
            table.note(option.note);
            table.money(steady);
            table.text(&crossing(crosses));
        }
    }
    table.finish()
}

/// Begins the row of an option.
fn begin(table: &mut Table, option: &Alternative, in_force: bool) {
    let more = if in_force { " (in force)" } else { "" };
    table.row(option.code, &[option.label, more].concat());
    table.stands_out_if(in_force);
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
    let scenario = &report.scenario;
    let mut table = Table::new("terms", "The student under each commitment", "Commitment");
    table.column("hourly", "Per unit-hour");
    table.column("month_1", "Month 1");
    table.column("steady", "Steady state, monthly");
    table.column("horizon", &format!("Total of {}", months(scenario.horizon)));
    table.column("locked_in", "Locked in at purchase");
    table.column("crossing", "Crossover, steady state");
    table.column("payback", "Payback");
    // Terms are of model units: where none are billed there is nothing to compare.
    table.hidden = !scenario.hosting.bills_hours();
    for term in &report.terms {
        begin(&mut table, term.term.option(), term.term == scenario.term);
        table.figure(hourly(&term.hourly), &term.hourly);
        for amount in [&term.month_1, &term.steady, &term.horizon, &term.locked_in] {
            table.money(amount);
        }
        table.text(&crossing(&term.steady_crossing));
        table.text(&payback(&term.payback, scenario));
    }
    table.finish()
}

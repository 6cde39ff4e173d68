//! What hosting bills, and what a commitment binds to.

use super::Section;
use crate::economics::{Report, TermReport};
use crate::quantity::Quantity;
use crate::scenario::{Choice, Term};
use crate::tables::{hosting_choices, stops, terms};
use crate::wording::{Precision, money, months};

pub(super) const SECTION: Section = Section {
    id: "hosting",
    title: "Hosting and commitment",
    answer,
    tables: |report| vec![hosting_choices(report), terms(report), stops(report)],
};

fn answer(report: &Report) -> String {
    let scenario = &report.scenario;
    if !scenario.hosting.bills_hours() {
        return "Hosting bills tokens alone, so there is nothing to commit to.".to_owned();
    }
    let in_force = report.terms.iter().find(|term| term.term == scenario.term);
    let said = in_force.map_or_else(String::new, |term| match term.term {
        Term::None => "Without commitment nothing is locked in.".to_owned(),
        committed => format!(
            "{} locks in {} at purchase.",
            committed.option().label,
            money(&term.locked_in, Precision::of_amounts(&[&term.locked_in]))
        ),
    });
    let known = report.terms.iter().filter(|term| total(term).is_some());
    let Some(cheapest) = known.min_by_key(|term| total(term)) else {
        return said;
    };
    let precision = Precision::of_amounts(&[&cheapest.horizon]);
    format!(
        "{said} Over {} the least of those with a known price is {}: {} in total.",
        months(scenario.horizon),
        cheapest.term.option().label,
        money(&cheapest.horizon, precision)
    )
}

/// The high end of the total over the horizon.
fn total(term: &TermReport) -> Option<rust_decimal::Decimal> {
    term.horizon.ok().map(|total| total.high().decimal())
}

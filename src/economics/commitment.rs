//! Commitment terms side by side: what each costs, what it locks in, and what it costs to stop early.

use super::case::{Case, Pick};
use super::cases::Cases;
use super::crossing::{Span, crossing};
use super::figure::{Amount, Maybe};
use super::number::Num;
use super::path::{Path, Plan, STOPS};
use super::payback::payback;
use super::report::TermReport;
use crate::quantity::UsdPerUnitHour;
use crate::scenario::{Choice, Scenario, Term};
use std::cmp::Ordering::Less;

/// The paths of every case under each term, under the hosting in force.
pub(super) fn by_term<'c, 's>(cases: &'c Cases<'s>, plan: Plan) -> Vec<(Term, Vec<Path<'c, 's>>)> {
    let paths = |term| Path::of_each(&cases.all, Plan { term, ..plan });
    let terms = Term::ALL.iter().copied();
    terms.map(|term| (term, paths(term))).collect()
}

/// A term.
pub(super) fn term(cases: &Cases, term: Term, paths: &[Path]) -> TermReport {
    let stops: Vec<_> = paths.iter().map(Path::stops).collect();
    let mut stop_after = Vec::new();
    for at in 0..STOPS {
        let totals: Vec<_> = stops.iter().map(|stops| after(stops, at)).collect();
        stop_after.push(cases.spanning(&totals));
    }
    TermReport {
        term,
        hourly: hourly(cases, paths),
        month_1: cases.hull(paths, |path| path.first().student),
        steady: cases.hull(paths, |path| path.steady),
        horizon: cases.hull(paths, |path| path.horizon),
        steady_crossing: crossing(cases, paths, Span::Steady),
        payback: payback(cases, paths),
        locked_in: cases.hull(paths, Path::locked_in),
        stop_after,
    }
}

/// What a unit-hour costs.
pub(super) fn hourly(cases: &Cases, paths: &[Path]) -> Amount<UsdPerUnitHour> {
    cases.hull(paths, |path| {
        path.case.hourly(path.plan.term.hourly_field())
    })
}

/// The cheapest term for each month in which one may stop, at the middle of all ranges; the first of
/// equals.
pub(super) fn cheapest(cases: &Cases, scenario: &Scenario, plan: Plan) -> Vec<Maybe<Term>> {
    let case = Case::new(scenario, Pick::MIDDLE);
    let mut terms = Vec::new();
    for term in Term::ALL.iter().copied() {
        let path = Path::new(&case, Plan { term, ..plan });
        terms.push((term, path.stops()));
    }
    let cheapest = |at| {
        let mut cheapest: Option<(Term, Num)> = None;
        for (term, stops) in &terms {
            let total = after(stops, at);
            if let Some(gap) = total.gap() {
                return Err(cases.absent(gap));
            }
            if cheapest.is_none_or(|(_, least)| total.minus(least).sign() == Less) {
                cheapest = Some((*term, total));
            }
        }
        Ok(cheapest.map_or(plan.term, |(term, _)| term))
    };
    (0..STOPS).map(|at| Maybe(cheapest(at))).collect()
}

/// What stopping costs when so many months are over, and one more.
fn after(stops: &[Num], at: usize) -> Num {
    stops.get(at).copied().unwrap_or(Num::ZERO)
}

//! Commitment terms side by side: what each costs, what it locks in, and what it costs to stop early.

use super::case::{Case, Pick};
use super::cases::Cases;
use super::crossing::{Span, crossing};
use super::number::Num;
use super::path::{Path, Plan, STOPS};
use super::payback::payback;
use super::report::{Amount, Maybe, TermReport};
use crate::quantity::Usd;
use crate::scenario::{Choice, Scenario, Term};

/// The paths of every case under each term, under the hosting in force.
pub(super) fn by_term<'c, 's>(cases: &'c Cases<'s>, plan: Plan) -> Vec<(Term, Vec<Path<'c, 's>>)> {
    let of_term = |term: &Term| {
        let plan = Plan {
            term: *term,
            ..plan
        };
        let paths = cases.all.iter().map(|case| Path::new(case, plan));
        (*term, paths.collect())
    };
    Term::ALL.iter().map(of_term).collect()
}

/// A term.
pub(super) fn term(cases: &Cases, term: Term, paths: &[Path]) -> TermReport {
    let hull =
        |figure: &dyn Fn(&Path) -> Num| -> Amount<Usd> { cases.hull(paths.iter().map(figure)) };
    let hourly = |path: &Path| path.case.hourly(term.hourly_field());
    TermReport {
        term,
        hourly: cases.hull(paths.iter().map(hourly)),
        month_1: hull(&|path| path.first().student),
        steady: hull(&|path| path.steady),
        horizon: hull(&|path| path.horizon),
        steady_crossing: crossing(cases, paths, Span::Steady),
        payback: payback(cases, paths),
        locked_in: hull(&|path| path.locked_in()),
        stop_after: (1..=STOPS)
            .map(|months| hull(&|path| path.stopped_after(months)))
            .collect(),
    }
}

/// The cheapest term for each month in which one may stop, at the middle of all ranges; the first of
/// equals.
pub(super) fn cheapest(cases: &Cases, scenario: &Scenario, plan: Plan) -> Vec<Maybe<Term>> {
    let case = Case::new(scenario, Pick::MIDDLE);
    let of_term = |term: &Term| {
        let plan = Plan {
            term: *term,
            ..plan
        };
        (*term, Path::new(&case, plan))
    };
    let paths: Vec<_> = Term::ALL.iter().map(of_term).collect();
    let cheapest = |months| {
        let mut cheapest = None;
        for (term, path) in &paths {
            let total = path.stopped_after(months).get();
            let total = total.map_err(|gap| cases.absent(gap))?;
            if cheapest.is_none_or(|(_, least)| total < least) {
                cheapest = Some((*term, total));
            }
        }
        Ok(cheapest.map_or(plan.term, |(term, _)| term))
    };
    (1..=STOPS).map(|months| Maybe(cheapest(months))).collect()
}

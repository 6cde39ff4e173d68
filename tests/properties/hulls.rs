//! A range in is a range out: no point of the box of inputs lies outside a figure, and each end of a
//! figure is attained at a corner of the box.

use crate::cases;
use crate::figures::{Figure, figures};
use crate::scenarios::{ALL, Asked, RANGES, Size, corners, pinned, ranged_sides, scenarios};
use crossover::economics::evaluate;
use crossover::scenario::{Choice, Hosting, Term};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// How many points of a box are tried.
const POINTS: usize = 20;

/// Places in a box: for each point, where it lies in each range, in sixteenths.
fn places() -> impl Strategy<Value = Vec<Vec<u32>>> {
    vec(vec(0..=16_u32, 20), POINTS)
}

proptest! {
    #![proptest_config(cases(150))]

    /// 150 boxes with 20 random points each, 3,000 points: every figure of each point lies within
    /// the box's.
    #[test]
    fn no_point_of_the_box_lies_outside(asked in scenarios(Size::Everyday, ALL), places in places()) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let hull = figures(&report.expect("just checked"));
        for place in places {
            let sixteenths = place.into_iter().map(|place| Decimal::from(place) / Decimal::from(16));
            let point = pinned(&scenario, sixteenths);
            let report = evaluate(&point.0);
            prop_assert!(report.is_ok(), "{:?} is too large and its box is not", point);
            for (inner, outer) in figures(&report.expect("just checked")).iter().zip(&hull) {
                prop_assert!(lies_within(inner, outer), "{:?}\n{:?}\n{:?}", point, inner, outer);
            }
        }
    }

    /// 150 boxes, up to 64 corners each: the lowest and the highest figure of the corners are the
    /// ends, so that no range is wider than it has to be.
    #[test]
    fn both_ends_are_attained_at_a_corner(asked in scenarios(Size::Everyday, RANGES)) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(ranged_sides(&scenario) <= 6 && report.is_ok());
        let hull = figures(&report.expect("just checked"));
        let at_corners: Vec<Vec<Figure>> = corners(&scenario)
            .map(|corner| figures(&evaluate(&corner.0).expect("its box is not too large")))
            .collect();
        for (index, figure) in hull.iter().enumerate() {
            let ends = at_corners.iter().map(|corner| corner[index].ends);
            let ends: Result<Vec<_>, _> = ends.collect();
            let attained = ends.map(|ends| {
                let low = ends.iter().map(|(low, _)| *low).min();
                low.zip(ends.iter().map(|(_, high)| *high).max()).expect("a corner")
            });
            prop_assert_eq!(figure.ends, attained, "{}", figure.name);
        }
    }
}

proptest! {
    #![proptest_config(cases(100))]

    /// 100 scenarios: what a choice is said to cost while it is not in force is what it costs when
    /// it is.
    #[test]
    fn a_choice_costs_what_it_says_beforehand(asked in scenarios(Size::Everyday, ALL)) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let report = report.expect("just checked");
        let in_force = |hosting: Hosting, term: Term| {
            let mut chosen = scenario.clone();
            (chosen.hosting, chosen.term) = (hosting, term);
            evaluate(&chosen).ok()
        };
        prop_assert_eq!(report.other_hosting.len(), Hosting::ALL.len() - 1);
        for other in &report.other_hosting {
            prop_assert_ne!(other.hosting, scenario.hosting);
            if let Some(chosen) = in_force(other.hosting, scenario.term) {
                prop_assert_eq!(other.steady, chosen.student.steady);
                prop_assert_eq!(other.crossing, chosen.crossover.steady);
            }
        }
        let terms: Vec<_> = report.terms.iter().map(|term| term.term).collect();
        prop_assert_eq!(terms, Term::ALL);
        for term in &report.terms {
            if let Some(chosen) = in_force(scenario.hosting, term.term) {
                prop_assert_eq!(term.month_1, chosen.student.month_1);
                prop_assert_eq!(term.steady, chosen.student.steady);
                prop_assert_eq!(term.horizon, chosen.student.horizon);
                prop_assert_eq!(term.steady_crossing, chosen.crossover.steady);
                prop_assert_eq!(term.payback, chosen.payback);
            }
        }
    }
}

/// Whether a point's figure lies within its box's. A share of nothing is not defined, at a point or
/// anywhere in the box.
fn lies_within(inner: &Figure, outer: &Figure) -> bool {
    match (inner.ends, outer.ends) {
        (Ok((low, high)), Ok((lowest, highest))) => lowest <= low && high <= highest,
        (_, Err(_)) => true,
        (Err(_), Ok(_)) => false,
    }
}

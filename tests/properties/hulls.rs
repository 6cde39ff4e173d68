//! A range in is a range out: no point of the box of inputs lies outside a figure, and each end of a
//! figure is attained at a corner of the box.

use crate::cases;
use crate::scenarios::{ALL, Asked, RANGES, Size, corners, pinned, ranged_sides, scenarios};
use crate::tree::{Ends, Reach, figures, tree};
use crossover::scenario::{Choice, Hosting, Term};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeMap;

/// How many points of a box are tried.
const POINTS: usize = 4;

proptest! {
    #![proptest_config(cases(2_000))]

    /// 2,000 boxes with 4 random points each: every figure of each point lies within the box's.
    #[test]
    fn no_point_of_the_box_lies_outside(
        asked in scenarios(Size::Everyday, ALL),
        // Where each point lies in each range, in sixteenths.
        places in vec(vec(0..=16_u32, 20), POINTS),
    ) {
        let Asked(scenario) = asked;
        let Ok(report) = tree(&scenario) else {
            return Err(TestCaseError::reject("too large"));
        };
        let hull: BTreeMap<_, _> = figures(&report).into_iter().collect();
        for place in places {
            let sixteenths = place.into_iter().map(|place| Decimal::from(place) / Decimal::from(16));
            let point = pinned(&scenario, sixteenths);
            let report = tree(&point.0);
            prop_assert!(report.is_ok(), "{:?} is too large and its box is not", point);
            let inside: BTreeMap<_, _> = figures(&report.expect("checked")).into_iter().collect();
            for (path, outer) in &hull {
                // What has a value all over the box has one at each of its points.
                let inner = inside.get(path);
                let lies_within = inner.is_some_and(|inner| {
                    outer.low <= inner.low && inner.high <= outer.high
                });
                prop_assert!(lies_within, "{:?} {}\n{:?}\n{:?}", point, path, inner, outer);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    /// 1,000 boxes, up to 16 corners each: the lowest and the highest figure of the corners are the
    /// ends, so that no range is wider than it has to be; but for bounds, which say so.
    #[test]
    fn both_ends_are_attained_at_a_corner(asked in scenarios(Size::Everyday, RANGES)) {
        let Asked(scenario) = asked;
        prop_assume!((1..=4).contains(&ranged_sides(&scenario)));
        let Ok(report) = tree(&scenario) else {
            return Err(TestCaseError::reject("too large"));
        };
        let mut attained: BTreeMap<String, Ends> = BTreeMap::new();
        for corner in corners(&scenario) {
            let report = tree(&corner.0).expect("its box is not too large");
            for (path, ends) in figures(&report) {
                let both = attained.entry(path).or_insert(ends);
                (both.low, both.high) = (both.low.min(ends.low), both.high.max(ends.high));
            }
        }
        // Where a range moves the number of units, times are outer bounds, as amounts say they are.
        let moves_units = scenario.unit_capacity.is_some()
            && !(scenario.volume.is_point() && scenario.teacher_share.is_point());
        for (path, ends) in figures(&report) {
            let is_time = path.ends_with("payback") || path.ends_with("runs_out");
            if moves_units && is_time {
                continue;
            }
            let corners = attained.get(&path);
            if let Some(corners) = corners.filter(|_| !ends.bound) {
                prop_assert_eq!((ends.low, ends.high), (corners.low, corners.high), "{}", path);
            }
        }
    }

    /// 1,000 scenarios: what a choice is said to cost while it is not in force is what it costs when
    /// it is.
    #[test]
    fn a_choice_costs_what_it_says_beforehand(asked in scenarios(Size::Everyday, ALL)) {
        let Asked(scenario) = asked;
        let Ok(report) = tree(&scenario) else {
            return Err(TestCaseError::reject("too large"));
        };
        let in_force = |hosting: Hosting, term: Term| {
            let mut chosen = scenario.clone();
            (chosen.hosting, chosen.term) = (hosting, term);
            tree(&chosen).ok()
        };
        let others = report["other_hosting"].as_array().expect("a list");
        let hostings = Hosting::ALL.iter().filter(|other| **other != scenario.hosting);
        prop_assert_eq!(others.len(), Hosting::ALL.len() - 1);
        for (other, hosting) in others.iter().zip(hostings) {
            prop_assert_eq!(&other["hosting"], hosting.option().code);
            if let Some(chosen) = in_force(*hosting, scenario.term) {
                prop_assert_eq!(&other["steady"], &chosen["student"]["steady"]);
                prop_assert_eq!(&other["crossing"], &chosen["crossover"]["steady"]);
            }
        }
        let terms = report["terms"].as_array().expect("a list");
        prop_assert_eq!(terms.len(), Term::ALL.len());
        for (term, named) in terms.iter().zip(Term::ALL) {
            prop_assert_eq!(&term["term"], named.option().code);
            if let Some(chosen) = in_force(scenario.hosting, *named) {
                for part in ["month_1", "steady", "horizon"] {
                    prop_assert_eq!(&term[part], &chosen["student"][part]);
                }
                prop_assert_eq!(&term["steady_crossing"], &chosen["crossover"]["steady"]);
                prop_assert_eq!(&term["payback"], &chosen["payback"]);
            }
        }
    }
}

#[test]
fn never_lies_beyond_every_value() {
    assert!(Reach::At(Decimal::MAX) < Reach::Never);
    assert_eq!(figures(&Value::Null), []);
}

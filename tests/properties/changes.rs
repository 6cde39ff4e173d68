//! What a change of the scenario must not move, stays; what it must move, moves as much as it has to.

use crate::cases;
use crate::scenarios::{ALL, Asked, POINT, RANGES, Size, scenarios, set};
use crate::tree::{self, Reach, ends, figures, number, parts, tree};
use crossover::link::{decode, encode};
use crossover::scenario::{FieldId, Hosting, Kind, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios: the first months, the steady state and what they lead to are the same
    /// however long one looks ahead.
    #[test]
    fn a_longer_horizon_changes_no_month(
        asked in prop_oneof![scenarios(Size::Everyday, ALL), scenarios(Size::Small, RANGES)],
        horizons in (1..=60_u32, 1..=60_u32),
    ) {
        let Asked(scenario) = asked;
        let over = |months: u32| {
            let mut scenario = scenario.clone();
            set(&mut scenario, FieldId::horizon, &months.to_string());
            tree(&scenario)
        };
        let (short, long) = (horizons.0.min(horizons.1), horizons.0.max(horizons.1));
        // A longer horizon may lead beyond the limits.
        let (Ok(short), Ok(long)) = (over(short), over(long)) else {
            return Err(TestCaseError::reject("too large"));
        };
        let of_the_horizon = |path: &str| {
            let parts = ["horizon", "owed", "payback", "verdict", "break_even", "sensitivity"];
            let fits = ["credits", "levers", "diagnosis"];
            parts.iter().any(|part| path.contains(part))
                || fits.iter().any(|part| path.starts_with(&format!("/{part}")))
        };
        for (path, value) in parts(&short) {
            if !of_the_horizon(&path) {
                prop_assert_eq!(Some(value), long.pointer(&path), "{}", path);
            }
        }
    }

    /// 10,000 scenarios: a student that pays for hours alone costs no more than one that pays for
    /// tokens and hours, and none costs more than both together.
    #[test]
    fn provisioned_never_costs_more_than_both(asked in scenarios(Size::Everyday, ALL)) {
        let under = |hosting| {
            let mut scenario = asked.0.clone();
            scenario.hosting = hosting;
            tree(&scenario)
        };
        let Ok(both) = under(Hosting::Both) else {
            return Err(TestCaseError::reject("too large"));
        };
        let less = under(Hosting::Provisioned);
        prop_assert!(less.is_ok(), "what costs less is too large");
        let less = less.expect("checked");
        let costs_more = figures(&both);
        for (path, figure) in figures(&less) {
            let is_cost = path.starts_with("/student") || path.starts_with("/terms")
                || path.starts_with("/crossover") || path.starts_with("/payback")
                || path.ends_with("/student");
            let is_rising = !path.ends_with("/windows");
            if is_cost && is_rising {
                let Some((_, most)) = costs_more.iter().find(|(other, _)| *other == path) else {
                    continue;
                };
                prop_assert!(figure.low <= most.low && figure.high <= most.high, "{}", path);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios: with every price ten times as high, so is every amount of money, and
    /// nothing else moves.
    #[test]
    fn scaled_prices_scale_money_and_move_no_crossover(
        asked in prop_oneof![scenarios(Size::Small, POINT), scenarios(Size::Small, ALL)],
    ) {
        let Asked(scenario) = asked;
        let mut dearer = scenario.clone();
        for id in FieldId::ALL.iter().filter(|id| is_money(**id)) {
            set(&mut dearer, *id, &tenfold(&scenario.text(*id)));
        }
        let (Ok(one), Ok(ten)) = (tree(&scenario), tree(&dearer)) else {
            return Err(TestCaseError::reject("too large"));
        };
        // Small effects are ordered as they are reported, with six decimals.
        let rows = |tree: &'_ Value| tree["sensitivity"].as_array().expect("rows").clone();
        for row in rows(&one) {
            let other = rows(&ten).into_iter().find(|other| other["field"] == row["field"]);
            prop_assert!(other.is_some(), "{} is gone", row);
            let other = other.expect("checked");
            for end in ["low", "high"] {
                prop_assert!(is_tenfold(&row[end], &other[end]), "{} {}", row, other);
            }
        }
        let others = parts(&one).into_iter();
        for (path, value) in others.filter(|(path, _)| !path.starts_with("/sensitivity")) {
            let other = ten.pointer(&path);
            prop_assert!(other.is_some(), "{} is gone", path);
            let other = other.expect("checked");
            if counts_money(&path) {
                // A value beyond the bounds of its field is not told.
                let untold = path.starts_with("/break_even") && other["value"].is_null();
                prop_assert!(untold || is_tenfold(value, other), "{}: {} {}", path, value, other);
            } else {
                prop_assert_eq!(value, other, "{}", path);
            }
        }
    }

    /// 10,000 scenarios: a link and the texts of the fields lead to the same report.
    #[test]
    fn a_link_leads_to_the_same_report(asked in scenarios(Size::Everyday, ALL)) {
        let Asked(scenario) = asked;
        let opened = decode(&encode(&scenario)).scenario;
        prop_assert_eq!(tree(&opened), tree(&scenario));
        let json = crossover::export::scenario(&scenario);
        let json: Value = serde_json::from_str(&json).expect("a scenario is JSON");
        let read = Scenario::read(|field| {
            json[field.field().name].as_str().unwrap_or_default().to_owned()
        });
        prop_assert_eq!(read, Ok(scenario));
    }
}

/// Whether a field is a price or an amount of money.
fn is_money(id: FieldId) -> bool {
    let field = id.field();
    field.kind == Kind::Pools || field.unit.starts_with('$')
}

/// A text of a field with each of its prices ten times as high.
fn tenfold(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let one = |text: &str| {
        // What may come behind an amount: the rest of its range, and when a pool ends.
        let (amount, pool) = text.split_once('@').unwrap_or((text, ""));
        let at = if pool.is_empty() {
            String::new()
        } else {
            format!("@{pool}")
        };
        let ends: Vec<_> = amount
            .split("..")
            .map(|end| {
                if end.is_empty() || !end.chars().all(is_digit) {
                    return end.to_owned();
                }
                let end: Decimal = end.parse().expect("an amount");
                (end * Decimal::TEN).normalize().to_string()
            })
            .collect();
        format!("{}{at}", ends.join(".."))
    };
    let between = |by: &str| text.split(by).map(one).collect::<Vec<_>>().join(by);
    if text.contains('+') {
        between("+")
    } else {
        between("/")
    }
}

/// Whether what stands at a path is money.
fn counts_money(path: &str) -> bool {
    let none = [
        "/crossover",
        "/payback",
        "/capacity",
        "/cheapest_term",
        "/diagnosis",
        "/verdict",
        "/quality/loss",
        "/quality/lift",
        "/quality/verdict",
        "/quality/enough",
        "/quality/adjusted/crossing",
        "/break_even/teacher_share",
        "/break_even/volume",
        "/break_even/months",
        "/teacher/ratio",
        "/student/units",
    ];
    let last = [
        "crossing", "payback", "percent", "runs_out", "volume", "month", "id", "hosting", "term",
        "fits", "reason", "field",
    ];
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_named = last.iter().any(|last| name.ends_with(last)) && path != "/student/hosting";
    !is_named && !none.iter().any(|none| path.starts_with(none))
}

/// Whether each amount is ten times the other, both having been rounded.
fn is_tenfold(one: &Value, ten: &Value) -> bool {
    if let (Some(one), Some(ten)) = (ends(one), ends(ten)) {
        let is = |one: Reach, ten: Reach| match (one, ten) {
            (Reach::At(one), Reach::At(ten)) => {
                (one * Decimal::TEN - ten).abs() <= Decimal::new(6, 6)
            }
            (one, ten) => one == ten,
        };
        return is(one.low, ten.low) && is(one.high, ten.high) && one.bound == ten.bound;
    }
    if let (Some(one), Some(ten)) = (number(&one["value"]), number(&ten["value"])) {
        return (one * Decimal::TEN - ten).abs() <= Decimal::new(6, 6);
    }
    one == ten
}

#[test]
fn texts_are_scaled_where_they_are_money() {
    assert_eq!(tenfold("2..3/10..15.5"), "20..30/100..155");
    assert_eq!(tenfold("100@24+0.25@12"), "1000@24+2.5@12");
    assert_eq!(tenfold("?"), "?");
    let report = tree(&Scenario::default()).expect("within the limits");
    assert!(tree::figures(&report).len() > 100);
    assert!(!counts_money("/terms/0/steady_crossing") && counts_money("/terms/0/hourly"));
}

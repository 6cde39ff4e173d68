//! Unknown is a value of its own: what needs it says so, and everything else stays as it is.
//!
//! What needs an input is found by changing it: a figure that moves with it needs it.

use crate::cases;
use crate::scenarios::{RANGES, Size, scenarios, set};
use crate::tree::{parts, tree};
use crossover::scenario::{Baseline, FieldId, Kind, Scenario};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// The fields that may be unknown.
fn unknowable() -> Vec<FieldId> {
    let may_be = |id: &FieldId| matches!(id.field().kind, Kind::Number { unknown: true, .. });
    FieldId::ALL.iter().copied().filter(may_be).collect()
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios, one field of each unknown.
    #[test]
    fn only_what_needs_it_is_not_computed(
        asked in scenarios(Size::Everyday, RANGES),
        field in select(unknowable()),
    ) {
        let with = |text: &str| {
            let mut changed = asked.0.clone();
            set(&mut changed, field, text);
            tree(&changed)
        };
        let (Ok(known), Ok(more), Ok(unknown)) = (with("1"), with("90"), with("?")) else {
            return Err(TestCaseError::reject("too large"));
        };
        for (path, value) in parts(&known) {
            // Which rows there are depends on it; each row is of another field.
            if path.starts_with("/sensitivity") || path.starts_with("/diagnosis") {
                continue;
            }
            let found = unknown.pointer(&path);
            prop_assert!(found.is_some(), "{} is gone", path);
            let found = found.expect("checked");
            let absent = found.is_null() || *found == json!("unknown");
            let moves = Some(value) != more.pointer(&path);
            let unchanged = found == value;
            let right = if is_said_of_what_is_absent(&path, &unknown) {
                true
            } else if moves {
                absent
            } else if is_idle(&asked.0, field) && is_a_sum(&path, value) {
                unchanged
            } else {
                // It may need the input and not move: "never" is never, at any price.
                unchanged || absent
            };
            prop_assert!(right, "{} unknown: {} is {}, was {}", field.field().name, path, found, value);
        }
    }
}

/// Whether a field that may be unknown is in neither path's cost. That a cost does not move says
/// less: it may move by less than is reported.
fn is_idle(scenario: &Scenario, field: FieldId) -> bool {
    let (hosting, term) = (scenario.hosting, scenario.term);
    match field {
        FieldId::cache_read | FieldId::cache_write => scenario.baseline != Baseline::Cached,
        FieldId::batch_price => scenario.baseline != Baseline::Batch,
        FieldId::training_rate => scenario.pairs.is_none(),
        FieldId::training => scenario.pairs.is_some(),
        FieldId::storage => false,
        hourly => !(hosting.bills_hours() && term.hourly_field() == hourly),
    }
}

/// Whether it is money that needs each of its parts.
fn is_a_sum(path: &str, value: &Value) -> bool {
    let parts = ["/teacher", "/student", "/saving", "/months", "/bill"];
    value.get("low").is_some() && parts.iter().any(|part| path.starts_with(part))
}

#[test]
fn every_field_that_may_be_unknown_is_known_here() {
    let mut known = [
        FieldId::batch_price,
        FieldId::cache_read,
        FieldId::cache_write,
        FieldId::hourly_1mo,
        FieldId::hourly_6mo,
        FieldId::hourly_none,
        FieldId::storage,
        FieldId::training,
        FieldId::training_rate,
    ];
    known.sort();
    let mut found = unknowable();
    found.sort();
    assert_eq!(found, known);
}

/// Whether it says if a lever fits, of which it is not known what it or the student costs.
fn is_said_of_what_is_absent(path: &str, report: &Value) -> bool {
    let lever = path.strip_suffix("/fits").or(path.strip_suffix("/reason"));
    let lever = lever.and_then(|lever| report.pointer(lever));
    let saving = &report["saving"]["horizon"];
    lever.is_some_and(|lever| {
        let costs = [&lever["steady"], &lever["horizon"], saving];
        costs.iter().any(|cost| cost.is_null())
    })
}

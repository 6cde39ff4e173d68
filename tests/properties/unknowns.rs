//! Unknown is a value of its own: what needs it says so, and everything else stays as it is.
//!
//! What needs an input is found by changing it: a figure that moves with it needs it.

use crate::cases;
use crate::figures::figures;
use crate::scenarios::{Asked, RANGES, Size, scenarios};
use crossover::economics::{Absent, VerdictCode, evaluate};
use crossover::scenario::{FieldId, Kind};
use crossover::wording;
use proptest::prelude::*;

/// The fields that may be unknown.
fn unknowable() -> impl Iterator<Item = FieldId> {
    let may_be = |id: &FieldId| matches!(id.field().kind, Kind::Number { unknown: true, .. });
    FieldId::ALL.iter().copied().filter(may_be)
}

proptest! {
    #![proptest_config(cases(150))]

    /// 150 scenarios, each field that may be unknown in turn.
    #[test]
    fn only_what_needs_it_is_not_computed(asked in scenarios(Size::Everyday, RANGES)) {
        let Asked(scenario) = asked;
        for field in unknowable() {
            let with = |text: &str| {
                let mut changed = scenario.clone();
                changed.set(field, text).expect("a value of the field");
                evaluate(&changed)
            };
            let (known, more, unknown) = (with("1"), with("2000..3000"), with("?"));
            prop_assume!(known.is_ok() && more.is_ok() && unknown.is_ok());
            let (known, more) = (known.expect("checked"), more.expect("checked"));
            let unknown = unknown.expect("checked");
            let figures = figures(&unknown).into_iter().zip(figures(&known)).zip(figures(&more));
            for ((unknown, known), more) in figures {
                let moves = known.ends != more.ends;
                let says_so = unknown.ends == Err(Absent::Unknown(field));
                let unchanged = unknown.ends == known.ends;
                let right = if moves {
                    says_so
                } else if known.is_money {
                    unchanged
                } else {
                    unchanged || says_so
                };
                prop_assert!(right, "{} unknown: {:?}, was {:?}", field.field().name, unknown, known);
            }
            let answer_moves = known.saving.horizon != more.saving.horizon;
            prop_assert_eq!(unknown.verdict.code == VerdictCode::Unknown, answer_moves);
            let label = field.field().label;
            let said = wording::verdict(&unknown).contains(&label.to_lowercase());
            prop_assert_eq!(said, answer_moves, "{}", wording::verdict(&unknown));
        }
    }
}

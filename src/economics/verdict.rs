//! Which path is cheaper over the horizon, and what that depends on.

use super::case::{At, Case, Change, Pick};
use super::number::Num;
use super::path::{Path, Plan};
use super::{Absent, Amount, Crossing, Maybe, State};
use crate::quantity::Usd;
use crate::scenario::{FieldId, Scenario};
use std::cmp::Ordering::Greater;

/// The answer, as a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictCode {
    /// The student saves money over the horizon.
    Distil,
    /// It does not at this volume; at some volume it would.
    Stay,
    /// It does not at any volume.
    Never,
    /// It does at one end of the ranges and not at the other.
    Depends,
    /// An input that the answer needs is unknown.
    Unknown,
}

impl VerdictCode {
    /// How JSON and the page spell it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Distil => "distil",
            Self::Stay => "stay",
            Self::Never => "never",
            Self::Depends => "depends",
            Self::Unknown => "unknown",
        }
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Its code.
    pub code: VerdictCode,
    /// The ranges that decide it, when it depends; the input that is missing, when it is unknown.
    pub on: Vec<FieldId>,
}

pub(super) fn verdict(
    scenario: &Scenario,
    plan: Plan,
    saving: &Amount<Usd>,
    crossing: &Maybe<Crossing>,
) -> Verdict {
    let (saving, crossing) = match (saving.as_ref(), crossing.as_ref()) {
        (Ok(saving), Ok(crossing)) => (saving, crossing),
        (Err(absent), _) | (_, Err(absent)) => {
            let on = match absent {
                Absent::Unknown(field) => vec![field],
                Absent::Undefined => Vec::new(),
            };
            let code = VerdictCode::Unknown;
            return Verdict { code, on };
        }
    };
    let positive = (saving.low() > Usd::ZERO, saving.high() > Usd::ZERO);
    let some_volume_wins = matches!(crossing.state, State::At | State::Every);
    let code = match positive {
        (true, _) => VerdictCode::Distil,
        (false, true) => VerdictCode::Depends,
        (false, false) if some_volume_wins => VerdictCode::Stay,
        (false, false) => VerdictCode::Never,
    };
    let on = if code == VerdictCode::Depends {
        deciding(scenario, plan)
    } else {
        Vec::new()
    };
    Verdict { code, on }
}

/// The ranges that alone turn the answer, the others at their middle; all of them, when none does.
fn deciding(scenario: &Scenario, plan: Plan) -> Vec<FieldId> {
    let saves = |field: FieldId, at: At| {
        let saving = saving_with(scenario, plan, Some((field, Change::At(at))));
        saving.sign() == Greater
    };
    let (mut ranges, mut deciding) = (Vec::new(), Vec::new());
    for field in FieldId::ALL.iter().copied() {
        if scenario.is_range(field) && scenario.is_relevant(field) {
            ranges.push(field);
            if saves(field, At::Low) != saves(field, At::High) {
                deciding.push(field);
            }
        }
    }
    if deciding.is_empty() {
        ranges
    } else {
        deciding
    }
}

/// The saving over the horizon at the middle of all ranges, with one input changed.
pub(super) fn saving_with(
    scenario: &Scenario,
    plan: Plan,
    change: Option<(FieldId, Change)>,
) -> Num {
    let pick = Pick {
        change,
        ..Pick::MIDDLE
    };
    let case = Case::new(scenario, pick);
    Path::new(&case, plan).horizon_saving()
}

//! Which path is cheaper over the horizon, and what that depends on.

use super::corner::{At, Corner, Gap, Plan};
use super::{Absent, Amount, Crossing, State, TooLarge};
use crate::quantity::{Quantity, Usd};
use crate::scenario::{FieldId, Scenario};

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
    saving: Amount<Usd>,
    crossing: Result<Crossing, Absent>,
) -> Result<Verdict, TooLarge> {
    let (saving, crossing) = match (saving, crossing) {
        (Ok(saving), Ok(crossing)) => (saving, crossing),
        (Err(absent), _) | (_, Err(absent)) => {
            let on = match absent {
                Absent::Unknown(field) => vec![field],
                Absent::Undefined => Vec::new(),
            };
            let code = VerdictCode::Unknown;
            return Ok(Verdict { code, on });
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
        deciding(scenario, plan)?
    } else {
        Vec::new()
    };
    Ok(Verdict { code, on })
}

/// The ranges that alone turn the answer, the others at their middle; all of them, when none does.
fn deciding(scenario: &Scenario, plan: Plan) -> Result<Vec<FieldId>, TooLarge> {
    let ranges = FieldId::ALL
        .iter()
        .copied()
        .filter(|field| scenario.is_range(*field) && scenario.is_relevant(*field));
    let saves = |field: FieldId, at: At| -> Result<bool, TooLarge> {
        let corner = Corner::at(scenario, &|f| if f == field { at } else { At::Middle })?;
        match corner.horizon_saving(plan) {
            Ok(saving) => Ok(saving.decimal() > Usd::ZERO.decimal()),
            Err(Gap::TooLarge(cause)) => Err(cause),
            Err(Gap::Absent(_)) => Ok(false),
        }
    };
    let mut deciding = Vec::new();
    for field in ranges.clone() {
        if saves(field, At::Low)? != saves(field, At::High)? {
            deciding.push(field);
        }
    }
    Ok(if deciding.is_empty() {
        ranges.collect()
    } else {
        deciding
    })
}

//! One corner of the box of inputs: every range fixed at one of its values.

use super::{Absent, Amount, TooLarge};
use crate::quantity::{
    Hours, ModelUnits, Months, Overflow, Quantity, Range, Rate, Tokens, Usd, UsdPerMillion,
    UsdPerUnitHour,
};
use crate::scenario::{FieldId, Hosting, Known, Scenario, Term};
use std::cell::Cell;

/// How the student is served: the choices that the report compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What hosting bills.
    pub hosting: Hosting,
    /// The commitment term.
    pub term: Term,
}

/// Where in its range an input is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Low,
    Middle,
    High,
}

impl At {
    fn of<Q: Quantity>(self, range: Range<Q>) -> Q {
        match self {
            Self::Low => range.low(),
            Self::Middle => range.middle(),
            Self::High => range.high(),
        }
    }

    fn of_known<Q: Quantity>(self, value: Known<Range<Q>>) -> Known<Q> {
        match value {
            Known::Known(range) => Known::Known(self.of(range)),
            Known::Unknown => Known::Unknown,
        }
    }
}

/// Why a figure is not computed at a corner.
#[derive(Clone, Copy, Debug)]
pub(super) enum Gap {
    Absent(Absent),
    TooLarge(TooLarge),
}

impl From<TooLarge> for Gap {
    fn from(cause: TooLarge) -> Self {
        Self::TooLarge(cause)
    }
}

/// A scenario with every range fixed at one of its values.
#[derive(Clone, Debug)]
pub(super) struct Corner {
    pub volume: Tokens,
    pub teacher_rate: UsdPerMillion,
    pub student_rate: UsdPerMillion,
    pub generation: Usd,
    pub training: Known<Usd>,
    pub evaluation: Usd,
    pub effort: Usd,
    pub hourly_none: Known<UsdPerUnitHour>,
    pub hourly_1mo: Known<UsdPerUnitHour>,
    pub hourly_6mo: Known<UsdPerUnitHour>,
    pub units: ModelUnits,
    pub hours: Hours,
    pub storage: Known<Usd>,
    pub horizon: Months,
    /// Whether it is the student's best case, apart from the volume.
    pub favours_student: bool,
}

impl Corner {
    /// Fixes each input where `at` says.
    pub fn at(scenario: &Scenario, at: &dyn Fn(FieldId) -> At) -> Result<Self, TooLarge> {
        let blended = |rate: Rate, field| {
            let fixed = rate.fixed_at(|range| at(field).of(range));
            let effective = fixed.effective(scenario.input_share);
            effective.map(Range::low).map_err(too_large(&[
                FieldId::teacher_rate,
                FieldId::student_rate,
                FieldId::input_share,
            ]))
        };
        Ok(Self {
            volume: at(FieldId::volume).of(scenario.volume),
            teacher_rate: blended(scenario.teacher_rate, FieldId::teacher_rate)?,
            student_rate: blended(scenario.student_rate, FieldId::student_rate)?,
            generation: at(FieldId::generation).of(scenario.generation),
            training: at(FieldId::training).of_known(scenario.training),
            evaluation: at(FieldId::evaluation).of(scenario.evaluation),
            effort: at(FieldId::effort).of(scenario.effort),
            hourly_none: at(FieldId::hourly_none).of_known(scenario.hourly_none),
            hourly_1mo: at(FieldId::hourly_1mo).of_known(scenario.hourly_1mo),
            hourly_6mo: at(FieldId::hourly_6mo).of_known(scenario.hourly_6mo),
            units: scenario.units,
            hours: scenario.hours_per_month,
            storage: at(FieldId::storage).of_known(scenario.storage),
            horizon: scenario.horizon,
            favours_student: true,
        })
    }

    /// The student's best or worst case at one end of the volume.
    fn extreme(scenario: &Scenario, favours_student: bool, volume: At) -> Result<Self, TooLarge> {
        let (teacher, student) = if favours_student {
            (At::High, At::Low)
        } else {
            (At::Low, At::High)
        };
        let corner = Self::at(scenario, &|field| match field {
            FieldId::volume => volume,
            FieldId::teacher_rate => teacher,
            _ => student,
        })?;
        Ok(Self {
            favours_student,
            ..corner
        })
    }

    /// The months of the horizon.
    pub fn months(&self) -> u32 {
        u32::try_from(self.horizon.decimal()).unwrap_or_default()
    }

    /// The hourly price of a term, and the field it stands in.
    pub fn hourly(&self, term: Term) -> Result<UsdPerUnitHour, Gap> {
        let price = match term {
            Term::None => self.hourly_none,
            Term::OneMonth => self.hourly_1mo,
            Term::SixMonths => self.hourly_6mo,
        };
        known(term.hourly_field(), price)
    }
}

/// The corners at which every figure takes its lowest and its highest value, and whether a figure
/// went beyond the limits at one of them.
pub(super) struct Corners {
    all: Vec<Corner>,
    beyond: Cell<Option<TooLarge>>,
}

impl Corners {
    /// The corners of a scenario. Without ranges there is one; the first favours the student, and
    /// the last does not.
    pub fn of(scenario: &Scenario) -> Result<Self, TooLarge> {
        let mut all = vec![Corner::extreme(scenario, true, At::Low)?];
        if FieldId::ALL.iter().any(|field| scenario.is_range(*field)) {
            if scenario.is_range(FieldId::volume) {
                all.push(Corner::extreme(scenario, true, At::High)?);
                all.push(Corner::extreme(scenario, false, At::High)?);
            }
            all.push(Corner::extreme(scenario, false, At::Low)?);
        }
        Ok(Self {
            all,
            beyond: Cell::new(None),
        })
    }

    /// The first figure that went beyond the limits, if any did.
    pub fn beyond(&self) -> Option<TooLarge> {
        self.beyond.get()
    }

    /// A figure at every corner, or why there is none.
    pub fn each<T>(
        &self,
        figure: &dyn Fn(&Corner) -> Result<T, Gap>,
        take: &mut dyn FnMut(&Corner, T),
    ) -> Result<(), Absent> {
        for corner in &self.all {
            match figure(corner) {
                Ok(value) => take(corner, value),
                Err(Gap::Absent(absent)) => return Err(absent),
                Err(Gap::TooLarge(cause)) => {
                    self.beyond.set(Some(cause));
                    return Err(Absent::Undefined);
                }
            }
        }
        Ok(())
    }

    /// The lowest and highest value of a figure.
    pub fn hull<T: Copy + Ord>(&self, figure: &dyn Fn(&Corner) -> Result<T, Gap>) -> Amount<T> {
        let mut hull: Option<Range<T>> = None;
        self.each(figure, &mut |_, value| {
            hull = Some(hull.map_or(Range::point(value), |range| range.including(value)));
        })?;
        hull.ok_or(Absent::Undefined)
    }

    /// Whether one corner is the student's best and worst case at once.
    pub fn is_single(&self) -> bool {
        self.all.len() == 1
    }
}

/// The value of an input, or which one is unknown.
pub(super) fn known<T>(field: FieldId, value: Known<T>) -> Result<T, Gap> {
    match value {
        Known::Known(value) => Ok(value),
        Known::Unknown => Err(Gap::Absent(Absent::Unknown(field))),
    }
}

/// Names the inputs of an operation that overflowed.
pub(super) fn too_large(fields: &'static [FieldId]) -> impl Fn(Overflow) -> TooLarge {
    move |Overflow| TooLarge { fields }
}

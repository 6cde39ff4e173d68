//! The cases at which every figure takes its lowest and its highest value.
//!
//! A range is a box of cases. Each figure moves one way with each input, the others being fixed, so
//! its ends stand at corners of the box. Most inputs make the student cost more the higher they
//! are and can be moved together; the volume, the teacher's share and the teacher's rate stand on
//! both sides of a saving and are moved one by one.

use super::case::{At, Case, Pick};
use super::figure::{Amount, Ends, Figure, Maybe, Reported};
use super::inputs::Inputs;
use super::ledger::Gap;
use super::number::{Num, extremes};
use super::{Absent, TooLarge};
use crate::quantity::{Quantity, Rate};
use crate::scenario::{FieldId, Number, Scenario, Side, YesNo};
use std::cell::Cell;
use std::cmp::Ordering::{Greater, Less};

/// The corners of a scenario's box, and whether a figure went beyond the limits at one of them.
pub(super) struct Cases<'a> {
    pub all: Vec<Case<'a>>,
    /// The inputs that are ranges.
    pub ranged: Inputs,
    beyond: Cell<Option<TooLarge>>,
}

/// No proportion is told beyond it.
const MOST_TOLD: i64 = 1_000_000_000_000_000;

/// What is moved by itself, as it stands on both sides of a saving and decides how many units there
/// are.
const MOVED: Inputs = Inputs::only(FieldId::volume).with(Inputs::only(FieldId::teacher_share));

const ENDS: &[At] = &[At::Low, At::High];
const ONE: &[At] = &[At::Low];

impl<'a> Cases<'a> {
    /// The corners; a single one without ranges.
    pub fn of(scenario: &'a Scenario) -> Self {
        let mut ranged = Inputs::default();
        for field in FieldId::ALL.iter().copied() {
            if scenario.is_range(field) {
                ranged = ranged.with(Inputs::only(field));
            }
        }
        let ends_if = |ranged| if ranged { ENDS } else { ONE };
        let is_wide = |side| {
            let rate = scenario.number(FieldId::teacher_rate, side);
            matches!(rate, Number::Ends(low, high) if low != high)
        };
        let (input, output) = (is_wide(Side::Input), is_wide(Side::Output));
        let split = matches!(scenario.teacher_rate, Rate::Split { .. });
        // Where the teacher's rate is part of the student's cost too, it moves by itself.
        let on_both_sides = !scenario.teacher_share.high().decimal().is_zero()
            || !scenario.build_months.decimal().is_zero()
            || scenario.pairs.is_some() && scenario.from_logs == YesNo::No
            || split && input && output;
        let alone = |wide: bool| ends_if(on_both_sides && wide);
        let mut by_itself = MOVED;
        if on_both_sides {
            by_itself = by_itself.with(Inputs::only(FieldId::teacher_rate));
        }
        let others = !ranged.less(by_itself).is_empty();
        let mut all = Vec::new();
        for costs in ends_if(others) {
            for volume in ends_if(ranged.has(FieldId::volume)) {
                for share in ends_if(ranged.has(FieldId::teacher_share)) {
                    for first in alone(input) {
                        // Both sides of a blended rate are one.
                        for second in if split {
                            alone(output)
                        } else {
                            std::slice::from_ref(first)
                        } {
                            let opposite = if *costs == At::Low { At::High } else { At::Low };
                            let teacher = if on_both_sides {
                                [*first, *second]
                            } else {
                                [opposite; 2]
                            };
                            let pick = Pick {
                                volume: *volume,
                                share: *share,
                                teacher,
                                costs: *costs,
                                change: None,
                            };
                            all.push(Case::new(scenario, pick));
                        }
                    }
                }
            }
        }
        if scenario.unit_capacity.is_some() && !ranged.shared(MOVED).is_empty() {
            all = bounding(scenario, &all);
        }
        Self {
            all,
            ranged,
            beyond: Cell::new(None),
        }
    }

    /// The figure that went beyond the limits by the fewest inputs, if any did.
    pub fn beyond(&self) -> Option<TooLarge> {
        self.beyond.get()
    }

    /// Notes a figure that is beyond the limits.
    pub fn note(&self, cause: TooLarge) -> Absent {
        // A total is too large because of one of its parts: the fewest inputs are the cause.
        let known = self.beyond.get();
        let is_known = known.is_some_and(|known| known.inputs.count() <= cause.inputs.count());
        self.beyond.set(if is_known { known } else { Some(cause) });
        Absent::Undefined
    }

    /// What a gap means for a report.
    pub fn absent(&self, gap: Gap) -> Absent {
        match gap {
            Gap::Absent(absent) => absent,
            Gap::TooLarge(cause) => self.note(cause),
        }
    }

    /// Whether a figure that needs these inputs depends on no range.
    pub fn is_fixed(&self, needs: Inputs) -> bool {
        needs.shared(self.ranged).is_empty()
    }

    /// The lowest and highest value of a figure of paths, or of whatever there is one of at each
    /// corner. Beyond the quantity's bounds the inputs are too large.
    pub fn hull<Q: Quantity, T>(&self, of: &[T], figure: fn(&T) -> Num) -> Amount<Q> {
        self.spanning(&each(of, figure))
    }

    /// The same of values that are there already.
    pub fn spanning<Q: Quantity>(&self, values: &[Num]) -> Amount<Q> {
        let ends = self.ends(values, Some((Q::MIN, Q::MAX)));
        Maybe(ends.map(Figure::new))
    }

    /// The same of a proportion, of which one beyond the bounds says nothing: a share of next to
    /// nothing.
    pub fn proportion<Q: Reported, T>(&self, of: &[T], figure: fn(&T) -> Num) -> Amount<Q> {
        Maybe(self.ends(&each(of, figure), None).map(Figure::new))
    }

    /// The least and the greatest of some numbers, or why one of them is none.
    #[inline(never)]
    fn ends(&self, values: &[Num], bounds: Option<(i64, i64)>) -> Result<Ends, Absent> {
        let mut bound = false;
        let found = extremes(values, &mut |needs| bound |= self.is_bound(needs));
        let found = found.map_err(|gap| self.absent(gap))?;
        let (low, high) = found.ok_or(Absent::Undefined)?;
        let (min, max) = bounds.unwrap_or((-MOST_TOLD, MOST_TOLD));
        let [min, max] = [min, max].map(|end| Num::plain(end.into()));
        for end in [low, high] {
            if end.compare(min) != Less && end.compare(max) != Greater {
                continue;
            }
            let inputs = end.needs();
            return Err(match bounds {
                Some(_) => self.note(TooLarge { inputs }),
                None => Absent::Undefined,
            });
        }
        Ok(Ends {
            low: low.value(),
            high: high.value(),
            made: [low, high],
            bound: bound && !high.minus(low).is_zero(),
        })
    }

    /// Whether a figure depends on whole model units whose number depends on a range.
    pub fn is_bound(&self, needs: Inputs) -> bool {
        needs.has(FieldId::unit_capacity) && !self.is_fixed(needs.shared(MOVED))
    }
}

/// The corners with the fewest and with the most units of the box, whatever else they have.
fn bounding<'a>(scenario: &'a Scenario, corners: &[Case<'a>]) -> Vec<Case<'a>> {
    let with_units = |volume, share| {
        let pick = Pick {
            volume,
            share,
            ..Pick::MIDDLE
        };
        let case = Case::new(scenario, pick);
        (case.volume, case.kept)
    };
    let fewest = with_units(At::Low, At::High);
    let most = with_units(At::High, At::Low);
    let mut all = Vec::new();
    for corner in corners {
        for (unit_volume, unit_share) in [fewest, most] {
            all.push(Case {
                unit_volume,
                unit_share,
                ..corner.clone()
            });
        }
    }
    all
}

#[inline(never)]
fn each<T>(of: &[T], figure: fn(&T) -> Num) -> Vec<Num> {
    of.iter().map(figure).collect()
}

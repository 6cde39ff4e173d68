//! The two paths, month by month.

use crate::inputs::Inputs;
use crossover::scenario::{FieldId, Term};
use fraction::{Fraction, millionth, whole};
use num_bigint::BigInt;

/// The student's path of a scenario under one term, beside the teacher's.
pub struct Path<'a> {
    pub inputs: &'a Inputs,
    pub term: Term,
    pub teacher_share: Fraction,
    /// What is due in month 1.
    pub one_time: Option<Fraction>,
    /// What is due again with each re-distillation.
    pub again: Option<Fraction>,
    pub horizon: usize,
    pub build: usize,
    every: usize,
    /// The growth of the months: the first has 1.
    growth: Vec<Fraction>,
}

/// When the one-time cost is back.
pub enum Payback {
    /// After so many months.
    After(Fraction),
    /// Not within the horizon.
    Never,
}

/// No month that matters lies beyond: ten blocks of six, and the twelve of the terms.
const MONTHS: u32 = 66;

impl<'a> Path<'a> {
    pub fn new(inputs: &'a Inputs, term: Term) -> Self {
        let generation = inputs.generation();
        let evaluation = inputs.get(FieldId::evaluation);
        let again = inputs
            .training()
            .map(|training| generation + training + evaluation);
        let effort = inputs.get(FieldId::effort);
        Self {
            inputs,
            term,
            teacher_share: inputs.share(FieldId::teacher_share),
            one_time: again.as_ref().map(|again| again + effort),
            again,
            horizon: inputs.months(FieldId::horizon),
            build: inputs.months(FieldId::build_months),
            every: inputs.months(FieldId::redistil_every),
            growth: powers(&(whole(1) + inputs.share(FieldId::growth))),
        }
    }

    /// The path of plain fine-tuning: no teacher, and labels that people write.
    pub fn fine_tuning(inputs: &'a Inputs) -> Self {
        let distilled = Self::new(inputs, inputs.term);
        let labelling = inputs.get(FieldId::labelling);
        let evaluation = inputs.get(FieldId::evaluation);
        let once = inputs
            .training()
            .map(|training| labelling + training + evaluation);
        Self {
            teacher_share: whole(0),
            one_time: once.clone(),
            again: once,
            ..distilled
        }
    }

    /// How much larger a month is than the first.
    pub fn growth(&self, month: usize) -> &Fraction {
        &self.growth[month - 1]
    }

    /// The tokens of a month.
    pub fn volume(&self, month: usize) -> Fraction {
        self.inputs.get(FieldId::volume) * self.growth(month)
    }

    /// The teacher's month.
    pub fn teacher(&self, month: usize) -> Option<Fraction> {
        Some(self.volume(month) * self.inputs.teacher_rate()? * millionth())
    }

    /// The units that so many tokens a month need after the build.
    pub fn units_at(&self, volume: &Fraction) -> BigInt {
        let entered = self.inputs.get(FieldId::units).floor();
        match self.inputs.units_per_token(&self.teacher_share) {
            None => entered,
            Some(per_token) => entered.max((volume * per_token).ceil()),
        }
    }

    /// The units that a month needs by itself.
    fn needs(&self, month: usize) -> BigInt {
        if month <= self.build {
            self.inputs.get(FieldId::units).floor()
        } else {
            self.units_at(&self.volume(month))
        }
    }

    /// The first and the last month of the block in which a month lies.
    pub fn block(&self, month: usize) -> (usize, usize) {
        match self.term {
            Term::None | Term::OneMonth => (month, month),
            Term::SixMonths => {
                let before = (month - 1) / 6 * 6;
                (before + 1, before + 6)
            }
        }
    }

    /// The units that are paid in a month.
    pub fn units(&self, month: usize) -> BigInt {
        let (first, last) = self.block(month);
        let needs = (first..=last).map(|month| self.needs(month));
        needs.max().expect("a block has a month")
    }

    /// The hosting of a month.
    pub fn hosting(&self, month: usize) -> Option<Fraction> {
        Some(self.inputs.unit_month(self.term)? * whole(self.units(month)))
    }

    /// The rest of the block that is running at the end of a month.
    pub fn rest_of_block(&self, month: usize) -> Option<Fraction> {
        let (_, last) = self.block(month);
        Some(self.hosting(month)? * whole(last - month))
    }

    /// The tokens that stay with the teacher, in dollars.
    pub fn routed(&self, volume: &Fraction) -> Option<Fraction> {
        Some(volume * &self.teacher_share * self.inputs.teacher_rate()? * millionth())
    }

    /// The student's own tokens, in dollars.
    pub fn inference(&self, volume: &Fraction) -> Fraction {
        volume * (whole(1) - &self.teacher_share) * self.inputs.billed_student_rate() * millionth()
    }

    /// The student's month without what is paid once.
    pub fn running(&self, month: usize) -> Option<Fraction> {
        let tokens = if month <= self.build {
            self.teacher(month)?
        } else {
            let volume = self.volume(month);
            self.routed(&volume)? + self.inference(&volume)
        };
        Some(tokens + self.hosting(month)? + self.inputs.storage()?)
    }

    /// Whether re-distillation falls due in a month.
    fn again_in(&self, month: usize) -> bool {
        self.every > 0 && (1..=month).any(|times| self.build + times * self.every + 1 == month)
    }

    /// What is paid once, in the month in which it is due.
    pub fn once(&self, month: usize) -> Option<Fraction> {
        if month == 1 {
            self.one_time.clone()
        } else if self.again_in(month) {
            self.again.clone()
        } else {
            Some(whole(0))
        }
    }

    /// The student's month.
    pub fn student(&self, month: usize) -> Option<Fraction> {
        Some(self.running(month)? + self.once(month)?)
    }

    /// The student's month at a volume, after the build and without what is paid once.
    pub fn steady_at(&self, volume: &Fraction) -> Option<Fraction> {
        let hosting = self.inputs.unit_month(self.term)? * whole(self.units_at(volume));
        Some(self.routed(volume)? + self.inference(volume) + hosting + self.inputs.storage()?)
    }

    /// The student's steady state.
    pub fn steady(&self) -> Option<Fraction> {
        self.steady_at(&self.inputs.get(FieldId::volume))
    }

    /// The student's first months, and the rest of the block at their end.
    pub fn stop_after(&self, months: usize) -> Option<Fraction> {
        let paid: Option<Fraction> = (1..=months).map(|month| self.student(month)).sum();
        Some(paid? + self.rest_of_block(months)?)
    }

    /// The student's total.
    pub fn student_total(&self) -> Option<Fraction> {
        self.stop_after(self.horizon)
    }

    /// The teacher's total.
    pub fn teacher_total(&self) -> Option<Fraction> {
        (1..=self.horizon).map(|month| self.teacher(month)).sum()
    }

    /// The saving over the horizon.
    pub fn saving(&self) -> Option<Fraction> {
        Some(self.teacher_total()? - self.student_total()?)
    }

    /// What is put by for re-distillation each month.
    pub fn reserve(&self) -> Option<Fraction> {
        if self.every == 0 {
            return Some(whole(0));
        }
        Some(self.again.clone()? / whole(self.every))
    }

    /// When the one-time cost is back.
    pub fn payback(&self) -> Option<Payback> {
        let mut total = whole(0);
        // The latest time before which the running total is below zero.
        let mut since = Some(whole(0));
        for month in 1..=self.horizon {
            total = total - self.once(month)?;
            let start = total.clone();
            let rise = self.teacher(month)? - self.running(month)?;
            total = &start + &rise;
            if total.sign() < 0 {
                since = None;
            } else if start.sign() < 0 {
                since = Some(whole(month - 1) + (whole(0) - start) / rise);
            }
        }
        total = total - self.rest_of_block(self.horizon)?;
        let since = since.filter(|_| total.sign() >= 0);
        Some(since.map_or(Payback::Never, Payback::After))
    }
}

/// The powers of a growth, over one denominator, so that months add up quickly.
fn powers(growth: &Fraction) -> Vec<Fraction> {
    let (over, under) = growth.lowest();
    let last = MONTHS - 1;
    let power = |month| whole(over.pow(month) * under.pow(last - month)) / whole(under.pow(last));
    (0..MONTHS).map(power).collect()
}

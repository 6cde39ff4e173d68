//! A scenario of points as exact numbers, and the prices and one-time costs that follow from it.

use crate::fraction::{Fraction, millionth, whole};
use crossover::scenario::{Baseline, Field, FieldId, Hosting, Number, Scenario, Side, Term, YesNo};

/// What a scenario holds, each number at the middle of its range.
#[derive(Clone)]
pub struct Inputs {
    /// Two sides of every field; `None` where it is empty or unknown.
    held: Vec<[Option<Fraction>; 2]>,
    pub hosting: Hosting,
    pub term: Term,
    pub baseline: Baseline,
    pub from_logs: bool,
    pub proportion: bool,
    /// Credits: amount and the last month for which they pay.
    pub pools: Vec<(Fraction, usize)>,
}

impl Inputs {
    pub fn of(scenario: &Scenario) -> Self {
        Self::guessed(scenario, None)
    }

    /// The same with one number in the place of all that are unknown.
    pub fn guessed(scenario: &Scenario, unknown: Option<&Fraction>) -> Self {
        let middle = |id: FieldId, side| match scenario.number(id, side) {
            Number::None => None,
            Number::Unknown => unknown.cloned(),
            Number::Ends(low, high) => Some((Fraction::of(low) + Fraction::of(high)) / whole(2))
                .map(|middle| {
                    if low == high {
                        Fraction::of(low)
                    } else {
                        middle
                    }
                }),
        };
        let both = |id: &FieldId| [middle(*id, Side::Input), middle(*id, Side::Output)];
        let mut inputs = Self {
            held: FieldId::ALL.iter().map(both).collect(),
            hosting: scenario.hosting,
            term: scenario.term,
            baseline: scenario.baseline,
            from_logs: scenario.from_logs == YesNo::Yes,
            proportion: scenario.metric.is_proportion(),
            pools: Vec::new(),
        };
        for pool in scenario.text(FieldId::credits).split('+') {
            if let Some((amount, last)) = pool.split_once('@') {
                let amount = amount.parse().expect("an amount as it is printed");
                let last = last.parse().expect("a month as it is printed");
                inputs.pools.push((Fraction::of(amount), last));
            }
        }
        inputs
    }

    /// A number that may be empty or unknown.
    pub fn maybe(&self, id: FieldId) -> Option<Fraction> {
        self.held[id as usize][0].clone()
    }

    /// A number that is always there.
    pub fn get(&self, id: FieldId) -> Fraction {
        self.maybe(id).expect("a field that always has a value")
    }

    /// A percentage as a share of one.
    pub fn share(&self, id: FieldId) -> Fraction {
        self.get(id) / whole(100)
    }

    /// A percentage that may be unknown, as a share of one.
    pub fn maybe_share(&self, id: FieldId) -> Option<Fraction> {
        Some(self.maybe(id)? / whole(100))
    }

    /// A number of months.
    pub fn months(&self, id: FieldId) -> usize {
        let months = self.get(id).floor();
        usize::try_from(months).expect("a few months")
    }

    /// Both sides of a field.
    pub fn sides(&self, id: FieldId) -> [Option<Fraction>; 2] {
        self.held[id as usize].clone()
    }

    /// Puts another number into a field, on both sides.
    pub fn put(&mut self, id: FieldId, value: &Fraction) {
        self.held[id as usize] = [Some(value.clone()), Some(value.clone())];
    }

    /// Multiplies a field by a factor, within its bounds.
    pub fn scale(&mut self, id: FieldId, factor: &Fraction) {
        let Field { min, max, .. } = *id.field();
        for side in &mut self.held[id as usize] {
            *side = side
                .take()
                .map(|value| (value * factor).clamp(whole(min), whole(max)));
        }
    }

    /// Multiplies a field by a factor, whatever its bounds.
    pub fn stretch(&mut self, id: FieldId, factor: &Fraction) {
        for side in &mut self.held[id as usize] {
            *side = side.take().map(|value| value * factor);
        }
    }

    /// What is left of a price after the discount.
    fn after_discount(&self) -> Fraction {
        whole(1) - self.share(FieldId::discount)
    }

    /// A rate for input and for output, after the discount.
    pub fn rates(&self, id: FieldId) -> [Fraction; 2] {
        self.sides(id)
            .map(|side| side.expect("a rate") * self.after_discount())
    }

    /// Input and output by their shares of the tokens.
    fn blend(&self, [input, output]: [Fraction; 2]) -> Fraction {
        let share = self.share(FieldId::input_share);
        &share * input + (whole(1) - &share) * output
    }

    /// A blended rate before the discount.
    pub fn list_rate(&self, id: FieldId) -> Fraction {
        self.blend(self.sides(id).map(|side| side.expect("a rate")))
    }

    /// The teacher's rate on demand.
    pub fn teacher_on_demand(&self) -> Fraction {
        self.blend(self.rates(FieldId::teacher_rate))
    }

    /// The teacher's rate in batch.
    pub fn teacher_in_batch(&self) -> Option<Fraction> {
        let waits = self.share(FieldId::batch_share);
        let price = self.maybe_share(FieldId::batch_price)?;
        Some(self.teacher_on_demand() * (whole(1) - &waits + waits * price))
    }

    /// The teacher's rate with prompt caching.
    pub fn teacher_cached(&self) -> Option<Fraction> {
        let repeated = self.share(FieldId::cached_share);
        let hit = self.share(FieldId::cache_hit);
        let read = self.maybe_share(FieldId::cache_read)?;
        let write = self.maybe_share(FieldId::cache_write)?;
        let cached = &hit * read + (whole(1) - &hit) * write;
        let [input, output] = self.rates(FieldId::teacher_rate);
        let input = input * (whole(1) - &repeated + repeated * cached);
        Some(self.blend([input, output]))
    }

    /// The teacher's rate of the baseline.
    pub fn teacher_rate(&self) -> Option<Fraction> {
        match self.baseline {
            Baseline::OnDemand => Some(self.teacher_on_demand()),
            Baseline::Batch => self.teacher_in_batch(),
            Baseline::Cached => self.teacher_cached(),
        }
    }

    /// The student's rate, billed or not.
    pub fn student_rate(&self) -> Fraction {
        self.blend(self.rates(FieldId::student_rate))
    }

    /// The student's rate where hosting bills tokens, else nothing.
    pub fn billed_student_rate(&self) -> Fraction {
        if self.hosting.bills_tokens() {
            self.student_rate()
        } else {
            whole(0)
        }
    }

    /// The hourly price of a term, after the discount.
    pub fn hourly(&self, term: Term) -> Option<Fraction> {
        Some(self.maybe(term.hourly_field())? * self.after_discount())
    }

    /// What a model unit costs in a month, where hosting bills hours; else nothing.
    pub fn unit_month(&self, term: Term) -> Option<Fraction> {
        if self.hosting.bills_hours() {
            Some(self.hourly(term)? * self.get(FieldId::hours_per_month))
        } else {
            Some(whole(0))
        }
    }

    /// Storage in a month.
    pub fn storage(&self) -> Option<Fraction> {
        Some(self.maybe(FieldId::storage)? * self.after_discount())
    }

    /// What the teacher's responses cost.
    pub fn generation(&self) -> Fraction {
        let Some(pairs) = self.maybe(FieldId::pairs) else {
            return self.get(FieldId::generation);
        };
        if self.from_logs {
            return whole(0);
        }
        let [input, output] = self.rates(FieldId::teacher_rate);
        let pair = self.get(FieldId::pair_input) * input + self.get(FieldId::pair_output) * output;
        pairs * pair * millionth()
    }

    /// What fine-tuning costs.
    pub fn training(&self) -> Option<Fraction> {
        let Some(pairs) = self.maybe(FieldId::pairs) else {
            return self.maybe(FieldId::training);
        };
        let rate = self.maybe(FieldId::training_rate)? * self.after_discount();
        let pair = self.get(FieldId::pair_input) + self.get(FieldId::pair_output);
        Some(pairs * pair * self.get(FieldId::epochs) * rate * millionth())
    }

    /// How many model units a token a month needs, before rounding up; `None` where it is not
    /// known what a unit carries.
    pub fn units_per_token(&self, teacher_share: &Fraction) -> Option<Fraction> {
        let capacity = self.maybe(FieldId::unit_capacity)?;
        let month = capacity * whole(60) * self.get(FieldId::hours_per_month);
        Some((whole(1) - teacher_share) * self.get(FieldId::peak_ratio) / month)
    }
}

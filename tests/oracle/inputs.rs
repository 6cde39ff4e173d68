//! A scenario at one point of its ranges as exact numbers, and the prices and one-time costs that
//! follow from them.

use crossover::scenario::{Baseline, Field, FieldId, Hosting, Number, Scenario, Side, Term, YesNo};
use fraction::{Fraction, millionth, whole};
use num_bigint::BigInt;

/// The limit of volumes, in tokens a month.
pub fn most_tokens() -> BigInt {
    BigInt::from(10).pow(18)
}

/// So many places within a box are tried besides its corners.
const WITHIN: usize = 2;

const SIDES: [Side; 2] = [Side::Input, Side::Output];

/// What a scenario holds, each number at one place of its range.
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
    /// The fields that are ranges, and both ends of each of their sides.
    pub ranges: Vec<(FieldId, [[Fraction; 2]; 2])>,
}

/// A number of a field that moves by itself: one side of a split rate, or both sides at once.
type Moved = (FieldId, [bool; 2]);

/// What is a range in a scenario.
fn moved(scenario: &Scenario) -> Vec<Moved> {
    let wide =
        |id, side| matches!(scenario.number(id, side), Number::Ends(low, high) if low != high);
    let mut moved = Vec::new();
    for id in FieldId::ALL {
        let sides = [wide(*id, Side::Input), wide(*id, Side::Output)];
        let split = [[true, false], [false, true]];
        let alone = if scenario.text(*id).contains('/') {
            &split[..]
        } else {
            &[[true, true]]
        };
        let is_wide = |alone: &&[bool; 2]| (0..2).any(|side| alone[side] && sides[side]);
        moved.extend(alone.iter().filter(is_wide).map(|alone| (*id, *alone)));
    }
    moved
}

impl Inputs {
    /// The middle of every range, with one number in the place of all that are unknown, if any.
    pub fn middle(scenario: &Scenario, unknown: Option<&Fraction>) -> Self {
        Self::at(scenario, unknown, |_| whole(1) / whole(2))
    }

    /// The corners of the box of ranges, and some places within.
    pub fn all(scenario: &Scenario, unknown: Option<&Fraction>) -> Vec<Self> {
        let moved = moved(scenario);
        let place = |which: FieldId, side: usize| {
            let found = moved
                .iter()
                .position(|(id, sides)| *id == which && sides[side]);
            found.unwrap_or(0)
        };
        let corner = |corner: usize| {
            Self::at(scenario, unknown, |(id, side)| {
                whole(u32::from(corner >> place(id, side) & 1 == 1))
            })
        };
        let within = |nth: usize| {
            Self::at(scenario, unknown, |(id, side)| {
                let hundredths = (nth * 37 + place(id, side) * 29 + 50) % 101;
                whole(hundredths) / whole(100)
            })
        };
        let corners = (0..1 << moved.len()).map(corner);
        let some = if moved.is_empty() { 0 } else { WITHIN };
        corners.chain((0..some).map(within)).collect()
    }

    /// Each number so far from the low end of its range to the high one.
    fn at(
        scenario: &Scenario,
        unknown: Option<&Fraction>,
        place: impl Fn((FieldId, usize)) -> Fraction,
    ) -> Self {
        let number = |id: FieldId, side: usize| match scenario.number(id, SIDES[side]) {
            Number::None => None,
            Number::Unknown => unknown.cloned(),
            Number::Ends(low, high) if low == high => Some(Fraction::of(low)),
            Number::Ends(low, high) => {
                let (low, high) = (Fraction::of(low), Fraction::of(high));
                Some(&low + (high - &low) * place((id, side)))
            }
        };
        let ends = |id: &FieldId| {
            let ends = SIDES.map(|side| match scenario.number(*id, side) {
                Number::Ends(low, high) => [low, high].map(Fraction::of),
                Number::None | Number::Unknown => [whole(0), whole(0)],
            });
            (*id, ends)
        };
        let ranged = FieldId::ALL.iter().filter(|id| scenario.is_range(**id));
        let both = |id: &FieldId| [number(*id, 0), number(*id, 1)];
        let mut inputs = Self {
            held: FieldId::ALL.iter().map(both).collect(),
            hosting: scenario.hosting,
            term: scenario.term,
            baseline: scenario.baseline,
            from_logs: scenario.from_logs == YesNo::Yes,
            proportion: scenario.metric.is_proportion(),
            pools: Vec::new(),
            ranges: ranged.map(ends).collect(),
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

    /// Whether a field is a range.
    pub fn is_range(&self, id: FieldId) -> bool {
        self.ranges.iter().any(|(ranged, _)| *ranged == id)
    }

    /// Whether model units come whole, in months that bill them.
    pub fn has_steps(&self) -> bool {
        self.hosting.bills_hours() && self.maybe(FieldId::unit_capacity).is_some()
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

    /// Puts other numbers into both sides of a field.
    pub fn put_both(&mut self, id: FieldId, values: [Fraction; 2]) {
        self.held[id as usize] = values.map(Some);
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

//! One case: a scenario with every range fixed at one of its values.

use super::number::Num;
use crate::quantity::Rate;
use crate::scenario::{Baseline, FieldId, Number, Scenario, Side, YesNo};
use rust_decimal::Decimal;

/// Where in its range an input is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Low,
    Middle,
    High,
}

/// What is done to one input, the others being left as they are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    /// It is this.
    To(Num),
    /// It is so many times as much.
    Times(Num),
    /// It is fixed elsewhere.
    At(At),
}

/// Where every range is fixed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick {
    pub volume: At,
    pub share: At,
    /// The sides of the teacher's rate.
    pub teacher: [At; 2],
    /// All else, each of which makes the student cost more the higher it is.
    pub costs: At,
    pub change: Option<(FieldId, Change)>,
}

impl Pick {
    /// The middle of every range.
    pub const MIDDLE: Self = Self {
        volume: At::Middle,
        share: At::Middle,
        teacher: [At::Middle; 2],
        costs: At::Middle,
        change: None,
    };

    /// The middle of every range, with one input changed.
    pub const fn changing(field: FieldId, change: Change) -> Self {
        Self {
            change: Some((field, change)),
            ..Self::MIDDLE
        }
    }

    /// The value at which a field is fixed, apart from any change; none where it is no known number.
    pub fn number(&self, scenario: &Scenario, field: FieldId, side: Side) -> Option<Decimal> {
        match scenario.number(field, side) {
            Number::None | Number::Unknown => None,
            Number::Ends(low, high) if low == high => Some(low),
            Number::Ends(low, high) => Some(match self.at(field, side) {
                At::Low => low,
                At::High => high,
                At::Middle => {
                    let ends = Num::plain(low).plus(Num::plain(high));
                    ends.over(Num::count(2)).get().unwrap_or(low)
                }
            }),
        }
    }

    fn at(&self, field: FieldId, side: Side) -> At {
        if let Some((changed, Change::At(at))) = self.change
            && changed == field
        {
            return at;
        }
        match (field, side) {
            (FieldId::volume, _) => self.volume,
            (FieldId::teacher_share, _) => self.share,
            (FieldId::teacher_rate, Side::Input) => self.teacher[0],
            (FieldId::teacher_rate, Side::Output) => self.teacher[1],
            _ => self.costs,
        }
    }
}

/// The inputs of a case, and what follows from them for every month.
#[derive(Clone, Debug)]
pub(super) struct Case<'a> {
    pub scenario: &'a Scenario,
    pub pick: Pick,
    pub volume: Num,
    /// The volume of a month over that of the month before.
    pub growth: Num,
    pub input_share: Num,
    /// The teacher on demand, by side and blended.
    pub teacher_list: [Num; 2],
    pub teacher_list_rate: Num,
    /// The teacher as it would really be run, blended.
    pub teacher_rate: Num,
    pub student_rate: Num,
    pub generation: Num,
    pub training: Num,
    pub evaluation: Num,
    pub effort: Num,
    pub hours: Num,
    pub storage: Num,
    /// The share of tokens that the teacher keeps, and the rest.
    pub share: Num,
    pub kept: Num,
    pub entered_units: Num,
    /// The tokens that one unit carries in a month, where that is known, and the peak of traffic over
    /// its average.
    pub unit_tokens: Option<Num>,
    pub peak: Num,
    /// The volume, and the share of it, that the units are for: the case's own, but for a bound.
    pub unit_volume: Num,
    pub unit_share: Num,
    pub horizon: u32,
    pub build: u32,
    /// Months from one distillation to the next; zero for never.
    pub every: u32,
}

impl<'a> Case<'a> {
    /// Fixes every input.
    pub fn new(scenario: &'a Scenario, pick: Pick) -> Self {
        let inputs = Picked { scenario, pick };
        let get = |field| inputs.get(field);
        let months = |field| u32::try_from(inputs.value(field)).unwrap_or_default();
        let input_share = get(FieldId::input_share).percent();
        let less_discount = match get(FieldId::discount) {
            none if none.is_zero() => Num::ONE,
            discount => discount.percent().rest(),
        };
        let both = |field, rate: Rate| {
            [Side::Input, Side::Output].map(|side| {
                let side_of = rate.is_split().then_some(side);
                inputs.side(field, side, side_of).times(less_discount)
            })
        };
        let blended = |[input, output]: [Num; 2], rate: Rate| {
            if rate.is_split() {
                let output = input_share.rest().times(output);
                input_share.times(input).plus(output)
            } else {
                input
            }
        };
        let teacher_list = both(FieldId::teacher_rate, scenario.teacher_rate);
        let teacher_list_rate = blended(teacher_list, scenario.teacher_rate);
        let student = both(FieldId::student_rate, scenario.student_rate);
        let share = match get(FieldId::teacher_share) {
            none if none.is_zero() => Num::ZERO,
            share => share.percent(),
        };
        let kept = share.rest();
        let hours = get(FieldId::hours_per_month);
        let mut case = Self {
            scenario,
            pick,
            volume: get(FieldId::volume),
            growth: match get(FieldId::growth) {
                none if none.is_zero() => Num::ONE,
                growth => Num::ONE.plus(growth.percent()),
            },
            input_share,
            teacher_list,
            teacher_list_rate,
            teacher_rate: teacher_list_rate,
            student_rate: blended(student, scenario.student_rate),
            generation: get(FieldId::generation),
            training: get(FieldId::training),
            evaluation: get(FieldId::evaluation),
            effort: get(FieldId::effort),
            hours,
            storage: get(FieldId::storage).times(less_discount),
            share,
            kept,
            entered_units: get(FieldId::units),
            unit_tokens: scenario.unit_capacity.map(|_| {
                let an_hour = get(FieldId::unit_capacity).times(Num::count(60));
                an_hour.times(hours)
            }),
            peak: get(FieldId::peak_ratio),
            unit_volume: get(FieldId::volume),
            unit_share: kept,
            horizon: months(FieldId::horizon),
            build: months(FieldId::build_months),
            every: months(FieldId::redistil_every),
        };
        if scenario.pairs.is_some() {
            case.compute_training_data(less_discount);
        }
        case.teacher_rate = match scenario.baseline {
            Baseline::OnDemand => teacher_list_rate,
            Baseline::Batch => case.batch_rate(),
            Baseline::Cached => case.cached_rate(),
        }
        .named("teacher.rate");
        case.student_rate.named("student.rate");
        case
    }

    /// An input, for what only one section needs.
    pub fn input(&self, field: FieldId) -> Num {
        let (scenario, pick) = (self.scenario, self.pick);
        Picked { scenario, pick }.get(field)
    }

    /// The hourly price of the term in the field, less the discount.
    pub fn hourly(&self, field: FieldId) -> Num {
        let price = self.input(field);
        match self.input(FieldId::discount) {
            none if none.is_zero() => price,
            discount => price.times(discount.percent().rest()),
        }
    }

    /// Generation and training, from the size of the training data.
    fn compute_training_data(&mut self, less_discount: Num) {
        let pairs = self.input(FieldId::pairs);
        let (input, output) = (
            self.input(FieldId::pair_input),
            self.input(FieldId::pair_output),
        );
        self.generation = match self.scenario.from_logs {
            YesNo::Yes => Num::ZERO,
            YesNo::No => {
                let [r_in, r_out] = self.teacher_list;
                let pair = input.times(r_in).plus(output.times(r_out));
                pairs.times(pair).per_million()
            }
        };
        let tokens = pairs.times(input.plus(output));
        let trained = tokens.times(self.input(FieldId::epochs));
        let rate = self.input(FieldId::training_rate).times(less_discount);
        self.training = trained.times(rate).per_million();
    }

    /// The teacher's rate with as much in batch as can wait.
    pub fn batch_rate(&self) -> Num {
        let share = self.input(FieldId::batch_share).percent();
        let price = self.input(FieldId::batch_price).percent();
        let factor = share.rest().plus(share.times(price));
        self.teacher_list_rate.times(factor)
    }

    /// The teacher's rate with prompt caching.
    pub fn cached_rate(&self) -> Num {
        let [r_in, r_out] = self.teacher_list;
        let share = self.input(FieldId::cached_share).percent();
        let hit = self.input(FieldId::cache_hit).percent();
        let read = hit.times(self.input(FieldId::cache_read).percent());
        let write = hit.rest().times(self.input(FieldId::cache_write).percent());
        let factor = share.rest().plus(share.times(read.plus(write)));
        let input = self.input_share.times(r_in).times(factor);
        self.input_share.rest().times(r_out).plus(input)
    }

    /// What falls due with each distillation.
    pub fn distillation(&self) -> Num {
        let data = self.generation.plus(self.training);
        data.plus(self.evaluation)
    }

    /// What is paid once.
    pub fn one_time(&self) -> Num {
        self.distillation().plus(self.effort)
    }

    /// The volumes of so many months, from the first on.
    pub fn volumes(&self, months: usize) -> Vec<Num> {
        grown(self.volume, self.growth, months)
    }

    /// The tokens of so many months that model units have to carry, once the student runs.
    pub fn loads(&self, months: usize) -> Vec<Num> {
        let mut loads = grown(self.unit_volume, self.growth, months);
        for load in &mut loads {
            *load = load.times(self.unit_share);
        }
        loads
    }

    /// The units for so many tokens a month; the entered ones at least.
    pub fn units_for(&self, load: Num) -> Num {
        match self.unit_tokens {
            None => self.entered_units,
            Some(carried) => self.entered_units.max(self.needed(load, carried)),
        }
    }

    /// The units that so many tokens a month need, each carrying so many.
    pub fn needed(&self, load: Num, carried: Num) -> Num {
        load.times(self.peak).over(carried).ceil()
    }
}

/// A volume from month to month.
fn grown(mut volume: Num, growth: Num, months: usize) -> Vec<Num> {
    let mut volumes = Vec::new();
    for next in (2..).take(months) {
        volumes.push(volume);
        let grown = volume.times(growth).at_most(MOST_TOKENS);
        volume = grown.of("volume", next);
    }
    volumes
}

/// No volume is carried beyond it.
pub(super) const MOST_TOKENS: Decimal = Decimal::from_parts(0xa764_0000, 0x0de0_b6b3, 0, false, 0);

/// The fields of a scenario, each at one value.
struct Picked<'a> {
    scenario: &'a Scenario,
    pick: Pick,
}

impl Picked<'_> {
    fn get(&self, field: FieldId) -> Num {
        self.side(field, Side::Input, None)
    }

    fn value(&self, field: FieldId) -> Decimal {
        match self.scenario.number(field, Side::Input) {
            Number::Ends(low, _) => match self.pick.change {
                Some((changed, Change::To(to))) if changed == field => to.value(),
                _ => low,
            },
            Number::None | Number::Unknown => Decimal::ZERO,
        }
    }

    fn side(&self, field: FieldId, side: Side, named: Option<Side>) -> Num {
        let Some(value) = self.pick.number(self.scenario, field, side) else {
            return match self.scenario.number(field, side) {
                Number::Unknown => Num::unknown(field),
                Number::None | Number::Ends(..) => Num::undefined(),
            };
        };
        let value = match self.pick.change {
            Some((changed, Change::To(to))) if changed == field => to.value(),
            Some((changed, Change::Times(factor))) if changed == field => {
                Num::plain(value).times(factor).value()
            }
            _ => value,
        };
        Num::input(field, value, named)
    }
}

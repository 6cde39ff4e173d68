//! The model once more, from its description and by other means: in fractions, month by month, with
//! crossings searched for instead of solved, and with ranges tried at every corner.

use crate::cases;
use crate::figures::{Figure, Reach, figures};
use crate::fraction::Fraction;
use crate::scenarios::{Asked, RANGES, Size, corners, ranged_sides, scenarios};
use crossover::economics::{Crossing, State, evaluate};
use crossover::quantity::{Quantity, Range, Rate};
use crossover::scenario::{Choice, FieldId, Hosting, Known, Scenario, Term};
use proptest::option;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

/// A scenario without ranges, in fractions.
struct Case {
    volume: Fraction,
    teacher_rate: Fraction,
    student_rate: Fraction,
    once: Fraction,
    /// What the model units cost a month.
    hosting: Fraction,
    storage: Fraction,
    term: i128,
    horizon: i128,
}

fn of<Q: Quantity>(value: Range<Q>) -> Fraction {
    Fraction::of(value.low().decimal())
}

fn known<Q: Quantity>(value: Known<Range<Q>>) -> Fraction {
    match value {
        Known::Known(value) => of(value),
        Known::Unknown => unreachable!("these scenarios have no unknown inputs"),
    }
}

fn whole(decimal: Decimal) -> i128 {
    decimal.mantissa() / 10_i128.pow(decimal.scale())
}

impl Case {
    fn new(scenario: &Scenario) -> Self {
        let input = Fraction::of(scenario.input_share.decimal()) / Fraction::HUNDRED;
        let blended = |rate: Rate| match rate {
            Rate::Blended(rate) => of(rate),
            Rate::Split {
                input: i,
                output: o,
            } => input * of(i) + (Fraction::from(1) - input) * of(o),
        };
        let hourly = match scenario.term {
            Term::None => known(scenario.hourly_none),
            Term::OneMonth => known(scenario.hourly_1mo),
            Term::SixMonths => known(scenario.hourly_6mo),
        };
        let hours = Fraction::of(scenario.hours_per_month.decimal());
        let (bills_hours, bills_tokens) = match scenario.hosting {
            Hosting::Both => (1, 1),
            Hosting::Provisioned => (1, 0),
            Hosting::OnDemand => (0, 1),
        };
        Self {
            volume: of(scenario.volume),
            teacher_rate: blended(scenario.teacher_rate),
            student_rate: blended(scenario.student_rate) * Fraction::from(bills_tokens),
            once: of(scenario.generation)
                + known(scenario.training)
                + of(scenario.evaluation)
                + of(scenario.effort),
            hosting: hourly
                * hours
                * Fraction::of(scenario.units.decimal())
                * Fraction::from(bills_hours),
            storage: known(scenario.storage),
            term: [0, 1, 6][Term::ALL
                .iter()
                .position(|t| *t == scenario.term)
                .expect("a term")],
            horizon: whole(scenario.horizon.decimal()),
        }
    }

    fn teacher(&self, volume: Fraction) -> Fraction {
        volume * self.teacher_rate / Fraction::MILLION
    }

    fn steady(&self, volume: Fraction) -> Fraction {
        volume * self.student_rate / Fraction::MILLION + self.hosting + self.storage
    }

    /// Month by month; with a commitment, block by block, each paid in full.
    fn horizon(&self, volume: Fraction) -> Fraction {
        let mut total = self.once;
        for month in 0..self.horizon {
            total = total + self.steady(volume);
            if self.term > 0 {
                let block = self.hosting * Fraction::from(self.term);
                let bought = if month % self.term == 0 {
                    block
                } else {
                    Fraction::ZERO
                };
                total = total - self.hosting + bought;
            }
        }
        total
    }

    /// What is paid after the horizon.
    fn owed(&self) -> Fraction {
        let paid = self.steady(self.volume) * Fraction::from(self.horizon) + self.once;
        self.horizon(self.volume) - paid
    }

    /// Backwards from the end: the running total has to stay at or above zero.
    fn payback(&self) -> Option<Fraction> {
        let saving = self.teacher(self.volume) - self.steady(self.volume);
        let after = |month| saving * Fraction::from(month) - self.once;
        if after(self.horizon) < self.owed() {
            return None;
        }
        for month in (0..self.horizon).rev() {
            let (start, end) = (after(month), after(month + 1));
            if end < Fraction::ZERO {
                return None;
            }
            if start < Fraction::ZERO {
                return Some(Fraction::from(month) + (Fraction::ZERO - start) / (end - start));
            }
        }
        Some(Fraction::ZERO)
    }
}

/// Searches for the first whole volume at which something costs no more than the teacher.
fn crossing(more: impl Fn(Fraction) -> Fraction) -> (State, Option<i128>) {
    let costs_more = |volume: i128| more(Fraction::from(volume)) > Fraction::ZERO;
    let (standing, slope) = (
        more(Fraction::ZERO),
        more(Fraction::from(1)) - more(Fraction::ZERO),
    );
    match (standing > Fraction::ZERO, slope.cmp(&Fraction::ZERO)) {
        (_, std::cmp::Ordering::Greater) | (true, std::cmp::Ordering::Equal) => {
            return (State::Never, None);
        }
        (false, std::cmp::Ordering::Equal) => return (State::Equal, Some(1)),
        (false, std::cmp::Ordering::Less) => return (State::Every, Some(1)),
        (true, std::cmp::Ordering::Less) => {}
    }
    let (mut below, mut at) = (0, 1);
    while costs_more(at) {
        (below, at) = (at, at * 2);
    }
    while at - below > 1 {
        let middle = below + (at - below) / 2;
        *(if costs_more(middle) {
            &mut below
        } else {
            &mut at
        }) = middle;
    }
    // A volume beyond the limit is out of reach, as if there were none.
    if at > 1_000_000_000_000_000_000 {
        return (State::Never, None);
    }
    (State::At, Some(at))
}

/// What is compared: a figure's name in the report, and the second opinion of it at a corner.
fn opinions(case: &Case) -> Vec<(&'static str, Option<Fraction>)> {
    let months = Fraction::from(case.horizon);
    let (teacher, steady) = (case.teacher(case.volume), case.steady(case.volume));
    let found = |(_, volume): (State, Option<i128>)| volume.map(Fraction::from);
    let block = case.hosting * Fraction::from(case.term);
    let mut all = vec![
        ("teacher.rate", Some(case.teacher_rate)),
        ("teacher.steady", Some(teacher)),
        ("teacher.horizon", Some(teacher * months)),
        ("student.month_1", Some(steady + case.once)),
        ("student.steady", Some(steady)),
        ("student.horizon", Some(case.horizon(case.volume))),
        ("student.one_time", Some(case.once)),
        ("student.hosting", Some(case.hosting)),
        ("student.owed", Some(case.owed())),
        ("saving.month_1", Some(teacher - steady - case.once)),
        ("saving.steady", Some(teacher - steady)),
        (
            "saving.horizon",
            Some(teacher * months - case.horizon(case.volume)),
        ),
        ("locked in", Some(block)),
        ("payback", case.payback()),
        (
            "crossover.steady",
            found(crossing(|v| case.steady(v) - case.teacher(v))),
        ),
        (
            "crossover.month_1",
            found(crossing(|v| case.steady(v) + case.once - case.teacher(v))),
        ),
        (
            "crossover.horizon",
            found(crossing(|v| case.horizon(v) - case.teacher(v) * months)),
        ),
    ];
    if teacher > Fraction::ZERO {
        let percent = (teacher - steady) * Fraction::HUNDRED / teacher;
        // Beyond this a share says nothing, and is not given.
        if percent >= Fraction::from(-1_000_000_000_000_000) {
            all.push(("saving.steady_percent", Some(percent)));
        }
    }
    if steady > Fraction::ZERO {
        all.push(("saving.steady_ratio", Some(teacher / steady)));
    }
    all
}

proptest! {
    #![proptest_config(cases(120))]

    /// 120 scenarios with up to 64 corners each, half of them near the break-even: every figure, to
    /// the sixth decimal that a report prints, at both ends.
    #[test]
    fn a_slow_calculation_agrees(
        asked in scenarios(Size::Small, RANGES),
        near in option::of(60..150_u32),
    ) {
        let Asked(mut scenario) = asked;
        prop_assume!(ranged_sides(&scenario) <= 6);
        let crossing_of = evaluate(&scenario).map(|report| report.crossover.horizon);
        if let (Some(percent), Ok(Ok(Crossing { low: Some(volume), .. }))) = (near, crossing_of) {
            let volume = (volume.decimal() * Decimal::new(percent.into(), 2)).trunc();
            let volume = volume.clamp(Decimal::ONE, Decimal::from(1_000_000_000_u64));
            scenario.set(FieldId::volume, &volume.to_string()).expect("a volume");
        }
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let report = report.expect("just checked");
        let all = figures(&report);
        let term = format!("term {:?}, locked in", scenario.term);
        let cases: Vec<_> = corners(&scenario).map(|corner| Case::new(&corner.0)).collect();
        let opinions: Vec<_> = cases.iter().map(opinions).collect();
        for (name, _) in &opinions[0] {
            let at_corners: Option<Vec<_>> = opinions
                .iter()
                .map(|all| all.iter().find(|(n, _)| n == name).map(|(_, value)| *value))
                .collect();
            let in_report = if *name == "locked in" { &term } else { *name };
            let figure = all.iter().find(|figure| figure.name == in_report).expect("a figure");
            let Some(at_corners) = at_corners else {
                prop_assert!(figure.ends.is_err(), "{} is not defined everywhere", name);
                continue;
            };
            prop_assert_eq!(printed(figure), hull(&at_corners), "{}", name);
        }
        if ranged_sides(&scenario) == 0 {
            let case = &cases[0];
            let state = |crossing: Result<Crossing, _>| crossing.map(|c| c.state);
            let steady = crossing(|v| case.steady(v) - case.teacher(v)).0;
            let month_1 = crossing(|v| case.steady(v) + case.once - case.teacher(v)).0;
            prop_assert_eq!(state(report.crossover.steady), Ok(steady));
            prop_assert_eq!(state(report.crossover.month_1), Ok(month_1));
        }
    }
}

/// The lowest and the highest of the corners' values, never being the highest of all.
fn hull(at_corners: &[Option<Fraction>]) -> [String; 2] {
    let print = |value: Option<Fraction>| value.map_or("never".to_owned(), Fraction::printed);
    let low = at_corners.iter().copied().flatten().min();
    let high = at_corners.iter().copied().flatten().max();
    [
        print(low),
        print(high.filter(|_| !at_corners.contains(&None))),
    ]
}

/// Both ends of a report's figure as a report prints them.
fn printed(figure: &Figure) -> [String; 2] {
    let (low, high) = figure
        .ends
        .unwrap_or_else(|why| panic!("{}: {why}", figure.name));
    [low, high].map(|end| match end {
        Reach::Never => "never".to_owned(),
        Reach::At(value) => {
            let rounded = value.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
            rounded.normalize().to_string()
        }
    })
}

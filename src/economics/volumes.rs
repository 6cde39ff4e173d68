//! What both paths cost at other volumes, all else being as it is.

use super::Amount;
use super::case::{At, Case};
use super::cases::Cases;
use super::crossing::{Balance, Span};
use super::ledger;
use super::levers;
use super::number::Num;
use super::path::{Path, Plan};
use crate::quantity::{Quantity, Tokens, Usd};
use crate::scenario::Scenario;
use std::cmp::Ordering::Greater;

/// The month whose costs are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CostSpan {
    /// A month in steady state.
    #[default]
    Steady,
    /// The first month, one-time costs included.
    FirstMonth,
}

/// What both paths cost at a volume. What is beyond the limits there is not defined.
#[derive(Clone, Debug, PartialEq)]
pub struct VolumeCosts {
    /// The volume.
    pub volume: Tokens,
    /// What the teacher costs.
    pub teacher: Amount<Usd>,
    /// What the student costs.
    pub student: Amount<Usd>,
    /// Teacher less student.
    pub saving: Amount<Usd>,
}

/// What both paths cost at some volumes: at the scenario's own, what its
/// [headline](super::headline()) says.
#[must_use]
pub fn costs_at(scenario: &Scenario, span: CostSpan, volumes: &[Tokens]) -> Vec<VolumeCosts> {
    ledger::open();
    let cases = Cases::of(scenario);
    let plan = levers::plan(scenario);
    let mut costs = Vec::new();
    for volume in volumes {
        // Of the volume's range nothing depends on it.
        let number = Num::plain(volume.decimal());
        let (mut teacher, mut student, mut saving) = (Vec::new(), Vec::new(), Vec::new());
        for case in corners(&cases) {
            let [one, other] = month(case, plan, span, number);
            teacher.push(one);
            student.push(other);
            saving.push(one.minus(other));
        }
        costs.push(VolumeCosts {
            volume: *volume,
            teacher: cases.spanning(&teacher),
            student: cases.spanning(&student),
            saving: cases.spanning(&saving),
        });
    }
    costs
}

/// The greatest volumes that so many model units carry, between two volumes: beyond each, the student
/// needs one more. None where units do not come whole, where nothing is to be paid for them, and where
/// there are more than `most`. With ranges they are in no order.
#[must_use]
pub fn steps_between(
    scenario: &Scenario,
    span: CostSpan,
    [from, to]: [Tokens; 2],
    most: usize,
) -> Vec<Tokens> {
    ledger::open();
    let cases = Cases::of(scenario);
    let [from, to] = [from, to].map(|end| Num::plain(end.decimal()));
    let mut steps: Vec<Tokens> = Vec::new();
    for case in corners(&cases) {
        let path = Path::with_months(case, levers::plan(scenario), 0);
        let stairs = Balance::of(&path, span.into()).stairs;
        if stairs.load.is_zero() || stairs.price.is_zero() || stairs.tokens.is_zero() {
            continue;
        }
        let needed = from.times(stairs.load).over(stairs.tokens).floor();
        let mut units = needed.max(stairs.least);
        for _ in 0..=most {
            let carried = stairs.carried(units).floor();
            if carried.gap().is_some() || carried.compare(to) == Greater {
                break;
            }
            if let Ok(step) = Tokens::try_from(carried.value())
                && carried.compare(from) == Greater
                && !steps.contains(&step)
            {
                steps.push(step);
            }
            units = units.plus(Num::ONE);
        }
    }
    if steps.len() > most {
        steps.clear();
    }
    steps
}

/// The corners, but for those that only the volume makes others.
fn corners<'c, 's>(cases: &'c Cases<'s>) -> impl Iterator<Item = &'c Case<'s>> {
    let all = cases.all.iter();
    all.filter(|case| case.pick.volume != At::High)
}

/// What a month costs on the teacher and on the student.
fn month(case: &Case, plan: Plan, span: CostSpan, volume: Num) -> [Num; 2] {
    let case = Case {
        volume,
        unit_volume: volume,
        ..case.clone()
    };
    match span {
        CostSpan::Steady => {
            let path = Path::with_months(&case, plan, 0);
            [path.teacher_steady, path.steady]
        }
        CostSpan::FirstMonth => {
            let first = Path::with_months(&case, plan, 1).first();
            [first.teacher, first.student]
        }
    }
}

impl From<CostSpan> for Span {
    fn from(span: CostSpan) -> Self {
        match span {
            CostSpan::Steady => Self::Steady,
            CostSpan::FirstMonth => Self::FirstMonth,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::economics::headline;

    fn scenario(link: &str) -> Scenario {
        crate::link::decode(link).scenario
    }

    const SPANS: [CostSpan; 2] = [CostSpan::Steady, CostSpan::FirstMonth];

    /// Links with ranges, whole units, terms, growth, months of building and unknowns.
    const LINKS: [&str; 8] = [
        "",
        "v=2.5B&t=2.5/12.5&s=0.035/0.14&h=provisioned&p0=60.5",
        "cap=120000&v=30B",
        "cap=120000&v=30B&g=20&c=6mo&ts=0..20&pk=1.5..2",
        "bm=2&ts=10",
        "p0=?",
        "t=5..20&s=0.5..2&ts=5..10&ft=100..900",
        "h=on_demand&st=2",
    ];

    #[test]
    fn at_its_own_volume_the_costs_are_those_of_the_headline() {
        for link in LINKS {
            let scenario = scenario(link);
            let headline = headline(scenario.clone()).unwrap();
            let of = |span| costs_at(&scenario, span, &[scenario.volume.low()]).remove(0);
            let steady = of(CostSpan::Steady);
            assert_eq!(steady.teacher, headline.teacher.steady, "{link}");
            assert_eq!(steady.student, headline.student.steady, "{link}");
            assert_eq!(steady.saving, headline.saving.steady, "{link}");
            let first = of(CostSpan::FirstMonth);
            assert_eq!(first.teacher, headline.teacher.month_1, "{link}");
            assert_eq!(first.student, headline.student.month_1, "{link}");
            assert_eq!(first.saving, headline.saving.month_1, "{link}");
        }
    }

    #[test]
    fn the_costs_cross_at_the_crossover() {
        for link in LINKS {
            let scenario = scenario(link);
            let crossover = headline(scenario.clone()).unwrap().crossover;
            for (span, crossing) in SPANS.into_iter().zip([crossover.steady, crossover.month_1]) {
                let Some([low, high]) = crossing.ok().and_then(|c| Some([c.low?, c.high?])) else {
                    continue;
                };
                if crossing.is_ok_and(|c| c.bound) {
                    continue;
                }
                let below = low.minus(Tokens::fixed(1, 0)).unwrap();
                let costs = costs_at(&scenario, span, &[below, low, high]);
                let saving = |at: usize| costs[at].saving.ok().unwrap();
                assert!(saving(1).high() >= Usd::ZERO, "{link} at best");
                assert!(saving(2).low() >= Usd::ZERO, "{link} at worst");
                if below > Tokens::ZERO {
                    assert!(saving(0).high() < Usd::ZERO, "{link} one token below");
                }
            }
        }
    }

    #[test]
    fn beyond_a_step_the_student_needs_one_more_unit() {
        let scenario = scenario("cap=120000&v=30B");
        let ends = ["1", "30B"].map(|end| end.parse().unwrap());
        let steps = steps_between(&scenario, CostSpan::Steady, ends, 40);
        let told: Vec<_> = steps.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["5.256B", "10.512B", "15.768B", "21.024B", "26.28B"]);
        let one = Tokens::fixed(1, 0);
        for step in &steps {
            let costs = costs_at(
                &scenario,
                CostSpan::Steady,
                &[*step, step.plus(one).unwrap()],
            );
            let [below, above] = [0, 1].map(|at| costs[at].student.ok().unwrap().low());
            assert_eq!(above.minus(below).unwrap().to_string(), "730.000001");
        }
        assert!(steps_between(&scenario, CostSpan::Steady, ends, 4).is_empty());
    }
}

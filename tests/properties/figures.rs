//! Every figure of a report as a name and two ends, so that a property can be stated once for all.

use crossover::economics::{Absent, Amount, Crossing, Payback, Report};
use crossover::quantity::{Quantity, Range, Usd};
use rust_decimal::Decimal;

/// One figure: what it is called, and its lowest and highest value or why it has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub name: String,
    pub ends: Result<(Reach, Reach), Absent>,
    /// Whether it is an amount of money: a sum, so that it needs each of its parts. A crossing may
    /// be "never" whatever the standing cost, and nothing is no share of anything.
    pub is_money: bool,
}

/// A value, or never: a crossing or a payback that does not happen lies beyond every one that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    At(Decimal),
    Never,
}

/// All figures of a report, in its order.
pub fn figures(report: &Report) -> Vec<Figure> {
    let (teacher, student) = (&report.teacher, &report.student);
    let (saving, crossover) = (&report.saving, &report.crossover);
    let mut all = vec![
        amount_of("teacher.rate", &teacher.rate),
        money("teacher.month_1", &teacher.month_1),
        money("teacher.steady", &teacher.steady),
        money("teacher.horizon", &teacher.horizon),
        plain("teacher.ratio", &teacher.ratio),
        amount_of("student.rate", &student.rate),
        money("student.month_1", &student.month_1),
        money("student.steady", &student.steady),
        money("student.horizon", &student.horizon),
        money("student.one_time", &student.one_time),
        money("student.hosting", &student.hosting),
        money("student.owed", &student.owed),
        money("saving.month_1", &saving.month_1),
        money("saving.steady", &saving.steady),
        amount_of("saving.steady_percent", &saving.steady_percent),
        plain("saving.steady_ratio", &saving.steady_ratio),
        money("saving.horizon", &saving.horizon),
        crossing("crossover.steady", &crossover.steady),
        crossing("crossover.month_1", &crossover.month_1),
        crossing("crossover.horizon", &crossover.horizon),
        payback("payback", &report.payback),
    ];
    for line in &student.lines {
        let name = format!("line {:?}", line.id);
        all.push(money(&format!("{name}, month 1"), &line.month_1));
        all.push(money(&format!("{name}, steady"), &line.steady));
    }
    for other in &report.other_hosting {
        let name = format!("{:?}", other.hosting);
        all.push(money(&format!("{name}, steady"), &other.steady));
        all.push(crossing(&format!("{name}, crossing"), &other.crossing));
    }
    for term in &report.terms {
        let name = format!("term {:?}", term.term);
        all.push(amount_of(&format!("{name}, hourly"), &term.hourly));
        all.push(money(&format!("{name}, month 1"), &term.month_1));
        all.push(money(&format!("{name}, steady"), &term.steady));
        all.push(money(&format!("{name}, horizon"), &term.horizon));
        all.push(money(&format!("{name}, locked in"), &term.locked_in));
        all.push(crossing(
            &format!("{name}, crossing"),
            &term.steady_crossing,
        ));
        all.push(payback(&format!("{name}, payback"), &term.payback));
    }
    all
}

fn money(name: &str, amount: &Amount<Usd>) -> Figure {
    Figure {
        is_money: true,
        ..amount_of(name, amount)
    }
}

fn amount_of<Q: Quantity>(name: &str, amount: &Amount<Q>) -> Figure {
    let ends = amount.map(|range| (at(range.low()), at(range.high())));
    figure(name, ends)
}

fn plain(name: &str, ratio: &Amount<Decimal>) -> Figure {
    let ends = |range: Range<Decimal>| (Reach::At(range.low()), Reach::At(range.high()));
    figure(name, ratio.map(ends))
}

fn crossing(name: &str, crossing: &Result<Crossing, Absent>) -> Figure {
    let ends = crossing.map(|found| (reach(found.low), reach(found.high)));
    figure(name, ends)
}

fn payback(name: &str, payback: &Result<Payback, Absent>) -> Figure {
    let ends = payback.map(|time| (reach(time.low), reach(time.high)));
    figure(name, ends)
}

fn figure(name: &str, ends: Result<(Reach, Reach), Absent>) -> Figure {
    Figure {
        name: name.to_owned(),
        ends,
        is_money: false,
    }
}

fn at<Q: Quantity>(value: Q) -> Reach {
    Reach::At(value.decimal())
}

fn reach<Q: Quantity>(value: Option<Q>) -> Reach {
    value.map_or(Reach::Never, at)
}

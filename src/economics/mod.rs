//! What a scenario costs on either path, and where the two cross.
//!
//! [`evaluate`] turns a [`Scenario`] into a [`Report`]. It returns quantities and codes; sentences
//! and rounding for display belong to [`wording`](crate::wording).
//!
//! A [`Case`] is a scenario with every range fixed at one value, a [`Path`] what its months cost on
//! teacher and student. Figures are numbers of a path; a report has their lowest and highest values
//! over the corners of the box of ranges ([`cases`]).
//!
//! ```
//! use crossover::{economics::evaluate, scenario::Scenario};
//!
//! let report = evaluate(&Scenario::default())?;
//! let crossing = report.crossover.steady.as_ref().unwrap();
//! assert_eq!(crossing.low.map(|v| v.to_string()).as_deref(), Some("81111112"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod break_even;
mod capacity;
mod case;
mod cases;
mod commitment;
mod credits;
mod crossing;
mod levers;
mod number;
mod path;
mod payback;
mod quality;
mod receipt;
mod report;
mod sensitivity;
mod staircase;
mod verdict;

pub use break_even::BreakEven;
pub use credits::{CreditsPath, CreditsReport, RunsOut};
pub use crossing::{Crossing, State, Window};
pub use levers::{Diagnosis, Lever, LeverReport, Reason};
pub use number::Inputs;
pub use path::Plan;
pub use payback::Payback;
pub use quality::{Adjusted, Difference, Quality, QualityVerdict};
pub use receipt::{Receipt, ReceiptInput, Receipts};
pub use report::{
    Absent, Amount, Bill, BreakEvens, Capacity, Crossovers, Ends, Figure, Line, LineId, Maybe,
    MonthReport, OtherHosting, Report, Reported, Saving, Sensitivity, StudentPath, TeacherPath,
    TermReport, TooLarge, Warning,
};
pub use verdict::{Verdict, VerdictCode};

use crate::quantity::Usd;
use crate::scenario::{Choice, Hosting, Scenario, Term};
use cases::Cases;
use credits::{Paid, Who};
use crossing::{Span, crossing};
use number::{Gap, Num};
use path::Path;
use rust_decimal::Decimal;

/// Computes the report of a scenario.
///
/// # Errors
///
/// [`TooLarge`] when an amount would be above $10¹⁵ or a volume above 10¹⁸ tokens a month; it
/// names the inputs that caused it.
pub fn evaluate(scenario: &Scenario) -> Result<Report, TooLarge> {
    number::open();
    evaluate_on(scenario)
}

/// The same on the ledger that is open.
fn evaluate_on(scenario: &Scenario) -> Result<Report, TooLarge> {
    let cases = Cases::of(scenario);
    let plan = levers::plan(scenario);
    let by_term = commitment::by_term(&cases, plan);
    let in_force = by_term.iter().find(|(term, _)| *term == plan.term);
    let paths = in_force.map_or(&[][..], |(_, paths)| paths);
    let hull =
        |figure: &dyn Fn(&Path) -> Num| -> Amount<Usd> { cases.hull(paths.iter().map(figure)) };

    let saving = Saving {
        month_1: hull(&|path| path.first().teacher.minus(path.first().student)),
        steady: hull(&|path| path.teacher_steady.minus(path.steady)),
        steady_percent: cases.proportion(paths.iter().map(|path| {
            let hundredfold = path.teacher_steady.minus(path.steady).times(Num::HUNDRED);
            hundredfold.over(path.teacher_steady)
        })),
        steady_ratio: cases.proportion(
            paths
                .iter()
                .map(|path| path.teacher_steady.over(path.steady)),
        ),
        horizon: hull(&|path| path.horizon_saving()),
    };
    let crossover = Crossovers {
        steady: crossing(&cases, paths, Span::Steady),
        month_1: crossing(&cases, paths, Span::FirstMonth),
        horizon: crossing(&cases, paths, Span::Horizon),
    };
    let verdict = verdict::verdict(scenario, plan, &saving.horizon, &crossover.horizon);
    let paid = |who| -> Vec<Paid> { paths.iter().map(|path| Paid::of(path, who)).collect() };
    let (teacher_paid, student_paid) = (paid(Who::Teacher), paid(Who::Student));
    let bill = levers::bill(&cases);
    let lever_reports = levers::levers(&cases, paths, scenario, (verdict.code, &saving));
    let report = Report {
        scenario: scenario.clone(),
        warnings: warnings(scenario, paths, &teacher_paid, &student_paid),
        teacher: teacher(&cases, paths),
        student: student(&cases, paths),
        other_hosting: other_hosting(&cases, plan),
        payback: payback::payback(&cases, paths),
        terms: by_term
            .iter()
            .map(|(term, paths)| commitment::term(&cases, *term, paths))
            .collect(),
        cheapest_term: commitment::cheapest(&cases, scenario, plan),
        capacity: capacity::capacity(&cases, paths),
        months: months(&cases, paths, &teacher_paid, &student_paid),
        credits: credits::credits(&cases, &teacher_paid, &student_paid),
        diagnosis: levers::diagnosis(scenario, &lever_reports, &bill),
        levers: lever_reports,
        bill,
        break_even: break_even::break_evens(&cases, scenario, plan),
        sensitivity: sensitivity::sensitivity(&cases, scenario, plan),
        quality: quality::quality(&cases, paths, scenario),
        verdict,
        saving,
        crossover,
    };
    match cases.beyond() {
        Some(cause) => Err(cause),
        None => Ok(report),
    }
}

fn teacher(cases: &Cases, paths: &[Path]) -> TeacherPath {
    let hull =
        |figure: &dyn Fn(&Path) -> Num| -> Amount<Usd> { cases.hull(paths.iter().map(figure)) };
    TeacherPath {
        rate: cases.hull(paths.iter().map(|path| path.case.teacher_rate)),
        month_1: hull(&|path| path.first().teacher),
        steady: hull(&|path| path.teacher_steady),
        horizon: hull(&|path| path.teacher_horizon),
        ratio: cases.proportion(paths.iter().map(|path| {
            let case = path.case;
            case.teacher_rate.over(case.student_rate)
        })),
    }
}

fn student(cases: &Cases, paths: &[Path]) -> StudentPath {
    let hull =
        |figure: &dyn Fn(&Path) -> Num| -> Amount<Usd> { cases.hull(paths.iter().map(figure)) };
    let line = |id: LineId| Line {
        id,
        month_1: hull(&|path| path.first().lines[id as usize]),
        steady: hull(&|path| path.steady_lines[id as usize]),
    };
    StudentPath {
        rate: cases.hull(paths.iter().map(|path| path.case.student_rate)),
        month_1: hull(&|path| path.first().student),
        steady: hull(&|path| path.steady),
        horizon: hull(&|path| path.horizon),
        one_time: hull(&|path| path.case.one_time()),
        hosting: hull(&|path| path.steady_lines[LineId::Hosting as usize]),
        units: cases.hull(paths.iter().map(|path| path.units)),
        owed: hull(&|path| path.owed),
        redistil_reserve: hull(&|path| path.reserve()),
        lines: LineId::ALL.into_iter().map(line).collect(),
    }
}

/// What the two choices of hosting that are not in force would cost.
fn other_hosting(cases: &Cases, plan: Plan) -> Vec<OtherHosting> {
    let others = Hosting::ALL.iter().filter(|other| **other != plan.hosting);
    others
        .map(|hosting| {
            let plan = Plan {
                hosting: *hosting,
                ..plan
            };
            let paths: Vec<_> = cases.all.iter().map(|case| Path::new(case, plan)).collect();
            OtherHosting {
                hosting: *hosting,
                steady: cases.hull(paths.iter().map(|path| path.steady)),
                crossing: crossing(cases, &paths, Span::Steady),
            }
        })
        .collect()
}

/// The horizon, month by month.
fn months(cases: &Cases, paths: &[Path], teacher: &[Paid], student: &[Paid]) -> Vec<MonthReport> {
    let mut to_date: Vec<_> = paths.iter().map(|_| Num::ZERO).collect();
    let months = paths.first().map_or(0, |path| path.within().count());
    (0..months)
        .map(|at| {
            let each = || paths.iter().filter_map(|path| path.months.get(at));
            for (total, month) in to_date.iter_mut().zip(each()) {
                *total = total.plus(month.teacher.minus(month.student));
            }
            let cash = |paid: &[Paid]| -> Amount<Usd> {
                cases.hull(paid.iter().filter_map(|paid| paid.cash.get(at).copied()))
            };
            MonthReport {
                month: u32::try_from(at).unwrap_or_default().saturating_add(1),
                volume: cases.hull(each().map(|month| month.volume)),
                teacher: cases.hull(each().map(|month| month.teacher)),
                student: cases.hull(each().map(|month| month.student)),
                saving_to_date: cases.hull(to_date.iter().copied()),
                cash_teacher: cash(teacher),
                cash_student: cash(student),
            }
        })
        .collect()
}

fn warnings(
    scenario: &Scenario,
    paths: &[Path],
    teacher: &[Paid],
    student: &[Paid],
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if scenario.hosting == Hosting::Both {
        warnings.push(Warning::TokensAndHours);
    }
    let several = |path: &Path| path.units.get().is_ok_and(|units| units > Decimal::ONE);
    if scenario.hosting.bills_hours() && scenario.term == Term::None && paths.iter().any(several) {
        warnings.push(Warning::UncommittedUnits);
    }
    let sides = paths.iter().zip(teacher.iter().zip(student));
    let disagrees = |(path, (teacher, student)): (&Path, (&Paid, &Paid))| -> Result<bool, Gap> {
        let list = path.horizon_saving().get()?;
        let cash = teacher.total.minus(student.total).get()?;
        Ok((list > Decimal::ZERO) != (cash > Decimal::ZERO))
    };
    let has_credits = !scenario.credits.pools().is_empty();
    if has_credits && sides.into_iter().any(|side| disagrees(side) == Ok(true)) {
        warnings.push(Warning::CreditsDisagree);
    }
    warnings
}

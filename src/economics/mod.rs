//! What a scenario costs on either path, and where the two cross.
//!
//! [`evaluate`] turns a [`Scenario`] into a [`Report`], [`headline`] into the first part of one, sooner.
//! They return quantities and codes; sentences and rounding for display belong to
//! [`wording`](crate::wording).
//!
//! A case is a scenario with every range fixed at one value, a path what its months cost on
//! teacher and student. Figures are numbers of a path; a report has their lowest and highest values
//! over the corners of the box of ranges.
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
mod figure;
mod found;
mod inputs;
mod ledger;
mod levers;
mod nearest;
mod number;
mod path;
mod payback;
mod quality;
mod receipt;
mod report;
mod sensitivity;
mod staircase;
mod verdict;
mod volumes;

pub use break_even::BreakEven;
pub use credits::{CreditsPath, CreditsReport, RunsOut};
pub use crossing::{Crossing, State, Window};
pub use figure::{Absent, Amount, Ends, Figure, Maybe, Origin, Reported, TooLarge};
pub use inputs::Inputs;
pub use levers::{Diagnosis, Lever, LeverReport, Reason};
pub use path::Plan;
pub use payback::Payback;
pub use quality::{Adjusted, Difference, Quality, QualityVerdict};
pub use receipt::{Receipt, ReceiptInput, Receipts};
pub use report::{
    Bill, BreakEvens, Capacity, Crossovers, Headline, Line, LineId, MonthReport, OtherHosting,
    Report, Saving, Sensitivity, StudentPath, TeacherPath, TermReport, Warning,
};
pub use verdict::{Verdict, VerdictCode};
pub use volumes::{CostSpan, VolumeCosts, costs_at, steps_between};

use crate::quantity::Usd;
use crate::scenario::{Choice, Hosting, Scenario, Term};
use cases::Cases;
use credits::{Paid, Who};
use crossing::{Span, crossing};
use number::Num;
use path::{Month, Path};
use std::cmp::Ordering::Greater;
use std::sync::Arc;

/// Computes the report of a scenario.
///
/// # Errors
///
/// [`TooLarge`] when an amount would be above $10¹⁵ or a volume above 10¹⁸ tokens a month; it
/// names the inputs that caused it.
pub fn evaluate(scenario: impl Into<Arc<Scenario>>) -> Result<Report, TooLarge> {
    ledger::open();
    evaluate_on(&scenario.into())
}

/// Computes the figures of the first screen only: those of the report, sooner.
///
/// # Errors
///
/// [`TooLarge`] when one of these figures is beyond the limits of [`evaluate`].
pub fn headline(scenario: impl Into<Arc<Scenario>>) -> Result<Headline, TooLarge> {
    ledger::open();
    let shared = scenario.into();
    let cases = Cases::of(&shared);
    let paths = Path::of_each(&cases.all, levers::plan(&shared));
    let [teacher, student] = [Who::Teacher, Who::Student].map(|who| credits::paid(&paths, who));
    let headline = headline_of(&shared, &cases, &paths, [&teacher, &student]);
    cases.beyond().map_or(Ok(headline), Err)
}

fn headline_of(
    shared: &Arc<Scenario>,
    cases: &Cases,
    paths: &[Path],
    [teacher_paid, student_paid]: [&[Paid]; 2],
) -> Headline {
    let scenario = &**shared;
    let saving = Saving {
        month_1: cases.hull(paths, |path| {
            path.first().teacher.minus(path.first().student)
        }),
        steady: cases.hull(paths, Path::steady_saving),
        steady_percent: cases.proportion(paths, |path| {
            let hundredfold = path.steady_saving().times(Num::HUNDRED);
            hundredfold.over(path.teacher_steady)
        }),
        steady_ratio: cases.proportion(paths, |path| path.teacher_steady.over(path.steady)),
        horizon: cases.hull(paths, Path::horizon_saving),
    };
    let crossover = Crossovers {
        steady: crossing(cases, paths, Span::Steady),
        month_1: crossing(cases, paths, Span::FirstMonth),
        horizon: crossing(cases, paths, Span::Horizon),
    };
    let plan = levers::plan(scenario);
    Headline {
        scenario: Arc::clone(shared),
        warnings: warnings(scenario, paths, teacher_paid, student_paid),
        verdict: verdict::verdict(scenario, plan, &saving.horizon, &crossover.horizon),
        teacher: teacher(cases, paths),
        student: student(cases, paths),
        hourly: commitment::hourly(cases, paths),
        payback: payback::payback(cases, paths),
        saving,
        crossover,
    }
}

/// The whole report on the ledger that is open.
fn evaluate_on(shared: &Arc<Scenario>) -> Result<Report, TooLarge> {
    let scenario = &**shared;
    let cases = Cases::of(scenario);
    let plan = levers::plan(scenario);
    let by_term = commitment::by_term(&cases, plan);
    let in_force = by_term.iter().find(|(term, _)| *term == plan.term);
    let paths = in_force.map_or(&[][..], |(_, paths)| paths);
    let [teacher, student] = [Who::Teacher, Who::Student].map(|who| credits::paid(paths, who));
    let headline = headline_of(shared, &cases, paths, [&teacher, &student]);

    let bill = levers::bill(&cases);
    let decided = (headline.verdict.code, &headline.saving);
    let lever_reports = levers::levers(&cases, paths, scenario, decided);
    let report = Report {
        other_hosting: other_hosting(&cases, plan),
        terms: by_term
            .iter()
            .map(|(term, paths)| commitment::term(&cases, *term, paths))
            .collect(),
        cheapest_term: commitment::cheapest(&cases, scenario, plan),
        capacity: capacity::capacity(&cases, paths),
        months: months(&cases, paths, &teacher, &student),
        credits: credits::credits(&cases, &teacher, &student),
        diagnosis: levers::diagnosis(scenario, &lever_reports, &bill),
        levers: lever_reports,
        bill,
        break_even: break_even::break_evens(&cases, scenario, plan),
        sensitivity: sensitivity::sensitivity(&cases, scenario, plan),
        quality: quality::quality(&cases, paths, scenario),
        headline,
    };
    cases.beyond().map_or(Ok(report), Err)
}

fn teacher(cases: &Cases, paths: &[Path]) -> TeacherPath {
    TeacherPath {
        rate: cases.hull(paths, |path| path.case.teacher_rate),
        month_1: cases.hull(paths, |path| path.first().teacher),
        steady: cases.hull(paths, |path| path.teacher_steady),
        horizon: cases.hull(paths, |path| path.teacher_horizon),
        ratio: cases.proportion(paths, |path| {
            let case = path.case;
            case.teacher_rate.over(case.student_rate)
        }),
    }
}

fn student(cases: &Cases, paths: &[Path]) -> StudentPath {
    StudentPath {
        rate: cases.hull(paths, |path| path.case.student_rate),
        month_1: cases.hull(paths, |path| path.first().student),
        steady: cases.hull(paths, |path| path.steady),
        horizon: cases.hull(paths, |path| path.horizon),
        one_time: cases.hull(paths, |path| path.case.one_time()),
        hosting: cases.hull(paths, |path| path.steady_lines.of(LineId::Hosting)),
        units: cases.hull(paths, |path| path.units),
        owed: cases.hull(paths, |path| path.owed),
        redistil_reserve: cases.hull(paths, Path::reserve),
        lines: lines(cases, paths),
    }
}

fn lines(cases: &Cases, paths: &[Path]) -> Vec<Line> {
    let mut lines = Vec::new();
    for id in LineId::ALL {
        let (mut month_1, mut steady) = (Vec::new(), Vec::new());
        for path in paths {
            month_1.push(path.first().lines.of(id));
            steady.push(path.steady_lines.of(id));
        }
        lines.push(Line {
            id,
            month_1: cases.spanning(&month_1),
            steady: cases.spanning(&steady),
        });
    }
    lines
}

/// What the two choices of hosting that are not in force would cost.
fn other_hosting(cases: &Cases, plan: Plan) -> Vec<OtherHosting> {
    let mut others = Vec::new();
    for hosting in Hosting::ALL.iter().copied() {
        if hosting != plan.hosting {
            let plan = Plan { hosting, ..plan };
            // No month is asked for.
            let month = |case| Path::with_months(case, plan, 0);
            let paths: Vec<_> = cases.all.iter().map(month).collect();
            others.push(OtherHosting {
                hosting,
                steady: cases.hull(&paths, |path| path.steady),
                crossing: crossing(cases, &paths, Span::Steady),
            });
        }
    }
    others
}

/// The horizon, month by month.
fn months(cases: &Cases, paths: &[Path], teacher: &[Paid], student: &[Paid]) -> Vec<MonthReport> {
    let mut to_date = vec![Num::ZERO; paths.len()];
    let mut reports = Vec::new();
    let horizon = paths.first().map_or(0, |path| path.case.horizon);
    for (number, at) in (1..=horizon).zip(0..) {
        let mut months: Vec<Month> = Vec::new();
        for (total, path) in to_date.iter_mut().zip(paths) {
            let month = path.month(at);
            *total = total.plus(month.teacher.minus(month.student));
            months.push(month);
        }
        let cash = |paid: &[Paid]| -> Amount<Usd> {
            let cash: Vec<_> = paid.iter().map(|paid| paid.cash_in(at)).collect();
            cases.spanning(&cash)
        };
        reports.push(MonthReport {
            month: number,
            volume: cases.hull(&months, |month| month.volume),
            teacher: cases.hull(&months, |month| month.teacher),
            student: cases.hull(&months, |month| month.student),
            saving_to_date: cases.spanning(&to_date),
            cash_teacher: cash(teacher),
            cash_student: cash(student),
        });
    }
    reports
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
    let several = |path: &Path| path.units.compare(Num::ONE) == Greater;
    if scenario.hosting.bills_hours() && scenario.term == Term::None && paths.iter().any(several) {
        warnings.push(Warning::UncommittedUnits);
    }
    let mut disagrees = false;
    for (path, (teacher, student)) in paths.iter().zip(teacher.iter().zip(student)) {
        let saving = path.horizon_saving();
        let in_cash = teacher.total.minus(student.total).sign() == Greater;
        disagrees |= saving.gap().is_none() && (saving.sign() == Greater) != in_cash;
    }
    let has_credits = !scenario.credits.pools().is_empty();
    if has_credits && disagrees {
        warnings.push(Warning::CreditsDisagree);
    }
    warnings
}

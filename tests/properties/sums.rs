//! What adds up in the model adds up in the report, and what stands under a sum on the screen adds
//! up to it as it is shown.

use crate::cases;
use crate::scenarios::{ALL, POINT, RANGES, Size, scenarios};
use crossover::economics::{Amount, CreditsPath, Report, evaluate};
use crossover::quantity::{Quantity, Usd};
use crossover::tables::{Table, costs};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn usd(amount: &Amount<Usd>) -> Decimal {
    amount.as_ref().expect("known").low().decimal()
}

/// Whether two sums are equal, to the digits that a number carries.
fn equal(whole: Decimal, parts: &[Decimal]) -> bool {
    let sizes = parts.iter().map(Decimal::abs);
    let size = sizes.fold(whole.abs().max(Decimal::ONE), Decimal::max);
    (whole - parts.iter().sum::<Decimal>()).abs() <= size * Decimal::new(1, 20)
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios: the report's totals are the sums of its parts.
    #[test]
    fn parts_add_up(asked in prop_oneof![
        scenarios(Size::Everyday, POINT),
        scenarios(Size::Small, POINT),
    ]) {
        let Ok(report) = evaluate(&asked.0) else {
            return Err(TestCaseError::reject("too large"));
        };
        for (what, whole, parts) in sums(&report) {
            prop_assert!(equal(whole, &parts), "{}: {} {:?}", what, whole, parts);
        }
    }
}

/// Totals, each with its parts.
#[allow(clippy::too_many_lines, reason = "a list")]
fn sums(report: &Report) -> Vec<(&'static str, Decimal, Vec<Decimal>)> {
    let (teacher, student, saving) = (&report.teacher, &report.student, &report.saving);
    let (credits, bill) = (&report.credits, &report.bill);
    let lines = || student.lines.iter();
    let once = lines().filter(|line| line.id.is_paid_once());
    let months = || report.months.iter();
    let each = |of: fn(&crossover::economics::MonthReport) -> &Amount<Usd>| {
        months().map(|month| usd(of(month))).collect::<Vec<_>>()
    };
    let with = |mut parts: Vec<Decimal>, more: Decimal| {
        parts.push(more);
        parts
    };
    let owed = usd(&student.owed);
    let last = report.months.last().expect("a month");
    let mut sums = vec![
        (
            "month 1",
            usd(&student.month_1),
            lines().map(|l| usd(&l.month_1)).collect(),
        ),
        (
            "steady",
            usd(&student.steady),
            lines().map(|l| usd(&l.steady)).collect(),
        ),
        (
            "once",
            usd(&student.one_time),
            once.map(|l| usd(&l.month_1)).collect(),
        ),
        (
            "the teacher's months",
            usd(&teacher.horizon),
            each(|m| &m.teacher),
        ),
        (
            "the student's months",
            usd(&student.horizon),
            with(each(|m| &m.student), owed),
        ),
        (
            "saved in month 1",
            usd(&teacher.month_1),
            vec![usd(&saving.month_1), usd(&student.month_1)],
        ),
        (
            "saved",
            usd(&teacher.steady),
            vec![usd(&saving.steady), usd(&student.steady)],
        ),
        (
            "saved in all",
            usd(&teacher.horizon),
            vec![usd(&saving.horizon), usd(&student.horizon)],
        ),
        (
            "saved to date",
            usd(&last.saving_to_date),
            vec![usd(&saving.horizon), owed],
        ),
        (
            "the teacher's list",
            usd(&credits.teacher.list),
            vec![usd(&teacher.horizon)],
        ),
        (
            "the student's list",
            usd(&credits.student.list),
            vec![usd(&student.horizon)],
        ),
        (
            "the teacher's cash",
            usd(&credits.teacher.cash),
            each(|m| &m.cash_teacher),
        ),
        (
            "the student's cash",
            usd(&credits.student.cash),
            with(each(|m| &m.cash_student), owed),
        ),
        (
            "the bill",
            usd(&report.levers.first().expect("the teacher").steady),
            vec![
                usd(&bill.repeated_input),
                usd(&bill.fresh_input),
                usd(&bill.output),
            ],
        ),
    ];
    let pools: Vec<_> = report
        .scenario
        .credits
        .pools()
        .iter()
        .map(|pool| pool.amount.decimal())
        .collect();
    let of = |path: &CreditsPath| vec![usd(&path.spent), usd(&path.expired), usd(&path.left)];
    for path in [&credits.teacher, &credits.student] {
        sums.push(("pools", pools.iter().sum(), of(path)));
        sums.push((
            "paid",
            usd(&path.list),
            vec![usd(&path.cash), usd(&path.spent)],
        ));
    }
    for term in &report.terms {
        let stops: Vec<_> = term.stop_after.iter().map(usd).collect();
        let at = report
            .months
            .len()
            .checked_sub(1)
            .and_then(|at| stops.get(at));
        if let Some(at) = at {
            sums.push(("stopped at the horizon", usd(&term.horizon), vec![*at]));
        }
    }
    sums
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// 10,000 scenarios: the figures of the table of costs, read back from its text, add up. Monthly
    /// lines make the steady state, all lines make month 1.
    #[test]
    fn the_table_of_costs_adds_up_as_displayed(asked in prop_oneof![
        scenarios(Size::Everyday, ALL),
        scenarios(Size::Everyday, RANGES),
    ]) {
        let Ok(report) = evaluate(&asked.0) else {
            return Err(TestCaseError::reject("too large"));
        };
        // Ends of a share that moves cost from one line to another belong to different corners.
        prop_assume!(report.scenario.teacher_share.is_point());
        prop_assume!(report.student.month_1.ok().is_some());
        let table = costs(&report);
        let sum = |rows: &[&str], at: usize| -> Decimal {
            let student = rows.iter().filter_map(|row| cell(&table, row, 1));
            student.map(|text| amounts(text)[at]).sum()
        };
        let of = |row: &str, column: usize| amounts(cell(&table, row, column).expect("a row"));
        let builds = report.scenario.build_months.decimal() > Decimal::ZERO;
        for at in [0, 1] {
            let standing = sum(&["hosting", "storage"], at);
            let monthly = standing + sum(&["inference", "teacher_share"], at);
            let once = sum(&["generation", "training", "evaluation", "effort"], at);
            prop_assert_eq!(monthly, of("steady", 1)[at], "{:#?}", table.rows);
            let comes_whole = report.scenario.unit_capacity.is_some();
            if !builds && !comes_whole {
                prop_assert_eq!(monthly + once, of("month_1", 1)[at], "{:#?}", table.rows);
            }
        }
    }
}

fn cell<'t>(table: &'t Table, row: &str, column: usize) -> Option<&'t str> {
    let row = table.rows.iter().find(|r| r.id == row)?;
    row.cells.get(column).map(|cell| cell.text.as_str())
}

/// Both ends of a text: `$1,500–$2,500`, `−$5 (−1%)`, `—`. What is too small to show counts as
/// nothing, as it does for a reader who adds up.
fn amounts(text: &str) -> [Decimal; 2] {
    let text = text.split(" (").next().unwrap_or(text);
    let (low, high) = text.split_once('–').unwrap_or((text, text));
    [low, high].map(|text| {
        if text == "—" || text.contains('<') {
            return Decimal::ZERO;
        }
        let digits = text.replace(['$', ','], "").replace('−', "-");
        digits
            .parse()
            .unwrap_or_else(|_| panic!("{text:?} is no amount"))
    })
}

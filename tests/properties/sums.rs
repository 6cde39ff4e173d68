//! What adds up in the model adds up in the report, and what stands under a sum on the screen adds
//! up to it as it is shown.

use crate::cases;
use crate::scenarios::{ALL, Asked, RANGES, Size, scenarios};
use crossover::economics::{Amount, Crossing, LineId, Report, VerdictCode, evaluate};
use crossover::quantity::{Quantity, Range, Usd};
use crossover::scenario::FieldId;
use crossover::tables::{Table, costs};
use crossover::wording::verdict;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// The low or the high end of a range.
type End = fn(Range<Usd>) -> Usd;

const ENDS: [End; 2] = [Range::low, Range::high];

/// One end of an amount that is known.
fn end(amount: &Amount<Usd>, end: End) -> Decimal {
    amount
        .as_ref()
        .map(|range| end(*range).decimal())
        .expect("known")
}

fn is_point(amount: &Amount<Usd>) -> bool {
    amount.is_ok_and(Range::is_point)
}

proptest! {
    #![proptest_config(cases(500))]

    /// 500 scenarios: the report's totals are the sums of its parts, to the last digit.
    #[test]
    fn parts_add_up_exactly(asked in scenarios(Size::Everyday, RANGES)) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let report = report.expect("just checked");
        let student = &report.student;
        let months = scenario.horizon.decimal();
        for at in ENDS {
            let steady: Decimal = student.lines.iter().map(|line| end(&line.steady, at)).sum();
            let month_1: Decimal = student.lines.iter().map(|line| end(&line.month_1, at)).sum();
            prop_assert_eq!(steady, end(&student.steady, at));
            prop_assert_eq!(month_1, end(&student.month_1, at));
            let once = end(&student.one_time, at);
            prop_assert_eq!(month_1, steady + once);
            let total = steady * months + once + end(&student.owed, at);
            prop_assert_eq!(total, end(&student.horizon, at));
            prop_assert_eq!(end(&report.teacher.month_1, at), end(&report.teacher.steady, at));
            prop_assert_eq!(end(&report.teacher.steady, at) * months, end(&report.teacher.horizon, at));
        }
        for (saving, teacher, student) in [
            (&report.saving.month_1, &report.teacher.month_1, &student.month_1),
            (&report.saving.steady, &report.teacher.steady, &student.steady),
            (&report.saving.horizon, &report.teacher.horizon, &student.horizon),
        ] {
            if is_point(teacher) && scenario.volume.is_point() {
                let cost = end(teacher, Range::low);
                prop_assert_eq!(end(saving, Range::low), cost - end(student, Range::high));
                prop_assert_eq!(end(saving, Range::high), cost - end(student, Range::low));
            }
        }
    }

    /// 500 scenarios: the figures of the table of costs, read back from its text, add up. Monthly
    /// lines make the steady state, all lines make month 1, and the teacher less the student makes
    /// the saving.
    #[test]
    fn the_table_of_costs_adds_up_as_displayed(asked in scenarios(Size::Everyday, ALL)) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let report = report.expect("just checked");
        prop_assume!(report.student.month_1.is_ok());
        let table = costs(&report);
        let sum = |rows: &[&str], at: usize| -> Decimal {
            let student = rows.iter().filter_map(|row| cell(&table, row, 1));
            student.map(|text| amounts(text)[at]).sum()
        };
        let of = |row: &str, column: usize| amounts(cell(&table, row, column).expect("a row"));
        for at in [0, 1] {
            let monthly = sum(&["inference", "hosting", "storage"], at);
            let once = sum(&["generation", "training", "evaluation", "effort"], at);
            prop_assert_eq!(monthly, of("steady", 1)[at], "{:#?}", table.rows);
            prop_assert_eq!(monthly + once, of("month_1", 1)[at], "{:#?}", table.rows);
            prop_assert_eq!(of("inference", 0), of("steady", 0));
            prop_assert_eq!(of("inference", 0), of("month_1", 0));
            if is_point(&report.teacher.steady) {
                let cost = of("steady", 0)[0];
                let saving = of("saving", 1)[at];
                prop_assert_eq!(saving, cost - of("steady", 1)[1 - at], "{:#?}", table.rows);
            }
        }
    }

    /// 500 scenarios: a line is shown to within one unit of its exact amount, and one that is
    /// something is not shown as nothing.
    #[test]
    fn a_line_is_rounded_by_less_than_one_unit(asked in scenarios(Size::Everyday, RANGES)) {
        let Asked(scenario) = asked;
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let report = report.expect("just checked");
        let table = costs(&report);
        let unit = unit(&table);
        for (id, row) in [
            (LineId::Inference, "inference"),
            (LineId::Generation, "generation"),
            (LineId::Training, "training"),
            (LineId::Evaluation, "evaluation"),
            (LineId::Effort, "effort"),
            (LineId::Hosting, "hosting"),
            (LineId::Storage, "storage"),
        ] {
            let exact = exact(&report, id);
            let text = cell(&table, row, 1).unwrap_or("—");
            for (shown, exact) in amounts(text).into_iter().zip(exact) {
                prop_assert!((shown - exact).abs() < unit, "{}: {} is {}", row, text, exact);
            }
            prop_assert!(text != "—" || exact == [Decimal::ZERO; 2], "{}: {:?}", row, exact);
        }
    }

    /// 500 scenarios, the volume well above the crossover: the sentence has the amounts of the table.
    #[test]
    fn the_sentence_says_what_the_table_says(
        asked in scenarios(Size::Everyday, RANGES),
        times in 2..1_000_u32,
    ) {
        let Asked(mut scenario) = asked;
        let crossing = evaluate(&scenario).map(|report| report.crossover.horizon);
        if let Ok(Ok(Crossing { high: Some(volume), .. })) = crossing {
            let volume = (volume.decimal() * Decimal::from(times)).to_string();
            let _ = scenario.set(FieldId::volume, &volume);
        }
        let report = evaluate(&scenario);
        prop_assume!(report.is_ok());
        let report = report.expect("just checked");
        let table = costs(&report);
        let shown = |row, column| cell(&table, row, column).expect("a row").replace('–', " to ");
        let sentence = verdict(&report);
        if report.verdict.code == VerdictCode::Distil {
            for column in [0, 1] {
                prop_assert!(sentence.contains(&shown("steady", column)), "{} {:#?}", sentence, table);
            }
        }
        if sentence.contains("more a month") && is_point(&report.saving.steady) {
            let saving = shown("saving", 1);
            let more = saving.split(" (").next().unwrap_or_default().trim_start_matches('−');
            prop_assert!(sentence.contains(more), "{} {:#?}", sentence, table);
        }
    }
}

/// Both ends of a line's exact amount.
fn exact(report: &Report, id: LineId) -> [Decimal; 2] {
    let line = report
        .student
        .lines
        .iter()
        .find(|line| line.id == id)
        .expect("a line");
    ENDS.map(|at| end(&line.month_1, at))
}

fn cell<'t>(table: &'t Table, row: &str, column: usize) -> Option<&'t str> {
    let row = table.rows.iter().find(|r| r.id == row)?;
    row.cells.get(column).map(String::as_str)
}

/// The table's last shown digit: a dollar, unless cents are shown.
fn unit(table: &Table) -> Decimal {
    let steady = cell(table, "steady", 1).expect("a row");
    if steady.contains('.') {
        Decimal::new(1, 2)
    } else {
        Decimal::ONE
    }
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

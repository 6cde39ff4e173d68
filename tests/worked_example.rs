//! The worked example: every figure that the documents print, to the cent and the token, as the
//! report's values and as the page's text.
//!
//! 500M tokens a month; teacher $10 and student $1 per million, blended; generation $200–$1,000 and
//! fine-tuning $70–$270 once; one model unit at $1.00 an hour, 730 hours; tokens and hours billed.

use crossover::economics::{Amount, Crossing, LineId, Report, State, VerdictCode, evaluate};
use crossover::link::decode;
use crossover::quantity::{Quantity, Range};
use crossover::scenario::{Choice, Hosting, Scenario, Term};
use crossover::{sections, wording};
use rust_decimal::Decimal;

fn open(link: &str) -> Report {
    let opened = decode(link);
    assert_eq!(opened.problems, [], "{link}");
    evaluate(&opened.scenario).unwrap()
}

fn example() -> Report {
    evaluate(Scenario::default()).unwrap()
}

/// `5000`, `200..1000`: an amount's exact ends.
fn ends<Q: Quantity>(amount: &Amount<Q>) -> String {
    match amount.as_ref() {
        Ok(figure) => between(figure.range()),
        Err(why) => why.to_string(),
    }
}

fn between<Q: Quantity>(range: Range<Q>) -> String {
    let (low, high) = (range.low().decimal(), range.high().decimal());
    if low == high {
        low.to_string()
    } else {
        format!("{low}..{high}")
    }
}

/// A crossing's exact ends, in whole tokens.
fn volumes(crossing: &Crossing) -> (State, Option<Decimal>, Option<Decimal>) {
    (
        crossing.state,
        crossing.low.map(Quantity::decimal),
        crossing.high.map(Quantity::decimal),
    )
}

fn at(low: i64, high: i64) -> (State, Option<Decimal>, Option<Decimal>) {
    (State::At, Some(low.into()), Some(high.into()))
}

/// The text of a table's cell.
fn cell(report: &Report, table: &str, row: &str, column: &str) -> String {
    let tables = sections::tables(report, None);
    let table = tables.iter().find(|t| t.id == table).expect(table);
    let column = table
        .columns
        .iter()
        .position(|c| c.id == column)
        .expect(column);
    let row = table.rows.iter().find(|r| r.id == row).expect(row);
    row.cells[column].text.clone()
}

fn line(report: &Report, id: LineId) -> [String; 2] {
    let line = report
        .student
        .lines
        .iter()
        .find(|line| line.id == id)
        .unwrap();
    [ends(&line.month_1), ends(&line.steady)]
}

#[test]
fn the_report_has_every_figure_exactly() {
    let report = example();
    assert_eq!(ends(&report.teacher.month_1), "5000");
    assert_eq!(ends(&report.teacher.steady), "5000");
    assert_eq!(ends(&report.teacher.horizon), "60000");
    assert_eq!(line(&report, LineId::Inference), ["500", "500"]);
    assert_eq!(line(&report, LineId::Generation), ["200..1000", "0"]);
    assert_eq!(line(&report, LineId::Training), ["70..270", "0"]);
    assert_eq!(line(&report, LineId::Hosting), ["730", "730"]);
    assert_eq!(ends(&report.student.month_1), "1500..2500");
    assert_eq!(ends(&report.student.steady), "1230");
    assert_eq!(ends(&report.student.horizon), "15030..16030");
    assert_eq!(ends(&report.saving.steady), "3770");
    assert_eq!(ends(&report.saving.steady_percent), "75.4");
    assert_eq!(
        volumes(report.crossover.steady.as_ref().unwrap()),
        at(81_111_112, 81_111_112)
    );
    assert_eq!(
        volumes(report.crossover.month_1.as_ref().unwrap()),
        at(111_111_112, 222_222_223)
    );
    assert_eq!(
        volumes(report.crossover.horizon.as_ref().unwrap()),
        at(83_611_112, 92_870_371)
    );
    assert_eq!(report.verdict.code, VerdictCode::Distil);
}

/// The one-time cost over the saving of a month of 30 5/12 days: 270/3770 and 1270/3770.
#[test]
fn the_payback_is_a_matter_of_days() {
    let payback = *example().payback.as_ref().unwrap();
    for (months, once) in [(payback.low, 270), (payback.high, 1270)] {
        let exact = Decimal::from(once) / Decimal::from(3770);
        assert_eq!(months.unwrap().decimal(), exact);
    }
    assert_eq!(
        cell(&example(), "thresholds", "payback", "value"),
        "2.2–10.3 days"
    );
}

#[test]
fn the_table_shows_what_the_documents_print() {
    let report = example();
    for (row, teacher, student) in [
        ("volume", "500,000,000 tokens", "500,000,000 tokens"),
        ("rate", "$10", "$1"),
        ("inference", "$5,000", "$500"),
        ("generation", "—", "$200–$1,000"),
        ("training", "—", "$70–$270"),
        ("hosting", "—", "$730"),
        ("month_1", "$5,000", "$1,500–$2,500"),
        ("steady", "$5,000", "$1,230"),
        ("saving", "—", "$3,770 (75.4%)"),
    ] {
        assert_eq!(cell(&report, "costs", row, "teacher"), teacher, "{row}");
        assert_eq!(cell(&report, "costs", row, "student"), student, "{row}");
    }
    for (row, value) in [
        ("crossover_steady", "81,111,112 tokens a month"),
        (
            "crossover_month_1",
            "111,111,112–222,222,223 tokens a month",
        ),
        ("crossover_horizon", "83,611,112–92,870,371 tokens a month"),
    ] {
        assert_eq!(cell(&report, "thresholds", row, "value"), value, "{row}");
    }
}

#[test]
fn the_verdict_has_both_numbers_and_the_gap() {
    assert_eq!(
        wording::verdict(&example()),
        "Distil: $1,230 a month instead of $5,000 (−75%). At 500M tokens a month you are above the \
         crossover of 81.1M; the one-time cost is back in 2.2 to 10.3 days."
    );
}

/// "Roughly 10×" holds for the token line alone; with hosting it is about 4×.
#[test]
fn ten_times_is_four_times_with_hosting() {
    let report = example();
    assert!(report.teacher.ratio.is(Decimal::TEN));
    let month = report.saving.steady_ratio.as_ref().unwrap().low();
    assert_eq!(month, Decimal::from(5000) / Decimal::from(1230));
    assert_eq!(
        wording::proportion(&report).unwrap(),
        "Token for token the student is 10 times cheaper; with hosting, the month is 4.1 times cheaper."
    );
}

/// $4,902 instead of $5,000 is 1.02 times cheaper, which is shown as once: no cheaper.
#[test]
fn once_as_cheap_is_not_said() {
    assert_eq!(wording::proportion(&open("p0=6.03")), None);
}

/// At $6.05 an hour the costlier training data do not pay, though that is below the price at which the
/// middle of the ranges breaks even: so it says what the price is of.
#[test]
fn a_break_even_says_that_it_is_of_the_middle() {
    let answer = |link: &str| {
        let mut parts = sections::ALL.iter();
        let part = parts.find(|part| part.id == "break-even").unwrap();
        (part.answer)(&open(link))
    };
    assert_eq!(open("p0=6.05").verdict.code, VerdictCode::Depends);
    assert!(answer("").contains("at most $6.076484, at the middle of all ranges;"));
    assert!(!answer("gen=600&ft=170").contains("middle"));
}

#[test]
fn five_million_tokens_a_month_never_pay_it_back() {
    let report = open("v=5M");
    let payback = report.payback.as_ref().unwrap();
    assert_eq!((payback.low, payback.high), (None, None));
    assert_eq!(
        cell(&report, "thresholds", "payback", "value"),
        "not within 12 months"
    );
    assert_eq!(report.verdict.code, VerdictCode::Stay);
    assert_eq!(ends(&report.saving.steady), "-685");
}

#[test]
fn provisioned_hosting_costs_730_dollars() {
    let report = open("#h=provisioned");
    assert_eq!(ends(&report.student.steady), "730");
    assert_eq!(
        volumes(report.crossover.steady.as_ref().unwrap()),
        at(73_000_000, 73_000_000)
    );
    assert_eq!(cell(&report, "costs", "steady", "student"), "$730");
}

#[test]
fn on_demand_hosting_wins_at_every_volume() {
    let report = open("#h=on_demand");
    assert_eq!(ends(&report.student.steady), "500");
    let every = (State::Every, Some(Decimal::ONE), Some(Decimal::ONE));
    assert_eq!(volumes(report.crossover.steady.as_ref().unwrap()), every);
    assert_eq!(
        cell(&report, "thresholds", "crossover_steady", "value"),
        "every volume"
    );
    assert_eq!(
        wording::verdict(&report),
        "Distil: $500 a month instead of $5,000 (−90%). The student is cheaper at every volume; the \
         one-time cost is back in 1.9 to 8.6 days."
    );
}

/// The two choices that are not in force stand beside the one that is.
#[test]
fn the_example_says_what_the_other_two_would_cost() {
    let report = example();
    for (hosting, steady, crossing) in [
        (Hosting::Both, "$1,230", "81,111,112 tokens a month"),
        (Hosting::Provisioned, "$730", "73,000,000 tokens a month"),
        (Hosting::OnDemand, "$500", "every volume"),
    ] {
        let code = hosting.option().code;
        assert_eq!(cell(&report, "hosting-choices", code, "steady"), steady);
        assert_eq!(cell(&report, "hosting-choices", code, "crossing"), crossing);
    }
}

/// $1.00, $0.90 and $0.50 an hour; 657 = 0.9·730; 2,190 = 6·0.5·730; 73M = 657/9·10⁶.
#[test]
fn the_terms_stand_side_by_side() {
    let report = example();
    for (term, steady, horizon, locked_in, crossing) in [
        (Term::None, "1230", "15030..16030", "0", 81_111_112),
        (Term::OneMonth, "1157", "14154..15154", "657", 73_000_000),
        (Term::SixMonths, "865", "10650..11650", "2190", 40_555_556),
    ] {
        let term = report.terms.iter().find(|t| t.term == term).unwrap();
        assert_eq!(ends(&term.steady), steady);
        assert_eq!(ends(&term.horizon), horizon);
        assert_eq!(ends(&term.locked_in), locked_in);
        assert_eq!(
            volumes(term.steady_crossing.as_ref().unwrap()),
            at(crossing, crossing)
        );
    }
}

/// A block of six months that begins with month 7 of 8 is paid to its end: four months more.
#[test]
fn what_is_owed_after_the_horizon_is_a_line_of_its_own() {
    let report = open("c=6mo&n=8");
    assert_eq!(ends(&report.student.owed), "1460");
    assert_eq!(ends(&report.student.horizon), "8650..9650");
    assert_eq!(ends(&open("c=6mo&n=12").student.owed), "0");
}

/// One model unit of a real price: 60.5·730 = 44,165 dollars a month, 8,833,000,000 tokens at 5.
#[test]
fn a_real_pair_below_its_crossover_stays_on_the_teacher() {
    let report = open("#v=2.5B&t=2.5/12.5&s=0.035/0.14&h=provisioned&p0=60.5");
    assert_eq!(ends(&report.student.steady), "44165");
    assert_eq!(ends(&report.teacher.steady), "12500");
    assert_eq!(report.verdict.code.code(), "stay");
    let crossing = 8_833_000_000;
    assert_eq!(
        volumes(report.crossover.steady.as_ref().unwrap()),
        at(crossing, crossing)
    );
    assert_eq!(
        wording::verdict(&report),
        "Stay on the teacher: the student would cost $31,665 more a month. At 2.5B tokens a month you \
         are 6.333B below the crossover of 8.833B."
    );
}

#[test]
fn a_token_that_costs_as_much_never_pays_back() {
    for link in [
        "t=1&s=1",
        "t=2.5/12.5&s=5",
        "s=10&h=on_demand",
        "t=1..3&s=3..4",
    ] {
        let report = open(link);
        assert_eq!(report.verdict.code, VerdictCode::Never, "{link}");
        let sentence = wording::verdict(&report);
        assert!(
            sentence.starts_with("Never: each token costs the student "),
            "{sentence}"
        );
    }
    let sentence = wording::verdict(&open("t=1&s=1"));
    assert!(
        sentence.starts_with("Never: each token costs the student as much as the teacher. "),
        "{sentence}"
    );
}

//! Errors that other calculators make, each with a test named after it: `economics.md`, section 13.

use crossover::economics::{Absent, LineId, Report, State, VerdictCode, Warning, evaluate};
use crossover::link::decode;
use crossover::quantity::{Quantity, Usd};
use crossover::scenario::{Choice, FieldId, Hosting, Scenario, Term};
use crossover::{sections, wording};
use rust_decimal::Decimal;

fn scenario(link: &str) -> Scenario {
    let opened = decode(link);
    assert_eq!(opened.problems, [], "{link}");
    opened.scenario
}

fn open(link: &str) -> Report {
    evaluate(scenario(link)).unwrap()
}

fn cell(report: &Report, table: &str, row: &str, column: &str) -> String {
    let tables = sections::tables(report, None);
    let table = tables.iter().find(|t| t.id == table).expect(table);
    let mut columns = table.columns.iter();
    let column = columns.position(|c| c.id == column).expect(column);
    let row = table.rows.iter().find(|r| r.id == row).expect(row);
    row.cells[column].text.clone()
}

/// Checks what a cell shows: `table row column`.
#[track_caller]
fn shows(report: &Report, place: &str, text: &str) {
    let mut place = place.split(' ');
    let [table, row, column] = [(); 3].map(|()| place.next().unwrap());
    assert_eq!(cell(report, table, row, column), text);
}

/// Everything that the page says of a report.
fn all_texts(report: &Report) -> Vec<String> {
    let mut texts = vec![wording::verdict(report)];
    texts.extend(wording::assumptions(report));
    texts.extend(wording::proportion(report));
    for table in sections::tables(report, None) {
        for row in table.rows {
            texts.extend([row.title, row.note]);
            texts.extend(row.cells.into_iter().map(|cell| cell.text));
        }
    }
    texts
}

/// Whether the page says that it takes something for granted.
fn assumes(report: &Report, said: &str) -> bool {
    let assumptions = wording::assumptions(report);
    assumptions.iter().any(|text| text.contains(said))
}

#[test]
fn error_1_tokens_and_hours_charged_for_the_same_traffic_without_saying_so() {
    let said = "Tokens and model-unit hours are both charged for the same traffic";
    for (link, both) in [("", true), ("h=provisioned", false), ("h=on_demand", false)] {
        let report = open(link);
        let warns = report.warnings.contains(&Warning::TokensAndHours);
        assert_eq!((warns, assumes(&report, said)), (both, both), "{link}");
        // What the other two choices would cost stands beside it, whichever is in force.
        for hosting in Hosting::ALL {
            let shown = cell(&report, "hosting-choices", hosting.option().code, "steady");
            assert!(shown.starts_with('$'), "{shown}");
        }
    }
}

/// The saving of the headline is what is left after hosting and storage, not the token line's 90%.
#[test]
fn error_2_the_standing_charge_left_out_of_the_headline_saving() {
    for (link, saved, headline) in [
        ("", 3770, "−75%"),
        ("st=100", 3670, "−73%"),
        ("mu=4", 1580, "−32%"),
        ("h=provisioned", 4270, "−85%"),
    ] {
        let report = open(link);
        let saving = report.saving.steady.as_ref().unwrap();
        assert_eq!(saving.low().decimal(), Decimal::from(saved), "{link}");
        assert!(saving.is_point());
        let verdict = wording::verdict(&report);
        assert!(verdict.contains(headline), "{verdict}");
    }
}

/// Model units are billed around the clock: busy or idle, the line is the same.
#[test]
fn error_3_a_standing_charge_scaled_by_utilisation() {
    for volume in ["1", "5M", "500M", "1000T"] {
        let mut scenario = scenario("h=provisioned");
        scenario.set(FieldId::volume, volume).unwrap();
        let report = evaluate(&scenario).unwrap();
        let hosting = report.student.hosting.as_ref().unwrap();
        assert_eq!(hosting.low().decimal(), Decimal::from(730), "{volume}");
        assert_eq!(report.student.steady, report.student.hosting, "{volume}");
    }
}

/// Traffic that peaks asks for more units, and pays for no more tokens; a month that grows is worth
/// its own volume, not that of the last one.
#[test]
fn error_4_a_month_valued_at_its_peak_rate() {
    let (level, peaks) = (open("cap=120000"), open("cap=120000&pk=100"));
    assert_eq!(peaks.teacher, level.teacher);
    for (one, other) in level.student.lines.iter().zip(&peaks.student.lines) {
        let is_same = one == other;
        assert_eq!(is_same, one.id != LineId::Hosting, "{:?}", one.id);
    }
    // A unit carries 120,000·60·730 = 5.256B tokens: 500M at a peak of a hundred take ten.
    let hosting = |report: &Report| report.student.hosting.as_ref().unwrap().low().decimal();
    assert_eq!(hosting(&level), Decimal::from(730));
    assert_eq!(hosting(&peaks), Decimal::from(7300));
    // Where nobody knows what a unit carries, a peak changes nothing at all.
    assert_eq!(open("pk=100").student, open("").student);
    let grows = open("g=10&n=2");
    let teacher = |month: usize| {
        grows.months[month]
            .teacher
            .as_ref()
            .unwrap()
            .low()
            .decimal()
    };
    assert_eq!((teacher(0), teacher(1)), (5000.into(), 5500.into()));
    assert_eq!(
        grows.teacher.horizon.as_ref().unwrap().low().decimal(),
        10_500.into()
    );
}

/// Each price stands under its commitment, and the one in force is named wherever it counts.
#[test]
fn error_5_a_committed_price_compared_with_an_uncommitted_one_unlabelled() {
    for (link, term, said, price) in [
        ("", Term::None, "without commitment", "$1"),
        ("c=1mo", Term::OneMonth, "committed for 1 month", "$0.90"),
        ("c=6mo", Term::SixMonths, "committed for 6 months", "$0.50"),
    ] {
        let report = open(link);
        for said in [said, price] {
            assert!(assumes(&report, said), "{link}: {said}");
        }
        let tables = sections::tables(&report, None);
        let terms = tables.iter().find(|table| table.id == "terms").unwrap();
        for row in &terms.rows {
            let in_force = row.id == term.option().code;
            assert_eq!(row.title.ends_with("(in force)"), in_force, "{}", row.title);
            assert_eq!(row.stands_out, in_force);
        }
        shows(
            &report,
            &format!("terms {} hourly", term.option().code),
            price,
        );
        let costs = tables.iter().find(|table| table.id == "costs").unwrap();
        let hosting = costs.rows.iter().find(|row| row.id == "hosting").unwrap();
        let label = term.option().label.to_lowercase();
        assert!(hosting.note.contains(&label), "{}", hosting.note);
    }
}

/// The student wins from 4.4B tokens on while one unit carries them, loses with the second until that
/// is paid too, and so on: five windows, before it wins for good.
#[test]
fn error_6_one_crossover_reported_where_the_staircase_gives_several() {
    let stairs =
        "t=2.5/12.5&s=0.035/0.14&gen=0&ft=0&h=provisioned&c=6mo&p6=30.25&cap=120000&st=1.95";
    let report = open(&format!("v=5B&{stairs}"));
    let crossing = report.crossover.steady.as_ref().unwrap();
    let windows = crossing.windows.as_ref().unwrap();
    assert_eq!((crossing.window_count, windows.len()), (Some(6), 6));
    for (at, window) in windows.iter().enumerate() {
        let is_last = at == 5;
        assert_eq!(window.to.is_none(), is_last);
        for (volume, pays) in [
            (Some(window.from.decimal()), true),
            (Some(window.from.decimal() - Decimal::ONE), false),
            (window.to.map(Quantity::decimal), true),
            (window.to.map(|to| to.decimal() + Decimal::ONE), false),
        ] {
            let Some(volume) = volume else { continue };
            let report = open(&format!("v={volume}&{stairs}"));
            let saving = report.saving.steady.as_ref().unwrap();
            assert_eq!(saving.low() >= Usd::ZERO, pays, "{volume}");
        }
    }
    shows(
        &report,
        "thresholds crossover_steady value",
        "26,499,390,000 tokens a month; below it in 5 windows, the first from 4,416,890,000 on",
    );
}

/// 730/9 million is 81,111,111.1…: at 81,111,111 the student still costs more.
#[test]
fn error_7_break_even_rounded_down() {
    for (link, volume) in [
        ("", 81_111_112),
        ("t=7&s=0&h=provisioned", 104_285_715),
        ("t=4&s=3", 730_000_000),
    ] {
        let report = open(link);
        let crossing = report
            .crossover
            .steady
            .as_ref()
            .unwrap()
            .low
            .unwrap()
            .decimal();
        assert_eq!(crossing, Decimal::from(volume), "{link}");
        for (volume, pays) in [(volume, true), (volume - 1, false)] {
            let mut scenario = scenario(link);
            scenario.set(FieldId::volume, &volume.to_string()).unwrap();
            let report = evaluate(&scenario).unwrap();
            let saving = report.saving.steady.as_ref().unwrap();
            assert_eq!(saving.low() >= Usd::ZERO, pays, "{link} at {volume}");
        }
    }
    // Where the 28 digits of a quotient round it onto a whole number, the products decide:
    // at 100,000,000,000,001 tokens the student still costs 10⁻²⁰ dollars more.
    let report = open("t=7.9&s=0&h=on_demand&gen=790000000.0000079&ft=0.00000000000000000001");
    let crossing = report
        .crossover
        .month_1
        .as_ref()
        .unwrap()
        .low
        .unwrap()
        .decimal();
    assert_eq!(crossing, Decimal::from(100_000_000_000_002_u64));
    // Times are rounded up too: 1,270/3,770 months are 10.25 days.
    shows(&open(""), "thresholds payback value", "2.2–10.3 days");
    // And no further than up: 24 dollars of 730 a month are back in one day of 730/24 a month.
    let one_day = open("v=730M&t=1&h=on_demand&s=0&gen=24&ft=0");
    shows(&one_day, "thresholds payback value", "1 day");
}

/// One rounding, half away from zero, at one precision in each table; the sentence has the table's.
#[test]
fn error_8_money_truncated_in_one_view_and_not_in_another() {
    for (hourly, in_costs, in_dollars) in [
        ("10.005", "$1,001", "$1,001"),
        ("10.00499", "$1,000", "$1,000"),
        ("9.9995", "$999.95", "$1,000"),
        ("5.00005", "$500.01", "$500"),
        ("5.000049", "$500.00", "$500"),
    ] {
        let report = open(&format!(
            "h=provisioned&v=50M&gen=0&ft=0&hr=100&p0={hourly}"
        ));
        for row in ["hosting", "month_1", "steady"] {
            shows(&report, &format!("costs {row} student"), in_costs);
        }
        // The totals of this table are above $1,000, so that it has whole dollars.
        shows(&report, "terms none steady", in_dollars);
    }
    let report = open("v=123456789&t=9.87&s=1.23");
    let verdict = wording::verdict(&report);
    for column in ["teacher", "student"] {
        let shown = cell(&report, "costs", "steady", column);
        assert!(verdict.contains(&format!("{shown} ")), "{shown}: {verdict}");
    }
}

#[test]
fn error_9_negative_or_infinite_break_even_shown_as_a_number() {
    for (link, state, shown) in [
        ("t=1&s=1", State::Never, "never"),
        ("t=1&s=2", State::Never, "never"),
        ("t=0", State::Never, "never"),
        ("t=0&h=on_demand", State::Never, "never"),
        ("t=1&s=1&p0=0", State::Equal, "no difference at any volume"),
        ("h=on_demand", State::Every, "every volume"),
        (
            "s=9..11",
            State::At,
            "730,000,000 tokens a month at best, never at worst",
        ),
    ] {
        let report = open(link);
        assert_eq!(
            report.crossover.steady.as_ref().unwrap().state,
            state,
            "{link}"
        );
        shows(&report, "thresholds crossover_steady value", shown);
        for text in all_texts(&report) {
            for wrong in ["NaN", "∞", "Infinity", "-1", "−0%", "e+"] {
                assert!(!text.contains(wrong), "{link}: {text}");
            }
        }
    }
}

#[test]
fn error_10_a_missing_price_treated_as_zero_or_as_full_price() {
    let report = open("p0=?&ft=?");
    let hourly = Absent::Unknown(FieldId::hourly_none);
    assert_eq!(report.student.steady.0, Err(hourly));
    assert_eq!(report.crossover.steady.0, Err(hourly));
    let training = Absent::Unknown(FieldId::training);
    assert_eq!(report.student.one_time.0, Err(training));
    assert_eq!(report.verdict.code, VerdictCode::Unknown);
    shows(
        &report,
        "costs hosting student",
        "unknown (needs Hourly price, no commitment)",
    );
    shows(
        &report,
        "costs training student",
        "unknown (needs Fine-tuning)",
    );
    // What doesn't need it is there: the teacher, and the terms whose prices are known.
    shows(&report, "costs steady teacher", "$5,000");
    shows(&report, "terms 6mo steady", "$865");
    shows(&report, "hosting-choices on_demand steady", "$500.00");
    // And a price that is nothing is not unknown.
    shows(&open("p0=0"), "terms none hourly", "$0");
    shows(
        &open("p6=?"),
        "terms 6mo hourly",
        "unknown (needs Hourly price, 6 months)",
    );
    assert_eq!(open("h=on_demand&p0=?").verdict.code, VerdictCode::Distil);
}

#[test]
fn error_11_hours_per_month_not_stated() {
    for hosting in Hosting::ALL {
        let code = hosting.option().code;
        for hours in ["730", "744", "1"] {
            let report = open(&format!("h={code}&hr={hours}"));
            let said = format!("A month has {hours} hour");
            assert!(assumes(&report, &said), "{code}: {said}");
        }
    }
    let hosting = |link| open(link).student.hosting.as_ref().unwrap().low().decimal();
    assert_eq!(hosting("hr=744"), Decimal::from(744));
}

/// Rounded each by itself, these lines would be a dollar or a cent beside their sum.
#[test]
fn error_12_sums_on_screen_that_do_not_add_up() {
    for link in [
        "v=500100000&s=1.0007&st=0.4&p0=1.0005",
        "gen=333.4&ft=333.4&ev=333.4&eng=0.4&st=0.4",
        "v=1300&t=5&s=3.9&p0=0.000001&gen=0.004&ft=0.004&ev=0.004&st=0.004",
        "gen=100.5..200.5&ft=0.5..1.5&ev=0.5&eng=0.5&st=0.5&s=1.001..2.003",
    ] {
        let report = open(link);
        for at in [0, 1] {
            let of = |row: &str, column| amounts(&cell(&report, "costs", row, column))[at];
            let sum = |rows: &[&str]| rows.iter().map(|row| of(row, "student")).sum::<Decimal>();
            let monthly = sum(&["inference", "hosting", "storage"]);
            let once = sum(&["generation", "training", "evaluation", "effort"]);
            assert_eq!(monthly, of("steady", "student"), "{link}");
            assert_eq!(monthly + once, of("month_1", "student"), "{link}");
        }
        let of = |row: &str, column| amounts(&cell(&report, "costs", row, column));
        let left = of("steady", "teacher")[0] - of("steady", "student")[1];
        assert_eq!(of("saving", "student")[0], left, "{link}");
    }
    // The three volumes of the sentence as well: 50.1 and 31 are 81.1.
    assert_eq!(
        wording::verdict(&open("v=50060000")),
        "Stay on the teacher: the student would cost $279 more a month. At 50.1M tokens a month you are \
         31M below the crossover of 81.1M."
    );
}

/// Both ends of a shown amount; what is too small to show adds nothing.
fn amounts(text: &str) -> [Decimal; 2] {
    let text = text.split(" (").next().unwrap();
    let (low, high) = text.split_once('–').unwrap_or((text, text));
    [low, high].map(|text| match text {
        small if small == "—" || small.contains('<') => Decimal::ZERO,
        amount => {
            let digits = amount.replace(['$', ','], "").replace('−', "-");
            digits.parse().unwrap()
        }
    })
}

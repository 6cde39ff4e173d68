//! Absurd and contradictory inputs: each gives the right answer, worked out by hand beside it, or an
//! error that names the inputs.

use crossover::economics::evaluate;
use crossover::export;
use crossover::link::decode;
use crossover::scenario::{FieldId, Scenario};
use serde_json::{Value, json};

fn scenario(link: &str) -> Scenario {
    let opened = decode(link);
    assert_eq!(opened.problems, [], "{link}");
    opened.scenario
}

fn report(link: &str) -> Value {
    let report = evaluate(scenario(link)).unwrap();
    serde_json::from_str(&export::report(&report, &[])).unwrap()
}

/// The inputs that lead beyond the limits.
fn blamed(link: &str) -> Vec<FieldId> {
    let cause = evaluate(scenario(link)).unwrap_err();
    cause.inputs.fields().collect()
}

/// Checks figures without ranges by their paths.
#[track_caller]
fn has(report: &Value, figures: &[(&str, &str)]) {
    for (path, value) in figures {
        let found = report.pointer(path).unwrap_or_else(|| panic!("{path}"));
        let both = (&found["low"], &found["high"]);
        assert_eq!(both, (&json!(value), &json!(value)), "{path}");
    }
}

#[track_caller]
fn is_never(report: &Value) {
    for part in ["steady", "month_1", "horizon"] {
        let crossing = &report["crossover"][part];
        assert_eq!(crossing["state"], "never", "{part}");
        assert_eq!(
            (&crossing["low"], &crossing["high"]),
            (&Value::Null, &Value::Null)
        );
    }
    assert_eq!(report["verdict"]["code"], "never");
    assert_eq!(report["payback"], json!({"low": null, "high": null}));
}

/// 500M·2³⁰ tokens are 5.4·10¹⁷ in month 31; the month after has 1.07·10¹⁸.
#[test]
fn growth_of_100_percent_for_60_months() {
    for months in [60, 32] {
        let blamed = blamed(&format!("g=100&n={months}"));
        assert!(blamed.contains(&FieldId::volume), "{blamed:?}");
        assert!(blamed.contains(&FieldId::growth), "{blamed:?}");
        assert!(!blamed.contains(&FieldId::storage), "{blamed:?}");
    }
    // 5,000·(2³¹ − 1).
    let last = report("g=100&n=31");
    has(&last, &[("/teacher/horizon", "10737418235000")]);
    has(&last, &[("/months/30/volume", "536870912000000000")]);
    // One token doubles 59 times within the limits.
    let one = report("g=100&n=60&v=1");
    has(&one, &[("/months/59/volume", "576460752303423488")]);
}

/// More than 28 digits are too large as well, and not merely undefined: 10¹⁵·2⁵⁹ tokens.
#[test]
fn growth_beyond_every_digit() {
    let blamed = blamed("v=1000000000000000&g=100&n=60");
    assert!(blamed.contains(&FieldId::volume), "{blamed:?}");
    assert!(blamed.contains(&FieldId::growth), "{blamed:?}");
}

/// A vector store for a bill of 10⁻²⁶ dollars costs more percent of it than there are digits for.
#[test]
fn a_teacher_that_costs_next_to_nothing() {
    let blamed = blamed("h=on_demand&v=1&t=0.00000000000000000001&s=0&gen=1B&ft=0");
    assert!(blamed.contains(&FieldId::teacher_rate), "{blamed:?}");
    assert!(blamed.contains(&FieldId::vector_store), "{blamed:?}");
}

/// A range of volumes that moves the number of units makes amounts of months bounds; a point does not.
#[test]
fn a_bound_says_that_it_is_one() {
    for (volume, bound) in [("5B..20B", true), ("5B", false)] {
        let link = format!("v={volume}&g=5&h=provisioned&c=6mo&cap=120000");
        let report = evaluate(scenario(&link)).unwrap();
        let horizon = report.student.horizon.as_ref().unwrap();
        assert_eq!(horizon.is_bound(), bound, "{volume}");
    }
}

/// Halved every month, one token at $20.75 a million costs $0.0000415 in the end, less what is left
/// after 54 months: rounded down, and not up as the limit would be.
#[test]
fn volumes_that_halve_stay_below_their_limit() {
    let halved = report("v=1&g=-50&t=20.75&n=54");
    has(&halved, &[("/teacher/horizon", "0.000041")]);
    let once = report("v=2&t=20.75");
    has(&once, &[("/teacher/month_1", "0.000042")]);
}

/// With the same rate on both paths nothing is ever saved, and only a student that costs nothing once
/// breaks even, however the last digits of growing volumes were rounded.
#[test]
fn the_same_rate_under_growth_saves_nothing() {
    for link in [
        "v=1&g=-0.1&t=0.8&s=0.8&ts=0.05",
        "v=123456789&g=3.7&t=7.7&s=7.7&ts=13.7",
        "v=123456789&g=-3.7&t=7.3/1.7&s=7.3/1.7&ts=13.7&bm=3",
    ] {
        let link = format!("{link}&h=on_demand&gen=0");
        let report = report(&format!("{link}&ft=0.00024"));
        let break_even = json!({"state": "at", "value": "0"});
        assert_eq!(report["break_even"]["one_time"], break_even, "{link}");
        let free = self::report(&format!("{link}&ft=0"));
        assert_eq!(free["payback"], json!({"low": "0", "high": "0"}), "{link}");
        assert_eq!(free["crossover"]["horizon"]["state"], "equal", "{link}");
    }
}

/// A student that costs nothing breaks even with a teacher that costs nothing, and not with one that
/// costs less than nothing by what rounding left.
#[test]
fn a_student_that_costs_nothing_breaks_even_at_nothing() {
    for growth in ["0.4", "-0.7", "3.3"] {
        let free = report(&format!(
            "v=1&g={growth}&gen=0&ft=0&h=provisioned&p0=0&n=13"
        ));
        let nothing = json!({"state": "at", "value": "0"});
        assert_eq!(free["break_even"]["teacher_rate"], nothing, "{growth}");
        let all = json!({"state": "at", "value": "100"});
        assert_eq!(free["break_even"]["teacher_share"], all, "{growth}");
    }
}

/// With the same rate on both paths it does not matter which tokens stay with the teacher, whatever
/// the last digits are: their range makes no range, and so no bound.
#[test]
fn the_same_rate_under_growth_has_no_bounds() {
    for rate in ["8.8", "88"] {
        let link =
            format!("v=1&g=0.6&t={rate}&s={rate}&gen=0&np=1&p0=0&p1=0&p6=0&cap=1&hr=1&ts=0..17.7");
        for paid in report(&link)["terms"][0]["stop_after"].as_array().unwrap() {
            assert_eq!((&paid["low"], paid.get("bound")), (&paid["high"], None));
        }
    }
}

#[test]
fn zero_rates_on_both_sides() {
    let both = report("t=0&s=0");
    is_never(&both);
    has(
        &both,
        &[
            ("/teacher/steady", "0"),
            ("/student/steady", "730"),
            ("/saving/steady", "-730"),
        ],
    );
    // A ratio of nothing to nothing, and a share of nothing, are none.
    assert_eq!(both["teacher"]["ratio"], Value::Null);
    assert_eq!(both["saving"]["steady_percent"], Value::Null);
    // With nothing else to pay the two never differ.
    let free = report("t=0&s=0&p0=0&gen=0&ft=0");
    for part in ["steady", "month_1", "horizon"] {
        assert_eq!(free["crossover"][part]["state"], "equal");
        assert_eq!(free["crossover"][part]["low"], "1");
    }
    has(&free, &[("/saving/horizon", "0"), ("/payback", "0")]);
    assert_eq!(free["verdict"]["code"], "never");
}

#[test]
fn all_tokens_stay_with_the_teacher() {
    let all = report("ts=100");
    is_never(&all);
    has(
        &all,
        &[("/student/steady", "5730"), ("/saving/steady", "-730")],
    );
    // A student that answers nothing needs no unit; the one that was entered is paid and idle.
    let idle = report("ts=100&cap=1");
    has(
        &idle,
        &[("/capacity/units_needed", "0"), ("/student/units", "1")],
    );
    has(
        &idle,
        &[
            ("/capacity/utilisation_percent", "0"),
            ("/student/hosting", "730"),
        ],
    );
    let same = report("ts=100&h=on_demand&gen=0&ft=0");
    assert_eq!(same["crossover"]["steady"]["state"], "equal");
    has(&same, &[("/saving/horizon", "0")]);
}

/// One-time costs are 770 at the middle of their ranges.
#[test]
fn the_student_is_dearer_than_the_teacher() {
    let dearer = report("s=20");
    is_never(&dearer);
    has(
        &dearer,
        &[("/student/steady", "10730"), ("/saving/steady", "-5730")],
    );
    has(
        &dearer,
        &[
            ("/saving/steady_percent", "-114.6"),
            ("/teacher/ratio", "0.5"),
        ],
    );
    let value = |input: &str| dearer["break_even"][input].clone();
    // 12·(5,000 − 500r − 730) = 770 and 12·(500t − 10,730) = 770.
    assert_eq!(
        value("student_rate"),
        json!({"state": "at", "value": "8.411667"})
    );
    assert_eq!(
        value("teacher_rate"),
        json!({"state": "at", "value": "21.588333"})
    );
    // A token at a loss is not made up for by volume, nor by months, nor by an hour for nothing.
    for input in ["volume", "months", "hourly", "one_time"] {
        assert_eq!(
            value(input),
            json!({"state": "none", "value": null}),
            "{input}"
        );
    }
}

#[test]
fn one_token_a_month() {
    let one = report("v=1");
    has(
        &one,
        &[
            ("/teacher/steady", "0.00001"),
            ("/student/steady", "730.000001"),
        ],
    );
    has(&one, &[("/saving/steady", "-729.999991")]);
    has(&one, &[("/saving/steady_percent", "-7299999910")]);
    // The crossing is where it always is.
    has(&one, &[("/crossover/steady", "81111112")]);
    assert_eq!(one["payback"], json!({"low": null, "high": null}));
    assert_eq!(one["verdict"]["code"], "stay");
}

#[test]
fn a_quadrillion_tokens_a_month() {
    let most = report("v=1000T");
    has(
        &most,
        &[
            ("/teacher/steady", "10000000000"),
            ("/student/steady", "1000000730"),
        ],
    );
    has(
        &most,
        &[
            ("/saving/steady", "8999999270"),
            ("/saving/steady_percent", "89.999993"),
        ],
    );
    has(&most, &[("/teacher/horizon", "120000000000")]);
    assert_eq!(most["verdict"]["code"], "distil");
    // At the highest rate one month is 10¹⁵ dollars, and two are more.
    assert_eq!(
        blamed("v=1000T&t=1000000&n=2"),
        [FieldId::volume, FieldId::teacher_rate]
    );
}

/// A unit carries 60·730 = 43,800 tokens a month, worth 39 cents.
#[test]
fn a_capacity_of_one() {
    let one = report("cap=1");
    is_never(&one);
    // 500M ÷ 43,800 = 11,415.5….
    has(
        &one,
        &[
            ("/capacity/units_needed", "11416"),
            ("/student/units", "11416"),
        ],
    );
    has(
        &one,
        &[
            ("/student/hosting", "8333680"),
            ("/student/steady", "8334180"),
        ],
    );
    let crossing = &one["crossover"]["steady"];
    assert_eq!(
        (&crossing["first"], &crossing["window_count"]),
        (&Value::Null, &json!(0))
    );
    // At 0.073 dollars a month one is paid by 8,111.1 tokens, two by 16,222.2: before it is full.
    let cheap = report("cap=1&p0=0.0001");
    has(&cheap, &[("/crossover/steady", "8112")]);
    let crossing = &cheap["crossover"]["steady"];
    assert_eq!(crossing["windows"], json!([{"from": "8112", "to": null}]));
    // At 0.365 one is paid by 40,555.6 of its 43,800 tokens, two by 81,111.1 of 87,600, and so on to
    // thirteen, paid by 527,222.2, where twelve are full at 525,600. Fourteen are paid by 567,777.8,
    // before thirteen are full at 569,400: from there on no window ends.
    let tight = report("cap=1&p0=0.0005");
    let crossing = &tight["crossover"]["steady"];
    assert_eq!(
        (&crossing["first"], &crossing["window_count"]),
        (&json!("40556"), &json!(13))
    );
    assert_eq!(
        crossing["windows"][11],
        json!({"from": "486667", "to": "525600"})
    );
    assert_eq!(
        (&crossing["low"], &crossing["high"]),
        (&json!("527223"), &json!("527223"))
    );
}

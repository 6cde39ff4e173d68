//! The reference's credits as presets: what they come to, worked out by hand.
//!
//! The case study: 300M tokens a month cost 300 · $10 = $3,000 on the teacher and 300 · $1 = $300 on the
//! student, whose model unit costs $1 · 730 = $730. In the two months of the build both are paid, the
//! teacher and the unit: $3,730 each, and once $270 to $1,270. The ten months after it cost $1,030
//! each. That is $7,730 to $8,730 for the build and $18,030 to $19,030 for the year.

use crossover::economics::evaluate;
use crossover::export;
use crossover::scenario::{Preset, Scenario};
use serde_json::{Value, json};

/// The report of a preset chosen on top of the worked example.
fn report(preset: Preset) -> Value {
    let example = Scenario::default();
    let text = |field| preset.text(field).unwrap_or_else(|| example.text(field));
    let report = evaluate(Scenario::read(text).unwrap()).unwrap();
    serde_json::from_str(&export::report(&report, &[])).unwrap()
}

fn from(low: &str, high: &str) -> Value {
    json!({ "low": low, "high": high })
}

fn one(amount: &str) -> Value {
    from(amount, amount)
}

#[test]
fn the_case_study_costs_nothing_in_cash_until_cut_over() {
    let student = &report(Preset::CaseStudy)["credits"]["student"];
    assert_eq!(student["cash_to_cutover"], one("0"));
    assert_eq!(student["list"], from("18030", "19030"));
    assert_eq!(student["cash"], one("0"));
    assert_eq!(student["spent"], from("18030", "19030"));
    // The proof-of-concept pool expires first and is used up first: nothing of it is lost.
    assert_eq!(student["expired"], one("0"));
    assert_eq!(student["left"], from("90970", "91970"));
}

#[test]
fn credits_pay_for_the_case_studys_teacher_just_as_well() {
    let teacher = &report(Preset::CaseStudy)["credits"]["teacher"];
    assert_eq!(teacher["list"], one("36000"));
    assert_eq!(teacher["cash"], one("0"));
    assert_eq!(teacher["left"], one("74000"));
}

#[test]
fn the_case_studys_ninety_percent_hold_for_its_tokens_alone() {
    let report = report(Preset::CaseStudy);
    assert_eq!(report["verdict"]["code"], "distil");
    assert_eq!(report["teacher"]["steady"], one("3000"));
    assert_eq!(report["student"]["steady"], one("1030"));
    assert_eq!(report["teacher"]["ratio"], one("10"));
    assert_eq!(report["saving"]["steady_percent"], one("65.666667"));
    assert_eq!(report["saving"]["horizon"], from("16970", "17970"));
}

/// The worked example over a year: $60,000 on the teacher, 12 · $1,230 and $270 to $1,270 once on the
/// student.
#[test]
fn each_pool_pays_what_it_holds() {
    for (preset, teacher, student) in [
        (Preset::Activate, one("0"), one("0")),
        (Preset::SmallProof, one("50000"), from("5030", "6030")),
        (Preset::LargeProof, one("10000"), one("0")),
        (Preset::Accelerator, one("0"), one("0")),
    ] {
        let report = report(preset);
        let credits = &report["credits"];
        assert_eq!(credits["teacher"]["cash"], teacher, "{preset:?}");
        assert_eq!(credits["student"]["cash"], student, "{preset:?}");
        assert_eq!(
            credits["student"]["list"],
            from("15030", "16030"),
            "{preset:?}"
        );
        // What a path costs is the same, whoever pays.
        assert_eq!(report["verdict"]["code"], "distil", "{preset:?}");
    }
}

//! Whatever the scenario, every table, sentence and piece of HTML is whole: no empty cell, nothing
//! that is the trace of a calculation gone wrong.

use crate::cases;
use crate::scenarios::{ALL, Asked, Size, scenarios};
use crossover::economics::{Report, VerdictCode, evaluate};
use crossover::scenario::{FieldId, Scenario};
use crossover::{sections, still, tables, wording};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(500))]

    /// 500 scenarios at and between the bounds of every field: the report is there or says in
    /// words which inputs lead too far, and every text is whole.
    #[test]
    fn every_text_is_whole_at_the_bounds(asked in scenarios(Size::Extreme, ALL)) {
        every_text_is_whole(asked)?;
    }

    /// 500 scenarios as people have them.
    #[test]
    fn every_text_is_whole_from_day_to_day(asked in scenarios(Size::Everyday, ALL)) {
        every_text_is_whole(asked)?;
    }
}

fn every_text_is_whole(asked: Asked) -> Result<(), TestCaseError> {
    let mut scenario = asked.0;
    // What the names hold is the reader's, and may be any of what is looked for below.
    for label in [FieldId::teacher_model, FieldId::student_model] {
        scenario.set(label, "A model").expect("a label");
    }
    match evaluate(&scenario) {
        Ok(report) => {
            is_whole(&report)?;
            html_is_whole(&report)
        }
        Err(cause) => {
            let words = wording::too_large(&cause, &scenario);
            let named = cause
                .inputs
                .fields()
                .any(|id| words.contains(id.field().label));
            prop_assert!(named, "{}", words);
            text_is_whole(&words)
        }
    }
}

fn is_whole(report: &Report) -> Result<(), TestCaseError> {
    let verdict = wording::verdict(report);
    let starts = match report.verdict.code {
        VerdictCode::Distil => "Distil: ",
        VerdictCode::Stay => "Stay on the teacher: ",
        VerdictCode::Never if verdict.starts_with("Either: ") => "Either: ",
        VerdictCode::Never => "Never: ",
        VerdictCode::Depends => "It depends on ",
        VerdictCode::Unknown => "Not known: ",
    };
    prop_assert!(
        verdict.starts_with(starts) && verdict.ends_with('.'),
        "{}",
        verdict
    );
    text_is_whole(&verdict)?;
    text_is_whole(&wording::title(&verdict))?;
    for sentence in wording::assumptions(report)
        .iter()
        .chain(&wording::proportion(report))
    {
        prop_assert!(sentence.ends_with('.'), "{}", sentence);
        text_is_whole(sentence)?;
    }
    for section in &sections::ALL {
        let answer = (section.answer)(report);
        prop_assert!(answer.ends_with('.'), "{}", answer);
        text_is_whole(&answer)?;
    }
    for table in sections::tables(report, None) {
        prop_assert!(table.hidden || !table.rows.is_empty());
        for heading in table
            .columns
            .iter()
            .map(|column| &column.title)
            .chain([&table.caption])
        {
            text_is_whole(heading)?;
        }
        for row in &table.rows {
            prop_assert_eq!(row.cells.len(), table.columns.len(), "{}", row.id);
            for cell in row.cells.iter().map(|cell| &cell.text).chain([&row.title]) {
                text_is_whole(cell)?;
            }
            prop_assert!(row.note.is_empty() || text_is_whole(&row.note).is_ok());
        }
    }
    Ok(())
}

fn html_is_whole(report: &Report) -> Result<(), TestCaseError> {
    let html = still::calculator(report);
    prop_assert!(
        !html.contains("></td>") && !html.contains("\"></th>"),
        "{}",
        html
    );
    for table in tables::first(report) {
        for text in table
            .rows
            .iter()
            .filter(|row| !row.hidden)
            .flat_map(|row| row.cells.iter().map(|cell| &cell.text).chain([&row.title]))
        {
            let escaped = text.replace('<', "&lt;");
            prop_assert!(html.contains(&escaped), "{}", escaped);
        }
    }
    Ok(())
}

/// A text that a person can be shown.
pub fn text_is_whole(text: &str) -> Result<(), TestCaseError> {
    prop_assert!(!text.trim().is_empty() && text.trim() == text, "{:?}", text);
    let gone_wrong = ["nan", "inf", "infinity", "undefined", "null", "err", "ok"];
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let word = word.to_lowercase();
        prop_assert!(!gone_wrong.contains(&word.as_str()), "{}", text);
    }
    for trace in [
        "∞", "-0", "$-", "$−", "−−", "()", "( ", "  ", ", ,", "...", " .", "Some(",
    ] {
        prop_assert!(!text.contains(trace), "{:?} in {:?}", trace, text);
    }
    prop_assert!(!has_minus_zero(text), "a minus before nothing: {:?}", text);
    prop_assert!(!is_singular_wrong(text), "one of many: {:?}", text);
    Ok(())
}

/// Whether a minus stands before a number that is nothing: `−0`, `−$0.00`, `−0%`.
fn has_minus_zero(text: &str) -> bool {
    text.split('−').skip(1).any(|after| {
        let number = after.trim_start_matches('$');
        let digits =
            number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
        let number = &number[..number.len() - digits.len()];
        number.contains('0') && !number.contains(|c: char| ('1'..='9').contains(&c))
    })
}

/// `1 months`, `1 tokens`: a plural behind one, though not in `0.7 to 1 days`.
fn is_singular_wrong(text: &str) -> bool {
    let words: Vec<_> = ["", ""].into_iter().chain(text.split(' ')).collect();
    words.windows(3).any(|words| {
        let plural = words[2].trim_end_matches(['.', ',']);
        let many = ["months", "days", "hours", "tokens", "units"].contains(&plural);
        many && words[1] == "1" && words[0] != "to"
    })
}

#[test]
fn the_traces_are_seen_where_they_are() {
    for text in [
        "(−0%)",
        "−$0.00",
        "a −0",
        "NaN",
        "$inf",
        "",
        "over 1 months.",
        "$-5",
    ] {
        assert!(text_is_whole(text).is_err(), "{text}");
    }
    for text in [
        "Inference, monthly",
        "−0.5%",
        "−$1,000",
        "−<$0.01",
        "11 months",
        "—",
        "<$1–$0.50",
    ] {
        assert!(text_is_whole(text).is_ok(), "{text}");
    }
    assert!(every_text_is_whole(Asked(Scenario::default())).is_ok());
}

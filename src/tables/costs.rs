//! The reference's table for this workload: line by line, what each path costs.

use super::{Column, NONE, Row, Table, column};
use crate::catalogue::Catalogue;
use crate::economics::{Headline, LineId, Origin};
use crate::quantity::{Months, Rate, Usd};
use crate::scenario::{Baseline, Choice, Label, Scenario};
use crate::wording::{Shown, ShownLine, between_words, percent, rate, volume};

/// The costs of both paths.
#[must_use]
pub fn costs(report: &Headline) -> Table {
    let scenario = &report.scenario;
    let shown = Shown::new(report);
    let lines = shown.lines();
    let tokens = volume(scenario.volume);
    let mut rows = vec![
        Row::new("volume", "Volume a month", vec![tokens.clone(), tokens])
            .note("The same workload on either path."),
        rates(report),
        Row::new(
            "inference",
            "Inference, monthly",
            vec![shown.teacher(), line(&lines, LineId::Inference)],
        )
        .note(if scenario.hosting.bills_tokens() {
            ""
        } else {
            "The student's hosting bills no tokens."
        })
        .of(vec![
            report.teacher.steady.origin(),
            origin(report, LineId::Inference),
        ]),
    ];
    let building = Row::new(
        "building",
        "Teacher while building, monthly",
        vec![NONE.to_owned(), shown.teacher()],
    );
    rows.push(Row {
        hidden: scenario.build_months == Months::ZERO,
        ..building.note("Until cut-over all traffic stays with the teacher.")
    });
    for (id, name, title, always) in [
        (
            LineId::TeacherShare,
            "teacher_share",
            "Kept on the teacher, monthly",
            false,
        ),
        (
            LineId::Generation,
            "generation",
            "Data generation, once",
            true,
        ),
        (LineId::Training, "training", "Fine-tuning, once", true),
        (LineId::Evaluation, "evaluation", "Evaluation, once", false),
        (LineId::Effort, "effort", "Team effort, once", false),
        (LineId::Hosting, "hosting", "Hosting, monthly", true),
        (LineId::Storage, "storage", "Model storage, monthly", false),
    ] {
        let is_zero = lines.iter().any(|line| line.id == id && line.is_zero);
        let mut row = Row::new(name, title, vec![NONE.to_owned(), line(&lines, id)]);
        row.hidden = is_zero && !always;
        row.of = vec![None, origin(report, id)];
        rows.push(row.note(note(id, report)));
    }
    rows.extend(totals(report, shown));
    Table {
        id: "costs",
        caption: "What each path costs".to_owned(),
        corner: "Line item",
        columns: columns(scenario),
        rows,
        hidden: false,
        sortable: 0,
    }
}

/// What the lines add up to.
fn totals(report: &Headline, shown: Shown) -> [Row; 3] {
    let (teacher, student) = (&report.teacher, &report.student);
    let month_1 = vec![shown.teacher(), shown.month_1()];
    let steady = vec![shown.teacher(), shown.steady()];
    let saved = vec![NONE.to_owned(), saving(report, shown)];
    [
        Row::new("month_1", "Month 1", month_1)
            .note(if report.scenario.build_months == Months::ZERO {
                "All of the above."
            } else {
                "The teacher while building, hosting, storage and what is paid once."
            })
            .of(vec![teacher.month_1.origin(), student.month_1.origin()])
            .stands_out_if(true),
        Row::new("steady", "Steady state, monthly", steady)
            .note("Without the one-time costs.")
            .of(vec![teacher.steady.origin(), student.steady.origin()])
            .stands_out_if(true),
        Row::new("saving", "Saving, monthly", saved)
            .note("In steady state, the standing charge included.")
            .of(vec![None, report.saving.steady.origin()])
            .stands_out_if(true),
    ]
}

fn columns(scenario: &Scenario) -> Vec<Column> {
    let named = |title: &str, label: &Label| match label.as_str() {
        "" => title.to_owned(),
        model => {
            let known = Catalogue::get().model(model);
            format!("{title}: {}", known.map_or(model, |known| known.name))
        }
    };
    vec![
        column(
            "teacher",
            named(
                match scenario.baseline {
                    Baseline::OnDemand => "Teacher, on demand",
                    Baseline::Batch => "Teacher, in batch",
                    Baseline::Cached => "Teacher, with caching",
                },
                &scenario.teacher_model,
            ),
        ),
        column(
            "student",
            named("Distilled student", &scenario.student_model),
        ),
    ]
}

fn rates(report: &Headline) -> Row {
    let scenario = &report.scenario;
    let split = |rate: Rate| rate.is_split();
    let mix = match (split(scenario.teacher_rate), split(scenario.student_rate)) {
        (false, false) => "Blended: the same for input and output.".to_owned(),
        _ => format!("Blended at {} input.", percent(scenario.input_share, 6)),
    };
    let cells = vec![rate(&report.teacher.rate), rate(&report.student.rate)];
    let of = vec![report.teacher.rate.origin(), report.student.rate.origin()];
    Row::new("rate", "Rate per million tokens", cells)
        .note(mix)
        .of(of)
}

/// What a line costs: once, or a month.
fn origin(report: &Headline, id: LineId) -> Option<Origin> {
    let line = report.student.lines.iter().find(|line| line.id == id)?;
    let amount = if id.is_paid_once() {
        &line.month_1
    } else {
        &line.steady
    };
    amount.origin()
}

fn line(lines: &[ShownLine], id: LineId) -> String {
    let found = lines.iter().find(|line| line.id == id);
    let text = found
        .filter(|line| !line.is_zero)
        .map(|line| line.text.clone());
    text.unwrap_or_else(|| NONE.to_owned())
}

fn note(id: LineId, report: &Headline) -> String {
    let scenario = &report.scenario;
    match id {
        LineId::Hosting if scenario.hosting.bills_hours() => {
            let term = scenario.term.option().label.to_ascii_lowercase();
            format!("Model-unit hours, idle or busy; {term}.")
        }
        LineId::Hosting => "On demand: nothing when idle.".to_owned(),
        LineId::Generation => "The teacher's price, paid once.".to_owned(),
        _ => String::new(),
    }
}

/// `$3,770 (75.4%)`; a cost that is higher says so.
fn saving(report: &Headline, shown: Shown) -> String {
    let Ok(share) = &report.saving.steady_percent.0 else {
        return shown.saving();
    };
    let ends = between_words(&percent(share.low(), 1), &percent(share.high(), 1));
    let more = report.saving.steady.is_ok_and(|s| s.high() < Usd::ZERO);
    let more = if more { ", costs more" } else { "" };
    format!("{} ({ends}{more})", shown.saving())
}

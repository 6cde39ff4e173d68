//! The reference's table for this workload: line by line, what each path costs.

use super::{NONE, Table};
use crate::catalogue::Catalogue;
use crate::economics::{Headline, LineId};
use crate::quantity::{Months, Rate, Usd};
use crate::scenario::{Baseline, Choice, Label};
use crate::wording::{Shown, between_words, percent, rate, volume};

/// The costs of both paths.
#[must_use]
pub fn costs(report: &Headline) -> Table {
    let scenario = &report.scenario;
    let shown = Shown::new(report);
    let mut table = Table::new("costs", "What each path costs", "Line item");
    let title = match scenario.baseline {
        Baseline::OnDemand => "Teacher, on demand",
        Baseline::Batch => "Teacher, in batch",
        Baseline::Cached => "Teacher, with caching",
    };
    table.column("teacher", &named(title, &scenario.teacher_model));
    table.column(
        "student",
        &named("Distilled student", &scenario.student_model),
    );

    let tokens = volume(scenario.volume);
    table.row("volume", "Volume a month");
    table.note("The same workload on either path.");
    table.text(&tokens);
    table.text(&tokens);
    table.row("rate", "Rate per million tokens");
    table.note(&mix(report));
    table.figure(rate(&report.teacher.rate), &report.teacher.rate);
    table.figure(rate(&report.student.rate), &report.student.rate);
    lines(&mut table, report, shown);
    totals(&mut table, report, shown);
    table
}

/// What recurs, what is paid once, and until when the teacher is needed.
fn lines(table: &mut Table, report: &Headline, shown: Shown) {
    let lines = shown.lines();
    let builds = report.scenario.build_months != Months::ZERO;
    for (id, name, title, always) in [
        (LineId::Inference, "inference", "Inference, monthly", true),
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
        table.row(name, title);
        table.note(&note(id, report));
        if id == LineId::Inference {
            table.figure(shown.teacher(), &report.teacher.steady);
        } else {
            table.text(NONE);
        }
        let exact = report.student.lines.iter().find(|line| line.id == id);
        let told = lines.iter().find(|line| line.id == id);
        let Some((exact, told)) = exact.zip(told) else {
            continue;
        };
        table.hide_if(told.is_zero && !always);
        if told.is_zero {
            table.text(NONE);
        } else {
            table.figure(told.text.clone(), exact.amount());
        }
        if id == LineId::Inference {
            table.row("building", "Teacher while building, monthly");
            table.note("Until cut-over all traffic stays with the teacher.");
            table.hide_if(!builds);
            table.text(NONE);
            table.text(&shown.teacher());
        }
    }
}

/// What the lines add up to.
fn totals(table: &mut Table, report: &Headline, shown: Shown) {
    let (teacher, student) = (&report.teacher, &report.student);
    table.row("month_1", "Month 1");
    table.note(if report.scenario.build_months == Months::ZERO {
        "All of the above."
    } else {
        "The teacher while building, hosting, storage and what is paid once."
    });
    table.stands_out_if(true);
    table.figure(shown.teacher(), &teacher.month_1);
    table.figure(shown.month_1(), &student.month_1);
    table.row("steady", "Steady state, monthly");
    table.note("Without the one-time costs.");
    table.stands_out_if(true);
    table.figure(shown.teacher(), &teacher.steady);
    table.figure(shown.steady(), &student.steady);
    table.row("saving", "Saving, monthly");
    table.note("In steady state, the standing charge included.");
    table.stands_out_if(true);
    table.text(NONE);
    table.figure(saving(report, shown), &report.saving.steady);
}

/// The heading of a path, with the model's name.
fn named(title: &str, label: &Label) -> String {
    match label.as_str() {
        "" => title.to_owned(),
        model => {
            let known = Catalogue::get().model(model);
            format!("{title}: {}", known.map_or(model, |known| known.name))
        }
    }
}

/// How the rates of input and output are blended.
fn mix(report: &Headline) -> String {
    let scenario = &report.scenario;
    let split = |rate: Rate| rate.is_split();
    match (split(scenario.teacher_rate), split(scenario.student_rate)) {
        (false, false) => "Blended: the same for input and output.".to_owned(),
        _ => format!("Blended at {} input.", percent(scenario.input_share, 6)),
    }
}

fn note(id: LineId, report: &Headline) -> String {
    let scenario = &report.scenario;
    match id {
        LineId::Inference if scenario.hosting.bills_tokens() => String::new(),
        LineId::Inference => "The student's hosting bills no tokens.".to_owned(),
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

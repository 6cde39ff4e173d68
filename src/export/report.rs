//! A report as JSON: the figures of the economics, with what the scenario was, its link and the
//! sentences.

use crate::economics::{
    Bill, BreakEvens, Capacity, CreditsReport, Crossovers, Diagnosis, LeverReport, Maybe,
    MonthReport, OtherHosting, Payback, Quality, Report, Saving, Sensitivity, StudentPath,
    TeacherPath, TermReport, TooLarge, Warning,
};
use crate::link;
use crate::scenario::{FieldId, Problem, Scenario, Term};
use crate::wording;
use serde::{Serialize, Serializer};

/// A scenario, every field as its text; null where nothing stands in it.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a>(pub &'a Scenario);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(FieldId::ALL.iter().map(|id| {
            let text = self.0.text(*id);
            (id.field().name, (!text.is_empty()).then_some(text))
        }))
    }
}

/// Something to know about a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it is.
    pub code: &'static str,
    /// The same in words.
    pub message: String,
    /// The fields it is about; of keys that no field has, the keys.
    pub fields: Vec<String>,
}

/// What is wrong with an input, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The field's name; none when it concerns the whole.
    pub field: Option<&'static str>,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Fault {
    /// A problem by the name of its field.
    #[must_use]
    pub fn of(problem: &Problem) -> Self {
        Self {
            field: problem.field.map(|id| id.field().name),
            message: problem.message.clone(),
        }
    }
}

/// A link as it was understood.
#[derive(Debug, Serialize)]
pub struct Decoded<'a> {
    /// What could be read, the rest at its default.
    pub scenario: Texts<'a>,
    /// What could not.
    pub problems: Vec<Fault>,
}

#[derive(Debug, Serialize)]
struct Answer {
    code: &'static str,
    sentence: String,
}

/// A report with everything that stands in its JSON, in order.
#[derive(Debug, Serialize)]
pub struct Whole<'a> {
    scenario: Texts<'a>,
    link: String,
    warnings: Vec<Notice>,
    verdict: Answer,
    teacher: &'a TeacherPath,
    student: &'a StudentPath,
    other_hosting: &'a [OtherHosting],
    saving: &'a Saving,
    crossover: &'a Crossovers,
    payback: &'a Maybe<Payback>,
    terms: &'a [TermReport],
    cheapest_term: &'a [Maybe<Term>],
    capacity: &'a Capacity,
    months: &'a [MonthReport],
    credits: &'a CreditsReport,
    levers: &'a [LeverReport],
    bill: &'a Bill,
    diagnosis: &'a [Diagnosis],
    break_even: &'a BreakEvens,
    sensitivity: &'a [Sensitivity],
    quality: &'a Quality,
}

/// The whole of a report; `left_out` is what there is to know beside its own warnings.
#[must_use]
pub fn report(report: &Report, left_out: Vec<Notice>) -> Whole<'_> {
    let mut warnings = left_out;
    warnings.extend(report.warnings.iter().copied().map(notice));
    Whole {
        scenario: Texts(&report.scenario),
        link: link::encode(&report.scenario),
        warnings,
        verdict: Answer {
            code: report.verdict.code.code(),
            sentence: wording::verdict(report),
        },
        teacher: &report.teacher,
        student: &report.student,
        other_hosting: &report.other_hosting,
        saving: &report.saving,
        crossover: &report.crossover,
        payback: &report.payback,
        terms: &report.terms,
        cheapest_term: &report.cheapest_term,
        capacity: &report.capacity,
        months: &report.months,
        credits: &report.credits,
        levers: &report.levers,
        bill: &report.bill,
        diagnosis: &report.diagnosis,
        break_even: &report.break_even,
        sensitivity: &report.sensitivity,
        quality: &report.quality,
    }
}

fn notice(warning: Warning) -> Notice {
    let fields = warning.fields().iter().map(|id| id.field().name.to_owned());
    Notice {
        code: warning.code(),
        message: wording::warning(warning).to_owned(),
        fields: fields.collect(),
    }
}

/// One problem for each input that leads beyond the limits.
#[must_use]
pub fn too_large(cause: &TooLarge, scenario: &Scenario) -> Vec<Problem> {
    let message = wording::too_large(cause, scenario);
    let problem = |field| Problem {
        field: Some(field),
        message: message.clone(),
    };
    cause.inputs.fields().map(problem).collect()
}

//! A report as JSON: the figures of the economics, with what the scenario was, its link and the
//! sentences.

use super::json::{Json, Plain, objects};
use crate::economics::{
    Adjusted, Bill, BreakEven, BreakEvens, Capacity, CreditsPath, CreditsReport, Crossing,
    Crossovers, Diagnosis, Difference, Lever, LeverReport, Line, LineId, MonthReport, OtherHosting,
    Payback, Quality, QualityVerdict, Reason, Report, RunsOut, Saving, Sensitivity, State,
    StudentPath, TeacherPath, TermReport, Warning, Window,
};
use crate::link;
use crate::scenario::{Choice, FieldId, Hosting, Scenario, Term};
use crate::wording;

/// A report with everything that stands in its JSON.
pub(super) struct Whole<'a> {
    pub report: &'a Report,
    /// What there is to know beside the report's own warnings.
    pub left_out: &'a [Notice],
}

/// A scenario, every field as its text; null where nothing stands in it.
pub(super) struct Texts<'a>(pub &'a Scenario);

/// Something to know about a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is.
    pub code: &'static str,
    /// The same in words.
    pub message: String,
    /// The fields it is about; of keys that no field has, the keys.
    pub fields: Vec<String>,
}

impl Plain for Whole<'_> {
    fn write(&self, json: &mut Json) {
        json.open("{");
        json.key("scenario");
        Texts(&self.report.scenario).write(json);
        json.key("link");
        json.quoted(&link::encode(&self.report.scenario));
        json.key("warnings");
        json.open("[");
        for notice in self.left_out {
            json.between();
            notice.write(json);
        }
        for warning in &self.report.warnings {
            json.between();
            warning.write(json);
        }
        json.close("]");
        json.key("verdict");
        json.open("{");
        json.key("code");
        json.quoted(self.report.verdict.code.code());
        json.key("sentence");
        json.quoted(&wording::verdict(self.report));
        json.close("}");
        self.report.parts(json);
        json.close("}");
    }
}

impl Plain for Warning {
    fn write(&self, json: &mut Json) {
        json.open("{");
        json.key("code");
        json.quoted(Self::code(*self));
        json.key("message");
        json.quoted(wording::warning(*self));
        json.key("fields");
        self.fields().write(json);
        json.close("}");
    }
}

impl Plain for Texts<'_> {
    fn write(&self, json: &mut Json) {
        json.open("{");
        for id in FieldId::ALL {
            json.key(id.field().name);
            let text = self.0.text(*id);
            (!text.is_empty()).then_some(text).write(json);
        }
        json.close("}");
    }
}

impl Plain for Payback {
    fn write(&self, json: &mut Json) {
        json.months([self.low, self.high], self.bound);
    }
}

impl Plain for RunsOut {
    fn write(&self, json: &mut Json) {
        json.months([self.low, self.high], self.bound);
    }
}

macro_rules! figures {
    ($($part:ident),* $(,)?) => {
        impl Report {
            fn parts(&self, json: &mut Json) { $(
                json.key(stringify!($part));
                self.$part.write(json);
            )* }
        }
    };
}

figures!(
    teacher,
    student,
    other_hosting,
    saving,
    crossover,
    payback,
    terms,
    cheapest_term,
    capacity,
    months,
    credits,
    levers,
    bill,
    diagnosis,
    break_even,
    sensitivity,
    quality,
);

impl Plain for Report {
    fn write(&self, json: &mut Json) {
        json.open("{");
        self.parts(json);
        json.close("}");
    }
}

objects! {
    Notice { code, message, fields }
    TeacherPath { rate, month_1, steady, horizon, ratio }
    StudentPath {
        rate, month_1, steady, horizon, one_time, hosting, units, owed, redistil_reserve, lines,
    }
    Line[id] { id, month_1, steady }
    OtherHosting[hosting] { hosting, steady, crossing }
    Saving { month_1, steady, steady_percent, horizon }
    Crossovers { steady, month_1, horizon }
    Crossing { state, low, high, first, windows, window_count, bound }
    Window { from, to }
    TermReport[term] {
        term, hourly, month_1, steady, horizon, steady_crossing, payback, locked_in, stop_after,
    }
    Capacity { minimum_tpm, units_needed, utilisation_percent }
    MonthReport { month, volume, teacher, student, saving_to_date, cash_teacher, cash_student }
    CreditsReport { teacher, student }
    CreditsPath { list, cash, cash_to_cutover, spent, expired, left, runs_out }
    LeverReport[id] {
        id, one_time, month_1, steady, horizon, steady_change_percent, fits, reason,
    }
    Bill { repeated_input, fresh_input, output }
    Diagnosis { lever, reason }
    BreakEvens { teacher_rate, student_rate, hourly, teacher_share, one_time, volume, months }
    Sensitivity { field, low, high }
    Quality { verdict, loss, lift, enough_examples, adjusted }
    Difference { estimate, low, high }
    Adjusted { teacher, student, crossing }
}

impl Plain for BreakEven {
    fn write(&self, json: &mut Json) {
        json.open("{");
        json.key("state");
        json.quoted(if self.value.is_some() { "at" } else { "none" });
        json.key("value");
        match self.value {
            Some(value) => json.number(value, self.decimals),
            None => None::<bool>.write(json),
        }
        json.close("}");
    }
}

/// How JSON spells a value that is one of a few.
macro_rules! codes {
    ($($name:ident { $($value:ident: $code:literal),* $(,)? })*) => { $(
        impl Plain for $name {
            fn write(&self, json: &mut Json) {
                json.quoted(self.code().unwrap_or_default());
            }

            fn code(&self) -> Option<&'static str> {
                Some(match self { $(Self::$value => $code),* })
            }
        }
    )* };
}

codes! {
    State { Every: "every", Equal: "equal", At: "at", Never: "never" }
    LineId {
        Teacher: "teacher", TeacherShare: "teacher_share", Inference: "inference",
        Generation: "generation", Training: "training", Evaluation: "evaluation", Effort: "effort",
        Hosting: "hosting", Storage: "storage",
    }
    Reason {
        LowOrSpiky: "low_or_spiky", HighAndSteady: "high_and_steady",
        RepeatedContext: "repeated_context", NoRepeatedContext: "no_repeated_context",
        NotCheaper: "not_cheaper", LacksFacts: "lacks_facts", AddsTokens: "adds_tokens",
        NearlyGoodEnough: "nearly_good_enough", NotNearlyGoodEnough: "not_nearly_good_enough",
        OnlyLargeModel: "only_large_model", Pays: "pays", DoesNotPay: "does_not_pay",
        BroadOrShifting: "broad_or_shifting", ResponseTime: "response_time", CanWait: "can_wait",
        CannotWait: "cannot_wait", GoodEnough: "good_enough", NotGoodEnough: "not_good_enough",
        NotScored: "not_scored",
    }
    QualityVerdict { Passes: "passes", NotShown: "not_shown", Fails: "fails", Unknown: "unknown" }
}

impl Plain for Lever {
    fn write(&self, json: &mut Json) {
        json.quoted(Self::name(*self));
    }

    fn code(&self) -> Option<&'static str> {
        Some(Self::name(*self))
    }
}

/// The same of a field's choice.
macro_rules! choices {
    ($($name:ident),*) => { $(
        impl Plain for $name {
            fn write(&self, json: &mut Json) {
                json.quoted(self.option().code);
            }

            fn code(&self) -> Option<&'static str> {
                Some(self.option().code)
            }
        }
    )* };
}
choices!(Term, Hosting);

impl Plain for FieldId {
    fn write(&self, json: &mut Json) {
        json.quoted(self.field().name);
    }
}

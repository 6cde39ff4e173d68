//! The fields that are one of a few.

use super::FieldId;
use std::fmt;

/// One option of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// How links and JSON spell it.
    pub code: &'static str,
    /// How the form names it.
    pub label: &'static str,
    /// What it means, in one sentence; may be empty.
    pub note: &'static str,
}

/// A value that is one of a few.
pub trait Choice: Copy + PartialEq + fmt::Debug + 'static {
    /// All values, in order.
    const ALL: &'static [Self];
    /// Their options, in the same order.
    const OPTIONS: &'static [Alternative];

    /// Which of them it is.
    fn place(self) -> usize;

    /// The value's option.
    fn option(self) -> &'static Alternative {
        static NONE: Alternative = Alternative {
            code: "",
            label: "",
            note: "",
        };
        Self::OPTIONS.get(self.place()).unwrap_or(&NONE)
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $( $(#[$note:meta])* $value:ident: $code:literal, $label:literal, $text:literal; )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[$note])* $value, )* }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            const OPTIONS: &'static [Alternative] =
                &[$(Alternative { code: $code, label: $label, note: $text }),*];

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}

choice! {
    /// What the student's hosting bills. Sources disagree, so it is a choice.
    Hosting {
        /// Tokens and model-unit hours, as in the reference's worked table.
        Both: "both", "Tokens and model-unit hours",
            "As the worked example adds them up. No example of AWS does.";
        /// Model-unit hours alone, as AWS bills provisioned throughput.
        Provisioned: "provisioned", "Model-unit hours only",
            "How AWS bills provisioned throughput: a fixed hourly cost, idle or busy.";
        /// Tokens alone, as AWS bills on-demand deployment of custom models.
        OnDemand: "on_demand", "Tokens only",
            "On-demand deployment of a custom model, for students that support it: nothing is billed when idle.";
    }
}

impl Hosting {
    /// Whether the student's tokens are billed.
    #[must_use]
    pub const fn bills_tokens(self) -> bool {
        !matches!(self, Self::Provisioned)
    }

    /// Whether model-unit hours are billed.
    #[must_use]
    pub const fn bills_hours(self) -> bool {
        !matches!(self, Self::OnDemand)
    }
}

choice! {
    /// The commitment under which model units are bought.
    Term {
        /// None: by the hour.
        None: "none", "No commitment", "";
        /// One month at a time.
        OneMonth: "1mo", "1 month", "";
        /// Six months at a time.
        SixMonths: "6mo", "6 months", "";
    }
}

impl Term {
    /// The field that holds its hourly price.
    #[must_use]
    pub const fn hourly_field(self) -> FieldId {
        match self {
            Self::None => FieldId::hourly_none,
            Self::OneMonth => FieldId::hourly_1mo,
            Self::SixMonths => FieldId::hourly_6mo,
        }
    }

    /// How many months are bought at once; none without commitment.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::None => 0,
            Self::OneMonth => 1,
            Self::SixMonths => 6,
        }
    }
}

choice! {
    /// What the teacher would really be run on, were nothing distilled.
    Baseline {
        /// On demand.
        OnDemand: "on_demand", "On demand", "";
        /// In batch, as far as traffic can wait.
        Batch: "batch", "In batch", "As much of it as can wait, at the batch price.";
        /// With prompt caching.
        Cached: "cached", "With prompt caching", "Repeated context at the cache's prices.";
    }
}

choice! {
    /// Yes or no.
    YesNo {
        /// No.
        No: "no", "No", "";
        /// Yes.
        Yes: "yes", "Yes", "";
    }
}

choice! {
    /// What the scores of the quality gate measure.
    Metric {
        /// The share of right answers.
        Accuracy: "accuracy", "Accuracy", "";
        /// The share of answers that match exactly.
        Exact: "exact", "Exact match", "";
        /// The share of answers that are valid by a schema.
        Schema: "schema", "Schema validity", "";
        /// The F1 score, which is no share of examples.
        F1: "f1", "F1", "";
        /// A rubric or a judging model, which is no share of examples.
        Rubric: "rubric", "Rubric", "";
    }
}

impl Metric {
    /// Whether a score is the share of examples that are right, so that it has an interval.
    #[must_use]
    pub const fn is_proportion(self) -> bool {
        !matches!(self, Self::F1 | Self::Rubric)
    }
}

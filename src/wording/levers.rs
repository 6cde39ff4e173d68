//! The levers in words: what each is, when to reach for it, and why it fits or does not.

use crate::economics::{Lever, QualityVerdict, Reason};

/// What is said of a lever whatever the workload.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// What of the bill, or of the answers, it works on.
    pub attacks: &'static str,
    /// Whether another model answers.
    pub other_model: bool,
    /// How much work it is.
    pub effort: &'static str,
    /// How it is paid.
    pub cost: &'static str,
    /// When it is the one to reach for.
    pub when: &'static str,
}

/// What is said of a lever.
#[must_use]
pub const fn about(lever: Lever) -> About {
    match lever {
        Lever::Teacher => About {
            name: "Teacher, on demand",
            attacks: "Nothing: the others are compared with it",
            other_model: false,
            effort: "None",
            cost: "By the token",
            when: "Volume is low or comes in bursts",
        },
        Lever::Caching => About {
            name: "Prompt caching",
            attacks: "Context that repeats",
            other_model: false,
            effort: "Lowest",
            cost: "By the token, repeated input for less",
            when: "The same long context goes with every request",
        },
        Lever::Rag => About {
            name: "RAG",
            attacks: "Missing facts, not cost",
            other_model: false,
            effort: "Low to medium",
            cost: "More tokens, embeddings, a vector store",
            when: "Answers are wrong for lack of your facts",
        },
        Lever::FineTuning => About {
            name: "Plain fine-tuning",
            attacks: "Behaviour of a small model, with labels made by people",
            other_model: true,
            effort: "Medium to high",
            cost: "Labels and training once, then hosting",
            when: "A small model is nearly good enough",
        },
        Lever::Distillation => About {
            name: "Distillation",
            attacks: "The price of each token",
            other_model: true,
            effort: "High",
            cost: "Generation and training once, then hosting",
            when: "Only a large model is accurate enough, and volume makes it dear",
        },
        Lever::Batch => About {
            name: "Batch",
            attacks: "The price of traffic that can wait",
            other_model: false,
            effort: "Low",
            cost: "By the token, for less",
            when: "Answers may come hours later",
        },
        Lever::PlainStudent => About {
            name: "The small model as it is",
            attacks: "The price of each token, without training: the control",
            other_model: true,
            effort: "Lowest",
            cost: "By the token",
            when: "It scores as well as it has to",
        },
    }
}

/// Why a lever fits or does not, as a sentence without its stop.
#[must_use]
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::LowOrSpiky => "The volume is not said to be high and steady",
        Reason::HighAndSteady => "The volume is high and steady",
        Reason::RepeatedContext => "Part of the input is taken to repeat on every request",
        Reason::NoRepeatedContext => "No context repeats",
        Reason::NotCheaper => "Its prices are not lower",
        Reason::LacksFacts => "Answers are wrong for lack of facts",
        Reason::AddsTokens => "It adds tokens: it buys facts, not savings",
        Reason::NearlyGoodEnough => "A small model is nearly good enough",
        Reason::NotNearlyGoodEnough => "No small model is said to be nearly good enough",
        Reason::OnlyLargeModel => {
            "Only a large model is accurate enough, and the volume makes it dear"
        }
        Reason::Pays => "It saves money over the horizon",
        Reason::DoesNotPay => "It does not save money over the horizon",
        Reason::BroadOrShifting => "The task is not said to be narrow: distil again and again",
        Reason::ResponseTime => "A small model answers faster",
        Reason::CanWait => "Part of the traffic is taken to be able to wait",
        Reason::CannotWait => "No traffic is said to be able to wait",
        Reason::GoodEnough => "It scores close enough to the teacher",
        Reason::NotGoodEnough => "It does not score close enough to the teacher",
        Reason::NotScored => "It has not been scored",
    }
}

/// The quality gate's answer, in a sentence.
#[must_use]
pub const fn gate(verdict: QualityVerdict) -> &'static str {
    match verdict {
        QualityVerdict::Passes => {
            "The student passes: close enough to the teacher, and better than the small model as it is."
        }
        QualityVerdict::NotShown => "Not shown: so few examples prove neither.",
        QualityVerdict::Fails => {
            "The student fails: too far from the teacher, or no better than the small model as it is."
        }
        QualityVerdict::Unknown => "Unknown: the gate needs all three scores.",
    }
}

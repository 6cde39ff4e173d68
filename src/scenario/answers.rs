//! The diagnosis: questions about the workload, each answered yes by its letter.

use super::Alternative;
use crate::quantity::{Refusal, quote};
use std::fmt;
use std::str::FromStr;

/// A question of the diagnosis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Is the task narrow, and do its inputs stay alike?
    Narrow,
    /// Are answers wrong because the model lacks facts?
    Facts,
    /// Is the small model nearly good enough?
    NearlyGood,
    /// Is only a large model accurate enough?
    OnlyLarge,
    /// Is the volume high and steady?
    HighVolume,
    /// Is response time the reason?
    Response,
}

impl Question {
    /// All questions, in the order of their letters in a link.
    pub const ALL: [Self; 6] = [
        Self::Narrow,
        Self::Facts,
        Self::NearlyGood,
        Self::OnlyLarge,
        Self::HighVolume,
        Self::Response,
    ];

    /// Their letters and wording, in the same order.
    pub const OPTIONS: &'static [Alternative] = &[
        question("n", "The task is narrow and its inputs stay alike"),
        question("f", "Answers are wrong for lack of facts"),
        question("g", "A small model is nearly good enough"),
        question("a", "Only a large model is accurate enough"),
        question("v", "The volume is high and steady"),
        question("r", "Response time is the reason"),
    ];
}

const fn question(code: &'static str, label: &'static str) -> Alternative {
    Alternative {
        code,
        label,
        note: "",
    }
}

/// The questions that are answered yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers([bool; Question::ALL.len()]);

impl Answers {
    /// None answered yes.
    pub const NONE: Self = Self([false; Question::ALL.len()]);

    /// Whether a question is answered yes.
    #[must_use]
    pub fn yes(self, question: Question) -> bool {
        let mut answers = Question::ALL.iter().zip(self.0);
        answers.any(|(asked, yes)| *asked == question && yes)
    }

    /// Whether any question is.
    #[must_use]
    pub fn any(self) -> bool {
        self.0.contains(&true)
    }
}

impl FromStr for Answers {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let mut answers = Self::default();
        for letter in text.trim().chars() {
            let is = |option: &Alternative| option.code.starts_with(letter.to_ascii_lowercase());
            let mut places = Question::OPTIONS.iter().zip(&mut answers.0);
            match places.find(|(option, _)| is(option)) {
                Some((_, yes)) => *yes = true,
                None => {
                    return Err(Refusal::NotAChoice {
                        input: quote(text),
                        choices: "any of the letters n, f, g, a, v, r".to_owned(),
                    });
                }
            }
        }
        Ok(answers)
    }
}

impl fmt::Display for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answered = Question::OPTIONS.iter().zip(self.0);
        answered
            .filter(|(_, yes)| *yes)
            .try_for_each(|(option, _)| f.write_str(option.code))
    }
}

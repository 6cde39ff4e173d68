//! Text is the state; everything else is derived from it.

use crate::catalogue::{Catalogue, Change, Listing, Pair};
use crate::economics::{Report, evaluate};
use crate::link::{decode, encode, pinned};
use crate::scenario::{Choice, FieldId, Kind, PerField, Problem, Scenario, Term};
use crate::wording;
use reactive_graph::computed::Memo;
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;
use std::sync::Arc;

/// The texts of a field: one, or a rate's three.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The text; of a rate, the blended one.
    pub text: RwSignal<String>,
    /// What only a rate has.
    pub sides: Option<Sides>,
}

/// A rate apart for input and output. Both forms keep their texts.
#[derive(Clone, Copy)]
pub struct Sides {
    /// Whether the sides count, and not the blended text.
    pub split: RwSignal<bool>,
    /// The rate of input tokens.
    pub input: RwSignal<String>,
    /// The rate of output tokens.
    pub output: RwSignal<String>,
}

impl Entry {
    fn new(id: FieldId) -> Self {
        let text = || RwSignal::new(Scenario::default().text(id));
        Self {
            text: text(),
            sides: (id.field().kind == Kind::Rate).then(|| Sides {
                split: RwSignal::new(false),
                input: text(),
                output: text(),
            }),
        }
    }

    /// The field's text as a whole.
    #[inline(never)]
    pub fn whole(self) -> String {
        match self.sides {
            Some(sides) if sides.split.get() => sides.whole(),
            _ => self.text.get(),
        }
    }

    /// Replaces the text by one from outside the form.
    #[inline(never)]
    pub fn open(self, text: String) {
        let apart = self.sides.zip(text.split_once('/'));
        if let Some((sides, (input, output))) = apart {
            sides.input.set(input.to_owned());
            sides.output.set(output.to_owned());
        }
        if let Some(sides) = self.sides {
            sides.split.set(apart.is_some());
        }
        if apart.is_none() {
            self.text.set(text);
        }
    }
}

impl Sides {
    /// `input/output`
    pub fn whole(self) -> String {
        format!("{}/{}", self.input.get(), self.output.get())
    }
}

/// A report, with what more than one part of the page says of it.
pub struct Answer {
    /// The report.
    pub report: Report,
    /// Its verdict in words.
    pub verdict: String,
    /// The link of its scenario.
    pub link: String,
    /// The id of the catalogue that it is pinned to; empty for the present one.
    pub pinned: String,
}

/// The last good report, and what has kept the texts from leading to a newer one.
#[derive(Clone)]
pub struct Outcome {
    /// The report; none when the texts have not led to one yet.
    pub answer: Option<Arc<Answer>>,
    /// Why the report is not that of the present texts, in words.
    pub stale: Option<String>,
}

impl PartialEq for Outcome {
    /// An answer is compared by being the same one: comparing its figures would take longer than
    /// showing them again.
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.answer, &other.answer) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        same && self.stale == other.stale
    }
}

/// The page's state.
#[derive(Clone, Copy)]
pub struct State {
    entries: &'static PerField<Entry>,
    /// The id of the catalogue of prices that the scenario is pinned to; empty for the present one.
    pub pinned: RwSignal<String>,
    /// What the texts lead to.
    pub outcome: Memo<Outcome>,
}

/// What is to be said of a link that was opened.
pub struct Opened {
    /// What of it could not be read.
    pub problems: Vec<Problem>,
    /// The published prices that have changed since it was made.
    pub changes: Vec<Change>,
}

impl State {
    /// The state of the worked example.
    pub fn new() -> Self {
        // The page, and so its state, lasts as long as the document.
        let entries: &PerField<Entry> = Box::leak(Box::new(PerField::from_fn(Entry::new)));
        let pinned = RwSignal::new(String::new());
        Self {
            entries,
            pinned,
            outcome: Memo::new(move |last: Option<&Outcome>| {
                let last = last.and_then(|outcome| outcome.answer.clone());
                let scenario = Scenario::read(|id| entries.of(id).whole());
                outcome(scenario, &pinned.read(), last)
            }),
        }
    }

    /// Goes on with a link. Prices that have changed since it was made stay as they were then.
    pub fn open(self, link: &str) -> Opened {
        let opened = decode(link);
        for id in FieldId::ALL {
            self.entry(*id).open(opened.scenario.text(*id));
        }
        let pair = Pair::of(&opened.scenario);
        let (id, mut problems) = (opened.catalogue, opened.problems);
        let day = Catalogue::day(&id);
        let present = Catalogue::get().id;
        if !id.is_empty() && day.is_none_or(|day| Some(day) > Catalogue::day(present)) {
            let message = wording::no_catalogue(&id, present);
            problems.push(Problem {
                field: None,
                message,
            });
        }
        let changes = pair.map(|pair| pair.listed(day).changes(&|id| opened.scenario.text(id)));
        let changes = changes.unwrap_or_default();
        self.pinned.set(if changes.is_empty() {
            String::new()
        } else {
            id
        });
        Opened { problems, changes }
    }

    /// The pair of the models in the form, as it was listed on the day of the catalogue.
    pub fn listing(self) -> Option<Listing<'static>> {
        let name = |id| self.entry(id).text.get().trim().to_owned();
        let pair =
            Catalogue::get().pair(&name(FieldId::teacher_model), &name(FieldId::student_model));
        Some(pair?.listed(Catalogue::day(&self.pinned.read())))
    }

    /// The texts of a field.
    pub fn entry(self, id: FieldId) -> Entry {
        *self.entries.of(id)
    }

    /// What is wrong with a field's text, in words.
    pub fn refusal(self, id: FieldId) -> Option<String> {
        let problem = id.check(&self.entry(id).whole()).err()?;
        Some(problem.message)
    }

    /// Whether a field is shown: when it has a say, and while its text is wrong, since a wrong text
    /// holds the report back.
    pub fn shows(self, id: FieldId) -> bool {
        let mut scenario = Scenario::default();
        for decides in FieldId::DECIDING {
            // A text that is wrong decides nothing.
            let _ = scenario.set(*decides, &self.entry(*decides).whole());
        }
        let prices = Term::ALL.iter().map(|term| term.hourly_field());
        scenario.is_relevant(id)
            || self.refusal(id).is_some()
            || id == FieldId::term
                && prices
                    .into_iter()
                    .any(|price| self.refusal(price).is_some())
    }
}

fn outcome(
    scenario: Result<Scenario, Vec<Problem>>,
    catalogue: &str,
    last: Option<Arc<Answer>>,
) -> Outcome {
    let stale = match scenario {
        Ok(scenario) => match evaluate(&scenario) {
            Ok(report) => {
                let answer = Answer {
                    verdict: wording::verdict(&report),
                    link: link(&scenario, catalogue),
                    pinned: catalogue.to_owned(),
                    report,
                };
                return Outcome {
                    answer: Some(Arc::new(answer)),
                    stale: None,
                };
            }
            Err(cause) => wording::too_large(&cause, &scenario),
        },
        Err(problems) => wording::unreadable(&problems),
    };
    Outcome {
        answer: last,
        stale: Some(stale),
    }
}

/// The link of a scenario. That of a pair is pinned to the catalogue of its prices.
fn link(scenario: &Scenario, catalogue: &str) -> String {
    match Pair::of(scenario) {
        None => encode(scenario),
        Some(_) if catalogue.is_empty() => pinned(scenario, Catalogue::get().id),
        Some(_) => pinned(scenario, catalogue),
    }
}

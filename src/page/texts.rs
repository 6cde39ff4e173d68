//! The texts of the form, which are the page's state: everything else is derived from them.

use crate::catalogue::{Catalogue, Change, Listing, Pair};
use crate::link::decode;
use crate::scenario::{FieldId, Kind, PerField, Problem, Scenario};
use crate::wording;

/// What stands in the form.
#[derive(Clone, PartialEq, Eq)]
pub struct Texts {
    fields: PerField<Text>,
    /// The id of the catalogue of prices that the scenario is pinned to; empty for the present one.
    pub pinned: String,
}

/// The texts of a field: one, or a rate's three.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The text; of a rate, the blended one.
    pub one: String,
    /// What only a rate has.
    pub sides: Option<Sides>,
}

/// A rate apart for input and output. Both forms keep their texts.
#[derive(Clone, PartialEq, Eq)]
pub struct Sides {
    /// Whether the sides count, and not the blended text.
    pub split: bool,
    /// The rate of input tokens.
    pub input: String,
    /// The rate of output tokens.
    pub output: String,
}

/// What is to be said of a link that was opened.
pub struct Opened {
    /// What of it could not be read.
    pub problems: Vec<Problem>,
    /// The published prices that have changed since it was made.
    pub changes: Vec<Change>,
}

impl Text {
    fn new(id: FieldId) -> Self {
        let text = Scenario::default().text(id);
        let sides = || Sides {
            split: false,
            input: text.clone(),
            output: text.clone(),
        };
        Self {
            sides: (id.field().kind == Kind::Rate).then(sides),
            one: text,
        }
    }

    /// The field's text as a whole.
    #[inline(never)]
    pub fn whole(&self) -> String {
        match &self.sides {
            Some(sides) if sides.split => sides.whole(),
            _ => self.one.clone(),
        }
    }

    /// Replaces the text by one from outside the form.
    #[inline(never)]
    pub fn open(&mut self, text: String) {
        let apart = text.split_once('/');
        if let Some(sides) = &mut self.sides {
            sides.split = apart.is_some();
            if let Some((input, output)) = apart {
                input.clone_into(&mut sides.input);
                output.clone_into(&mut sides.output);
                return;
            }
        }
        self.one = text;
    }
}

impl Sides {
    /// `input/output`
    pub fn whole(&self) -> String {
        format!("{}/{}", self.input, self.output)
    }
}

impl Texts {
    /// Those of the worked example.
    pub fn new() -> Self {
        Self {
            fields: PerField::from_fn(Text::new),
            pinned: String::new(),
        }
    }

    /// The texts of a field.
    pub fn of(&self, id: FieldId) -> &Text {
        self.fields.of(id)
    }

    /// The texts of a field, to change.
    pub fn of_mut(&mut self, id: FieldId) -> &mut Text {
        self.fields.of_mut(id)
    }

    /// The scenario that they are read as.
    ///
    /// # Errors
    ///
    /// What of them is no value.
    pub fn scenario(&self) -> Result<Scenario, Vec<Problem>> {
        Scenario::read(|id| self.of(id).whole())
    }

    /// What decides which fields have a say; a text that is wrong decides nothing.
    pub fn deciding(&self) -> Scenario {
        let mut scenario = Scenario::default();
        for id in FieldId::DECIDING {
            let _ = scenario.set(*id, &self.of(*id).whole());
        }
        scenario
    }

    /// The pair of the models in the form, as it was listed on the day of the catalogue.
    pub fn listing(&self) -> Option<Listing<'static>> {
        let name = |id| self.of(id).one.trim();
        let pair =
            Catalogue::get().pair(name(FieldId::teacher_model), name(FieldId::student_model))?;
        Some(pair.listed(Catalogue::day(&self.pinned)))
    }

    /// Goes back to the published prices of the pair in the form; without one, to the worked example.
    pub fn reset(&mut self) {
        let listing = self.listing().map(|listing| listing.pair.listed(None));
        *self = Self::new();
        for id in FieldId::ALL {
            if let Some(text) = listing.as_ref().and_then(|listing| listing.text(*id)) {
                self.of_mut(*id).open(text);
            }
        }
    }

    /// Goes on with a link. Prices that have changed since it was made stay as they were then.
    pub fn open(&mut self, link: &str) -> Opened {
        let opened = decode(link);
        for id in FieldId::ALL {
            self.of_mut(*id).open(opened.scenario.text(*id));
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
        self.pinned = if changes.is_empty() {
            String::new()
        } else {
            id
        };
        Opened { problems, changes }
    }
}

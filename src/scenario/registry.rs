//! What the registry's entries become: the names of the fields, a scenario of one valid value for
//! each, and the one door from text to a value.

use super::{FieldId, Number, Problem, Relevance, Scenario, Side, value};
use std::sync::Arc;

macro_rules! registry {
    ($(
        $(#[$doc:meta])*
        $name:ident ($key:literal): $kind:ty = $default:expr, in $group:ident, when $relevance:ident,
            bounds $min:literal to $max:literal,
            label $label:literal, unit $unit:literal, hint $hint:literal;
    )*) => {
        /// The name of a field: which entry of the registry is meant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(non_camel_case_types, reason = "spelled as links, JSON and the documents spell them")]
        pub enum FieldId { $( $(#[$doc])* $name, )* }

        impl FieldId {
            /// All fields, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What the registry says of it.
            #[must_use]
            pub const fn field(self) -> &'static Field {
                match self { $(
                    Self::$name => {
                        static FIELD: Field = Field {
                            id: FieldId::$name,
                            name: stringify!($name),
                            key: $key,
                            group: Group::$group,
                            label: $label,
                            unit: $unit,
                            kind: <$kind as Form>::KIND,
                            spelling: &<$kind as Form>::NUMBERS,
                            min: $min,
                            max: $max,
                            relevance: Relevance::$relevance,
                        };
                        &FIELD
                    }
                )* }
            }

            /// What to know when filling it in; may be empty.
            #[must_use]
            pub const fn hint(self) -> &'static str {
                match self { $( Self::$name => $hint, )* }
            }
        }

        /// One valid value for every field. The default is the reference's worked example.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Scenario { $( $(#[$doc])* pub $name: $kind, )* }

        impl Scenario {
            pub(super) const DEFAULT: Self = Self { $( $name: $default, )* };

            #[inline(never)]
            pub(super) fn value(&self, field: FieldId) -> &dyn Value {
                match field { $( FieldId::$name => &self.$name, )* }
            }

            #[inline(never)]
            pub(super) fn value_mut(&mut self, field: FieldId) -> &mut dyn Value {
                match field { $( FieldId::$name => &mut self.$name, )* }
            }
        }
    };
}

pub(super) use registry;

/// One of something for every field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerField<T>([T; FieldId::ALL.len()]);

impl<T> PerField<T> {
    /// Makes one for every field, in order.
    pub fn from_fn(make: impl FnMut(FieldId) -> T) -> Self {
        let mut every = [FieldId::name; FieldId::ALL.len()];
        every.copy_from_slice(FieldId::ALL);
        Self(every.map(make))
    }

    /// The one of a field.
    pub fn of(&self, field: FieldId) -> &T {
        let [first, ..] = &self.0;
        // There is one for each field.
        self.0.get(field as usize).unwrap_or(first)
    }

    /// The one of a field, to change.
    pub fn of_mut(&mut self, field: FieldId) -> &mut T {
        let [first, rest @ ..] = &mut self.0;
        let place = (field as usize).checked_sub(1);
        // There is one for each field.
        place.and_then(|place| rest.get_mut(place)).unwrap_or(first)
    }
}

impl FieldId {
    /// The fields that decide which others have a say.
    pub const DECIDING: &'static [Self] = &[
        Self::teacher_rate,
        Self::student_rate,
        Self::pairs,
        Self::hosting,
    ];

    /// Whether the text is a value of the field.
    ///
    /// # Errors
    ///
    /// The [`Problem`] in words.
    pub fn check(self, text: &str) -> Result<(), Problem> {
        Scenario::default().set(self, text)
    }
}

impl Default for Scenario {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Scenario {
    /// Reads a text for one field and leaves the others as they are.
    ///
    /// # Errors
    ///
    /// The [`Problem`]; the scenario is then unchanged.
    #[inline(never)]
    pub fn set(&mut self, field: FieldId, text: &str) -> Result<(), Problem> {
        let read = value::read(self.value_mut(field), text, field.field());
        read.map_err(|refusal| Problem::new(field, &refusal))
    }

    /// The text of a field's value, as a person would type it.
    #[must_use]
    pub fn text(&self, field: FieldId) -> String {
        value::print(self.value(field), field.field())
    }

    /// The number that a field holds, for one side of a rate.
    #[must_use]
    pub fn number(&self, field: FieldId, side: Side) -> Number {
        self.value(field).number(side)
    }

    /// Reads a text for every field.
    ///
    /// # Errors
    ///
    /// Every [`Problem`], not the first only.
    pub fn read(text: impl Fn(FieldId) -> String) -> Result<Self, Vec<Problem>> {
        let mut scenario = Self::default();
        let set = |id: &FieldId| scenario.set(*id, &text(*id)).err();
        let problems: Vec<_> = FieldId::ALL.iter().filter_map(set).collect();
        if problems.is_empty() {
            Ok(scenario)
        } else {
            Err(problems)
        }
    }

    /// Whether a field's value is a range of more than one value.
    #[must_use]
    pub fn is_range(&self, field: FieldId) -> bool {
        [Side::Input, Side::Output]
            .iter()
            .any(|side| matches!(self.number(field, *side), Number::Ends(low, high) if low != high))
    }

    /// Whether a field has a say in this scenario's figures.
    #[must_use]
    pub fn is_relevant(&self, field: FieldId) -> bool {
        match field.field().relevance {
            Relevance::Always => true,
            Relevance::TokensBilled => self.hosting.bills_tokens(),
            Relevance::HoursBilled => self.hosting.bills_hours(),
            Relevance::RateSplit => self.teacher_rate.is_split() || self.student_rate.is_split(),
            Relevance::Entered => self.pairs.is_none(),
            Relevance::Computed => self.pairs.is_some(),
        }
    }
}

/// A copy, to share with what is made from it.
impl From<&Scenario> for Arc<Scenario> {
    fn from(scenario: &Scenario) -> Self {
        Self::new(scenario.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_and_keys_are_unique() {
        let names: HashSet<_> = FieldId::ALL.iter().map(|id| id.field().name).collect();
        let keys: HashSet<_> = FieldId::ALL.iter().map(|id| id.field().key).collect();
        assert_eq!(names.len(), FieldId::ALL.len());
        assert_eq!(keys.len(), FieldId::ALL.len());
    }

    #[test]
    fn every_default_is_a_value_of_its_field() {
        let example = Scenario::default();
        assert_eq!(Scenario::read(|field| example.text(field)), Ok(example));
    }

    #[test]
    fn every_problem_is_told_and_nothing_else_changes() {
        let example = Scenario::default();
        let problems = Scenario::read(|field| match field {
            FieldId::volume => "0".to_owned(),
            FieldId::term => "2mo".to_owned(),
            FieldId::units => "1..2".to_owned(),
            FieldId::generation => "?".to_owned(),
            FieldId::teacher_model => "a\u{202e}b".to_owned(),
            other => example.text(other),
        })
        .unwrap_err();
        let told: Vec<_> = problems.iter().map(|p| p.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "“0” is out of bounds. Write a number from 1 to 1,000,000,000,000,000 (tokens per month).",
                "This holds characters that cannot be seen or that change the direction of writing. Write it without them.",
                "“?” cannot stand here. Write a value, for example 200.",
                "“2mo” is not a choice here. Write none, 1mo, 6mo.",
                "“1..2” is a range. Write one value here.",
            ]
        );
        let mut same = example.clone();
        assert!(same.set(FieldId::horizon, "61").is_err());
        assert_eq!(same, example);
    }
}

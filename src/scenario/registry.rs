//! Every field, once.
//!
//! Adding an input is adding one entry here, and the economics that uses it. Names and keys are
//! promises: once shipped, neither is given another meaning. The order is the order of the form
//! and of the link.

use super::value::Value;
use super::{Field, Group, Hosting, Known, Label, Problem, Relevance, Term};
use crate::quantity::{
    Hours, ModelUnits, Months, Percent, Range, Rate, Tokens, Usd, UsdPerMillion, UsdPerUnitHour,
};

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
                            kind: <$kind as Value>::KIND,
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

        /// One of something for every field.
        #[derive(Clone, Copy, Debug)]
        pub struct PerField<T> { $( $name: T, )* }

        impl<T> PerField<T> {
            /// Makes one for every field, in order.
            pub fn from_fn(mut make: impl FnMut(FieldId) -> T) -> Self {
                Self { $( $name: make(FieldId::$name), )* }
            }

            /// The one of a field.
            pub const fn of(&self, field: FieldId) -> &T {
                match field { $( FieldId::$name => &self.$name, )* }
            }
        }

        /// One valid value for every field. The default is the reference's worked example.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Scenario { $( $(#[$doc])* pub $name: $kind, )* }

        impl Default for Scenario {
            fn default() -> Self {
                Self { $( $name: $default, )* }
            }
        }

        impl Scenario {
            /// Reads a text for one field and leaves the others as they are.
            ///
            /// # Errors
            ///
            /// The [`Problem`]; the scenario is then unchanged.
            pub fn set(&mut self, field: FieldId, text: &str) -> Result<(), Problem> {
                let problem = |refusal| Problem::new(field, &refusal);
                match field { $(
                    FieldId::$name => {
                        self.$name = <$kind>::read(text, field.field()).map_err(problem)?;
                    }
                )* }
                Ok(())
            }

            /// The text of a field's value, as a person would type it.
            #[must_use]
            pub fn text(&self, field: FieldId) -> String {
                match field { $( FieldId::$name => Value::print(&self.$name), )* }
            }

            /// Whether a field's value is a range of more than one value.
            #[must_use]
            pub fn is_range(&self, field: FieldId) -> bool {
                match field { $( FieldId::$name => Value::is_range(&self.$name), )* }
            }
        }
    };
}

impl FieldId {
    /// Whether the text is a value of the field.
    ///
    /// # Errors
    ///
    /// The [`Problem`] in words.
    pub fn check(self, text: &str) -> Result<(), Problem> {
        Scenario::default().set(self, text)
    }
}

impl Scenario {
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

    /// Whether a field has a say in this scenario's figures.
    #[must_use]
    pub fn is_relevant(&self, field: FieldId) -> bool {
        let split = self.teacher_rate.is_split() || self.student_rate.is_split();
        field.field().is_relevant(self.hosting, split)
    }
}

registry! {
    /// Tokens a month, input and output together.
    volume("v"): Range<Tokens> = const { Range::point(Tokens::fixed(500_000_000, 0)) }, in Workload, when Always,
        bounds 1 to 1_000_000_000_000_000,
        label "Volume", unit "tokens per month",
        hint "Input and output together. 500M, 2.5B, or a range: 300M..800M.";
    /// The share of tokens that are input.
    input_share("in"): Percent = const { Percent::fixed(75, 0) }, in Workload, when RateSplit,
        bounds 0 to 100,
        label "Input share", unit "% of tokens",
        hint "The rest is output. Weighs rates that stand apart for input and output.";
    /// The teacher's name, a label.
    teacher_model("tm"): Label = Label::default(), in Teacher, when Always,
        bounds 0 to 0,
        label "Teacher model", unit "",
        hint "A name for your own records; the rate below is what counts.";
    /// What the teacher's tokens cost.
    teacher_rate("t"): Rate = const { Rate::Blended(Range::point(UsdPerMillion::fixed(10, 0))) }, in Teacher, when Always,
        bounds 0 to 1_000_000,
        label "Teacher rate", unit "$ per million tokens",
        hint "On demand. A price per thousand is read too: 0.01 per 1K.";
    /// The student's name, a label.
    student_model("sm"): Label = Label::default(), in Student, when Always,
        bounds 0 to 0,
        label "Student model", unit "",
        hint "A name for your own records; the rate below is what counts.";
    /// What the student's tokens cost.
    student_rate("s"): Rate = const { Rate::Blended(Range::point(UsdPerMillion::fixed(1, 0))) }, in Student, when TokensBilled,
        bounds 0 to 1_000_000,
        label "Student rate", unit "$ per million tokens",
        hint "Billed when hosting bills tokens.";
    /// What the teacher's responses for the training data cost.
    generation("gen"): Range<Usd> = const { Range::fixed(Usd::fixed(200, 0), Usd::fixed(1000, 0)) }, in OneTime, when Always,
        bounds 0 to 1_000_000_000,
        label "Data generation", unit "$ once",
        hint "The teacher's tokens for the training data.";
    /// What fine-tuning the student costs.
    training("ft"): Known<Range<Usd>> = const { Known::Known(Range::fixed(Usd::fixed(70, 0), Usd::fixed(270, 0))) }, in OneTime, when Always,
        bounds 0 to 1_000_000_000,
        label "Fine-tuning", unit "$ once",
        hint "The training job. ? when it is not known.";
    /// What judging the student costs.
    evaluation("ev"): Range<Usd> = const { Range::point(Usd::ZERO) }, in OneTime, when Always,
        bounds 0 to 1_000_000_000,
        label "Evaluation", unit "$ once",
        hint "Comparing teacher, student and the plain small model.";
    /// What the people's time costs.
    effort("eng"): Range<Usd> = const { Range::point(Usd::ZERO) }, in OneTime, when Always,
        bounds 0 to 1_000_000_000,
        label "Team effort", unit "$ once",
        hint "Your people's time. Not on the AWS bill.";
    /// What hosting bills.
    hosting("h"): Hosting = Hosting::Both, in Hosting, when Always,
        bounds 0 to 0,
        label "What hosting bills", unit "",
        hint "";
    /// The commitment term.
    term("c"): Term = Term::None, in Hosting, when HoursBilled,
        bounds 0 to 0,
        label "Commitment", unit "",
        hint "";
    /// The hourly price without commitment.
    hourly_none("p0"): Known<Range<UsdPerUnitHour>> = const { Known::Known(Range::point(UsdPerUnitHour::fixed(1, 0))) }, in Hosting, when HoursBilled,
        bounds 0 to 1_000_000,
        label "Hourly price, no commitment", unit "$ per unit-hour",
        hint "? when it is not known.";
    /// The hourly price with a commitment of one month.
    hourly_1mo("p1"): Known<Range<UsdPerUnitHour>> = const { Known::Known(Range::point(UsdPerUnitHour::fixed(9, 1))) }, in Hosting, when HoursBilled,
        bounds 0 to 1_000_000,
        label "Hourly price, 1 month", unit "$ per unit-hour",
        hint "";
    /// The hourly price with a commitment of six months.
    hourly_6mo("p6"): Known<Range<UsdPerUnitHour>> = const { Known::Known(Range::point(UsdPerUnitHour::fixed(5, 1))) }, in Hosting, when HoursBilled,
        bounds 0 to 1_000_000,
        label "Hourly price, 6 months", unit "$ per unit-hour",
        hint "";
    /// How many model units serve the student.
    units("mu"): ModelUnits = const { ModelUnits::fixed(1, 0) }, in Hosting, when HoursBilled,
        bounds 1 to 100_000,
        label "Model units", unit "units",
        hint "Whole units, billed around the clock.";
    /// The hours of a month.
    hours_per_month("hr"): Hours = const { Hours::fixed(730, 0) }, in Hosting, when Always,
        bounds 1 to 744,
        label "Hours per month", unit "hours",
        hint "730 is a twelfth of a year; AWS's own examples use 744.";
    /// What keeping the custom model costs.
    storage("st"): Known<Range<Usd>> = const { Known::Known(Range::point(Usd::ZERO)) }, in Hosting, when Always,
        bounds 0 to 1_000_000,
        label "Model storage", unit "$ per month",
        hint "AWS lists $1.95 a month for each custom model.";
    /// How many months are compared.
    horizon("n"): Months = const { Months::fixed(12, 0) }, in Lifecycle, when Always,
        bounds 1 to 60,
        label "Horizon", unit "months",
        hint "The totals and the payback cover so many months.";
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

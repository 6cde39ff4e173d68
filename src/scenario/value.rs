//! The kinds of value that a field may have, each with one door in and one out.

use super::{
    Alternative, Answers, Baseline, Choice, Currency, Field, Hosting, Kind, Metric, Pools,
    Question, Term, YesNo,
};
use crate::quantity::{
    Bounded, Count, Quantity, Range, Rate, Refusal, Spelling, Tokens, UsdPerMillion, digits, quote,
    read_ends, short_digits,
};
use rust_decimal::Decimal;
use std::fmt;

/// A value of a field: what its texts mean. Behind a pointer, so that what is done with a field is
/// compiled once and not once for each.
pub(super) trait Value {
    /// Reads a text within the field's bounds, and stays as it is when the text is no value.
    fn read(&mut self, text: &str, field: &Field) -> Result<(), Refusal>;
    /// The text that reads as this value, as a person would type it.
    fn print(&self, field: &Field) -> String;
    /// The number that it is, for one side of a rate; other numbers have the same on both.
    fn number(&self, _: Side) -> Number {
        Number::None
    }
}

/// What the registry knows of a kind of value without having one.
pub(super) trait Form {
    /// The form of its texts.
    const KIND: Kind;
    /// How its numbers are written.
    const NUMBERS: Spelling = Count::SPELLING;
}

/// The side of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What goes into the model.
    Input,
    /// What comes out of it.
    Output,
}

/// What a field holds, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// Nothing, or nothing that is a number.
    None,
    /// A number that nobody publishes.
    Unknown,
    /// The lowest and the highest value, often the same.
    Ends(Decimal, Decimal),
}

/// A value that may be unknown: a price that nobody publishes. Unknown is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known<T> {
    /// It is known.
    Known(T),
    /// It is not: `?`.
    Unknown,
}

/// A short free text of visible characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Label(String);

impl Label {
    /// No text.
    pub const NONE: Self = Self(String::new());

    /// No label is longer.
    pub const MOST: usize = 80;

    /// The text; empty when there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Label {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let characters = text.chars().count();
        if characters > Self::MOST {
            return Err(Refusal::TooLong {
                characters,
                most: Self::MOST,
            });
        }
        if text.chars().any(crate::quantity::invisible) {
            return Err(Refusal::Invisible);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a number in the form that its field has.
#[inline(never)]
fn read_number(text: &str, field: &Field) -> Result<Number, Refusal> {
    let spelling = field.spelling;
    let Kind::Number {
        range,
        unknown,
        optional,
    } = field.kind
    else {
        return Ok(Number::None);
    };
    match text.trim() {
        "?" if unknown => return Ok(Number::Unknown),
        "?" => {
            let example = spelling.example;
            return Err(Refusal::NoUnknown { example });
        }
        "" if optional => return Ok(Number::None),
        _ => {}
    }
    let (low, high) = read_ends(text, spelling, field.min, field.max, field.unit)?;
    if low != high && !range {
        return Err(Refusal::NoRange { input: quote(text) });
    }
    Ok(Number::Ends(low, high))
}

/// The text of a number.
#[inline(never)]
fn print_number(number: Number, field: &Field) -> String {
    let one = |value: Decimal| {
        if field.spelling.unit == Tokens::SPELLING.unit {
            short_digits(value)
        } else {
            digits(value)
        }
    };
    match number {
        Number::None => String::new(),
        Number::Unknown => "?".to_owned(),
        Number::Ends(low, high) if low == high => one(low),
        Number::Ends(low, high) => format!("{}..{}", one(low), one(high)),
    }
}

/// The forms of a number: one value, a range, one that may be unknown or left empty. Each reads and
/// prints a [`Number`], out of line, and only keeps it in a type of its own.
trait Numeric: Copy {
    type Of: Quantity;
    const RANGE: bool = false;
    const UNKNOWN: bool = false;
    const OPTIONAL: bool = false;
    /// Keeps a number that was read within the bounds of its field, which lie within those of its
    /// quantity.
    fn keep(number: Number) -> Self;
    fn held(self) -> Number;
}

impl<N: Numeric> Form for N {
    const KIND: Kind = Kind::Number {
        range: N::RANGE,
        unknown: N::UNKNOWN,
        optional: N::OPTIONAL,
    };
    const NUMBERS: Spelling = N::Of::SPELLING;
}

impl<N: Numeric> Value for N {
    fn read(&mut self, text: &str, field: &Field) -> Result<(), Refusal> {
        *self = N::keep(read_number(text, field)?);
        Ok(())
    }

    fn print(&self, field: &Field) -> String {
        print_number(self.held(), field)
    }

    fn number(&self, _: Side) -> Number {
        self.held()
    }
}

impl<Q: Quantity> Numeric for Q {
    type Of = Q;

    fn keep(number: Number) -> Q {
        Range::keep(number).low()
    }

    fn held(self) -> Number {
        Number::Ends(self.decimal(), self.decimal())
    }
}

impl<Q: Quantity> Numeric for Range<Q> {
    type Of = Q;
    const RANGE: bool = true;

    fn keep(number: Number) -> Self {
        let (low, high) = match number {
            Number::Ends(low, high) => (low, high),
            Number::None | Number::Unknown => (Decimal::ZERO, Decimal::ZERO),
        };
        let bounded = |value| Q::from_bounded(Bounded::found(value));
        Self::fixed(bounded(low), bounded(high))
    }

    fn held(self) -> Number {
        Number::Ends(self.low().decimal(), self.high().decimal())
    }
}

impl<N: Numeric> Numeric for Known<N> {
    type Of = N::Of;
    const RANGE: bool = N::RANGE;
    const UNKNOWN: bool = true;

    fn keep(number: Number) -> Self {
        match number {
            Number::Ends(..) => Self::Known(N::keep(number)),
            Number::None | Number::Unknown => Self::Unknown,
        }
    }

    fn held(self) -> Number {
        match self {
            Self::Known(value) => value.held(),
            Self::Unknown => Number::Unknown,
        }
    }
}

impl<Q: Quantity> Numeric for Option<Q> {
    type Of = Q;
    const OPTIONAL: bool = true;

    fn keep(number: Number) -> Self {
        matches!(number, Number::Ends(..)).then(|| Q::keep(number))
    }

    fn held(self) -> Number {
        self.map_or(Number::None, Numeric::held)
    }
}

/// Texts with a form of their own.
macro_rules! text_value {
    ($($name:ident: $kind:expr),*) => { $(
        impl Form for $name {
            const KIND: Kind = $kind;
        }

        impl Value for $name {
            fn read(&mut self, text: &str, _: &Field) -> Result<(), Refusal> {
                *self = text.parse()?;
                Ok(())
            }

            fn print(&self, _: &Field) -> String {
                self.to_string()
            }
        }
    )* };
}
text_value!(
    Label: Kind::Label,
    Pools: Kind::Pools,
    Answers: Kind::Letters(Question::OPTIONS)
);

impl Form for Option<Currency> {
    const KIND: Kind = Kind::Currency;
}

impl Value for Option<Currency> {
    fn read(&mut self, text: &str, _: &Field) -> Result<(), Refusal> {
        *self = if text.trim().is_empty() {
            None
        } else {
            Some(text.parse()?)
        };
        Ok(())
    }

    fn print(&self, _: &Field) -> String {
        self.map_or_else(String::new, |currency| currency.to_string())
    }
}

impl Form for Rate {
    const KIND: Kind = Kind::Rate;
    const NUMBERS: Spelling = UsdPerMillion::SPELLING;
}

impl Value for Rate {
    fn read(&mut self, text: &str, _: &Field) -> Result<(), Refusal> {
        if text.trim() == "?" {
            return Err(Refusal::NoUnknown {
                example: "2.5/12.5",
            });
        }
        *self = text.parse()?;
        Ok(())
    }

    fn print(&self, _: &Field) -> String {
        self.to_string()
    }

    fn number(&self, side: Side) -> Number {
        let rate = match (*self, side) {
            (Self::Blended(rate), _) => rate,
            (Self::Split { input, .. }, Side::Input) => input,
            (Self::Split { output, .. }, Side::Output) => output,
        };
        rate.held()
    }
}

/// Reads one of a few choices: which one it is.
#[inline(never)]
fn read_choice(text: &str, options: &[Alternative]) -> Result<usize, Refusal> {
    let written = text.trim();
    let named = |option: &Alternative| option.code.eq_ignore_ascii_case(written);
    options.iter().position(named).ok_or_else(|| {
        let mut choices = String::new();
        for option in options {
            if !choices.is_empty() {
                choices.push_str(", ");
            }
            choices.push_str(option.code);
        }
        Refusal::NotAChoice {
            input: quote(text),
            choices,
        }
    })
}

macro_rules! choice_value {
    ($($name:ident),*) => { $(
        impl Form for $name {
            const KIND: Kind = Kind::Choice(Self::OPTIONS);
        }

        impl Value for $name {
            fn read(&mut self, text: &str, _: &Field) -> Result<(), Refusal> {
                let place = read_choice(text, Self::OPTIONS)?;
                if let Some(choice) = Self::ALL.get(place) {
                    *self = *choice;
                }
                Ok(())
            }

            fn print(&self, _: &Field) -> String {
                self.option().code.to_owned()
            }
        }
    )* };
}
choice_value!(Hosting, Term, Baseline, YesNo, Metric);

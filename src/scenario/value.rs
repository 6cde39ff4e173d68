//! The kinds of value that a field may have, each with one door in and one out.

use super::{
    Alternative, Answers, Baseline, Choice, Currency, Field, Hosting, Kind, Label, Metric, Pools,
    Question, Term, YesNo,
};
use crate::quantity::{
    Bounded, Count, Quantity, Range, Rate, Refusal, Spelling, Tokens, UsdPerMillion, digits, quote,
    read_ends, short_digits,
};
use rust_decimal::Decimal;

/// A value of a field, behind a pointer: what is done with a field is compiled once, not once for
/// each. Numbers and choices have no texts of their own: [`read`] and [`print`] know how all of
/// them are written.
pub(super) trait Value {
    /// The number that it is, for one side of a rate; other numbers have the same on both.
    fn number(&self, _: Side) -> Number {
        Number::None
    }
    /// Becomes a number that was read within the bounds of its field.
    fn keep(&mut self, _: Number) {}
    /// Which of a field's choices it is.
    fn choice(&self) -> usize {
        0
    }
    /// Becomes one of them.
    fn choose(&mut self, _: usize) {}
    /// Becomes what a text of its own form says, or stays as it is.
    fn parse(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
    /// The text of its own form, as a person would type it.
    fn text(&self) -> String {
        String::new()
    }
}

/// Reads a text within a field's bounds; the value stays as it is when the text is none.
pub(super) fn read(value: &mut dyn Value, text: &str, field: &Field) -> Result<(), Refusal> {
    match field.kind {
        Kind::Number {
            range,
            unknown,
            optional,
        } => value.keep(read_number(text, field, range, unknown, optional)?),
        Kind::Choice(options) => value.choose(read_choice(text, options)?),
        _ => value.parse(text)?,
    }
    Ok(())
}

/// The text that reads as a value, as a person would type it.
pub(super) fn print(value: &dyn Value, field: &Field) -> String {
    match field.kind {
        Kind::Number { .. } => print_number(value.number(Side::Input), field),
        Kind::Choice(options) => {
            let option = options.get(value.choice());
            option.map_or_else(String::new, |option| option.code.to_owned())
        }
        _ => value.text(),
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

/// Reads a number in the form that its field has.
fn read_number(
    text: &str,
    field: &Field,
    range: bool,
    unknown: bool,
    optional: bool,
) -> Result<Number, Refusal> {
    let spelling = field.spelling;
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

/// The forms of a number: one value, a range, one that may be unknown or left empty.
trait Numeric: Copy {
    type Of: Quantity;
    const RANGE: bool = false;
    const UNKNOWN: bool = false;
    const OPTIONAL: bool = false;
    /// The value of a number within the bounds of its field, which lie within those of its quantity.
    fn of(number: Number) -> Self;
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
    fn number(&self, _: Side) -> Number {
        self.held()
    }

    fn keep(&mut self, number: Number) {
        *self = N::of(number);
    }
}

impl<Q: Quantity> Numeric for Q {
    type Of = Q;

    fn of(number: Number) -> Q {
        Range::of(number).low()
    }

    fn held(self) -> Number {
        Number::Ends(self.decimal(), self.decimal())
    }
}

impl<Q: Quantity> Numeric for Range<Q> {
    type Of = Q;
    const RANGE: bool = true;

    fn of(number: Number) -> Self {
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

    fn of(number: Number) -> Self {
        match number {
            Number::Ends(..) => Self::Known(N::of(number)),
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

    fn of(number: Number) -> Self {
        matches!(number, Number::Ends(..)).then(|| Q::of(number))
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
            fn parse(&mut self, text: &str) -> Result<(), Refusal> {
                *self = text.parse()?;
                Ok(())
            }

            fn text(&self) -> String {
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
    fn parse(&mut self, text: &str) -> Result<(), Refusal> {
        *self = if text.trim().is_empty() {
            None
        } else {
            Some(text.parse()?)
        };
        Ok(())
    }

    fn text(&self) -> String {
        self.map_or_else(String::new, |currency| currency.to_string())
    }
}

impl Form for Rate {
    const KIND: Kind = Kind::Rate;
    const NUMBERS: Spelling = UsdPerMillion::SPELLING;
}

impl Value for Rate {
    fn parse(&mut self, text: &str) -> Result<(), Refusal> {
        if text.trim() == "?" {
            return Err(Refusal::NoUnknown {
                example: "2.5/12.5",
            });
        }
        *self = text.parse()?;
        Ok(())
    }

    fn text(&self) -> String {
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
            fn choice(&self) -> usize {
                self.place()
            }

            fn choose(&mut self, place: usize) {
                if let Some(choice) = Self::ALL.get(place) {
                    *self = *choice;
                }
            }
        }
    )* };
}
choice_value!(Hosting, Term, Baseline, YesNo, Metric);

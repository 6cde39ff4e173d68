//! The kinds of value that a field may have, each with one door in and one out.

use super::{
    Answers, Baseline, Choice, Currency, Field, FieldId, Hosting, Kind, Metric, Pools, Question,
    Term, YesNo,
};
use crate::quantity::{Quantity, Range, Rate, Refusal, quote};
use rust_decimal::Decimal;
use std::fmt;

/// A value of a field: what its texts may be and what they mean.
pub(super) trait Value: Sized {
    /// The form of its texts.
    const KIND: Kind;
    /// Reads a text within the field's bounds.
    fn read(text: &str, field: &Field) -> Result<Self, Refusal>;
    /// The text that reads as this value, as a person would type it.
    fn print(&self) -> String;
    /// The number that it is, for one side of a rate; other numbers have the same on both.
    fn number(&self, _: Side) -> Number {
        Number::None
    }
}

/// Reads a text into the place of a value, and leaves that as it is when the text is none. Out of
/// line: once for each kind of value, not for each field.
#[inline(never)]
pub(super) fn set<V: Value>(place: &mut V, text: &str, field: FieldId) -> Result<(), Refusal> {
    *place = V::read(text, field.field())?;
    Ok(())
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

impl Number {
    fn of<Q: Quantity>(value: Q) -> Self {
        Self::Ends(value.decimal(), value.decimal())
    }

    fn ends<Q: Quantity>(range: Range<Q>) -> Self {
        Self::Ends(range.low().decimal(), range.high().decimal())
    }
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

impl<Q: Quantity> Value for Range<Q> {
    const KIND: Kind = Kind::Number {
        range: true,
        unknown: false,
        optional: false,
    };

    fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
        if text.trim() == "?" {
            let example = Q::SPELLING.example;
            return Err(Refusal::NoUnknown { example });
        }
        Self::read_within(text, field.min, field.max, field.unit)
    }

    fn print(&self) -> String {
        self.to_string()
    }

    fn number(&self, _: Side) -> Number {
        Number::ends(*self)
    }
}

impl<Q: Quantity> Value for Known<Range<Q>> {
    const KIND: Kind = Kind::Number {
        range: true,
        unknown: true,
        optional: false,
    };

    fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
        if text.trim() == "?" {
            return Ok(Self::Unknown);
        }
        Range::read(text, field).map(Self::Known)
    }

    fn print(&self) -> String {
        match self {
            Self::Known(value) => value.print(),
            Self::Unknown => "?".to_owned(),
        }
    }

    fn number(&self, _: Side) -> Number {
        match self {
            Self::Known(range) => Number::ends(*range),
            Self::Unknown => Number::Unknown,
        }
    }
}

/// One value, not a range.
fn read_single<Q: Quantity>(text: &str, field: &Field) -> Result<Q, Refusal> {
    let range: Range<Q> = Range::read(text, field)?;
    if range.is_point() {
        Ok(range.low())
    } else {
        Err(Refusal::NoRange { input: quote(text) })
    }
}

/// Numbers that are one value, may be left empty, or may be unknown; a macro, since the compiler
/// cannot rule out that a [`Range`] is a [`Quantity`].
macro_rules! single_value {
    ($($name:ident),*) => { $(
        impl Value for crate::quantity::$name {
            const KIND: Kind = Kind::Number { range: false, unknown: false, optional: false };

            fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
                read_single(text, field)
            }

            fn print(&self) -> String {
                self.to_string()
            }

            fn number(&self, _: Side) -> Number {
                Number::of(*self)
            }
        }
    )* };
}
single_value!(
    Percent,
    Hours,
    ModelUnits,
    Months,
    Tokens,
    Ratio,
    Count,
    Usd,
    UsdPerMillion
);

impl<Q: Quantity> Value for Option<Q> {
    const KIND: Kind = Kind::Number {
        range: false,
        unknown: false,
        optional: true,
    };

    fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        read_single(text, field).map(Some)
    }

    fn print(&self) -> String {
        self.map_or_else(String::new, |value| value.to_string())
    }

    fn number(&self, _: Side) -> Number {
        self.map_or(Number::None, Number::of)
    }
}

macro_rules! single_known {
    ($($name:ident),*) => { $(
        impl Value for Known<crate::quantity::$name> {
            const KIND: Kind = Kind::Number { range: false, unknown: true, optional: false };

            fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
                if text.trim() == "?" {
                    return Ok(Self::Unknown);
                }
                read_single(text, field).map(Self::Known)
            }

            fn print(&self) -> String {
                match self {
                    Self::Known(value) => value.to_string(),
                    Self::Unknown => "?".to_owned(),
                }
            }

            fn number(&self, _: Side) -> Number {
                match self {
                    Self::Known(value) => Number::of(*value),
                    Self::Unknown => Number::Unknown,
                }
            }
        }
    )* };
}
single_known!(Percent, UsdPerMillion);

/// Texts with a form of their own.
macro_rules! text_value {
    ($($name:ident: $kind:expr),*) => { $(
        impl Value for $name {
            const KIND: Kind = $kind;

            fn read(text: &str, _: &Field) -> Result<Self, Refusal> {
                text.parse()
            }

            fn print(&self) -> String {
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

impl Value for Option<Currency> {
    const KIND: Kind = Kind::Currency;

    fn read(text: &str, _: &Field) -> Result<Self, Refusal> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        text.parse().map(Some)
    }

    fn print(&self) -> String {
        self.map_or_else(String::new, |currency| currency.to_string())
    }
}

impl Value for Rate {
    const KIND: Kind = Kind::Rate;

    fn read(text: &str, _: &Field) -> Result<Self, Refusal> {
        if text.trim() == "?" {
            return Err(Refusal::NoUnknown {
                example: "2.5/12.5",
            });
        }
        text.parse()
    }

    fn print(&self) -> String {
        self.to_string()
    }

    fn number(&self, side: Side) -> Number {
        Number::ends(match (*self, side) {
            (Self::Blended(rate), _) => rate,
            (Self::Split { input, .. }, Side::Input) => input,
            (Self::Split { output, .. }, Side::Output) => output,
        })
    }
}

macro_rules! choice_value {
    ($($name:ident),*) => { $(
        impl Value for $name {
            const KIND: Kind = Kind::Choice(Self::OPTIONS);

            fn read(text: &str, _: &Field) -> Result<Self, Refusal> {
                let written = text.trim();
                let named = |value: &&Self| value.option().code.eq_ignore_ascii_case(written);
                Self::ALL.iter().find(named).copied().ok_or_else(|| Refusal::NotAChoice {
                    input: quote(text),
                    choices: Self::OPTIONS.iter().map(|o| o.code.to_owned()).collect::<Vec<_>>().join(", "),
                })
            }

            fn print(&self) -> String {
                self.option().code.to_owned()
            }
        }
    )* };
}
choice_value!(Hosting, Term, Baseline, YesNo, Metric);

//! The kinds of value that a field may have, each with one door in and one out.

use super::{Choice, Field, Hosting, Kind, Term};
use crate::quantity::{Quantity, Range, Rate, Refusal, quote};
use std::fmt;

/// A value of a field: what its texts may be and what they mean.
pub(super) trait Value: Sized {
    /// The form of its texts.
    const KIND: Kind;
    /// Reads a text within the field's bounds.
    fn read(text: &str, field: &Field) -> Result<Self, Refusal>;
    /// The text that reads as this value, as a person would type it.
    fn print(&self) -> String;
    /// Whether it is more than one value.
    fn is_range(&self) -> bool {
        false
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

    fn is_range(&self) -> bool {
        !self.is_point()
    }
}

impl<Q: Quantity> Value for Known<Range<Q>> {
    const KIND: Kind = Kind::Number {
        range: true,
        unknown: true,
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

    fn is_range(&self) -> bool {
        matches!(self, Self::Known(range) if !range.is_point())
    }
}

/// A number that is one value; a macro, since the compiler cannot rule out that a [`Range`] is a
/// [`Quantity`].
macro_rules! single_value {
    ($($name:ident),*) => { $(
        impl Value for crate::quantity::$name {
            const KIND: Kind = Kind::Number { range: false, unknown: false };

            fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
                let range: Range<Self> = Range::read(text, field)?;
                if range.is_point() {
                    Ok(range.low())
                } else {
                    Err(Refusal::NoRange { input: quote(text) })
                }
            }

            fn print(&self) -> String {
                self.to_string()
            }
        }
    )* };
}
single_value!(Percent, Hours, ModelUnits, Months);

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

    fn is_range(&self) -> bool {
        Rate::is_range(*self)
    }
}

impl Value for Label {
    const KIND: Kind = Kind::Label;

    fn read(text: &str, _: &Field) -> Result<Self, Refusal> {
        text.parse()
    }

    fn print(&self) -> String {
        self.to_string()
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
choice_value!(Hosting, Term);

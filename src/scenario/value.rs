//! The kinds of value that a field may have, each with one door in and one out.

use super::{
    Alternative, Answers, Baseline, Choice, Currency, Field, FieldId, Hosting, Kind, Metric, Pools,
    Question, Term, YesNo,
};
use crate::quantity::{
    Bounded, Count, Hours, ModelUnits, Months, Percent, Quantity, Range, Rate, Ratio, Refusal,
    Spelling, Tokens, Usd, UsdPerMillion, quote, read_ends, short_digits,
};
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

/// Reads a number in the form that its field has.
#[inline(never)]
fn read_number(text: &str, field: &Field, spelling: &Spelling) -> Result<Number, Refusal> {
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
fn print_number(number: Number, of_tokens: bool) -> String {
    let one = |value: Decimal| {
        if of_tokens {
            short_digits(value)
        } else {
            value.to_string()
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
macro_rules! number_value {
    ([$($q:ident)?] $name:ty, $quantity:ty, $range:literal $unknown:literal $optional:literal, $from:expr, $number:expr) => {
        impl$(<$q: Quantity>)? Value for $name {
            const KIND: Kind = Kind::Number {
                range: $range,
                unknown: $unknown,
                optional: $optional,
            };

            fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
                read_number(text, field, &<$quantity>::SPELLING).map($from)
            }

            fn print(&self) -> String {
                print_number(self.number(Side::Input), <$quantity>::SPELLING.unit == "tokens")
            }

            fn number(&self, _: Side) -> Number {
                $number(*self)
            }
        }
    };
}

number_value!([Q] Range<Q>, Q, true false false, Number::range, Number::ends);
number_value!([Q] Known<Range<Q>>, Q, true true false, Number::known_range, |value| match value {
    Known::Known(range) => Number::ends(range),
    Known::Unknown => Number::Unknown,
});
number_value!([Q] Option<Q>, Q, false false true, Number::optional, |value: Option<Q>| {
    value.map_or(Number::None, Number::of)
});

macro_rules! single_value {
    ($($name:ident),*) => { $(
        number_value!([] $name, $name, false false false, Number::single, Number::of);
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

macro_rules! single_known {
    ($($name:ident),*) => { $(
        number_value!([] Known<$name>, $name, false true false, Number::known, |value| match value {
            Known::Known(value) => Number::of(value),
            Known::Unknown => Number::Unknown,
        });
    )* };
}
single_known!(Percent, UsdPerMillion);

impl Number {
    /// The value of a number that was read within the bounds of its field, which lie within those of
    /// its quantity.
    fn single<Q: Quantity>(self) -> Q {
        self.range().low()
    }

    fn range<Q: Quantity>(self) -> Range<Q> {
        let (low, high) = match self {
            Self::Ends(low, high) => (low, high),
            Self::None | Self::Unknown => (Decimal::ZERO, Decimal::ZERO),
        };
        let bounded = |value| Q::from_bounded(Bounded::found(value));
        Range::spanning(bounded(low), bounded(high))
    }

    fn known<Q: Quantity>(self) -> Known<Q> {
        match self {
            Self::Ends(..) => Known::Known(self.single()),
            Self::None | Self::Unknown => Known::Unknown,
        }
    }

    fn known_range<Q: Quantity>(self) -> Known<Range<Q>> {
        match self {
            Self::Ends(..) => Known::Known(self.range()),
            Self::None | Self::Unknown => Known::Unknown,
        }
    }

    fn optional<Q: Quantity>(self) -> Option<Q> {
        matches!(self, Self::Ends(..)).then(|| self.single())
    }
}

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

/// Which of a field's choices is written.
#[inline(never)]
fn chosen(text: &str, field: &Field) -> Option<usize> {
    let written = text.trim();
    let named = |option: &Alternative| option.code.eq_ignore_ascii_case(written);
    options(field).iter().position(named)
}

#[inline(never)]
fn not_a_choice(text: &str, field: &Field) -> Refusal {
    let codes: Vec<_> = options(field).iter().map(|option| option.code).collect();
    Refusal::NotAChoice {
        input: quote(text),
        choices: codes.join(", "),
    }
}

fn options(field: &Field) -> &'static [Alternative] {
    match field.kind {
        Kind::Choice(options) => options,
        _ => &[],
    }
}

macro_rules! choice_value {
    ($($name:ident),*) => { $(
        impl Value for $name {
            const KIND: Kind = Kind::Choice(Self::OPTIONS);

            fn read(text: &str, field: &Field) -> Result<Self, Refusal> {
                let value = chosen(text, field).and_then(|at| Self::ALL.get(at).copied());
                value.ok_or_else(|| not_a_choice(text, field))
            }

            fn print(&self) -> String {
                self.option().code.to_owned()
            }
        }
    )* };
}
choice_value!(Hosting, Term, Baseline, YesNo, Metric);

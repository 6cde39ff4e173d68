//! The quantities: a unit and bounds around an exact decimal.

use super::{Exact, Mark, Refusal, digits, group_digits, quote, read_number};
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// An amount or a volume beyond what the calculator carries: $10¹⁵, or 10¹⁸ tokens a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

impl fmt::Display for Overflow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount above $1,000,000,000,000,000 or a volume above 10¹⁸ tokens a month")
    }
}

impl std::error::Error for Overflow {}

/// How the numbers of a quantity are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The unit, as it stands behind a label.
    pub unit: &'static str,
    /// The sign that they may carry.
    pub mark: Mark,
    /// Whether an input comes whole.
    pub whole: bool,
    /// A text that is read, for error messages.
    pub example: &'static str,
}

/// What every quantity has.
pub trait Quantity:
    Copy + Ord + fmt::Debug + fmt::Display + FromStr<Err = Refusal> + TryFrom<Decimal, Error = Overflow>
{
    /// How its numbers are written.
    const SPELLING: Spelling;
    /// The lowest value it holds.
    const MIN: i64;
    /// The highest value it holds.
    const MAX: i64;
    /// The exact value.
    fn decimal(self) -> Decimal;
    /// A value that [`read_bounded`] has found within bounds.
    #[doc(hidden)]
    fn from_bounded(value: Bounded) -> Self;

    /// The sum.
    ///
    /// # Errors
    ///
    /// [`Overflow`] beyond the quantity's bounds.
    fn plus(self, other: Self) -> Result<Self, Overflow> {
        within(self.decimal().plus(other.decimal()))
    }

    /// The difference.
    ///
    /// # Errors
    ///
    /// [`Overflow`] beyond the quantity's bounds.
    fn minus(self, other: Self) -> Result<Self, Overflow> {
        within(self.decimal().minus(other.decimal()))
    }

    /// The product with a plain number.
    ///
    /// # Errors
    ///
    /// [`Overflow`] beyond the quantity's bounds.
    fn times(self, factor: Decimal) -> Result<Self, Overflow> {
        within(self.decimal().times(factor))
    }
}

/// The outcome of an operation as a quantity, within its bounds.
pub(crate) fn within<Q: Quantity>(value: Result<Decimal, Overflow>) -> Result<Q, Overflow> {
    value.and_then(Q::try_from)
}

/// A value within the bounds of its quantity.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounded(Decimal);

impl Bounded {
    /// The value.
    pub(super) const fn decimal(self) -> Decimal {
        self.0
    }

    /// A value that has been found within bounds.
    pub(crate) fn found(value: Decimal) -> Self {
        Self(value.normalize())
    }
}

/// Reads a number within bounds, which lie within those of the quantity; `unit` is what an error calls it.
pub(crate) fn read_bounded(
    text: &str,
    spelling: &Spelling,
    min: i64,
    max: i64,
    unit: &'static str,
) -> Result<Bounded, Refusal> {
    let value = read_number(text, spelling)?;
    if spelling.whole && value.scale() > 0 {
        return Err(Refusal::NotWhole {
            input: quote(text),
            unit: spelling.unit,
        });
    }
    bounded(value, min, max).map_err(|Overflow| Refusal::OutOfBounds {
        value: quote(text),
        min: group_digits(min.into()),
        max: group_digits(max.into()),
        unit,
    })
}

/// A value within bounds, without trailing zeros.
#[inline(never)]
fn bounded(value: Decimal, min: i64, max: i64) -> Result<Bounded, Overflow> {
    if (Decimal::from(min)..=Decimal::from(max)).contains(&value) {
        Ok(Bounded(value.normalize()))
    } else {
        Err(Overflow)
    }
}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident {
        unit: $unit:literal, mark: $mark:ident, whole: $whole:literal,
        from: $min:literal, to: $max:literal, example: $example:literal
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Decimal);

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// `digits / 10^scale`, written into the code: out of bounds, it does not compile when
            /// called in a `const`.
            #[must_use]
            pub const fn fixed(digits: u32, scale: u32) -> Self {
                assert!(digits as i64 <= $max);
                Self(Decimal::from_parts(digits, 0, 0, false, scale))
            }
        }

        impl Quantity for $name {
            const SPELLING: Spelling =
                Spelling { unit: $unit, mark: Mark::$mark, whole: $whole, example: $example };

            const MIN: i64 = $min;
            const MAX: i64 = $max;

            fn decimal(self) -> Decimal {
                self.0
            }

            fn from_bounded(Bounded(value): Bounded) -> Self {
                Self(value)
            }
        }

        impl TryFrom<Decimal> for $name {
            type Error = Overflow;

            fn try_from(value: Decimal) -> Result<Self, Overflow> {
                bounded(value, Self::MIN, Self::MAX).map(Self::from_bounded)
            }
        }

        impl FromStr for $name {
            type Err = Refusal;

            fn from_str(text: &str) -> Result<Self, Refusal> {
                read_bounded(text, &Self::SPELLING, Self::MIN, Self::MAX, $unit).map(Self::from_bounded)
            }
        }
    };
}

quantity! {
    /// US dollars.
    Usd { unit: "US dollars", mark: Dollar, whole: false,
        from: -1_000_000_000_000_000, to: 1_000_000_000_000_000, example: "200" }
}
quantity! {
    /// US dollars per million tokens, the unit in which Amazon Bedrock prices tokens.
    UsdPerMillion { unit: "US dollars per million tokens", mark: Dollar, whole: false,
        from: 0, to: 1_000_000, example: "2.5" }
}
quantity! {
    /// US dollars per model unit and hour, the unit of provisioned throughput.
    UsdPerUnitHour { unit: "US dollars per model unit and hour", mark: Dollar, whole: false,
        from: 0, to: 1_000_000, example: "39.60" }
}
quantity! {
    /// Tokens, or tokens a month where it is a volume.
    Tokens { unit: "tokens", mark: None, whole: true,
        from: 0, to: 1_000_000_000_000_000_000, example: "500M" }
}
quantity! {
    /// Hundredths: a share, or a relative change.
    Percent { unit: "percent", mark: Percent, whole: false,
        from: -1_000_000_000_000_000, to: 1_000_000_000_000_000, example: "75" }
}
quantity! {
    /// Months, as a span of time.
    Months { unit: "months", mark: None, whole: true, from: 0, to: 1_000, example: "12" }
}
quantity! {
    /// Hours, as a span of time.
    Hours { unit: "hours", mark: None, whole: false, from: 0, to: 1_000_000, example: "730" }
}
quantity! {
    /// Model units, the unit in which provisioned throughput is bought.
    ModelUnits { unit: "model units", mark: None, whole: true,
        from: 0, to: 1_000_000_000_000_000_000, example: "1" }
}
quantity! {
    /// A count of things.
    Count { unit: "", mark: None, whole: true, from: 0, to: 1_000_000_000, example: "1000" }
}
quantity! {
    /// Tokens a minute, the unit in which a model unit's throughput is rated.
    TokensPerMinute { unit: "tokens per minute", mark: None, whole: false,
        from: 0, to: 1_000_000_000_000_000_000, example: "120000" }
}
quantity! {
    /// How many times.
    Ratio { unit: "times", mark: None, whole: false, from: 0, to: 1_000_000, example: "2" }
}

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

impl UsdPerMillion {
    /// What so many tokens cost at this rate.
    ///
    /// # Errors
    ///
    /// [`Overflow`] above $10¹⁵.
    pub fn cost_of(self, tokens: Tokens) -> Result<Usd, Overflow> {
        within(self.0.times(tokens.0)?.over(MILLION))
    }

    /// The blended rate of traffic of which `input_share` is input at this rate and the rest
    /// output at `output`.
    ///
    /// # Errors
    ///
    /// [`Overflow`] when the share is not from 0 to 100.
    pub fn blend(self, output: Self, input_share: Percent) -> Result<Self, Overflow> {
        let input = self.0.times(input_share.0)?;
        let output = output.0.times(HUNDRED.minus(input_share.0)?)?;
        within(input.plus(output)?.over(HUNDRED))
    }
}

impl UsdPerUnitHour {
    /// What so many model units cost for so many hours.
    ///
    /// # Errors
    ///
    /// [`Overflow`] above $10¹⁵.
    pub fn cost_of(self, units: ModelUnits, hours: Hours) -> Result<Usd, Overflow> {
        within(self.0.times(units.0)?.times(hours.0))
    }
}

impl fmt::Display for Tokens {
    /// As a person would type it: `500M`, `2.5B`, `81111112`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&short_digits(self.0))
    }
}

/// A number of tokens as a person would type it.
pub(crate) fn short_digits(tokens: Decimal) -> String {
    for (one, suffix) in [
        (1_000_000_000_000_u64, 'T'),
        (1_000_000_000, 'B'),
        (1_000_000, 'M'),
    ] {
        if let Ok(short) = tokens.over(one.into()).map(|short| short.normalize())
            && short >= Decimal::ONE
            && short.scale() <= 3
        {
            return format!("{}{suffix}", digits(short));
        }
    }
    digits(tokens)
}

macro_rules! plain_display {
    ($($name:ident),*) => { $(
        impl fmt::Display for $name {
            /// The plain number, as a person would type it.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&digits(self.0))
            }
        }
    )* };
}
plain_display!(
    Usd,
    UsdPerMillion,
    UsdPerUnitHour,
    Percent,
    Months,
    Hours,
    ModelUnits,
    Count,
    TokensPerMinute,
    Ratio
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_prints_as_it_is_typed() {
        for (text, printed) in [
            ("500,000,000", "500M"),
            ("2.5B", "2.5B"),
            ("81111112", "81111112"),
            ("2000", "2000"),
            ("1e18", "1000000T"),
        ] {
            assert_eq!(text.parse::<Tokens>().unwrap().to_string(), printed);
        }
        assert_eq!(
            "$0.90".parse::<UsdPerUnitHour>().unwrap().to_string(),
            "0.9"
        );
    }

    #[test]
    fn bounds_and_wholeness_are_kept_at_the_door() {
        assert_eq!(
            "1.5".parse::<Tokens>().unwrap_err().to_string(),
            "“1.5” is not whole: tokens come whole, for example 2."
        );
        assert_eq!(
            "-1".parse::<UsdPerMillion>().unwrap_err().to_string(),
            "“-1” is out of bounds. Write a number from 0 to 1,000,000 (US dollars per million tokens)."
        );
        assert_eq!(Usd::try_from(Decimal::MAX), Err(Overflow));
    }

    #[test]
    fn operations_are_exact_and_checked() {
        let rate: UsdPerMillion = "0.035".parse().unwrap();
        let all: Tokens = "1e18".parse().unwrap();
        assert_eq!(rate.cost_of(all).unwrap().to_string(), "35000000000");
        let most: UsdPerMillion = "1e6".parse().unwrap();
        assert_eq!(most.cost_of(all), Err(Overflow));
        let blended = "2.5".parse::<UsdPerMillion>().unwrap();
        let blended = blended.blend("12.5".parse().unwrap(), Percent::fixed(75, 0));
        assert_eq!(blended.unwrap().to_string(), "5");
        let hourly: UsdPerUnitHour = "60.5".parse().unwrap();
        let month = hourly.cost_of(ModelUnits::fixed(1, 0), Hours::fixed(730, 0));
        assert_eq!(month.unwrap().to_string(), "44165");
    }
}

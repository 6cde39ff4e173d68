//! Single amounts as text, rounded for display half away from zero.

use super::between;
use crate::economics::{Absent, Amount, Ends, Reported};
use crate::quantity::{Exact, digits, group_digits, group_digits_to, round, round_up};
use crate::quantity::{Percent, Quantity, Range, Tokens, Usd, UsdPerMillion, UsdPerUnitHour};
use rust_decimal::Decimal;

/// The one precision of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// Whole dollars, from an amount of $1,000 on.
    Dollars,
    /// Dollars and cents.
    Cents,
}

impl Precision {
    /// The precision of a table with these two amounts.
    #[inline(never)]
    pub(crate) fn of(one: Decimal, other: Decimal) -> Self {
        let thousand = Decimal::ONE_THOUSAND;
        if one.abs().max(other.abs()) >= thousand {
            Self::Dollars
        } else {
            Self::Cents
        }
    }

    /// The precision of a text with these amounts.
    #[inline(never)]
    pub(crate) fn of_amounts(amounts: &[&Amount<Usd>]) -> Self {
        let of = |ends: &Ends| Self::of(ends.low(), ends.high()) == Self::Dollars;
        let mut known = amounts.iter().filter_map(|amount| amount.ok());
        if known.any(|figure| of(figure.ends())) {
            Self::Dollars
        } else {
            Self::Cents
        }
    }

    /// How many decimals are shown.
    pub(super) const fn decimals(self) -> u32 {
        match self {
            Self::Dollars => 0,
            Self::Cents => 2,
        }
    }

    /// The amount as it is shown at this precision.
    pub(super) fn round(self, amount: Decimal) -> Decimal {
        round(amount, self.decimals())
    }
}

/// Dollars at a precision. An amount too small to show is said to be small, not to be nothing.
///
/// ```
/// use crossover::wording::{Precision, usd};
///
/// assert_eq!(usd("1229.5".parse()?, Precision::Dollars), "$1,230");
/// assert_eq!(usd("-0.005".parse()?, Precision::Cents), "−$0.01");
/// assert_eq!(usd("0.4".parse()?, Precision::Dollars), "<$1");
/// # Ok::<(), rust_decimal::Error>(())
/// ```
#[must_use]
pub fn usd(amount: Decimal, precision: Precision) -> String {
    usd_shown(precision.round(amount), amount, precision)
}

/// An amount whose rounding was decided elsewhere, so that it adds up with others.
pub(super) fn usd_shown(rounded: Decimal, exact: Decimal, precision: Precision) -> String {
    if rounded.is_zero() && !exact.is_zero() {
        let least = match precision {
            Precision::Dollars => "<$1",
            Precision::Cents => "<$0.01",
        };
        let sign = if exact.is_sign_negative() { "−" } else { "" };
        return format!("{sign}{least}");
    }
    signed_usd(rounded, precision.decimals())
}

fn signed_usd(rounded: Decimal, decimals: u32) -> String {
    let sign = if rounded < Decimal::ZERO { "−" } else { "" };
    format!("{sign}${}", group_digits_to(rounded.abs(), decimals))
}

/// Why there is no figure.
#[must_use]
pub fn absent(absent: Absent) -> String {
    match absent {
        Absent::Unknown(field) => format!("unknown (needs {})", field.field().label),
        Absent::Undefined => "not defined".to_owned(),
    }
}

/// An amount at its ends, or why there is none.
pub(super) fn amount<T: Reported>(amount: &Amount<T>, text: impl Fn(T) -> String) -> String {
    match &amount.0 {
        Ok(figure) => between(&text(figure.low()), &text(figure.high())),
        Err(why) => absent(*why),
    }
}

pub(crate) fn ends<T: Copy + Ord>(range: Range<T>, text: impl Fn(T) -> String) -> String {
    between(&text(range.low()), &text(range.high()))
}

/// Dollars at a precision, at both ends, or why there is no figure.
#[must_use]
pub fn money(figure: &Amount<Usd>, precision: Precision) -> String {
    amount(figure, |value| usd(value.decimal(), precision))
}

/// A rate in dollars per million tokens: all its digits, cents at least.
#[must_use]
pub fn rate(rate: &Amount<UsdPerMillion>) -> String {
    amount(rate, |rate| price(rate.decimal()))
}

/// An hourly price: all its digits, cents at least.
#[must_use]
pub fn hourly(price_: &Amount<UsdPerUnitHour>) -> String {
    amount(price_, |hourly| price(hourly.decimal()))
}

/// A price: six decimals at most, and cents when it has any.
pub(super) fn price(value: Decimal) -> String {
    let rounded = round(value, 6).normalize();
    let decimals = match rounded.scale() {
        0 => 0,
        scale => scale.max(2),
    };
    if rounded.is_zero() && !value.is_zero() {
        return "<$0.000001".to_owned();
    }
    signed_usd(rounded, decimals)
}

/// A value with so many decimals at most, behind its unit: `$5.93`, `12.5`.
#[must_use]
pub fn turning(value: Decimal, decimals: u32, unit: &str) -> String {
    let rounded = round(value, decimals).normalize();
    let sign = if rounded < Decimal::ZERO { "−" } else { "" };
    let decimals = match (unit, rounded.scale()) {
        ("$", 1) => 2,
        (_, scale) => scale,
    };
    format!("{sign}{unit}{}", group_digits_to(rounded.abs(), decimals))
}

/// A percentage with so many decimals, `−` for a minus.
#[must_use]
pub fn percent(value: Percent, decimals: u32) -> String {
    let rounded = round(value.decimal(), decimals);
    if rounded.is_zero() && !value.decimal().is_zero() {
        let sign = if value < Percent::ZERO { "−" } else { "" };
        return format!("{sign}<{}%", digits(Decimal::new(1, decimals)));
    }
    format!("{}%", group_digits(rounded.normalize()))
}

/// How many times: two digits below ten, whole from ten on.
#[must_use]
pub fn ratio(value: Decimal) -> String {
    let decimals = u32::from(value < Decimal::TEN);
    group_digits(round(value, decimals).normalize())
}

/// Tokens in few digits, for a sentence: `81.1M`, `8.833B`, `1,500`.
///
/// ```
/// use crossover::wording::short_tokens;
///
/// assert_eq!(short_tokens("81111112".parse()?), "81.1M");
/// assert_eq!(short_tokens("8.833B".parse()?), "8.833B");
/// assert_eq!(short_tokens("1500".parse()?), "1,500");
/// assert_eq!(short_tokens("999999999".parse()?), "1B");
/// # Ok::<(), crossover::quantity::Refusal>(())
/// ```
#[must_use]
pub fn short_tokens(tokens: Tokens) -> String {
    const TRILLION: u64 = 1_000_000_000_000;
    let tokens = tokens.decimal();
    for (one, decimals, suffix) in [
        (1_000_000, 1, "M"),
        (1_000_000_000, 3, "B"),
        (TRILLION, 3, "T"),
    ] {
        let Ok(short) = tokens.over(one.into()).map(|short| round(short, decimals)) else {
            break;
        };
        if short < Decimal::ONE {
            break;
        }
        if short < Decimal::ONE_THOUSAND || one == TRILLION {
            return format!("{}{suffix}", group_digits(short.normalize()));
        }
    }
    group_digits(round_up(tokens, 0))
}

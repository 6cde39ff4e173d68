//! Checked arithmetic on exact decimals.
//!
//! `rust_decimal` inlines each operation at each call; kept in one place they take 20 kB in brotli
//! less of the page.

use super::Overflow;
use rust_decimal::Decimal;

/// The four operations, checked. Sums, differences and products that fit 28 digits are exact.
pub(crate) trait Exact: Sized {
    /// The sum.
    fn plus(self, other: Self) -> Result<Self, Overflow>;
    /// The difference.
    fn minus(self, other: Self) -> Result<Self, Overflow>;
    /// The product.
    fn times(self, other: Self) -> Result<Self, Overflow>;
    /// The quotient; by zero, it overflows.
    fn over(self, other: Self) -> Result<Self, Overflow>;
}

impl Exact for Decimal {
    #[inline(never)]
    fn plus(self, other: Self) -> Result<Self, Overflow> {
        self.checked_add(other).ok_or(Overflow)
    }

    fn minus(self, mut other: Self) -> Result<Self, Overflow> {
        other.set_sign_negative(other.is_sign_positive());
        self.plus(other)
    }

    #[inline(never)]
    fn times(self, other: Self) -> Result<Self, Overflow> {
        self.checked_mul(other).ok_or(Overflow)
    }

    #[inline(never)]
    fn over(self, other: Self) -> Result<Self, Overflow> {
        self.checked_div(other).ok_or(Overflow)
    }
}

/// Rounds half away from zero. The last three of many digits may be what roundings before have left,
/// and do not decide on which side of the half a number is.
pub(crate) fn round(value: Decimal, decimals: u32) -> Decimal {
    round_by(value, decimals, Rounding::HalfAway)
}

/// Rounds up.
pub(crate) fn round_up(value: Decimal, decimals: u32) -> Decimal {
    round_by(value, decimals, Rounding::Up)
}

/// Rounds towards zero.
pub(crate) fn round_down(value: Decimal, decimals: u32) -> Decimal {
    round_by(value, decimals, Rounding::ToZero)
}

/// A power that 28 digits hold, which cannot wrap.
#[inline(never)]
fn power_of_ten(exponent: u32) -> u128 {
    let mut power = 1_u128;
    for _ in 0..exponent {
        power = power.wrapping_mul(10);
    }
    power
}

#[derive(Clone, Copy)]
enum Rounding {
    HalfAway,
    Up,
    ToZero,
}

#[inline(never)]
fn round_by(value: Decimal, decimals: u32, rounding: Rounding) -> Decimal {
    let Some(cut @ 1..) = value.scale().checked_sub(decimals) else {
        return value;
    };
    let unit = power_of_ten(cut);
    let positive = value.is_sign_positive();
    let more = match rounding {
        Rounding::HalfAway if cut > 12 => (unit / 2).saturating_add(1000),
        Rounding::HalfAway => unit / 2,
        Rounding::Up if positive => unit.saturating_sub(1),
        Rounding::Up | Rounding::ToZero => 0,
    };
    let units = value.mantissa().unsigned_abs().saturating_add(more);
    let units = units.checked_div(unit).unwrap_or_default();
    let rounded = i128::try_from(units).map(|units| {
        let mut rounded = Decimal::try_from_i128_with_scale(units, decimals)?;
        rounded.set_sign_positive(positive);
        Ok::<_, rust_decimal::Error>(rounded)
    });
    rounded.ok().and_then(Result::ok).unwrap_or(value)
}

/// The square root of a number up to 7, to fourteen decimals, rounded down.
pub(crate) fn root(value: Decimal) -> Decimal {
    let to_28 = power_of_ten(28_u32.saturating_sub(value.scale()));
    let square = value.mantissa().unsigned_abs().saturating_mul(to_28);
    // Newton's steps, from above.
    let mut root: u128 = 1 << 48;
    while let Some(over) = square.checked_div(root)
        && over < root
    {
        root = root.midpoint(over);
    }
    let root = i128::try_from(root).unwrap_or_default();
    Decimal::try_from_i128_with_scale(root, 14).unwrap_or_default()
}

/// All digits of a number, thousands grouped by commas.
pub(crate) fn group_digits(value: Decimal) -> String {
    group_digits_to(value, 0)
}

/// The same, with so many decimals at least.
pub(crate) fn group_digits_to(value: Decimal, decimals: u32) -> String {
    write_digits(value, decimals, '−', Some(','))
}

/// All digits of a number, as a person would type it.
pub(crate) fn digits(value: Decimal) -> String {
    write_digits(value, 0, '-', None)
}

/// Writes digits from the last one on.
#[inline(never)]
fn write_digits(value: Decimal, decimals: u32, minus: char, mark: Option<char>) -> String {
    let scale = value.scale();
    let decimals = decimals.max(scale);
    let zeros = power_of_ten(decimals.saturating_sub(scale));
    let mut rest = value.mantissa().unsigned_abs().wrapping_mul(zeros);
    let mut text = String::new();
    let mut written = 0_u32;
    while rest > 0 || written <= decimals {
        let whole = written.checked_sub(decimals);
        match (whole, mark) {
            (Some(0), _) if decimals > 0 => text.insert(0, '.'),
            (Some(1..), Some(mark)) if whole.is_some_and(|whole| whole.is_multiple_of(3)) => {
                text.insert(0, mark);
            }
            _ => {}
        }
        let digit = u32::try_from(rest % 10).ok();
        let digit = digit.and_then(|digit| char::from_digit(digit, 10));
        text.insert(0, digit.unwrap_or('0'));
        rest /= 10;
        written = written.saturating_add(1);
    }
    if value.is_sign_negative() && !value.is_zero() {
        text.insert(0, minus);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::RoundingStrategy;

    #[test]
    fn digits_are_grouped() {
        for (value, grouped) in [
            ("0", "0"),
            ("999", "999"),
            ("-1234.5", "−1,234.5"),
            ("81111112", "81,111,112"),
        ] {
            assert_eq!(group_digits(value.parse().unwrap()), grouped);
        }
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        for (value, rounded) in [
            ("1.005", "1.01"),
            ("-1.995", "-2.00"),
            ("0.994", "0.99"),
            ("0.1249999999999999999999999999", "0.13"),
            ("1332.12499999999999999999999", "1332.13"),
            ("0.12499999999", "0.12"),
            ("0.1249999999999999999999995", "0.13"),
            ("0.1249999999999999900000", "0.12"),
        ] {
            assert_eq!(round(value.parse().unwrap(), 2).to_string(), rounded);
        }
    }

    #[test]
    fn roots_are_rounded_down() {
        for (value, expected) in [
            ("0", "0"),
            ("4", "2"),
            ("2", "1.41421356237309"),
            ("0.0000000000000000000000000001", "0.00000000000001"),
        ] {
            let root = root(value.parse().unwrap());
            assert_eq!(root.normalize().to_string(), expected);
        }
    }

    #[test]
    fn digits_and_roundings_are_those_of_the_decimal() {
        use RoundingStrategy::{MidpointAwayFromZero, ToPositiveInfinity, ToZero};
        for text in [
            "0",
            "0.00",
            "7",
            "-7",
            "10",
            "0.5",
            "-0.5",
            "0.049",
            "-1.005",
            "12.5000",
            "99.995",
            "-0.0001",
            "79228162514264337593543950335",
            "-7.9228162514264337593543950335",
            "0.0000000000000000000000000001",
            "-1234567.0000000005",
        ] {
            let value: Decimal = text.parse().unwrap();
            assert_eq!(digits(value), text);
            for decimals in [0, 1, 2, 9, 28] {
                let rounded = |by| value.round_dp_with_strategy(decimals, by);
                assert_eq!(round(value, decimals), rounded(MidpointAwayFromZero));
                assert_eq!(round_up(value, decimals), rounded(ToPositiveInfinity));
                assert_eq!(round_down(value, decimals), rounded(ToZero));
            }
        }
        assert_eq!(group_digits_to(Decimal::ONE_THOUSAND, 2), "1,000.00");
    }

    #[test]
    fn nothing_overflows_in_silence() {
        assert_eq!(Decimal::MAX.plus(Decimal::ONE), Err(Overflow));
        assert_eq!(Decimal::MIN.minus(Decimal::ONE), Err(Overflow));
        assert_eq!(Decimal::MAX.times(Decimal::TWO), Err(Overflow));
        assert_eq!(Decimal::ONE.over(Decimal::ZERO), Err(Overflow));
    }
}

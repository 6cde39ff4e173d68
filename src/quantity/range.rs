//! A value or a range of values, and how the two ends are told apart in a text.

use super::number::is_letter;
use super::unit::Bounded;
use super::{Exact, Quantity, Refusal, Spelling, Unclear, digits, read_bounded, within};
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// From a lowest to a highest value; the two are equal when there is only one.
///
/// ```
/// use crossover::quantity::{Range, Usd};
///
/// for text in ["200..1000", "200-1000", "$200–$1,000", "200 to 1000"] {
///     assert_eq!(text.parse::<Range<Usd>>()?.to_string(), "200..1000");
/// }
/// # Ok::<(), crossover::quantity::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Range<T> {
    low: T,
    high: T,
}

impl<T: Copy + Ord> Range<T> {
    /// One value.
    pub const fn point(value: T) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// The smallest range that holds both values.
    pub fn spanning(one: T, other: T) -> Self {
        Self {
            low: one.min(other),
            high: one.max(other),
        }
    }

    /// The smallest range that holds this one and the value.
    #[must_use]
    pub fn including(self, value: T) -> Self {
        Self {
            low: self.low.min(value),
            high: self.high.max(value),
        }
    }

    /// The lowest value.
    pub const fn low(self) -> T {
        self.low
    }

    /// The highest value.
    pub const fn high(self) -> T {
        self.high
    }

    /// Whether it holds one value only.
    pub fn is_point(self) -> bool {
        self.low == self.high
    }
}

impl<Q: Quantity> Range<Q> {
    /// The middle of the two ends.
    #[must_use]
    pub fn middle(self) -> Q {
        let sum = self.low.decimal().plus(self.high.decimal());
        within(sum.and_then(|sum| sum.over(Decimal::TWO))).unwrap_or(self.low)
    }

    /// Two constants written into the code, low end first.
    pub(crate) const fn fixed(low: Q, high: Q) -> Self {
        Self { low, high }
    }
}

impl<Q: Quantity> FromStr for Range<Q> {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        Self::read_within(text, Q::MIN, Q::MAX, Q::SPELLING.unit)
    }
}

impl<Q: Quantity> Range<Q> {
    /// Reads a text within bounds of the quantity's own; `unit` is what an error calls it.
    pub(crate) fn read_within(
        text: &str,
        min: i64,
        max: i64,
        unit: &'static str,
    ) -> Result<Self, Refusal> {
        let (low, high) = read_ends(text, &Q::SPELLING, min, max, unit)?;
        Ok(Self {
            low: Q::from_bounded(Bounded::found(low)),
            high: Q::from_bounded(Bounded::found(high)),
        })
    }
}

pub(crate) fn read_ends(
    text: &str,
    spelling: &Spelling,
    min: i64,
    max: i64,
    unit: &'static str,
) -> Result<(Decimal, Decimal), Refusal> {
    let read = |text| read_bounded(text, spelling, min, max, unit).map(Bounded::decimal);
    let Some((low_text, high_text, dots)) = ends(text) else {
        return read(text).map(|value| (value, value));
    };
    let (low, high) = (read(low_text)?, read(high_text)?);
    if low > high {
        return Err(Refusal::Unclear {
            why: Unclear::Reversed,
            input: text.to_owned(),
            instead: vec![format!("{high_text}..{low_text}")],
        });
    }
    if !dots && !ends_in_letter(low_text) && ends_in_letter(high_text) {
        let both = format!("{low_text}{}..{high_text}", suffix(high_text));
        let mut instead = vec![format!("{low_text}..{}", digits(high))];
        if read_ends(&both, spelling, min, max, unit).is_ok() {
            instead.insert(0, both);
        }
        return Err(Refusal::Unclear {
            why: Unclear::OneSuffix,
            input: text.trim().to_owned(),
            instead,
        });
    }
    Ok((low, high))
}

impl<Q: Quantity> fmt::Display for Range<Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_point() {
            write!(f, "{}", self.low)
        } else {
            write!(f, "{}..{}", self.low, self.high)
        }
    }
}

/// The two ends of a range, and whether `..` stands between them; `None` when it is one value.
fn ends(text: &str) -> Option<(&str, &str, bool)> {
    let text = text.trim();
    let kinds: [Between; 4] = [dots, dash, to, hyphen];
    for (kind, between) in kinds.iter().enumerate() {
        for (at, _) in text.char_indices() {
            let (low, rest) = text.split_at_checked(at)?;
            if let Some(high) = between(low, rest) {
                return Some((low.trim(), high.trim(), kind == 0));
            }
        }
    }
    None
}

/// What stands between two ends: given the text up to some place and the rest, that rest without it,
/// should it stand there.
type Between = for<'t> fn(&str, &'t str) -> Option<&'t str>;

fn dots<'t>(_: &str, rest: &'t str) -> Option<&'t str> {
    rest.strip_prefix("..")
}

fn dash<'t>(_: &str, rest: &'t str) -> Option<&'t str> {
    rest.strip_prefix('–').or_else(|| rest.strip_prefix('—'))
}

/// `200 to 1000`
fn to<'t>(low: &str, rest: &'t str) -> Option<&'t str> {
    let (word, high) = rest.split_at_checked(2)?;
    let is_apart = low.ends_with(char::is_whitespace) && high.starts_with(char::is_whitespace);
    (is_apart && word.eq_ignore_ascii_case("to")).then_some(high)
}

/// `200-1000`, and not the sign of `-5` or of the exponent in `1e-3`.
fn hyphen<'t>(low: &str, rest: &'t str) -> Option<&'t str> {
    let high = rest.strip_prefix('-').or_else(|| rest.strip_prefix('−'))?;
    let mut before = low.trim_end().bytes().rev();
    let is_sign = matches!(
        (before.next(), before.next()),
        (None, _) | (Some(b'$'), None) | (Some(b'e' | b'E'), Some(b'0'..=b'9' | b'.'))
    );
    (!is_sign).then_some(high)
}

fn ends_in_letter(text: &str) -> bool {
    text.ends_with(is_letter)
}

fn suffix(text: &str) -> &str {
    let number = text.trim_end_matches(is_letter).trim_end();
    text.get(number.len()..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{Percent, Tokens, Usd, UsdPerMillion};
    use super::*;

    #[test]
    fn both_ends_are_found() {
        for (text, printed) in [
            ("200..1000", "200..1000"),
            ("200 .. 1000", "200..1000"),
            ("200-1000", "200..1000"),
            ("$200–$1,000", "200..1000"),
            ("200 — 1000", "200..1000"),
            ("200 TO 1000", "200..1000"),
            ("-50--20", "-50..-20"),
            ("-$5 to $5", "-5..5"),
            ("7..7", "7"),
            ("-5", "-5"),
            ("1e-3", "0.001"),
            ("1e-3-1e-2", "0.001..0.01"),
        ] {
            assert_eq!(
                text.parse::<Range<Usd>>().unwrap().to_string(),
                printed,
                "{text}"
            );
        }
        assert_eq!(
            "20-30%".parse::<Range<Percent>>().unwrap().to_string(),
            "20..30"
        );
        assert_eq!(
            "100M to 2B".parse::<Range<Tokens>>().unwrap().to_string(),
            "100M..2B"
        );
        assert_eq!(
            "200..1M".parse::<Range<Tokens>>().unwrap().to_string(),
            "200..1M"
        );
    }

    #[test]
    fn what_could_be_meant_in_two_ways_is_refused() {
        let refusal = |text: &str| text.parse::<Range<Tokens>>().unwrap_err().to_string();
        assert_eq!(
            refusal("1-2M"),
            "“1-2M” can be read in two ways. Write 1M..2M or 1..2000000."
        );
        assert_eq!(
            refusal("2M..1M"),
            "The low end of a range comes first. Write 1M..2M."
        );
        assert_eq!(refusal("1M.."), "Write a number here, for example 500M.");
        assert!(refusal("1-2-3").contains("is not a number"));
        assert!("1..2..3".parse::<Range<UsdPerMillion>>().is_err());
    }

    #[test]
    fn the_middle_is_between_the_ends() {
        let range: Range<Usd> = "200..1000".parse().unwrap();
        assert_eq!(range.middle().to_string(), "600");
    }
}

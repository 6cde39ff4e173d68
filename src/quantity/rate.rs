//! A rate for tokens: blended, or apart for input and output.

use super::unit::Bounded;
use super::{
    Exact, Overflow, Percent, Quantity, Range, Refusal, Unclear, UsdPerMillion, quote, read_ends,
};
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// What a million tokens cost: `10` blended, `2.5/12.5` for input/output; each may be a range.
///
/// ```
/// use crossover::quantity::{Percent, Rate};
///
/// let rate: Rate = "0.0025/0.0125 per 1K".parse()?;
/// assert_eq!(rate.to_string(), "2.5/12.5");
/// assert_eq!(rate.effective(Percent::fixed(75, 0))?.to_string(), "5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rate {
    /// The same for every token.
    Blended(Range<UsdPerMillion>),
    /// Apart for input and output tokens.
    Split {
        /// For input tokens.
        input: Range<UsdPerMillion>,
        /// For output tokens.
        output: Range<UsdPerMillion>,
    },
}

impl Rate {
    /// The rate of traffic of which `input_share` is input.
    ///
    /// # Errors
    ///
    /// [`Overflow`] when the share is not from 0 to 100.
    pub fn effective(self, input_share: Percent) -> Result<Range<UsdPerMillion>, Overflow> {
        match self {
            Self::Blended(rate) => Ok(rate),
            Self::Split { input, output } => Ok(Range::spanning(
                input.low().blend(output.low(), input_share)?,
                input.high().blend(output.high(), input_share)?,
            )),
        }
    }

    /// Whether input and output stand apart.
    #[must_use]
    pub const fn is_split(self) -> bool {
        matches!(self, Self::Split { .. })
    }
}

impl FromStr for Rate {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let Some((input, output)) = text.split_once('/') else {
            let (rate, per) = per_tokens(text);
            return side(rate, per).map(Self::Blended);
        };
        if output.bytes().any(|one| one == b'/') {
            return Err(Refusal::Slashes { input: quote(text) });
        }
        // `0.01/1K` looks like a split rate and is meant as a price per thousand.
        if let Some(plain) = one_of_many(output)
            && side(input, None).is_ok()
        {
            let (input, output) = (input.trim(), output.trim());
            return Err(Refusal::Unclear {
                why: Unclear::OneSuffix,
                input: text.trim().to_owned(),
                instead: vec![format!("{input} per {output}"), format!("{input}/{plain}")],
            });
        }
        let (input, input_per) = per_tokens(input);
        let (output, output_per) = per_tokens(output);
        Ok(Self::Split {
            // `0.0025/0.0125 per 1K` says it once, for both.
            input: side(input, input_per.or(output_per))?,
            output: side(output, output_per)?,
        })
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blended(rate) => write!(f, "{rate}"),
            Self::Split { input, output } => write!(f, "{input}/{output}"),
        }
    }
}

/// How many tokens a rate was written for.
#[derive(Clone, Copy)]
enum Per {
    Thousand,
    Million,
}

/// The digits of `1K` and `1M`.
fn one_of_many(text: &str) -> Option<&'static str> {
    [("1K", "1000"), ("1M", "1000000")]
        .into_iter()
        .find_map(|(short, digits)| text.trim().eq_ignore_ascii_case(short).then_some(digits))
}

/// Takes ` per 1K` or ` per 1M` off the end.
fn per_tokens(text: &str) -> (&str, Option<Per>) {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    for (words, per) in [
        (" per 1k", Per::Thousand),
        (" per 1,000", Per::Thousand),
        (" per 1m", Per::Million),
        (" per million", Per::Million),
    ] {
        if let Some(rest) = lower.strip_suffix(words) {
            return (text.get(..rest.len()).unwrap_or(text).trim_end(), Some(per));
        }
    }
    (text, None)
}

/// One side of a rate in dollars per million tokens.
fn side(text: &str, per: Option<Per>) -> Result<Range<UsdPerMillion>, Refusal> {
    let spelling = UsdPerMillion::SPELLING;
    let (low, high) = if let Some(Per::Thousand) = per {
        let unit = "US dollars per thousand tokens";
        let ends = read_ends(text, &spelling, 0, 1_000, unit);
        let (low, high) = ends.map_err(|refusal| refusal.around("", " per 1K"))?;
        (per_million(low), per_million(high))
    } else {
        read_ends(
            text,
            &spelling,
            UsdPerMillion::MIN,
            UsdPerMillion::MAX,
            spelling.unit,
        )?
    };
    let bounded = |value| UsdPerMillion::from_bounded(Bounded::found(value));
    Ok(Range::fixed(bounded(low), bounded(high)))
}

/// A rate per million of one per thousand.
fn per_million(rate: Decimal) -> Decimal {
    let rate = rate.times(Decimal::ONE_THOUSAND).unwrap_or(rate);
    rate.normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_and_written() {
        for (text, printed) in [
            ("10", "10"),
            ("$10", "10"),
            ("2.5/12.5", "2.5/12.5"),
            ("$2.50 / $12.50", "2.5/12.5"),
            ("2..3/10..15", "2..3/10..15"),
            ("2-3/10-15", "2..3/10..15"),
            ("0.01 per 1K", "10"),
            ("0.0025/0.0125 per 1k", "2.5/12.5"),
            ("0.0025 per 1K/0.0125 per 1K", "2.5/12.5"),
            ("0.0025 per 1K/12.5 per 1M", "2.5/12.5"),
            ("10/10", "10/10"),
        ] {
            assert_eq!(text.parse::<Rate>().unwrap().to_string(), printed, "{text}");
        }
    }

    #[test]
    fn a_wrong_rate_is_refused_in_words() {
        let refusal = |text: &str| text.parse::<Rate>().unwrap_err().to_string();
        assert_eq!(
            refusal("1/2/3"),
            "“1/2/3” has more than one slash. Write one rate (10), or input/output (2.5/12.5)."
        );
        assert_eq!(
            refusal("1001 per 1K"),
            "“1001” is out of bounds. Write a number from 0 to 1,000 (US dollars per thousand tokens)."
        );
        assert_eq!(refusal("10/"), "Write a number here, for example 2.5.");
    }

    #[test]
    fn ranges_blend_end_by_end() {
        let rate: Rate = "2..3/10..15".parse().unwrap();
        assert_eq!(
            rate.effective(Percent::fixed(50, 0)).unwrap().to_string(),
            "6..9"
        );
        assert!(rate.is_split());
    }
}

//! Reading one number, as people write them, without guessing.

use super::grouping::digits;
use super::refusal::quote;
use super::{Refusal, Spelling};
use rust_decimal::Decimal;

/// The sign that a unit's numbers may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `$10`
    Dollar,
    /// `75%`
    Percent,
    /// A plain number.
    None,
}

/// An exact decimal has so many digits.
const DIGITS: i64 = 28;

/// No number that is held exactly is longer than this, grouping marks and all.
const LONGEST: usize = 80;

/// Reads one number of a unit: digits grouped by commas, spaces or underscores, an exponent, a
/// multiple (`K`, `M`, `B`, `T`, `thousand` … `trillion`), and the unit's sign.
///
/// # Errors
///
/// A [`Refusal`] that says what to write instead; what could be read in two ways is refused.
///
/// ```
/// use crossover::quantity::{Quantity, Tokens, read_number};
///
/// for text in ["500000000", "500,000,000", "500 000 000", "500M", "0.5B", "500 million", "5e8"] {
///     assert_eq!(read_number(text, &Tokens::SPELLING)?.to_string(), "500000000");
/// }
/// let refusal = read_number("1,5", &Tokens::SPELLING).unwrap_err();
/// assert_eq!(
///     refusal.to_string(),
///     "“1,5” is not clear: a comma only groups thousands and a point is the decimal sign. Write 1.5."
/// );
/// # Ok::<(), crossover::quantity::Refusal>(())
/// ```
pub fn read_number(text: &str, spelling: &Spelling) -> Result<Decimal, Refusal> {
    let Spelling {
        unit,
        mark,
        example,
        ..
    } = *spelling;
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Empty { example });
    }
    let not_a_number = || Refusal::NotANumber {
        input: quote(text),
        example,
    };
    if text.len() > LONGEST {
        return Err(not_a_number());
    }
    let (negative, body) = sign_and_mark(text, mark, unit)?;
    let (body, power) = multiple(body).map_err(|suffix| {
        if body.chars().any(|c| c.is_ascii_digit()) {
            Refusal::Suffix { suffix }
        } else {
            not_a_number()
        }
    })?;
    let (body, exponent) = exponent(body).ok_or_else(not_a_number)?;
    let (digits, decimals) = digits(body, &not_a_number).map_err(|refusal| {
        // Advice without the sign or the multiple would be about another number.
        let start = body.chars().next().and_then(|first| text.find(first));
        let before = start.and_then(|start| text.split_at_checked(start));
        let (before, rest) = before.unwrap_or_default();
        refusal.around(before, rest.get(body.len()..).unwrap_or_default())
    })?;
    if negative && digits.bytes().all(|b| b == b'0') {
        return Ok(Decimal::ZERO);
    }
    let scale = i64::try_from(decimals)
        .ok()
        .and_then(|d| d.checked_sub(exponent))
        .and_then(|d| d.checked_sub(power));
    let exact = scale.and_then(|scale| exact(&digits, scale));
    exact
        .map(|mut number| {
            number.set_sign_negative(negative);
            number
        })
        .ok_or_else(|| Refusal::Digits { input: quote(text) })
}

/// Takes the minus or plus and the unit's sign off; a sign of another unit is refused.
fn sign_and_mark<'t>(
    text: &'t str,
    mark: Mark,
    unit: &'static str,
) -> Result<(bool, &'t str), Refusal> {
    let mut negative = false;
    let mut body = text;
    if let Some(rest) = body.strip_prefix(['-', '−']) {
        negative = true;
        body = rest;
    } else if let Some(rest) = body.strip_prefix('+') {
        body = rest;
    }
    if let Some(rest) = body.trim_start().strip_prefix('$') {
        if mark != Mark::Dollar {
            return Err(Refusal::Sign { sign: '$', unit });
        }
        body = rest;
    }
    if let Some(rest) = body.trim_end().strip_suffix('%') {
        if mark != Mark::Percent {
            return Err(Refusal::Sign { sign: '%', unit });
        }
        body = rest;
    }
    Ok((negative, body.trim()))
}

/// Takes a multiple off the end: the rest and the power of ten. Unknown letters are the error.
fn multiple(body: &str) -> Result<(&str, i64), String> {
    let rest = body.trim_end_matches(is_letter);
    let suffix = body.get(rest.len()..).unwrap_or_default();
    let power = match suffix.to_ascii_lowercase().as_str() {
        "" => 0,
        "k" | "thousand" => 3,
        "m" | "million" => 6,
        "b" | "billion" => 9,
        "t" | "trillion" => 12,
        _ => return Err(quote(suffix)),
    };
    Ok((rest.trim_end(), power))
}

/// A letter as multiples have them; the table of all others' is large.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// Takes an exponent (`e8`, `E-3`) off the end.
fn exponent(body: &str) -> Option<(&str, i64)> {
    let e = body.bytes().position(|b| b.eq_ignore_ascii_case(&b'e'));
    let Some((mantissa, exponent)) = e.and_then(|e| body.split_at_checked(e)) else {
        return Some((body, 0));
    };
    let signed = exponent.get(1..)?;
    let digits = signed.strip_prefix(['+', '-']).unwrap_or(signed);
    if digits.is_empty() {
        return None;
    }
    let mut power = 0_i64;
    for digit in digits.chars() {
        let digit = i64::from(digit.to_digit(10)?);
        // An exponent beyond this cannot be held exactly, whatever stands before it.
        power = i64::from(i32::MAX).min(power.wrapping_mul(10).wrapping_add(digit));
    }
    if signed.starts_with('-') {
        power = power.wrapping_neg();
    }
    Some((mantissa, power))
}

/// `digits / 10^scale` as an exact decimal without trailing zeros, if one holds it.
fn exact(digits: &str, scale: i64) -> Option<Decimal> {
    let significant = digits.trim_start_matches('0');
    let mantissa = significant.trim_end_matches('0');
    if mantissa.is_empty() {
        return Some(Decimal::ZERO);
    }
    let length = |text: &str| i64::try_from(text.len()).ok();
    let scale = scale.checked_sub(length(significant)?.checked_sub(length(mantissa)?)?)?;
    let zeros = u32::try_from(scale.min(0).checked_neg()?).ok()?;
    if length(mantissa)?.checked_add(zeros.into())? > DIGITS {
        return None;
    }
    // So few digits cannot wrap.
    let mut value = 0_i128;
    for digit in mantissa.bytes() {
        let digit = digit.wrapping_sub(b'0').into();
        value = value.wrapping_mul(10).wrapping_add(digit);
    }
    for _ in 0..zeros {
        value = value.wrapping_mul(10);
    }
    let scale = u32::try_from(scale.max(0)).ok()?;
    Decimal::try_from_i128_with_scale(value, scale).ok()
}

#[cfg(test)]
mod tests {
    use super::super::{Percent, Quantity, Tokens, Usd};
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        read_number(text, &Tokens::SPELLING)
            .map(|n| n.to_string())
            .map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn reads_what_people_write() {
        for (text, number) in [
            ("0", "0"),
            ("-0", "0"),
            ("1,234", "1234"),
            ("500 000 000", "500000000"),
            ("500\u{202f}000\u{a0}000", "500000000"),
            ("500_000_000", "500000000"),
            ("0.5b", "500000000"),
            ("500 Million", "500000000"),
            ("2 trillion", "2000000000000"),
            ("1k", "1000"),
            ("5e8", "500000000"),
            ("5E+8", "500000000"),
            ("1e-3", "0.001"),
            ("1.50", "1.5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("−50", "-50"),
            ("+5", "5"),
            ("1,234.5", "1234.5"),
            (
                "0.0000000000000000000000000001",
                "0.0000000000000000000000000001",
            ),
        ] {
            assert_eq!(read(text).as_deref(), Ok(number), "{text}");
        }
    }

    #[test]
    fn takes_the_sign_of_the_unit_alone() {
        let dollars = |text| read_number(text, &Usd::SPELLING);
        assert_eq!(dollars("$10").unwrap(), Decimal::from(10));
        assert_eq!(dollars("-$1,000").unwrap(), Decimal::from(-1000));
        assert_eq!(
            dollars("75%").unwrap_err().to_string(),
            "This is in US dollars: write the number without “%”."
        );
        let percent = |text| read_number(text, &Percent::SPELLING);
        assert_eq!(percent("75 %").unwrap(), Decimal::from(75));
        assert_eq!(
            read("$5").unwrap_err(),
            "This is in tokens: write the number without “$”."
        );
    }

    #[test]
    fn refuses_with_what_to_write_instead() {
        for (text, words) in [
            ("", "Write a number here, for example 500M."),
            ("abc", "“abc” is not a number. Write it like 500M."),
            (
                "12x",
                "“x” is not a multiple that is read here. Write K, M, B or T, for example 500M, or all the digits.",
            ),
            (
                "1,5",
                "“1,5” is not clear: a comma only groups thousands and a point is the decimal sign. Write 1.5.",
            ),
            (
                "0,123",
                "“0,123” is not clear: a comma only groups thousands and a point is the decimal sign. Write 0.123.",
            ),
            (
                "1.234,56",
                "“1.234,56” is not clear: a comma only groups thousands and a point is the decimal sign. Write 1,234.56 or 1234.56.",
            ),
            (
                "1.234.567",
                "“1.234.567” is not clear: a comma only groups thousands and a point is the decimal sign. Write 1,234,567 or 1234567.",
            ),
            (
                "12,34,567",
                "“12,34,567” is not grouped by three digits with one kind of mark. Write 1234567.",
            ),
            (
                "1,234 567",
                "“1,234 567” is not grouped by three digits with one kind of mark. Write 1234567.",
            ),
            (
                "1,2345.6",
                "“1,2345.6” is not grouped by three digits with one kind of mark. Write 12345.6.",
            ),
            (
                "5e",
                "“e” is not a multiple that is read here. Write K, M, B or T, for example 500M, or all the digits.",
            ),
            (
                "1e99",
                "“1e99” has more digits than are kept exactly (28). Write fewer.",
            ),
            (
                "1e99999999999999999999",
                "“1e99999999999999999999” has more digits than are kept exactly (28). Write fewer.",
            ),
            (
                "1e-99999999999999999999",
                "“1e-99999999999999999999” has more digits than are kept exactly (28). Write fewer.",
            ),
            ("1..2", "“1..2” is not a number. Write it like 500M."),
            ("1.2.3", "“1.2.3” is not a number. Write it like 500M."),
            ("٣", "“٣” is not a number. Write it like 500M."),
        ] {
            assert_eq!(read(text).unwrap_err(), words, "{text}");
        }
        assert!(
            read(&"9".repeat(200))
                .unwrap_err()
                .contains("is not a number")
        );
    }
}

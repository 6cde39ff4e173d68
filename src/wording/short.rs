//! Round values in few digits, for an axis.

use crate::quantity::{Exact, group_digits};
use rust_decimal::Decimal;

/// A value in few digits: `500`, `2K`, `0.05`.
///
/// ```
/// use crossover::wording::short;
///
/// assert_eq!(short("2000".parse()?), "2K");
/// assert_eq!(short("0.05".parse()?), "0.05");
/// assert_eq!(short("1500000".parse()?), "1.5M");
/// # Ok::<(), rust_decimal::Error>(())
/// ```
#[must_use]
pub fn short(mut value: Decimal) -> String {
    let mut suffix = "";
    for next in ["K", "M", "B", "T"] {
        match value.over(Decimal::ONE_THOUSAND) {
            Ok(short) if short >= Decimal::ONE => (value, suffix) = (short, next),
            _ => break,
        }
    }
    [&group_digits(value.normalize()), suffix].concat()
}

//! Spans of time as text: tenths of a day below two months, else tenths of a month, both rounded up.

use super::amount::absent;
use super::{between, between_words, counted};
use crate::economics::{Maybe, Payback};
use crate::quantity::{Exact, Hours, Months, Quantity, digits, round, round_up};
use crate::scenario::Scenario;
use rust_decimal::Decimal;

/// A payback in a table.
#[must_use]
pub fn payback(payback: &Maybe<Payback>, scenario: &Scenario) -> String {
    match &payback.0 {
        Ok(payback) => in_words(payback, scenario, between),
        Err(why) => absent(*why),
    }
}

/// A payback in a sentence; `None` where it does not pay back at either end.
pub(super) fn payback_in_sentence(payback: &Payback, scenario: &Scenario) -> Option<String> {
    payback.low?;
    let text = in_words(payback, scenario, between_words);
    Some(if text == AT_ONCE {
        text
    } else {
        format!("in {text}")
    })
}

const AT_ONCE: &str = "at once";

fn in_words(payback: &Payback, scenario: &Scenario, join: fn(&str, &str) -> String) -> String {
    let never = format!("not within {}", months(scenario.horizon));
    let hours = scenario.hours_per_month;
    let Some(low) = payback.low else {
        return never;
    };
    let (low, low_unit) = span(low, hours);
    let joined = |number: &str, unit: &str| match unit {
        "" => number.to_owned(),
        unit => counted(number, unit),
    };
    let Some(high) = payback.high else {
        return format!("{} at best, {never} at worst", joined(&low, low_unit));
    };
    let (high, high_unit) = span(high, hours);
    if low_unit == high_unit {
        joined(&join(&low, &high), high_unit)
    } else {
        join(&joined(&low, low_unit), &joined(&high, high_unit))
    }
}

/// `1 month`, `12 months`.
pub(crate) fn months(months: Months) -> String {
    counted(&months.to_string(), "month")
}

/// The number and the unit of a span. A day is 24 of a month's hours.
fn span(months: Months, hours: Hours) -> (String, &'static str) {
    // A quotient carries 28 digits: its last must not lift an exact tenth to the next.
    let up = |value: Decimal| {
        let tenths = round_up(round(value, 20), 1).max(Decimal::new(1, 1));
        digits(tenths.normalize())
    };
    let months = months.decimal();
    if months.is_zero() {
        return (AT_ONCE.to_owned(), "");
    }
    let hours = months.times(hours.decimal());
    match hours.and_then(|hours| hours.over(Decimal::from(24))) {
        Ok(days) if months < Decimal::TWO => (up(days), "day"),
        _ => (up(months), "month"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(low: Option<&str>, high: Option<&str>) -> String {
        let months = |text: &str| Months::try_from(text.parse::<Decimal>().unwrap()).unwrap();
        let payback = Payback {
            low: low.map(months),
            high: high.map(months),
            bound: false,
        };
        super::payback(&Maybe(Ok(payback)), &Scenario::default())
    }

    #[test]
    fn times_are_rounded_up() {
        assert_eq!(said(Some("0.0716"), Some("0.3368")), "2.2–10.3 days");
        assert_eq!(said(Some("0.0001"), Some("2")), "0.1 days–2 months");
        assert_eq!(said(Some("3.41"), Some("3.41")), "3.5 months");
        assert_eq!(said(Some("0"), Some("0")), "at once");
        assert_eq!(said(Some("0"), Some("1")), "at once–30.5 days");
        assert_eq!(
            said(Some("1"), None),
            "30.5 days at best, not within 12 months at worst"
        );
        assert_eq!(said(None, None), "not within 12 months");
    }
}

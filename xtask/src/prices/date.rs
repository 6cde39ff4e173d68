//! Days of the calendar, as they are written: `2026-08-20`, and `2026-08` or `2026` of what is not
//! known better. Dates written so can be compared as texts.

use std::time::{SystemTime, UNIX_EPOCH};

/// Whether a text is a day that there is.
pub fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    match (number(year, 4), number(month, 2), number(day, 2)) {
        (Some(year), Some(month), Some(day)) => (1..=days(year, month)).contains(&day),
        _ => false,
    }
}

/// Whether a text is a day, a month or a year.
pub fn is_date(text: &str) -> bool {
    is_day(text) || is_day(&format!("{text}-01")) || is_day(&format!("{text}-01-01"))
}

/// The present day.
pub fn today() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    of(now.map_or(0, |since| since.as_secs() / 86_400))
}

/// The day that is so many days after 1970-01-01.
fn of(mut left: u64) -> String {
    let (mut year, mut month) = (1970, 1);
    while left >= u64::from(days(year, month)) {
        left -= u64::from(days(year, month));
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
    format!("{year}-{month:02}-{:02}", left + 1)
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// How many days a month has; none if there is no such month.
const fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(if year.is_multiple_of(100) { 400 } else { 4 }) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_there_are_not_are_none() {
        for text in ["2026-08-20", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert!(is_day(text), "{text}");
        }
        for text in [
            "2026-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-4-1",
            "2026-08",
            "yesterday",
            "",
            "+026-01-01",
        ] {
            assert!(!is_day(text), "{text}");
        }
    }

    #[test]
    fn a_date_may_be_a_month_or_a_year() {
        assert!(is_date("2026") && is_date("2025-04") && is_date("2025-04-30"));
        assert!(!is_date("2025-13") && !is_date("25") && !is_date(""));
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(of(0), "1970-01-01");
        assert_eq!(of(59), "1970-03-01");
        assert_eq!(of(11_016), "2000-02-29");
        assert_eq!(of(20_782), "2026-11-25");
    }
}

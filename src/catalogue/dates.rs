//! Days, to tell how old a price is.

/// A day of the calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(i64);

impl Date {
    /// Reads `2026-08-20`; of `2026-08` or `2026` the first day.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut date = [None, Some(1), Some(1)];
        for (part, number) in text.split('-').zip(&mut date) {
            *number = read_number(part);
        }
        let [Some(year), Some(month), Some(day)] = date else {
            return None;
        };
        let fits = (1970..=9999).contains(&year) && (1..=12).contains(&month);
        (fits && (1..=31).contains(&day)).then(|| Self(days(year, month, day)))
    }

    /// How many days lie between an earlier day and this one.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// A number of at most four digits.
fn read_number(text: &str) -> Option<i64> {
    let mut number = 0_i64;
    for byte in text.bytes() {
        let digit = char::from(byte).to_digit(10)?;
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    (1..=4).contains(&text.len()).then_some(number)
}

/// Days since 1970-01-01, by the Gregorian calendar: years are taken to begin with March, so that the
/// leap day is their last.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let before_march = month < 3;
    let year = if before_march {
        year.wrapping_sub(1)
    } else {
        year
    };
    let since_march = if before_march {
        month.wrapping_add(9)
    } else {
        month.wrapping_sub(3)
    };
    let leaps = (year / 4).wrapping_sub(year / 100).wrapping_add(year / 400);
    // Five months from March on have 153 days, again and again.
    let in_year = (since_march.wrapping_mul(153).wrapping_add(2)) / 5;
    let days = year
        .wrapping_mul(365)
        .wrapping_add(leaps)
        .wrapping_add(in_year);
    // Days from the first of March of year 0 to 1970-01-01, less the first of the month.
    days.wrapping_add(day).wrapping_sub(719_469)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1970-03-01", 59),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2024-12-31", 20_088),
            ("2026-08-20", 20_685),
            ("2026-08", 20_666),
            ("2026", 20_454),
        ] {
            assert_eq!(Date::read(text), Some(Date(days)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "soon",
            "2026-13",
            "2026-00-01",
            "1969-12-31",
            "2026-08-32",
        ] {
            assert_eq!(Date::read(text), None, "{text}");
        }
    }
}

//! A second currency, for display.

use crate::quantity::{Quantity, Ratio, Refusal, quote};
use std::fmt;
use std::str::FromStr;

/// A currency by its code of three letters, and how many of it one dollar buys: `EUR@0.92`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency {
    code: [char; 3],
    per_dollar: Ratio,
}

impl Currency {
    /// How many units of it one dollar buys.
    #[must_use]
    pub const fn per_dollar(self) -> Ratio {
        self.per_dollar
    }

    /// Its code.
    #[must_use]
    pub fn code(self) -> String {
        self.code.iter().collect()
    }
}

impl FromStr for Currency {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let written = || Refusal::Form {
            input: quote(text),
            form: "a code of three letters, @ and how many of it one dollar buys",
            example: "EUR@0.92",
        };
        let (code, rate) = text.split_once('@').ok_or_else(written)?;
        let mut letters = code.trim().chars().map(|c| c.to_ascii_uppercase());
        let mut letter = || {
            let letter = letters.next().filter(char::is_ascii_uppercase);
            letter.ok_or_else(written)
        };
        let code = [letter()?, letter()?, letter()?];
        let per_dollar: Ratio = rate.parse()?;
        if letters.next().is_some() || per_dollar.decimal().is_zero() {
            return Err(written());
        }
        Ok(Self { code, per_dollar })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.code(), self.per_dollar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_read_and_written() {
        assert_eq!(
            "eur@0.92".parse::<Currency>().unwrap().to_string(),
            "EUR@0.92"
        );
        for text in ["EUR", "EU@1", "EURO@1", "EUR@0", "E1R@2", "EUR@x"] {
            assert!(text.parse::<Currency>().is_err(), "{text}");
        }
    }
}

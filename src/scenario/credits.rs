//! Pools of credits.

use crate::quantity::{Months, Quantity, Refusal, Usd, quote, read_bounded};
use std::fmt;
use std::str::FromStr;

/// An amount of credits, and the month after which what is left of it expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pool {
    /// The amount.
    pub amount: Usd,
    /// The last month that it pays for.
    pub expires_after: Months,
}

/// Up to four pools: `100000@24+25000@12`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Pools(Vec<Pool>);

impl Pools {
    /// No credits.
    pub const NONE: Self = Self(Vec::new());

    /// There are no more.
    pub const MOST: usize = 4;

    /// The pools, as they were written.
    #[must_use]
    pub fn pools(&self) -> &[Pool] {
        &self.0
    }
}

impl FromStr for Pools {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let written = || Refusal::Form {
            input: quote(text),
            form: "a list of up to four pools: an amount, @ and the month after which it expires",
            example: "100000@24+25000@12",
        };
        let mut pools = Vec::new();
        for part in text.split('+') {
            if text.trim().is_empty() {
                break;
            }
            let (amount, months) = part.split_once('@').ok_or_else(written)?;
            let amount = read_bounded(amount, &Usd::SPELLING, 0, 1_000_000_000, "US dollars")?;
            let months = read_bounded(months, &Months::SPELLING, 1, 60, "months")?;
            pools.push(Pool {
                amount: Usd::from_bounded(amount),
                expires_after: Months::from_bounded(months),
            });
        }
        if pools.len() > Self::MOST {
            return Err(written());
        }
        Ok(Self(pools))
    }
}

impl fmt::Display for Pools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, pool) in self.0.iter().enumerate() {
            let plus = if index == 0 { "" } else { "+" };
            write!(f, "{plus}{}@{}", pool.amount, pool.expires_after)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pools_are_read_and_written() {
        for (text, written) in [
            ("", ""),
            ("$100,000 @ 24 + 25K@12", "100000@24+25000@12"),
            ("0.5@1", "0.5@1"),
        ] {
            assert_eq!(text.parse::<Pools>().unwrap().to_string(), written);
        }
        let refusal = |text: &str| text.parse::<Pools>().unwrap_err().to_string();
        assert_eq!(
            refusal("100000"),
            "“100000” is not a list of up to four pools: an amount, @ and the month after which it expires. Write it like 100000@24+25000@12."
        );
        assert!(refusal("1@1+1@1+1@1+1@1+1@1").contains("up to four"));
        assert!(refusal("1@61").contains("from 1 to 60"));
        assert!(refusal("1@1+").contains("is not a list"));
    }
}

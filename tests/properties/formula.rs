//! Evaluates the formulas of receipts: numbers and names, + − × ÷, brackets, max, min and ceil.
//!
//! It works in exact fractions and shares nothing with what writes the formulas.

use fraction::{Fraction, whole};
use rust_decimal::Decimal;
use std::iter::Peekable;
use std::str::Chars;

/// The value of a formula; a name is worth what `named` says.
pub fn value(formula: &str, named: &dyn Fn(&str) -> Option<Decimal>) -> Result<Fraction, String> {
    let mut reader = Reader {
        rest: formula.chars().peekable(),
        named,
    };
    let value = reader.sum()?;
    match reader.next_sign() {
        None => Ok(value),
        Some(sign) => Err(format!("{sign:?} at the end of {formula:?}")),
    }
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    named: &'a dyn Fn(&str) -> Option<Decimal>,
}

impl Reader<'_> {
    fn next_sign(&mut self) -> Option<char> {
        while self.rest.next_if_eq(&' ').is_some() {}
        self.rest.peek().copied()
    }

    fn take(&mut self, sign: char) -> Result<(), String> {
        let found = self.next_sign();
        if found != Some(sign) {
            return Err(format!("{found:?} instead of {sign:?}"));
        }
        self.rest.next();
        Ok(())
    }

    fn sum(&mut self) -> Result<Fraction, String> {
        let mut total = self.product()?;
        while let Some(sign @ ('+' | '−')) = self.next_sign() {
            self.rest.next();
            let next = self.product()?;
            total = if sign == '+' {
                total + next
            } else {
                total - next
            };
        }
        Ok(total)
    }

    fn product(&mut self) -> Result<Fraction, String> {
        let mut total = self.one()?;
        while let Some(sign @ ('×' | '÷')) = self.next_sign() {
            self.rest.next();
            let next = self.one()?;
            if sign == '÷' && next.is_zero() {
                return Err("a division by zero".to_owned());
            }
            total = if sign == '×' {
                total * next
            } else {
                total / next
            };
        }
        Ok(total)
    }

    fn one(&mut self) -> Result<Fraction, String> {
        match self.next_sign() {
            Some('(') => {
                self.take('(')?;
                let inside = self.sum()?;
                self.take(')')?;
                Ok(inside)
            }
            Some('−') => {
                self.take('−')?;
                Ok(whole(0) - self.one()?)
            }
            Some(_) => self.word(),
            None => Err("nothing where a number should be".to_owned()),
        }
    }

    /// A number, a name, or a function.
    fn word(&mut self) -> Result<Fraction, String> {
        let mut word = String::new();
        let is_part = |c: &char| c.is_alphanumeric() || "._'".contains(*c);
        while let Some(c) = self.rest.next_if(is_part) {
            word.push(c);
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let is_plain = word.chars().all(|c| c.is_ascii_digit() || c == '.');
            let number: Option<Decimal> = word.parse().ok().filter(|_| is_plain);
            return number
                .map(Fraction::of)
                .ok_or(format!("{word:?} is no number"));
        }
        if self.rest.peek().is_none_or(|c| *c != '(') {
            let number = (self.named)(&word).map(Fraction::of);
            return number.ok_or(format!("{word:?} is not among the inputs"));
        }
        self.take('(')?;
        let first = self.sum()?;
        let value = match word.as_str() {
            "ceil" => whole(first.ceil()),
            "max" | "min" => {
                self.take(',')?;
                let other = self.sum()?;
                if word == "max" {
                    first.max(other)
                } else {
                    first.min(other)
                }
            }
            // An amount of a month, such as `teacher(3)`.
            _ => {
                let name = format!("{word}({})", first.printed());
                let number = (self.named)(&name).map(Fraction::of);
                number.ok_or(format!("{name:?} is not among the inputs"))?
            }
        };
        self.take(')')?;
        Ok(value)
    }
}

#[test]
fn formulas_are_evaluated() {
    let named = |name: &str| match name {
        "volume" => Some(Decimal::from(7)),
        "teacher(2)" => Some(Decimal::from(9)),
        _ => None,
    };
    for (formula, worth) in [
        ("1 + 2 × 3", "7"),
        ("(1 + 2) × 3", "9"),
        ("8 − 2 − 1", "5"),
        ("8 ÷ 2 ÷ 2", "2"),
        ("max(1, ceil(2.1)) × min(4, 5)", "12"),
        ("volume × teacher(2) − (−1)", "64"),
    ] {
        assert_eq!(
            value(formula, &named).map(|value| value.printed()),
            Ok(worth.to_owned())
        );
    }
    for wrong in [
        "", "1 +", "1 ÷ 0", "2)", "(2", "price", "month(3)", "1 2", "floor(1)", "1e5",
    ] {
        assert!(value(wrong, &named).is_err(), "{wrong:?}");
    }
}

//! JSON, written straight into a text; on the way, the amount at a path can be looked for.

use crate::economics::{Amount, Ends, Maybe, Reported};
use crate::quantity::{Months, Quantity, Tokens, digits, round};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What can be written as JSON.
pub(super) trait Plain {
    /// Writes it.
    fn write(&self, json: &mut Json);

    /// What it is called within a list, beside its place.
    fn code(&self) -> Option<&'static str> {
        None
    }
}

/// An amount that was looked for.
#[derive(Debug)]
pub(super) struct Found {
    /// Its unit.
    pub unit: &'static str,
    /// What it is; none where it is absent.
    pub ends: Option<Arc<Ends>>,
}

/// A text that is being written.
#[derive(Default)]
pub(super) struct Json<'a> {
    text: String,
    /// The path of the amount that is looked for, and so many parts of it that lead to where the
    /// writing is.
    sought: &'a [&'a str],
    reached: usize,
    /// How many lists and objects are open.
    depth: usize,
    found: Option<Found>,
}

/// A value as JSON.
pub(super) fn to_json(value: &impl Plain) -> String {
    let mut json = Json::default();
    value.write(&mut json);
    json.text
}

/// The amount at a path in a value, if there is one.
pub(super) fn find(value: &impl Plain, path: &[&str]) -> Option<Found> {
    let mut json = Json {
        sought: path,
        ..Json::default()
    };
    value.write(&mut json);
    json.found
}

impl Json<'_> {
    #[inline(never)]
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A text in quotes.
    #[inline(never)]
    pub fn quoted(&mut self, text: &str) {
        self.push("\"");
        for character in text.chars() {
            let code = u32::from(character);
            if code < 32 {
                self.push("\\u00");
                self.digit(code >> 4);
                self.digit(code & 15);
                continue;
            }
            if matches!(character, '"' | '\\') {
                self.push("\\");
            }
            self.text.push(character);
        }
        self.push("\"");
    }

    fn digit(&mut self, value: u32) {
        self.text.extend(char::from_digit(value, 16));
    }

    /// What stands between two parts of a list or an object.
    #[inline(never)]
    pub fn between(&mut self) {
        if !self.text.ends_with(['[', '{', ':']) {
            self.push(",");
        }
    }

    /// Opens a list or an object.
    #[inline(never)]
    pub fn open(&mut self, bracket: &str) {
        self.push(bracket);
        self.depth = self.depth.saturating_add(1);
    }

    /// Closes it.
    #[inline(never)]
    pub fn close(&mut self, bracket: &str) {
        self.push(bracket);
        self.depth = self.depth.saturating_sub(1);
    }

    /// The name of what is written next into an object.
    #[inline(never)]
    pub fn key(&mut self, name: &str) {
        self.between();
        self.quoted(name);
        self.push(":");
        self.enter(Some(name), usize::MAX);
    }

    /// Goes into a part of what is open, known by its name or its place.
    #[inline(never)]
    fn enter(&mut self, name: Option<&str>, place: usize) {
        let outside = self.depth.saturating_sub(1);
        if self.reached < outside {
            return;
        }
        self.reached = outside;
        if let Some(part) = self.sought.get(outside)
            && (name == Some(*part) || part.parse() == Ok(place))
        {
            self.reached = self.depth;
        }
    }

    /// A number as reports have it.
    #[inline(never)]
    pub fn number(&mut self, value: Decimal, decimals: u32) {
        let rounded = round(value, decimals).normalize();
        self.push("\"");
        // Zero has no sign.
        if rounded.is_zero() {
            self.push("0");
        } else {
            self.push(&digits(rounded));
        }
        self.push("\"");
    }

    /// The earliest and the latest month.
    pub fn months(&mut self, ends: [Option<Months>; 2], bound: bool) {
        self.open("{");
        for (key, end) in ["low", "high"].into_iter().zip(ends) {
            self.key(key);
            end.write(self);
        }
        if bound {
            self.key("bound");
            self.push("true");
        }
        self.close("}");
    }

    #[inline(never)]
    fn amount(&mut self, ends: Option<&Arc<Ends>>, decimals: u32, unit: &'static str) {
        if self.reached == self.depth && self.depth == self.sought.len() {
            self.found = Some(Found {
                unit,
                ends: ends.cloned(),
            });
        }
        let Some(ends) = ends else {
            return self.push("null");
        };
        self.push("{\"low\":");
        self.number(ends.low(), decimals);
        self.push(",\"high\":");
        self.number(ends.high(), decimals);
        if ends.is_bound() {
            self.push(",\"bound\":true");
        }
        self.push("}");
    }
}

/// How objects are written: their parts in order, each under its own name. In a list, an object may
/// be known by one of them.
macro_rules! objects {
    ($($name:ty $([$code:ident])? { $($part:ident),* $(,)? })*) => { $(
        impl Plain for $name {
            fn write(&self, json: &mut Json) {
                json.open("{");
                $(
                    json.key(stringify!($part));
                    self.$part.write(json);
                )*
                json.close("}");
            }

            $(fn code(&self) -> Option<&'static str> {
                self.$code.code()
            })?
        }
    )* };
}
pub(super) use objects;

impl<T: Reported> Plain for Amount<T> {
    fn write(&self, json: &mut Json) {
        let ends = self.ok().map(crate::economics::Figure::ends);
        json.amount(ends, T::DECIMALS, T::UNIT);
    }
}

impl<T: Plain> Plain for Maybe<T> {
    fn write(&self, json: &mut Json) {
        self.ok().write(json);
    }
}

impl<T: Plain> Plain for Option<T> {
    fn write(&self, json: &mut Json) {
        match self {
            Some(value) => value.write(json),
            None => json.push("null"),
        }
    }
}

impl<T: Plain> Plain for [T] {
    fn write(&self, json: &mut Json) {
        json.open("[");
        for (place, value) in self.iter().enumerate() {
            json.between();
            json.enter(value.code(), place);
            value.write(json);
        }
        json.close("]");
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn write(&self, json: &mut Json) {
        self.as_slice().write(json);
    }
}

impl<T: Plain + ?Sized> Plain for &T {
    fn write(&self, json: &mut Json) {
        (**self).write(json);
    }
}

impl Plain for str {
    fn write(&self, json: &mut Json) {
        json.quoted(self);
    }
}

impl Plain for String {
    fn write(&self, json: &mut Json) {
        json.quoted(self);
    }
}

impl Plain for bool {
    fn write(&self, json: &mut Json) {
        json.push(if *self { "true" } else { "false" });
    }
}

impl Plain for u64 {
    fn write(&self, json: &mut Json) {
        json.push(&self.to_string());
    }
}

impl Plain for u32 {
    fn write(&self, json: &mut Json) {
        u64::from(*self).write(json);
    }
}

impl Plain for Tokens {
    fn write(&self, json: &mut Json) {
        json.number(self.decimal(), 0);
    }
}

impl Plain for Months {
    fn write(&self, json: &mut Json) {
        json.number(self.decimal(), 6);
    }
}

impl Plain for Decimal {
    fn write(&self, json: &mut Json) {
        json.number(*self, 6);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(value: &impl Plain) -> Value {
        serde_json::from_str(&to_json(value)).unwrap()
    }

    #[test]
    fn every_text_is_read_back() {
        for text in [
            "",
            "é \\ \" 日本 🦀",
            "\u{0}\n\u{1f}\u{7f}",
            "\\\\\"\"",
            ",[{:",
        ] {
            assert_eq!(read(&text), json!(text));
        }
    }

    #[test]
    fn parts_are_told_apart() {
        let none: Vec<u64> = Vec::new();
        assert_eq!(to_json(&none), "[]");
        assert_eq!(to_json(&vec![none, vec![1, 2]]), "[[],[1,2]]");
        assert_eq!(to_json(&vec![",", "[", ":"]), "[\",\",\"[\",\":\"]");
        assert_eq!(to_json(&vec![Some(true), None]), "[true,null]");
    }

    #[test]
    fn numbers_are_rounded_once_and_zero_has_no_sign() {
        for (value, written) in [
            ("1.50", "\"1.5\""),
            ("0.0000005", "\"0.000001\""),
            ("-0.0000005", "\"-0.000001\""),
            ("-0.0000004", "\"0\""),
            ("1000000000000000000", "\"1000000000000000000\""),
        ] {
            assert_eq!(to_json(&value.parse::<Decimal>().unwrap()), written);
        }
    }
}

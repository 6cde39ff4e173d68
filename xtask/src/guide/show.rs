//! A value of a report as a page shows it: all its digits, never rounded.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::size;

/// How a value is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `$1,230`
    Usd,
    /// `75.4%`
    Percent,
    /// `81,111,112`
    Number,
    /// As it is; `unknown` where there is none.
    Text,
}

impl Form {
    /// The form of this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "usd" => Some(Self::Usd),
            "percent" => Some(Self::Percent),
            "number" => Some(Self::Number),
            "text" => Some(Self::Text),
            _ => None,
        }
    }

    /// The value, or both its ends where they differ.
    pub fn show(self, value: &Value) -> Result<String> {
        if let Some(low) = value.get("low") {
            let high = &value["high"];
            return if low == high {
                self.show(low)
            } else {
                Ok(between(&self.show(low)?, &self.show(high)?))
            };
        }
        if self == Self::Text {
            return Ok(match value {
                Value::String(text) => text.clone(),
                Value::Null => "unknown".to_owned(),
                other => other.to_string(),
            });
        }
        match value {
            Value::String(text) => match text.split_once("..") {
                Some((low, high)) => Ok(between(&self.one(low)?, &self.one(high)?)),
                None => self.one(text),
            },
            Value::Number(number) => self.one(&number.to_string()),
            Value::Null => bail!("it is unknown there, or there is none"),
            _ => bail!("{value} is not a number"),
        }
    }

    fn one(self, text: &str) -> Result<String> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => ("−", digits),
            None => ("", text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let is_plain = decimals.bytes().all(|b| b.is_ascii_digit());
        let whole = whole.parse().ok().filter(|_| is_plain);
        let whole = size::grouped(whole.with_context(|| format!("“{text}” is not a number"))?);
        let digits = match (decimals.len(), self) {
            (0, _) => whole,
            (1, Self::Usd) => format!("{whole}.{decimals}0"),
            _ => format!("{whole}.{decimals}"),
        };
        Ok(match self {
            Self::Usd => format!("{sign}${digits}"),
            Self::Percent => format!("{sign}{digits}%"),
            _ => format!("{sign}{digits}"),
        })
    }
}

/// Both ends; a dash before a minus sign could not be told from it.
fn between(low: &str, high: &str) -> String {
    let is_negative = [low, high].iter().any(|end| end.starts_with('−'));
    format!("{low}{}{high}", if is_negative { " to " } else { "–" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_shown_whole() -> Result<()> {
        for (form, value, shown) in [
            (Form::Usd, json!("1230"), "$1,230"),
            (Form::Usd, json!("0.9"), "$0.90"),
            (Form::Usd, json!("3528.125"), "$3,528.125"),
            (Form::Usd, json!({ "low": "-5", "high": "7" }), "−$5 to $7"),
            (Form::Usd, json!("200..1000"), "$200–$1,000"),
            (
                Form::Percent,
                json!({ "low": "75.4", "high": "75.4" }),
                "75.4%",
            ),
            (Form::Number, json!("81111112"), "81,111,112"),
            (Form::Number, json!(12), "12"),
            (Form::Text, json!("at"), "at"),
            (Form::Text, json!(null), "unknown"),
            (Form::Text, json!({ "low": null, "high": null }), "unknown"),
            (Form::Text, json!(true), "true"),
        ] {
            assert_eq!(form.show(&value)?, shown);
        }
        for value in [
            json!(null),
            json!("500M"),
            json!([1]),
            json!({ "low": null, "high": "1" }),
        ] {
            assert!(Form::Number.show(&value).is_err(), "{value}");
        }
        Ok(())
    }
}

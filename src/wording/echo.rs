//! What was understood of a text, as the form says it back.

use super::amount::{Precision, usd};
use crate::quantity::{Percent, Quantity, Range, Rate, Usd, group_digits};
use crate::scenario::{FieldId, Kind, Pool, Pools};

/// `= 500,000,000 tokens per month`; nothing where the text says it as well, or is no value.
#[must_use]
pub fn echo(id: FieldId, text: &str) -> Option<String> {
    id.check(text).ok()?;
    let field = id.field();
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if text == "?" {
        return Some("= unknown: what needs it is not computed".to_owned());
    }
    let said = match field.kind {
        Kind::Choice(_) | Kind::Label | Kind::Letters(_) | Kind::Currency => return None,
        Kind::Pools => pools(&text.parse().ok()?)?,
        Kind::Rate => match text.parse().ok()? {
            Rate::Blended(rate) => dollars(rate),
            Rate::Split { input, output } => {
                format!("{} input, {} output", dollars(input), dollars(output))
            }
        },
        Kind::Number { .. } if field.unit.starts_with('$') => {
            dollars(text.parse::<Range<Usd>>().ok()?)
        }
        Kind::Number { .. } => {
            // A percentage is the plainest quantity: any sign, any decimals. The text has been
            // checked against its own field.
            let numbers = text.parse::<Range<Percent>>().ok()?;
            super::amount::ends(numbers, |number| group_digits(number.decimal()))
        }
    };
    let said = match field.unit.trim_start_matches(['$', '%', ' ']) {
        "" => said,
        _ if field.unit.starts_with('$') => said,
        _ if field.unit.starts_with('%') => format!("{said}%"),
        unit if said == "1" => format!("1 {}", unit.trim_end_matches('s')),
        unit => format!("{said} {unit}"),
    };
    Some(format!("= {said}"))
}

/// `= $100,000 until month 24, $25,000 until month 12`; nothing without pools.
fn pools(pools: &Pools) -> Option<String> {
    let each = |pool: &Pool| {
        let amount = dollars(Range::point(pool.amount));
        format!("{amount} until month {}", pool.expires_after)
    };
    let said: Vec<_> = pools.pools().iter().map(each).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn dollars<Q: Quantity>(range: Range<Q>) -> String {
    super::amount::ends(range, |price| {
        let value = price.decimal();
        match value.scale() {
            0 => usd(value, Precision::Dollars),
            1 | 2 => usd(value, Precision::Cents),
            _ => format!("${}", group_digits(value)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_says_back_what_it_understood() {
        for (field, text, said) in [
            (FieldId::volume, "500M", "= 500,000,000 tokens per month"),
            (
                FieldId::volume,
                "1M to 2B",
                "= 1,000,000–2,000,000,000 tokens per month",
            ),
            (
                FieldId::teacher_rate,
                "0.0025/0.0125 per 1K",
                "= $2.50 input, $12.50 output",
            ),
            (FieldId::student_rate, "0.035", "= $0.035"),
            (FieldId::generation, "200-1,000", "= $200–$1,000"),
            (FieldId::hourly_1mo, ".9", "= $0.90"),
            (FieldId::input_share, "75.5 %", "= 75.5%"),
            (FieldId::units, "2e0", "= 2 units"),
            (FieldId::units, "1", "= 1 unit"),
            (
                FieldId::training,
                "?",
                "= unknown: what needs it is not computed",
            ),
        ] {
            assert_eq!(echo(field, text).as_deref(), Some(said), "{text}");
        }
        assert_eq!(echo(FieldId::volume, "abc"), None);
        assert_eq!(echo(FieldId::hosting, "both"), None);
    }
}

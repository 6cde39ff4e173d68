//! Crossings and volumes as text.

use super::amount::{absent, ends};
use super::{between, counted};
use crate::economics::{Crossing, Maybe, State};
use crate::quantity::{Quantity, Range, Tokens, group_digits, round_up};

/// A volume, all its digits.
#[must_use]
pub fn volume(range: Range<Tokens>) -> String {
    tokens(&ends(range, digits))
}

fn tokens(number: &str) -> String {
    counted(number, "token")
}

fn digits(tokens: Tokens) -> String {
    group_digits(round_up(tokens.decimal(), 0))
}

/// From which volume on, in whole tokens a month; and how often below it, where units come whole.
#[must_use]
pub fn crossing(crossing: &Maybe<Crossing>) -> String {
    let crossing = match &crossing.0 {
        Ok(crossing) => crossing,
        Err(why) => return absent(*why),
    };
    let mut said = always(crossing);
    if crossing.bound && crossing.low.is_some() {
        said.push_str(" at the latest");
    }
    let below = crossing.window_count.unwrap_or_default().saturating_sub(1);
    if let (Some(first), 1..) = (crossing.first, below) {
        let windows = counted(&group_digits(below.into()), "window");
        let first = digits(first);
        said.extend([
            "; below it in ",
            &windows,
            ", the first from ",
            &first,
            " on",
        ]);
    }
    said
}

fn always(crossing: &Crossing) -> String {
    let best = match (crossing.state, crossing.low) {
        (State::At, Some(volume)) => digits(volume),
        (State::Every, _) => "every volume".to_owned(),
        (State::Equal, _) => "no difference at any volume".to_owned(),
        (State::Never, _) | (State::At, None) => return "never".to_owned(),
    };
    let is_at = crossing.state == State::At;
    match crossing.high {
        None if is_at => format!("{} a month at best, never at worst", tokens(&best)),
        None => format!("{best} at best, never at worst"),
        Some(worst) if is_at => format!("{} a month", tokens(&between(&best, &digits(worst)))),
        Some(worst) if worst.decimal() > rust_decimal::Decimal::ONE => {
            format!(
                "{best} at best, {} a month at worst",
                tokens(&digits(worst))
            )
        }
        Some(_) => best,
    }
}

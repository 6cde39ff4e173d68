//! Where a staircase crosses a line: model units come whole, so the student's cost jumps with each
//! one more, and can cross the teacher's line several times.
//!
//! With `n` units the student costs no more from the volume `w(n)` on, where the gain of the tokens
//! has paid for the units, and they carry the volumes up to `c(n)`. Each step is solved in closed
//! form, and so are the first step that has a window, the last, and how many lie between.

use super::case::MOST_TOKENS;
use super::crossing::{State, Window, line};
use crate::quantity::{Exact, Overflow, Tokens, round_down, round_up};
use rust_decimal::Decimal;

/// Where a balance turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub state: State,
    /// From here on, always.
    pub always: Option<Tokens>,
    pub first: Option<Tokens>,
    /// The first few windows, where units come whole.
    pub windows: Option<Vec<Window>>,
    pub window_count: u64,
}

impl Found {
    pub const fn never() -> Self {
        Self {
            state: State::Never,
            always: None,
            first: None,
            windows: None,
            window_count: 0,
        }
    }

    pub fn at(state: State, volume: Decimal) -> Self {
        match tokens(volume) {
            None => Self::never(),
            always => Self {
                state,
                always,
                ..Self::never()
            },
        }
    }

    /// The same with the one window that it has, if any.
    fn with_one_window(mut self) -> Self {
        self.first = self.always;
        let from = self.always.iter();
        let windows = from.map(|from| Window {
            from: *from,
            to: None,
        });
        self.window_count = u64::from(self.always.is_some());
        self.windows = Some(windows.collect());
        self
    }
}

/// The cost of the student against the teacher's, by the volume. The price of a unit and what is
/// fixed are dollars, the gain dollars for a million tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Staircase {
    pub gain: Decimal,
    pub fixed: Decimal,
    pub price: Decimal,
    /// How many units there are at least.
    pub least: Decimal,
    /// The tokens that one carries.
    pub tokens: Decimal,
    /// What a token of volume asks of it.
    pub load: Decimal,
}

/// No greater count is exact in every language.
const MOST_COUNTED: u64 = (1 << 53) - 1;

/// So many windows are told.
const TOLD: u32 = 12;

/// So many steps at most have a window too narrow for a whole token at either end.
const NARROW: u32 = 1_000;

impl Staircase {
    /// Where it turns; with its windows, when asked.
    pub fn solve(&self, windows: bool) -> Result<Found, Overflow> {
        let entered = self.fixed.plus(self.price.times(self.least)?)?;
        if self.load.is_zero() || self.price.is_zero() || self.gain <= Decimal::ZERO {
            let found = line(entered, self.gain)?;
            return Ok(if windows {
                found.with_one_window()
            } else {
                found
            });
        }
        let Ok(Some((first, last))) = self.steps() else {
            return Ok(Found::never().with_one_window());
        };
        self.tell(first, last, windows)
            // What is so far out that it cannot be computed is out of reach.
            .or_else(|Overflow| Ok(Found::never().with_one_window()))
    }

    /// The first step that has a window, and the last whose window does not begin with it. None,
    /// where each unit costs what it can ever save, or more.
    pub fn steps(&self) -> Result<Option<(Decimal, Decimal)>, Overflow> {
        let unit = self.price.times(MILLION)?.times(self.load)?;
        let saved = self.gain.times(self.tokens)?;
        let left = saved.minus(unit)?;
        if left <= Decimal::ZERO {
            return Ok(None);
        }
        let fixed = self.fixed.times(MILLION)?.times(self.load)?;
        let first = round_up(fixed.over(left)?, 0).max(self.least);
        let last = round_up(fixed.plus(saved)?.over(left)?, 0).minus(Decimal::ONE)?;
        Ok(Some((first, last.max(first))))
    }

    /// The least whole volume that pays for so many units.
    fn paid(&self, units: Decimal) -> Result<Decimal, Overflow> {
        let cost = self.fixed.plus(self.price.times(units)?)?;
        let volume = round_up(cost.times(MILLION)?.over(self.gain)?, 0);
        Ok(volume.max(Decimal::ONE))
    }

    /// The greatest whole volume that so many units carry.
    fn carried(&self, units: Decimal) -> Result<Decimal, Overflow> {
        Ok(round_down(units.times(self.tokens)?.over(self.load)?, 0))
    }

    fn tell(&self, first: Decimal, last: Decimal, windows: bool) -> Result<Found, Overflow> {
        let is_empty = |units: Decimal| Ok(self.paid(units)? > self.carried(units)?);
        // No whole token lies between the end of the step below and where this one is paid.
        let joined = |units: Decimal| {
            let below = units.minus(Decimal::ONE)?;
            Ok(self.paid(units)? <= self.carried(below)?.plus(Decimal::ONE)?)
        };
        let mut last = last;
        let mut narrow = NARROW;
        while last > first && narrow > 0 && joined(last)? {
            last = last.minus(Decimal::ONE)?;
            narrow = narrow.saturating_sub(1);
        }
        while narrow > 0 && is_empty(last)? {
            last = last.plus(Decimal::ONE)?;
            narrow = narrow.saturating_sub(1);
        }
        let mut first = first;
        while first < last && narrow > 0 && is_empty(first)? {
            first = first.plus(Decimal::ONE)?;
            narrow = narrow.saturating_sub(1);
        }
        let start = |units: Decimal| {
            let paid = self.paid(units)?;
            if units == self.least {
                return Ok(paid);
            }
            let below = self.carried(units.minus(Decimal::ONE)?)?;
            Ok(paid.max(below.plus(Decimal::ONE)?))
        };
        let mut found = Found::at(State::At, start(last)?);
        if !windows {
            return Ok(found);
        }
        found.first = tokens(start(first)?);
        let mut told = Vec::new();
        let mut units = first;
        for _ in 0..TOLD {
            let Some(from) = tokens(start(units)?) else {
                break;
            };
            let to = if units == last {
                None
            } else {
                Some(self.carried(units)?)
            };
            told.push(Window {
                from,
                to: to.and_then(|to| Tokens::try_from(to).ok()),
            });
            if units == last {
                break;
            }
            units = units.plus(Decimal::ONE)?;
        }
        let count = if found.always.is_some() {
            last.minus(first)?.plus(Decimal::ONE)?
        } else {
            self.within_reach(first)?
        };
        found.window_count = u64::try_from(count)
            .unwrap_or(MOST_COUNTED)
            .min(MOST_COUNTED);
        found.windows = Some(told);
        Ok(found)
    }

    /// The end of a window that is nearest to a volume, and whether the window begins there; not
    /// rounded to whole tokens.
    pub fn nearest_end(&self, volume: Decimal) -> Option<(Decimal, bool)> {
        let ends = self.ends_near(volume).unwrap_or_default();
        let apart = |end: &Decimal| end.minus(volume).unwrap_or(Decimal::MAX).abs();
        ends.into_iter().min_by_key(|(end, _)| apart(end))
    }

    fn ends_near(&self, volume: Decimal) -> Result<Vec<(Decimal, bool)>, Overflow> {
        let begins = |units: Decimal| {
            let cost = self.fixed.plus(self.price.times(units)?)?;
            cost.times(MILLION)?.over(self.gain)
        };
        if self.gain <= Decimal::ZERO {
            return Ok(Vec::new());
        }
        if self.price.is_zero() || self.load.is_zero() {
            return Ok(vec![(begins(self.least)?, true)]);
        }
        let Some((first, last)) = self.steps()? else {
            return Ok(Vec::new());
        };
        let here = round_up(volume.times(self.load)?.over(self.tokens)?, 0);
        let near = [here.minus(Decimal::ONE)?, here, here.plus(Decimal::ONE)?];
        let mut ends = Vec::new();
        for units in near.into_iter().chain([first, last]) {
            let units = units.clamp(first, last);
            ends.push((begins(units)?, true));
            if units < last {
                ends.push((units.times(self.tokens)?.over(self.load)?, false));
            }
        }
        Ok(ends)
    }

    /// How many windows from a step on begin within reach.
    fn within_reach(&self, first: Decimal) -> Result<Decimal, Overflow> {
        let spent = MOST_TOKENS.times(self.gain)?.over(MILLION)?;
        let last = round_down(spent.minus(self.fixed)?.over(self.price)?, 0);
        Ok(last.minus(first)?.plus(Decimal::ONE)?.max(Decimal::ZERO))
    }
}

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// A volume within reach.
fn tokens(volume: Decimal) -> Option<Tokens> {
    Tokens::try_from(volume).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Quantity;

    fn stairs(price: &str, tokens: &str) -> Staircase {
        let number = |text: &str| text.parse().unwrap();
        Staircase {
            gain: number("5"),
            fixed: number("1.95"),
            price: number(price),
            least: Decimal::ONE,
            tokens: number(tokens),
            load: Decimal::ONE,
        }
    }

    #[test]
    fn a_staircase_has_windows() {
        let found = stairs("22082.5", "5256000000").solve(true).unwrap();
        let told = |tokens: Option<Tokens>| tokens.map(|t| t.decimal().to_string());
        assert_eq!(told(found.first).as_deref(), Some("4416890000"));
        assert_eq!(told(found.always).as_deref(), Some("26499390000"));
        assert_eq!(found.window_count, 6);
        let windows = found.windows.unwrap();
        assert_eq!(told(windows[0].to).as_deref(), Some("5256000000"));
        assert_eq!(windows[5].to, None);
    }

    #[test]
    fn a_unit_that_cannot_save_its_price_has_none() {
        let found = stairs("26280", "5256000000").solve(true).unwrap();
        assert_eq!(found, Found::never().with_one_window());
    }

    #[test]
    fn a_million_steps_cost_no_more_than_two() {
        // Each unit saves a millionth more than it costs.
        let found = stairs("26279.97372", "5256000000").solve(true).unwrap();
        assert!(found.window_count > 900_000);
        assert_eq!(found.windows.unwrap().len(), 12);
    }
}

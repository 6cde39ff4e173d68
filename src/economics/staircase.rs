//! Where a staircase crosses a line: model units come whole, so the student's cost jumps with each
//! one more, and can cross the teacher's line several times.
//!
//! With `n` units the student costs no more from the volume `w(n)` on, where the gain of the tokens
//! has paid for the units, and they carry the volumes up to `c(n)`. Each step is solved in closed
//! form, and so are the first step that has a window, the last, and how many lie between.

use super::case::MOST_TOKENS;
use super::crossing::{State, Window};
use super::number::Num;
use crate::quantity::Tokens;
use std::cmp::Ordering::{Equal, Greater, Less};

/// Where a balance turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub state: State,
    /// From here on, always.
    pub always: Option<Tokens>,
    pub first: Option<Tokens>,
    /// The first few windows.
    pub windows: Vec<Window>,
    pub window_count: u64,
}

impl Found {
    pub const fn never() -> Self {
        Self {
            state: State::Never,
            always: None,
            first: None,
            windows: Vec::new(),
            window_count: 0,
        }
    }

    /// From a volume on, in one window; what is out of reach is never.
    pub fn at(state: State, volume: Num) -> Self {
        match tokens(volume) {
            None => Self::never(),
            Some(from) => Self {
                state,
                always: Some(from),
                first: Some(from),
                windows: vec![Window { from, to: None }],
                window_count: 1,
            },
        }
    }
}

/// The cost of the student against the teacher's, by the volume. The price of a unit and what is
/// fixed are dollars, the gain dollars for a million tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Staircase {
    pub gain: Num,
    pub fixed: Num,
    pub price: Num,
    /// How many units there are at least.
    pub least: Num,
    /// The tokens that one carries.
    pub tokens: Num,
    /// What a token of volume asks of it: above one at the peak, below one where some of it stays
    /// with the teacher.
    pub load: Num,
}

/// No greater count is exact in every language.
const MOST_COUNTED: u64 = (1 << 53) - 1;

/// So many windows are told.
const TOLD: usize = 12;

/// So many steps at most have a window too narrow for a whole token at either end.
const NARROW: u32 = 1_000;

impl Staircase {
    /// Where it turns. What is so far out that it cannot be computed is out of reach.
    pub fn solve(&self) -> Found {
        if self.is_line() {
            return line(self.cost(self.least), self.gain);
        }
        match self.steps() {
            None => Found::never(),
            Some((first, last)) => self.tell(first, last),
        }
    }

    /// Whether no further unit ever changes the answer.
    fn is_line(&self) -> bool {
        self.load.is_zero() || self.price.is_zero() || self.gain.sign() != Greater
    }

    /// What so many units cost, with all that is fixed.
    fn cost(&self, units: Num) -> Num {
        self.fixed.plus(self.price.times(units))
    }

    /// The volume that pays for so many units.
    fn paid(&self, units: Num) -> Num {
        self.cost(units).times(Num::MILLION).over(self.gain)
    }

    /// The volume that so many units carry.
    fn carried(&self, units: Num) -> Num {
        units.times(self.tokens).over(self.load)
    }

    /// The first step that has a window, and the last whose window does not begin with it. None,
    /// where each unit costs what it can ever save, or more.
    fn steps(&self) -> Option<(Num, Num)> {
        let unit = self.price.times(Num::MILLION).times(self.load);
        let saved = self.gain.times(self.tokens);
        let left = saved.minus(unit);
        if left.sign() != Greater {
            return None;
        }
        let fixed = self.fixed.times(Num::MILLION).times(self.load);
        let first = fixed.over(left).ceil().max(self.least);
        let last = fixed.plus(saved).over(left).ceil().minus(Num::ONE);
        Some((first, last.max(first)))
    }

    /// The first whole volume at which so many units are paid.
    fn pays_from(&self, units: Num) -> Num {
        self.paid(units).ceil().max(Num::ONE)
    }

    /// The last whole volume that so many units carry.
    fn carries_to(&self, units: Num) -> Num {
        self.carried(units).floor()
    }

    /// Whether a step has no window.
    fn is_empty(&self, units: Num) -> bool {
        self.pays_from(units).compare(self.carries_to(units)) == Greater
    }

    /// Whether no whole token lies between the end of the step below and where this one is paid.
    fn is_joined(&self, units: Num) -> bool {
        let below = self.carries_to(units.minus(Num::ONE));
        self.pays_from(units).compare(below.plus(Num::ONE)) != Greater
    }

    /// Where the window of a step starts.
    fn start(&self, units: Num) -> Num {
        let paid = self.pays_from(units);
        if units.compare(self.least) == Equal {
            return paid;
        }
        let below = self.carries_to(units.minus(Num::ONE));
        paid.max(below.plus(Num::ONE))
    }

    fn tell(&self, first: Num, last: Num) -> Found {
        let walk = |from: Num, by: Num, to: Num, goes_on: fn(&Self, Num) -> bool| {
            let mut units = from;
            for _ in 0..NARROW {
                if units.compare(to) == Equal || !goes_on(self, units) {
                    break;
                }
                units = units.plus(by);
            }
            units
        };
        let one_less = Num::ZERO.minus(Num::ONE);
        let last = walk(last, one_less, first, Self::is_joined);
        let last = walk(last, Num::ONE, Num::ZERO, Self::is_empty);
        let first = walk(first, Num::ONE, last, Self::is_empty);
        let mut found = Found::at(State::At, self.start(last));
        found.first = tokens(self.start(first));
        found.windows.clear();
        let mut units = first;
        while found.windows.len() < TOLD
            && let Some(from) = tokens(self.start(units))
        {
            let is_last = units.compare(last) == Equal;
            let to = tokens(self.carries_to(units)).filter(|_| !is_last);
            found.windows.push(Window { from, to });
            if is_last {
                break;
            }
            units = units.plus(Num::ONE);
        }
        let last = if found.always.is_some() {
            last
        } else {
            // The last that is paid within reach.
            let most = Num::plain(MOST_TOKENS).times(self.gain).per_million();
            most.minus(self.fixed).over(self.price).floor()
        };
        let count = last.minus(first).plus(Num::ONE).max(Num::ZERO).get();
        let count = count.map(u64::try_from);
        found.window_count = match count {
            Ok(Ok(count)) => count.min(MOST_COUNTED),
            _ => MOST_COUNTED,
        };
        found
    }

    /// The end of a window that is nearest to a volume, and whether the window begins there; not
    /// rounded to whole tokens.
    pub fn nearest_end(&self, volume: Num) -> Option<(Num, bool)> {
        if self.gain.sign() != Greater {
            return None;
        }
        if self.is_line() {
            return Some((self.paid(self.least), true));
        }
        let (first, last) = self.steps()?;
        let here = volume.times(self.load).over(self.tokens).ceil();
        let mut nearest: Option<(Num, bool, Num)> = None;
        for units in [here.minus(Num::ONE), here, here.plus(Num::ONE), first, last] {
            let units = units.max(first).min(last);
            let carried = self.carried(units);
            for (end, begins) in [(self.paid(units), true), (carried, false)] {
                let apart = end.minus(volume);
                let apart = apart.max(Num::ZERO.minus(apart));
                let is_end = begins || units.compare(last) == Less;
                if is_end && nearest.is_none_or(|(.., least)| apart.compare(least) == Less) {
                    nearest = Some((end, begins, apart));
                }
            }
        }
        nearest.map(|(end, begins, _)| (end, begins))
    }
}

/// The least whole volume at which `gain` dollars for a million tokens outweigh `fixed` dollars.
pub(super) fn line(fixed: Num, gain: Num) -> Found {
    match (gain.sign(), fixed.is_zero()) {
        (Less, _) | (Equal, false) => return Found::never(),
        (Equal, true) => return Found::at(State::Equal, Num::ONE),
        (Greater, true) => return Found::at(State::Every, Num::ONE),
        (Greater, false) => {}
    }
    let millionfold = fixed.times(Num::MILLION);
    let mut volume = millionfold
        .over(gain)
        .at_most(MOST_TOKENS)
        .ceil()
        .max(Num::ONE);
    // A quotient carries 28 digits: one that was rounded down onto a whole number is put right by
    // the product, which decides what a reader sees at the volume and one token below.
    if volume.times(gain).compare(millionfold) == Less {
        volume = volume.plus(Num::ONE);
    }
    Found::at(State::At, volume)
}

/// A volume within reach.
fn tokens(volume: Num) -> Option<Tokens> {
    let volume = volume.get().ok()?;
    Tokens::try_from(volume).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Quantity;

    fn stairs(price: &str, tokens: &str) -> Found {
        crate::economics::number::open();
        let number = |text: &str| Num::plain(text.parse().unwrap());
        let stairs = Staircase {
            gain: number("5"),
            fixed: number("1.95"),
            price: number(price),
            least: Num::ONE,
            tokens: number(tokens),
            load: Num::ONE,
        };
        stairs.solve()
    }

    #[test]
    fn a_staircase_has_windows() {
        let found = stairs("22082.5", "5256000000");
        let told = |tokens: Option<Tokens>| tokens.map(|t| t.decimal().to_string());
        assert_eq!(told(found.first).as_deref(), Some("4416890000"));
        assert_eq!(told(found.always).as_deref(), Some("26499390000"));
        assert_eq!(found.window_count, 6);
        assert_eq!(told(found.windows[0].to).as_deref(), Some("5256000000"));
        assert_eq!(found.windows[5].to, None);
    }

    #[test]
    fn a_unit_that_cannot_save_its_price_has_none() {
        assert_eq!(stairs("26280", "5256000000"), Found::never());
    }

    #[test]
    fn a_million_steps_cost_no_more_than_two() {
        // Each unit saves a millionth more than it costs.
        let found = stairs("26279.97372", "5256000000");
        assert!(found.window_count > 900_000);
        assert_eq!(found.windows.len(), 12);
    }
}

//! Where a staircase crosses a line: model units come whole, so the student's cost jumps with each
//! one more, and can cross the teacher's line several times.
//!
//! With `n` units the student costs no more from the volume `w(n)` on, where the gain of the tokens
//! has paid for the units, and they carry the volumes up to `c(n)`. Each step is solved in closed
//! form, and so are the first step that has a window, the last, and how many lie between. Only where
//! windows and what lies between them are narrower than a whole token are steps walked one by one.

use super::case::MOST_TOKENS;
use super::crossing::State;
use super::found::{Found, TOLD, Volumes, add};
use super::number::Num;
use std::cmp::Ordering::{Equal, Greater, Less};

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

/// So many steps at most are walked at either end.
const NARROW: u32 = 100;

/// The steps whose windows have ends of their own.
pub(super) struct Steps {
    pub first: Num,
    pub last: Num,
    /// The last whose window begins a whole token or more behind the one below, or the first.
    pub wide: Num,
    /// With so many steps more, windows are wider by one token, and what lies between them is
    /// narrower by one.
    narrow: Num,
}

impl Staircase {
    /// Where it turns. What is so far out that it cannot be computed is out of reach.
    pub fn solve(&self) -> Found {
        if self.is_line() {
            return line(self.cost(self.least), self.gain);
        }
        match self.steps() {
            Some(steps) => self.tell(&steps),
            None if self.fixed.is_zero() && self.left().is_zero() => self.touches(),
            None => Found::never(),
        }
    }

    /// From which volume on it always wins at the soonest, were there no token between windows that
    /// are apart by less than one; and at the latest, were there one between all that are apart. None,
    /// where it has no steps.
    pub fn always(&self) -> Option<[Num; 2]> {
        if self.is_line() {
            return None;
        }
        let Steps { wide, last, .. } = self.steps()?;
        Some([wide, last].map(|units| self.pays_from(units)))
    }

    /// Whether no further unit ever changes the answer.
    pub fn is_line(&self) -> bool {
        self.load.is_zero() || self.price.is_zero() || self.gain.sign() != Greater
    }

    /// What so many units cost, with all that is fixed.
    fn cost(&self, units: Num) -> Num {
        self.fixed.plus(self.price.times(units))
    }

    /// The volume that pays for so many units.
    pub fn paid(&self, units: Num) -> Num {
        self.cost(units).times(Num::MILLION).over(self.gain)
    }

    /// The volume that so many units carry.
    pub fn carried(&self, units: Num) -> Num {
        units.times(self.tokens).over(self.load)
    }

    /// What the tokens of a unit save, less what it costs, in dollars times a million times the load.
    pub fn left(&self) -> Num {
        let unit = self.price.times(Num::MILLION).times(self.load);
        self.gain.times(self.tokens).minus(unit)
    }

    /// The first step that has a window, and the last whose window does not begin with it. None,
    /// where each unit costs what it can ever save, or more.
    pub fn steps(&self) -> Option<Steps> {
        let left = self.left();
        if left.sign() != Greater {
            return None;
        }
        let fixed = self.fixed.times(Num::MILLION).times(self.load);
        let saved = fixed.plus(self.gain.times(self.tokens));
        let token = self.gain.times(self.load);
        let first = fixed.over(left).ceil().max(self.least);
        let last = saved.over(left).ceil().minus(Num::ONE).max(first);
        let wide = saved.minus(token).over(left).floor().max(first);
        let narrow = token.over(left).ceil();
        let steps = Steps {
            first,
            last,
            wide,
            narrow,
        };
        [last, narrow]
            .iter()
            .all(|end| end.gap().is_none())
            .then_some(steps)
    }

    /// The first whole volume at which so many units are paid.
    fn pays_from(&self, units: Num) -> Num {
        self.paid(units).ceil().max(Num::ONE)
    }

    /// The last whole volume that so many units carry.
    fn carries_to(&self, units: Num) -> Num {
        self.carried(units).floor()
    }

    /// The windows of some steps. A step without a whole token has none, and where no whole token
    /// lies between two windows, they are one.
    fn walk(&self, from: Num, to: Num) -> Vec<Volumes> {
        const MOST: u32 = 3 * NARROW;
        let mut windows = Vec::new();
        let mut units = from;
        let mut below = match from.compare(self.least) {
            Greater => self.carries_to(from.minus(Num::ONE)),
            Less | Equal => Num::ZERO,
        };
        for _ in 0..MOST {
            if units.compare(to) == Greater {
                break;
            }
            let start = self.pays_from(units).max(below.plus(Num::ONE));
            below = self.carries_to(units);
            if start.compare(below) != Greater {
                add(&mut windows, (start, Some(below)));
            }
            units = units.plus(Num::ONE);
        }
        windows
    }

    fn tell(&self, steps: &Steps) -> Found {
        let Steps {
            first,
            last,
            narrow,
            ..
        } = *steps;
        if narrow.compare(Num::count(NARROW)) == Greater {
            return Found {
                bound: true,
                ..Found::at(State::At, self.pays_from(last))
            };
        }
        // Between the narrow steps at either end, each has a window of its own.
        let end = last.minus(narrow).max(first);
        let mut closing = self.walk(end, last);
        add(&mut closing, (self.carries_to(last).plus(Num::ONE), None));
        let always = closing.last().map_or(Num::ONE, |(from, _)| *from);
        let mut windows = Vec::new();
        let mut between = Num::ZERO;
        if end.compare(first) == Greater {
            let told = Num::count(u32::try_from(TOLD).unwrap_or_default());
            let start = first.plus(narrow).plus(told).min(end.minus(Num::ONE));
            windows = self.walk(first, start);
            between = end.minus(start).minus(Num::ONE);
        }
        if between.is_zero() {
            for window in closing {
                add(&mut windows, window);
            }
        } else {
            between = between.plus(number_of(&closing));
        }
        let count = between.plus(number_of(&windows));
        let found = Found::at(State::At, always);
        if found.always.is_some() {
            return found.with(&windows, count);
        }
        // The last that is paid within reach.
        let most = Num::plain(MOST_TOKENS).times(self.gain).per_million();
        let last = most.minus(self.fixed).over(self.price).floor();
        let reached = last.minus(first).plus(Num::ONE).max(Num::ZERO);
        found.with(&windows, reached.min(count))
    }

    /// Each unit costs just what all that it carries saves: a window of one token, where it carries
    /// whole tokens.
    fn touches(&self) -> Found {
        let whole = |every: &u32| {
            let apart = self.carried(Num::count(*every));
            apart.compare(apart.ceil()) == Equal
        };
        let Some(every) = (1..=NARROW).find(whole).map(Num::count) else {
            return Found {
                bound: true,
                ..Found::never()
            };
        };
        let apart = self.carried(every);
        let first = self.least.over(every).ceil();
        if apart.compare(Num::ONE) == Equal {
            return Found::at(State::At, first);
        }
        let mut windows = Vec::new();
        let mut at = first;
        while windows.len() < TOLD {
            let volume = at.times(apart);
            windows.push((volume, Some(volume)));
            at = at.plus(Num::ONE);
        }
        let reached = Num::plain(MOST_TOKENS).over(apart).floor();
        let count = reached.minus(first).plus(Num::ONE).max(Num::ZERO);
        Found::never().with(&windows, count)
    }
}

fn number_of(windows: &[Volumes]) -> Num {
    Num::count(u32::try_from(windows.len()).unwrap_or_default())
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
    let volume = millionfold
        .over(gain)
        .at_most(MOST_TOKENS)
        .ceil()
        .max(Num::ONE);
    // The last digits of a quotient do not decide between two whole numbers: the product does, which
    // a reader sees at the volume and one token below.
    let pays = |volume: &Num| volume.times(gain).compare(millionfold) != Less;
    let near = [volume.minus(Num::ONE).max(Num::ONE), volume];
    let volume = near.into_iter().find(pays).unwrap_or(volume.plus(Num::ONE));
    Found::at(State::At, volume)
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::crossing::Window;
    use super::*;
    use crate::quantity::{Quantity, Tokens};

    pub fn staircase(gain: &str, fixed: &str, price: &str, tokens: &str) -> Staircase {
        crate::economics::ledger::open();
        let number = |text: &str| Num::plain(text.parse().unwrap());
        Staircase {
            gain: number(gain),
            fixed: number(fixed),
            price: number(price),
            least: Num::ONE,
            tokens: number(tokens),
            load: Num::ONE,
        }
    }

    fn stairs(price: &str, tokens: &str) -> Found {
        staircase("5", "1.95", price, tokens).solve()
    }

    fn ends(found: &Found) -> Vec<[String; 2]> {
        let text = |tokens: Option<Tokens>| {
            tokens.map_or(String::new(), |tokens| tokens.decimal().to_string())
        };
        let ends = |window: &Window| [text(Some(window.from)), text(window.to)];
        found.windows.iter().map(ends).collect()
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
    fn a_unit_that_just_saves_its_price_has_windows_of_a_token() {
        let found = staircase("5", "0", "26280", "5256000000").solve();
        assert_eq!(
            (found.state, found.window_count),
            (State::Never, 190_258_751)
        );
        assert_eq!(ends(&found)[1], ["10512000000", "10512000000"]);
    }

    #[test]
    fn windows_have_whole_tokens() {
        // Units of 2.5 tokens cost 2.2 dollars, and a token saves one: from 2.2 to 2.5 no token is
        // whole; from 4.4 to 5 one is.
        let found = staircase("1000000", "0", "2.2", "2.5").solve();
        let windows = [["5", "5"], ["7", "7"], ["9", "12"], ["14", ""]];
        assert_eq!(ends(&found), windows);
        assert_eq!((found.window_count, found.bound), (4, false));
    }

    #[test]
    fn steps_too_narrow_to_be_walked_are_a_bound() {
        let found = staircase("1000000", "0", "2.499", "2.5").solve();
        let told = found.always.map(|tokens| tokens.decimal().to_string());
        assert_eq!((told.as_deref(), found.bound), (Some("6246"), true));
    }

    #[test]
    fn no_window_within_reach_is_counted() {
        let price = "0.0000000000000000000000000001";
        let found = staircase(price, "1000000", price, "10000000000000000").solve();
        assert_eq!((found.state, found.window_count), (State::Never, 0));
    }

    #[test]
    fn a_million_steps_cost_no_more_than_two() {
        // Each unit saves a millionth more than it costs.
        let found = stairs("26279.97372", "5256000000");
        assert!(found.window_count > 900_000);
        assert_eq!(found.windows.len(), 12);
    }
}

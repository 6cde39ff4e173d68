//! Where a staircase crosses a line: model units come whole, so the student's cost jumps with each
//! one more, and can cross the teacher's line several times.
//!
//! With `n` units the student costs no more from the volume `w(n)` on, where the gain of the tokens
//! has paid for the units, and they carry the volumes up to `c(n)`. Each step is solved in closed
//! form, and so are the first step that has a window, the last, and how many lie between. Only where
//! windows and what lies between them are narrower than a whole token are steps walked one by one.

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
    /// Whether the steps are too narrow to know more than a bound, and no windows.
    pub bound: bool,
}

impl Found {
    pub const fn never() -> Self {
        Self {
            state: State::Never,
            always: None,
            first: None,
            windows: Vec::new(),
            window_count: 0,
            bound: false,
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
                bound: false,
            },
        }
    }
}

impl Found {
    /// The same with the first few of so many windows, those within reach.
    fn with(mut self, windows: &[Volumes], count: Num) -> Self {
        let window = |(from, to): &Volumes| {
            Some(Window {
                from: tokens(*from)?,
                to: to.and_then(tokens),
            })
        };
        self.windows = windows.iter().take(TOLD).filter_map(window).collect();
        self.first = self.windows.first().map(|window| window.from);
        self.window_count = match count.get().map(u64::try_from) {
            _ if self.first.is_none() => 0,
            Ok(Ok(count)) => count.min(MOST_COUNTED),
            _ => MOST_COUNTED,
        };
        self
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

/// So many steps at most are walked at either end.
const NARROW: u32 = 100;

/// So many at most are looked at for the nearest end on either side of a volume.
const MOST_SEEN: u32 = 1_000;

/// The steps whose windows have ends of their own.
struct Steps {
    first: Num,
    last: Num,
    /// The last whose window begins a whole token or more behind the one below, or the first.
    wide: Num,
    /// With so many steps more, windows are wider by one token, and what lies between them is
    /// narrower by one.
    narrow: Num,
}

/// Volumes from one whole token to another, or without end.
type Volumes = (Num, Option<Num>);

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

    /// What the tokens of a unit save, less what it costs, in dollars times a million times the load.
    pub fn left(&self) -> Num {
        let unit = self.price.times(Num::MILLION).times(self.load);
        self.gain.times(self.tokens).minus(unit)
    }

    /// The first step that has a window, and the last whose window does not begin with it. None,
    /// where each unit costs what it can ever save, or more.
    fn steps(&self) -> Option<Steps> {
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

    /// The end of a window that is nearest to a volume, but no larger than another; in whole tokens
    /// where `whole`, of windows that have one.
    pub fn nearest_end(&self, volume: Num, most: Num, whole: bool) -> Option<Num> {
        if self.gain.sign() != Greater {
            return None;
        }
        let begin = |units| {
            let paid = self.paid(units);
            if whole { paid.ceil() } else { paid }
        };
        let end = |units| {
            let carried = self.carried(units);
            if whole { carried.floor() } else { carried }
        };
        if self.is_line() {
            return Some(begin(self.least));
        }
        let Steps {
            first, last, wide, ..
        } = self.steps()?;
        let within = |units: Num| units.max(first).min(last);
        let here = within(volume.times(self.load).over(self.tokens).ceil());
        let apart = if whole { Num::ONE } else { Num::ZERO };
        // Whether the windows of a step and of the one below are two.
        let are_two = |units: Num| {
            let below = end(units.minus(Num::ONE)).plus(apart);
            units.compare(self.least) != Greater || begin(units).compare(below) == Greater
        };
        let mut nearest: Option<(Num, Num)> = None;
        // Whether a step has an end; should it be the nearest so far, it is kept.
        let mut see = |units: Num| {
            let is_last = units.compare(last) == Equal;
            if !is_last && begin(units).compare(end(units)) == Greater {
                return false;
            }
            let turns = [
                (begin(units), are_two(units)),
                (end(units), !is_last && are_two(units.plus(Num::ONE))),
            ];
            let mut seen = false;
            for (turn, _) in turns.into_iter().filter(|(_, turns)| *turns) {
                let apart = turn.minus(volume);
                let apart = apart.max(Num::ZERO.minus(apart));
                let nearer = nearest.is_none_or(|(_, least)| apart.compare(least) == Less);
                if nearer && turn.compare(most) != Greater {
                    nearest = Some((turn, apart));
                }
                seen = true;
            }
            seen
        };
        for units in [first, last, wide] {
            see(units);
        }
        // Where steps are narrow, those nearby may have no end.
        for side in [Num::ONE, Num::ZERO.minus(Num::ONE)] {
            let mut units = here;
            see(units);
            for _ in 0..MOST_SEEN {
                units = within(units.plus(side));
                if see(units) {
                    break;
                }
            }
        }
        nearest.map(|(turn, _)| turn)
    }
}

/// Adds a window, which may continue the one before.
fn add(windows: &mut Vec<Volumes>, (from, to): Volumes) {
    match windows.last_mut() {
        Some((_, last @ Some(_)))
            if last.is_some_and(|end| end.plus(Num::ONE).compare(from) == Equal) =>
        {
            *last = to;
        }
        _ => windows.push((from, to)),
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
    let pays = |volume: &Num| volume.times(gain).minus(millionfold).sign() != Less;
    let near = [volume.minus(Num::ONE).max(Num::ONE), volume];
    let volume = near.into_iter().find(pays).unwrap_or(volume.plus(Num::ONE));
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

    fn staircase(gain: &str, fixed: &str, price: &str, tokens: &str) -> Staircase {
        crate::economics::number::open();
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
    fn no_end_beyond_what_may_be_is_near() {
        let stairs = staircase("5", "1.95", "22082.5", "5256000000");
        let [now, most] = [5_000_000_000_u64, 5_100_000_000].map(|t| Num::plain(t.into()));
        let end = |most| stairs.nearest_end(now, most, true).map(Num::value);
        assert_eq!(
            end(Num::plain(10_000_000_000_u64.into())),
            Some(5_256_000_000_u64.into())
        );
        assert_eq!(end(most), Some(4_416_890_000_u64.into()));
    }

    /// A token saves one dollar, and the first windows have no whole one: the 2nd, the 25th and the
    /// 143rd are the first that do.
    #[test]
    fn the_nearest_end_may_be_many_steps_away() {
        for (price, tokens, nearest) in [
            ("2.49", "2.5", 5_u64),
            ("2.32", "2.33", 58),
            ("2.3001", "2.3007", 329),
        ] {
            let stairs = staircase("1000000", "0", price, tokens);
            let end = stairs.nearest_end(Num::ONE, Num::plain(1_000_000_000_u64.into()), true);
            assert_eq!(end.map(Num::value), Some(nearest.into()), "{price}");
        }
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

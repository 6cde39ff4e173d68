//! The volume nearest to another at which a staircase crosses the line.

use super::number::Num;
use super::staircase::{Staircase, Steps};
use std::cmp::Ordering::{Equal, Greater, Less};

/// So many at most are looked at for the nearest end on either side of a volume.
const MOST_SEEN: u32 = 1_000;

impl Staircase {
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
        for units in [first, last, wide, here] {
            see(units);
        }
        // Where steps are narrow, those nearby may have no end.
        for side in [Num::ONE, Num::ZERO.minus(Num::ONE)] {
            let mut units = here;
            for _ in 0..MOST_SEEN {
                let next = within(units.plus(side));
                if next.compare(units) == Equal || see(next) {
                    break;
                }
                units = next;
            }
        }
        nearest.map(|(turn, _)| turn)
    }
}

#[cfg(test)]
mod tests {
    use super::super::staircase::tests::staircase;
    use super::*;

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
}

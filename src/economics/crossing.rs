//! From which volume on the student costs no more than the teacher.
//!
//! Both costs are straight lines in the volume, but for the model units, which come whole: where it is
//! known what one carries, the student's cost is a staircase. See [`staircase`](super::staircase).

mod balance;

pub(super) use balance::{Balance, of_month};

use super::case::At;
use super::cases::Cases;
use super::found::Found;
use super::inputs::Inputs;
use super::path::Path;
use super::{Absent, Maybe};
use crate::quantity::Tokens;
use crate::scenario::FieldId;

/// What is known of a crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The student is cheaper at every volume.
    Every,
    /// The two never differ.
    Equal,
    /// There is a volume from which the student costs no more at every larger one; below it, it
    /// costs more.
    At,
    /// There is no volume from which the student always wins.
    Never,
}

/// The volume, in whole tokens a month, from which the student costs no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The state in the student's best case.
    pub state: State,
    /// The volume in the student's best case; one token where it wins or ties at every volume,
    /// none where it never does.
    pub low: Option<Tokens>,
    /// The same in its worst case.
    pub high: Option<Tokens>,
    /// The smallest volume at which the student costs no more, where units come whole and nothing is
    /// a range.
    pub first: Option<Tokens>,
    /// The first twelve intervals of volumes at which it does.
    pub windows: Option<Vec<Window>>,
    /// How many there are; 2⁵³ − 1, should there be more.
    pub window_count: Option<u64>,
    /// Whether the volume is a bound, from which on the student surely wins.
    pub bound: bool,
}

/// An interval of volumes at which the student costs no more, in whole tokens a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its first volume.
    pub from: Tokens,
    /// Its last; none where it does not end.
    pub to: Option<Tokens>,
}

/// The months that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Steady,
    FirstMonth,
    Horizon,
}

/// The crossing over the student's best and worst case.
pub(super) fn crossing(cases: &Cases, paths: &[Path], span: Span) -> Maybe<Crossing> {
    let balances: Vec<_> = paths
        .iter()
        // No crossing depends on the volume.
        .filter(|path| path.case.pick.volume != At::High)
        .map(|path| Balance::of(path, span))
        .collect();
    merge(cases, &balances)
}

/// Where the best and the worst of some balances turn.
pub(super) fn merge(cases: &Cases, balances: &[Balance]) -> Maybe<Crossing> {
    let mut best: Option<Found> = None;
    let mut high = Some(Tokens::ZERO);
    let (mut detailed, mut bound, mut crosses) = (true, false, false);
    for balance in balances {
        let mut found = match balance.solve() {
            Ok(found) => found,
            Err(gap) => return Maybe(Err(cases.absent(gap))),
        };
        let mut latest = found.always;
        bound |= balance.bound || found.bound;
        // Which windows have a token between them depends on the share that the student answers,
        // at the corners of its range as much as within.
        if !cases.is_fixed(Inputs::only(FieldId::teacher_share))
            && let Some([soonest, on]) = balance.stairs.always()
        {
            found = Found::at(State::At, soonest);
            latest = Found::at(State::At, on).always;
            bound |= found.always != latest;
        }
        crosses |= found.state == State::At;
        detailed &= balance.whole && cases.is_fixed(balance.needs());
        let latest = high.zip(latest);
        high = latest.map(|(high, always)| high.max(always));
        if best.as_ref().is_none_or(|best| is_better(&found, best)) {
            best = Some(found);
        }
    }
    let Some(found) = best else {
        return Maybe(Err(Absent::Undefined));
    };
    let detailed = detailed && !found.bound;
    Maybe(Ok(Crossing {
        // Costs that never differ at one corner do at another.
        state: if crosses && found.state == State::Equal {
            State::At
        } else {
            found.state
        },
        low: found.always,
        high,
        first: found.first.filter(|_| detailed),
        window_count: detailed.then_some(found.window_count),
        windows: detailed.then_some(found.windows),
        bound,
    }))
}

/// Whether the student wins from a smaller volume on.
fn is_better(one: &Found, other: &Found) -> bool {
    match (one.always, other.always) {
        (Some(volume), Some(than)) => (volume, one.state) < (than, other.state),
        (volume, than) => volume.is_some() && than.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::number::Num;
    use super::super::staircase::line;
    use super::*;
    use crate::quantity::Quantity;

    fn solved(fixed: &str, gap: &str) -> (State, Option<String>) {
        crate::economics::ledger::open();
        let number = |text: &str| Num::plain(text.parse().unwrap());
        let found = line(number(fixed), number(gap));
        (found.state, found.always.map(|v| v.decimal().to_string()))
    }

    #[test]
    fn break_even_is_rounded_up() {
        assert_eq!(solved("730", "9"), (State::At, Some("81111112".into())));
        assert_eq!(solved("44165", "5"), (State::At, Some("8833000000".into())));
        assert_eq!(solved("0.000001", "9"), (State::At, Some("1".into())));
    }

    #[test]
    fn no_break_even_is_negative_or_infinite() {
        assert_eq!(solved("730", "0"), (State::Never, None));
        assert_eq!(solved("730", "-1"), (State::Never, None));
        assert_eq!(solved("0", "-1"), (State::Never, None));
        assert_eq!(solved("0", "0"), (State::Equal, Some("1".into())));
        assert_eq!(solved("0", "9"), (State::Every, Some("1".into())));
    }

    #[test]
    fn what_is_out_of_reach_is_never() {
        assert_eq!(
            solved("999999999999999", "0.000000000000000000000001"),
            (State::Never, None)
        );
        assert_eq!(solved("1000000000000000", "0.0001"), (State::Never, None));
    }

    /// Windows may be apart by less than a token. Whether one is between them is another question at
    /// each share of a range, and not settled by its ends.
    #[test]
    fn windows_less_than_a_token_apart_are_a_bound_where_the_share_is_a_range() {
        let steady = |share: &str| {
            let link = format!(
                "#in=10.4&t=9355/1.337&s=0/0&p0=13531.6673&cap=289400&hr=4.8&dc=4.6&ts={share}"
            );
            let opened = crate::link::decode(&link);
            assert_eq!(opened.problems, []);
            let report = crate::economics::evaluate(&opened.scenario).unwrap();
            report.headline.crossover.steady.0.unwrap()
        };
        let range = steady("5.7..10.3");
        assert!(range.bound);
        for share in ["5.7", "8.5", "8.8625", "9", "10.3"] {
            let point = steady(share);
            assert!(
                range.low <= point.low && point.high <= range.high,
                "{share}"
            );
        }
    }

    /// A unit saves next to nothing beyond its price; the bounds were worked out in fractions.
    #[test]
    fn a_bound_by_next_to_nothing_is_exact() {
        let horizon = |link: &str| {
            let report = crate::economics::evaluate(crate::link::decode(link).scenario).unwrap();
            let horizon = report.headline.crossover.horizon.0.unwrap();
            [horizon.low, horizon.high].map(|end| end.unwrap().decimal().to_string())
        };
        assert_eq!(
            horizon("pk=5.1&t=2391/0&s=9.664/5.46&p0=321.864531882&cap=15330&hr=1"),
            ["175970275791702000", "218553609125035334"]
        );
        for prices in ["t=1.3&p0=1.0934", "t=13&p0=10.934"] {
            let link = format!(
                "{prices}&in=0&pk=2.2&gen=0&ft=0&h=provisioned&cap=30840&hr=3.1&n=1&dc=42.9"
            );
            assert_eq!(horizon(&link), ["156800120400"; 2], "{prices}");
        }
    }

    #[test]
    fn windows_depend_on_a_share_that_may_be_nothing() {
        let mut scenario = crate::scenario::Scenario::default();
        let mut steady = |share: &str| {
            scenario.set(FieldId::unit_capacity, "120000").unwrap();
            scenario.set(FieldId::teacher_share, share).unwrap();
            crate::economics::evaluate(&scenario)
                .unwrap()
                .headline
                .crossover
                .steady
        };
        assert!(steady("0").is_ok_and(|steady| steady.window_count == Some(1)));
        assert!(steady("0..20").is_ok_and(|steady| steady.window_count.is_none()));
    }
}

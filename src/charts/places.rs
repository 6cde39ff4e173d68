//! The volumes that a chart is about, and the axis that shows them all.

use super::{Axis, Scale};
use crate::economics::{Absent, CostSpan, Crossing, Headline, State, steps_between};
use crate::quantity::{Exact, Quantity, Range, Tokens, group_digits, round};
use crate::wording::{between_words, short_tokens};
use rust_decimal::Decimal;

/// What a chart is about.
pub(super) struct Places<'h> {
    /// The reader's volume.
    pub here: Range<Tokens>,
    /// Where the paths cross, or why that is not known.
    pub crossing: Result<&'h Crossing, Absent>,
    /// The volumes at which the paths cross, at best and at worst; once, where the two are one.
    pub crossings: Vec<(Tokens, bool)>,
}

const ONE: Tokens = Tokens::fixed(1, 0);
/// So many steps at most are drawn one by one.
const MOST_STEPS: usize = 40;

impl<'h> Places<'h> {
    pub fn of(headline: &'h Headline, span: CostSpan) -> Self {
        let crossover = &headline.crossover;
        let crossing = match span {
            CostSpan::Steady => &crossover.steady,
            CostSpan::FirstMonth => &crossover.month_1,
        };
        let mut crossings = Vec::new();
        if let Ok(crossing) = &crossing.0 {
            // Winning from the first token on is no crossing.
            let is_one = |end: &Tokens| crossing.state == State::At || *end > ONE;
            let best = crossing.low.filter(is_one);
            let worst = crossing.high.filter(is_one);
            crossings.extend(best.map(|best| (best, true)));
            crossings.extend(worst.filter(|_| best != worst).map(|worst| (worst, false)));
        }
        Self {
            here: headline.scenario.volume,
            crossing: crossing.as_ref(),
            crossings,
        }
    }

    /// Whether a volume is the reader's, or an end of its range.
    pub fn is_here(&self, volume: Tokens) -> bool {
        volume == self.here.low() || volume == self.here.high()
    }

    /// The volumes at which the student surely costs no more, as far as they lie on an axis.
    pub fn wins(&self, axis: &Axis) -> Vec<(Tokens, Tokens)> {
        let mut wins = Vec::new();
        let Ok(crossing) = self.crossing else {
            return wins;
        };
        let Ok(end) = Tokens::try_from(axis.high()) else {
            return wins;
        };
        if crossing.state == State::Equal {
            return wins;
        }
        for window in crossing.windows.iter().flatten() {
            wins.push((window.from, window.to.unwrap_or(end)));
        }
        let last = wins.last().map_or(Tokens::ZERO, |(_, to)| *to);
        wins.extend(
            crossing
                .high
                .filter(|from| *from > last)
                .map(|from| (from, end)),
        );
        wins.retain(|(from, to)| axis.holds(from.decimal()) || axis.holds(to.decimal()));
        wins
    }

    /// The volumes of an axis at which a cursor stops, and all at which costs are computed: where the
    /// student's cost jumps, too.
    pub fn volumes(
        &self,
        axis: &Axis,
        headline: &Headline,
        span: CostSpan,
    ) -> (Vec<Tokens>, Vec<Tokens>) {
        let whole = |value: Decimal| Tokens::try_from(round(value, 0)).ok();
        let mut stops = Vec::new();
        stops.extend(axis.stops().into_iter().filter_map(whole));
        stops.extend(
            axis.ticks(super::volumes::MOST_ROUND)
                .into_iter()
                .filter_map(whole),
        );
        stops.extend([self.here.low(), self.here.high()]);
        stops.extend(self.crossings.iter().map(|(volume, _)| *volume));
        let on_axis = |volume: &Tokens| axis.holds(volume.decimal());
        stops.retain(on_axis);
        let stops = in_order(stops);
        let mut all = stops.clone();
        if let (Ok(from), Ok(to)) = (Tokens::try_from(axis.low()), Tokens::try_from(axis.high())) {
            for step in steps_between(&headline.scenario, span, [from, to], MOST_STEPS) {
                all.push(step);
                all.extend(step.plus(ONE));
            }
        }
        all.retain(on_axis);
        (stops, in_order(all))
    }

    /// `You are here 500M`
    pub fn said_here(&self) -> String {
        let ends = [self.here.low(), self.here.high()].map(short_tokens);
        let [low, high] = ends;
        format!("You are here {}", between_words(&low, &high))
    }

    /// `Crossover 81,111,112`; in few digits, where there are two.
    pub fn said_crossing(&self) -> String {
        let bound = self.crossing.is_ok_and(|crossing| crossing.bound);
        match self.crossings[..] {
            [(low, true), (high, _)] => {
                let [low, high] = [low, high].map(short_tokens);
                format!("Crossover {}", between_words(&low, &high))
            }
            [(one, at_best)] => {
                let worst = self.crossing.is_ok_and(|crossing| crossing.high.is_some());
                let more = match (at_best, worst) {
                    _ if bound => " at the latest",
                    (true, true) => "",
                    (true, false) => " at best",
                    (false, _) => " at worst",
                };
                format!("Crossover {}{more}", group_digits(one.decimal()))
            }
            _ => String::new(),
        }
    }
}

/// An axis that holds all of them, with room around.
pub(super) fn around(places: &Places, scale: Scale) -> Axis {
    let mut all = vec![places.here.low(), places.here.high()];
    all.extend(places.crossings.iter().map(|(volume, _)| *volume));
    if let Ok(crossing) = places.crossing {
        all.extend(crossing.first.filter(|first| *first > ONE));
    }
    all.retain(|volume| *volume > Tokens::ZERO);
    let least = all.iter().min().copied().unwrap_or(ONE);
    let most = all.iter().max().copied().unwrap_or(ONE);
    // Where nothing else is to be seen, more of the paths is.
    let room = if least == most { 5_u32 } else { 1 };
    let [least, most] = [least, most].map(Quantity::decimal);
    let less = least.over(room.into()).unwrap_or(least);
    let more = most.times(room.into()).unwrap_or(most);
    let axis = Axis::around(scale, less, more);
    let [low, high] = match scale {
        Scale::Linear => [Decimal::ZERO, axis.high()],
        Scale::Logarithmic => [axis.low().max(Decimal::ONE), axis.high()],
    };
    Axis::new(scale, low, high.min(Tokens::MAX.into()))
}

/// Volumes from the least on, each once. There are too few of them for a quicker sort, which takes more
/// of the page.
#[inline(never)]
fn in_order(volumes: Vec<Tokens>) -> Vec<Tokens> {
    let mut ordered: Vec<Tokens> = Vec::new();
    for volume in volumes {
        let place = ordered.partition_point(|other| *other < volume);
        if ordered.get(place) != Some(&volume) {
            ordered.insert(place, volume);
        }
    }
    ordered
}

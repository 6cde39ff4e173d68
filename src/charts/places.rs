//! The volumes that a chart is about, and the axis that shows them all.

use super::{Axis, Detail, Scale};
use crate::economics::{Absent, CostSpan, Crossing, Headline, State, steps_between};
use crate::quantity::{Quantity, Range, Tokens, round};
use rust_decimal::Decimal;

/// What a chart is about.
pub(super) struct Places<'h> {
    /// The reader's volume.
    pub here: Range<Tokens>,
    /// Where the paths cross, or why that is not known.
    pub crossing: Result<&'h Crossing, Absent>,
    /// The volumes at which the paths cross, at best and at worst; once, where the two are one.
    pub crossings: Vec<(Tokens, bool)>,
    /// An axis that holds all of them.
    pub axis: Axis,
}

const ONE: Tokens = Tokens::fixed(1, 0);
/// So many steps at most are drawn one by one.
const MOST_STEPS: usize = 40;

impl<'h> Places<'h> {
    pub fn of(headline: &'h Headline, span: CostSpan, scale: Scale) -> Self {
        let crossover = &headline.crossover;
        let crossing = match span {
            CostSpan::Steady => &crossover.steady,
            CostSpan::FirstMonth => &crossover.month_1,
        };
        let here = headline.scenario.volume;
        let mut crossings = Vec::new();
        let mut all = vec![here.low(), here.high()];
        if let Ok(crossing) = &crossing.0 {
            // Winning from the first token on is no crossing.
            let is_one = |end: &Tokens| crossing.state == State::At || *end > ONE;
            let best = crossing.low.filter(is_one);
            let worst = crossing.high.filter(is_one);
            crossings.extend(best.map(|best| (best, true)));
            crossings.extend(worst.filter(|_| best != worst).map(|worst| (worst, false)));
            all.extend(crossings.iter().map(|(volume, _)| *volume));
            all.extend(crossing.first.filter(|first| *first > ONE));
        }
        all.retain(|volume| *volume > Tokens::ZERO);
        let least = all.iter().min().copied().unwrap_or(ONE).decimal();
        let most = all.iter().max().copied().unwrap_or(ONE).decimal();
        Self {
            here,
            crossing: crossing.as_ref(),
            crossings,
            axis: Axis::around(scale, least, most),
        }
    }

    /// From which to which volume the student surely costs no more.
    pub fn wins(&self) -> Vec<(Tokens, Option<Tokens>)> {
        let mut wins = Vec::new();
        if let Ok(crossing) = self.crossing
            && crossing.state != State::Equal
        {
            for window in crossing.windows.iter().flatten() {
                wins.push((window.from, window.to));
            }
            let is_open = wins.last().is_some_and(|(_, to)| to.is_none());
            wins.extend(crossing.high.filter(|_| !is_open).map(|from| (from, None)));
        }
        wins
    }

    /// The volumes that are read one by one: round ones, the crossings and the reader's own.
    pub fn rows(&self) -> Vec<Tokens> {
        let mut rows = self.whole(Detail::Rows);
        rows.extend([self.here.low(), self.here.high()]);
        rows.extend(self.crossings.iter().map(|(volume, _)| *volume));
        in_order(&rows)
    }

    /// The volumes at which costs are computed: those, others that let a line bend, and where the
    /// student's cost jumps.
    pub fn volumes(&self, rows: &[Tokens], headline: &Headline, span: CostSpan) -> Vec<Tokens> {
        let mut all = self.whole(Detail::Points);
        if let Some(ends) = all.first().copied().zip(all.last().copied()) {
            for step in steps_between(&headline.scenario, span, ends.into(), MOST_STEPS) {
                all.push(step);
                all.extend(step.plus(ONE));
            }
        }
        all.extend_from_slice(rows);
        in_order(&all)
    }

    fn whole(&self, detail: Detail) -> Vec<Tokens> {
        let whole = |value: Decimal| Tokens::try_from(round(value, 0)).ok();
        let mut volumes = Vec::new();
        for value in self.axis.rounds(detail) {
            volumes.extend(whole(value).filter(|volume| *volume > Tokens::ZERO));
        }
        volumes
    }
}

/// Volumes from the least on, each once. There are too few of them for a quicker sort, which takes more
/// of the page.
#[inline(never)]
fn in_order(volumes: &[Tokens]) -> Vec<Tokens> {
    let mut ordered: Vec<Tokens> = Vec::new();
    for volume in volumes {
        let place = ordered.partition_point(|other| other < volume);
        if ordered.get(place) != Some(volume) {
            ordered.insert(place, *volume);
        }
    }
    ordered
}

//! Whether the student is good enough: the quality gate.
//!
//! The scores of teacher, student and plain student on the same held-out examples are compared two by
//! two. Where a score is the share of examples that are right, each difference has a 95% interval:
//! Newcombe's hybrid of two Wilson intervals (R. G. Newcombe, Statistics in Medicine 17, 1998,
//! method 10). The scores are paired, so it is conservative.

use super::Maybe;
use super::case::Case;
use super::cases::Cases;
use super::crossing::{Balance, Crossing, Span, merge};
use super::figure::Amount;
use super::number::Num;
use super::path::Path;
use crate::quantity::{Count, Percent, Quantity, Usd};
use crate::scenario::{FieldId, Scenario};
use rust_decimal::Decimal;
use std::cmp::Ordering::Greater;

/// The gate's answer, and what wrong answers cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    /// Whether the student passes.
    pub verdict: QualityVerdict,
    /// Teacher less student, in points.
    pub loss: Option<Difference>,
    /// Student less plain student, in points.
    pub lift: Option<Difference>,
    /// The least number of examples at which these scores would show an answer.
    pub enough_examples: Option<u32>,
    /// Both steady states with what wrong answers cost.
    pub adjusted: Option<Adjusted>,
}

/// Whether the student is close to the teacher and better than the plain student.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QualityVerdict {
    /// It is.
    Passes,
    /// So many examples do not show it, nor the contrary.
    NotShown,
    /// It is not.
    Fails,
    /// A score is missing.
    Unknown,
}

/// A difference of two scores, in points, with its 95% interval where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The difference itself.
    pub estimate: Decimal,
    /// The interval's low end.
    pub low: Option<Decimal>,
    /// Its high end.
    pub high: Option<Decimal>,
}

/// Steady states with what wrong answers cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjusted {
    /// The teacher's.
    pub teacher: Amount<Usd>,
    /// The student's, the teacher answering its share.
    pub student: Amount<Usd>,
    /// Where the two cross.
    pub crossing: Maybe<Crossing>,
}

/// Judges the student.
pub(super) fn quality(cases: &Cases, paths: &[Path], scenario: &Scenario) -> Quality {
    let is_proportion = scenario.metric.is_proportion();
    let examples = scenario.examples.filter(|_| is_proportion);
    let between = |one: Option<Percent>, other: Option<Percent>| {
        let (one, other) = one.zip(other)?;
        Some(Apart::of(one, other, examples.map(Count::decimal)))
    };
    let (teacher, student) = (scenario.score_teacher, scenario.score_student);
    let loss = between(teacher, student);
    let lift = between(student, scenario.score_plain);
    let most = Num::plain(scenario.max_loss.decimal());
    let both = loss.zip(lift);
    Quality {
        verdict: both.map_or(QualityVerdict::Unknown, |(loss, lift)| {
            judge(loss, lift, most)
        }),
        loss: loss.map(Apart::told),
        lift: lift.map(Apart::told),
        enough_examples: both
            .filter(|_| is_proportion)
            .and_then(|both| enough(both, most)),
        adjusted: teacher.and(student).map(|_| adjusted(cases, paths)),
    }
}

fn judge(loss: Apart, lift: Apart, most: Num) -> QualityVerdict {
    let within = |loss: Num| loss.compare(most) != Greater;
    let better = |lift: Num| lift.sign() == Greater;
    if within(loss.high) && better(lift.low) {
        QualityVerdict::Passes
    } else if !within(loss.low) || !better(lift.high) {
        QualityVerdict::Fails
    } else {
        QualityVerdict::NotShown
    }
}

/// The least number of examples that would show an answer with these scores.
fn enough((loss, lift): (Apart, Apart), most: Num) -> Option<u32> {
    const MOST_EXAMPLES: u32 = 10_000_000;
    let shows = |examples: u32| {
        let with = |apart: Apart| Apart::of(apart.one, apart.other, Some(examples.into()));
        judge(with(loss), with(lift), most) != QualityVerdict::NotShown
    };
    if !shows(MOST_EXAMPLES) {
        return None;
    }
    // Intervals only shrink with more examples.
    let (mut too_few, mut enough) = (0, MOST_EXAMPLES);
    while enough.saturating_sub(too_few) > 1 {
        let middle = too_few.midpoint(enough);
        if shows(middle) {
            enough = middle;
        } else {
            too_few = middle;
        }
    }
    Some(enough)
}

/// Both steady states with what wrong answers cost.
fn adjusted(cases: &Cases, paths: &[Path]) -> Adjusted {
    fn wrong(case: &Case, score: Num) -> Num {
        // The division last: until then, all is exact.
        let wrong = case.volume.times(score.percent().rest());
        let cost = wrong.times(case.input(FieldId::error_cost));
        cost.over(case.input(FieldId::tokens_per_request))
    }
    let mut balances = Vec::new();
    for path in paths {
        let mut balance = Balance::of(path, Span::Steady);
        let case = path.case;
        // What a million tokens more of right answers save, or of wrong ones cost.
        let better = student_score(case).minus(case.input(FieldId::score_teacher));
        let price = better.percent().times(case.input(FieldId::error_cost));
        let gain = price
            .times(Num::MILLION)
            .over(case.input(FieldId::tokens_per_request));
        balance.stairs.gain = balance.stairs.gain.plus(gain);
        balances.push(balance);
    }
    Adjusted {
        teacher: cases.hull(paths, |path| {
            let score = path.case.input(FieldId::score_teacher);
            path.teacher_steady.plus(wrong(path.case, score))
        }),
        student: cases.hull(paths, |path| {
            let score = student_score(path.case);
            path.steady.plus(wrong(path.case, score))
        }),
        crossing: merge(cases, &balances),
    }
}

/// The score of the student's path, the teacher answering its share.
fn student_score(case: &Case) -> Num {
    let own = case.kept.times(case.input(FieldId::score_student));
    own.plus(case.share.times(case.input(FieldId::score_teacher)))
}

/// Two scores and their difference, in points; its ends are the 95% interval, where there is one.
#[derive(Clone, Copy)]
struct Apart {
    one: Percent,
    other: Percent,
    has_interval: bool,
    estimate: Num,
    low: Num,
    high: Num,
}

impl Apart {
    /// The difference of two scores, and Newcombe's interval when they are shares of so many
    /// examples.
    fn of(one: Percent, other: Percent, examples: Option<Decimal>) -> Self {
        let [share, less] = [one, other].map(|score| Num::plain(score.decimal()).percent());
        let estimate = share.minus(less);
        let [low, high] = match examples {
            Some(n) => newcombe((share, n), (less, n)),
            None => [estimate; 2],
        };
        Self {
            one,
            other,
            has_interval: examples.is_some(),
            estimate: estimate.times(Num::HUNDRED),
            low: low.times(Num::HUNDRED),
            high: high.times(Num::HUNDRED),
        }
    }

    fn told(self) -> Difference {
        let end = |end: Num| self.has_interval.then(|| end.value());
        Difference {
            estimate: self.estimate.value(),
            low: end(self.low),
            high: end(self.high),
        }
    }
}

/// Newcombe's interval of a difference of two shares, each of so many examples.
fn newcombe(one: (Num, Decimal), other: (Num, Decimal)) -> [Num; 2] {
    let ([one_low, one_high], [other_low, other_high]) = (wilson(one), wilson(other));
    let ((one, _), (other, _)) = (one, other);
    let estimate = one.minus(other);
    [
        estimate.minus(hypotenuse(one.minus(one_low), other_high.minus(other))),
        estimate.plus(hypotenuse(one_high.minus(one), other.minus(other_low))),
    ]
}

fn hypotenuse(one: Num, other: Num) -> Num {
    one.times(one).plus(other.times(other)).root()
}

/// The Wilson interval of a share of so many examples, at 95%.
fn wilson((share, examples): (Num, Decimal)) -> [Num; 2] {
    // The standard normal distribution's 97.5th percentile, 1.959963984540054.
    const Z: Decimal = Decimal::from_parts(0xad12_3196, 0x0006_f693, 0, false, 15);
    let (z, n) = (Num::plain(Z), Num::plain(examples));
    // A quarter of z² over n.
    let part = z.times(z).over(n).over(Num::count(4));
    let middle = share.plus(part.times(Num::count(2)));
    let variance = share.times(share.rest()).plus(part).over(n);
    let spread = z.times(variance.root());
    let scale = Num::ONE.plus(part.times(Num::count(4)));
    [
        middle.minus(spread).over(scale).max(Num::ZERO),
        middle.plus(spread).over(scale).min(Num::ONE),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::round;

    #[test]
    fn the_interval_is_newcombes() {
        crate::economics::ledger::open();
        let told = |ends: [Num; 2]| ends.map(|end| round(end.value(), 4).to_string());
        // 81 of 263, from Newcombe's comparison of methods for one share (Statistics in Medicine 17,
        // 1998, 857-872), and 56 of 70 against 48 of 80, from that for two (ibid., 873-890).
        let of = |right: u32, n: u32| (Num::count(right).over(Num::count(n)), n.into());
        assert_eq!(told(wilson(of(81, 263))), ["0.2553", "0.3662"]);
        assert_eq!(told(newcombe(of(56, 70), of(48, 80))), ["0.0524", "0.3339"]);
    }

    #[test]
    fn wrong_answers_are_divided_last() {
        let mut scenario = Scenario::default();
        for (field, text) in [
            (FieldId::volume, "80.2T"),
            (FieldId::input_share, "26.3"),
            (FieldId::tokens_per_request, "3"),
            (FieldId::teacher_rate, "0.45"),
            (FieldId::baseline, "cached"),
            (FieldId::cached_share, "50.5"),
            (FieldId::discount, "25"),
            (FieldId::score_teacher, "91.5"),
            (FieldId::score_student, "95.6"),
            (FieldId::error_cost, "0.219"),
        ] {
            scenario.set(field, text).unwrap();
        }
        let quality = crate::economics::evaluate(&scenario).unwrap().quality;
        let teacher = quality.adjusted.as_ref().and_then(|both| both.teacher.ok());
        let teacher = teacher.map(|teacher| teacher.low().decimal().to_string());
        assert_eq!(teacher.as_deref(), Some("497665245448.5401875"));
    }
}

//! Whether the student is good enough: the quality gate.
//!
//! The scores of teacher, student and plain student on the same held-out examples are compared two by
//! two. Where a score is the share of examples that are right, each difference has a 95% interval:
//! Newcombe's hybrid of two Wilson intervals (R. G. Newcombe, Statistics in Medicine 17, 1998,
//! method 10). The scores are paired, so it is conservative.
//!
//! This is statistics, and the one place of the model with floating point.

use super::Maybe;
use super::case::Case;
use super::cases::Cases;
use super::crossing::{Balance, Crossing, Span, merge};
use super::number::Num;
use super::path::Path;
use super::report::{Amount, optional};
use crate::quantity::{Count, Exact, Percent, Quantity, Usd, round};
use crate::scenario::{FieldId, Scenario};
use rust_decimal::Decimal;
use serde::Serialize;

/// The gate's answer, and what wrong answers cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The difference itself.
    #[serde(serialize_with = "always")]
    pub estimate: Decimal,
    /// The interval's low end.
    #[serde(serialize_with = "optional")]
    pub low: Option<Decimal>,
    /// Its high end.
    #[serde(serialize_with = "optional")]
    pub high: Option<Decimal>,
}

fn always<S: serde::Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    optional(&Some(*value), serializer)
}

/// Steady states with what wrong answers cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    let (teacher, student, plain) = (
        scenario.score_teacher,
        scenario.score_student,
        scenario.score_plain,
    );
    let examples = scenario
        .examples
        .filter(|_| scenario.metric.is_proportion());
    let between = |one: Option<Percent>, other: Option<Percent>| {
        let (one, other) = one.zip(other)?;
        difference(one, other, examples)
    };
    let loss = between(teacher, student);
    let lift = between(student, plain);
    let most = scenario.max_loss.decimal();
    let verdict = match (loss, lift) {
        (Some(loss), Some(lift)) => judge(loss, lift, most),
        _ => QualityVerdict::Unknown,
    };
    Quality {
        verdict,
        loss,
        lift,
        enough_examples: if scenario.metric.is_proportion() {
            teacher
                .zip(student)
                .zip(plain)
                .and_then(|((teacher, student), plain)| enough(most, teacher, student, plain))
        } else {
            None
        },
        adjusted: teacher.and(student).map(|_| adjusted(cases, paths)),
    }
}

fn judge(loss: Difference, lift: Difference, most: Decimal) -> QualityVerdict {
    let ends = |difference: Difference| {
        let estimate = difference.estimate;
        (
            difference.low.unwrap_or(estimate),
            difference.high.unwrap_or(estimate),
        )
    };
    let ((loss_low, loss_high), (lift_low, lift_high)) = (ends(loss), ends(lift));
    if loss_high <= most && lift_low > Decimal::ZERO {
        QualityVerdict::Passes
    } else if loss_low > most || lift_high <= Decimal::ZERO {
        QualityVerdict::Fails
    } else {
        QualityVerdict::NotShown
    }
}

fn difference(one: Percent, other: Percent, examples: Option<Count>) -> Option<Difference> {
    let estimate = one.decimal().minus(other.decimal()).ok()?;
    let interval = examples.and_then(|n| interval(one, other, whole(n.decimal())));
    Some(Difference {
        estimate,
        low: interval.map(|(low, _)| low),
        high: interval.map(|(_, high)| high),
    })
}

fn whole(value: Decimal) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// The least number of examples that would show an answer with these scores.
fn enough(most: Decimal, teacher: Percent, student: Percent, plain: Percent) -> Option<u32> {
    const MOST_EXAMPLES: u32 = 10_000_000;
    let shows = |examples: u32| {
        let count = Count::try_from(Decimal::from(examples)).ok();
        let loss = difference(teacher, student, count);
        let lift = difference(student, plain, count);
        let verdict = loss.zip(lift).map(|(loss, lift)| judge(loss, lift, most));
        verdict.is_some_and(|verdict| verdict != QualityVerdict::NotShown)
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
        let requests = case.volume.over(case.input(FieldId::tokens_per_request));
        let wrong = requests.times(score.percent().rest());
        wrong.times(case.input(FieldId::error_cost))
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

/// The 95% interval of a difference of two shares of as many examples, in points.
#[allow(
    clippy::float_arithmetic,
    reason = "statistics: square roots, and no amount of money"
)]
fn interval(one: Percent, other: Percent, examples: u32) -> Option<(Decimal, Decimal)> {
    let share = |score: Percent| Some(f64::try_from(score.decimal()).ok()? / 100.0);
    let (low, high) = hybrid((share(one)?, examples), (share(other)?, examples));
    let points = |share: f64| {
        let points = Decimal::try_from(share * 100.0).ok()?;
        Some(round(points, 9))
    };
    points(low).zip(points(high))
}

/// Newcombe's interval of a difference of two shares, each of so many examples.
#[allow(
    clippy::float_arithmetic,
    reason = "statistics: square roots, and no amount of money"
)]
fn hybrid(one: (f64, u32), other: (f64, u32)) -> (f64, f64) {
    let ((one, _), (one_low, one_high)) = (one, wilson(one));
    let ((other, _), (other_low, other_high)) = (other, wilson(other));
    let apart = |a: f64, b: f64| (a * a + b * b).sqrt();
    let estimate = one - other;
    let low = estimate - apart(one - one_low, other_high - other);
    let high = estimate + apart(one_high - one, other - other_low);
    (low, high)
}

/// The Wilson interval of a share of so many examples, at 95%.
#[allow(
    clippy::float_arithmetic,
    reason = "statistics: square roots, and no amount of money"
)]
fn wilson((share, examples): (f64, u32)) -> (f64, f64) {
    // The standard normal distribution's 97.5th percentile.
    const Z: f64 = 1.959_963_984_540_054;
    let n = f64::from(examples);
    let z2 = Z * Z;
    let middle = share + z2 / (2.0 * n);
    let spread = Z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    (
        ((middle - spread) / scale).max(0.0),
        ((middle + spread) / scale).min(1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_newcombes() {
        let places = |(low, high): (f64, f64)| format!("{low:.4} {high:.4}");
        // 81 of 263, from Newcombe's comparison of methods for one share (Statistics in Medicine 17,
        // 1998, 857-872), and 56 of 70 against 48 of 80, from that for two (ibid., 873-890).
        assert_eq!(places(wilson((81.0 / 263.0, 263))), "0.2553 0.3662");
        assert_eq!(places(hybrid((0.8, 70), (0.6, 80))), "0.0524 0.3339");
    }
}

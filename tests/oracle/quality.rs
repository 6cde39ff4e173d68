//! The quality gate, its square roots to forty digits.

use crate::crossing;
use crate::inputs::Inputs;
use crate::path::Path;
use crate::tree::maybe;
use crossover::scenario::FieldId;
use fraction::{Fraction, whole};
use serde_json::{Value, json};

/// No more examples are asked for.
const MOST_EXAMPLES: u64 = 10_000_000;

/// A share of examples, and the ends of its Wilson interval.
struct Wilson {
    share: Fraction,
    low: Fraction,
    high: Fraction,
}

/// The two-sided 95% point of the normal distribution.
fn z() -> Fraction {
    whole(1_959_963_984_540_054_i64) / whole(10_i64.pow(15))
}

fn wilson(score: &Fraction, examples: u64) -> Wilson {
    let share = score / whole(100);
    let n = whole(examples);
    let z_squared = z() * z();
    let centre = &share + &z_squared / (whole(2) * &n);
    let spread = &share * (whole(1) - &share) / &n + &z_squared / (whole(4) * &n * &n);
    let half = z() * spread.root();
    let under = whole(1) + z_squared / n;
    Wilson {
        low: (&centre - &half) / &under,
        high: (centre + half) / under,
        share,
    }
}

/// Newcombe's interval of a difference, in points.
fn newcombe(one: &Fraction, other: &Fraction, examples: u64) -> (Fraction, Fraction) {
    let (one, other) = (wilson(one, examples), wilson(other, examples));
    let square = |number: Fraction| &number * &number;
    let below = square(&one.share - &one.low) + square(&other.high - &other.share);
    let above = square(&one.high - &one.share) + square(&other.share - &other.low);
    let difference = one.share - other.share;
    (
        (&difference - below.root()) * whole(100),
        (difference + above.root()) * whole(100),
    )
}

/// The three scores.
struct Scores {
    teacher: Fraction,
    student: Fraction,
    plain: Fraction,
    most_loss: Fraction,
}

impl Scores {
    fn of(inputs: &Inputs) -> Option<Self> {
        Some(Self {
            teacher: inputs.maybe(FieldId::score_teacher)?,
            student: inputs.maybe(FieldId::score_student)?,
            plain: inputs.maybe(FieldId::score_plain)?,
            most_loss: inputs.get(FieldId::max_loss),
        })
    }

    fn verdict_with(&self, examples: u64) -> &'static str {
        let loss = newcombe(&self.teacher, &self.student, examples);
        let lift = newcombe(&self.student, &self.plain, examples);
        if loss.1 <= self.most_loss && lift.0.sign() > 0 {
            "passes"
        } else if loss.0 > self.most_loss || lift.1.sign() <= 0 {
            "fails"
        } else {
            "not_shown"
        }
    }

    fn verdict_by_points(&self) -> &'static str {
        let loss = &self.teacher - &self.student;
        let lift = &self.student - &self.plain;
        if loss <= self.most_loss && lift.sign() > 0 {
            "passes"
        } else {
            "fails"
        }
    }

    /// The least number of examples that decides. Intervals only become narrower.
    fn enough(&self) -> Option<u64> {
        let decides = |examples| self.verdict_with(examples) != "not_shown";
        if !decides(MOST_EXAMPLES) {
            return None;
        }
        let (mut too_few, mut enough) = (0, MOST_EXAMPLES);
        while enough - too_few > 1 {
            let between = u64::midpoint(enough, too_few);
            if decides(between) {
                enough = between;
            } else {
                too_few = between;
            }
        }
        Some(enough)
    }
}

/// The number of examples, where the scores are shares of them.
fn examples(inputs: &Inputs) -> Option<u64> {
    let examples = inputs.maybe(FieldId::examples)?.floor();
    let examples = u64::try_from(examples).expect("a count");
    inputs.proportion.then_some(examples)
}

fn difference(inputs: &Inputs, one: FieldId, other: FieldId) -> Value {
    let (Some(one), Some(other)) = (inputs.maybe(one), inputs.maybe(other)) else {
        return Value::Null;
    };
    let interval = examples(inputs).map(|examples| newcombe(&one, &other, examples));
    let (low, high) = interval.unzip();
    json!({
        "estimate": (one - other).printed(),
        "low": low.map(|low| low.printed()),
        "high": high.map(|high| high.printed()),
    })
}

/// The report's quality, all of it.
pub fn value(inputs: &Inputs) -> Value {
    let mut quality = gate(inputs);
    quality["adjusted"] = json!(adjusted(inputs));
    quality
}

/// The gate, which depends on no range.
pub fn gate(inputs: &Inputs) -> Value {
    let scores = Scores::of(inputs);
    let verdict = match (&scores, examples(inputs)) {
        (None, _) => "unknown",
        (Some(scores), Some(examples)) => scores.verdict_with(examples),
        (Some(scores), None) => scores.verdict_by_points(),
    };
    let enough = scores
        .filter(|_| inputs.proportion)
        .and_then(|scores| scores.enough());
    json!({
        "verdict": verdict,
        "loss": difference(inputs, FieldId::score_teacher, FieldId::score_student),
        "lift": difference(inputs, FieldId::score_student, FieldId::score_plain),
        "enough_examples": enough.map(|enough| enough.to_string()),
    })
}

/// Both steady states with what wrong answers cost, and where they cross.
pub fn adjusted(inputs: &Inputs) -> Option<Value> {
    let teacher_score = inputs.maybe(FieldId::score_teacher)? / whole(100);
    let student_score = inputs.maybe(FieldId::score_student)? / whole(100);
    let path = Path::new(inputs, inputs.term);
    let routed = &path.teacher_share;
    let mixed = (whole(1) - routed) * student_score + routed * &teacher_score;
    let by_token = inputs.get(FieldId::error_cost) / inputs.get(FieldId::tokens_per_request);
    let volume = inputs.get(FieldId::volume);
    let wrong = |score: &Fraction| &by_token * (whole(1) - score);
    let teacher = path
        .teacher(1)
        .map(|cost| cost + &volume * wrong(&teacher_score));
    let student = path.steady().map(|cost| cost + &volume * wrong(&mixed));
    let besides = wrong(&teacher_score) - wrong(&mixed);
    Some(json!({
        "teacher": maybe(teacher.as_ref()),
        "student": maybe(student.as_ref()),
        "crossing": crossing::adjusted(inputs, inputs.term, &besides),
    }))
}

//! The costs of a report, rounded once.
//!
//! Lines are rounded by the largest remainder: they add up to the total that is shown, at the low
//! end and at the high end. The saving of one teacher's cost is what is left between the two totals
//! shown. A sentence that takes its amounts from here says what the table says.

use super::amount::{self, Precision, absent, usd_shown};
use super::between;
use crate::economics::{Amount, Line, LineId, Report};
use crate::quantity::{Exact, Overflow, Quantity, Range, Usd, round_down};
use rust_decimal::Decimal;

/// One line of the student's costs as it is shown.
#[derive(Clone, Debug)]
pub struct ShownLine {
    /// Which line.
    pub id: LineId,
    /// Its amount: a month for what recurs, once for what does not.
    pub amount: ShownAmount,
}

/// An amount as it is shown, and whether it is nothing at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownAmount {
    /// The text of its range.
    pub text: String,
    /// Exactly zero at both ends.
    pub is_zero: bool,
}

/// The costs of a report at one precision.
#[derive(Clone, Debug)]
pub struct Shown {
    precision: Precision,
    /// The teacher's month.
    pub teacher: ShownAmount,
    /// The student's first month.
    pub month_1: ShownAmount,
    /// The student's month in steady state.
    pub steady: ShownAmount,
    /// Teacher less student in steady state.
    pub saving: ShownAmount,
}

impl Shown {
    /// Rounds a report's costs.
    #[must_use]
    pub fn new(report: &Report) -> Self {
        let precision = precision(report);
        Self {
            precision,
            teacher: shown(&report.teacher.steady, precision),
            month_1: shown(&report.student.month_1, precision),
            steady: shown(&report.student.steady, precision),
            saving: saving(report, precision),
        }
    }

    /// The student's lines, so that what recurs adds up to the steady state shown and all of them to
    /// month 1.
    #[must_use]
    pub fn lines(&self, report: &Report) -> Vec<ShownLine> {
        lines(report, self.precision)
    }
}

/// The one precision of a report's costs.
pub(super) fn precision(report: &Report) -> Precision {
    let Report {
        teacher, student, ..
    } = report;
    Precision::of_amounts([&teacher.steady, &student.month_1, &student.steady])
}

fn shown(amount: &Amount<Usd>, precision: Precision) -> ShownAmount {
    ShownAmount {
        text: amount::money(amount, precision),
        is_zero: amount.is(Usd::ZERO),
    }
}

fn saving(report: &Report, precision: Precision) -> ShownAmount {
    let exact = &report.saving.steady;
    match (&exact.0, saving_ends(report, precision)) {
        (Ok(figure), Some([low, high])) => {
            let text = |shown: Decimal, exact: Usd| usd_shown(shown, exact.decimal(), precision);
            ShownAmount {
                text: between(&text(low, figure.low()), &text(high, figure.high())),
                is_zero: exact.is(Usd::ZERO),
            }
        }
        _ => shown(exact, precision),
    }
}

/// The ends of the saving: what is left between the totals shown when the teacher's cost is one
/// amount, since the two then stand above it in the same table; else rounded by themselves, being no
/// ends of a difference. None when an input is unknown.
pub(super) fn saving_ends(report: &Report, precision: Precision) -> Option<[Decimal; 2]> {
    let round = |amount: Usd| precision.round(amount.decimal());
    let saving = report.saving.steady.ok()?;
    let own = [round(saving.low()), round(saving.high())];
    let (Some(teacher), Some(student)) = (report.teacher.steady.ok(), report.student.steady.ok())
    else {
        return Some(own);
    };
    if !teacher.is_point() {
        return Some(own);
    }
    let left = |student: Usd| round(teacher.low()).minus(round(student)).ok();
    let ends = left(student.high()).zip(left(student.low()));
    Some(ends.map_or(own, |(low, high)| [low, high]))
}

fn lines(report: &Report, precision: Precision) -> Vec<ShownLine> {
    let low = at_end(report, precision, Range::low);
    let high = at_end(report, precision, Range::high);
    let mut ends = low.zip(high).map(|(low, high)| low.into_iter().zip(high));
    let line = |line: &Line| {
        // Where something is unknown there is no total to add up to.
        let ends = ends.as_mut().and_then(Iterator::next);
        let exact = if line.id.is_paid_once() {
            &line.month_1
        } else {
            &line.steady
        };
        let alone = || shown(exact, precision);
        ShownLine {
            id: line.id,
            amount: ends.map_or_else(alone, |ends| with_ends(exact, ends, precision)),
        }
    };
    report.student.lines.iter().map(line).collect()
}

/// The lines at one end of their ranges; `None` where one is unknown. What recurs adds up to the
/// steady state shown, and what is paid once to what month 1 has beyond it, where month 1 is
/// no more than the two: building, and units bought for later months, make it another.
fn at_end(
    report: &Report,
    precision: Precision,
    end: fn(Range<Usd>) -> Usd,
) -> Option<Vec<Decimal>> {
    let at = |amount: &Amount<Usd>| amount.ok().map(|figure| end(figure.range()).decimal());
    let steady = at(&report.student.steady)?;
    let month_1 = at(&report.student.month_1)?;
    let steady_total = precision.round(steady);
    let mut recurring = Vec::new();
    let mut once = Vec::new();
    let mut one_time = Decimal::ZERO;
    for line in &report.student.lines {
        let paid_once = if line.id.is_paid_once() {
            at(&line.month_1)?
        } else {
            Decimal::ZERO
        };
        recurring.push(at(&line.steady)?);
        once.push(paid_once);
        one_time = one_time.plus(paid_once).ok()?;
    }
    let mut rounded = apportion(&recurring, steady_total, precision).ok()?;
    let is_both = steady.plus(one_time).ok()? == month_1;
    let one_time = if is_both {
        precision.round(month_1).minus(steady_total).ok()?
    } else {
        precision.round(one_time)
    };
    for (line, once) in rounded
        .iter_mut()
        .zip(apportion(&once, one_time, precision).ok()?)
    {
        *line = line.plus(once).ok()?;
    }
    Some(rounded)
}

/// An amount whose ends were rounded with others.
fn with_ends(
    exact: &Amount<Usd>,
    (low, high): (Decimal, Decimal),
    precision: Precision,
) -> ShownAmount {
    let end = |rounded, exact: Usd| usd_shown(rounded, exact.decimal(), precision);
    ShownAmount {
        text: match &exact.0 {
            Ok(range) => between(&end(low, range.low()), &end(high, range.high())),
            Err(why) => absent(*why),
        },
        is_zero: exact.is(Usd::ZERO),
    }
}

/// Rounds parts so that they add up to a rounded total: each down, and what is then missing, unit
/// by unit, to the part that is furthest from what it was.
fn apportion(
    parts: &[Decimal],
    total: Decimal,
    precision: Precision,
) -> Result<Vec<Decimal>, Overflow> {
    let unit = Decimal::new(1, precision.decimals());
    let mut rounded: Vec<_> = parts
        .iter()
        .map(|part| round_down(*part, precision.decimals()))
        .collect();
    let mut missing = total;
    for part in &rounded {
        missing = missing.minus(*part)?;
    }
    // No more units can be missing than there are parts, each being short of less than one.
    for _ in parts {
        if missing < unit {
            break;
        }
        let mut furthest: Option<(Decimal, &mut Decimal)> = None;
        for (exact, part) in parts.iter().zip(&mut rounded) {
            let short = exact.minus(*part)?;
            if short > furthest.as_ref().map_or(Decimal::ZERO, |(most, _)| *most) {
                furthest = Some((short, part));
            }
        }
        if let Some((_, part)) = furthest {
            *part = part.plus(unit)?;
            missing = missing.minus(unit)?;
        }
    }
    Ok(rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_the_total_shown() {
        let parts = ["0.4", "0.4", "0.4"].map(|p| p.parse().unwrap());
        let rounded = apportion(&parts, Decimal::ONE, Precision::Dollars).unwrap();
        assert_eq!(rounded.iter().sum::<Decimal>(), Decimal::ONE);
        let parts = ["1.005", "0", "2.005"].map(|p| p.parse().unwrap());
        let total = "3.01".parse().unwrap();
        let rounded = apportion(&parts, total, Precision::Cents).unwrap();
        assert_eq!(rounded.iter().sum::<Decimal>(), total);
        assert!(rounded[1].is_zero());
    }
}

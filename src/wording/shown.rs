//! The costs of a report, rounded once.
//!
//! Lines are rounded by the largest remainder: they add up to the total that is shown, at the low
//! end and at the high end. The saving of one teacher's cost is what is left between the two totals
//! shown. A sentence that takes its amounts from here says what the table says.

use super::amount::{self, Precision, absent};
use super::{between, between_words};
use crate::economics::{Amount, Headline, Line, LineId};
use crate::quantity::{Exact, Overflow, Quantity, Range, Usd, round_down};
use rust_decimal::Decimal;

/// One line of the student's costs as it is shown.
#[derive(Clone, Debug)]
pub struct ShownLine {
    /// Which line.
    pub id: LineId,
    /// Its amount: a month for what recurs, once for what does not.
    pub text: String,
    /// Whether it is exactly nothing, at both ends.
    pub is_zero: bool,
}

/// The costs of a report at one precision.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'r> {
    report: &'r Headline,
    precision: Precision,
}

impl<'r> Shown<'r> {
    /// Rounds a report's costs.
    #[must_use]
    pub fn new(report: &'r Headline) -> Self {
        let amounts = [
            &report.teacher.steady,
            &report.student.month_1,
            &report.student.steady,
        ];
        let precision = Precision::of_amounts(&amounts);
        Self { report, precision }
    }

    /// The teacher's month.
    #[must_use]
    pub fn teacher(self) -> String {
        amount::money(&self.report.teacher.steady, self.precision)
    }

    /// The student's first month.
    #[must_use]
    pub fn month_1(self) -> String {
        amount::money(&self.report.student.month_1, self.precision)
    }

    /// The student's month in steady state.
    #[must_use]
    pub fn steady(self) -> String {
        amount::money(&self.report.student.steady, self.precision)
    }

    /// Teacher less student in steady state.
    #[must_use]
    pub fn saving(self) -> String {
        let saving = &self.report.saving.steady;
        match self.saving_ends() {
            Some(ends) => with_ends(saving, ends, self.precision),
            None => amount::money(saving, self.precision),
        }
    }

    /// By how much the student's month is more, in a sentence.
    pub(super) fn more(self) -> String {
        let exact = self.report.saving.steady.as_ref().ok();
        let ends = exact.zip(self.saving_ends());
        ends.map_or_else(String::new, |(exact, (low, high))| {
            let end = |shown: Decimal, exact: Usd| {
                amount::usd_shown(shown.abs(), exact.decimal().abs(), self.precision)
            };
            between_words(&end(high, exact.high()), &end(low, exact.low()))
        })
    }

    /// The saving's ends, low end first: between the totals shown when the teacher's cost is one
    /// amount, since the two then stand above it in the same table; else rounded by itself, its ends
    /// being no ends of a difference.
    fn saving_ends(self) -> Option<(Decimal, Decimal)> {
        let Headline {
            teacher,
            student,
            saving,
            ..
        } = self.report;
        let round = |amount: Usd| self.precision.round(amount.decimal());
        let saving = saving.steady.as_ref().ok()?;
        let between_totals = match (&teacher.steady.0, &student.steady.0) {
            (Ok(teacher), Ok(student)) if teacher.is_point() => {
                let left = |student| round(teacher.low()).minus(round(student)).ok();
                left(student.high()).zip(left(student.low()))
            }
            _ => None,
        };
        between_totals.or_else(|| Some((round(saving.low()), round(saving.high()))))
    }

    /// The student's lines, so that what recurs adds up to the steady state shown and all of them to
    /// month 1.
    #[must_use]
    pub fn lines(self) -> Vec<ShownLine> {
        let Self { report, precision } = self;
        let low = at_end(report, precision, Range::low);
        let high = at_end(report, precision, Range::high);
        let mut ends = low.zip(high).map(|(low, high)| low.into_iter().zip(high));
        let line = |line: &Line| {
            // Where something is unknown there is no total to add up to.
            let ends = ends.as_mut().and_then(Iterator::next);
            let exact = line.amount();
            let alone = || amount::money(exact, precision);
            ShownLine {
                id: line.id,
                text: ends.map_or_else(alone, |ends| with_ends(exact, ends, precision)),
                is_zero: exact.is(Usd::ZERO),
            }
        };
        report.student.lines.iter().map(line).collect()
    }
}

/// An amount whose ends were rounded with others.
fn with_ends(exact: &Amount<Usd>, (low, high): (Decimal, Decimal), precision: Precision) -> String {
    let end = |rounded, exact: Usd| amount::usd_shown(rounded, exact.decimal(), precision);
    match &exact.0 {
        Ok(range) => between(&end(low, range.low()), &end(high, range.high())),
        Err(why) => absent(*why),
    }
}

/// The lines at one end of their ranges; `None` where one is unknown. What recurs adds up to the
/// steady state shown, and what is paid once to what month 1 has beyond it, where month 1 is
/// no more than the two: building, and units bought for later months, make it another.
fn at_end(
    report: &Headline,
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

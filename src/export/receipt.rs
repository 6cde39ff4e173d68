//! Receipts by the path of an amount in a report: `student.steady`, `terms.6mo.horizon`.

use crate::economics::{Amount, Receipt, Receipts, Report};
use crate::quantity::Quantity;
use crate::scenario::Choice;
use serde::Serialize;

/// How an amount of a report was computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The amount's path.
    pub amount: String,
    /// Its unit.
    pub unit: &'static str,
    /// How its low end was computed.
    pub low: Receipt,
    /// How its high end was.
    pub high: Receipt,
}

/// No amount of a report with a receipt stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAmount;

/// The receipt of the amount at a path; none for one that is absent. An element of a list is named
/// by its place or by what it is called: `levers.2.steady`, `levers.rag.steady`.
///
/// # Errors
///
/// [`NoAmount`], when nothing that has a receipt stands there. The months, what it costs to stop
/// and the sensitivity have none.
pub fn receipt(receipts: &Receipts, path: &str) -> Result<Option<Explained>, NoAmount> {
    let parts: Vec<&str> = path.split('.').collect();
    let (unit, ends) = find(receipts, &parts).ok_or(NoAmount)?;
    Ok(ends.map(|[low, high]| Explained {
        amount: path.to_owned(),
        unit,
        low,
        high,
    }))
}

type Found = (&'static str, Option<[Receipt; 2]>);

fn find(receipts: &Receipts, path: &[&str]) -> Option<Found> {
    let Report {
        teacher,
        student,
        saving,
        capacity,
        quality,
        terms,
        ..
    } = &receipts.report;
    let ratio = |amount| ("times", receipts.receipt(amount));
    Some(match path {
        ["teacher", "rate"] => of(receipts, &teacher.rate),
        ["teacher", "ratio"] => ratio(&teacher.ratio),
        ["student", "rate"] => of(receipts, &student.rate),
        ["student", "units"] => of(receipts, &student.units),
        ["saving", "steady_percent"] => of(receipts, &saving.steady_percent),
        ["capacity", "minimum_tpm"] => of(receipts, &capacity.minimum_tpm),
        ["capacity", "units_needed"] => of(receipts, &capacity.units_needed),
        ["capacity", "utilisation_percent"] => of(receipts, &capacity.utilisation_percent),
        ["terms", term, "hourly"] => {
            let term = element(terms, term, |term| term.term.option().code)?;
            of(receipts, &term.hourly)
        }
        ["levers", lever, "steady_change_percent"] => {
            let lever = element(&receipts.report.levers, lever, |lever| lever.id.code())?;
            of(receipts, &lever.steady_change_percent)
        }
        ["quality", "adjusted", side] => {
            let adjusted = quality.adjusted.as_ref();
            let amount = adjusted.map(|adjusted| match *side {
                "teacher" => Some(&adjusted.teacher),
                "student" => Some(&adjusted.student),
                _ => None,
            });
            amount.map_or(Some(("US dollars", None)), |amount| {
                amount.map(|amount| of(receipts, amount))
            })?
        }
        _ => of(receipts, dollars(&receipts.report, path)?),
    })
}

fn of<Q: Quantity>(receipts: &Receipts, amount: &Amount<Q>) -> Found {
    (Q::SPELLING.unit, receipts.receipt(amount))
}

/// The amounts in dollars.
fn dollars<'a>(report: &'a Report, path: &[&str]) -> Option<&'a Amount<crate::quantity::Usd>> {
    let Report {
        teacher,
        student,
        saving,
        credits,
        bill,
        ..
    } = report;
    Some(match path {
        ["teacher", "month_1"] => &teacher.month_1,
        ["teacher", "steady"] => &teacher.steady,
        ["teacher", "horizon"] => &teacher.horizon,
        ["student", "month_1"] => &student.month_1,
        ["student", "steady"] => &student.steady,
        ["student", "horizon"] => &student.horizon,
        ["student", "one_time"] => &student.one_time,
        ["student", "hosting"] => &student.hosting,
        ["student", "owed"] => &student.owed,
        ["student", "redistil_reserve"] => &student.redistil_reserve,
        ["saving", "month_1"] => &saving.month_1,
        ["saving", "steady"] => &saving.steady,
        ["saving", "horizon"] => &saving.horizon,
        ["bill", "repeated_input"] => &bill.repeated_input,
        ["bill", "fresh_input"] => &bill.fresh_input,
        ["bill", "output"] => &bill.output,
        ["student", "lines", line, part] => {
            let line = element(&student.lines, line, |line| line.id.code())?;
            match *part {
                "month_1" => &line.month_1,
                "steady" => &line.steady,
                _ => return None,
            }
        }
        ["other_hosting", hosting, "steady"] => {
            let other = &report.other_hosting;
            &element(other, hosting, |other| other.hosting.option().code)?.steady
        }
        ["terms", term, part] => {
            let term = element(&report.terms, term, |term| term.term.option().code)?;
            match *part {
                "month_1" => &term.month_1,
                "steady" => &term.steady,
                "horizon" => &term.horizon,
                "locked_in" => &term.locked_in,
                _ => return None,
            }
        }
        ["credits", side, part] => {
            let side = match *side {
                "teacher" => &credits.teacher,
                "student" => &credits.student,
                _ => return None,
            };
            match *part {
                "list" => &side.list,
                "cash" => &side.cash,
                "cash_to_cutover" => &side.cash_to_cutover,
                "spent" => &side.spent,
                "expired" => &side.expired,
                "left" => &side.left,
                _ => return None,
            }
        }
        ["levers", lever, part] => {
            let lever = element(&report.levers, lever, |lever| lever.id.code())?;
            match *part {
                "one_time" => &lever.one_time,
                "month_1" => &lever.month_1,
                "steady" => &lever.steady,
                "horizon" => &lever.horizon,
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// An element of a list by its place or its code.
fn element<'a, T>(list: &'a [T], name: &str, code: impl Fn(&T) -> &'static str) -> Option<&'a T> {
    let place = name.parse().ok().and_then(|place: usize| list.get(place));
    place.or_else(|| list.iter().find(|element| code(element) == name))
}

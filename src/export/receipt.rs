//! Receipts by the path of an amount in a report: `student.steady`, `terms.6mo.horizon`.

use super::json::{self, Json, Plain, objects};
use crate::economics::{Receipt, ReceiptInput, Receipts};

/// How an amount of a report was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The amount's path.
    pub amount: String,
    /// Its unit.
    pub unit: &'static str,
    /// How its low end was computed; none where the amount is absent.
    pub low: Option<Receipt>,
    /// How its high end was.
    pub high: Option<Receipt>,
}

/// No amount of a report with a receipt stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAmount;

/// The parts of a report that have no receipts.
const WITHOUT: [&str; 3] = ["months", "stop_after", "sensitivity"];

/// The receipt of the amount at a path. An element of a list is named by its place or by what it is
/// called: `levers.2.steady`, `levers.rag.steady`.
///
/// # Errors
///
/// [`NoAmount`], when nothing that has a receipt stands there. The months, what it costs to stop
/// and the sensitivity have none.
pub fn explain(receipts: &Receipts, path: &str) -> Result<Explained, NoAmount> {
    let parts: Vec<&str> = path.split('.').collect();
    if parts.iter().any(|part| WITHOUT.contains(part)) {
        return Err(NoAmount);
    }
    let found = json::find(&receipts.report, &parts).ok_or(NoAmount)?;
    let [low, high] = found.ends.map_or([None, None], |ends| receipts.ends(&ends));
    Ok(Explained {
        amount: path.to_owned(),
        unit: found.unit,
        low,
        high,
    })
}

objects! {
    Explained { amount, unit, low, high }
    Receipt { formula, substituted, value, inputs }
    ReceiptInput { name, value, unit, source }
}

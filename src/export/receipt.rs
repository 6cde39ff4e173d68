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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export;
    use crate::link::decode;
    use serde_json::Value;

    /// The paths of everything with a low end in a part of a report.
    fn paths(part: &Value, path: &str, found: &mut Vec<String>) {
        let below = |name: &str| format!("{path}{}{name}", if path.is_empty() { "" } else { "." });
        match part {
            Value::Object(parts) => {
                if parts.contains_key("low") {
                    found.push(path.to_owned());
                }
                for (name, part) in parts {
                    paths(part, &below(name), found);
                }
            }
            Value::Array(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    paths(part, &below(&place.to_string()), found);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn no_formula_is_endless() {
        let link = "v=5B&g=3&n=60&bm=2&re=3&c=6mo&cap=120K&ts=5&np=12K&tr=4&qt=94&qs=92&qe=1\
                    &cr=900K@60+90K@40+90K@20+9K@10";
        let opened = decode(link);
        assert_eq!(opened.problems, []);
        let receipts = Receipts::of(&opened.scenario).unwrap();
        let tree = serde_json::from_str(&export::report(&receipts.report, &[])).unwrap();
        let mut all = Vec::new();
        paths(&tree, "", &mut all);
        let explained: Vec<_> = all
            .iter()
            .filter_map(|path| explain(&receipts, path).ok())
            .collect();
        assert!(explained.len() > 100, "{}", explained.len());
        for Explained { amount, low, .. } in explained {
            let length = low.map_or(0, |low| low.substituted.len());
            assert!(length < 50_000, "{amount}: {length}");
        }
    }

    #[test]
    fn pools_of_credits_are_told_apart() {
        let receipts = Receipts::of(&decode("cr=100@2+7@1&n=2").scenario).unwrap();
        let left = explain(&receipts, "credits.teacher.spent")
            .unwrap()
            .low
            .unwrap();
        let pools = left.inputs.iter().filter(|input| input.name == "credits");
        assert_eq!(
            pools.map(|pool| &*pool.value).collect::<Vec<_>>(),
            ["7", "100"]
        );
    }
}

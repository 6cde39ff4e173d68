//! What credits pay on either path.

use super::{NONE, Table};
use crate::economics::{Amount, CreditsPath, Maybe, Report, RunsOut};
use crate::quantity::{Months, Usd};
use crate::wording::{absent, between_words, months};

type Of = fn(&CreditsPath) -> &Amount<Usd>;

/// Cost and cash of both paths over the horizon.
#[must_use]
pub fn credits(report: &Report) -> Table {
    let scenario = &report.scenario;
    let paths = [&report.credits.teacher, &report.credits.student];
    let horizon = months(scenario.horizon);
    let mut table = Table::new("paid", "What credits pay", "Over the horizon");
    table.column("teacher", "Teacher");
    table.column("student", "Student");
    table.hidden = scenario.credits.pools().is_empty();
    let rows: [(_, String, Of); 5] = [
        ("list", format!("Cost of {horizon}"), |path| &path.list),
        ("cash", "Of that in cash".to_owned(), |path| &path.cash),
        ("cutover", "In cash until cut-over".to_owned(), |path| {
            &path.cash_to_cutover
        }),
        ("expired", "Expired unused".to_owned(), |path| &path.expired),
        ("left", format!("Left after {horizon}"), |path| &path.left),
    ];
    for (id, title, amount) in rows {
        table.row(id, &title);
        match id {
            "cash" => {
                table.note(
                    "What credits do not pay: they change who pays, not which path is cheaper.",
                );
                table.stands_out_if(true);
            }
            "cutover" => table.hide_if(scenario.build_months == Months::ZERO),
            _ => {}
        }
        for path in paths {
            table.money(amount(path));
        }
    }
    table.row("runs_out", "Spent to the last");
    for path in paths {
        table.text(&spent_by(&path.runs_out));
    }
    table.finish()
}

/// `in month 3`
fn spent_by(runs_out: &Maybe<RunsOut>) -> String {
    match &runs_out.0 {
        Err(why) => absent(*why),
        Ok(RunsOut { low: None, .. }) => NONE.to_owned(),
        Ok(RunsOut {
            low: Some(low),
            high,
            ..
        }) => match high {
            Some(high) => format!(
                "in month {}",
                between_words(&low.to_string(), &high.to_string())
            ),
            None => format!("in month {low} at the earliest"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::economics::evaluate;
    use crate::scenario::{FieldId, Scenario};

    fn shown(pools: &str, generation: &str) -> Table {
        let mut scenario = Scenario::default();
        scenario.set(FieldId::credits, pools).unwrap();
        scenario.set(FieldId::generation, generation).unwrap();
        credits(&evaluate(&scenario).unwrap())
    }

    #[test]
    fn it_is_there_with_credits_only() {
        assert!(shown("", "0").hidden);
        assert!(!shown("1@1", "0").hidden);
    }

    /// The student costs $1,230 a month, and $70 to $270 once beside the generation.
    #[test]
    fn the_month_of_the_last_credit_is_said() {
        let spent = |pools, generation| {
            let mut rows = shown(pools, generation).rows.into_iter();
            let row = rows.find(|row| row.id == "runs_out").unwrap();
            row.cells
                .into_iter()
                .map(|cell| cell.text)
                .collect::<Vec<_>>()
        };
        assert_eq!(spent("5500@12", "0"), ["in month 2", "in month 5"]);
        assert_eq!(spent("2600@12", "0"), ["in month 1", "in month 2 to 3"]);
        assert_eq!(
            spent("1400@1", "0"),
            ["in month 1", "in month 1 at the earliest"]
        );
        assert_eq!(spent("100000@24", "0"), [NONE, NONE]);
    }
}

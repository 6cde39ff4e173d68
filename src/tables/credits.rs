//! What credits pay on either path.

use super::{NONE, Row, Table, column};
use crate::economics::{Amount, CreditsPath, Maybe, Report, RunsOut};
use crate::quantity::{Months, Usd};
use crate::wording::{Precision, absent, between_words, money, months};

/// Cost and cash of both paths over the horizon.
#[must_use]
pub fn credits(report: &Report) -> Table {
    let paths = [&report.credits.teacher, &report.credits.student];
    let horizon = months(report.scenario.horizon);
    let amounts = paths.map(|path| [&path.list, &path.cash, &path.expired, &path.left]);
    let precision = Precision::of_amounts(amounts.into_iter().flatten());
    let row = |id, title: String, amount: fn(&CreditsPath) -> &Amount<Usd>| {
        let cells = paths.map(|path| money(amount(path), precision));
        let of = paths.map(|path| amount(path).origin());
        Row::new(id, title, cells.into()).of(of.into())
    };
    let rows = vec![
        row("list", format!("Cost of {horizon}"), |path| &path.list),
        row("cash", "Of that in cash".to_owned(), |path| &path.cash)
            .note("What credits do not pay: they change who pays, not which path is cheaper.")
            .stands_out_if(true),
        Row {
            hidden: report.scenario.build_months == Months::ZERO,
            ..row("cutover", "In cash until cut-over".to_owned(), |path| {
                &path.cash_to_cutover
            })
        },
        row("expired", "Expired unused".to_owned(), |path| &path.expired),
        row("left", format!("Left after {horizon}"), |path| &path.left),
        Row::new(
            "runs_out",
            "Spent to the last",
            paths.map(|path| spent_by(&path.runs_out)).into(),
        ),
    ];
    Table {
        id: "paid",
        caption: "What credits pay".to_owned(),
        corner: "Over the horizon",
        columns: vec![column("teacher", "Teacher"), column("student", "Student")],
        rows,
        hidden: report.scenario.credits.pools().is_empty(),
        sortable: 0,
    }
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
            rows.find(|row| row.id == "runs_out").unwrap().cells
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

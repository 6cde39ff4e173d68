//! The levers in this workload's dollars, and what the bill consists of.

use super::{Row, Table, column};
use crate::economics::{Amount, Lever, LeverReport, Report};
use crate::quantity::{Percent, Quantity, Usd};
use crate::wording::{Precision, about, absent, ends, money, months, percent, reason};

/// Every lever, the teacher on demand first.
#[must_use]
pub fn levers(report: &Report) -> Table {
    let amounts = report.levers.iter().flat_map(|lever| {
        [
            &lever.one_time,
            &lever.month_1,
            &lever.steady,
            &lever.horizon,
        ]
    });
    let precision = Precision::of_amounts(amounts);
    Table {
        id: "levers",
        caption: "The levers, in the dollars of this workload".to_owned(),
        corner: "Lever",
        columns: vec![
            column("one_time", "Once"),
            column("month_1", "Month 1"),
            column("steady", "Steady state, monthly"),
            column("change", "Against the teacher on demand"),
            column(
                "horizon",
                format!("Total of {}", months(report.scenario.horizon)),
            ),
            column("fits", "Fits"),
            column("attacks", "Works on"),
            column("model", "Another model"),
            column("effort", "Effort"),
            column("cost", "Paid"),
            column("when", "Reach for it when"),
        ],
        rows: report
            .levers
            .iter()
            .map(|lever| row(lever, precision))
            .collect(),
        hidden: false,
        sortable: 5,
    }
}

#[inline(never)]
fn row(lever: &LeverReport, precision: Precision) -> Row {
    let about = about(lever.id);
    let fits = if lever.fits { "yes" } else { "no" };
    let cells = vec![
        money(&lever.one_time, precision),
        money(&lever.month_1, precision),
        money(&lever.steady, precision),
        change(&lever.steady_change_percent),
        money(&lever.horizon, precision),
        fits.to_owned(),
        about.attacks.to_owned(),
        if about.other_model { "yes" } else { "no" }.to_owned(),
        about.effort.to_owned(),
        about.cost.to_owned(),
        about.when.to_owned(),
    ];
    let amounts = [
        &lever.one_time,
        &lever.month_1,
        &lever.steady,
        &lever.horizon,
    ];
    let [one_time, month_1, steady, horizon] =
        amounts.map(|amount| amount.ok().map(|amount| amount.high().decimal()));
    let change = lever.steady_change_percent.ok();
    let change = change.map(|change| change.high().decimal());
    Row {
        of: vec![
            lever.one_time.origin(),
            lever.month_1.origin(),
            lever.steady.origin(),
            lever.steady_change_percent.origin(),
            lever.horizon.origin(),
        ],
        keys: vec![one_time, month_1, steady, change, horizon],
        stands_out: lever.id == Lever::Distillation,
        ..Row::new(lever.id.name(), about.name, cells).note(reason(lever.reason))
    }
}

/// A change of a cost: one that goes up says so.
fn change(change: &Amount<Percent>) -> String {
    match &change.0 {
        Err(why) => absent(*why),
        Ok(figure) => ends(figure.range(), |end| {
            let text = percent(end, 1);
            match end.cmp(&Percent::ZERO) {
                std::cmp::Ordering::Greater => format!("+{text}, up"),
                _ => text,
            }
        }),
    }
}

/// What the bill of the teacher on demand consists of.
#[must_use]
pub fn bill(report: &Report) -> Table {
    let bill = &report.bill;
    let parts: [(&str, &str, &Amount<Usd>); 3] = [
        ("repeated_input", "Input that repeats", &bill.repeated_input),
        ("fresh_input", "Other input", &bill.fresh_input),
        ("output", "Output", &bill.output),
    ];
    let precision = Precision::of_amounts(parts.map(|(_, _, amount)| amount));
    let row = |(id, title, amount): (_, &str, &Amount<Usd>)| {
        Row::new(id, title, vec![money(amount, precision)]).of(vec![amount.origin()])
    };
    Table {
        id: "bill",
        caption: "What a month on the teacher, on demand, consists of".to_owned(),
        corner: "Part of the bill",
        columns: vec![column("steady", "Monthly")],
        rows: parts.into_iter().map(row).collect(),
        hidden: false,
        sortable: 0,
    }
}

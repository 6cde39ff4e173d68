//! The levers in this workload's dollars, and what the bill consists of.

use super::Table;
use crate::economics::{Amount, Lever, Report};
use crate::quantity::Percent;
use crate::wording::{about, absent, ends, months, percent, reason};

/// Every lever, the teacher on demand first.
#[must_use]
pub fn levers(report: &Report) -> Table {
    let caption = "The levers, in the dollars of this workload";
    let mut table = Table::new("levers", caption, "Lever");
    let total = format!("Total of {}", months(report.scenario.horizon));
    for (id, title) in [
        ("one_time", "Once"),
        ("month_1", "Month 1"),
        ("steady", "Steady state, monthly"),
        ("change", "Against the teacher on demand"),
        ("horizon", &total),
        ("fits", "Fits"),
        ("attacks", "Works on"),
        ("model", "Another model"),
        ("effort", "Effort"),
        ("cost", "Paid"),
        ("when", "Reach for it when"),
    ] {
        table.column(id, title);
    }
    table.sortable = 5;
    let yes = |is| if is { "yes" } else { "no" };
    for lever in &report.levers {
        let about = about(lever.id);
        table.row(lever.id.name(), about.name);
        table.note(reason(lever.reason));
        table.stands_out_if(lever.id == Lever::Distillation);
        table.money(&lever.one_time);
        table.money(&lever.month_1);
        table.money(&lever.steady);
        let against = &lever.steady_change_percent;
        table.figure(change(against), against);
        table.money(&lever.horizon);
        for text in [
            yes(lever.fits),
            about.attacks,
            yes(about.other_model),
            about.effort,
            about.cost,
            about.when,
        ] {
            table.text(text);
        }
    }
    table.finish()
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
    let caption = "What a month on the teacher, on demand, consists of";
    let mut table = Table::new("bill", caption, "Part of the bill");
    table.column("steady", "Monthly");
    table.bars = true;
    for (id, title, amount) in [
        ("repeated_input", "Input that repeats", &bill.repeated_input),
        ("fresh_input", "Other input", &bill.fresh_input),
        ("output", "Output", &bill.output),
    ] {
        table.row(id, title);
        table.money(amount);
    }
    table.finish()
}

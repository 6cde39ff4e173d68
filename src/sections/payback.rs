//! Both paths month by month, until the one-time cost is back and beyond.

use super::Section;
use crate::economics::Report;
use crate::quantity::Usd;
use crate::tables::months;
use crate::wording::{self, Precision, money};

pub(super) const SECTION: Section = Section {
    id: "payback",
    title: "Payback over time",
    answer,
    tables: |report| vec![months(report)],
};

fn answer(report: &Report) -> String {
    let saving = &report.saving.horizon;
    let amount = money(saving, Precision::of_amounts(&[saving]));
    let horizon = wording::months(report.scenario.horizon);
    let payback = wording::payback(&report.payback, &report.scenario);
    let total = if saving.is_ok_and(|saving| saving.high() <= Usd::ZERO) {
        format!("Over {horizon} distilling does not save: {amount}.")
    } else {
        format!("Over {horizon} distilling saves {amount}.")
    };
    format!("Payback: {payback}. {total}")
}

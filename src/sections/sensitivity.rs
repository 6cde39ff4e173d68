//! Which input moves the saving most.

use super::Section;
use crate::economics::Report;
use crate::tables::sensitivity;
use crate::wording::{Precision, money, months};

pub(super) const SECTION: Section = Section {
    id: "sensitivity",
    title: "Sensitivity",
    answer,
    tables: |report| vec![sensitivity(report)],
};

fn answer(report: &Report) -> String {
    let Some(most) = report.sensitivity.first() else {
        return "No input moves the saving.".to_owned();
    };
    let precision = Precision::of_amounts(&[&most.low, &most.high]);
    let horizon = months(report.scenario.horizon);
    let change = if report.scenario.is_range(most.field) {
        "over its range"
    } else {
        "20% less or more of it"
    };
    format!(
        "{} matters most: {change} changes the saving over {horizon} by {} and {}.",
        most.field.field().label,
        money(&most.low, precision),
        money(&most.high, precision)
    )
}

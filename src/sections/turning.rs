//! At which value of an input both paths cost the same.

use super::Section;
use crate::economics::Report;
use crate::tables::{Unit, at, break_even};
use crate::wording::{at_middle, hourly, months, rate};

pub(super) const SECTION: Section = Section {
    id: "break-even",
    title: "What would have to be true",
    answer,
    tables: |report| vec![break_even(report)],
};

fn answer(report: &Report) -> String {
    let scenario = &report.scenario;
    let (what, now, value) = if scenario.hosting.bills_hours() {
        (
            "the price of a unit-hour may be at most",
            hourly(&report.hourly),
            &report.break_even.hourly,
        )
    } else {
        (
            "the student's rate may be at most",
            rate(&report.student.rate),
            &report.break_even.student_rate,
        )
    };
    let horizon = months(scenario.horizon);
    format!(
        "For distilling to pay over {horizon}, {what} {}{}; it is {now}.",
        at(value, Unit::Dollars),
        at_middle(scenario)
    )
}

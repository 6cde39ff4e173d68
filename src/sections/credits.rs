//! What credits pay on either path.

use super::Section;
use crate::economics::Report;
use crate::tables::credits;
use crate::wording::{Precision, money, months};

pub(super) const SECTION: Section = Section {
    id: "credits",
    title: "Credits",
    answer,
    tables: |report| vec![credits(report)],
};

fn answer(report: &Report) -> String {
    if report.scenario.credits.pools().is_empty() {
        return "No credits are entered.".to_owned();
    }
    let cash = [&report.credits.teacher.cash, &report.credits.student.cash];
    let precision = Precision::of_amounts(&cash);
    let [teacher, student] = cash.map(|cash| money(cash, precision));
    format!(
        "Over {} the teacher takes {teacher} in cash, distilling {student}.",
        months(report.scenario.horizon)
    )
}

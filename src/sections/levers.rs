//! The levers side by side, what the bill consists of, and which lever to reach for first.

use super::Section;
use crate::economics::Report;
use crate::tables::{bill, levers};
use crate::wording::{about, reason};

pub(super) const SECTION: Section = Section {
    id: "levers",
    title: "Levers",
    answer,
    tables: |report| vec![levers(report), bill(report)],
};

fn answer(report: &Report) -> String {
    let mut said = String::new();
    for (place, diagnosis) in (0..).zip(&report.diagnosis) {
        let begin = if place == 0 {
            "Reach first for"
        } else {
            " Then"
        };
        let name = about(diagnosis.lever).name;
        let why = reason(diagnosis.reason);
        said.extend([begin, ": ", name, ". ", why, "."]);
    }
    if said.is_empty() {
        said.push_str("No lever fits what is said of this workload: stay on the teacher.");
    }
    said
}

//! How the figures of the first screen were computed.

use super::Section;
use crate::economics::{Receipts, Report};
use crate::export::explain;
use crate::tables::{Table, computed};
use std::sync::Arc;

pub(super) const SECTION: Section = Section {
    id: "computed",
    title: "How it is computed",
    answer: |_| {
        "Every figure is a formula over the inputs. Choose any figure of a table to see its own."
            .to_owned()
    },
    tables,
};

/// The figures of the first screen: their names, and their paths in the report.
const FIGURES: [(&str, &str); 8] = [
    ("Teacher, monthly", "teacher.steady"),
    (
        "Student's inference, monthly",
        "student.lines.inference.steady",
    ),
    ("Student's hosting, monthly", "student.hosting"),
    ("Once", "student.one_time"),
    ("Student, month 1", "student.month_1"),
    ("Student, steady state", "student.steady"),
    ("Saving, monthly", "saving.steady"),
    ("Saving over the horizon", "saving.horizon"),
];

fn tables(report: &Report) -> Vec<Table> {
    let Ok(receipts) = Receipts::of(Arc::clone(&report.scenario)) else {
        return Vec::new();
    };
    let mut steps = Vec::new();
    for (name, path) in FIGURES {
        if let Ok(explained) = explain(&receipts, path) {
            steps.push((name, [explained.low, explained.high]));
        }
    }
    vec![computed(steps)]
}

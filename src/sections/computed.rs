//! How the figures of the first screen were computed.

use super::Section;
use crate::economics::{Receipts, Report};
use crate::tables::{Table, computed, costs};
use std::sync::Arc;

pub(super) const SECTION: Section = Section {
    id: "computed",
    title: "How it is computed",
    answer: |_| {
        "Every figure is a formula over the inputs. Those with a dotted line show their own."
            .to_owned()
    },
    tables,
};

fn tables(report: &Report) -> Vec<Table> {
    let Ok(receipts) = Receipts::of(Arc::clone(&report.scenario)) else {
        return Vec::new();
    };
    let costs = costs(&receipts.report);
    let mut steps = Vec::new();
    for row in costs.rows.iter().filter(|row| !row.hidden) {
        for (at, column) in costs.columns.iter().enumerate() {
            if let Some(origin) = row.origin(at) {
                let name = format!("{}: {}", row.title, column.title);
                steps.push((name, receipts.ends(&origin.ends)));
            }
        }
    }
    vec![computed(steps)]
}

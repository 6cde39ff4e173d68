//! Whether the student is good enough, and what wrong answers cost.

use super::Section;
use crate::tables::quality;
use crate::wording::gate;

pub(super) const SECTION: Section = Section {
    id: "quality",
    title: "Quality gate",
    answer: |report| gate(report.quality.verdict).to_owned(),
    tables: |report| vec![quality(report)],
};

//! Commitment terms: what is locked in, and what is still owed when the horizon ends first.

use super::TermReport;
use super::corner::{Corner, Corners, Gap, Plan, too_large};
use super::crossing::{Span, crossing};
use super::payback::payback;
use crate::quantity::{Quantity, Usd};
use crate::scenario::{Choice, FieldId, Term};

impl Corner {
    /// What the block of months that runs past the horizon still costs after it. Terms are bought
    /// again as they end, and a block is paid to its end.
    pub fn owed(&self, plan: Plan) -> Result<Usd, Gap> {
        let term = plan.term.months();
        let left = match self.months().checked_rem(term) {
            Some(into_block) if into_block > 0 => term.saturating_sub(into_block),
            _ => 0,
        };
        self.hosting_for(plan, left)
    }

    /// What must be paid whatever happens: the first block.
    fn locked_in(&self, plan: Plan) -> Result<Usd, Gap> {
        self.hosting_for(plan, plan.term.months())
    }

    /// Model-unit hours of so many months.
    fn hosting_for(&self, plan: Plan, months: u32) -> Result<Usd, Gap> {
        if months == 0 {
            return Ok(Usd::ZERO);
        }
        let total = self.hosting(plan)?.times(months.into());
        Ok(total.map_err(too_large(&[FieldId::units, FieldId::hours_per_month]))?)
    }
}

/// The three terms side by side, under the hosting in force.
pub(super) fn terms(corners: &Corners, plan: Plan) -> Vec<TermReport> {
    let of_term = |term: &Term| {
        let plan = Plan {
            term: *term,
            ..plan
        };
        TermReport {
            term: *term,
            hourly: corners.hull(&|c| c.hourly(*term)),
            month_1: corners.hull(&|c| c.month_1(plan)),
            steady: corners.hull(&|c| c.steady(plan)),
            horizon: corners.hull(&|c| c.horizon(plan)),
            steady_crossing: crossing(corners, plan, Span::Steady),
            payback: payback(corners, plan),
            locked_in: corners.hull(&|c| c.locked_in(plan)),
        }
    };
    Term::ALL.iter().map(of_term).collect()
}

//! What a scenario costs on either path, and where the two cross.
//!
//! [`evaluate`] turns a [`Scenario`] into a [`Report`]. It returns quantities and codes; sentences
//! and rounding for display belong to [`wording`](crate::wording).
//!
//! Every range is carried exactly. The figures are linear in the volume and move one way with each
//! other input, so their lowest and highest values stand at four corners: the student's
//! best and worst case, each at the lowest and the highest volume.
//!
//! ```
//! use crossover::{economics::evaluate, scenario::Scenario};
//!
//! let report = evaluate(&Scenario::default())?;
//! let crossing = report.crossover.steady?;
//! assert_eq!(crossing.low.map(|v| v.to_string()).as_deref(), Some("81111112"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod commitment;
mod corner;
mod crossing;
mod paths;
mod payback;
mod report;
mod verdict;

pub use corner::Plan;
pub use crossing::{Crossing, State};
pub use payback::Payback;
pub use report::{
    Absent, Amount, Crossovers, Line, LineId, OtherHosting, Report, Saving, StudentPath,
    TeacherPath, TermReport, TooLarge, Warning,
};
pub use verdict::{Verdict, VerdictCode};

use crate::scenario::{Choice, Hosting, Scenario};
use corner::{Corner, Corners};
use crossing::{Span, crossing};

/// Computes the report of a scenario.
///
/// # Errors
///
/// [`TooLarge`] when an amount would be above $10¹⁵ or a volume above 10¹⁸ tokens a month; it
/// names the inputs that caused it.
pub fn evaluate(scenario: &Scenario) -> Result<Report, TooLarge> {
    let corners = Corners::of(scenario)?;
    let plan = Plan {
        hosting: scenario.hosting,
        term: scenario.term,
    };
    let teacher_month = corners.hull(&Corner::teacher_month);
    let teacher = TeacherPath {
        rate: corners.hull(&|c| Ok(c.teacher_rate)),
        month_1: teacher_month,
        steady: teacher_month,
        horizon: corners.hull(&Corner::teacher_horizon),
        ratio: corners.hull(&Corner::token_price_ratio),
    };
    let saving = Saving {
        month_1: corners.hull(&|c| c.month_1_saving(plan)),
        steady: corners.hull(&|c| c.steady_saving(plan)),
        steady_percent: corners.hull(&|c| c.steady_percent(plan)),
        steady_ratio: corners.hull(&|c| c.steady_ratio(plan)),
        horizon: corners.hull(&|c| c.horizon_saving(plan)),
    };
    let crossover = Crossovers {
        steady: crossing(&corners, plan, Span::Steady),
        month_1: crossing(&corners, plan, Span::FirstMonth),
        horizon: crossing(&corners, plan, Span::Horizon),
    };
    let report = Report {
        scenario: scenario.clone(),
        warnings: warnings(scenario),
        verdict: verdict::verdict(scenario, plan, saving.horizon, crossover.horizon)?,
        teacher,
        student: paths::student(&corners, scenario, plan),
        other_hosting: other_hosting(&corners, plan),
        saving,
        crossover,
        payback: payback::payback(&corners, plan),
        terms: commitment::terms(&corners, plan),
    };
    match corners.beyond() {
        Some(cause) => Err(cause),
        None => Ok(report),
    }
}

/// What the two choices of hosting that are not in force would cost.
fn other_hosting(corners: &Corners, plan: Plan) -> Vec<OtherHosting> {
    let others = Hosting::ALL.iter().filter(|other| **other != plan.hosting);
    others
        .map(|hosting| {
            let plan = Plan {
                hosting: *hosting,
                ..plan
            };
            OtherHosting {
                hosting: *hosting,
                steady: corners.hull(&|c| c.steady(plan)),
                crossing: crossing(corners, plan, Span::Steady),
            }
        })
        .collect()
}

fn warnings(scenario: &Scenario) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if scenario.hosting == Hosting::Both {
        warnings.push(Warning::TokensAndHours);
    }
    warnings
}

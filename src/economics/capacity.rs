//! What model units have to carry, and what one must average to be worth its price.

use super::cases::Cases;
use super::number::Num;
use super::path::Path;
use super::report::Capacity;
use std::cmp::Ordering::Less;

/// The capacity of the plan in force.
pub(super) fn capacity(cases: &Cases, paths: &[Path]) -> Capacity {
    Capacity {
        minimum_tpm: cases.proportion(paths, minimum),
        units_needed: cases.hull(paths, |path| {
            let needed = carried(path).map(|carried| path.case.needed(load(path), carried));
            needed.unwrap_or(Num::undefined())
        }),
        utilisation_percent: cases.proportion(paths, |path| {
            let share = carried(path).map(|carried| {
                let hundredfold = path.case.volume.times(path.case.kept).times(Num::HUNDRED);
                hundredfold.over(path.units.times(carried))
            });
            share.unwrap_or(Num::undefined())
        }),
    }
}

/// The tokens that one unit carries in a month, where that is known and units are billed.
fn carried(path: &Path) -> Option<Num> {
    let billed = path.plan.hosting.bills_hours();
    path.case.unit_tokens.filter(|_| billed)
}

fn load(path: &Path) -> Num {
    path.case.unit_volume.times(path.case.unit_share)
}

/// The tokens a minute from which on a unit saves more than it costs.
fn minimum(path: &Path) -> Num {
    let (case, hosting) = (path.case, path.plan.hosting);
    if !hosting.bills_hours() {
        return Num::undefined();
    }
    let billed = if hosting.bills_tokens() {
        case.student_rate
    } else {
        Num::ZERO
    };
    let gain = case.teacher_rate.minus(billed);
    if gain.sign() == Less {
        return Num::undefined();
    }
    let price = case.hourly(path.plan.term.hourly_field());
    price.times(Num::MILLION).over(gain.times(Num::count(60)))
}

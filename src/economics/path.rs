//! The two paths of one case: what each month costs on the teacher and on the student, line by line.

use super::LineId;
use super::case::Case;
use super::number::{Num, sum, total};
use crate::scenario::{Hosting, Term};

/// How the student is served: the choices that the report compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What hosting bills.
    pub hosting: Hosting,
    /// The commitment term.
    pub term: Term,
}

/// The student's costs of a month, by line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines([Num; LineId::ALL.len()]);

impl Lines {
    const NONE: Self = Self([Num::ZERO; LineId::ALL.len()]);

    /// What a line costs.
    pub fn of(&self, line: LineId) -> Num {
        self.0.get(line as usize).copied().unwrap_or(Num::ZERO)
    }

    fn set(&mut self, line: LineId, cost: Num) {
        if let Some(place) = self.0.get_mut(line as usize) {
            *place = cost;
        }
    }

    fn total(&self) -> Num {
        sum(&self.0)
    }
}

/// A month of both paths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Month {
    pub volume: Num,
    pub teacher: Num,
    pub lines: Lines,
    pub student: Num,
    /// The part of it that falls due once.
    pub once: Num,
    /// What the model units cost.
    pub hosting: Num,
}

/// Both paths of a case under a plan.
#[derive(Clone, Debug)]
pub(super) struct Path<'c, 's> {
    pub case: &'c Case<'s>,
    pub plan: Plan,
    /// The months of the horizon, and no fewer than [`STOPS`].
    pub months: Vec<Month>,
    pub steady_lines: Lines,
    pub units: Num,
    pub teacher_steady: Num,
    pub teacher_horizon: Num,
    pub steady: Num,
    pub horizon: Num,
    pub owed: Num,
}

/// The months after which one may stop.
pub(super) const STOPS: usize = 12;

impl<'c, 's> Path<'c, 's> {
    /// The paths of every case.
    pub fn of_each(cases: &'c [Case<'s>], plan: Plan) -> Vec<Self> {
        cases.iter().map(|case| Self::new(case, plan)).collect()
    }

    /// Computes every month.
    pub fn new(case: &'c Case<'s>, plan: Plan) -> Self {
        let horizon = usize::try_from(case.horizon).unwrap_or_default();
        Self::with_months(case, plan, horizon.max(STOPS))
    }

    /// Computes so many months, and the steady state.
    pub fn with_months(case: &'c Case<'s>, plan: Plan, shown: usize) -> Self {
        let horizon = usize::try_from(case.horizon).unwrap_or_default();
        let hourly = case.hourly(plan.term.hourly_field());
        let hosting = |units: Num| {
            if plan.hosting.bills_hours() {
                hourly.times(units).times(case.hours)
            } else {
                Num::ZERO
            }
        };
        let units = units(case, plan, shown);
        let mut months = Vec::new();
        for (number, (volume, units)) in (1..).zip(case.volumes(shown).iter().zip(&units)) {
            months.push(month(case, plan, number, *volume, hosting(*units)));
        }
        let load = case.unit_volume.times(case.unit_share);
        let steady_units = case.units_for(load);
        let steady_units = steady_units.named("student.units");
        let standing = hosting(steady_units).named("student.hosting");
        let steady_lines = running(case, plan, case.volume, standing);
        let mut owed = Num::ZERO;
        for units in units.iter().skip(horizon).take(left(plan, horizon)) {
            owed = owed.plus(hosting(*units));
        }
        let owed = owed.named("student.owed");
        let within = months.get(..horizon).unwrap_or(&months);
        let teacher_horizon = total(within, |month| month.teacher);
        let student_horizon = total(within, |month| month.student).plus(owed);
        Self {
            case,
            plan,
            units: steady_units,
            teacher_steady: tokens(case.volume, case.teacher_rate).named("teacher.steady"),
            teacher_horizon: teacher_horizon.named("teacher.horizon"),
            steady: steady_lines.total().named("student.steady"),
            horizon: student_horizon.named("student.horizon"),
            steady_lines,
            owed,
            months,
        }
    }

    /// The months of the horizon.
    pub fn within(&self) -> &[Month] {
        let horizon = usize::try_from(self.case.horizon).unwrap_or_default();
        self.months.get(..horizon).unwrap_or(&self.months)
    }

    /// The first month.
    pub fn first(&self) -> Month {
        self.month(0)
    }

    /// The month after so many.
    pub fn month(&self, at: usize) -> Month {
        let none = Month {
            volume: Num::ZERO,
            teacher: Num::ZERO,
            lines: Lines::NONE,
            student: Num::ZERO,
            once: Num::ZERO,
            hosting: Num::ZERO,
        };
        self.months.get(at).copied().unwrap_or(none)
    }

    /// Teacher less student in steady state.
    pub fn steady_saving(&self) -> Num {
        self.teacher_steady.minus(self.steady)
    }

    /// Teacher less student over the horizon.
    pub fn horizon_saving(&self) -> Num {
        self.teacher_horizon.minus(self.horizon)
    }

    /// What re-distillation costs, spread over the months from one to the next.
    pub fn reserve(&self) -> Num {
        match self.case.every {
            0 => Num::ZERO,
            every => self.case.distillation().over(Num::count(every)),
        }
    }

    /// What stopping costs after each of the months.
    pub fn stops(&self) -> Vec<Num> {
        let mut paid = Num::ZERO;
        let mut stops = Vec::new();
        for (months, month) in (1..).zip(&self.months) {
            paid = paid.plus(month.student);
            stops.push(paid.plus(self.left_to_pay(months, month)));
        }
        stops
    }

    /// What is owed when one stops after so many months, the last of which is this.
    fn left_to_pay(&self, months: usize, last: &Month) -> Num {
        // A block has the same units throughout, so its months cost the same.
        let left = u32::try_from(left(self.plan, months)).unwrap_or_default();
        last.hosting.times(Num::count(left))
    }

    /// What must be paid whatever happens: the first block.
    pub fn locked_in(&self) -> Num {
        let months = Num::count(self.plan.term.months());
        self.first().hosting.times(months)
    }
}

/// How many months the block that runs at the end of a month still has.
pub(super) fn left(plan: Plan, months: usize) -> usize {
    let term = usize::try_from(plan.term.months()).unwrap_or_default();
    match months.checked_rem(term) {
        Some(into_block) if into_block > 0 => term.saturating_sub(into_block),
        _ => 0,
    }
}

/// The units of each month, to the end of the block that the last month is in.
fn units(case: &Case, plan: Plan, months: usize) -> Vec<Num> {
    let to_the_end = months.saturating_add(left(plan, months));
    if case.unit_tokens.is_none() || !plan.hosting.bills_hours() {
        return vec![case.entered_units; to_the_end];
    }
    let mut units = Vec::new();
    for (number, load) in (1..).zip(case.loads(to_the_end)) {
        units.push(if number <= case.build {
            case.entered_units
        } else {
            case.units_for(load)
        });
    }
    let term = usize::try_from(plan.term.months()).unwrap_or_default();
    for block in units.chunks_mut(term.max(1)) {
        let mut most = block.first().copied().unwrap_or(Num::ZERO);
        for units in block.iter().skip(1) {
            most = most.max(*units);
        }
        block.fill(most);
    }
    units
}

fn month(case: &Case, plan: Plan, number: u32, volume: Num, hosting: Num) -> Month {
    let teacher = tokens(volume, case.teacher_rate).of("teacher", number);
    let hosting = hosting.of("hosting", number);
    let mut lines = if number <= case.build {
        let mut lines = standing(case, hosting);
        lines.set(LineId::Teacher, teacher);
        lines
    } else {
        running(case, plan, volume, hosting)
    };
    let since_cut_over = number.checked_sub(case.build.saturating_add(1));
    let again = since_cut_over.filter(|months| *months > 0);
    let due = again.is_some_and(|months| months.checked_rem(case.every) == Some(0));
    let mut once = Num::ZERO;
    for (line, cost) in [
        (LineId::Generation, case.generation),
        (LineId::Training, case.training),
        (LineId::Evaluation, case.evaluation),
        (LineId::Effort, case.effort),
    ] {
        if number == 1 || due && line != LineId::Effort {
            once = once.plus(cost);
            lines.set(line, cost);
        }
    }
    Month {
        volume,
        teacher,
        lines,
        student: lines.total().of("student", number),
        once,
        hosting,
    }
}

/// The lines of a month on the student.
fn running(case: &Case, plan: Plan, volume: Num, hosting: Num) -> Lines {
    let mut lines = standing(case, hosting);
    let shared = tokens(volume.times(case.share), case.teacher_rate);
    lines.set(LineId::TeacherShare, shared);
    if plan.hosting.bills_tokens() {
        let inferred = tokens(volume.times(case.kept), case.student_rate);
        lines.set(LineId::Inference, inferred);
    }
    lines
}

/// The lines of what is paid whether or not the student answers.
fn standing(case: &Case, hosting: Num) -> Lines {
    let mut lines = Lines::NONE;
    lines.set(LineId::Hosting, hosting);
    lines.set(LineId::Storage, case.storage);
    lines
}

/// What tokens cost.
pub(super) fn tokens(volume: Num, rate: Num) -> Num {
    volume.times(rate).per_million()
}

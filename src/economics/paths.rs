//! The two paths: what a month costs on the teacher and on the student, line by line.

use super::corner::{Corner, Corners, Gap, Plan, known, too_large};
use super::{Absent, Line, LineId, StudentPath};
use crate::quantity::{Exact, Overflow, Percent, Quantity, Usd};
use crate::scenario::{FieldId, Scenario};
use rust_decimal::Decimal;

/// The inputs behind the teacher's cost.
const TEACHER: &[FieldId] = &[FieldId::volume, FieldId::teacher_rate, FieldId::horizon];
/// The inputs behind the student's cost.
const STUDENT: &[FieldId] = &[
    FieldId::volume,
    FieldId::student_rate,
    FieldId::units,
    FieldId::hourly_none,
    FieldId::hourly_1mo,
    FieldId::hourly_6mo,
    FieldId::hours_per_month,
    FieldId::horizon,
];
/// The inputs behind the student's model-unit hours.
const HOURS: &[FieldId] = &[
    FieldId::units,
    FieldId::hourly_none,
    FieldId::hourly_1mo,
    FieldId::hourly_6mo,
    FieldId::hours_per_month,
    FieldId::horizon,
];

impl Corner {
    /// The teacher on demand, a month.
    pub fn teacher_month(&self) -> Result<Usd, Gap> {
        let cost = self.teacher_rate.cost_of(self.volume);
        Ok(cost.map_err(too_large(TEACHER))?)
    }

    /// The teacher on demand over the horizon.
    pub fn teacher_horizon(&self) -> Result<Usd, Gap> {
        let total = self.teacher_month()?.times(self.horizon.decimal());
        Ok(total.map_err(too_large(TEACHER))?)
    }

    /// One line of the student's month in steady state.
    fn steady_line(&self, line: LineId, plan: Plan) -> Result<Usd, Gap> {
        match line {
            LineId::Inference if plan.hosting.bills_tokens() => {
                let cost = self.student_rate.cost_of(self.volume);
                Ok(cost.map_err(too_large(STUDENT))?)
            }
            LineId::Hosting => self.hosting(plan),
            LineId::Storage => known(FieldId::storage, self.storage),
            _ => Ok(Usd::ZERO),
        }
    }

    /// One line of the student's first month: one-time costs fall due with it.
    fn month_1_line(&self, line: LineId, plan: Plan) -> Result<Usd, Gap> {
        match line {
            LineId::Generation => Ok(self.generation),
            LineId::Training => known(FieldId::training, self.training),
            LineId::Evaluation => Ok(self.evaluation),
            LineId::Effort => Ok(self.effort),
            _ => self.steady_line(line, plan),
        }
    }

    /// What the model units cost a month: all its hours, busy or idle.
    pub fn hosting(&self, plan: Plan) -> Result<Usd, Gap> {
        if !plan.hosting.bills_hours() {
            return Ok(Usd::ZERO);
        }
        let cost = self.hourly(plan.term)?.cost_of(self.units, self.hours);
        Ok(cost.map_err(too_large(HOURS))?)
    }

    /// What the student costs whatever the volume, a month.
    pub fn standing(&self, plan: Plan) -> Result<Usd, Gap> {
        let hosting = self.hosting(plan)?;
        sum([hosting, known(FieldId::storage, self.storage)?], HOURS)
    }

    /// The student's month in steady state.
    pub fn steady(&self, plan: Plan) -> Result<Usd, Gap> {
        let tokens = self.steady_line(LineId::Inference, plan)?;
        sum([tokens, self.standing(plan)?], STUDENT)
    }

    /// What is paid once.
    pub fn one_time(&self) -> Result<Usd, Gap> {
        let training = known(FieldId::training, self.training)?;
        let once = [self.generation, training, self.evaluation, self.effort];
        sum(once, &[FieldId::generation, FieldId::training])
    }

    /// The student's first month.
    pub fn month_1(&self, plan: Plan) -> Result<Usd, Gap> {
        sum([self.steady(plan)?, self.one_time()?], STUDENT)
    }

    /// The student over the horizon, with what is owed after it.
    pub fn horizon(&self, plan: Plan) -> Result<Usd, Gap> {
        let months = self.steady(plan)?.times(self.horizon.decimal());
        let months = months.map_err(too_large(STUDENT))?;
        sum([months, self.one_time()?, self.owed(plan)?], STUDENT)
    }

    /// Teacher less student in the first month.
    pub fn month_1_saving(&self, plan: Plan) -> Result<Usd, Gap> {
        saving(self.teacher_month()?, self.month_1(plan)?)
    }

    /// Teacher less student in a month in steady state.
    pub fn steady_saving(&self, plan: Plan) -> Result<Usd, Gap> {
        saving(self.teacher_month()?, self.steady(plan)?)
    }

    /// Teacher less student over the horizon.
    pub fn horizon_saving(&self, plan: Plan) -> Result<Usd, Gap> {
        saving(self.teacher_horizon()?, self.horizon(plan)?)
    }

    /// The saving in steady state, as a share of the teacher's cost.
    pub fn steady_percent(&self, plan: Plan) -> Result<Percent, Gap> {
        let teacher = self.teacher_month()?;
        let hundredfold = self
            .steady_saving(plan)?
            .decimal()
            .times(Decimal::ONE_HUNDRED);
        let percent = ratio(hundredfold, teacher.decimal())?;
        // A share of next to nothing says nothing; the amounts themselves do.
        Percent::try_from(percent).map_err(|Overflow| Gap::Absent(Absent::Undefined))
    }

    /// The teacher's steady state over the student's.
    pub fn steady_ratio(&self, plan: Plan) -> Result<Decimal, Gap> {
        let teacher = self.teacher_month()?.decimal();
        ratio(Ok(teacher), self.steady(plan)?.decimal())
    }

    /// The teacher's rate over the student's.
    pub fn token_price_ratio(&self) -> Result<Decimal, Gap> {
        let teacher = self.teacher_rate.decimal();
        ratio(Ok(teacher), self.student_rate.decimal())
    }
}

/// Teacher less student.
fn saving(teacher: Usd, student: Usd) -> Result<Usd, Gap> {
    Ok(teacher.minus(student).map_err(too_large(TEACHER))?)
}

/// A quotient; of nothing by nothing, there is none.
fn ratio(dividend: Result<Decimal, Overflow>, divisor: Decimal) -> Result<Decimal, Gap> {
    let quotient = dividend.and_then(|dividend| dividend.over(divisor));
    quotient.map_err(|Overflow| Gap::Absent(Absent::Undefined))
}

/// A sum of amounts, within the limit.
pub(super) fn sum<const N: usize>(
    amounts: [Usd; N],
    causes: &'static [FieldId],
) -> Result<Usd, Gap> {
    let total: Result<Usd, Overflow> = amounts.into_iter().try_fold(Usd::ZERO, Usd::plus);
    Ok(total.map_err(too_large(causes))?)
}

/// The student's side of the report.
pub(super) fn student(corners: &Corners, scenario: &Scenario, plan: Plan) -> StudentPath {
    const LINES: [LineId; 7] = [
        LineId::Inference,
        LineId::Generation,
        LineId::Training,
        LineId::Evaluation,
        LineId::Effort,
        LineId::Hosting,
        LineId::Storage,
    ];
    let line = |id| Line {
        id,
        month_1: corners.hull(&|c| c.month_1_line(id, plan)),
        steady: corners.hull(&|c| c.steady_line(id, plan)),
    };
    StudentPath {
        rate: corners.hull(&|c| Ok(c.student_rate)),
        month_1: corners.hull(&|c| c.month_1(plan)),
        steady: corners.hull(&|c| c.steady(plan)),
        horizon: corners.hull(&|c| c.horizon(plan)),
        one_time: corners.hull(&Corner::one_time),
        hosting: corners.hull(&|c| c.hosting(plan)),
        units: scenario.units,
        owed: corners.hull(&|c| c.owed(plan)),
        lines: LINES.into_iter().map(line).collect(),
    }
}

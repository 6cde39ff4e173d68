//! The ways to a smaller bill side by side, in dollars, and which of them fits.

use super::case::Case;
use super::cases::Cases;
use super::figure::Amount;
use super::number::{Num, sum};
use super::path::{Path, Plan, tokens};
use super::{Saving, VerdictCode};
use crate::quantity::{Percent, Quantity, Usd};
use crate::scenario::{FieldId, Question, Scenario};
use rust_decimal::Decimal;

/// A way to a smaller bill, or to better answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// Stay on the teacher, on demand.
    Teacher,
    /// Prompt caching on the teacher.
    Caching,
    /// Retrieval-augmented generation with the teacher.
    Rag,
    /// Plain fine-tuning of the small model, with labels that people write.
    FineTuning,
    /// Distillation.
    Distillation,
    /// The teacher in batch.
    Batch,
    /// The small model as it is: the control.
    PlainStudent,
}

impl Lever {
    /// All of them, the one that everything is compared with first.
    pub const ALL: [Self; 7] = [
        Self::Teacher,
        Self::Caching,
        Self::Rag,
        Self::FineTuning,
        Self::Distillation,
        Self::Batch,
        Self::PlainStudent,
    ];

    /// How JSON spells it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Teacher => "teacher",
            Self::Caching => "caching",
            Self::Rag => "rag",
            Self::FineTuning => "fine_tuning",
            Self::Distillation => "distillation",
            Self::Batch => "batch",
            Self::PlainStudent => "plain_student",
        }
    }
}

/// A lever in this workload's dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverReport {
    /// Which one.
    pub id: Lever,
    /// What is paid once.
    pub one_time: Amount<Usd>,
    /// The first month.
    pub month_1: Amount<Usd>,
    /// A month in steady state.
    pub steady: Amount<Usd>,
    /// The total over the horizon.
    pub horizon: Amount<Usd>,
    /// The change of the steady state against the teacher on demand.
    pub steady_change_percent: Amount<Percent>,
    /// Whether to reach for it.
    pub fits: bool,
    /// Why, or why not.
    pub reason: Reason,
}

/// Why a lever fits or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The volume is low or spiky: there is nothing to spread a one-time cost over.
    LowOrSpiky,
    /// The volume is high and steady, and every token of it is paid at the large model's price.
    HighAndSteady,
    /// A long context repeats on every call.
    RepeatedContext,
    /// No context repeats.
    NoRepeatedContext,
    /// Its prices are not lower.
    NotCheaper,
    /// Answers are wrong for lack of facts.
    LacksFacts,
    /// It adds tokens; it buys facts, not savings.
    AddsTokens,
    /// The small model is nearly good enough.
    NearlyGoodEnough,
    /// The small model is not said to be nearly good enough.
    NotNearlyGoodEnough,
    /// Only a large model is accurate enough, and the volume makes it dear.
    OnlyLargeModel,
    /// It saves money over the horizon.
    Pays,
    /// It does not.
    DoesNotPay,
    /// The task is broad or shifts: the student would have to be distilled again and again.
    BroadOrShifting,
    /// A small model answers faster.
    ResponseTime,
    /// Traffic can wait.
    CanWait,
    /// Traffic cannot wait.
    CannotWait,
    /// The plain small model scores close enough.
    GoodEnough,
    /// It does not.
    NotGoodEnough,
    /// It has not been scored.
    NotScored,
}

/// What a lever costs in one case.
#[derive(Clone, Copy, Debug)]
struct Costs {
    one_time: Num,
    month_1: Num,
    steady: Num,
    horizon: Num,
    /// The teacher on demand, in steady state.
    against: Num,
}

/// Every lever.
pub(super) fn levers(
    cases: &Cases,
    paths: &[Path],
    scenario: &Scenario,
    (verdict, saving): (VerdictCode, &Saving),
) -> Vec<LeverReport> {
    let of_lever = |lever: Lever| {
        let costs: Vec<_> = paths.iter().map(|path| costs(lever, path)).collect();
        let change = cases.proportion(&costs, |costs| {
            let change = costs.steady.minus(costs.against).times(Num::HUNDRED);
            change.over(costs.against)
        });
        let (fits, reason) = fits(lever, scenario, &change, verdict, saving);
        LeverReport {
            id: lever,
            one_time: cases.hull(&costs, |costs| costs.one_time),
            month_1: cases.hull(&costs, |costs| costs.month_1),
            steady: cases.hull(&costs, |costs| costs.steady),
            horizon: cases.hull(&costs, |costs| costs.horizon),
            steady_change_percent: change,
            fits,
            reason,
        }
    };
    Lever::ALL.into_iter().map(of_lever).collect()
}

fn costs(lever: Lever, path: &Path) -> Costs {
    let case = path.case;
    let by_rate = |rate| by_month(path, Num::ZERO, &|volume| tokens(volume, rate));
    match lever {
        Lever::Teacher => by_rate(case.teacher_list_rate),
        Lever::Caching => by_rate(case.cached_rate()),
        Lever::Batch => by_rate(case.batch_rate()),
        Lever::PlainStudent => by_rate(case.student_rate),
        Lever::Rag => rag(path),
        Lever::Distillation => of_path(path, against(case)),
        Lever::FineTuning => {
            let labelled = labelled(case);
            of_path(&Path::new(&labelled, path.plan), against(case))
        }
    }
}

fn against(case: &Case) -> Num {
    tokens(case.volume, case.teacher_list_rate)
}

fn of_path(path: &Path, against: Num) -> Costs {
    Costs {
        one_time: path.case.one_time(),
        month_1: path.first().student,
        steady: path.steady,
        horizon: path.horizon,
        against,
    }
}

/// A lever whose cost follows from the volume of each month.
fn by_month(path: &Path, one_time: Num, month: &dyn Fn(Num) -> Num) -> Costs {
    let mut horizon = Num::ZERO;
    for each in path.within() {
        horizon = horizon.plus(month(each.volume));
    }
    Costs {
        one_time,
        month_1: month(path.first().volume).plus(one_time),
        steady: month(path.case.volume),
        horizon: horizon.plus(one_time),
        against: against(path.case),
    }
}

fn rag(path: &Path) -> Costs {
    let case = path.case;
    let [input, _] = case.teacher_list;
    let embedding = case.input(FieldId::embedding_rate);
    let once = tokens(case.input(FieldId::corpus_tokens), embedding);
    by_month(path, once, &|volume| {
        let retrieved = volume.times(case.input(FieldId::retrieved_tokens));
        // The division last: until then, all is exact.
        let retrieved = tokens(retrieved, input).over(case.input(FieldId::tokens_per_request));
        sum(&[
            tokens(volume, case.teacher_list_rate),
            retrieved,
            tokens(volume.times(case.input_share), embedding),
            case.input(FieldId::vector_store),
        ])
    })
}

/// The case with labels that people write in the place of the teacher's answers: they are the
/// training data, so they fall due again with it.
fn labelled<'a>(case: &Case<'a>) -> Case<'a> {
    Case {
        generation: case.input(FieldId::labelling),
        effort: Num::ZERO,
        share: Num::ZERO,
        kept: Num::ONE,
        unit_share: Num::ONE,
        ..case.clone()
    }
}

/// Whether to reach for a lever, and why.
fn fits(
    lever: Lever,
    scenario: &Scenario,
    change: &Amount<Percent>,
    verdict: VerdictCode,
    saving: &Saving,
) -> (bool, Reason) {
    let yes = |question| scenario.answers.yes(question);
    let cheaper = change.is_ok_and(|change| change.high() < Percent::ZERO);
    let pays = saving.horizon.is_ok_and(|saving| saving.low() > Usd::ZERO);
    match lever {
        Lever::Teacher if yes(Question::HighVolume) => (!pays, Reason::HighAndSteady),
        Lever::Teacher => (!pays, Reason::LowOrSpiky),
        Lever::Caching if scenario.cached_share == Percent::ZERO => {
            (false, Reason::NoRepeatedContext)
        }
        Lever::Caching if cheaper => (true, Reason::RepeatedContext),
        Lever::Rag if yes(Question::Facts) => (true, Reason::LacksFacts),
        Lever::Rag => (false, Reason::AddsTokens),
        Lever::FineTuning if yes(Question::NearlyGood) => (true, Reason::NearlyGoodEnough),
        Lever::FineTuning => (false, Reason::NotNearlyGoodEnough),
        Lever::Distillation if scenario.answers.any() && !yes(Question::Narrow) => {
            (false, Reason::BroadOrShifting)
        }
        Lever::Distillation if verdict == VerdictCode::Distil => (
            true,
            if yes(Question::OnlyLarge) {
                Reason::OnlyLargeModel
            } else {
                Reason::Pays
            },
        ),
        Lever::Distillation => (false, Reason::DoesNotPay),
        Lever::Batch if scenario.batch_share == Percent::ZERO || yes(Question::Response) => {
            (false, Reason::CannotWait)
        }
        Lever::Batch if cheaper => (true, Reason::CanWait),
        Lever::Caching | Lever::Batch => (false, Reason::NotCheaper),
        Lever::PlainStudent => match scenario.score_teacher.zip(scenario.score_plain) {
            None => (false, Reason::NotScored),
            Some((teacher, plain)) => {
                let least = teacher.minus(scenario.max_loss);
                let enough = least.is_ok_and(|least| plain >= least);
                (
                    enough,
                    if enough {
                        Reason::GoodEnough
                    } else {
                        Reason::NotGoodEnough
                    },
                )
            }
        },
    }
}

/// A lever to reach for first, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// The lever.
    pub lever: Lever,
    /// Why.
    pub reason: Reason,
}

/// Which levers to reach for, the first first: facts before cost, then what the bill consists of and
/// what the task allows.
pub(super) fn diagnosis(
    scenario: &Scenario,
    levers: &[LeverReport],
    bill: &super::Bill,
) -> Vec<Diagnosis> {
    let yes = |question| scenario.answers.yes(question);
    let fits = |id| levers.iter().any(|lever| lever.id == id && lever.fits);
    let most = |amount: &Amount<Usd>| {
        amount
            .as_ref()
            .map_or(Decimal::ZERO, |a| a.high().decimal())
    };
    let repeated = most(&bill.repeated_input);
    let dominates = repeated >= most(&bill.fresh_input) && repeated >= most(&bill.output);
    let mut found = Vec::new();
    let mut reach = |condition: bool, lever, reason| {
        if condition {
            found.push(Diagnosis { lever, reason });
        }
    };
    reach(yes(Question::Facts), Lever::Rag, Reason::LacksFacts);
    reach(
        fits(Lever::Caching) && dominates,
        Lever::Caching,
        Reason::RepeatedContext,
    );
    reach(
        yes(Question::NearlyGood),
        Lever::FineTuning,
        Reason::NearlyGoodEnough,
    );
    let large = yes(Question::OnlyLarge) && yes(Question::HighVolume);
    reach(
        large && yes(Question::Narrow),
        Lever::Distillation,
        Reason::OnlyLargeModel,
    );
    reach(
        large && !yes(Question::Narrow),
        Lever::Distillation,
        Reason::BroadOrShifting,
    );
    reach(
        yes(Question::Response) && !large,
        Lever::Distillation,
        Reason::ResponseTime,
    );
    reach(
        scenario.answers.any() && !yes(Question::HighVolume),
        Lever::Teacher,
        Reason::LowOrSpiky,
    );
    found
}

/// The plan of the scenario.
pub(super) const fn plan(scenario: &Scenario) -> Plan {
    Plan {
        hosting: scenario.hosting,
        term: scenario.term,
    }
}

/// What the bill of the teacher on demand consists of.
pub(super) fn bill(cases: &Cases) -> super::Bill {
    fn input(case: &Case) -> Num {
        tokens(case.volume.times(case.input_share), case.teacher_list[0])
    }
    fn repeated(case: &Case) -> Num {
        case.input(FieldId::cached_share).percent()
    }
    super::Bill {
        repeated_input: cases.hull(&cases.all, |case| input(case).times(repeated(case))),
        fresh_input: cases.hull(&cases.all, |case| input(case).times(repeated(case).rest())),
        output: cases.hull(&cases.all, |case| {
            let output = case.volume.times(case.input_share.rest());
            tokens(output, case.teacher_list[1])
        }),
    }
}

//! Credits: who pays what, month by month.

use crate::inputs::Inputs;
use crate::path::Path;
use crate::tree::{amount, maybe};
use crossover::scenario::FieldId;
use fraction::{Fraction, whole};
use serde_json::{Value, json};

/// What credits did for one path.
pub struct Paid {
    /// The list cost, with what is owed after the horizon.
    pub list: Fraction,
    /// The cash of each month.
    pub cash: Vec<Fraction>,
    pub owed: Fraction,
    pub spent: Fraction,
    pub expired: Fraction,
    pub left: Fraction,
    pub runs_out: Option<usize>,
}

/// Pays a path's months, from the first on; `people` of month 1 is no line of AWS.
fn pay(inputs: &Inputs, months: &[Fraction], people: &Fraction, owed: Fraction) -> Paid {
    let mut pools = inputs.pools.clone();
    pools.sort_by_key(|(_, last)| *last);
    let mut paid = Paid {
        list: months.iter().cloned().sum::<Fraction>() + &owed,
        cash: Vec::new(),
        owed,
        spent: whole(0),
        expired: whole(0),
        left: whole(0),
        runs_out: None,
    };
    for (before, cost) in months.iter().enumerate() {
        let month = before + 1;
        let cash_only = if month == 1 { people.clone() } else { whole(0) };
        let mut billed = cost - &cash_only;
        let mut by_credits = whole(0);
        for (amount, _) in pools.iter_mut().filter(|(_, last)| *last >= month) {
            let part = amount.clone().min(billed.clone());
            *amount = &*amount - &part;
            billed = billed - &part;
            by_credits = by_credits + part;
        }
        let unspent = pools.iter().filter(|(_, last)| *last >= month);
        let none_left = unspent
            .map(|(amount, _)| amount.sign())
            .all(|sign| sign == 0);
        if paid.runs_out.is_none() && by_credits.sign() > 0 && none_left {
            paid.runs_out = Some(month);
        }
        paid.cash.push(cost - &by_credits);
        paid.spent = paid.spent + by_credits;
    }
    for (amount, last) in pools {
        if last <= months.len() {
            paid.expired = paid.expired + amount;
        } else {
            paid.left = paid.left + amount;
        }
    }
    paid
}

/// What credits do for the teacher.
pub fn teacher(path: &Path) -> Option<Paid> {
    let months: Option<Vec<_>> = (1..=path.horizon)
        .map(|month| path.teacher(month))
        .collect();
    Some(pay(path.inputs, &months?, &whole(0), whole(0)))
}

/// What they do for the student.
pub fn student(path: &Path) -> Option<Paid> {
    let months: Option<Vec<_>> = (1..=path.horizon)
        .map(|month| path.student(month))
        .collect();
    let people = path.inputs.get(FieldId::effort);
    let owed = path.rest_of_block(path.horizon)?;
    Some(pay(path.inputs, &months?, &people, owed))
}

/// One side of the report's credits.
pub fn value(paid: Option<Paid>, build: usize) -> Value {
    let Some(paid) = paid else {
        return json!({
            "list": null, "cash": null, "cash_to_cutover": null, "spent": null,
            "expired": null, "left": null, "runs_out": null,
        });
    };
    let cash: Fraction = paid.cash.iter().cloned().sum();
    let to_cutover: Fraction = paid.cash.iter().take(build).cloned().sum();
    json!({
        "list": amount(&paid.list),
        "cash": amount(&(cash + paid.owed)),
        "cash_to_cutover": amount(&to_cutover),
        "spent": amount(&paid.spent),
        "expired": amount(&paid.expired),
        "left": amount(&paid.left),
        "runs_out": {"low": paid.runs_out, "high": paid.runs_out},
    })
}

/// The months of the report.
pub fn months(path: &Path) -> Value {
    let (teacher_paid, student_paid) = (teacher(path), student(path));
    let mut to_date = Some(whole(0));
    let mut rows = Vec::new();
    for month in 1..=path.horizon {
        let (teacher, student) = (path.teacher(month), path.student(month));
        to_date = (|| Some(to_date.clone()? + teacher.clone()? - student.clone()?))();
        let cash = |paid: &Option<Paid>| paid.as_ref().map(|paid| paid.cash[month - 1].clone());
        let volume = path.volume(month).nearest().to_string();
        rows.push(json!({
            "month": month,
            "volume": {"low": volume, "high": volume},
            "teacher": maybe(teacher.as_ref()),
            "student": maybe(student.as_ref()),
            "saving_to_date": maybe(to_date.as_ref()),
            "cash_teacher": maybe(cash(&teacher_paid).as_ref()),
            "cash_student": maybe(cash(&student_paid).as_ref()),
        }));
    }
    Value::Array(rows)
}

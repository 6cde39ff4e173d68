//! Receipts: the formula of an amount, as it was computed.
//!
//! While a report is made for its receipts, every operation on a [`Num`] is written down. A receipt
//! reads those steps back, from an amount to the inputs and to other amounts with a name. It cannot
//! say anything but what was computed.

use super::number::{Num, Op};
use super::{Amount, Report, TooLarge, evaluate};
use crate::scenario::{FieldId, Scenario, Side};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::fmt::Write;

/// What a step is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// A field of the scenario; of a split rate, one side.
    Field(FieldId, Option<Side>),
    /// An amount of the model.
    Amount(&'static str),
    /// An amount of one month of the model, or of one of its blocks.
    Of(&'static str, u32),
}

impl Name {
    fn write(self, text: &mut String) {
        let written = match self {
            Self::Field(field, side) => {
                text.push_str(field.field().name);
                text.push_str(match side {
                    None => "",
                    Some(Side::Input) => ".input",
                    Some(Side::Output) => ".output",
                });
                Ok(())
            }
            Self::Amount(name) => {
                text.push_str(name);
                Ok(())
            }
            Self::Of(name, number) => write!(text, "{name}({number})"),
        };
        // Writing to a text does not fail.
        let _ = written;
    }
}

#[derive(Clone, Copy, Debug)]
struct Step {
    /// The operation and its operands; none for an input or a number of the formula itself.
    made: Option<(Op, u32, u32)>,
    value: Decimal,
    name: Option<Name>,
}

thread_local! {
    /// The steps, while they are recorded. Each knows its place, counted from one.
    static STEPS: RefCell<Option<Vec<Step>>> = const { RefCell::new(None) };
}

fn record(step: impl FnOnce(&mut Vec<Step>) -> Step) -> u32 {
    STEPS.with(|steps| {
        let mut steps = steps.borrow_mut();
        let Some(steps) = steps.as_mut() else {
            return 0;
        };
        let step = step(steps);
        steps.push(step);
        u32::try_from(steps.len()).unwrap_or_default()
    })
}

/// Records an input.
pub(super) fn leaf(value: Decimal, name: Name) -> u32 {
    record(|_| Step {
        made: None,
        value,
        name: Some(name),
    })
}

/// Records an operation.
pub(super) fn step(op: Op, one: Num, other: Num, value: Decimal) -> u32 {
    record(|steps| {
        let mut place = |number: Num| {
            if number.step() == 0 {
                steps.push(Step {
                    made: None,
                    value: number.shown(),
                    name: None,
                });
                return u32::try_from(steps.len()).unwrap_or_default();
            }
            number.step()
        };
        let made = (op, place(one), place(other));
        Step {
            made: Some(made),
            value,
            name: None,
        }
    })
}

/// Names a step, should it have no name yet.
pub(super) fn name(place: u32, name: Name) {
    STEPS.with(|steps| {
        let mut steps = steps.borrow_mut();
        let index = usize::try_from(place).unwrap_or_default().wrapping_sub(1);
        if let Some(step) = steps.as_mut().and_then(|steps| steps.get_mut(index))
            && step.name.is_none()
        {
            step.name = Some(name);
        }
    });
}

/// How an amount was computed, at one end of its range.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Receipt {
    /// The formula, in the names of fields and of other amounts.
    pub formula: String,
    /// The same with the numbers put in: evaluated, it gives the amount.
    pub substituted: String,
    /// What it gives, with all its digits.
    pub value: String,
    /// The names of the formula and what stands behind each.
    pub inputs: Vec<ReceiptInput>,
}

/// A name in a formula.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ReceiptInput {
    /// The name.
    pub name: String,
    /// Its value, with all its digits.
    pub value: String,
    /// The unit, of a field.
    pub unit: &'static str,
}

/// A report that can say how its amounts were computed.
#[derive(Debug)]
pub struct Receipts {
    /// The report.
    pub report: Report,
    steps: Vec<Step>,
}

impl Receipts {
    /// Computes a scenario and keeps every step.
    ///
    /// # Errors
    ///
    /// [`TooLarge`], as [`evaluate`] does.
    pub fn of(scenario: &Scenario) -> Result<Self, TooLarge> {
        STEPS.with(|steps| *steps.borrow_mut() = Some(Vec::new()));
        let report = evaluate(scenario);
        let steps = STEPS.with(|steps| steps.borrow_mut().take());
        Ok(Self {
            report: report?,
            steps: steps.unwrap_or_default(),
        })
    }

    /// The receipts of an amount at its low and its high end; none for what is absent, and for what
    /// is an input or a number of the model itself.
    #[must_use]
    pub fn receipt<T>(&self, amount: &Amount<T>) -> Option<[Receipt; 2]> {
        let [low, high] = amount.steps()?;
        Some([self.of_step(low)?, self.of_step(high)?])
    }

    fn at(&self, place: u32) -> Option<&Step> {
        let index = usize::try_from(place).ok()?.checked_sub(1)?;
        self.steps.get(index)
    }

    fn of_step(&self, place: u32) -> Option<Receipt> {
        let step = self.at(place)?;
        let mut receipt = Receipt {
            formula: String::new(),
            substituted: String::new(),
            value: step.value.normalize().to_string(),
            inputs: Vec::new(),
        };
        self.write(place, true, &mut receipt);
        Some(receipt)
    }

    /// Writes a step: the outermost by its operation, others by their name where they have one.
    fn write(&self, place: u32, outermost: bool, receipt: &mut Receipt) {
        let Some(step) = self.at(place) else {
            return;
        };
        match (step.made, step.name) {
            (made, Some(name)) if !outermost || made.is_none() => {
                let mut text = String::new();
                name.write(&mut text);
                receipt.formula.push_str(&text);
                number(step.value, &mut receipt.substituted);
                if receipt.inputs.iter().all(|input| input.name != text) {
                    receipt.inputs.push(ReceiptInput {
                        name: text,
                        value: step.value.normalize().to_string(),
                        unit: match name {
                            Name::Field(field, _) => field.field().unit,
                            Name::Amount(_) | Name::Of(..) => "",
                        },
                    });
                }
            }
            (None, _) => {
                number(step.value, &mut receipt.formula);
                number(step.value, &mut receipt.substituted);
            }
            (Some((op, one, other)), _) => self.operation(op, one, other, receipt),
        }
    }

    fn operation(&self, op: Op, one: u32, other: u32, receipt: &mut Receipt) {
        let (before, between, after) = match op {
            Op::Plus => ("", " + ", ""),
            Op::Minus => ("", " − ", ""),
            Op::Times => ("", " × ", ""),
            Op::Over => ("", " ÷ ", ""),
            Op::Max => ("max(", ", ", ")"),
            Op::Min => ("min(", ", ", ")"),
            Op::Ceil => ("ceil(", "", ")"),
        };
        let say = |text: &str, receipt: &mut Receipt| {
            receipt.formula.push_str(text);
            receipt.substituted.push_str(text);
        };
        say(before, receipt);
        self.operand(one, op, false, receipt);
        if op != Op::Ceil {
            say(between, receipt);
            self.operand(other, op, true, receipt);
        }
        say(after, receipt);
    }

    /// An operand, in brackets where its own operation binds less.
    fn operand(&self, place: u32, of: Op, second: bool, receipt: &mut Receipt) {
        let inner = self.at(place).filter(|step| step.name.is_none());
        let inner = inner.and_then(|step| step.made).map(|(op, ..)| op);
        let sums = |op| matches!(op, Op::Plus | Op::Minus);
        let brackets = match (of, inner) {
            (Op::Max | Op::Min | Op::Ceil, _) | (_, None) => false,
            (Op::Plus, Some(inner)) => second && sums(inner),
            (Op::Minus, Some(inner)) => second && sums(inner),
            (Op::Times, Some(inner)) => sums(inner) || second && inner == Op::Over,
            (Op::Over, Some(inner)) => {
                sums(inner) || second && matches!(inner, Op::Times | Op::Over)
            }
        };
        if brackets {
            receipt.formula.push('(');
            receipt.substituted.push('(');
        }
        self.write(place, false, receipt);
        if brackets {
            receipt.formula.push(')');
            receipt.substituted.push(')');
        }
    }
}

/// A number; below zero, in brackets.
fn number(value: Decimal, text: &mut String) {
    let value = value.normalize();
    let written = if value.is_sign_negative() && !value.is_zero() {
        write!(text, "(−{})", value.abs())
    } else {
        write!(text, "{}", value.abs())
    };
    // Writing to a text does not fail.
    let _ = written;
}

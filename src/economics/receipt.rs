//! Receipts: the formula of an amount, as it was computed.
//!
//! While a report is made, every operation on a [`Num`] is written into a ledger. A receipt reads
//! those steps back, from an amount to the inputs and to other amounts with a name. It cannot say
//! anything but what was computed.

use super::ledger::{self, Name, Op, Step};
use super::number::Num;
use super::{Ends, Report, TooLarge, evaluate_on};
use crate::quantity::digits;
use crate::scenario::{FieldId, Scenario, Side};
use rust_decimal::Decimal;
use std::fmt::Write;
use std::sync::Arc;

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

/// How an amount was computed, at one end of its range.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptInput {
    /// The name.
    pub name: String,
    /// Its value, with all its digits.
    pub value: String,
    /// The unit, of a field.
    pub unit: &'static str,
    /// Where it comes from: the `scenario`, a `default` of the worked example, or `computed`.
    pub source: &'static str,
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
    /// [`TooLarge`], as [`evaluate`](super::evaluate) does.
    pub fn of(scenario: impl Into<Arc<Scenario>>) -> Result<Self, TooLarge> {
        ledger::open();
        let report = evaluate_on(&scenario.into());
        let steps = ledger::close();
        Ok(Self {
            report: report?,
            steps,
        })
    }

    /// The receipts of an amount of the report at its low and its high end.
    #[must_use]
    pub fn ends(&self, ends: &Ends) -> [Option<Receipt>; 2] {
        ends.made.map(|made| self.of_step(made))
    }

    fn at(&self, place: Num) -> Option<&Step> {
        self.steps.get(place.index())
    }

    fn of_step(&self, place: Num) -> Option<Receipt> {
        let step = self.at(place)?;
        let mut receipt = Receipt {
            formula: String::new(),
            substituted: String::new(),
            value: digits(step.value.normalize()),
            inputs: Vec::new(),
        };
        self.write(place, true, &mut receipt);
        Some(receipt)
    }

    /// Writes a step: the outermost by its operation, others by their name where they have one.
    fn write(&self, place: Num, outermost: bool, receipt: &mut Receipt) {
        let Some(step) = self.at(place) else {
            return;
        };
        match (step.made, step.name) {
            (made, Some(name)) if !outermost || made.is_none() => {
                let mut text = String::new();
                name.write(&mut text);
                receipt.formula.push_str(&text);
                number(step.value, &mut receipt.substituted);
                let value = digits(step.value.normalize());
                let is_new = |input: &ReceiptInput| input.name != text || input.value != value;
                if receipt.inputs.iter().all(is_new) {
                    let (unit, source) = match name {
                        Name::Field(field, _) => (field.field().unit, self.source(field)),
                        Name::Amount(_) | Name::Of(..) => ("", "computed"),
                    };
                    receipt.inputs.push(ReceiptInput {
                        name: text,
                        value,
                        unit,
                        source,
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

    fn source(&self, field: FieldId) -> &'static str {
        if self.report.scenario.text(field) == Scenario::default().text(field) {
            "default"
        } else {
            "scenario"
        }
    }

    fn operation(&self, op: Op, one: Num, other: Num, receipt: &mut Receipt) {
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
    fn operand(&self, place: Num, of: Op, second: bool, receipt: &mut Receipt) {
        let inner = self.at(place).filter(|step| step.name.is_none());
        let inner = inner.and_then(|step| step.made).map(|(op, ..)| op);
        let sums = |op| matches!(op, Op::Plus | Op::Minus);
        let brackets = match (of, inner) {
            (Op::Max | Op::Min | Op::Ceil, _) | (_, None) => false,
            (Op::Plus | Op::Minus, Some(inner)) => second && sums(inner),
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
    let digits = digits(value.abs());
    if value.is_sign_negative() && !value.is_zero() {
        text.extend(["(−", &digits, ")"]);
    } else {
        text.push_str(&digits);
    }
}

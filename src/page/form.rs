//! The form: what is typed goes into the texts; below each field stands what was understood of it
//! and, after a pause, what is wrong with it.

use super::history::Step;
use super::texts::{Text, Texts};
use super::{Page, listed};
use crate::browser::{self, Pause};
use crate::quantity::{Percent, Rate};
use crate::scenario::{Alternative, Choice, FieldId, Kind, PerField, Problem, Scenario, Term};
use crate::still::form::place;
use crate::wording;
use std::cell::{Cell, RefCell};

/// An error is shown when typing has paused for so long, or on leaving the field.
const ERROR_PAUSE_MS: u32 = 800;

/// What the form shows. Only what differs from it is written: the document is slower to ask.
pub struct Form {
    /// The texts; none before the first, since a browser may have put others into the controls.
    drawn: RefCell<Option<Texts>>,
    fields: RefCell<PerField<Shown>>,
    waiting: Cell<Option<Pause>>,
}

/// What the form shows of a field, beside its text.
#[derive(Clone, Default)]
struct Shown {
    visible: bool,
    /// What is wrong with the text.
    problem: Option<String>,
    /// Whether it is to be said: an error stays until it is mended, and is not shown while it is
    /// being typed.
    judged: bool,
    /// What is said to be wrong.
    error: Option<String>,
}

/// Has the form listen, and enables it.
pub fn bring_to_life(page: &'static Page) {
    browser::on_input("form", "input", move |control, value| {
        if let Some((id, part)) = field_of(control) {
            let step = match (id.field().kind, part) {
                (Kind::Choice(_) | Kind::Letters(_), _) | (_, "blended" | "split") => Step::Own,
                _ => Step::Typing(id),
            };
            page.change(step, |texts| take(texts, id, part, value));
            page.form.judge_later(id);
        }
    });
    browser::on_input("form", "focusout", move |control, _| {
        if let Some((id, _)) = field_of(control) {
            page.form.judge(id);
        }
        page.history.pause();
    });
    browser::set_attribute("inputs", "disabled", None);
}

/// The field and the part of it that a control stands for: `teacher_rate-input`.
fn field_of(control: &str) -> Option<(FieldId, &str)> {
    let (name, part) = control.split_once('-').unwrap_or((control, ""));
    let mut fields = FieldId::ALL.iter().copied();
    fields
        .find(|id| id.field().name == name)
        .map(|id| (id, part))
}

/// Takes what was typed or chosen.
fn take(texts: &mut Texts, id: FieldId, part: &str, value: String) {
    let share = texts.of(FieldId::input_share).one.parse().ok();
    let text = texts.of_mut(id);
    if let Kind::Letters(letters) = id.field().kind {
        text.one = toggled(&text.one, part, letters);
        return;
    }
    match (&mut text.sides, part) {
        (Some(sides), "input") => sides.input = value,
        (Some(sides), "output") => sides.output = value,
        (Some(_), "blended" | "split") => change_form(text, part == "split", share),
        _ => text.one = value,
    }
}

/// The letters with one of them changed.
fn toggled(text: &str, changed: &str, letters: &[Alternative]) -> String {
    let codes = letters.iter().map(|letter| letter.code);
    codes
        .filter(|code| has(text, code) != (*code == changed))
        .collect()
}

/// Whether a letter is among those of a text.
fn has(text: &str, letter: &str) -> bool {
    text.bytes().any(|one| [one] == letter.as_bytes())
}

/// Changes a rate's form and leaves the price as it is: a split rate becomes what it blends to, a
/// blended one stands on both sides unless the sides blend to it already.
fn change_form(text: &mut Text, split: bool, share: Option<Percent>) {
    let Some(sides) = &mut text.sides else {
        return;
    };
    let effective = share.zip(sides.whole().parse::<Rate>().ok());
    let effective = effective.and_then(|(share, rate)| rate.effective(share).ok());
    let effective = effective.map(|rate| rate.to_string());
    if !split {
        if let Some(effective) = effective {
            text.one = effective;
        }
    } else if effective.as_ref() != Some(&text.one) {
        text.one.clone_into(&mut sides.input);
        text.one.clone_into(&mut sides.output);
    }
    sides.split = split;
}

impl Form {
    /// As the still has drawn it.
    pub fn new() -> Self {
        let example = Scenario::default();
        let shown = |id| Shown {
            visible: example.is_relevant(id),
            ..Shown::default()
        };
        Self {
            drawn: RefCell::default(),
            fields: RefCell::new(PerField::from_fn(shown)),
            waiting: Cell::default(),
        }
    }

    /// Shows the texts, what was understood of them, and which fields have a say.
    pub fn show(&self, texts: &Texts, problems: &[Problem]) {
        let before = self.drawn.replace(Some(texts.clone()));
        let before = before.as_ref();
        let changed = |id| before.is_none_or(|before| before.of(id) != texts.of(id));
        let problem = |id| problems.iter().find(|problem| problem.field == Some(id));
        let deciding = texts.deciding();
        let fields = &mut *self.fields.borrow_mut();
        for id in FieldId::ALL {
            let id = *id;
            let shown = fields.of_mut(id);
            if changed(id) {
                show_text(id, texts.of(id));
            }
            let problem = problem(id).map(|problem| &problem.message);
            if problem != shown.problem.as_ref() {
                shown.judged &= problem.is_some();
                shown.problem = problem.cloned();
                show_error(id, shown);
            }
        }
        for id in FieldId::ALL {
            // A wrong text holds the report back, so it is to be seen.
            let wrong = |id: FieldId| fields.of(id).problem.is_some();
            let visible = deciding.is_relevant(*id)
                || wrong(*id)
                || *id == FieldId::term && Term::ALL.iter().any(|term| wrong(term.hourly_field()));
            let shown = fields.of_mut(*id);
            if visible != shown.visible {
                shown.visible = visible;
                browser::set_hidden(&format!("{}-field", id.field().name), !visible);
            }
        }
        listed::show(texts, before, changed);
    }

    /// Says what is wrong with a field from now on.
    fn judge(&self, id: FieldId) {
        let fields = &mut *self.fields.borrow_mut();
        let shown = fields.of_mut(id);
        shown.judged = true;
        show_error(id, shown);
    }

    /// Says it once typing has paused.
    fn judge_later(&'static self, id: FieldId) {
        let fields = self.fields.borrow();
        let shown = fields.of(id);
        if shown.problem.is_some() && !shown.judged {
            let pause = browser::after(ERROR_PAUSE_MS, Box::new(move || self.judge(id)));
            self.waiting.set(Some(pause));
        }
    }
}

/// Writes a field's texts into its controls, and below what was understood of it. A control that says
/// so already is not touched, so that a focused one is never rewritten by what was typed into it.
fn show_text(id: FieldId, text: &Text) {
    let field = id.field();
    let name = field.name;
    let part = |part: &str| format!("{name}-{part}");
    let echo = wording::echo(id, &text.whole());
    browser::set_slot(&part("echo"), echo.as_deref());
    match field.kind {
        Kind::Choice(alternatives) => {
            for alternative in alternatives {
                let code = alternative.code;
                browser::set_checked(&part(code), code == text.one);
            }
        }
        Kind::Letters(letters) => {
            for letter in letters {
                browser::set_checked(&part(letter.code), has(&text.one, letter.code));
            }
        }
        _ => browser::set_value(name, &text.one),
    }
    if let Some(sides) = &text.sides {
        browser::set_value(&part("input"), &sides.input);
        browser::set_value(&part("output"), &sides.output);
        browser::set_checked(&part("blended"), !sides.split);
        browser::set_checked(&part("split"), sides.split);
        browser::set_hidden(&part("one"), sides.split);
        browser::set_hidden(&part("two"), !sides.split);
    }
}

/// Shows what is wrong with a field, once that is judged.
fn show_error(id: FieldId, shown: &mut Shown) {
    let error = shown.problem.clone().filter(|_| shown.judged);
    if error == shown.error {
        return;
    }
    let name = id.field().name;
    let invalid = error.as_ref().map(|_| "true");
    if invalid.is_some() && id.field().group.is_advanced() {
        // What is wrong must be seen.
        browser::set_attribute(place(id.field().group), "open", Some(""));
    }
    for control in ["", "-input", "-output"] {
        browser::set_attribute(&format!("{name}{control}"), "aria-invalid", invalid);
    }
    browser::set_slot(&format!("{name}-error"), error.as_deref());
    shown.error = error;
}

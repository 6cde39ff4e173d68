//! What was in the form before: undo, redo, and back to where the scenario started from.

use super::Page;
use super::texts::Texts;
use crate::browser::{self, Pause};
use crate::scenario::FieldId;
use std::cell::{Cell, RefCell};

/// What is typed after such a pause is another step.
const PAUSE_MS: u32 = 1_000;
/// So many steps are kept.
const STEPS: usize = 100;

/// What a change of the form is taken back with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What was typed into the same field before.
    Typing(FieldId),
    /// Nothing else.
    Own,
}

/// The texts before and after those in the form.
pub struct History {
    past: RefCell<Vec<Texts>>,
    future: RefCell<Vec<Texts>>,
    last: Cell<Step>,
    waiting: Cell<Option<Pause>>,
}

/// Has the buttons and the keys work.
pub fn bring_to_life(page: &'static Page) {
    // What the page opened with is not to be taken back.
    page.history.past.take();
    page.history.show();
    browser::on_click("undo", || page.undo());
    browser::on_click("redo", || page.redo());
    browser::on_click("reset", || page.change(Step::Own, Texts::reset));
    browser::on_keys(move |key, with_control, with_shift, text| {
        let in_text = !text.is_empty();
        // What is searched for is not the form's, and the browser takes it back.
        if text == "start-search" {
            return false;
        }
        match (key, with_control, with_shift) {
            ("z" | "Z", true, false) => page.undo(),
            ("z" | "Z", true, true) | ("y", true, false) => page.redo(),
            ("?", false, _) if !in_text => browser::show_dialog("shortcuts"),
            ("/", false, _) if !in_text => {
                browser::set_attribute("start-list", "open", Some(""));
                browser::focus("start-search");
            }
            _ => return false,
        }
        true
    });
    browser::on_click("show-shortcuts", || browser::show_dialog("shortcuts"));
}

impl History {
    /// Before any step.
    pub fn new() -> Self {
        Self {
            past: RefCell::default(),
            future: RefCell::default(),
            last: Cell::new(Step::Own),
            waiting: Cell::default(),
        }
    }

    /// Remembers the texts that a step replaces.
    pub fn remember(&'static self, step: Step, before: Texts) {
        if self.last.replace(step) != step || step == Step::Own {
            let past = &mut *self.past.borrow_mut();
            past.push(before);
            if past.len() > STEPS {
                past.remove(0);
            }
        }
        let pause = browser::after(PAUSE_MS, Box::new(|| self.pause()));
        self.waiting.set(Some(pause));
        self.future.take();
        self.show();
    }

    /// What is typed from now on is another step.
    pub fn pause(&self) {
        self.last.set(Step::Own);
    }

    fn show(&self) {
        for (button, steps) in [("undo", &self.past), ("redo", &self.future)] {
            let disabled = steps.borrow().is_empty().then_some("");
            browser::set_attribute(button, "disabled", disabled);
        }
    }
}

impl Page {
    fn undo(&'static self) {
        self.go(&self.history.past, &self.history.future);
    }

    fn redo(&'static self) {
        self.go(&self.history.future, &self.history.past);
    }

    fn go(&'static self, from: &RefCell<Vec<Texts>>, to: &RefCell<Vec<Texts>>) {
        let texts = from.borrow_mut().pop();
        if let Some(texts) = texts {
            to.borrow_mut().push(self.texts.replace(texts));
            self.history.pause();
            self.history.show();
            self.follow();
        }
    }
}

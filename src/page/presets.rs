//! Presets: one button puts texts into fields, another takes them back.

use super::Page;
use super::history::Step;
use crate::browser;
use crate::scenario::{FieldId, Preset};
use std::cell::RefCell;
use std::rc::Rc;

/// Has the buttons of the credits' presets work.
pub fn bring_to_life(page: &'static Page) {
    let undo = Undo::new(page, "preset-undo", FieldId::credits.field().name);
    for preset in Preset::ALL {
        let undo = undo.clone();
        browser::on_click(preset.id(), move || {
            undo.choose(preset.label(), &|field| preset.text(field), false);
        });
    }
}

/// A field, its text before a choice, and the choice's.
type Change = (FieldId, String, String);

/// Chooses, and takes the last choice back.
#[derive(Clone)]
pub struct Undo {
    page: &'static Page,
    button: &'static str,
    /// What the last choice changed, and the catalogue that the scenario was pinned to before.
    last: Rc<RefCell<(Vec<Change>, String)>>,
}

impl Undo {
    /// With the button that takes back; who used it goes on at `home`.
    pub fn new(page: &'static Page, button: &'static str, home: &'static str) -> Self {
        let undo = Self {
            page,
            button,
            last: Rc::default(),
        };
        let this = undo.clone();
        browser::on_click(button, move || {
            this.take_back();
            browser::focus(home);
            browser::set_hidden(button, true);
        });
        undo
    }

    /// Puts a choice's texts into the fields that it has one for. They are `present` where they come
    /// from the present catalogue.
    pub fn choose(&self, label: &str, text: &dyn Fn(FieldId) -> Option<String>, present: bool) {
        self.page.change(Step::Own, |texts| {
            let mut changes = Vec::new();
            for id in FieldId::ALL {
                if let Some(text) = text(*id) {
                    changes.push((*id, texts.of(*id).whole(), text.clone()));
                    texts.of_mut(*id).open(text);
                }
            }
            self.last.replace((changes, texts.pinned.clone()));
            if present {
                texts.pinned = String::new();
            }
        });
        browser::set_hidden(self.button, false);
        browser::set_text("announcement", &format!("Set: {label}"));
    }

    fn take_back(&self) {
        let (changes, pinned) = self.last.take();
        self.page.change(Step::Own, |texts| {
            // Another pair, another catalogue; what leaves the models alone leaves it alone, too.
            if changes.iter().any(|(id, ..)| *id == FieldId::teacher_model) {
                texts.pinned = pinned;
            }
            for (id, before, put) in changes {
                // What was typed since stays.
                if texts.of(id).whole() == put {
                    texts.of_mut(id).open(before);
                }
            }
        });
    }
}

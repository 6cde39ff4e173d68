//! Presets: one button puts texts into fields, another takes them back.

use super::state::State;
use crate::browser;
use crate::scenario::{FieldId, Preset};
use reactive_graph::graph::untrack;
use reactive_graph::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Has the buttons of the credits' presets work.
pub fn bring_to_life(state: State) {
    let undo = Undo::new(state, "preset-undo", FieldId::credits.field().name);
    for preset in Preset::ALL {
        let undo = undo.clone();
        browser::on_click(preset.id(), move || {
            undo.choose(preset.label(), &|field| preset.text(field));
        });
    }
}

/// A field, its text before a choice, and the choice's.
type Change = (FieldId, String, String);

/// Chooses, and takes the last choice back.
#[derive(Clone)]
pub struct Undo {
    state: State,
    button: &'static str,
    /// What the last choice changed, and the catalogue that the scenario was pinned to before.
    last: Rc<RefCell<(Vec<Change>, String)>>,
}

impl Undo {
    /// With the button that takes back; who used it goes on at `home`.
    pub fn new(state: State, button: &'static str, home: &'static str) -> Self {
        let undo = Self {
            state,
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

    /// Puts a choice's texts into the fields that it has one for.
    pub fn choose(&self, label: &str, text: &dyn Fn(FieldId) -> Option<String>) {
        let mut changes = Vec::new();
        for id in FieldId::ALL {
            if let Some(text) = text(*id) {
                let before = self.whole(*id);
                self.state.entry(*id).open(text.clone());
                changes.push((*id, before, text));
            }
        }
        let pinned = self.state.pinned.get_untracked();
        self.last.replace((changes, pinned));
        browser::set_hidden(self.button, false);
        browser::set_text("announcement", &format!("Set: {label}"));
    }

    fn take_back(&self) {
        let (changes, pinned) = self.last.take();
        // Another pair, another catalogue; what leaves the models alone leaves it alone, too.
        if changes.iter().any(|(id, ..)| *id == FieldId::teacher_model) {
            self.state.pinned.set(pinned);
        }
        for (id, before, put) in changes {
            // What was typed since stays.
            if self.whole(id) == put {
                self.state.entry(id).open(before);
            }
        }
    }

    fn whole(&self, id: FieldId) -> String {
        untrack(|| self.state.entry(id).whole())
    }
}

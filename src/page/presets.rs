//! Presets: one button puts texts into fields, another takes them back.

use super::state::State;
use crate::browser;
use crate::scenario::{FieldId, Preset};
use reactive_graph::graph::untrack;
use std::cell::RefCell;
use std::rc::Rc;

const UNDO: &str = "preset-undo";

/// A field, its text before a preset was chosen, and the preset's.
type Change = (FieldId, String, String);

/// Has the buttons work.
pub fn bring_to_life(state: State) {
    let changes: Rc<RefCell<Vec<Change>>> = Rc::default();
    for preset in Preset::ALL {
        let changes = changes.clone();
        browser::on_click(preset.id(), move || {
            changes.replace(choose(state, preset));
            browser::set_attribute(UNDO, "disabled", None);
            browser::set_text("announcement", &format!("Set: {}", preset.label()));
        });
    }
    browser::on_click(UNDO, move || {
        for (id, before, put) in changes.take() {
            // What was typed since stays.
            if whole(state, id) == put {
                state.entry(id).open(before);
            }
        }
        // Nothing is left to undo; who used the button goes on at the field that it was about.
        browser::focus(FieldId::credits.field().name);
        browser::set_attribute(UNDO, "disabled", Some(""));
    });
}

fn choose(state: State, preset: Preset) -> Vec<Change> {
    let mut changes = Vec::new();
    for id in FieldId::ALL {
        if let Some(text) = preset.text(*id) {
            let before = whole(state, *id);
            state.entry(*id).open(text.clone());
            changes.push((*id, before, text));
        }
    }
    changes
}

fn whole(state: State, id: FieldId) -> String {
    untrack(|| state.entry(id).whole())
}

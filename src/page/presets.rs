//! Presets: one button puts texts into fields, another takes them back.

use super::state::State;
use crate::browser;
use crate::scenario::{FieldId, PerField, Preset};
use reactive_graph::graph::untrack;
use std::cell::RefCell;
use std::rc::Rc;

const UNDO: &str = "preset-undo";

/// Has the buttons work.
pub fn bring_to_life(state: State) {
    let before = Rc::new(RefCell::new(None));
    for preset in Preset::ALL {
        let before = before.clone();
        browser::on_click(preset.id(), move || {
            let texts = PerField::from_fn(|id| untrack(|| state.entry(id).whole()));
            before.replace(Some(texts));
            for id in FieldId::ALL {
                if let Some(text) = preset.text(*id) {
                    state.entry(*id).open(text);
                }
            }
            browser::set_attribute(UNDO, "disabled", None);
            browser::set_text("announcement", &format!("Set: {}", preset.label()));
        });
    }
    browser::on_click(UNDO, move || {
        if let Some(texts) = before.take() {
            for id in FieldId::ALL {
                state.entry(*id).open(texts.of(*id).clone());
            }
        }
        // Nothing is left to undo; who used the button goes on at the field that it was about.
        browser::focus(FieldId::credits.field().name);
        browser::set_attribute(UNDO, "disabled", Some(""));
    });
}

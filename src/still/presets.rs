//! The presets as buttons, beside the field of the credits.

use super::{escape, slot};
use crate::scenario::Preset;

/// A button for each preset, with where it comes from, and one that takes the choice back.
pub(super) fn presets() -> String {
    let buttons: String = Preset::ALL.into_iter().map(preset).collect();
    format!(
        "<fieldset class=\"choice\">\n<legend>Known pools, and a case study</legend>\n\
         {buttons}<button type=\"button\" id=\"preset-undo\" hidden>Undo the choice</button>\n</fieldset>\n"
    )
}

fn preset(preset: Preset) -> String {
    let id = preset.id();
    let note_id = format!("{id}-note");
    let note = slot("p", &note_id, "hint", Some(preset.note()));
    format!(
        "<button type=\"button\" id=\"{id}\" aria-describedby=\"{note_id}\">{}</button>\n{note}",
        escape(preset.label())
    )
}

//! What takes the report along: a button for each form.

use crate::export::Form;
use std::fmt::Write;

/// The buttons, disabled: without the live page there is nothing to take along.
pub(super) fn exports() -> String {
    let mut buttons = String::new();
    for (place, form) in Form::ALL.into_iter().enumerate() {
        let asks = if form.ending().is_some() {
            "Download"
        } else {
            "Copy as"
        };
        // Writing to a text does not fail.
        let _ = writeln!(
            buttons,
            "<button type=\"button\" class=\"export\" value=\"{place}\">{asks} {}</button>",
            form.name()
        );
    }
    format!(
        "<fieldset class=\"tools\" id=\"exports\" disabled>\n<legend><h2>Take it along</h2></legend>\n\
         {buttons}<span id=\"exported\" hidden></span>\n</fieldset>\n"
    )
}

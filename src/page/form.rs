//! The form: what is typed goes into the state; below each field stands what was understood of it
//! and, after a pause, what is wrong with it.

use super::follow;
use super::state::{Entry, Sides, State};
use crate::browser;
use crate::quantity::{Percent, Rate};
use crate::scenario::{Alternative, FieldId, Kind, PerField};
use crate::still::form::place;
use crate::wording;
use gloo::timers::callback::Timeout;
use reactive_graph::graph::untrack;
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;
use std::cell::Cell;

/// An error is shown when typing has paused for so long, or on leaving the field.
const ERROR_PAUSE_MS: u32 = 800;

/// Enables the form and keeps it in step with the state.
pub fn bring_to_life(state: State) {
    let judged = PerField::from_fn(|_| RwSignal::new(false));
    let waiting = Cell::new(None);

    browser::on_form("input", move |control, value| {
        let Some((id, part)) = field_of(control) else {
            return;
        };
        take(state, id, part, value);
        // An error stays until it is mended and is not shown while it is being typed.
        let judged = *judged.of(id);
        if untrack(|| state.refusal(id)).is_none() {
            judged.set(false);
        } else if !judged.get_untracked() {
            let pause = Timeout::new(ERROR_PAUSE_MS, move || judged.set(true));
            waiting.set(Some(pause));
        }
    });
    browser::on_form("focusout", move |control, _| {
        if let Some((id, _)) = field_of(control) {
            judged.of(id).set(true);
        }
    });

    for id in FieldId::ALL {
        let id = *id;
        let judged = *judged.of(id);
        follow(Box::new(move || show_texts(state, id)));
        follow(Box::new(move || show_judgement(state, id, judged.get())));
    }
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
fn take(state: State, id: FieldId, part: &str, value: String) {
    let entry = state.entry(id);
    if let Kind::Letters(letters) = id.field().kind {
        entry
            .text
            .update(|text| *text = toggled(text, part, letters));
        return;
    }
    match (entry.sides, part) {
        (Some(sides), "input") => sides.input.set(value),
        (Some(sides), "output") => sides.output.set(value),
        (Some(sides), "blended" | "split") => {
            let share = state.entry(FieldId::input_share).text;
            change_form(entry, sides, part == "split", share);
        }
        _ => entry.text.set(value),
    }
}

/// The letters with one of them changed.
fn toggled(text: &str, changed: &str, letters: &[Alternative]) -> String {
    let codes = letters.iter().map(|letter| letter.code);
    codes
        .filter(|code| text.contains(code) != (*code == changed))
        .collect()
}

/// Changes a rate's form and leaves the price as it is: a split rate becomes what it blends to, a
/// blended one stands on both sides unless the sides blend to it already.
fn change_form(entry: Entry, sides: Sides, split: bool, share: RwSignal<String>) {
    let share: Option<Percent> = share.get_untracked().parse().ok();
    let effective = share.zip(untrack(|| sides.whole()).parse::<Rate>().ok());
    let effective = effective.and_then(|(share, rate)| rate.effective(share).ok());
    let effective = effective.map(|rate| rate.to_string());
    let blended = entry.text.get_untracked();
    if !split {
        if let Some(effective) = effective {
            entry.text.set(effective);
        }
    } else if effective.as_ref() != Some(&blended) {
        sides.input.set(blended.clone());
        sides.output.set(blended);
    }
    sides.split.set(split);
}

/// Writes a field's texts into its controls. A control that says so already is not touched, so that
/// a focused one is never rewritten by what was typed into it.
fn show_texts(state: State, id: FieldId) {
    let field = id.field();
    let name = field.name;
    let entry = state.entry(id);
    if let Kind::Choice(alternatives) = field.kind {
        let chosen = entry.text.get();
        for alternative in alternatives {
            let radio = format!("{name}-{}", alternative.code);
            browser::set_checked(&radio, alternative.code == chosen);
        }
        return;
    }
    if let Kind::Letters(letters) = field.kind {
        let text = entry.text.get();
        for letter in letters {
            let tick = format!("{name}-{}", letter.code);
            browser::set_checked(&tick, text.contains(letter.code));
        }
        return;
    }
    browser::set_value(name, &entry.text.get());
    if let Some(sides) = entry.sides {
        let split = sides.split.get();
        browser::set_value(&format!("{name}-input"), &sides.input.get());
        browser::set_value(&format!("{name}-output"), &sides.output.get());
        browser::set_checked(&format!("{name}-blended"), !split);
        browser::set_checked(&format!("{name}-split"), split);
        browser::set_hidden(&format!("{name}-one"), split);
        browser::set_hidden(&format!("{name}-two"), !split);
    }
}

/// Shows whether a field has a say, what was understood, and, once judged, what is wrong.
fn show_judgement(state: State, id: FieldId, judged: bool) {
    let name = id.field().name;
    browser::set_hidden(&format!("{name}-field"), !state.shows(id));
    let text = state.entry(id).whole();
    browser::set_slot(&format!("{name}-echo"), wording::echo(id, &text).as_deref());
    let error = state.refusal(id).filter(|_| judged);
    let invalid = error.as_ref().map(|_| "true");
    if invalid.is_some() && id.field().group.is_advanced() {
        // What is wrong must be seen.
        browser::set_attribute(place(id.field().group), "open", Some(""));
    }
    for control in ["", "-input", "-output"] {
        browser::set_attribute(&format!("{name}{control}"), "aria-invalid", invalid);
    }
    browser::set_slot(&format!("{name}-error"), error.as_deref());
}

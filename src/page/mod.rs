//! The live page: brings the served document to life.
//!
//! The [`still`](crate::still) has drawn everything; here texts are read from the form and texts are
//! written to the places that have an id. What a reader types becomes a scenario and the scenario a
//! report, in one memo (`state`). `form` listens and shows what was understood, `start` and `presets`
//! fill it in, `listed` says where prices come from, `results` shows the report, `outside` keeps the
//! address, the title and the announcements in step. They are effects: towards the document only, never back into the state.

mod form;
mod listed;
mod outside;
mod presets;
mod results;
mod start;
mod state;

use crate::browser;
use any_spawner::Executor;
use reactive_graph::effect::Effect;
use reactive_graph::owner::Owner;
use state::State;

/// Starts the page; it lasts as long as the document.
pub fn start() {
    // Read before the first effect can write it.
    let link = browser::link().unwrap_or_default();
    // Effects run after the event that caused them, as tasks of the browser.
    if Executor::init_wasm_bindgen().is_err() {
        return;
    }
    let owner = Owner::new();
    owner.with(|| {
        let state = State::new();
        outside::open(state, &link);
        form::bring_to_life(state);
        start::bring_to_life(state);
        presets::bring_to_life(state);
        listed::bring_to_life(state);
        results::show(state);
        outside::keep_in_step(state);
    });
    std::mem::forget(owner);
}

/// Has a part of the document follow the state. Boxed, so that the page holds the machinery of an
/// effect once and not once for each.
fn follow(write: Box<dyn Fn()>) {
    Effect::new(write);
}

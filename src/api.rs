//! The JavaScript API. It is small for now: which version of the calculator a page holds.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the calculator, a string, as its changelog has it.
#[wasm_bindgen]
#[must_use]
pub fn version() -> JsValue {
    env!("CARGO_PKG_VERSION").into()
}

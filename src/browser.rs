//! Every call to the browser.
//!
//! Texts are written as texts; markup is the still's, in which every text is escaped. What a browser refuses (a sandboxed
//! history, an element that is not there) is not worth stopping for: the page goes on without it.

use crate::catalogue::Date;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{
    Document, Element, Event, EventTarget, HtmlDialogElement, HtmlElement, HtmlInputElement,
    HtmlTableRowElement, KeyboardEvent, MouseEvent, Window, js_sys,
};

#[wasm_bindgen]
extern "C" {
    /// Hands a text out: as a file, or, where that has no name, to the clipboard. Then one of two
    /// sentences is said beside the buttons and announced: what became of it, or that the browser
    /// refused. It is in `src/boot.js`, where waiting for the clipboard takes fewer bytes.
    #[wasm_bindgen(js_name = handOut)]
    pub fn hand_out(text: &str, file: &str, said: &str, refused: &str);

    /// Calls back once the browser is idle. It is in `src/boot.js`, too, as not every browser can tell.
    #[wasm_bindgen(js_name = whenIdle)]
    fn call_when_idle(call: &JsValue);

    // By name: to look for a window, as in a worker, takes half a kilobyte more.
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
    #[wasm_bindgen(js_namespace = document, js_name = getElementById)]
    fn element(id: &str) -> Option<Element>;
}

/// The part of the address that holds a scenario: the fragment, or the query of a link whose
/// fragment was stripped on its way. `None` when the fragment names a place in the page.
#[must_use]
pub fn link() -> Option<String> {
    let location = window().location();
    let fragment = location.hash().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let fragment = fragment.trim_start_matches('#').to_owned();
    match (fragment.as_str(), crate::link::is_link(&query)) {
        ("", true) => Some(query),
        (place, _) if !place.is_empty() && !crate::link::is_link(place) => None,
        _ => Some(fragment),
    }
}

/// Writes a scenario's link into the address, in the place of the present history entry.
pub fn replace_link(link: &str) {
    let window = window();
    let path = window.location().pathname().unwrap_or_default();
    let address = with_link(&path, link);
    if let Ok(history) = window.history() {
        // Safari refuses more than 100 of these in 30 seconds; the next one will hold this too.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Calls back when the reader moves to another address of this page: a link, Back or Forward.
pub fn on_address_change(call: impl Fn() + 'static) {
    listen(&window(), "hashchange", Box::new(move |_| call()));
}

/// Calls back with the id and the value of the control within an element to which something happened.
pub fn on_input(within: &str, event: &'static str, call: impl Fn(&str, String) + 'static) {
    let call = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(control) = target {
            let control: HtmlInputElement = control;
            call(&control.id(), control.value());
        }
    };
    if let Some(element) = element(within) {
        listen(&element, event, Box::new(call));
    }
}

/// Calls back with the thousandths of its width at which an element is pointed at.
pub fn on_pointer(id: &str, call: impl Fn(u16) + 'static) {
    let Some(element) = element(id) else {
        return;
    };
    let within = element.clone();
    let call = move |event: &Event| {
        // Nothing else is told of by this event.
        let at: &MouseEvent = event.unchecked_ref();
        let x = i64::from(at.offset_x().max(0)).saturating_mul(1000);
        let x = x.checked_div(within.client_width().into());
        call(x.and_then(|x| x.try_into().ok()).unwrap_or_default());
    };
    listen(&element, "pointermove", Box::new(call));
}

/// Calls back with the number of the row of a table, within an element, that is pointed at.
pub fn on_row(within: &str, call: impl Fn(usize) + 'static) {
    let call = move |event: &Event| {
        if let Some(row) = closest(event, "tbody tr") {
            let row: HtmlTableRowElement = row.unchecked_into();
            // The headings are a row, too.
            call(usize::try_from(row.row_index().saturating_sub(1)).unwrap_or_default());
        }
    };
    if let Some(element) = element(within) {
        listen(&element, "pointerover", Box::new(call));
    }
}

/// Marks a row of a table, and no other.
pub fn mark_row(table: &str, row: usize) {
    let find = |what: &str| element(table)?.query_selector(what).ok().flatten();
    if let Some(before) = find("[aria-current]") {
        let _ = before.remove_attribute("aria-current");
    }
    let row = row.saturating_add(1);
    if let Some(row) = find(&format!("tbody tr:nth-child({row})")) {
        let _ = row.set_attribute("aria-current", "true");
    }
}

/// Calls back when an element is clicked.
pub fn on_click(id: &str, call: impl Fn() + 'static) {
    if let Some(element) = element(id) {
        listen(&element, "click", Box::new(move |_| call()));
    }
}

/// What is called with the id and the value of a button.
pub type OnButton = Box<dyn Fn(&str, &str)>;

/// Calls back when a button of a class (`.figure`) is clicked within an element: with the id of the
/// button, or of what it stands in, and its value.
pub fn on_button(within: &str, class: &'static str, call: OnButton) {
    let call = move |event: &Event| {
        if let Some(button) = closest(event, class)
            && let Ok(Some(place)) = button.closest("[id]")
        {
            let value = button.get_attribute("value").unwrap_or_default();
            call(&place.id(), &value);
        }
    };
    if let Some(element) = element(within) {
        listen(&element, "click", Box::new(call));
    }
}

/// Calls back with each key: its name, whether it was pressed with control or command, whether with
/// shift, and the id of the text that it was pressed in, if any. What answers that it was for the page goes no further.
pub fn on_keys(call: impl Fn(&str, bool, bool, &str) -> bool + 'static) {
    let call = move |event: &Event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let text = target.filter(|target: &HtmlInputElement| target.type_() == "text");
        let text = text.map_or_else(String::new, |text| text.id());
        let with_control = pressed.ctrl_key() || pressed.meta_key();
        if call(&pressed.key(), with_control, pressed.shift_key(), &text) {
            event.prevent_default();
        }
    };
    listen(&window(), "keydown", Box::new(call));
}

/// Calls back when an element that can be opened was opened or closed.
pub fn on_toggle(id: &str, call: impl Fn() + 'static) {
    if let Some(element) = element(id) {
        listen(&element, "toggle", Box::new(move |_| call()));
    }
}

/// Calls back before the page is printed, and after.
pub fn on_print(before: impl Fn() + 'static, after: impl Fn() + 'static) {
    listen(&window(), "beforeprint", Box::new(move |_| before()));
    listen(&window(), "afterprint", Box::new(move |_| after()));
}

/// The whole address of the page.
#[must_use]
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// The whole address of the page with a scenario's link, which the address bar may not have yet.
#[must_use]
pub fn address_with(link: &str) -> String {
    let address = address();
    with_link(address.split('#').next().unwrap_or_default(), link)
}

fn with_link(address: &str, link: &str) -> String {
    let mark = if link.is_empty() { "" } else { "#" };
    [address, mark, link].concat()
}

/// Whether an element that can be opened is open.
#[must_use]
pub fn is_open(id: &str) -> bool {
    element(id).is_some_and(|element| element.get_attribute("open").is_some())
}

/// Shows a dialog, in front of all else.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = element(id) {
        // Nothing else is asked for by this name.
        let dialog: HtmlDialogElement = dialog.unchecked_into();
        let _ = dialog.show_modal();
    }
}

/// Calls back with the id and the value of the form's control in which Enter was pressed.
pub fn on_enter(call: impl Fn(&str, String) + 'static) {
    let call = move |event: &Event| {
        event.prevent_default();
        let focused = DOCUMENT.with(Document::active_element);
        if let Some(control) = focused.and_then(|focused| focused.dyn_into().ok()) {
            let control: HtmlInputElement = control;
            call(&control.id(), control.value());
        }
    };
    if let Some(form) = element("form") {
        listen(&form, "submit", Box::new(call));
    }
}

/// What is called back later; without it, it is not.
pub use gloo::timers::callback::Timeout as Pause;

/// Calls back after so many milliseconds.
pub fn after(milliseconds: u32, call: Box<dyn FnOnce()>) -> Pause {
    Pause::new(milliseconds, call)
}

/// Calls back once the browser has nothing else to do, and in a second at the latest.
pub fn when_idle(call: Box<dyn FnOnce()>) {
    call_when_idle(&Closure::once_into_js(call));
}

/// The reader's day.
#[must_use]
pub fn today() -> Option<Date> {
    Date::read(&day())
}

/// The same as it is written: `2026-11-26`.
#[must_use]
pub fn day() -> String {
    let now = js_sys::Date::new_0();
    // Of months JavaScript counts the first as none.
    let month = now.get_month().saturating_add(1);
    let (year, day) = (now.get_full_year(), now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// Listens as long as the page lasts.
fn listen(target: &EventTarget, event: &'static str, call: Box<dyn Fn(&Event)>) {
    // Only a listener that says so may prevent what the browser does by itself.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, event, options, move |event| call(event)).forget();
}

/// The title of the page.
pub fn set_title(title: &str) {
    DOCUMENT.with(|document| document.set_title(title));
}

/// The text of an element.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id)
        && element.text_content().as_deref() != Some(text)
    {
        element.set_text_content(Some(text));
    }
}

/// What is inside an element, as the still has made it: every text in it is escaped.
pub fn set_markup(id: &str, markup: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(markup);
    }
}

/// The text of an element that is hidden while it has none.
pub fn set_slot(id: &str, text: Option<&str>) {
    set_text(id, text.unwrap_or_default());
    set_hidden(id, text.is_none());
}

/// Whether an element is hidden.
pub fn set_hidden(id: &str, hidden: bool) {
    set_attribute(id, "hidden", hidden.then_some(""));
}

/// An attribute of an element; `None` takes it away.
pub fn set_attribute(id: &str, name: &str, value: Option<&str>) {
    if let Some(element) = element(id) {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// The text in an input. One that says so already keeps its caret.
pub fn set_value(id: &str, value: &str) {
    if let Some(input) = input(id)
        && input.value() != value
    {
        input.set_value(value);
    }
}

/// Whether a radio button is the chosen one.
pub fn set_checked(id: &str, checked: bool) {
    if let Some(input) = input(id) {
        input.set_checked(checked);
    }
}

/// Moves the focus.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // What has an id here is of HTML.
        let element: HtmlElement = element.unchecked_into();
        let _ = element.focus();
    }
}

/// What an event happened to, or the nearest around it that is like this.
fn closest(event: &Event, what: &str) -> Option<Element> {
    // What pointers meet is an element.
    let target: Element = event.target()?.unchecked_into();
    target.closest(what).ok().flatten()
}

fn window() -> Window {
    WINDOW.with(Clone::clone)
}

fn input(id: &str) -> Option<HtmlInputElement> {
    // No other control is asked for by its id.
    element(id).map(JsCast::unchecked_into)
}

//! What to start from: the worked example, and the pairs with published prices.

use super::escape;
use crate::catalogue::{Catalogue, Start};
use std::fmt::Write;

/// The list with its search, and the button that takes a choice back.
pub(super) fn start() -> String {
    let mut list = String::new();
    let mut heading = "";
    for (place, start) in Start::all().enumerate() {
        let provider = provider(start);
        if provider != heading {
            heading = provider;
            // Writing to a text does not fail.
            let _ = writeln!(list, "<li class=\"provider\">{provider}</li>");
        }
        let label = escape(&start.label());
        let _ = writeln!(
            list,
            "<li id=\"start-{place}-item\"><button type=\"button\" id=\"start-{place}\">{label}</button></li>"
        );
    }
    let id = Catalogue::get().id;
    format!(
        "<div class=\"group\" id=\"start\">\n<details id=\"start-list\">\n\
         <summary id=\"start-title\">Start from a pair with published prices</summary>\n\
         <label for=\"start-search\">Find</label>\n\
         <input type=\"text\" spellcheck=\"false\" id=\"start-search\" aria-describedby=\"start-search-hint\">\n\
         <p class=\"hint\" id=\"start-search-hint\">By any words of its name, for example premier micro. Enter takes the first.</p>\n\
         <p class=\"hint\" id=\"start-none\" hidden>No pair has all these words. Bedrock distils only the 15 of this list.</p>\n\
         <ul class=\"starts\" aria-labelledby=\"start-title\">\n{list}</ul>\n\
         <p class=\"hint\">Catalogue {id}</p>\n\
         <p class=\"hint\"><a href=\"prices-{id}.json\">All prices with sources, as JSON</a></p>\n\
         </details>\n<button type=\"button\" id=\"start-undo\" hidden>Undo the choice</button>\n</div>\n"
    )
}

/// The heading under which it stands; none above the worked example.
fn provider(start: Start) -> &'static str {
    match start {
        Start::Example => "",
        Start::Pair(pair) => pair.teacher_model().map_or("", |model| model.provider),
    }
}

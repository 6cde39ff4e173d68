//! A part of the page below the first screen: closed, with its answer in the heading.

use super::{escape, table};
use crate::economics::Report;
use crate::sections::{Order, Section};

/// Draws a part with its answer. Its figures are the live page's to draw, once it is opened.
pub(super) fn section(section: &Section, report: &Report) -> String {
    let id = section.id;
    format!(
        "<details class=\"section\" id=\"section-{id}\">\n\
         <summary id=\"section-{id}-title\"><h2>{title}</h2><span class=\"says\" id=\"section-{id}-answer\">{answer}</span></summary>\n\
         <div id=\"section-{id}-figures\"><p>The figures come with the calculator, which needs scripts.</p></div>\n</details>\n",
        title = section.title,
        answer = escape(&(section.answer)(report)),
    )
}

/// The figures of a part.
#[must_use]
pub fn figures(section: &Section, report: &Report, order: Order) -> String {
    let mut drawn = String::new();
    for mut shown in (section.tables)(report) {
        let order = (shown.id == order.table).then_some(order);
        if let Some(order) = order {
            shown.sort(order.column, order.descending);
        }
        drawn.push_str(&table(&shown, order));
    }
    drawn
}

//! A table as HTML. What may change by itself has an id: `TABLE-ROW`, `TABLE-ROW-note`,
//! `TABLE-ROW-COLUMN`.

use super::{escape, slot};
use crate::sections::Order;
use crate::tables::{Column, Row, Table};

/// Draws a table, in an order where it can be sorted. Wide ones scroll in a box of their own, which the
/// keyboard can reach.
pub(super) fn table(table: &Table, order: Option<Order>) -> String {
    let id = table.id;
    let hidden = if table.hidden { " hidden" } else { "" };
    let headings: String = (0..)
        .zip(&table.columns)
        .map(|(place, column)| {
            if place < table.sortable {
                sorter(id, place, column, order)
            } else {
                format!(
                    "<th scope=\"col\" id=\"{id}-{}\">{}",
                    column.id,
                    escape(&column.title)
                )
            }
        })
        .collect();
    let rows: String = table.rows.iter().map(|line| row(table, line)).collect();
    format!(
        "<div class=\"table\" id=\"{id}-box\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}-caption\"{hidden}>\n\
         <table id=\"{id}\">\n\
         <caption id=\"{id}-caption\">{caption}</caption>\n\
         <thead><tr><th scope=\"col\">{corner}</th>{headings}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n</div>\n",
        caption = escape(&table.caption),
        corner = escape(table.corner),
    )
}

/// A heading that sorts: first so that the least comes first, then the other way round.
fn sorter(table: &str, place: usize, column: &Column, order: Option<Order>) -> String {
    let sorted = match order.filter(|order| order.column == place) {
        None => "",
        Some(order) if order.descending => " aria-sort=\"descending\"",
        Some(_) => " aria-sort=\"ascending\"",
    };
    format!(
        "<th scope=\"col\"{sorted}><button type=\"button\" class=\"sort\" id=\"{table}-{id}\" value=\"{place}\">{title}</button>",
        id = column.id,
        title = escape(&column.title),
    )
}

fn row(table: &Table, row: &Row) -> String {
    let id = match row.id {
        "" => String::new(),
        row => format!("{}-{row}", table.id),
    };
    let place = |part: &str| match id.as_str() {
        "" => String::new(),
        id => format!(" id=\"{id}{part}\""),
    };
    let class = if row.stands_out {
        " class=\"stands-out\""
    } else {
        ""
    };
    let hidden = if row.hidden { " hidden" } else { "" };
    let title = escape(&row.title);
    let note = match (id.as_str(), row.note.as_str()) {
        ("", "") => String::new(),
        ("", note) => format!("<small>{}</small>", escape(note)),
        (id, note) => {
            let note = (!note.is_empty()).then_some(note);
            slot("small", &format!("{id}-note"), "", note)
        }
    };
    let mut cells = String::new();
    for (at, column) in table.columns.iter().enumerate() {
        // The closing tag may be left to the parser, which puts it there.
        let place = place(&format!("-{}", column.id));
        cells.extend(["<td", &place, ">", &cell(row, at)]);
    }
    format!(
        "<tr{}{class}{hidden}><th scope=\"row\"><span{}>{title}</span>{note}</th>{cells}</tr>\n",
        place("-row"),
        place(""),
    )
}

/// What stands in a cell. A figure with a receipt is a button that shows it.
#[must_use]
pub fn cell(row: &Row, column: usize) -> String {
    let text = row.cells.get(column).map(|cell| escape(&cell.text));
    let text = text.unwrap_or_default();
    match row.origin(column) {
        None => text,
        Some(_) => format!("<button type=\"button\" class=\"figure\">{text}</button>"),
    }
}

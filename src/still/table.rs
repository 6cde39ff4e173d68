//! A table as HTML. A cell of a row that has a name has an id: `TABLE-ROW-COLUMN`.

use super::escape;
use crate::sections::Order;
use crate::tables::{Column, Row, Table};

/// Draws a table, in an order where it can be sorted. Wide ones scroll in a box of their own, which the
/// keyboard can reach.
#[must_use]
pub fn table(table: &Table, order: Option<Order>) -> String {
    if table.hidden {
        return String::new();
    }
    let id = table.id;
    let headings: String = (0..)
        .zip(&table.columns)
        .map(|(place, column)| {
            if place < table.sortable {
                sorter(id, place, column, order)
            } else {
                format!("<th scope=\"col\">{}", escape(&column.title))
            }
        })
        .collect();
    let shown = table.rows.iter().filter(|row| !row.hidden);
    let rows: String = shown.map(|line| row(table, line)).collect();
    format!(
        "<div class=\"table\" id=\"{id}-box\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}-caption\">\n\
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

#[inline(never)]
fn row(table: &Table, row: &Row) -> String {
    let class = if row.stands_out {
        " class=\"stands-out\""
    } else {
        ""
    };
    let note = match row.note.as_str() {
        "" => String::new(),
        note => format!("<small>{}</small>", escape(note)),
    };
    let mut cells = String::new();
    for (at, column) in table.columns.iter().enumerate() {
        // The closing tag may be left to the parser, which puts it there.
        cells.push_str("<td");
        if !row.id.is_empty() {
            cells.extend([" id=\"", table.id, "-", row.id, "-", column.id, "\""]);
        }
        cells.extend([">", &cell(row, at)]);
    }
    format!(
        "<tr{class}><th scope=\"row\">{}{note}</th>{cells}</tr>\n",
        escape(&row.title),
    )
}

/// What stands in a cell. A figure with a receipt is a button that shows it; a bar says nothing that the
/// figure does not.
pub(super) fn cell(row: &Row, column: usize) -> String {
    let Some(cell) = row.cells.get(column) else {
        return String::new();
    };
    let mut drawn = escape(&cell.text);
    if row.origin(column).is_some() {
        drawn = format!("<button type=\"button\" class=\"figure\">{drawn}</button>");
    }
    if cell.bar > 0 {
        let bar = cell.bar.to_string();
        drawn.extend([
            "<progress aria-hidden=\"true\" max=\"1000\" value=\"",
            &bar,
            "\"></progress>",
        ]);
    }
    drawn
}

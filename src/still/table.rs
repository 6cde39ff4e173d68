//! A table as HTML. What may change has an id: `TABLE-ROW`, `TABLE-ROW-note`, `TABLE-ROW-COLUMN`.

use super::{escape, slot};
use crate::tables::{Column, Row, Table};

/// Draws a table. Wide ones scroll in a box of their own, which the keyboard can reach.
pub(super) fn table(table: &Table) -> String {
    let id = table.id;
    let hidden = if table.hidden { " hidden" } else { "" };
    let heading = |column: &Column| cell("th scope=\"col\"", id, column, &column.title);
    let headings: String = table.columns.iter().map(heading).collect();
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

fn row(table: &Table, row: &Row) -> String {
    let id = format!("{}-{}", table.id, row.id);
    let class = if row.stands_out {
        " class=\"stands-out\""
    } else {
        ""
    };
    let hidden = if row.hidden { " hidden" } else { "" };
    let title = escape(&row.title);
    let note = (!row.note.is_empty()).then_some(row.note.as_str());
    let note = slot("small", &format!("{id}-note"), "", note);
    let columns = table.columns.iter().zip(&row.cells);
    let cells: String = columns
        .map(|(column, text)| cell("td", &id, column, text))
        .collect();
    format!(
        "<tr id=\"{id}-row\"{class}{hidden}><th scope=\"row\"><span id=\"{id}\">{title}</span>{note}</th>{cells}</tr>\n"
    )
}

/// A cell with its place; the closing tag may be left to the parser, which puts it there.
fn cell(tag: &str, place: &str, column: &Column, text: &str) -> String {
    format!("<{tag} id=\"{place}-{}\">{}", column.id, escape(text))
}

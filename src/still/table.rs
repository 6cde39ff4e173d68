//! A table as HTML. What may change has an id: `TABLE-ROW`, `TABLE-ROW-note`, `TABLE-ROW-COLUMN`.

use super::{escape, slot};
use crate::tables::{Row, Table};

/// Draws a table. Wide ones scroll in a box of their own, which the keyboard can reach.
pub(super) fn table(table: &Table) -> String {
    let id = table.id;
    let hidden = if table.hidden { " hidden" } else { "" };
    let headings: String = table
        .columns
        .iter()
        .map(|column| {
            let (name, title) = (column.id, escape(&column.title));
            format!("<th scope=\"col\" id=\"{id}-{name}\">{title}</th>")
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
    let cells: String = table
        .columns
        .iter()
        .zip(&row.cells)
        .map(|(column, cell)| {
            let (name, cell) = (column.id, escape(cell));
            format!("<td id=\"{id}-{name}\">{cell}</td>")
        })
        .collect();
    format!(
        "<tr id=\"{id}-row\"{class}{hidden}><th scope=\"row\"><span id=\"{id}\">{title}</span>{note}</th>{cells}</tr>\n"
    )
}

//! The crossover chart with what belongs to it: its caption, its cursor, what to show, and its table.

use super::{chart, escape, table};
use crate::charts::{Drawn, WHOLE};
use crate::wording::counted;

/// Draws the chart and its choices. The table stands by itself.
pub(super) fn figure(drawn: &Drawn) -> String {
    format!(
        "<figure class=\"chart\" id=\"crossover\">\n\
         <figcaption><strong>Cost against volume</strong> <span id=\"crossover-caption\">{caption}</span></figcaption>\n\
         <div class=\"drawing\"><div id=\"crossover-plot\">{plot}</div>\
         <input type=\"range\" id=\"crossover-cursor\" min=\"0\" max=\"{WHOLE}\" aria-label=\"Volume to read the costs at\" aria-valuetext=\"{read}\" disabled></div>\n\
         <p id=\"crossover-read\">{read}</p>\n\
         <p class=\"choices\"><label><input type=\"checkbox\" id=\"crossover-first\" disabled> Month 1</label> \
         <label><input type=\"checkbox\" id=\"crossover-linear\" disabled> Linear axes</label></p>\n\
         </figure>\n",
        caption = escape(&drawn.chart.caption),
        plot = chart::svg(&drawn.chart),
        read = read(drawn, drawn.here),
    )
}

/// The table below the chart.
#[must_use]
pub fn volumes(drawn: &Drawn) -> String {
    table(&drawn.table, None)
}

/// What a row of the table says, as the cursor reads it.
#[must_use]
pub fn read(drawn: &Drawn, row: usize) -> String {
    let mut said = String::new();
    if let Some(row) = drawn.table.rows.get(row)
        && let [teacher, student, ..] = &row.cells[..]
    {
        let parts = [
            &counted(&row.title, "token"),
            " a month: teacher ",
            &teacher.text,
            ", student ",
            &student.text,
        ];
        said.extend(parts);
    }
    said
}

//! The chart of cost against volume in a page of the guide.

use std::fmt::Write;

use anyhow::{Result, bail};
use crossover::charts::{View, crossover};
use crossover::economics::headline;
use crossover::link::decode;
use crossover::still::svg;

/// The chart of a scenario as HTML, and its figures as a table of the page.
pub fn drawn(link: &str) -> Result<String> {
    let Ok(headline) = headline(decode(link).scenario) else {
        bail!("the scenario is beyond the limits");
    };
    let drawn = crossover(&headline, View::default());
    let caption = &drawn.chart.caption;
    let mut text = format!(
        "<figure class=\"chart\"><div class=\"drawing\">{}</div><figcaption>{caption}</figcaption></figure>\n\n",
        svg(&drawn.chart)
    );
    let table = &drawn.table;
    let titles = table.columns.iter().map(|column| column.title.as_str());
    let titles: Vec<_> = [table.corner].into_iter().chain(titles).collect();
    let columns = titles.len();
    writeln!(
        text,
        "| {} |\n|{}",
        titles.join(" | "),
        "--:|".repeat(columns)
    )?;
    for row in &table.rows {
        let note = match row.note.as_str() {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        writeln!(text, "| {}{note} | {} |", row.title, cells.join(" | "))?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_stands_with_its_figures() -> Result<()> {
        let text = drawn("")?;
        assert!(text.starts_with("<figure class=\"chart\"><div class=\"drawing\"><svg "));
        // A blank line would end the HTML.
        let figure = text.split("</figure>").next().unwrap_or_default();
        assert!(!figure.contains("\n\n"));
        assert!(
            text.contains("| 81,111,112 (Crossover) | $811 | $811 |"),
            "{text}"
        );
        Ok(())
    }
}

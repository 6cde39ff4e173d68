//! The calculator as static HTML: what is served, and what the live page brings to life.
//!
//! There is one document. Served, it shows the worked example and can be read without scripts; its
//! form is disabled. The live page enables the form and, from then on, changes the texts that have
//! an id. So nothing is drawn twice, nothing moves when the page comes to life, and what a reader,
//! a search engine and the calculator show cannot drift.
//!
//! ```
//! let html = crossover::still::first_paint()?;
//! assert!(html.contains("$1,230") && html.contains("81,111,112"));
//! assert!(!html.contains("<script") && !html.contains("style="));
//! # Ok::<(), crossover::economics::TooLarge>(())
//! ```

mod chart;
mod crossover;
mod exports;
pub(crate) mod form;
mod list;
mod presets;
mod receipt;
mod section;
mod start;
mod table;

pub use chart::svg;
pub use crossover::{read, volumes};
pub use list::{items, link};
pub use receipt::receipt;
pub use section::figures;
pub use table::table;

use crate::charts::{self, View};
use crate::economics::{Report, TooLarge, evaluate};
use crate::scenario::Scenario;
use crate::sections;
use crate::tables;
use crate::wording::{proportion, said, verdict};

/// The worked example, as it stands in the served page.
///
/// # Errors
///
/// [`TooLarge`], should the worked example ever lead beyond the limits.
pub fn first_paint() -> Result<String, TooLarge> {
    evaluate(Scenario::default()).map(|report| calculator(&report))
}

/// A report with its form, as an HTML fragment.
#[must_use]
pub fn calculator(report: &Report) -> String {
    let [costs, thresholds] = tables::first(report).map(|first| {
        let drawn = table(&first, None);
        format!("<div id=\"{}-figures\">{drawn}</div>\n", first.id)
    });
    let drawn = charts::crossover(report, View::default());
    let sections: String = sections::ALL
        .iter()
        .map(|part| section::section(part, report))
        .collect();
    format!(
        "{answer}\n{form}\n<div class=\"tables\" id=\"tables\">\n\
         {costs}{figure}{assumptions}{thresholds}<div id=\"volumes-figures\">{volumes}</div>\n{sections}{exports}</div>\n",
        answer = answer(report),
        figure = crossover::figure(&drawn),
        assumptions = assumptions(report),
        volumes = volumes(&drawn),
        form = form::form(&report.scenario),
        exports = exports::exports(),
    )
}

fn answer(report: &Report) -> String {
    let code = report.verdict.code.code();
    let sentence = escape(&verdict(report));
    let proportion = slot("p", "proportion", "", proportion(report).as_deref());
    format!(
        "<section class=\"answer\" id=\"answer\" aria-labelledby=\"answer-title\">\n\
         <h2 id=\"answer-title\">The answer</h2>\n\
         <p id=\"verdict\" data-code=\"{code}\">{sentence}</p>\n\
         <p class=\"notice\" id=\"stale\" hidden></p>\n\
         {proportion}</section>"
    )
}

/// Where the prices come from, and what the figures take for granted.
fn assumptions(report: &Report) -> String {
    format!(
        "<ul class=\"assumptions\" id=\"assumptions\" aria-label=\"Prices and assumptions\">\n{}</ul>\n",
        items(&said(report, "", None))
    )
}

/// An element that the live page gives its text; hidden while it has none.
fn slot(tag: &str, id: &str, class: &str, text: Option<&str>) -> String {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let hidden = if text.is_none() { " hidden" } else { "" };
    let text = escape(text.unwrap_or_default());
    format!("<{tag} id=\"{id}\"{class}{hidden}>{text}</{tag}>\n")
}

/// Text as HTML text or attribute value.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::FieldId;
    use crate::sections::Order;
    use std::collections::HashSet;

    #[test]
    fn what_a_field_holds_never_becomes_markup() {
        let mut scenario = Scenario::default();
        let name = "<script>\"&</script>";
        scenario.set(FieldId::teacher_model, name).unwrap();
        let html = calculator(&evaluate(&scenario).unwrap());
        assert!(html.contains("Teacher, on demand: &lt;script&gt;&quot;&amp;&lt;/script&gt;"));
        assert!(html.contains("value=\"&lt;script&gt;&quot;&amp;&lt;/script&gt;\""));
        assert!(!html.contains("<script"));
    }

    #[test]
    fn every_part_draws_what_its_tables_say() {
        let mut scenario = Scenario::default();
        scenario.set(FieldId::credits, "100@3").unwrap();
        scenario.set(FieldId::score_student, "90").unwrap();
        let report = evaluate(&scenario).unwrap();
        for part in &sections::ALL {
            let html = figures(part, &report, Order::default());
            for table in (part.tables)(&report) {
                let texts = table.rows.iter().filter(|row| !row.hidden).flat_map(|row| {
                    row.cells
                        .iter()
                        .map(|cell| &cell.text)
                        .chain([&row.title, &row.note])
                });
                for text in texts {
                    assert!(html.contains(&escape(text)), "{}: {text}", part.id);
                }
            }
        }
    }

    #[test]
    fn what_is_nothing_or_unknown_has_no_receipt() {
        let shown = |link: &str| {
            let report = evaluate(crate::link::decode(link).scenario).unwrap();
            let costs = tables::costs(&report);
            let row = costs.rows.into_iter().find(|row| row.id == "hosting");
            let row = row.unwrap();
            [0, 1].map(|column| table::cell(&row, column))
        };
        let button = "<button type=\"button\" class=\"figure\">$730</button>";
        assert_eq!(shown(""), ["—", button]);
        assert_eq!(shown("h=on_demand"), ["—", "—"]);
        assert!(shown("p0=?")[1].starts_with("unknown"));
    }

    #[test]
    fn a_sorted_table_says_so_and_keeps_its_first_row() {
        let report = evaluate(Scenario::default()).unwrap();
        let levers = sections::ALL
            .iter()
            .find(|part| part.id == "levers")
            .unwrap();
        let order = Order {
            table: "levers",
            column: 2,
            descending: false,
        };
        let html = figures(levers, &report, order);
        assert!(html.contains("<th scope=\"col\" aria-sort=\"ascending\"><button type=\"button\" class=\"sort\" id=\"levers-steady\""));
        let at = |name: &str| html.find(&format!(">{name}<")).unwrap();
        assert!(at("Teacher, on demand") < at("The small model as it is"));
        // $500 a month, and $1,230.
        assert!(at("The small model as it is") < at("Distillation"));
    }

    #[test]
    fn every_id_is_there_once_and_every_reference_leads_to_one() {
        let html = first_paint().unwrap();
        let values = |name: &str| -> Vec<String> {
            let opening = format!(" {name}=\"");
            let value = |part: &str| part.split('"').next().unwrap_or_default().to_owned();
            html.split(&opening).skip(1).map(value).collect()
        };
        let ids: HashSet<_> = values("id").into_iter().collect();
        assert_eq!(ids.len(), values("id").len());
        for name in ["for", "aria-describedby", "aria-labelledby"] {
            for reference in values(name) {
                for id in reference.split(' ') {
                    assert!(ids.contains(id), "{name}={id}");
                }
            }
        }
    }
}

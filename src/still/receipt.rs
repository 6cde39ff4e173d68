//! A receipt: how an amount was computed, and where its numbers come from.

use super::{escape, link};
use crate::catalogue::{Catalogue, Listing};
use crate::economics::{Receipt, ReceiptInput};
use crate::scenario::{FieldId, Scenario};
use crate::tables::with_minus;
use crate::wording::dated;

/// Draws the receipt of an amount at its low and its high end. The listing is that of the scenario's
/// pair, if it has one.
#[must_use]
pub fn receipt(
    [low, high]: &[Option<Receipt>; 2],
    unit: &str,
    scenario: &Scenario,
    listing: Option<Listing<'static>>,
) -> String {
    let titles = if low == high {
        ["", ""]
    } else {
        ["At least", "At most"]
    };
    let ends = [low.as_ref(), high.as_ref().filter(|_| low != high)];
    let mut drawn = String::new();
    for (title, receipt) in titles.into_iter().zip(ends) {
        if let Some(receipt) = receipt {
            drawn.push_str(&end(receipt, title, unit, scenario, listing));
        }
    }
    drawn
}

fn end(
    receipt: &Receipt,
    title: &str,
    unit: &str,
    scenario: &Scenario,
    listing: Option<Listing<'static>>,
) -> String {
    let title = match title {
        "" => String::new(),
        title => format!("<h3>{title}</h3>\n"),
    };
    let inputs: String = receipt
        .inputs
        .iter()
        .map(|one| input(one, scenario, listing))
        .collect();
    format!(
        "{title}<dl class=\"receipt\">\n<dt>Formula</dt><dd>{}</dd>\n<dt>With the numbers put in</dt><dd>{}</dd>\n\
         <dt>Gives</dt><dd>{} {}</dd>\n</dl>\n<ul>\n{inputs}</ul>\n",
        escape(&receipt.formula),
        escape(&receipt.substituted),
        escape(&with_minus(&receipt.value)),
        escape(unit),
    )
}

/// A number that was put in: its name and unit, and who says so.
fn input(input: &ReceiptInput, scenario: &Scenario, listing: Option<Listing<'static>>) -> String {
    let name = input.name.split('.').next().unwrap_or_default();
    let field = FieldId::ALL.iter().find(|id| id.field().name == name);
    let mut whence = match input.source {
        "scenario" => "as entered",
        "default" => "as in the worked example",
        _ => "computed",
    }
    .to_owned();
    if let Some((listing, field)) = listing.zip(field)
        && !listing.is_edited(*field, &scenario.text(*field))
    {
        let prices = listing.prices(*field);
        if !prices.is_empty() {
            whence = escape(&dated(&prices));
        }
        for code in prices.iter().flat_map(|price| &price.sources) {
            if let Some(source) = Catalogue::get().source(code) {
                let what = link(source.address, source.what);
                whence.extend(["; ", &what, ", ", &escape(source.date)]);
            }
        }
    }
    let label = field.map_or(String::new(), |id| {
        format!("{}, ", escape(id.field().label))
    });
    let unit = match input.unit {
        "" => String::new(),
        unit => format!(" {}", escape(unit)),
    };
    format!(
        "<li><code>{}</code> = {}{unit}: {label}{whence}</li>\n",
        escape(&input.name),
        escape(&with_minus(&input.value)),
    )
}

//! What is said beside the verdict of prices: whose they are, how old, and what published ones say against
//! a scenario.

use super::amount::price as dollars;
use super::listed::newest;
use crate::catalogue::{Catalogue, Date, Kind, Listing, Model, Pair, Price};
use crate::economics::Headline;
use crate::scenario::{Baseline, Choice, FieldId, Number, Scenario, Side, Term};
use rust_decimal::Decimal;

/// A price is said to be old when its newest source is older.
const OLD_DAYS: i64 = 180;

/// One sentence for each thing to know of the prices of a scenario: whose they are, which are edited,
/// unpublished or old, and what published ones say against it. `pinned` is the id of the catalogue that
/// the scenario is pinned to, `today` the reader's day.
pub(super) fn provenance(
    report: &Headline,
    pinned: &str,
    today: Option<Date>,
    said: &mut Vec<String>,
) {
    let scenario = &report.scenario;
    if let Some(pair) = Pair::of(scenario) {
        let day = Catalogue::day(pinned);
        let listing = pair.listed(day);
        let date = pinned.get(..10).filter(|_| day.is_some());
        prices(listing, date, scenario, today, said);
        said.extend(serving(pair, scenario));
        said.extend(no_cheaper_by_the_hour(listing, scenario));
    } else {
        let example = Scenario::default();
        let own = |field: &FieldId| scenario.text(*field) != example.text(*field);
        let whose = if Listing::PRICES.iter().any(own) {
            "entered by hand, not taken from the catalogue"
        } else {
            "illustrative, as the worked example has them"
        };
        said.push(format!("Prices: {whose}."));
    }
    said.extend(below_every_published_price(scenario));
}

/// Whose prices they are and of which date, and which of them are edited, not published or old.
fn prices(
    listing: Listing,
    date: Option<&str>,
    scenario: &Scenario,
    today: Option<Date>,
    said: &mut Vec<String>,
) {
    let [mut edited, mut missing, mut old] = [const { String::new() }; 3];
    for field in Listing::PRICES {
        let label = field.field().label;
        let text = scenario.text(field);
        // The tables show what the answer does not need as well.
        if listing.is_edited(field, &text) {
            add(&mut edited, label);
            continue;
        }
        if !needs(scenario, field) {
            continue;
        }
        if text == "?" {
            add(&mut missing, label);
        } else if let Some(date) = newest(&listing.prices(field))
            && is_old(date, today)
        {
            add(&mut old, label);
            old.extend([" (", date, ")"]);
        }
    }
    let mut whose = format!("Prices: those published for {}", listing.pair.label());
    if let Some(date) = date {
        whose.extend([" as of ", date]);
    }
    if !edited.is_empty() {
        whose.extend([", but for what was edited: ", &edited]);
    }
    said.push(whose + ".");
    if !missing.is_empty() {
        said.push(format!(
            "No published price: {missing}. What needs it is not computed."
        ));
    }
    if !old.is_empty() {
        said.push(format!(
            "Last seen published more than {OLD_DAYS} days ago, so confirm with AWS: {old}."
        ));
    }
}

fn add(list: &mut String, label: &str) {
    if !list.is_empty() {
        list.push_str("; ");
    }
    list.push_str(label);
}

fn is_old(date: &str, today: Option<Date>) -> bool {
    let age = today
        .zip(Date::read(date))
        .map(|(today, date)| today.since(date));
    age > Some(OLD_DAYS)
}

/// Whether a scenario's answer needs a price.
fn needs(scenario: &Scenario, field: FieldId) -> bool {
    match field {
        FieldId::cache_read | FieldId::cache_write => scenario.baseline == Baseline::Cached,
        FieldId::batch_price => scenario.baseline == Baseline::Batch,
        FieldId::hourly_none | FieldId::hourly_1mo | FieldId::hourly_6mo => {
            scenario.hosting.bills_hours() && scenario.term.hourly_field() == field
        }
        other => scenario.is_relevant(other),
    }
}

/// What AWS bills a student by, where it is not, or not only, what the scenario has.
fn serving(pair: &Pair, scenario: &Scenario) -> Option<String> {
    let student = pair.student_model()?.short_name();
    if scenario.hosting.bills_hours() {
        if !pair.on_demand {
            return None;
        }
        let only = if pair.provisioned { "also " } else { "" };
        return Some(format!(
            "{student}, distilled, can {only}be deployed on demand, billed by the token; only storage is charged while idle."
        ));
    }
    (!pair.on_demand).then(|| {
        format!(
            "AWS serves a distilled {student} by the hour of model units only, not by the token."
        )
    })
}

/// That a model unit of a larger student costs no more.
fn no_cheaper_by_the_hour(listing: Listing, scenario: &Scenario) -> Option<String> {
    if !scenario.hosting.bills_hours() {
        return None;
    }
    let kind = hours(scenario.term);
    let student = listing.pair.student_model()?;
    let amount = |model: &Model, kind| {
        let price = model.price(kind, listing.pair.region, listing.day)?;
        price.dollars()
    };
    let (hour, input) = (amount(student, kind)?, amount(student, Kind::Input)?);
    let mut larger: Option<(&Model, Decimal)> = None;
    for model in Catalogue::get()
        .pairs
        .iter()
        .filter_map(Pair::student_model)
    {
        let dearest = larger.map_or(input, |(_, input)| input);
        if model.provider == student.provider
            && amount(model, kind).is_some_and(|other| other <= hour)
            && let Some(input) = amount(model, Kind::Input)
            && input > dearest
        {
            larger = Some((model, input));
        }
    }
    let (larger, _) = larger?;
    Some(format!(
        "A model unit of the larger {} costs no more than one of {}: a small student is not cheaper by the hour.",
        larger.short_name(),
        student.short_name()
    ))
}

/// That an hourly price is lower than any that is published.
fn below_every_published_price(scenario: &Scenario) -> Option<String> {
    if !scenario.hosting.bills_hours() {
        return None;
    }
    let field = scenario.term.hourly_field();
    let Number::Ends(entered, _) = scenario.number(field, Side::Input) else {
        return None;
    };
    let kind = hours(scenario.term);
    let mut lowest: Option<(Decimal, &Model, &Price)> = None;
    for pair in &Catalogue::get().pairs {
        if let Some(model) = pair.student_model()
            && let Some(price) = model.price(kind, pair.region, None)
            && let Some(amount) = price.dollars()
            && lowest.is_none_or(|(lowest, ..)| amount < lowest)
        {
            lowest = Some((amount, model, price));
        }
    }
    let (amount, model, price) = lowest?;
    let date = price.newest()?.date;
    (entered < amount).then(|| {
        format!(
            "{} an hour is below every published price of a student's model unit: the lowest, {}, is {} ({}, {date}).",
            dollars(entered),
            scenario.term.option().label.to_ascii_lowercase(),
            dollars(amount),
            model.short_name()
        )
    })
}

const fn hours(term: Term) -> Kind {
    match term {
        Term::None => Kind::HourlyNone,
        Term::OneMonth => Kind::Hourly1mo,
        Term::SixMonths => Kind::Hourly6mo,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Start;
    use crate::economics::evaluate;

    /// A pair as it is listed, with a few fields changed.
    fn said(pair: &str, changes: &[(FieldId, &str)], today: &str) -> Vec<String> {
        let start = Start::all().find(|start| start.has(pair)).unwrap();
        let mut scenario = Scenario::default();
        for field in FieldId::ALL {
            if let Some(text) = start.text(*field) {
                scenario.set(*field, &text).unwrap();
            }
        }
        for (field, text) in changes {
            scenario.set(*field, text).unwrap();
        }
        let mut said = Vec::new();
        let report = evaluate(&scenario).unwrap();
        provenance(&report, "", Date::read(today), &mut said);
        said
    }

    const HOURS: (FieldId, &str) = (FieldId::hosting, "provisioned");

    #[test]
    fn a_pair_as_it_is_published_is_said_to_be() {
        assert_eq!(
            said("premier micro", &[], "2025-10-22"),
            ["Prices: those published for Nova Premier → Nova Micro, us-east-1."]
        );
        let example = said("worked example", &[], "2025-10-22");
        assert_eq!(example.len(), 2);
        assert_eq!(
            example[0],
            "Prices: illustrative, as the worked example has them."
        );
        let own = [(FieldId::storage, "2"), (FieldId::hourly_none, "23")];
        assert_eq!(
            said("worked example", &own, "2025-10-22"),
            ["Prices: entered by hand, not taken from the catalogue."]
        );
    }

    #[test]
    fn what_is_edited_is_said_even_where_the_answer_does_not_need_it() {
        let edited = [
            (FieldId::storage, "2"),
            // Hours are not billed, but what they would cost stands in a table.
            (FieldId::hourly_1mo, "2"),
        ];
        assert_eq!(
            said("premier micro", &edited, "2025-10-22"),
            [
                "Prices: those published for Nova Premier → Nova Micro, us-east-1, but for what was edited: Hourly price, 1 month; Model storage."
            ]
        );
    }

    #[test]
    fn old_is_what_was_last_seen_more_than_180_days_ago() {
        let old = |today| said("premier micro", &[], today).get(1).cloned();
        // Training and storage are of 2025-10-21.
        assert_eq!(old("2026-04-19"), None);
        assert_eq!(
            old("2026-04-20").as_deref(),
            Some(
                "Last seen published more than 180 days ago, so confirm with AWS: Training rate (2025-10-21); Model storage (2025-10-21)."
            )
        );
        assert_eq!(old("no day"), None);
        let edited = [(FieldId::storage, "2"), (FieldId::training_rate, "2")];
        assert_eq!(said("premier micro", &edited, "2026-04-20").len(), 1);
    }

    #[test]
    fn a_price_that_nobody_publishes_is_named() {
        assert_eq!(
            said("405b 3.3", &[], "2026-08-21")[1],
            "No published price: Training rate; Model storage. What needs it is not computed."
        );
    }

    #[test]
    fn what_aws_bills_stands_against_what_is_entered() {
        let hours = said("nova premier lite", &[HOURS], "2025-10-22");
        assert_eq!(
            hours[1..],
            [
                "Nova Lite, distilled, can also be deployed on demand, billed by the token; only storage is charged while idle.",
                "A model unit of the larger Nova Pro costs no more than one of Nova Lite: a small student is not cheaper by the hour.",
            ]
        );
        let tokens = [(FieldId::hosting, "on_demand")];
        assert_eq!(
            said("70b 3.2 1b", &tokens, "2026-08-21")[1],
            "AWS serves a distilled Llama 3.2 1B by the hour of model units only, not by the token."
        );
        assert_eq!(
            said("405b 3.3", &[HOURS], "2026-08-21")[2],
            "Llama 3.3 70B, distilled, can be deployed on demand, billed by the token; only storage is charged while idle."
        );
    }

    #[test]
    fn a_price_below_every_published_one_is_said() {
        let dollar = |term| {
            let changes = [(FieldId::term, term), HOURS, (FieldId::hourly_6mo, "12.53")];
            said("worked example", &changes, "2026-08-21")
        };
        assert_eq!(
            dollar("none")[1],
            "$1 an hour is below every published price of a student's model unit: the lowest, no commitment, is $23 (Llama 3.2 1B, 2026-07-24)."
        );
        assert!(dollar("6mo")[1].starts_with("$12.53 an hour is below"));
        let lowest = [(FieldId::hourly_none, "23"), HOURS];
        assert_eq!(said("worked example", &lowest, "2026-08-21").len(), 1);
    }
}

//! The catalogue as a page of documentation, `docs/prices.md`.

#[cfg(test)]
mod tests;

use super::schema::{Book, Kind, Model, Pair, Price, Serving, Source, Unit};

const HEAD: &str = "\
# Prices

<!-- Written by `cargo xtask prices write` from prices/. Change it there. -->

What models on Amazon Bedrock cost, in US dollars, as it was published, and which of them Bedrock distils
into which. This is catalogue `{id}`; prices that changed since the newest of its
[sources](#sources) are not in it: confirm them with AWS before you commit.

An empty cell is a price that, as far as we know, nobody publishes; none is zero. Training is paid for each token of
the data in each epoch, a model unit by the hour, without commitment or with one of 1 or 6 months. The last
column says from which day on the prices are known to hold, that of the earliest source that shows them; how
far to trust them; and the sources. `high` is AWS's own data, or two copies of it that agree; `medium` is
one copy, or one that somebody else keeps; `low` is unsourced or old.
";

/// The tables of a provider, each with its columns.
const TABLES: [(&str, &[Kind]); 2] = [
    (
        "On demand and in batch",
        &[
            Kind::Input,
            Kind::Output,
            Kind::CacheRead,
            Kind::CacheWrite5m,
            Kind::CacheWrite1h,
            Kind::BatchInput,
            Kind::BatchOutput,
        ],
    ),
    (
        "Custom models and model units",
        &[
            Kind::Training,
            Kind::Storage,
            Kind::HourlyNone,
            Kind::Hourly1mo,
            Kind::Hourly6mo,
            Kind::CustomInput,
            Kind::CustomOutput,
            Kind::CustomCacheRead,
        ],
    ),
];

/// What a column is called.
const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Input => "input",
        Kind::Output => "output",
        Kind::CacheRead => "cache read",
        Kind::CacheWrite5m => "5-minute cache write",
        Kind::CacheWrite1h => "1-hour cache write",
        Kind::BatchInput => "batch input",
        Kind::BatchOutput => "batch output",
        Kind::Training => "training",
        Kind::Storage => "storage",
        Kind::HourlyNone => "model unit",
        Kind::Hourly1mo => "1-month unit",
        Kind::Hourly6mo => "6-month unit",
        Kind::CustomInput => "custom input",
        Kind::CustomOutput => "custom output",
        Kind::CustomCacheRead => "custom cache read",
    }
}

const fn unit(kind: Kind) -> &'static str {
    match kind.unit() {
        Unit::Tokens => "$/M tokens",
        Unit::Month => "$/month",
        Unit::Hour => "$/hour",
    }
}

/// The whole page; `id` is the catalogue's.
pub fn page(book: &Book, id: &str) -> String {
    let mut page = HEAD.replace("{id}", id);
    for provider in &book.providers {
        page.extend(["\n## ", &provider.name, "\n"]);
        for (title, kinds) in TABLES {
            prices(&mut page, title, kinds, &provider.models);
        }
        former(&mut page, &provider.models);
    }
    pairs(&mut page, book);
    sources(&mut page, &book.sources);
    page
}

/// A row for each model and place. Columns in which nothing would stand are left out.
fn prices(page: &mut String, title: &str, kinds: &[Kind], models: &[Model]) {
    let holds = |price: &&Price| price.to.is_none() && kinds.contains(&price.kind);
    let all: Vec<_> = models
        .iter()
        .flat_map(|model| &model.prices)
        .filter(holds)
        .collect();
    let mut kinds = kinds.to_vec();
    kinds.retain(|kind| all.iter().any(|price| price.kind == *kind));

    let mut rows = Vec::new();
    for model in models {
        let here = model.prices.iter().filter(holds);
        for prices in grouped(here, |price| (&price.regions, &price.routing)) {
            let amount = |kind: &Kind| {
                let price = prices.iter().find(|price| price.kind == *kind);
                price.map_or_else(String::new, |price| price.amount.clone())
            };
            let mut row = place(model, prices[0]);
            row.extend(kinds.iter().map(amount));
            row.push(origins(&prices));
            rows.push(row);
        }
    }
    let mut head = ["model", "region", "routing"].map(str::to_owned).to_vec();
    let column = |kind: &Kind| format!("{}<br>{}", name(*kind), unit(*kind));
    head.extend(kinds.iter().map(column));
    head.push("since, confidence, sources".to_owned());
    table(page, &format!("### {title}"), &head, &rows);
}

/// Since when the prices of a row hold, and who says so; with their names where that is not the same for
/// all of them.
fn origins(prices: &[&Price]) -> String {
    let origins = grouped(prices.iter().copied(), |price| {
        (&price.from, price.confidence, &price.sources)
    });
    let origin = |same: &Vec<&Price>| {
        let Price {
            from,
            confidence,
            sources,
            ..
        } = same[0];
        let origin = format!("{from}, {}, {}", confidence.code(), links(sources));
        if same.len() == prices.len() {
            return origin;
        }
        let names: Vec<_> = same.iter().map(|price| name(price.kind)).collect();
        format!("{}: {origin}", names.join(", "))
    };
    origins.iter().map(origin).collect::<Vec<_>>().join("<br>")
}

/// The prices that hold no longer, a row each.
fn former(page: &mut String, models: &[Model]) {
    let mut rows = Vec::new();
    for model in models {
        for price in &model.prices {
            let Some(to) = &price.to else { continue };
            let mut row = place(model, price);
            row.extend([
                name(price.kind).to_owned(),
                format!("{} {}", price.amount, unit(price.kind)),
                price.from.clone(),
                to.clone(),
                price.confidence.code().to_owned(),
                links(&price.sources),
            ]);
            rows.push(row);
        }
    }
    let head = [
        "model",
        "region",
        "routing",
        "price",
        "amount",
        "since",
        "until",
        "confidence",
        "sources",
    ];
    table(page, "### Former prices", &head.map(str::to_owned), &rows);
}

fn pairs(page: &mut String, book: &Book) {
    let name = |id: &str| {
        let model = book.models().find(|model| model.id == id);
        model.map_or_else(|| id.to_owned(), named)
    };
    let row = |pair: &Pair| {
        let served = pair.serving.iter().map(|serving| match serving {
            Serving::OnDemand => "by the token",
            Serving::Provisioned => "by the hour of a model unit",
        });
        let epochs = pair.epochs.as_ref().map(|epochs| {
            format!(
                "{} to {}, {} unless asked otherwise",
                epochs.min, epochs.max, epochs.default
            )
        });
        vec![
            name(&pair.teacher),
            name(&pair.student),
            pair.region.clone(),
            served.collect::<Vec<_>>().join(", or "),
            format!("{} to {}", pair.prompts.min, pair.prompts.max),
            epochs.unwrap_or_else(|| "not documented".to_owned()),
            links(&pair.sources),
        ]
    };
    let head = [
        "teacher",
        "student",
        "region",
        "the student is billed",
        "prompts",
        "epochs",
        "sources",
    ];
    let rows: Vec<_> = book.pairs.iter().map(row).collect();
    table(page, "## Pairs", &head.map(str::to_owned), &rows);
}

/// Each with an anchor, to which [`links`] lead. Some stand nowhere on the web.
fn sources(page: &mut String, sources: &[Source]) {
    let row = |source: &Source| {
        let Source {
            code,
            what,
            address,
            date,
            read,
        } = source;
        let address = if address.starts_with("https://") {
            format!("<{address}>")
        } else {
            address.clone()
        };
        let anchor = format!("<a id=\"source-{code}\"></a>{code}");
        vec![anchor, what.clone(), address, date.clone(), read.clone()]
    };
    let head = [
        "code",
        "what it is",
        "where it is",
        "date of its data",
        "read on",
    ];
    let rows: Vec<_> = sources.iter().map(row).collect();
    table(page, "## Sources", &head.map(str::to_owned), &rows);
}

fn links(codes: &[String]) -> String {
    let link = |code: &String| format!("[{code}](#source-{code})");
    codes.iter().map(link).collect::<Vec<_>>().join(" ")
}

fn named(model: &Model) -> String {
    format!("{}<br>`{}`", model.name, model.id)
}

/// The first cells of a row of prices.
fn place(model: &Model, price: &Price) -> Vec<String> {
    let routing = price.routing.iter().map(|routing| routing.code());
    let routing = routing.collect::<Vec<_>>().join(", ");
    vec![named(model), price.regions.join(", "), routing]
}

/// What has the same key, together; in the order of the first of each.
fn grouped<'a, K: PartialEq>(
    prices: impl Iterator<Item = &'a Price>,
    key: impl Fn(&'a Price) -> K,
) -> Vec<Vec<&'a Price>> {
    let mut groups: Vec<Vec<&Price>> = Vec::new();
    for price in prices {
        match groups.iter_mut().find(|group| key(group[0]) == key(price)) {
            Some(group) => group.push(price),
            None => groups.push(vec![price]),
        }
    }
    groups
}

/// A table under its title; nothing where it would have no rows.
fn table(page: &mut String, title: &str, head: &[String], rows: &[Vec<String>]) {
    if rows.is_empty() {
        return;
    }
    page.extend(["\n", title, "\n\n"]);
    let rule = vec!["---".to_owned(); head.len()];
    for row in [head, &rule]
        .into_iter()
        .chain(rows.iter().map(Vec::as_slice))
    {
        let cells: Vec<_> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        page.extend(["| ", &cells.join(" | "), " |\n"]);
    }
}

//! What models cost, by whom, when and where it was published, and which of them Amazon Bedrock
//! distils into which.
//!
//! The data is kept in `prices/`, where people read and change it, and compiled in as lines of text
//! that `cargo xtask prices write` makes of it. What nobody publishes is absent here, and never zero.

mod dates;
mod preset;
mod read;

pub use dates::Date;
pub use preset::{Change, Listing, Start};

use crate::quantity::{Quantity, Usd};
use rust_decimal::Decimal;
use std::sync::OnceLock;

/// Dated prices with their sources, and the pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The newest date in it, and a hash of all that is in it.
    pub id: &'static str,
    /// Where prices were published.
    pub sources: Vec<Source>,
    /// Models with their prices.
    pub models: Vec<Model>,
    /// Teachers and the students that they are distilled into.
    pub pairs: Vec<Pair>,
}

/// Where a price was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What prices refer to it by.
    pub code: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Where it is.
    pub address: &'static str,
    /// Of which day its data is, as far as that is known: a year, a month or a day.
    pub date: &'static str,
    /// When it was read.
    pub read: &'static str,
}

/// A model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// What links and pairs call it.
    pub id: &'static str,
    /// What AWS calls it.
    pub name: &'static str,
    /// Who made it.
    pub provider: &'static str,
    /// What it costs and has cost.
    pub prices: Vec<Price>,
}

/// What something about a model costs, in dollars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// What is paid for.
    pub kind: Kind,
    /// How much, all digits.
    pub amount: &'static str,
    /// Where: an AWS region, or several.
    pub region: &'static str,
    /// How requests reach a region.
    pub routing: &'static str,
    /// Since when it is known to hold.
    pub from: &'static str,
    /// The first day on which it holds no longer; none of one that holds still.
    pub to: Option<&'static str>,
    /// The codes of its sources.
    pub sources: Vec<&'static str>,
    /// How far to trust it: `high`, `medium` or `low`.
    pub confidence: &'static str,
}

/// A teacher and a student that Bedrock distils it into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The teacher's id.
    pub teacher: &'static str,
    /// The student's.
    pub student: &'static str,
    /// Where it is distilled.
    pub region: &'static str,
    /// Whether the student can be billed by the token.
    pub on_demand: bool,
    /// Whether it can be billed by the hour of a model unit.
    pub provisioned: bool,
    /// How often training goes through the pairs, unless one says otherwise; empty, where that is
    /// not documented.
    pub epochs: &'static str,
    /// The codes of its sources.
    pub sources: Vec<&'static str>,
}

macro_rules! kinds {
    ($($kind:ident $code:literal $unit:literal $about:literal;)*) => {
        /// What is paid for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $(#[doc = $about] $kind,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// Its name in `prices/` and in JSON.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$kind => $code,)* }
            }

            /// For what an amount of it in dollars is.
            #[must_use]
            pub const fn per(self) -> &'static str {
                match self { $(Self::$kind => $unit,)* }
            }
        }
    };
}

kinds! {
    Input "input" "per million tokens" "Input tokens, on demand.";
    Output "output" "per million tokens" "Output tokens, on demand.";
    CacheRead "cache_read" "per million tokens" "Input tokens that are read from the prompt cache.";
    CacheWrite5m "cache_write_5m" "per million tokens" "Input tokens that the prompt cache keeps for five minutes.";
    CacheWrite1h "cache_write_1h" "per million tokens" "Input tokens that it keeps for an hour.";
    BatchInput "batch_input" "per million tokens" "Input tokens, in batch.";
    BatchOutput "batch_output" "per million tokens" "Output tokens, in batch.";
    Training "training" "per million training tokens" "Tokens of the training data, each epoch.";
    Storage "storage" "per month" "Storage of a custom model.";
    HourlyNone "hourly_none" "per unit-hour" "A model unit without commitment.";
    Hourly1mo "hourly_1mo" "per unit-hour" "A model unit for one month.";
    Hourly6mo "hourly_6mo" "per unit-hour" "A model unit for six months.";
    CustomInput "custom_input" "per million tokens" "Input tokens of a custom model, on demand.";
    CustomOutput "custom_output" "per million tokens" "Output tokens of a custom model, on demand.";
    CustomCacheRead "custom_cache_read" "per million tokens" "Input tokens of a custom model that are read from the prompt cache.";
}

/// What is compiled in: what the pairs need, and the other models. The page has only the pairs, and does
/// without the others.
const TEXTS: &[&str] = &[
    include_str!("pairs.txt"),
    #[cfg(not(feature = "web"))]
    include_str!("others.txt"),
];

impl Catalogue {
    /// The catalogue that is compiled in.
    pub fn get() -> &'static Self {
        static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
        CATALOGUE.get_or_init(|| read::catalogue(TEXTS))
    }

    /// A model by its id.
    #[must_use]
    pub fn model(&self, id: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.id == id)
    }

    /// A source by its code.
    #[must_use]
    pub fn source(&self, code: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.code == code)
    }

    /// The day of a catalogue's id: of `2026-08-20-68892e07` the date.
    #[must_use]
    pub fn day(id: &str) -> Option<Date> {
        let (date, hash) = id.split_at_checked(10)?;
        let is_hash = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
        let day = Date::read(date).filter(|_| hash.len() == 9)?;
        hash.bytes().all(is_hash).then_some(day)
    }

    /// The pair of two models, by their ids.
    #[must_use]
    pub fn pair(&self, teacher: &str, student: &str) -> Option<&Pair> {
        let mut pairs = self.pairs.iter();
        pairs.find(|pair| pair.teacher == teacher && pair.student == student)
    }
}

impl Model {
    /// Its name without its provider's, and without what all of that kind are called.
    #[must_use]
    pub fn short_name(&self) -> &'static str {
        let rest = self.name.strip_prefix(self.provider).unwrap_or(self.name);
        rest.strip_suffix("Instruct").unwrap_or(rest).trim()
    }

    /// What something costs in a region on a day, or today: there alone, if it is offered there alone,
    /// else wherever requests may be routed to from there.
    #[must_use]
    pub fn price(&self, kind: Kind, region: &str, day: Option<Date>) -> Option<&Price> {
        let here =
            |price: &&Price| price.kind == kind && price.holds(day) && has(price.region, region);
        let mut found = None;
        for price in self.prices.iter().filter(here) {
            if has(price.routing, "in-region") {
                return Some(price);
            }
            found = found.or(Some(price));
        }
        found
    }
}

/// Whether one of some words, with commas between them, is this one.
fn has(words: &str, word: &str) -> bool {
    words.split(',').any(|other| other == word)
}

impl Price {
    /// The amount as a number; a test sees that it is one.
    #[must_use]
    pub fn dollars(&self) -> Option<Decimal> {
        let amount: Option<Usd> = self.amount.parse().ok();
        amount.map(Quantity::decimal)
    }

    /// Whether it is known to hold on a day, or to hold still.
    #[must_use]
    pub fn holds(&self, day: Option<Date>) -> bool {
        let Some(day) = day else {
            return self.to.is_none();
        };
        let not_before = Date::read(self.from).is_some_and(|from| from <= day);
        let until = self.to.and_then(Date::read);
        not_before && until.is_none_or(|until| day < until)
    }

    /// The newest of its sources.
    #[must_use]
    pub fn newest(&self) -> Option<&'static Source> {
        let mut newest: Option<&Source> = None;
        for code in &self.sources {
            if let Some(source) = Catalogue::get().source(code)
                && newest.is_none_or(|newest| newest.date < source.date)
            {
                newest = Some(source);
            }
        }
        newest
    }
}

//! What stands in `prices/`, as it is read.
//!
//! What a reader would want to be told together (a missing date, an amount that is no number) is
//! read as it is and left to [`check`](mod@super::check); only what is no entry at all ends the reading
//! of its file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Words of which a field takes one.
macro_rules! words {
    ($(#[doc = $about:literal])* $name:ident { $($word:ident = $text:literal,)* }) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        pub enum $name {
            $(#[serde(rename = $text)] $word,)*
        }

        impl $name {
            /// As it is written.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$word => $text,)* }
            }
        }
    };
}

words! {
    /// What is paid for.
    Kind {
        Input = "input",
        Output = "output",
        CacheRead = "cache_read",
        CacheWrite5m = "cache_write_5m",
        CacheWrite1h = "cache_write_1h",
        BatchInput = "batch_input",
        BatchOutput = "batch_output",
        Training = "training",
        Storage = "storage",
        HourlyNone = "hourly_none",
        Hourly1mo = "hourly_1mo",
        Hourly6mo = "hourly_6mo",
        CustomInput = "custom_input",
        CustomOutput = "custom_output",
        CustomCacheRead = "custom_cache_read",
    }
}

words! {
    /// How a request reaches a region.
    Routing {
        InRegion = "in-region",
        Geographic = "geographic",
        Global = "global",
    }
}

words! {
    /// What an amount is for.
    Unit {
        Tokens = "1M tokens",
        Month = "model-month",
        Hour = "model-unit-hour",
    }
}

words! {
    /// How far to trust a price.
    Confidence {
        High = "high",
        Medium = "medium",
        Low = "low",
    }
}

words! {
    /// How a student is served.
    Serving {
        Provisioned = "provisioned_throughput",
        OnDemand = "custom_on_demand",
    }
}

impl Kind {
    /// What its amounts are for.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Storage => Unit::Month,
            Self::HourlyNone | Self::Hourly1mo | Self::Hourly6mo => Unit::Hour,
            _ => Unit::Tokens,
        }
    }
}

/// All of it.
#[derive(Debug, Default)]
pub struct Book {
    /// Where prices were published.
    pub sources: Vec<Source>,
    /// The models of each provider.
    pub providers: Vec<Provider>,
    /// What is distilled into what.
    pub pairs: Vec<Pair>,
    /// What could not be read.
    pub unread: Vec<String>,
}

/// Where prices were published.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What prices refer to it by.
    pub code: String,
    /// What it is.
    #[serde(default)]
    pub what: String,
    /// Where it is.
    #[serde(default)]
    pub address: String,
    /// Of when its data is: a day, a month or a year.
    #[serde(default)]
    pub date: String,
    /// When it was read.
    #[serde(default)]
    pub read: String,
}

/// A provider's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The file's name.
    #[serde(skip)]
    pub file: String,
    /// The provider's name.
    #[serde(rename = "provider")]
    pub name: String,
    /// Its models.
    #[serde(default, rename = "model")]
    pub models: Vec<Model>,
}

/// A model.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// What links and pairs call it.
    pub id: String,
    /// What AWS calls it.
    pub name: String,
    /// What price lists and bills call it.
    #[serde(default)]
    pub usage: Vec<String>,
    /// What it costs and has cost.
    #[serde(default)]
    pub prices: Vec<Price>,
}

/// A price.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// What is paid for.
    pub kind: Kind,
    /// How many dollars.
    pub amount: String,
    /// For how much.
    pub unit: Unit,
    /// Where.
    #[serde(default)]
    pub regions: Vec<String>,
    /// On which ways.
    #[serde(default)]
    pub routing: Vec<Routing>,
    /// Since when.
    #[serde(default)]
    pub from: String,
    /// The first day on which it holds no longer.
    pub to: Option<String>,
    /// Who says so.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How far to trust it.
    pub confidence: Confidence,
    /// Why it is true although it looks like a mistake.
    pub odd: Option<String>,
}

/// A teacher and a student.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The teacher's id.
    pub teacher: String,
    /// The student's.
    pub student: String,
    /// Where it is distilled.
    pub region: String,
    /// How the student can be served.
    #[serde(default)]
    pub serving: Vec<Serving>,
    /// How many prompts it takes.
    pub prompts: Prompts,
    /// How often training goes through the pairs, where that is documented.
    pub epochs: Option<Epochs>,
    /// Who says so.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// How many prompts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompts {
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
}

/// How many epochs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Epochs {
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
    /// Unless one says otherwise.
    pub default: u32,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    #[serde(default)]
    source: Vec<Source>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    #[serde(default)]
    pair: Vec<Pair>,
}

impl Book {
    /// Reads a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "toml")
            {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
                files.push((name.into_owned(), text));
            }
        }
        files.sort();
        Ok(Self::of(&files))
    }

    /// Takes the files by their names and texts.
    pub fn of(files: &[(String, String)]) -> Self {
        let mut book = Self::default();
        for (name, text) in files {
            match name.as_str() {
                "sources.toml" => book.sources = book.parse::<Sources>(name, text).source,
                "pairs.toml" => book.pairs = book.parse::<Pairs>(name, text).pair,
                _ => match toml::from_str::<Provider>(text) {
                    Ok(mut provider) => {
                        provider.file.clone_from(name);
                        book.providers.push(provider);
                    }
                    Err(error) => book.unread.push(format!("{name}: {error}")),
                },
            }
        }
        book
    }

    fn parse<T: DeserializeOwned + Default>(&mut self, name: &str, text: &str) -> T {
        toml::from_str(text).unwrap_or_else(|error| {
            self.unread.push(format!("{name}: {error}"));
            T::default()
        })
    }

    /// Every model.
    pub fn models(&self) -> impl Iterator<Item = &Model> {
        self.providers.iter().flat_map(|provider| &provider.models)
    }
}

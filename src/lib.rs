//! Should a workload on Amazon Bedrock be distilled from a large teacher model to a small student,
//! and from which volume on? Exactly, and in the browser.
//!
//! Text comes in at the form or the link and becomes a [`Scenario`](scenario::Scenario); the
//! economics turn it into a [`Report`](economics::Report); everything that anyone sees is a view of
//! that report.
//!
//! | room | what it is for | whom it may call |
//! |---|---|---|
//! | [`quantity`] | numbers with units, read and written | nobody |
//! | [`scenario`] | what is asked: the field registry, presets | `quantity` |
//! | [`catalogue`] | dated public prices, and the pairs that Bedrock distils | `scenario` |
//! | [`economics`] | scenario → report | `scenario` |
//! | [`link`] | scenario ⇄ link | `scenario` |
//! | [`wording`] | codes and numbers → sentences, rounding for display | `economics`, `catalogue` |
//! | [`tables`] | report → rows of text | `wording` |
//! | [`charts`] | figures → shapes in a plot, with the table of them | `tables` |
//! | [`export`] | report → JSON, its types, the table of fields; tables → texts to take along | `tables`, `link`, `catalogue` |
//! | [`sections`] | the parts below the first screen, each an answer and its tables | `tables` |
//! | [`still`] | tables, charts and wording → HTML without a browser | `sections`, `charts`, `export` |
//! | `page` | the live page | all of the above |
//! | `browser` | every call to the browser | `link`, `catalogue` |
//! | `api` | the JavaScript API, in a package of its own | `export`, `link` |
//!
//! The economics have a file for each part of the model:
//!
//! | part | files of `economics` |
//! |---|---|
//! | numbers that know what they were made from, and their receipts | `number`, `ledger`, `inputs`, `receipt` |
//! | a scenario with every range fixed, and the corners of the ranges | `case`, `cases` |
//! | what the months cost on either path | `path`, `capacity`, `commitment`, `credits` |
//! | where the paths cross, and when the money is back | `crossing`, `staircase`, `found`, `payback` |
//! | the other ways to a smaller bill, and whether the student is good enough | `levers`, `quality` |
//! | what would have to be true, and what matters most | `break_even`, `nearest`, `sensitivity`, `verdict` |
//! | what both paths cost at other volumes | `volumes` |
//! | every figure of a scenario | `report`, `figure` |
//!
//! All rooms but `page`, `browser` and `api` are the core. It builds without a web dependency
//! (`--no-default-features`), so that the compiler keeps the wall.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects,
        clippy::float_arithmetic
    )
)]

pub mod catalogue;
pub mod charts;
pub mod economics;
pub mod export;
pub mod link;
pub mod quantity;
pub mod scenario;
pub mod sections;
pub mod still;
pub mod tables;
pub mod wording;

#[cfg(feature = "api")]
pub mod api;
#[cfg(feature = "web")]
mod browser;
#[cfg(feature = "web")]
pub mod page;

#[cfg(all(target_arch = "wasm32", any(feature = "api", feature = "web")))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

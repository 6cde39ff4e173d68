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
//! | [`scenario`] | what is asked: the field registry | `quantity` |
//! | [`economics`] | scenario → report | `scenario` |
//! | [`link`] | scenario ⇄ link | `scenario` |
//! | [`wording`] | codes and numbers → sentences, rounding for display | `economics` |
//! | [`tables`] | report → rows of text | `wording` |
//! | [`still`] | tables and wording → HTML without a browser | `tables` |
//! | [`export`] | report → JSON, and its types | `wording`, `link` |
//! | `page` | the live page | all of the above |
//! | `browser` | every call to the browser | `link` |
//! | `api` | the JavaScript API, in a package of its own | `export`, `link` |
//!
//! The core is all but the last three. It builds without a web dependency
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

pub mod economics;
pub mod export;
pub mod link;
pub mod quantity;
pub mod scenario;
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

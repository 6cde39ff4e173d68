//! The shipped page in a real browser.
//!
//! Three things stand on the stage of every test:
//!
//! - a [`Site`] serves the built page from a port of its own and remembers every request; it can
//!   hold a file back, tamper with it or leave it out;
//! - a [`Browser`] is a headless Chromium or Firefox with a fresh profile;
//! - a [`Calculator`] is the page itself, spoken to as a reader would: fields by their visible
//!   label, figures by the row and column they stand in.
//!
//! A scenario is written once and named in [`scenarios!`], which makes one test of it per browser:
//! `chromium::reload_keeps_the_scenario` and `firefox::reload_keeps_the_scenario`. Nothing here
//! sleeps for a fixed time: whatever takes a while is waited for with [`until`], which fails at
//! its deadline and says what it saw last.
//!
//! The environment says where things are; `cargo xtask test` sets it:
//!
//! | variable | holds |
//! |---|---|
//! | `CROSSOVER_DIST` | the release build of the page, a folder |
//! | `CHROMIUM`, `CHROMEDRIVER` | the programs for the `chromium` tests |
//! | `FIREFOX`, `GECKODRIVER` | the programs for the `firefox` tests |
//! | `AXE` | `axe.min.js` of axe-core |
//! | `CROSSOVER_SCREENSHOTS` | optional: a folder for a picture of each page that failed |

mod axe;
mod browser;
mod calculator;
mod driver;
mod figure;
mod keyboard;
pub mod labels;
pub mod measure;
mod site;
mod until;

use std::path::PathBuf;

pub use anyhow::{Context, bail, ensure};
pub use axe::Scheme;
pub use browser::{Browser, Settings};
pub use calculator::Calculator;
pub use figure::stands_in;
pub use keyboard::{Stop, Walk};
pub use site::{Host, Request, Site};
pub use until::until;

/// What a scenario or a step of it comes to.
pub type Outcome<T = ()> = anyhow::Result<T>;

/// The two browsers in which the page is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
}

/// The file or folder that the environment variable `name` points to.
///
/// # Errors
///
/// A sentence that says which variable is missing or points to nothing, and what it is for.
pub fn from_environment(name: &str, purpose: &str) -> Outcome<PathBuf> {
    let value = std::env::var_os(name).with_context(|| {
        format!("{name} is not set: it says where {purpose} is. `cargo xtask test` sets it.")
    })?;
    let path = PathBuf::from(value);
    ensure!(
        path.exists(),
        "{name} says that {purpose} is at {}, but nothing is there.",
        path.display()
    );
    Ok(path)
}

/// Makes tests of scenarios, one per browser, in the modules `chromium` and `firefox`.
///
/// A scenario is an `async fn(Engine) -> Outcome`. Those under `everywhere` run in both browsers,
/// those under `chromium` need what only Chromium can do: slow its processor down, report its
/// console, pretend to be 320 pixels wide.
#[macro_export]
macro_rules! scenarios {
    (everywhere: $($both:ident),* $(,)?) => {
        $crate::scenarios! { everywhere: $($both),*; chromium: }
    };
    (everywhere: $($both:ident),*; chromium: $($only:ident),* $(,)?) => {
        mod chromium {
            $($crate::scenarios! { @test $both Chromium })*
            $($crate::scenarios! { @test $only Chromium })*
        }
        mod firefox {
            $($crate::scenarios! { @test $both Firefox })*
        }
    };
    (@test $scenario:ident $engine:ident) => {
        // The worker serves the page and closes the browser while the scenario's own thread drops it.
        #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
        async fn $scenario() -> $crate::Outcome {
            super::$scenario($crate::Engine::$engine).await
        }
    };
}

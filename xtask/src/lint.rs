//! `lint`: formatting, clippy and documentation, each for every part and the target it is for; and
//! the catalogue of prices.

use anyhow::Result;

use crate::process::{cargo, step};
use crate::{prices, setup};

/// The checks: what each is called, and its cargo command.
const CHECKS: [(&str, &str); 8] = [
    ("formatting", "fmt --all --check"),
    (
        "the core's lints",
        "clippy -p crossover --no-default-features --all-targets -- -D warnings",
    ),
    (
        "the page's lints",
        "clippy -p crossover --target wasm32-unknown-unknown --features web -- -D warnings",
    ),
    (
        "the JavaScript API's lints",
        "clippy -p crossover --target wasm32-unknown-unknown --no-default-features --features api -- -D warnings",
    ),
    (
        "the lints of tasks and browser tests",
        "clippy -p xtask -p browser -p fraction --all-targets -- -D warnings",
    ),
    (
        "the page's documentation",
        "doc --no-deps -p crossover --target wasm32-unknown-unknown --features web",
    ),
    (
        "the JavaScript API's documentation",
        "doc --no-deps -p crossover --target wasm32-unknown-unknown --no-default-features --features api",
    ),
    (
        "the documentation of tasks and browser tests",
        "doc --no-deps -p xtask -p browser -p fraction",
    ),
];

/// Runs every check and stops at the first that finds something.
pub fn lint() -> Result<()> {
    prices::check()?;
    setup::lint_components()?;
    setup::wasm_target()?;
    for (name, arguments) in CHECKS {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let mut command = cargo(&arguments);
        command.env("RUSTDOCFLAGS", "-D warnings");
        step(name, &mut command)?;
    }
    Ok(())
}

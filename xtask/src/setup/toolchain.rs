//! What rustup has to have: the wasm target for the page, rustfmt and clippy for the lints.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{answer, on_path, run};
use crate::say;

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target when it is missing.
pub fn wasm_target() -> Result<()> {
    let library = answer("rustc", &["--print", "target-libdir", "--target", WASM])
        .context("the Rust compiler is missing; install it with rustup (https://rustup.rs)")?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    say::step(&format!(
        "{WASM}: adding the target that the page is compiled for"
    ));
    rustup(&["target", "add", WASM])
}

/// Adds rustfmt and clippy when they are missing.
pub fn lint_components() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if answer("cargo", &[subcommand, "--version"]).is_none() {
            say::step(&format!("{component}: adding it to the Rust toolchain"));
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let command = format!("rustup {}", arguments.join(" "));
    if on_path("rustup").is_none() {
        bail!(
            "`{command}` is needed, but rustup is missing; install Rust with rustup \
             (https://rustup.rs), or add it by the way your Rust was installed"
        );
    }
    run(
        Command::new("rustup").args(arguments),
        &format!("`{command}`"),
    )
    .context("the Rust toolchain lacks a part; check the network and try again")
}

//! `build`: the release site in `dist/`, for any static host and under any path of it.

use std::fs;

use anyhow::{Context, Result};

use crate::process::run;
use crate::setup::{self, PageTools};
use crate::{dist, project, say, size, trunk};

/// Sets up, builds and reports the sizes.
pub fn task() -> Result<()> {
    build(&setup::to_build()?)?;
    size::print(&size::measure(&project::dist())?);
    Ok(())
}

/// Builds the release site and checks it. Trunk writes the [`still`] first, by its hook.
pub fn build(tools: &PageTools) -> Result<()> {
    say::timed("dist/", "building the release site", || {
        let mut command = trunk::command(tools, "build")?;
        command.arg("--release=true");
        match &tools.wasm_opt {
            Some(_) => run(command.arg("--offline=true"), "the release build"),
            None => run(&mut command, "the release build").context(
                "wasm-opt 132 was not at hand; if the lines above miss it, install Node.js with \
                 npm, or put that wasm-opt on PATH",
            ),
        }
    })?;
    dist::check(&project::dist())
}

/// Writes the page's static first paint, which `index.html` takes in.
pub fn still() -> Result<()> {
    let still = project::still();
    let text =
        crossover::still::first_paint().context("the worked example is beyond the limits")?;
    let advice = || format!("the still cannot be written to {}", still.display());
    if let Some(folder) = still.parent() {
        fs::create_dir_all(folder).with_context(advice)?;
    }
    fs::write(&still, text).with_context(advice)
}

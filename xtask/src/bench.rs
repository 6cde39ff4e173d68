//! `bench`: how heavy the site is, and how quick the page is on a slow machine.

use anyhow::{Result, ensure};

use crate::process::{cargo, step};
use crate::{build, project, setup, size};

/// Builds the release, prints its sizes, then the times of a keystroke.
pub fn bench() -> Result<()> {
    let tools = setup::to_build()?;
    let chromium = setup::to_measure()?;
    build::build(&tools)?;
    let sizes = size::measure(&project::dist())?;
    size::print(&sizes);

    let mut measure = cargo(&["run", "-p", "browser", "--bin", "measure"]);
    measure
        .env("CROSSOVER_DIST", project::dist())
        .env("CHROMIUM", chromium.program)
        .env("CHROMEDRIVER", chromium.driver);
    step("the measurement", &mut measure)?;
    ensure!(
        size::travelling(&sizes) <= size::BUDGET,
        "the site is over its budget of bytes"
    );
    Ok(())
}

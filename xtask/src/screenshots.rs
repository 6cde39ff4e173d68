//! `screenshots`: pictures of the page's first screen, for the README.

use std::fs;

use anyhow::{Context, Result};

use crate::process::step;
use crate::{build, project, setup};

/// Builds the release page and writes the pictures in `docs/screenshots/` anew.
pub fn screenshots() -> Result<()> {
    let tools = setup::to_build()?;
    let chromium = setup::to_measure()?;
    build::build(&tools)?;
    let folder = project::screenshots();
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    step(
        "docs/screenshots/",
        chromium.run("screenshots").arg("--").arg(folder),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_shows_pictures_that_are_there_and_all_of_them() -> Result<()> {
        let readme = fs::read_to_string(project::root().join("README.md"))?;
        let shown = |name: &str| readme.contains(&format!("docs/screenshots/{name}"));
        let mut missing = Vec::new();
        for width in [360, 768, 1280] {
            for scheme in ["light", "dark"] {
                let name = format!("{width}-{scheme}.png");
                if !shown(&name) || !project::screenshots().join(&name).is_file() {
                    missing.push(name);
                }
            }
        }
        assert_eq!(missing, [""; 0]);
        Ok(())
    }
}

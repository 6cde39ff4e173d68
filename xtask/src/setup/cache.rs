//! The tool cache: one folder for each tool and version, shared by all clones of the project.
//!
//! It is `$CROSSOVER_TOOLS`, or the user's cache folder. A tool is installed beside its folder and
//! moved there when it is complete, so that an installation that was broken off leaves no half tool.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};

/// The folder that holds the tools.
pub struct Cache(PathBuf);

impl Cache {
    /// Opens the cache, making it if need be.
    pub fn open() -> Result<Self> {
        let folder = match env::var_os("CROSSOVER_TOOLS") {
            Some(folder) if !folder.is_empty() => PathBuf::from(folder),
            _ => env::home_dir()
                .context("no home folder for the tools; set CROSSOVER_TOOLS to a folder of yours")?
                .join(if cfg!(target_os = "macos") {
                    "Library/Caches"
                } else {
                    ".cache"
                })
                .join("crossover-tools"),
        };
        Self::at(&folder)
    }

    fn at(folder: &Path) -> Result<Self> {
        let advice = || {
            let folder = folder.display();
            format!(
                "the tools cannot be kept in {folder}; set CROSSOVER_TOOLS to a folder of yours"
            )
        };
        fs::create_dir_all(folder).with_context(advice)?;
        Ok(Self(folder.canonicalize().with_context(advice)?))
    }

    /// The folder of a tool, there or not.
    pub fn folder(&self, tool: &str, version: &str) -> PathBuf {
        self.0.join(format!("{tool}-{version}"))
    }

    /// Installs a tool: `install` fills an empty folder, which then takes its place.
    pub fn install(
        &self,
        tool: &str,
        version: &str,
        install: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<()> {
        let place = self.folder(tool, version);
        let partial = self.folder(tool, &format!("{version}.partial-{}", process::id()));
        fs::create_dir_all(&partial)
            .with_context(|| format!("{} cannot be written", partial.display()))?;
        let result = install(&partial).and_then(|()| {
            if place.exists() {
                fs::remove_dir_all(&place)?;
            }
            fs::rename(&partial, &place)
                .with_context(|| format!("{} cannot be written", place.display()))
        });
        if result.is_err() {
            // The tool is missing either way; a folder that stays behind is in nobody's way.
            let _ = fs::remove_dir_all(&partial);
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    fn cache(name: &str) -> Result<Cache> {
        let folder = env::temp_dir().join(format!("crossover-tools-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        Cache::at(&folder)
    }

    #[test]
    fn a_tool_takes_the_place_of_a_half_finished_one() -> Result<()> {
        let cache = cache("half")?;
        let place = cache.folder("tool", "1.0");
        fs::create_dir_all(place.join("left-over"))?;
        cache.install("tool", "1.0", |folder| {
            Ok(fs::write(folder.join("tool"), "whole")?)
        })?;
        assert_eq!(fs::read_to_string(place.join("tool"))?, "whole");
        assert!(!place.join("left-over").exists());
        Ok(fs::remove_dir_all(cache.0)?)
    }

    #[test]
    fn a_failed_installation_leaves_nothing() -> Result<()> {
        let cache = cache("failed")?;
        let result = cache.install("tool", "1.0", |folder| {
            fs::write(folder.join("tool"), "half")?;
            bail!("no space")
        });
        assert!(result.is_err());
        assert_eq!(fs::read_dir(&cache.0)?.count(), 0);
        Ok(fs::remove_dir_all(cache.0)?)
    }
}

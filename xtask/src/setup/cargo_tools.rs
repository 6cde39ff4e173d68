//! Tools that come as crates: Trunk, wasm-bindgen's command-line tool, geckodriver, mdBook,
//! cargo-mutants.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::cache::Cache;
use super::version;
use crate::process::{answer, on_path, run};
use crate::{project, say};

/// A tool that is installed from its crate, in one very version.
pub struct CargoTool {
    package: &'static str,
    binary: &'static str,
    version: String,
    flags: &'static [&'static str],
    purpose: &'static str,
    takes: &'static str,
}

/// Trunk, which builds the page and serves it. Version 0.22 needs a newer compiler than ours.
pub fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        binary: "trunk",
        version: "0.21.14".to_owned(),
        flags: &["--locked", "--no-default-features", "--features", "rustls"],
        purpose: "builds the page",
        takes: "5 to 12 minutes",
    }
}

/// The tool that writes the glue between the page and its wasm: of the very version of the
/// `wasm-bindgen` crate in the lock. Not `--locked`: the lock it ships cannot always be had.
pub fn wasm_bindgen() -> Result<CargoTool> {
    let lock = fs::read_to_string(project::lock()).context("Cargo.lock cannot be read")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: version::locked(&lock, "wasm-bindgen")?.to_owned(),
        flags: &[],
        purpose: "joins the page's WebAssembly to JavaScript",
        takes: "2 to 4 minutes",
    })
}

/// Firefox's driver.
pub fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        binary: "geckodriver",
        version: "0.37.1".to_owned(),
        flags: &["--locked"],
        purpose: "drives Firefox in the tests",
        takes: "2 to 5 minutes",
    }
}

/// What makes the guide. Without its server, which is most of it to compile: the guide is read in the
/// site.
pub fn mdbook() -> CargoTool {
    CargoTool {
        package: "mdbook",
        binary: "mdbook",
        version: "0.5.4".to_owned(),
        flags: &["--locked", "--no-default-features", "--features", "search"],
        purpose: "makes the guide",
        takes: "1 to 4 minutes",
    }
}

/// What plants faults in the core.
pub fn mutants() -> CargoTool {
    CargoTool {
        package: "cargo-mutants",
        binary: "cargo-mutants",
        version: "27.1.0".to_owned(),
        flags: &["--locked"],
        purpose: "plants faults in the core, for the tests to notice",
        takes: "2 to 5 minutes",
    }
}

impl CargoTool {
    /// The tool's program: the cached one, else the one on `PATH`, else a new one in the cache.
    pub fn ensure(&self, cache: &Cache) -> Result<PathBuf> {
        let cached = cache
            .folder(self.package, &self.version)
            .join("bin")
            .join(self.binary);
        let found = [Some(cached.clone()), on_path(self.binary)]
            .into_iter()
            .flatten();
        if let Some(program) = found.into_iter().find(|program| self.is(program)) {
            return Ok(program);
        }
        let Self {
            package,
            version,
            purpose,
            takes,
            ..
        } = self;
        let remark = format!("installing, as it {purpose} ({takes}, once)");
        say::timed(&format!("{package} {version}"), &remark, || {
            cache.install(package, version, |folder| self.install(folder))?;
            ensure!(self.is(&cached), "it was installed but does not run");
            Ok(cached)
        })
        .with_context(|| {
            format!(
                "{package} {version} is missing and could not be installed; check the network \
                 and try again, or put that version on PATH"
            )
        })
    }

    fn is(&self, program: &Path) -> bool {
        // What extends cargo is asked by its subcommand.
        let subcommand = self.binary.strip_prefix("cargo-");
        let question: Vec<_> = subcommand.into_iter().chain(["--version"]).collect();
        answer(program, &question)
            .is_some_and(|answer| version::stated(&answer) == Some(&self.version))
    }

    /// Fetches a ready-made program where `cargo binstall` is at hand, else compiles it.
    fn install(&self, folder: &Path) -> Result<()> {
        if answer("cargo", &["binstall", "-V"]).is_some() {
            let mut command = Command::new("cargo");
            command
                .args([
                    "binstall",
                    "--no-confirm",
                    "--disable-strategies",
                    "compile",
                    "--root",
                ])
                .arg(folder)
                .arg(format!("{}@{}", self.package, self.version));
            let Err(error) = run(&mut command, "cargo binstall") else {
                return Ok(());
            };
            say::missing(&format!("{error:#}; compiling {} instead", self.package));
        }
        let mut command = Command::new("cargo");
        command
            .args(["install", self.package, "--version", &self.version])
            .args(self.flags)
            .arg("--root")
            .arg(folder)
            // The project's own settings for cargo are not meant for its tools.
            .current_dir(folder);
        run(&mut command, "cargo install")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_is_the_version_its_configuration_asks_for() -> Result<()> {
        let configuration = fs::read_to_string(project::root().join("Trunk.toml"))?;
        assert!(configuration.contains(&format!("trunk-version = \"={}\"", trunk().version)));
        Ok(())
    }

    #[test]
    fn wasm_bindgen_is_the_version_of_the_lock() -> Result<()> {
        let lock = fs::read_to_string(project::lock())?;
        let entry = format!(
            "name = \"wasm-bindgen\"\nversion = \"{}\"",
            wasm_bindgen()?.version
        );
        assert!(lock.contains(&entry));
        Ok(())
    }

    #[test]
    fn only_the_exact_version_is_taken() {
        let tool = |version: &str| CargoTool {
            version: version.to_owned(),
            ..trunk()
        };
        let cargo = answer("cargo", &["--version"]).unwrap_or_default();
        let version = version::stated(&cargo).unwrap_or_default();
        assert!(tool(version).is(Path::new("cargo")));
        assert!(!tool("0.0.1").is(Path::new("cargo")));
        assert!(!tool(version).is(Path::new("no-such-program-anywhere")));
    }
}

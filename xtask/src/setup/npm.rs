//! Tools that come from npm: wasm-opt and esbuild, which make the release small, axe, which checks that
//! the page can be used by everybody, and TypeScript, which checks the types of the JavaScript API.
//! Only releases and the tests need them, `serve` does not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::cache::Cache;
use super::packages::Packages;
use super::version;
use crate::process::{answer, on_path, run};
use crate::say;

/// Binaryen's release, which `Trunk.toml` asks for too. Older ones write a page that fails to start.
const BINARYEN: &str = "132";
/// esbuild's release.
pub const ESBUILD: &str = "0.28.2";
const AXE: &str = "4.14.1";
/// The last one that is JavaScript alone, and so runs wherever Node.js does.
const TYPESCRIPT: &str = "5.9.3";

/// Node.js with TypeScript.
pub struct Node {
    /// Node's program.
    pub program: PathBuf,
    /// The script of TypeScript's compiler.
    pub tsc: PathBuf,
}

const NPM: Packages = Packages {
    name: "npm",
    debian: &["npm"],
    ubuntu: true,
    brew: &["node"],
};

/// wasm-opt of the right release.
pub fn wasm_opt(cache: &Cache) -> Result<PathBuf> {
    let version = format!("{BINARYEN}.0.0");
    program(cache, "wasm-opt", BINARYEN, ["binaryen", &version])
}

/// esbuild of the right release.
pub fn esbuild(cache: &Cache) -> Result<PathBuf> {
    program(cache, "esbuild", ESBUILD, ["esbuild", ESBUILD])
}

/// A program that says to be this release: the cached one, else that on `PATH`, else from a package.
fn program(
    cache: &Cache,
    name: &str,
    release: &str,
    [package, version]: [&str; 2],
) -> Result<PathBuf> {
    let is_right = |program: &PathBuf| {
        answer(program, &["--version"])
            .is_some_and(|answer| version::stated(&answer) == Some(release))
    };
    let cached = cache
        .folder(package, version)
        .join("node_modules/.bin")
        .join(name);
    let found = [Some(cached.clone()), on_path(name)];
    if let Some(program) = found.into_iter().flatten().find(is_right) {
        return Ok(program);
    }
    install(cache, package, version)?;
    ensure!(
        is_right(&cached),
        "{name} was installed but does not run; is Node.js too old?"
    );
    Ok(cached)
}

/// axe's script. npm is installed for it where the system can.
pub fn axe(cache: &Cache) -> Result<PathBuf> {
    let script = cache
        .folder("axe-core", AXE)
        .join("node_modules/axe-core/axe.min.js");
    if !is_axe(&script) {
        if on_path("npm").is_none() {
            NPM.install()
                .context("axe-core comes from npm, which is missing; install Node.js")?;
        }
        install(cache, "axe-core", AXE)?;
        ensure!(
            is_axe(&script),
            "axe-core {AXE} was installed but holds no such script"
        );
    }
    Ok(script)
}

/// Node.js, which the tests of the JavaScript API need, and TypeScript's compiler, a script for it.
pub fn node(cache: &Cache) -> Result<Node> {
    let missing = "Node.js is missing, in which the package is tested; install it";
    if on_path("node").is_none() {
        NPM.install().context(missing)?;
    }
    let program = on_path("node").context(missing)?;
    let tsc = cache
        .folder("typescript", TYPESCRIPT)
        .join("node_modules/typescript/lib/tsc.js");
    let is_tsc = || {
        let question = [tsc.as_os_str(), "--version".as_ref()];
        answer(&program, &question)
            .is_some_and(|answer| version::stated(&answer) == Some(TYPESCRIPT))
    };
    if !is_tsc() {
        install(cache, "typescript", TYPESCRIPT)?;
        ensure!(
            is_tsc(),
            "TypeScript {TYPESCRIPT} was installed but does not run; is Node.js too old?"
        );
    }
    Ok(Node { program, tsc })
}

fn install(cache: &Cache, package: &str, version: &str) -> Result<()> {
    ensure!(
        on_path("npm").is_some(),
        "npm is missing; install Node.js, which brings it"
    );
    say::timed(
        &format!("{package} {version}"),
        "installing with npm (seconds, once)",
        || {
            cache.install(package, version, |folder| {
                let mut command = Command::new("npm");
                command
                    .args([
                        "install",
                        "--no-save",
                        "--no-audit",
                        "--no-fund",
                        "--loglevel",
                        "error",
                    ])
                    .arg("--prefix")
                    .arg(folder)
                    .arg(format!("{package}@{version}"))
                    .current_dir(folder);
                run(&mut command, &format!("npm install {package}@{version}"))
            })
        },
    )
}

fn is_axe(script: &Path) -> bool {
    fs::read_to_string(script).is_ok_and(|text| text.starts_with(&format!("/*! axe v{AXE}\n")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn wasm_opt_is_the_release_that_trunk_asks_for() -> Result<()> {
        let configuration = fs::read_to_string(project::root().join("Trunk.toml"))?;
        assert!(configuration.contains(&format!("wasm_opt = \"version_{BINARYEN}\"")));
        Ok(())
    }
}

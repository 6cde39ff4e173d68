//! Browsers and their drivers, for the tests: Chromium with chromedriver, Firefox with geckodriver.
//!
//! What is there is used, first what `CHROMIUM`, `CHROMEDRIVER` and `FIREFOX` name, then what
//! is on `PATH`; what is missing is installed where the system has a package for it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::cache::Cache;
use super::packages::Packages;
use super::{cargo_tools, version};
use crate::process::{answer, cargo, on_path};
use crate::project;

/// A browser and the driver that fits it.
#[derive(Clone, Debug, PartialEq)]
pub struct Browser {
    /// The browser's program.
    pub program: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
}

impl Browser {
    /// The command that runs a program of `tests/browser` in this Chromium, on the release site.
    pub fn run(&self, binary: &str) -> Command {
        let mut command = cargo(&["run", "--quiet", "-p", "browser", "--bin", binary]);
        command
            .env("CROSSOVER_DIST", project::dist())
            .env("CHROMIUM", &self.program)
            .env("CHROMEDRIVER", &self.driver);
        command
    }
}

const CHROMIUM: Packages = Packages {
    name: "Chromium and chromedriver",
    debian: &["chromium", "chromium-driver"],
    ubuntu: false,
    brew: &["--cask", "google-chrome", "chromedriver"],
};

const FIREFOX: Packages = Packages {
    name: "Firefox",
    debian: &["firefox-esr"],
    ubuntu: false,
    brew: &["--cask", "firefox"],
};

/// Chromium or Chrome, with a chromedriver of the same major version.
pub fn chromium() -> Result<Browser> {
    if let Some(browser) = find_chromium() {
        return Ok(browser);
    }
    let installed = CHROMIUM.install();
    installed.and_then(|()| find_chromium().context("their versions differ")).context(
        "Chromium with a chromedriver of the same major version is not to be had here; put both on \
         PATH, or name them in CHROMIUM and CHROMEDRIVER",
    )
}

/// Firefox, with geckodriver.
pub fn firefox(cache: &Cache) -> Result<Browser> {
    let program = match find_firefox() {
        Some(program) => program,
        None => FIREFOX
            .install()
            .and_then(|()| find_firefox().context("it was installed but does not run"))
            .context("Firefox is not to be had here; put it on PATH, or name it in FIREFOX")?,
    };
    let driver = cargo_tools::geckodriver().ensure(cache)?;
    Ok(Browser { program, driver })
}

fn find_chromium() -> Option<Browser> {
    let browsers = programs(
        "CHROMIUM",
        &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ],
        &[
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ],
    );
    let drivers = programs("CHROMEDRIVER", &["chromedriver"], &[]);
    matching(&browsers, &drivers)
}

fn find_firefox() -> Option<PathBuf> {
    let application = "/Applications/Firefox.app/Contents/MacOS/firefox";
    let found = programs("FIREFOX", &["firefox-esr", "firefox"], &[application]);
    found.into_iter().next().map(|(program, _)| program)
}

/// The programs that run, with their major versions: the one a variable names, then those on
/// `PATH`, then those that an application folder holds.
fn programs(variable: &str, names: &[&str], applications: &[&str]) -> Vec<(PathBuf, u32)> {
    env::var_os(variable)
        .and_then(|program| Path::new(&program).canonicalize().ok())
        .into_iter()
        .chain(names.iter().filter_map(|name| on_path(name)))
        .chain(applications.iter().map(PathBuf::from))
        .filter_map(|program| {
            let major = version::major(&answer(&program, &["--version"])?)?;
            Some((program, major))
        })
        .collect()
}

/// The first browser for which there is a driver of the same major version.
fn matching(browsers: &[(PathBuf, u32)], drivers: &[(PathBuf, u32)]) -> Option<Browser> {
    browsers.iter().find_map(|(program, browser)| {
        let (driver, _) = drivers.iter().find(|(_, driver)| driver == browser)?;
        Some(Browser {
            program: program.clone(),
            driver: driver.clone(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_goes_with_a_browser_of_its_major_version() {
        let browsers = [("chromium".into(), 155), ("google-chrome".into(), 156)];
        let chrome = Browser {
            program: "google-chrome".into(),
            driver: "chromedriver".into(),
        };
        assert_eq!(
            matching(&browsers, &[("chromedriver".into(), 156)]),
            Some(chrome)
        );
        assert_eq!(matching(&browsers, &[("chromedriver".into(), 157)]), None);
        assert_eq!(matching(&browsers, &[]), None);
    }
}

//! Packages of the system, for what cannot be had otherwise: browsers, and npm for the tests.
//!
//! Debian and its kin have `apt-get`, macOS has Homebrew; elsewhere the person installs them.

use std::fs;
use std::io::{IsTerminal, stdin};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use crate::process::{on_path, run};
use crate::say;

/// The packages that bring one thing.
pub struct Packages {
    /// What they bring, as people call it.
    pub name: &'static str,
    /// The names for `apt-get`.
    pub debian: &'static [&'static str],
    /// Whether Ubuntu has them too; its browsers are snaps, which drivers cannot start.
    pub ubuntu: bool,
    /// The arguments for `brew install`.
    pub brew: &'static [&'static str],
}

impl Packages {
    /// Installs the packages.
    pub fn install(&self) -> Result<()> {
        if on_path("apt-get").is_some() && (self.ubuntu || !is_ubuntu()) {
            self.announce("apt-get");
            self.apt()
        } else if cfg!(target_os = "macos") && on_path("brew").is_some() {
            self.announce("Homebrew");
            run(
                Command::new("brew").arg("install").args(self.brew),
                "brew install",
            )
        } else {
            bail!(
                "this system has no package manager from which {} could come",
                self.name
            )
        }
    }

    fn announce(&self, manager: &str) {
        say::step(&format!(
            "{}: installing with {manager} (a few minutes, once)",
            self.name
        ));
    }

    fn apt(&self) -> Result<()> {
        static UPDATED: OnceLock<()> = OnceLock::new();
        if UPDATED.set(()).is_ok() {
            // A stale list may still do, and a failed one shows in the installation.
            if let Err(error) = run(apt_get()?.arg("update"), "apt-get update") {
                say::missing(&format!("{error:#}"));
            }
        }
        run(
            apt_get()?
                .args(["install", "--yes", "--no-install-recommends"])
                .args(self.debian),
            &format!("apt-get install {}", self.debian.join(" ")),
        )
    }
}

/// `apt-get` with the rights it needs, never asking a question; `sudo` may ask for a password, but
/// only where somebody can type it.
fn apt_get() -> Result<Command> {
    let mut command = if is_root() {
        Command::new("env")
    } else {
        on_path("sudo").context("packages can be installed by root only, and sudo is missing")?;
        let mut sudo = Command::new("sudo");
        sudo.args((!stdin().is_terminal()).then_some("--non-interactive"))
            .arg("env");
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
    Ok(command)
}

/// Whether the task runs as root.
#[cfg(unix)]
pub fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

/// Whether the task runs as root.
#[cfg(not(unix))]
pub fn is_root() -> bool {
    false
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| names_ubuntu(&release))
}

fn names_ubuntu(release: &str) -> bool {
    release.lines().any(|line| line == "ID=ubuntu")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ubuntu_is_told_from_its_kin() {
        assert!(names_ubuntu("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(!names_ubuntu(
            "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"
        ));
        assert!(!names_ubuntu("ID=debian\nVERSION_ID=\"12\"\n"));
    }
}

//! Trunk as the project runs it: with the tools of [`setup`](crate::setup), and no surprises from
//! the surroundings.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project;
use crate::setup::PageTools;

/// A Trunk command at the project's root.
pub fn command(tools: &PageTools, task: &str) -> Result<Command> {
    let mut command = Command::new(&tools.trunk);
    command
        .arg(task)
        // The build's beginning and end, warnings and downloads; not each hook and address.
        .args([
            "--log",
            "error,trunk=warn,trunk::build=info,trunk::tools=info",
        ])
        .env("PATH", path_with(tools)?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // A failed build is explained by the compiler, not by where in Trunk it was noticed.
        .env("RUST_BACKTRACE", "0")
        .current_dir(project::root());
    // Trunk stops at a NO_COLOR that is neither true nor false, such as the usual 1.
    if let Some(no_color) = env::var_os("NO_COLOR") {
        command.env(
            "NO_COLOR",
            if no_color.is_empty() { "false" } else { "true" },
        );
    }
    Ok(command)
}

/// `PATH` with the folders of the cached tools before it.
fn path_with(tools: &PageTools) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let programs = [Some(&tools.wasm_bindgen), tools.wasm_opt.as_ref()];
    let folders = extended(
        programs.into_iter().flatten(),
        env::split_paths(&path).collect(),
    );
    env::join_paths(folders).context("the tools' folder has a character that PATH cannot hold")
}

/// The folders of the programs before those of a path. A folder that the path has keeps its place:
/// moved to the front it would show other programs than it did.
fn extended<'a>(programs: impl Iterator<Item = &'a PathBuf>, path: Vec<PathBuf>) -> Vec<PathBuf> {
    let new = programs
        .filter_map(|program| program.parent())
        .map(Path::to_owned);
    let mut folders: Vec<PathBuf> = new.filter(|folder| !path.contains(folder)).collect();
    folders.extend(path);
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cached_tools_go_first_and_others_stay() {
        let programs = ["/cache/a/bin/a".into(), "/usr/bin/b".into()];
        let path = vec!["/usr/local/bin".into(), "/usr/bin".into()];
        let expected: Vec<PathBuf> = ["/cache/a/bin", "/usr/local/bin", "/usr/bin"]
            .map(PathBuf::from)
            .into();
        assert_eq!(extended(programs.iter(), path), expected);
    }
}

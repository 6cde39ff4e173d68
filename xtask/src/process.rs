//! Other programs: finding them, asking them something, running them to their end.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::{project, say};

/// A cargo command at the project's root.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(project::root());
    command
}

/// Runs a command to its end; what it prints is seen.
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command
        .status()
        .with_context(|| cannot_start(command, what))?;
    ensure!(
        status.success(),
        "{what} failed ({status}); the lines above say why"
    );
    Ok(())
}

/// Runs a cargo command as a step of a task: told before, with the command, and timed after.
pub fn step(name: &str, command: &mut Command) -> Result<()> {
    let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
    let line = format!("cargo {}", arguments.join(" "));
    say::timed(name, &line, || run(command, name))
}

/// Runs a command to its end and returns what it printed; its complaints are seen.
pub fn output(command: &mut Command, what: &str) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command, what))?;
    ensure!(
        output.status.success(),
        "{what} failed ({}); the lines above say why",
        output.status
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program answers to a question such as `--version`, if it can be run at all.
pub fn answer(program: impl AsRef<OsStr>, question: &[impl AsRef<OsStr>]) -> Option<String> {
    let output = Command::new(program)
        .args(question)
        .current_dir(project::root())
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

/// The first program of this name on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|program| is_program(program))
}

/// Whether this is a file that may be run.
#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

/// Whether this is a file that may be run.
#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| file.is_file())
}

fn cannot_start(command: &Command, what: &str) -> String {
    format!(
        "{what}: {} could not be started",
        command.get_program().display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_on_the_path_is_found_and_an_unknown_one_is_not() {
        assert!(on_path("cargo").is_some_and(|cargo| cargo.is_absolute()));
        assert_eq!(on_path("no-such-program-anywhere"), None);
    }

    #[test]
    fn a_program_answers_only_when_it_succeeds() {
        assert!(answer("cargo", &["--version"]).is_some_and(|text| text.starts_with("cargo ")));
        assert_eq!(answer("cargo", &["no-such-subcommand"]), None);
        assert_eq!(answer("no-such-program-anywhere", &[""; 0]), None);
    }

    #[test]
    fn a_failed_run_says_what_failed() {
        let error = run(
            cargo(&["--no-such-flag"]).stderr(Stdio::null()),
            "the trial",
        );
        assert!(error.is_err_and(|error| error.to_string().starts_with("the trial failed")));
    }
}

//! `test`: everything, from the core's arithmetic to the package in Node and the release page in real
//! browsers.
//!
//! Where a browser is not to be had, its tests (those with its name in theirs) are left out, and
//! named at the end. Under continuous integration, which sets `CI`, that is a failure.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{cargo, output, run, step};
use crate::setup::{self, Browser, Node, TestTools};
use crate::{build, package, project, say, source};

/// Something that could not be had, and the tests that need it.
struct Missing {
    /// The word that the names of those tests have.
    word: &'static str,
    reason: String,
}

/// Runs every test.
pub fn test() -> Result<()> {
    // First what the tests need: npm may come with it, and bring wasm-opt for the page.
    let test_tools = setup::to_test()?;
    let page_tools = setup::to_build()?;
    let package_tools = setup::to_package()?;
    let node = setup::to_test_package()?;
    core_tests()?;
    step("the tasks' tests", &mut cargo(&["test", "-p", "xtask"]))?;
    // The page first: building it empties `dist/`.
    build::build(&page_tools)?;
    package::build(&package_tools)?;
    package_tests(&node)?;

    let (mut tests, missing) = browser_tests(test_tools);
    let mut not_run = Vec::new();
    if !missing.is_empty() {
        not_run = left_out(&missing)?;
        tests.arg("--");
        tests.args(missing.iter().flat_map(|missing| ["--skip", missing.word]));
    }
    step("the page's tests", &mut tests)?;
    summarize(&missing, &not_run)
}

/// Tests the core, with random inputs by a seed that comes of its source: whoever tests the same source
/// tries the same inputs, and gets the same answer.
fn core_tests() -> Result<()> {
    let seed = source::fingerprint(&["economics", "link", "quantity", "scenario"])?.to_string();
    let mut command = cargo(&[
        "test",
        "-p",
        "crossover",
        "-p",
        "fraction",
        "--no-default-features",
    ]);
    for variable in ["PROPTEST_RNG_SEED", "ORACLE_SEED"] {
        if env::var_os(variable).is_none() {
            println!("  {variable}={seed}");
            command.env(variable, &seed);
        }
    }
    step("the core's tests", &mut command)
}

/// Tests the package in Node, and its types on an example.
fn package_tests(node: &Node) -> Result<()> {
    let folder = project::root().join("tests/node");
    say::timed("the package's tests", "node --test", || {
        let mut command = Command::new(&node.program);
        command.arg("--test").current_dir(&folder);
        run(&mut command, "node --test")
    })?;
    say::timed("the package's types", "tsc --strict", || {
        let mut literals = Command::new(&node.program);
        literals
            .arg("literals.mjs")
            .arg(project::root().join("target/types/literals.ts"))
            .current_dir(&folder);
        run(&mut literals, "writing reports as TypeScript")?;
        let mut command = Command::new(&node.program);
        command
            .arg(&node.tsc)
            .args(["--project", "."])
            .current_dir(&folder);
        run(&mut command, "tsc")
    })
}

/// The command of the browser tests, up to their filters, and what is missing for some of them.
fn browser_tests(tools: TestTools) -> (Command, Vec<Missing>) {
    let mut command = cargo(&["test", "--no-fail-fast", "-p", "browser"]);
    let mut missing = Vec::new();
    let mut give = |word, variables: Result<Vec<(&str, PathBuf)>>| match variables {
        Ok(variables) => _ = command.envs(variables),
        Err(error) => missing.push(Missing {
            word,
            reason: format!("{error:#}"),
        }),
    };
    let variables = |browser: Browser, [program, driver]: [&'static str; 2]| {
        vec![(program, browser.program), (driver, browser.driver)]
    };
    give(
        "chromium",
        tools
            .chromium
            .map(|it| variables(it, ["CHROMIUM", "CHROMEDRIVER"])),
    );
    give(
        "firefox",
        tools
            .firefox
            .map(|it| variables(it, ["FIREFOX", "GECKODRIVER"])),
    );
    give("axe", tools.axe.map(|script| vec![("AXE", script)]));
    command.env("CROSSOVER_DIST", project::dist());
    firefox_home(&mut command);
    (command, missing)
}

/// Firefox as root starts only where root owns the home folder, which containers often give to
/// somebody else. cargo and rustup keep the homes they have.
fn firefox_home(command: &mut Command) {
    let Some(home) = env::home_dir() else { return };
    if !setup::is_root() || is_roots(&home) {
        return;
    }
    command.env("HOME", "/root");
    for (variable, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        if env::var_os(variable).is_none() {
            command.env(variable, home.join(folder));
        }
    }
}

#[cfg(unix)]
fn is_roots(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder).is_ok_and(|folder| folder.uid() == 0)
}

#[cfg(not(unix))]
fn is_roots(_folder: &Path) -> bool {
    true
}

/// The names of the browser tests that need something that is missing.
fn left_out(missing: &[Missing]) -> Result<Vec<String>> {
    let mut command = cargo(&["test", "--quiet", "-p", "browser", "--", "--list"]);
    let list = output(&mut command, "listing the page's tests")?;
    Ok(names_with(&list, missing))
}

/// The tests in the output of `--list` whose names have the word of something missing.
fn names_with(list: &str, missing: &[Missing]) -> Vec<String> {
    list.lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .filter(|name| missing.iter().any(|missing| name.contains(missing.word)))
        .map(str::to_owned)
        .collect()
}

/// Ends the task: all well, or what was not run and why.
fn summarize(missing: &[Missing], not_run: &[String]) -> Result<()> {
    if missing.is_empty() {
        say::done("every test passed, in Chromium and in Firefox");
        return Ok(());
    }
    println!();
    for name in not_run {
        say::missing(&format!("not run: {name}"));
    }
    for Missing { word, reason } in missing {
        say::missing(&format!("without {word}: {reason}"));
    }
    let count = not_run.len();
    if is_ci(env::var("CI").ok().as_deref()) {
        bail!("not run, for the reasons above: {count}; with CI set, that is a failure");
    }
    say::done(&format!(
        "every test that could be run passed; not run: {count}"
    ));
    Ok(())
}

/// Whether the variable `CI` says that this is continuous integration.
fn is_ci(variable: Option<&str>) -> bool {
    !matches!(variable, None | Some("" | "0" | "false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_left_out_by_the_word_in_their_name() {
        let list = "chromium::reload: test\nfirefox::reload: test\nreads_dist: test\n\n3 tests";
        let missing = |word| Missing {
            word,
            reason: String::new(),
        };
        assert_eq!(names_with(list, &[missing("firefox")]), ["firefox::reload"]);
        assert_eq!(
            names_with(list, &[missing("firefox"), missing("chromium")]).len(),
            2
        );
        assert!(names_with(list, &[missing("axe")]).is_empty());
    }

    #[test]
    fn ci_is_a_variable_that_says_so() {
        assert!(is_ci(Some("true")) && is_ci(Some("1")));
        assert!(!is_ci(None) && !is_ci(Some("")) && !is_ci(Some("false")));
    }
}

//! cargo-mutants: what it knows, and running it on the mutants that were drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Shard;
use super::kept::now;
use crate::process::output;
use crate::project;

/// The rooms whose code is mutated.
pub const ROOMS: [&str; 3] = ["quantity", "economics", "link"];

/// cargo-mutants over the rooms.
fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["mutants", "--no-default-features"]);
    command.args(ROOMS.map(|room| format!("--file=src/{room}/**")));
    command.current_dir(project::root());
    command
}

/// The names of all mutants.
pub fn list(program: &Path) -> Result<Vec<String>> {
    let list = output(command(program).arg("--list"), "listing the mutants")?;
    Ok(list.lines().map(str::to_owned).collect())
}

/// Runs cargo-mutants on some mutants; its lists are written as it goes, into a folder of their own.
pub fn attempt(
    program: &Path,
    names: &[&String],
    tests: &[&str],
    kept: &Path,
    shard: Shard,
) -> Result<()> {
    let Shard { index, of } = shard;
    let lists = kept.join(format!("{}-{index}-of-{of}", now()));
    fs::create_dir_all(&lists).with_context(|| format!("{} cannot be made", lists.display()))?;
    // Its filter of names lets all mutants pass that delete a field; a diff holds those back.
    let diff = lists.join("lines.diff");
    fs::write(&diff, touching(names)?)?;
    let mut command = command(program);
    command
        .arg("--in-diff")
        .arg(diff)
        .args([
            "--caught",
            "--unviable",
            "--no-shuffle",
            "--minimum-test-timeout=60",
        ])
        .arg("--output")
        .arg(lists)
        .args(names.iter().map(|name| format!("--re=^{}$", escaped(name))))
        .args(tests.iter().map(|test| format!("--cargo-arg={test}")))
        // Dependencies are compiled once for each shard.
        .env(
            "CARGO_TARGET_DIR",
            project::root().join(format!("target/mutants/build-{index}-of-{of}")),
        )
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // Properties on few cases, the same for every mutant.
        .env("PROPTEST_CASES", "30")
        .env("PROPTEST_MAX_SHRINK_ITERS", "0")
        .env("PROPTEST_RNG_SEED", "1");
    let status = command
        .status()
        .context("cargo-mutants could not be started")?;
    // 2 and 3 are mutants that survived or hung.
    ensure!(
        matches!(status.code(), Some(0 | 2 | 3)),
        "cargo-mutants failed ({status}); the lines above say why"
    );
    Ok(())
}

/// A diff, as if the lines of some mutants were new.
fn touching(names: &[&String]) -> Result<String> {
    let mut lines = BTreeMap::<_, BTreeSet<usize>>::new();
    for name in names {
        let mut parts = name.split(':');
        let file = parts.next().context("a mutant is in no file")?;
        let line = parts.next().context("a mutant is on no line")?.parse()?;
        lines.entry(file).or_default().insert(line);
    }
    let mut diff = String::new();
    for (file, lines) in lines {
        let text = fs::read_to_string(project::root().join(file))?;
        writeln!(diff, "--- a/{file}\n+++ b/{file}")?;
        for (before, line) in lines.into_iter().enumerate() {
            let new = text
                .lines()
                .nth(line - 1)
                .context("a mutant is beyond its file")?;
            writeln!(diff, "@@ -{},0 +{line},1 @@\n+{new}", line - 1 - before)?;
        }
    }
    Ok(diff)
}

/// A regular expression for just this text.
fn escaped(text: &str) -> String {
    let escape = |c: char| {
        let special = c.is_ascii_punctuation() && !matches!(c, '<' | '>');
        special.then_some('\\').into_iter().chain([c])
    };
    text.chars().flat_map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_matched_as_it_stands() {
        assert_eq!(
            escaped("a.rs:1: replace + with -> x"),
            r"a\.rs\:1\: replace \+ with \-> x"
        );
    }

    #[test]
    fn a_diff_holds_the_lines_of_mutants() -> Result<()> {
        let names = [
            "src/main.rs:1:2: a",
            "src/main.rs:3:4: b",
            "src/main.rs:3:5: c",
        ];
        let diff = touching(&names.map(str::to_owned).each_ref())?;
        let text = fs::read_to_string(project::root().join("src/main.rs"))?;
        let lines: Vec<_> = text.lines().collect();
        let (first, third) = (lines[0], lines[2]);
        assert_eq!(
            diff,
            format!(
                "--- a/src/main.rs\n+++ b/src/main.rs\n\
                 @@ -0,0 +1,1 @@\n+{first}\n@@ -1,0 +3,1 @@\n+{third}\n"
            )
        );
        Ok(())
    }
}

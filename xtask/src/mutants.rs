//! `mutants`: how many small faults in the core's arithmetic the tests notice.
//!
//! cargo-mutants knows the faults; a seed draws some of them. A run can be cut into shards and broken
//! off: outcomes are kept under `target/mutants/`, for this seed and this very source, and what has one
//! is not tried again. Survivors that are understood stand in `tests/mutants/survivors.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail, ensure};

use crate::process::output;
use crate::{project, say, setup};

/// What of the drawn mutants that compile has to be caught, in percent.
const BUDGET: usize = 95;

/// The rooms whose code is mutated.
const ROOMS: [&str; 3] = ["quantity", "economics", "link"];

/// The tests that a mutant has to pass to survive: what is exact and quick.
const TESTS: [&str; 8] = [
    "absurd",
    "errors_others_make",
    "links",
    "properties",
    "reading",
    "vectors",
    "verdict",
    "worked_example",
];

/// Which mutants to try.
pub struct Draw {
    /// Draws them.
    pub seed: u64,
    /// How many.
    pub count: usize,
    /// Which part of them to try now.
    pub shard: Shard,
    /// Whether those that survived are tried again, for there are new tests.
    pub again: bool,
}

/// The part `index` of `of`, counted from one: `2/3`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shard {
    index: usize,
    of: usize,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/');
        let parts = parts.and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
        match parts {
            Some((index, of)) if (1..=of).contains(&index) => Ok(Self { index, of }),
            _ => Err(format!("{text} is no part of a whole; write 1/2 and 2/2")),
        }
    }
}

/// What became of a mutant. One that hangs the tests is caught.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
    Caught,
    Survived,
    Unviable,
}

/// cargo-mutants' lists of outcomes.
const LISTS: [(&str, Outcome); 4] = [
    ("caught.txt", Outcome::Caught),
    ("timeout.txt", Outcome::Caught),
    ("missed.txt", Outcome::Survived),
    ("unviable.txt", Outcome::Unviable),
];

/// Tries what is still to be tried and tells what is known by then.
pub fn mutants(draw: &Draw) -> Result<()> {
    let program = setup::to_mutate()?;
    let drawn = drawn(&list(&program)?, draw.seed, draw.count);
    let kept =
        project::root()
            .join("target/mutants")
            .join(format!("{}-{:016x}", draw.seed, source()?));
    let known = outcomes(&kept)?;
    let part = drawn
        .iter()
        .skip(draw.shard.index - 1)
        .step_by(draw.shard.of);
    let is_open = |name: &&String| match known.get(*name) {
        None => true,
        Some(outcome) => draw.again && *outcome == Outcome::Survived,
    };
    let open: Vec<_> = part.filter(is_open).collect();
    say::step(&format!(
        "seed {}: {} mutants; `cargo xtask mutants --seed {0}` goes on where this stops",
        draw.seed,
        drawn.len()
    ));
    if !open.is_empty() {
        let remark = format!("{}, about 15 seconds each", open.len());
        say::timed("trying mutants", &remark, || {
            attempt(&program, &open, &kept, draw.shard)
        })?;
    }
    summarize(&drawn, &outcomes(&kept)?)
}

/// A seed for who gives none.
pub fn seed() -> u64 {
    now() % 1_000_000
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |time| time.as_secs())
}

/// cargo-mutants over the rooms.
fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["mutants", "--no-default-features"]);
    command.args(ROOMS.map(|room| format!("--file=src/{room}/**")));
    command.current_dir(project::root());
    command
}

/// The names of all mutants.
fn list(program: &Path) -> Result<Vec<String>> {
    let list = output(command(program).arg("--list"), "listing the mutants")?;
    Ok(list.lines().map(str::to_owned).collect())
}

/// The mutants that a seed draws.
fn drawn(all: &[String], seed: u64, count: usize) -> Vec<String> {
    let mut drawn = all.to_vec();
    drawn.sort_by_key(|name| rank(seed, name));
    drawn.truncate(count);
    drawn
}

/// A mutant's place in the draw, like a random number (FNV-1a, then the end of `SplitMix64`).
fn rank(seed: u64, name: &str) -> u64 {
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let mut mix = name.bytes().fold(0xcbf2_9ce4_8422_2325 ^ seed, fnv);
    mix = (mix ^ (mix >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mix = (mix ^ (mix >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mix ^ (mix >> 31)
}

/// What tells one state of the mutated source from another.
fn source() -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for room in ROOMS {
        let folder = project::root().join("src").join(room);
        for path in entries(&folder)? {
            fs::read(&path)?.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// What is in a folder, in order; nothing where there is none.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut entries = entries.collect::<Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// Runs cargo-mutants on some mutants; its lists are written as it goes, into a folder of their own.
fn attempt(program: &Path, names: &[&String], kept: &Path, shard: Shard) -> Result<()> {
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
        .arg("--cargo-arg=--lib")
        .args(TESTS.map(|test| format!("--cargo-arg=--test={test}")))
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

/// All outcomes that are kept, of later attempts before earlier ones.
fn outcomes(kept: &Path) -> Result<BTreeMap<String, Outcome>> {
    let mut known = BTreeMap::new();
    for attempt in entries(kept)? {
        for (list, outcome) in LISTS {
            let list = attempt.join("mutants.out").join(list);
            let text = fs::read_to_string(list).unwrap_or_default();
            // A line that was broken off has no end.
            let lines = text
                .split_inclusive('\n')
                .filter_map(|line| line.strip_suffix('\n'));
            known.extend(lines.map(|name| (name.to_owned(), outcome)));
        }
    }
    Ok(known)
}

/// Tells the survivors and how many are caught; too few is a failure once all are tried.
fn summarize(drawn: &[String], known: &BTreeMap<String, Outcome>) -> Result<()> {
    let reasons = fs::read_to_string(project::root().join("tests/mutants/survivors.txt"))?;
    let of = |wanted| {
        let drawn = drawn.iter();
        drawn.filter(move |name| known.get(*name) == Some(&wanted))
    };
    for name in of(Outcome::Survived) {
        let reason = reason(&reasons, name).unwrap_or("no reason is given");
        say::missing(&format!("survived: {name}\n  {reason}"));
    }
    let [caught, survived, unviable] =
        [Outcome::Caught, Outcome::Survived, Outcome::Unviable].map(|wanted| of(wanted).count());
    let viable = caught + survived;
    let line = format!(
        "{caught} of {viable} viable mutants caught, {}; {unviable} did not compile",
        percent(caught, viable)
    );
    let open = drawn.len() - viable - unviable;
    if open > 0 {
        say::missing(&format!("{line}; {open} are still to be tried"));
        return Ok(());
    }
    if caught * 100 < viable * BUDGET {
        bail!("{line}; at least {BUDGET}% have to be caught");
    }
    say::done(&format!("{line}; at least {BUDGET}% have to be"));
    Ok(())
}

/// A share as a percentage with one decimal, rounded down.
fn percent(part: usize, whole: usize) -> String {
    let tenths = part * 1_000 / whole.max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The reason that stands below the name of a survivor, which is without line and column there.
fn reason<'a>(reasons: &'a str, name: &str) -> Option<&'a str> {
    let mut parts = name.splitn(4, ':');
    let (file, fault) = (parts.next()?, parts.nth(2)?);
    let entry = format!("{file}:{fault}");
    let mut lines = reasons.lines().skip_while(|line| *line != entry);
    lines.nth(1).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_and_another_one_others() {
        let all: Vec<_> = (0..1_000)
            .map(|n| format!("src/a.rs:{n}:1: replace + with -"))
            .collect();
        let draw = drawn(&all, 7, 200);
        assert_eq!(draw.len(), 200);
        assert_eq!(draw, drawn(&all, 7, 200));
        let both = drawn(&all, 8, 200)
            .iter()
            .filter(|name| draw.contains(name))
            .count();
        assert!((15..70).contains(&both), "{both}");
    }

    #[test]
    fn shards_are_parts_of_a_whole() {
        assert_eq!("2/3".parse(), Ok(Shard { index: 2, of: 3 }));
        for text in ["0/3", "4/3", "1", "a/b", "1/0"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_is_matched_as_it_stands() {
        assert_eq!(
            escaped("a.rs:1: replace + with -> x"),
            r"a\.rs\:1\: replace \+ with \-> x"
        );
    }

    #[test]
    fn a_reason_is_found_whatever_the_line() {
        let reasons = "# why\n\nsrc/a.rs: replace + with - in b\n  It is zero.\n";
        let found = |name| reason(reasons, name);
        assert_eq!(
            found("src/a.rs:12:3: replace + with - in b"),
            Some("It is zero.")
        );
        assert_eq!(found("src/a.rs:12:3: replace + with * in b"), None);
    }

    #[test]
    fn shares_are_rounded_down() {
        assert_eq!(percent(189, 199), "94.9%");
        assert_eq!(percent(0, 0), "0.0%");
    }
}

//! `mutants`: how many small faults in the core's arithmetic the tests notice.
//!
//! cargo-mutants knows the faults; a seed draws some of them. A run can be cut into shards and broken
//! off: outcomes are kept under `target/mutants/`, for this seed and this very source, and what has one
//! is not tried again. Survivors that are understood stand in `tests/mutants/survivors.txt`.

mod kept;
mod run;

use std::fs;
use std::str::FromStr;

use anyhow::{Result, bail};

use self::kept::{Known, Outcome, outcomes};
use crate::{project, say, setup};

/// What of the drawn mutants that compile has to be caught, in percent.
const BUDGET: usize = 95;

/// The tests that a mutant has to pass to survive: first what is quick, then, for the few that are left,
/// what is slow.
const STAGES: [(&str, &[&str]); 2] = [
    (
        "examples",
        &[
            "--lib",
            "--test=absurd",
            "--test=errors_others_make",
            "--test=links",
            "--test=reading",
            "--test=registry",
            "--test=vectors",
            "--test=verdict",
            "--test=worked_example",
        ],
    ),
    ("properties", &["--test=properties"]),
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

/// Tries what is still to be tried and tells what is known by then.
pub fn mutants(draw: &Draw) -> Result<()> {
    let program = setup::to_mutate()?;
    let drawn = drawn(&run::list(&program)?, draw.seed, draw.count);
    let kept = kept::folder(draw.seed)?;
    say::step(&format!(
        "seed {}: {} mutants; `cargo xtask mutants --seed {0}` goes on where this stops",
        draw.seed,
        drawn.len()
    ));
    let mut known = Vec::new();
    for (stage, tests) in STAGES {
        let kept = kept.join(stage);
        let tried = outcomes(&kept)?;
        let is_open = |name: &&String| {
            let again = draw.again && tried.get(*name) == Some(&Outcome::Survived);
            let arrives = kept::outcome(name, &known) == Some(Outcome::Survived);
            arrives && (again || !tried.contains_key(*name))
        };
        let part = drawn.iter().skip(draw.shard.index - 1);
        let open: Vec<_> = part.step_by(draw.shard.of).filter(is_open).collect();
        if !open.is_empty() {
            let remark = format!("{} mutants, about 10 seconds each", open.len());
            say::timed(stage, &remark, || {
                run::attempt(&program, &open, tests, &kept, draw.shard)
            })?;
        }
        known.push(outcomes(&kept)?);
    }
    summarize(&drawn, &known)
}

/// A seed for who gives none.
pub fn seed() -> u64 {
    kept::now() % 1_000_000
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

/// Tells the survivors and how many are caught; too few is a failure once all are tried.
fn summarize(drawn: &[String], known: &[Known]) -> Result<()> {
    let reasons = fs::read_to_string(project::root().join("tests/mutants/survivors.txt"))?;
    let of = |wanted| {
        let drawn = drawn.iter();
        drawn.filter(move |name| kept::outcome(name, known) == Some(wanted))
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

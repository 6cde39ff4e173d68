//! What became of mutants, as cargo-mutants wrote it down: a folder for each run of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;

use super::run::ROOMS;
use crate::project;
use crate::source::{self, entries};

/// What became of a mutant. One that hangs the tests is caught.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
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

/// Mutants by name.
pub type Known = BTreeMap<String, Outcome>;

/// Where a seed's outcomes are kept, for this very source.
pub fn folder(seed: u64) -> Result<PathBuf> {
    let name = format!("{seed}-{:016x}", source::fingerprint(&ROOMS)?);
    Ok(project::root().join("target/mutants").join(name))
}

/// All outcomes that are kept, of later attempts before earlier ones.
pub fn outcomes(kept: &Path) -> Result<Known> {
    let mut known = Known::new();
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

/// What became of a mutant in the end, stage after stage; `None` while a stage is still open.
pub fn outcome(name: &str, stages: &[Known]) -> Option<Outcome> {
    for known in stages {
        match known.get(name)? {
            Outcome::Survived => {}
            outcome => return Some(*outcome),
        }
    }
    Some(Outcome::Survived)
}

/// Seconds, by which runs are ordered.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |time| time.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_survives_a_stage_is_open_in_the_next() {
        let known = |outcomes: &[(&str, Outcome)]| -> Known {
            let outcomes = outcomes.iter();
            outcomes
                .map(|(name, outcome)| ((*name).to_owned(), *outcome))
                .collect()
        };
        let first = known(&[
            ("a", Outcome::Caught),
            ("b", Outcome::Survived),
            ("c", Outcome::Survived),
        ]);
        let second = known(&[("b", Outcome::Caught)]);
        let stages = [first, second];
        assert_eq!(outcome("a", &stages), Some(Outcome::Caught));
        assert_eq!(outcome("b", &stages), Some(Outcome::Caught));
        assert_eq!(outcome("b", &stages[..1]), Some(Outcome::Survived));
        assert_eq!(outcome("c", &stages), None);
        assert_eq!(outcome("d", &stages), None);
        assert_eq!(outcome("d", &[]), Some(Outcome::Survived));
    }
}

//! What tells one state of the core's source from another.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::project;

/// A number that is the same for the same files in some rooms of the core, and another for others.
pub fn fingerprint(rooms: &[&str]) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for room in rooms {
        let folder = project::root().join("src").join(room);
        for path in entries(&folder)? {
            fs::read(&path)?.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// What is in a folder, in order; nothing where there is none.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut entries = entries.collect::<Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

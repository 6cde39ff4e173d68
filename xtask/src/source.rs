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
        hash(&project::root().join("src").join(room), &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn hash(folder: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    for path in entries(folder)? {
        if path.is_dir() {
            hash(&path, hasher)?;
        } else {
            fs::read(&path)?.hash(hasher);
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    #[test]
    fn files_of_folders_within_a_room_count() -> Result<()> {
        let room = env::temp_dir().join(format!("crossover-source-{}", process::id()));
        let inner = room.join("crossing");
        let state = |text: &str| {
            fs::create_dir_all(&inner)?;
            fs::write(inner.join("balance.rs"), text)?;
            let mut hasher = DefaultHasher::new();
            hash(&room, &mut hasher)?;
            Ok::<_, anyhow::Error>(hasher.finish())
        };
        let (first, second) = (state("one")?, state("another")?);
        fs::remove_dir_all(&room)?;
        assert_ne!(first, second);
        Ok(())
    }
}

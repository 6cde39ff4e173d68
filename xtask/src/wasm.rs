//! What the compiler is told for the WebAssembly that ships, the page's and the package's.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{project, source};

/// Functions are not inlined to save time: one that stands once, and calls to it, travel lighter.
const INLINE: &str = "-Cllvm-args=-inline-threshold=0";

/// Flags for the compiler. The crates' files are named without the folder of this machine's cargo: what
/// is shipped does not depend on where it was built.
pub fn flags() -> Result<Vec<String>> {
    // There is a folder for each registry; the tasks' own crates have brought it.
    let registries = source::entries(&crates()?)?;
    let short = registries
        .iter()
        .map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    Ok([INLINE.to_owned()].into_iter().chain(short).collect())
}

/// The flags as a variable of cargo's takes them, which has spaces between them and so none within:
/// those with one are left out.
pub fn spaced(flags: &[String]) -> String {
    let flags = flags.iter().map(String::as_str);
    let flags: Vec<_> = flags.filter(|flag| !has_space(flag)).collect();
    flags.join(" ")
}

/// What is wrong with WebAssembly that has the folder of this machine's crates in it.
pub fn problem(wasm: &[u8]) -> Result<Option<String>> {
    let crates = crates()?.display().to_string();
    let found = wasm
        .windows(crates.len())
        .any(|part| part == crates.as_bytes());
    // See `spaced`.
    Ok((found && !has_space(&crates)).then(|| {
        format!(
            "it names files in {crates}; does RUSTFLAGS take the place of the project's own flags?"
        )
    }))
}

/// Where cargo keeps the source of crates.
fn crates() -> Result<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let home = project::root().join(home.context("cargo has no home")?);
    Ok(home.join("registry/src"))
}

fn has_space(text: &str) -> bool {
    text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_with_a_space_would_be_two() {
        let flags = ["-Ca=b", "--remap-path-prefix=/home/some one=", "-Cc"].map(str::to_owned);
        assert_eq!(spaced(&flags), "-Ca=b -Cc");
    }

    #[test]
    fn folders_of_this_machine_are_found() -> Result<()> {
        let named = |folder: &str| problem(format!("\0asm{folder}/a.rs\0").as_bytes());
        assert!(named("crate-1.0.0/src")?.is_none());
        let crates = crates()?.display().to_string();
        assert_eq!(named(&crates)?.is_some(), !has_space(&crates));
        Ok(())
    }
}

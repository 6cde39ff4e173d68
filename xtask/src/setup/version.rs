//! Versions: what a program says of itself, and what `Cargo.lock` asks for.

use anyhow::{Context, Result};

/// The version in an answer to `--version`: its first word that begins with a digit, which a `v` may
/// precede.
///
/// `wasm-opt version 132 (version_132)` is `132`, `Mozilla Firefox 153.7.0esr` is `153.7.0esr`.
pub fn stated(answer: &str) -> Option<&str> {
    answer
        .split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The major version in an answer to `--version`.
pub fn major(answer: &str) -> Option<u32> {
    stated(answer)?.split('.').next()?.parse().ok()
}

/// The version of a package in the text of a `Cargo.lock`.
pub fn locked<'a>(lock: &'a str, package: &str) -> Result<&'a str> {
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .with_context(|| format!("Cargo.lock has no version of {package}; run `cargo update`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_state_their_version_in_many_ways() {
        for (answer, version) in [
            ("trunk 0.21.14", "0.21.14"),
            (
                "geckodriver 0.37.1 ( 2026-01-01)\n\nThe source code…",
                "0.37.1",
            ),
            ("wasm-opt version 132 (version_132)", "132"),
            (
                "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)",
                "156.0.8078.79",
            ),
            ("Mozilla Firefox 153.7.0esr", "153.7.0esr"),
            ("mdbook v0.5.4", "0.5.4"),
        ] {
            assert_eq!(stated(answer), Some(version));
        }
        assert_eq!(stated("no version here"), None);
    }

    #[test]
    fn majors_are_numbers() {
        assert_eq!(major("ChromeDriver 156.0.8078.79 (a21ce95c)"), Some(156));
        assert_eq!(major("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(major("Chromium"), None);
    }

    #[test]
    fn the_lock_is_read_by_whole_names() -> Result<()> {
        let lock = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
dependencies = []
";
        assert_eq!(locked(lock, "wasm-bindgen")?, "0.2.130");
        assert!(locked(lock, "wasm").is_err());
        Ok(())
    }
}

//! What the release site has to hold to, checked after each build on the files themselves.
//!
//! The page must work under any path of any host, and its policy must stand: every address is
//! relative and leads to a file of the site, every file but the page carries a digest of its content
//! in its name, scripts and styles are files with a digest to check, and nothing is allowed from
//! elsewhere. What is compiled does not tell where. The guide beside it has [rules of its own](guide).

mod guide;
mod page;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use crossover::catalogue::Catalogue;

use crate::{integrity, wasm};
pub use guide::check as check_guide;

/// Checks a built site; every violation is named.
pub fn check(dist: &Path) -> Result<()> {
    let files = files(dist)?;
    let html = fs::read_to_string(dist.join("index.html"))
        .context("dist/index.html is missing: the build left no page")?;
    let page = page::read(&html);

    let mut problems = page.problems;
    problems.extend(files.iter().filter(|file| !is_hashed(file)).map(|file| {
        format!("{file} has no digest in its name: a changed one would not reach those who have it")
    }));
    problems.extend(
        page.files
            .iter()
            .filter(|file| !files.contains(file))
            .map(|file| format!("index.html asks for {file}, which is not in dist/")),
    );
    if !files.contains(&catalogue()) {
        problems.push(format!("{} is not in dist/", catalogue()));
    }
    for file in &files {
        let content = fs::read(dist.join(file))?;
        let digests = page.digests.iter().filter(|(of, _)| of == file);
        problems.extend(
            digests
                .filter(|(_, digest)| *digest != integrity::of(&content))
                .map(|_| format!("index.html has another digest than that of {file}")),
        );
        let within: Vec<_> = match Path::new(file).extension().and_then(OsStr::to_str) {
            Some("css") => style_problems(&String::from_utf8(content)?).collect(),
            Some("wasm") => wasm::problem(&content)?.into_iter().collect(),
            _ => Vec::new(),
        };
        problems.extend(within.iter().map(|problem| format!("{file}: {problem}")));
    }
    if problems.is_empty() {
        return Ok(());
    }
    bail!(
        "the release site breaks its rules:\n  {}",
        problems.join("\n  ")
    )
}

/// The catalogue's file, for whoever wants the prices; the page has them already and does not ask for it.
pub fn catalogue() -> String {
    format!("prices-{}.json", Catalogue::get().id)
}

/// The files of a site, as addresses relative to it, in order. The npm package and the guide beside it
/// are none of them.
pub fn files(dist: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    collect(dist, "", &mut files)
        .with_context(|| format!("{} cannot be read; run `cargo xtask build`", dist.display()))?;
    files.retain(|file| !file.starts_with("npm/") && !file.starts_with("guide/"));
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}

/// Whether a file's address has a digest in it, as in `main-0123456789abcdef.css`. The page itself
/// has none: it is what people ask for.
fn is_hashed(file: &str) -> bool {
    file == "index.html"
        || file.split(['/', '.', '_']).any(|part| {
            part.rsplit_once('-').is_some_and(|(_, digest)| {
                digest.len() >= 8 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
        })
}

/// Whether an address leads to a file below the page, whatever the page's own address is.
fn is_relative(address: &str) -> bool {
    let scheme = address
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|start| start.contains(':'));
    !scheme && !address.starts_with(['/', '\\']) && !address.split('/').any(|part| part == "..")
}

/// Addresses in a style sheet that lead elsewhere.
fn style_problems(text: &str) -> impl Iterator<Item = String> {
    text.split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|address| address.trim().trim_matches(['"', '\'']))
        .filter(|address| !is_relative(address))
        .map(|address| format!("{address} is not a relative address"))
        .chain(
            text.contains("@import")
                .then(|| "@import asks for another file".to_owned()),
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    #[test]
    fn digests_in_names_are_recognised() {
        for file in [
            "index.html",
            "main-2f4dbef3b2fc8d41.css",
            "crossover-page-9a1b2c3d4e5f6a7_bg.wasm",
            "snippets/crossover-0123456789abcdef/src/embed.js",
        ] {
            assert!(is_hashed(file), "{file}");
        }
        assert!(is_hashed(&catalogue()));
        for file in [
            "main.css",
            "boot-script.js",
            "crossover-page_bg.wasm",
            "sub/index.html",
        ] {
            assert!(!is_hashed(file), "{file}");
        }
    }

    #[test]
    fn relative_addresses_are_told_from_the_others() {
        for address in ["main.css", "./main.css", "a/b.js?x=1:2", "#part", ""] {
            assert!(is_relative(address), "{address}");
        }
        for address in [
            "/main.css",
            "//host/x",
            "https://host/x",
            "data:,x",
            "../x",
            "\\\\host",
        ] {
            assert!(!is_relative(address), "{address}");
        }
    }

    #[test]
    fn styles_stay_within_the_site() {
        assert_eq!(
            style_problems("a { background: url(\"b.svg\") }").count(),
            0
        );
        assert_eq!(
            style_problems("a { background: url(https://host/b.svg) }").count(),
            1
        );
        assert_eq!(
            style_problems("@import 'c.css'; a { fill: url( '/x' ) }").count(),
            2
        );
    }

    #[test]
    fn a_site_is_checked_as_a_whole() -> Result<()> {
        let dist = env::temp_dir().join(format!("crossover-dist-{}", process::id()));
        let _ = fs::remove_dir_all(&dist);
        fs::create_dir_all(dist.join("sub"))?;
        assert!(check(&dist).is_err());

        let policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">";
        let digest = integrity::of(b"");
        fs::write(
            dist.join("index.html"),
            format!("{policy}<img src=sub/a-0123456789.svg integrity={digest}>"),
        )?;
        fs::write(dist.join("sub/a-0123456789.svg"), "")?;
        fs::write(dist.join(catalogue()), "")?;
        fs::create_dir_all(dist.join("npm"))?;
        fs::write(dist.join("npm/package.json"), "")?;
        fs::create_dir_all(dist.join("guide"))?;
        fs::write(dist.join("guide/index.html"), "")?;
        check(&dist)?;

        fs::write(
            dist.join("index.html"),
            format!("{policy}<img src=b-0123456789.svg><link href=./c.css integrity={digest}>"),
        )?;
        fs::write(dist.join("c.css"), "a { fill: url(//host/b) }")?;
        fs::remove_file(dist.join(catalogue()))?;
        let error = check(&dist)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(
            error.contains("index.html asks for b-0123456789.svg"),
            "{error}"
        );
        for problem in [
            "c.css has no digest",
            "index.html has another digest than that of c.css",
            "c.css: //host/b is not",
        ] {
            assert!(error.contains(problem), "{error}");
        }
        assert!(error.contains(".json is not in dist/"), "{error}");
        Ok(fs::remove_dir_all(dist)?)
    }
}

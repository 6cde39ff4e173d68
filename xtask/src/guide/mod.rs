//! `guide`: the guide of the site, in `dist/guide/`.
//!
//! Its pages stand in `docs/guide/src/`. Their numbers do not: a page holds [markers](expand), which
//! are filled in from the conformance vectors while the pages are copied to `target/guide/`, with the
//! table of fields and that of prices beside them. mdBook makes the site from there.

mod chart;
mod expand;
mod show;
mod vectors;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::run;
use crate::source::entries;
use crate::{dist, project, say, setup, size};
use vectors::Vectors;

/// Pages that stand elsewhere in `docs/` and are taken in as they are.
const TAKEN_IN: [&str; 2] = ["fields.md", "prices.md"];

/// What mdBook reads beside the pages.
const SETTINGS: [&str; 5] = [
    "book.toml",
    "theme/charts.css",
    "theme/fonts/fonts.css",
    "theme/guide.css",
    "theme/head.hbs",
];

/// What the guide has in common with the page.
const TAKEN_OVER: [(&str, &str); 2] = [
    ("style/icon.svg", "theme/favicon.svg"),
    ("style/charts.css", "theme/page-charts.css"),
];

/// A page: the name of its file, and its text.
type Page = (String, String);

/// Sets up and builds the guide alone.
pub fn task() -> Result<()> {
    build(&setup::to_guide()?)
}

/// Builds the guide into the release site and checks it.
pub fn build(mdbook: &Path) -> Result<()> {
    let place = project::dist().join("guide");
    say::timed("dist/guide/", "building the guide", || {
        let folder = project::guide();
        stage(&folder)?;
        let mut command = Command::new(mdbook);
        command
            .arg("build")
            .arg(&folder)
            .arg("--dest-dir")
            .arg(&place)
            // Its beginning and end are said here; what is left are its complaints.
            .env("MDBOOK_LOG", "warn")
            .env("RUST_LOG", "warn")
            .current_dir(project::root());
        run(&mut command, "mdBook")
    })?;
    let bytes = dist::check_guide(&place)?;
    say::done(&format!(
        "dist/guide/: {} bytes, apart from the page's budget",
        size::grouped(bytes)
    ));
    Ok(())
}

/// Writes into a folder what mdBook reads: settings, theme and the pages with their numbers.
fn stage(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    let guide = project::root().join("docs/guide");
    for name in SETTINGS {
        let file = guide.join(name);
        let text = fs::read(&file).with_context(|| format!("{} is missing", file.display()))?;
        write(&folder.join(name), &text)?;
    }
    for (from, to) in TAKEN_OVER {
        let file = project::root().join(from);
        let bytes = fs::read(&file).with_context(|| format!("{} is missing", file.display()))?;
        write(&folder.join(to), &bytes)?;
    }
    for (name, text) in pages()? {
        write(&folder.join("src").join(name), text.as_bytes())?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let place = || format!("{} cannot be written", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(place)?;
    }
    fs::write(path, bytes).with_context(place)
}

/// Every page of the guide with its numbers.
fn pages() -> Result<Vec<Page>> {
    let vectors = Vectors::read()?;
    let mut pages = Vec::new();
    for (name, text) in written()? {
        let text = expand::expand(&format!("docs/guide/src/{name}"), &text, &vectors)?;
        pages.push((name, text));
    }
    for name in TAKEN_IN {
        let file = project::root().join("docs").join(name);
        let text =
            fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
        pages.push((name.to_owned(), text));
    }
    Ok(pages)
}

/// The pages as they were written, with their markers.
fn written() -> Result<Vec<Page>> {
    let files = entries(&project::root().join("docs/guide/src"))?;
    let page = |path: &std::path::PathBuf| {
        let name = path.file_name().map(OsStr::to_string_lossy);
        let text = fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        Ok((name.unwrap_or_default().into_owned(), text))
    };
    files.iter().map(page).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use anyhow::ensure;

    use super::*;

    /// Where the links of a text lead, in the form `](address)`.
    fn links(text: &str) -> impl Iterator<Item = &str> {
        let rests = text.split("](").skip(1);
        rests.filter_map(|rest| rest.split_once(')').map(|(address, _)| address))
    }

    #[test]
    fn every_page_expands() -> Result<()> {
        for (name, text) in pages()? {
            assert!(!text.contains("{{"), "{name}");
        }
        Ok(())
    }

    #[test]
    fn the_contents_have_every_page_once() -> Result<()> {
        let pages = pages()?;
        let contents = pages.iter().find(|(name, _)| name == "SUMMARY.md");
        let (_, contents) = contents.context("the guide has no contents")?;
        let listed: Vec<_> = links(contents).collect();
        let unique: BTreeSet<_> = listed.iter().copied().collect();
        let names = pages.iter().map(|(name, _)| name.as_str());
        let names: BTreeSet<_> = names.filter(|name| *name != "SUMMARY.md").collect();
        assert_eq!((unique, listed.len()), (names.clone(), names.len()));
        Ok(())
    }

    #[test]
    fn links_lead_to_pages_of_the_guide_to_the_calculator_or_to_https() -> Result<()> {
        let pages = pages()?;
        for (page, text) in &pages {
            for link in links(text) {
                let (target, part) = link.split_once('#').unwrap_or((link, ""));
                let leads = match target {
                    "" => !part.is_empty(),
                    "../index.html" => true,
                    _ if target.starts_with("https://") => true,
                    _ => pages.iter().any(|(name, _)| name == target),
                };
                ensure!(leads, "{page}: {link} leads nowhere");
            }
        }
        Ok(())
    }

    /// The page of errors names each test, and no test that is not there.
    #[test]
    fn each_error_is_told_with_its_test() -> Result<()> {
        let tests = project::root().join("tests/errors_others_make.rs");
        let tests = fs::read_to_string(tests)?;
        let names = tests.split("fn error_").skip(1);
        let names: Vec<_> = names.filter_map(|rest| rest.split('(').next()).collect();
        assert_eq!(names.len(), 12);
        let pages = written()?;
        let page = pages.iter().find(|(name, _)| name == "errors.md");
        let (_, text) = page.context("the guide has no page of errors")?;
        let told = text.split("`error_").skip(1);
        let told: Vec<_> = told.filter_map(|rest| rest.split('`').next()).collect();
        assert_eq!(told, names);
        Ok(())
    }

    #[test]
    fn what_is_staged_is_all_that_mdbook_needs() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("crossover-guide-{}", std::process::id()));
        stage(&folder)?;
        stage(&folder)?;
        for file in ["book.toml", "src/SUMMARY.md", "src/fields.md"] {
            assert!(folder.join(file).is_file(), "{file}");
        }
        let settings: toml::Table = toml::from_str(&fs::read_to_string(folder.join("book.toml"))?)?;
        let html = &settings["output"]["html"];
        assert!(html.get("git-repository-url").is_none());
        assert!(html.get("mathjax-support").is_none());
        Ok(fs::remove_dir_all(folder)?)
    }
}

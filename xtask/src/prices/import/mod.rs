//! `prices import`: compares files of AWS's price list with the catalogue, and adds what differs.
//!
//! [`list`] reads a file, [`usage`] what its usage types mean, [`compare`] finds what is new or
//! another, and [`edit`] writes it. What a usage type means is never guessed: what is not known or
//! not kept is listed, with the reason.

mod compare;
mod edit;
mod list;
#[cfg(test)]
mod tests;
mod usage;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use self::compare::{Change, Findings};
use self::list::List;
use super::date;
use super::schema::Book;

/// Compares the files with a folder of prices and tells what differs; adds it if that is wanted.
pub fn import(files: &[PathBuf], folder: &Path, write: bool) -> Result<String> {
    let book = Book::read(folder)?;
    ensure!(book.unread.is_empty(), book.unread.join("\n"));
    let mut lists = Vec::new();
    for file in files {
        let place = || file.display().to_string();
        let text = fs::read_to_string(file).with_context(place)?;
        lists.push(List::read(&text).with_context(place)?);
    }
    let findings = compare::compare(&book, &lists);
    if write && !findings.changes.is_empty() {
        apply(&book, folder, &findings.changes)?;
        let path = folder.join("sources.toml");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        fs::write(&path, sourced(&book, text, &lists, &findings.changes))?;
    }
    Ok(told(&book, &findings))
}

fn apply(book: &Book, folder: &Path, changes: &[Change]) -> Result<()> {
    for (place, provider) in book.providers.iter().enumerate() {
        let here = changes.iter().filter(|change| change.provider == place);
        let here: Vec<Change> = here.cloned().collect();
        if here.is_empty() {
            continue;
        }
        let path = folder.join(&provider.file);
        let name = || path.display().to_string();
        let text = fs::read_to_string(&path).with_context(name)?;
        let text = edit::edited(&text, &provider.models, &here).with_context(name)?;
        fs::write(&path, text).with_context(name)?;
    }
    Ok(())
}

/// The sources, with the lists that something was taken from.
fn sourced(book: &Book, mut text: String, lists: &[List], changes: &[Change]) -> String {
    for list in lists {
        let code = compare::source(list);
        let known = book.sources.iter().any(|source| source.code == code);
        let written = text.contains(&format!("code = \"{code}\""));
        if !known && !written && changes.iter().any(|change| change.source == code) {
            let (offer, date, read) = (&list.offer, &list.date, date::today());
            let address = format!("{ADDRESS}/{offer}/current/index.json");
            let _ = write!(
                text,
                "\n[[source]]\ncode = \"{code}\"\nwhat = \"AWS's price list, offer {offer}\"\n\
                 address = \"{address}\"\ndate = \"{date}\"\nread = \"{read}\"\n"
            );
        }
    }
    text
}

/// Where AWS publishes its price list.
const ADDRESS: &str = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";

/// What was found, a line each.
fn told(book: &Book, findings: &Findings) -> String {
    let mut lines = String::new();
    for change in &findings.changes {
        let model = &book.providers[change.provider].models[change.model];
        let ways: Vec<_> = change.routing.iter().map(|way| way.code()).collect();
        let (id, kind, region, ways) = (
            &model.id,
            change.kind.code(),
            &change.region,
            ways.join(", "),
        );
        let (amount, from) = (&change.amount, &change.from);
        let _ = match change.former.map(|place| &model.prices[place].amount) {
            Some(before) => writeln!(
                lines,
                "~ {id}, {kind}, {region}, {ways}: {before} → {amount} from {from}"
            ),
            None => writeln!(
                lines,
                "+ {id}, {kind}, {region}, {ways}: {amount} from {from}"
            ),
        };
    }
    for (usage, why) in &findings.left {
        let _ = writeln!(lines, "? {usage}: {why}");
    }
    let changed = findings
        .changes
        .iter()
        .filter(|change| change.former.is_some());
    let changed = changed.count();
    let new = findings.changes.len() - changed;
    let (unchanged, left) = (findings.unchanged, findings.left.len());
    let _ = write!(
        lines,
        "{changed} changed, {new} new, {unchanged} unchanged, {left} not taken"
    );
    lines
}

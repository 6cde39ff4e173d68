//! `prices`: the catalogue in `prices/`, looked through, compiled in and compared with AWS's price
//! list.
//!
//! [`schema`] is what stands in the files, [`check`](mod@check) what is wrong with it,
//! [`write`](mod@write) the text that is compiled in, [`page`](mod@page) the page of documentation, and
//! [`import`](mod@import) what the price list has that the files have not.

mod check;
mod date;
mod import;
mod page;
mod schema;
mod write;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Subcommand;

use self::schema::Book;
use crate::{project, say};

/// What to do with prices.
#[derive(Subcommand)]
pub enum Prices {
    /// Look for mistakes: what is missing, overlaps, contradicts itself or is not compiled in
    Check,
    /// Compare files of AWS's price list with the catalogue
    Import {
        /// The files: JSON of the offers of Bedrock and of its foundation models
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Add what is new or another, and compile it in
        #[arg(long)]
        write: bool,
    },
    /// Write what is compiled in, `src/catalogue/*.txt`, and `docs/prices.md` anew
    Write,
}

/// Does it.
pub fn task(prices: &Prices) -> Result<()> {
    match prices {
        Prices::Check => check(),
        Prices::Import { files, write: add } => {
            say::lines(&import::import(files, &folder(), *add)?);
            if *add { write() } else { Ok(()) }
        }
        Prices::Write => write(),
    }
}

fn folder() -> PathBuf {
    project::root().join("prices")
}

/// What is made of the files: where it stands, and what it says.
fn made(book: &Book) -> [(&'static str, String); 3] {
    let [pairs, others] = write::texts(book);
    let id = pairs.lines().next().unwrap_or_default();
    let page = page::page(book, id.trim_start_matches("c\t"));
    [
        ("src/catalogue/pairs.txt", pairs),
        ("src/catalogue/others.txt", others),
        ("docs/prices.md", page),
    ]
}

/// Tells every problem and fails if there is one.
pub fn check() -> Result<()> {
    let book = Book::read(&folder())?;
    let mut problems = check::problems(&book);
    // What of them could not be read is told already.
    if book.unread.is_empty() {
        for (name, right) in made(&book) {
            let written = fs::read_to_string(project::root().join(name)).unwrap_or_default();
            problems.extend(check::stale(name, &written, &right));
        }
    }
    for problem in &problems {
        say::failed(problem);
    }
    ensure!(
        problems.is_empty(),
        "problems in prices/: {}",
        problems.len()
    );
    let count = book.models().map(|model| model.prices.len()).sum::<usize>();
    say::done(&format!("{count} prices, {} pairs", book.pairs.len()));
    Ok(())
}

fn write() -> Result<()> {
    let book = Book::read(&folder())?;
    ensure!(book.unread.is_empty(), book.unread.join("\n"));
    for (name, text) in made(&book) {
        fs::write(project::root().join(name), text).with_context(|| name)?;
        say::done(name);
    }
    Ok(())
}

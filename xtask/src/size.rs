//! The sizes of the site's files, as they lie and as they travel.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::dist;

/// What all files together may weigh in brotli, in bytes.
pub const BUDGET: usize = 120_000;

/// A file's sizes in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileSize {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures every file of a site that the page asks for, the largest first.
pub fn measure(dist: &Path) -> Result<Vec<FileSize>> {
    let mut sizes = Vec::new();
    let mut files = dist::files(dist)?;
    files.retain(|file| *file != dist::catalogue());
    for name in files {
        let bytes = fs::read(dist.join(&name)).with_context(|| format!("{name} cannot be read"))?;
        let (gzip, brotli) = (gzip(&bytes)?, brotli(&bytes)?);
        sizes.push(FileSize {
            name,
            raw: bytes.len(),
            gzip,
            brotli,
        });
    }
    sizes.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    Ok(sizes)
}

/// The sizes of all files together.
pub fn total(sizes: &[FileSize]) -> FileSize {
    let zero = FileSize {
        name: "all files".to_owned(),
        ..FileSize::default()
    };
    sizes.iter().fold(zero, |sum, file| FileSize {
        raw: sum.raw + file.raw,
        gzip: sum.gzip + file.gzip,
        brotli: sum.brotli + file.brotli,
        ..sum
    })
}

/// The brotli bytes of all files together.
pub fn travelling(sizes: &[FileSize]) -> usize {
    total(sizes).brotli
}

/// Prints the table of sizes and how the total stands to the budget.
pub fn print(sizes: &[FileSize]) {
    println!("\n{:>11} {:>11} {:>11}  bytes", "raw", "gzip", "brotli");
    for FileSize {
        name,
        raw,
        gzip,
        brotli,
    } in sizes.iter().chain([&total(sizes)])
    {
        let [raw, gzip, brotli] = [*raw, *gzip, *brotli].map(grouped);
        println!("{raw:>11} {gzip:>11} {brotli:>11}  {name}");
    }
    println!("\n{}\n", verdict(travelling(sizes)));
}

/// How a total in brotli stands to the budget.
fn verdict(total: usize) -> String {
    let (budget, bytes) = (grouped(BUDGET), grouped(total));
    match total.checked_sub(BUDGET) {
        None | Some(0) => format!("{bytes} of {budget} bytes: within the budget"),
        Some(excess) => format!("{bytes} of {budget} bytes: {} too many", grouped(excess)),
    }
}

fn gzip(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// The greatest quality, 11, in a window of 4 MB: as static hosts do once for many visitors.
pub fn brotli(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = CompressorWriter::new(Vec::new(), 4096, 11, 22);
    encoder.write_all(bytes)?;
    Ok(encoder.into_inner().len())
}

/// A number with its digits in groups of three: `80,000`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(12_345_678), "12,345,678");
    }

    #[test]
    fn the_budget_holds_to_the_last_byte() {
        assert_eq!(
            verdict(120_000),
            "120,000 of 120,000 bytes: within the budget"
        );
        assert_eq!(verdict(120_001), "120,001 of 120,000 bytes: 1 too many");
    }

    #[test]
    fn repetition_is_compressed_and_whole() -> io::Result<()> {
        let text = "crossover ".repeat(1_000);
        assert!(gzip(text.as_bytes())? < 200);
        let size = brotli(text.as_bytes())?;
        assert!(size > 10 && size < 100, "{size}");
        Ok(())
    }

    #[test]
    fn what_the_page_does_not_ask_for_is_not_measured() -> Result<()> {
        let site = env::temp_dir().join(format!("crossover-size-{}", process::id()));
        fs::create_dir_all(site.join("guide"))?;
        for name in ["index.html", &dist::catalogue(), "guide/index.html"] {
            fs::write(site.join(name), "{}")?;
        }
        let sizes = measure(&site)?;
        fs::remove_dir_all(site)?;
        let names: Vec<_> = sizes.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["index.html"]);
        Ok(())
    }

    #[test]
    fn totals_add_up() {
        let file = |raw, gzip, brotli| FileSize {
            name: String::new(),
            raw,
            gzip,
            brotli,
        };
        let sum = total(&[file(10, 5, 4), file(1, 2, 3)]);
        assert_eq!((sum.raw, sum.gzip, sum.brotli), (11, 7, 7));
    }
}

//! The npm package, with a plain page that imports it and the conformance vectors for it to compute.

use std::path::{Path, PathBuf};

use anyhow::Context;

use super::Site;
use super::files::Files;
use crate::{Outcome, ensure, from_environment};

/// Where the package lies beside the page.
pub(super) const FOLDER: &str = "npm/";

const PAGE: [(&str, &str); 3] = [
    ("index.html", include_str!("../package/index.html")),
    // Without one, Firefox asks for /favicon.ico.
    ("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" />"),
    ("page.js", include_str!("../package/page.js")),
];

impl Site {
    /// A plain page that imports the package.
    ///
    /// # Errors
    ///
    /// A sentence when `CROSSOVER_DIST` is not set, or when no package is there.
    pub fn package() -> Outcome<Self> {
        let dist = from_environment("CROSSOVER_DIST", "the npm package, in its folder npm,")?;
        let mut files = Files::read(&dist)?;
        files.keep(|path| path.starts_with(FOLDER));
        ensure!(
            files.find("npm/crossover.js").is_some(),
            "{} holds no npm package; `cargo xtask package` writes it",
            dist.display()
        );
        for (path, text) in PAGE {
            files.add(path.to_owned(), text.into());
        }
        let vectors = Files::read(&vectors_folder())?;
        for path in Self::vectors()? {
            let bytes = vectors.find(&path).context("a file of vectors is gone")?;
            files.add(path, bytes.to_vec());
        }
        Ok(Self::of(files))
    }

    /// The files of conformance vectors that the page can fetch.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn vectors() -> Outcome<Vec<String>> {
        let mut paths = Files::read(&vectors_folder())?.paths();
        paths.retain(|path| Path::new(path).extension().is_some_and(|end| end == "json"));
        Ok(paths)
    }
}

/// Beside this package, wherever cargo says that it is.
fn vectors_folder() -> PathBuf {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR");
    let folder = folder.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    folder.join("../vectors")
}

//! Where things are in the project.

use std::env;
use std::path::{Path, PathBuf};

/// The project's root folder. Cargo says where the task is run from, which need not be where it was
/// compiled: clones may share a target folder.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or_else(|| xtask.clone(), Path::to_owned)
}

/// The release site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The npm package of the JavaScript API.
pub fn npm() -> PathBuf {
    dist().join("npm")
}

/// The page that `serve` serves, apart from the release site so that the two never mix.
pub fn served() -> PathBuf {
    root().join("target/serve")
}

/// Where what `index.html` takes in is written: the static first paint and the style sheet.
pub fn still() -> PathBuf {
    root().join("target/still")
}

/// Where the pages of the guide are written with their numbers, for mdBook to read.
pub fn guide() -> PathBuf {
    root().join("target/guide")
}

/// The pictures of the page.
pub fn screenshots() -> PathBuf {
    root().join("docs/screenshots")
}

/// The versions of all dependencies.
pub fn lock() -> PathBuf {
    root().join("Cargo.lock")
}

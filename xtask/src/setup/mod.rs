//! Set-up: every task gets the tools it needs, and only those.
//!
//! A tool is used where the right version answers: first in the tool [`cache`], then on `PATH`.
//! What is missing is installed into the cache, with a line that says what, why and how long.
//! [`toolchain`] is rustup's, [`cargo_tools`] come as crates, [`npm`] brings wasm-opt, esbuild, axe
//! and TypeScript, and [`browsers`] come from the system's [`packages`].

mod browsers;
mod cache;
mod cargo_tools;
mod npm;
mod packages;
mod toolchain;
mod version;

use std::path::PathBuf;

use anyhow::Result;

pub use browsers::Browser;
pub use npm::Node;
pub use packages::is_root;
pub use toolchain::{lint_components, wasm_target};

use crate::process::{cargo, run};
use crate::say;
use cache::Cache;

/// The tools that make the page.
pub struct PageTools {
    /// Trunk's program.
    pub trunk: PathBuf,
    /// wasm-bindgen's program.
    pub wasm_bindgen: PathBuf,
    /// wasm-opt's program, where it could be had; a release needs it.
    pub wasm_opt: Option<PathBuf>,
    /// esbuild's program, where it could be had; without it a release is larger.
    pub esbuild: Option<PathBuf>,
}

/// The tools to build and serve the page, which need nothing but rustup's toolchain.
pub fn to_serve() -> Result<PageTools> {
    wasm_target()?;
    let cache = Cache::open()?;
    let tools = PageTools {
        wasm_bindgen: cargo_tools::wasm_bindgen()?.ensure(&cache)?,
        trunk: cargo_tools::trunk().ensure(&cache)?,
        wasm_opt: None,
        esbuild: None,
    };
    // Trunk works without the network, so that it takes these tools or none.
    run(
        &mut cargo(&["fetch", "--locked", "--quiet"]),
        "fetching the dependencies",
    )?;
    Ok(tools)
}

/// The tools to build the release. Without npm there may be no wasm-opt, and Trunk then tries itself; and
/// no esbuild, which only makes the site smaller.
pub fn to_build() -> Result<PageTools> {
    let tools = to_serve()?;
    let cache = Cache::open()?;
    let (wasm_opt, esbuild) = (npm::wasm_opt(&cache), npm::esbuild(&cache));
    if let Err(reason) = &wasm_opt {
        say::missing(&format!(
            "no wasm-opt 132 by npm ({reason:#}); Trunk tries to download it"
        ));
    }
    if let Err(reason) = &esbuild {
        say::missing(&format!(
            "no esbuild {} by npm ({reason:#}); scripts and styles stay as they are, a little larger",
            npm::ESBUILD
        ));
    }
    Ok(PageTools {
        wasm_opt: wasm_opt.ok(),
        esbuild: esbuild.ok(),
        ..tools
    })
}

/// The tools that make the npm package.
pub struct PackageTools {
    /// wasm-bindgen's program.
    pub wasm_bindgen: PathBuf,
    /// wasm-opt's program.
    pub wasm_opt: PathBuf,
}

/// The tools to build the npm package.
pub fn to_package() -> Result<PackageTools> {
    wasm_target()?;
    let cache = Cache::open()?;
    Ok(PackageTools {
        wasm_bindgen: cargo_tools::wasm_bindgen()?.ensure(&cache)?,
        wasm_opt: npm::wasm_opt(&cache)?,
    })
}

/// Node.js with TypeScript, for the tests of the package.
pub fn to_test_package() -> Result<Node> {
    npm::node(&Cache::open()?)
}

/// mdBook's program, for the guide.
pub fn to_guide() -> Result<PathBuf> {
    cargo_tools::mdbook().ensure(&Cache::open()?)
}

/// cargo-mutants' program.
pub fn to_mutate() -> Result<PathBuf> {
    cargo_tools::mutants().ensure(&Cache::open()?)
}

/// Chromium, for the measurements and the pictures.
pub fn to_measure() -> Result<Browser> {
    browsers::chromium()
}

/// What the browser tests need beside the page; each may be impossible to get.
pub struct TestTools {
    /// Chromium and its driver.
    pub chromium: Result<Browser>,
    /// Firefox and its driver.
    pub firefox: Result<Browser>,
    /// axe's script.
    pub axe: Result<PathBuf>,
}

/// The browsers and axe, as far as they are to be had.
pub fn to_test() -> Result<TestTools> {
    let cache = Cache::open()?;
    Ok(TestTools {
        chromium: browsers::chromium(),
        firefox: browsers::firefox(&cache),
        axe: npm::axe(&cache),
    })
}

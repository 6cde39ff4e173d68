//! `build`: the release site in `dist/`, for any static host and under any path of it: the page, and
//! beside it the guide.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process::run;
use crate::setup::{self, PageTools};
use crate::{dist, guide, minify, project, say, size, trunk, wasm};

/// Sets up, builds and reports the sizes.
pub fn task() -> Result<()> {
    let (tools, mdbook) = (setup::to_build()?, setup::to_guide()?);
    build(&tools)?;
    // After the page: building that empties `dist/`.
    guide::build(&mdbook)?;
    size::print(&size::measure(&project::dist())?);
    Ok(())
}

/// Builds the page of the release site and checks it. Trunk writes the [`still`] first, by its hook.
pub fn build(tools: &PageTools) -> Result<()> {
    say::timed("dist/", "building the release site", || {
        let mut command = trunk::command(tools, "build")?;
        command.arg("--release=true");
        // For this target alone: Trunk's hook is cargo, too, which would compile the tasks anew with them.
        let flags = wasm::spaced(&wasm::flags()?);
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        match &tools.wasm_opt {
            Some(_) => run(command.arg("--offline=true"), "the release build"),
            None => run(&mut command, "the release build").context(
                "wasm-opt 132 was not at hand; if the lines above miss it, install Node.js with \
                 npm, or put that wasm-opt on PATH",
            ),
        }
    })?;
    if let Some(esbuild) = &tools.esbuild {
        minify::site(esbuild, &project::dist()).context("dist/ is not minified")?;
    }
    dist::check(&project::dist())
}

/// A style sheet without its comments and its indents, which need not travel. None of ours writes `/*`
/// in a string, nor a string of several lines.
fn travelling(css: &str) -> String {
    let css = without_comments(css);
    let lines = css.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| part.split_once("*/"));
    rest.fold(first.to_owned(), |kept, (_, after)| kept + after)
}

/// The page's style sheets, in order.
const STYLE: [&str; 8] = [
    "tokens", "base", "frame", "form", "results", "sections", "charts", "print",
];

/// Writes what `index.html` takes in: the static first paint, and the style sheets as one file,
/// which takes a request and a kilobyte less than several. Beside the page goes the catalogue, where Trunk
/// says that it builds the site.
pub fn still() -> Result<()> {
    let folder = project::still();
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let html =
        crossover::still::first_paint().context("the worked example is beyond the limits")?;
    let style = STYLE
        .iter()
        .map(|part| {
            let sheet = project::root()
                .join("style")
                .join(part)
                .with_extension("css");
            let text = fs::read_to_string(&sheet)
                .with_context(|| format!("{} is missing", sheet.display()))?;
            Ok(travelling(&text))
        })
        .collect::<Result<String>>()?;
    let mut files = vec![
        (folder.join("index.html"), html),
        (folder.join("style.css"), style),
    ];
    if let Some(site) = env::var_os("TRUNK_STAGING_DIR") {
        let file = Path::new(&site).join(dist::catalogue());
        files.push((file, crossover::export::catalogue()));
    }
    for (file, text) in files {
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_do_not_travel() {
        assert_eq!(
            without_comments("/* a */b {/* c */ d: e }/**/"),
            "b { d: e }"
        );
        assert_eq!(without_comments("b { d: e }"), "b { d: e }");
    }
}

//! The release site's files as small as they can travel.
//!
//! What they call each other is [numbered](imports), and esbuild minifies the scripts and style sheets that
//! Trunk has written, as Trunk's own minifier cannot. Each file gets a new name and a new digest, by its new
//! content, and the page asks for that. Another esbuild may so write something else, and no cache gives
//! out what does not fit the digest.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::process::output;
use crate::{dist, imports, integrity};

/// What is made smaller, by the endings of its names, and what esbuild is told for it. A script stays a
/// module, in the language that it was written in, and so does a style sheet.
const KINDS: [(&str, &[&str]); 2] = [
    (
        "js",
        &["--format=esm", "--target=es2022", "--tree-shaking=true"],
    ),
    ("css", &[]),
];

/// Makes the files of a built site smaller, and has its page ask for those.
pub fn site(esbuild: &Path, dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).context("dist/index.html is missing")?;
    for name in dist::files(dist)? {
        let Some(title) = name.strip_suffix("_bg.wasm") else {
            continue;
        };
        let glue = format!("{title}.js");
        let script = fs::read_to_string(dist.join(&glue)).context("the glue is missing")?;
        let (wasm, script) = imports::numbered(&fs::read(dist.join(&name))?, &script)?;
        replace(dist, &mut html, &name, &wasm)?;
        let script = with_one_start(&script)?;
        replace(dist, &mut html, &glue, script.as_bytes())?;
    }
    for name in dist::files(dist)? {
        let ending = Path::new(&name).extension().and_then(OsStr::to_str);
        let Some((_, options)) = KINDS.iter().find(|(kind, _)| Some(*kind) == ending) else {
            continue;
        };
        let after = smaller(esbuild, &dist.join(&name), options)?;
        replace(dist, &mut html, &name, after.as_bytes())?;
    }
    Ok(fs::write(page, unindented(&html))?)
}

/// HTML without indents and empty lines, as no element of ours keeps them.
fn unindented(html: &str) -> String {
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Puts other content in the place of a file's, and has the page ask for that.
fn replace(dist: &Path, html: &mut String, name: &str, after: &[u8]) -> Result<()> {
    let before = fs::read(dist.join(name))?;
    let new_name = renamed(name, after)
        .with_context(|| format!("{name} has no digest in its name to replace"))?;
    *html = replaced(html, name, &new_name)?;
    *html = replaced(html, &integrity::of(&before), &integrity::of(after))
        .with_context(|| format!("the digest of {name} is not known"))?;
    fs::remove_file(dist.join(name))?;
    Ok(fs::write(dist.join(new_name), after)?)
}

/// A glue that starts the page in one way only, so that what the other needs can be left out.
fn with_one_start(glue: &str) -> Result<String> {
    let both = "export { initSync, __wbg_init as default };";
    ensure!(glue.contains(both), "the glue does not end in {both}");
    Ok(glue.replace(both, "export { __wbg_init as default };"))
}

/// A script or style sheet as esbuild writes it.
fn smaller(esbuild: &Path, file: &Path, options: &[&str]) -> Result<String> {
    let mut command = Command::new(esbuild);
    command
        .arg(file)
        // Not `\u2212` for `−`: the page is in UTF-8, and so is what it asks for.
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .args(options);
    output(&mut command, "esbuild")
}

/// A file's name with the digest of its new content in the place of the former one, the last part before
/// its ending.
fn renamed(name: &str, content: &[u8]) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (title, _) = stem.rsplit_once('-')?;
    let digest = format!("{:x}", Sha256::digest(content));
    let digest = digest.get(..16)?;
    Some(format!("{title}-{digest}.{ending}"))
}

/// A text with every `from` in it as `to`; that there is none is a failure.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    ensure!(text.contains(from), "index.html does not have {from}");
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    #[test]
    fn a_name_tells_its_content() {
        let one = renamed("sub/main-page-0123456789abcdef.js", b"one");
        assert_eq!(one.as_deref(), Some("sub/main-page-7692c3ad3540bb80.js"));
        assert_ne!(renamed("main-0123456789abcdef.js", b"another"), one);
        assert_eq!(renamed("main.js", b"one"), None);
    }

    #[test]
    fn indents_do_not_travel() {
        assert_eq!(unindented("<p>\n  a\n\n  b</p>\n"), "<p>\na\nb</p>");
    }

    #[test]
    fn what_is_not_there_is_not_replaced_in_silence() -> Result<()> {
        assert_eq!(replaced("a b a", "a", "c")?, "c b c");
        assert!(replaced("a b a", "d", "c").is_err());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_page_asks_for_the_smaller_files() -> Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let dist = env::temp_dir().join(format!("crossover-minify-{}", process::id()));
        let _ = fs::remove_dir_all(&dist);
        fs::create_dir_all(dist.join("guide"))?;
        // In the place of esbuild, which would be downloaded: makes a file smaller, to its first line.
        let esbuild = dist.join("guide/esbuild");
        fs::write(&esbuild, "#!/bin/sh\nhead -n 1 \"$1\"\n")?;
        fs::set_permissions(&esbuild, fs::Permissions::from_mode(0o755))?;

        let script = "first()\n\nexport { initSync, __wbg_init as default };\n";
        let style = "a {}\nb {}\n";
        // That of nothing.
        let wasm = "\0asm\u{1}\0\0\0";
        let tag = |name: &str, text: &str| {
            let digest = integrity::of(text.as_bytes());
            format!("<link href=\"./{name}\" integrity=\"{digest}\">")
        };
        let tags = [
            tag("a-0123456789.js", script),
            tag("b-0123456789.css", style),
            tag("a-0123456789_bg.wasm", wasm),
        ];
        let html = tags.concat();
        for (name, text) in [
            ("index.html", html.as_str()),
            ("a-0123456789.js", script),
            ("b-0123456789.css", style),
            ("a-0123456789_bg.wasm", wasm),
            ("guide/c.js", script),
        ] {
            fs::write(dist.join(name), text)?;
        }
        site(&esbuild, &dist)?;

        let named = |name, text: &str| renamed(name, text.as_bytes()).context("no name");
        let wasm_name = named("a-0123456789_bg.wasm", wasm)?;
        let [style, after] = ["a {}\n", "first()\n"];
        let [css, script] = [
            named("b-0123456789.css", style)?,
            named("a-0123456789.js", after)?,
        ];
        let expected = [tag(&script, after), tag(&css, style), tag(&wasm_name, wasm)].concat();
        assert_eq!(fs::read_to_string(dist.join("index.html"))?, expected);
        let mut files = [wasm_name.as_str(), "index.html", &script, &css];
        files.sort_unstable();
        assert_eq!(dist::files(&dist)?, files);
        assert_eq!(fs::read_to_string(dist.join(&script))?, "first()\n");
        assert!(dist.join("guide/c.js").exists());

        // A page that does not ask for a script is not the page that belongs to it.
        fs::write(dist.join("index.html"), "")?;
        assert!(site(&esbuild, &dist).is_err());
        Ok(fs::remove_dir_all(dist)?)
    }
}

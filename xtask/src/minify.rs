//! The release site's scripts and style sheets as small as they can travel.
//!
//! esbuild does it to the files that Trunk has written, as Trunk's own minifier cannot. Each gets a new name
//! and a new digest, by its new content, and the page asks for that. Another esbuild may so write
//! something else, and no cache gives out what does not fit the digest.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha384};

use crate::process::output;
use crate::{dist, integrity};

/// What is made smaller, by the endings of its names, and what esbuild is told for it. A script stays a
/// module, in the language that it was written in, and so does a style sheet.
const KINDS: [(&str, &[&str]); 2] = [("js", &["--format=esm", "--target=es2022"]), ("css", &[])];

/// Makes the scripts and style sheets of a built site smaller, and has its page ask for those.
pub fn site(esbuild: &Path, dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).context("dist/index.html is missing")?;
    for name in dist::files(dist)? {
        let ending = Path::new(&name).extension().and_then(OsStr::to_str);
        let Some((_, options)) = KINDS.iter().find(|(kind, _)| Some(*kind) == ending) else {
            continue;
        };
        let path = dist.join(&name);
        let before = fs::read(&path)?;
        let after = smaller(esbuild, &path, options)?.into_bytes();
        let new_name = renamed(&name, &after)
            .with_context(|| format!("{name} has no digest in its name to replace"))?;
        html = replaced(&html, &name, &new_name)?;
        html = replaced(&html, &integrity::of(&before), &integrity::of(&after))
            .with_context(|| format!("the digest of {name} is not known"))?;
        fs::remove_file(path)?;
        fs::write(dist.join(new_name), after)?;
    }
    Ok(fs::write(page, html)?)
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
    let digest = format!("{:x}", Sha384::digest(content));
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
        assert_eq!(one.as_deref(), Some("sub/main-page-5dbcbedb00d131a2.js"));
        assert_ne!(renamed("main-0123456789abcdef.js", b"another"), one);
        assert_eq!(renamed("main.js", b"one"), None);
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

        let (script, style) = ("first()\n\nthen()\n", "a {}\nb {}\n");
        let tag = |name: &str, text: &str| {
            let digest = integrity::of(text.as_bytes());
            format!("<link href=\"./{name}\" integrity=\"{digest}\">")
        };
        let html = tag("a-0123456789.js", script) + &tag("b-0123456789.css", style);
        for (name, text) in [
            ("index.html", html.as_str()),
            ("a-0123456789.js", script),
            ("b-0123456789.css", style),
            ("a-0123456789_bg.wasm", "as it is\n\n"),
            ("guide/c.js", script),
        ] {
            fs::write(dist.join(name), text)?;
        }
        site(&esbuild, &dist)?;

        let names = ["a-0123456789.js", "b-0123456789.css"];
        let [Some(script), Some(style)] = [
            renamed(names[0], b"first()\n"),
            renamed(names[1], b"a {}\n"),
        ] else {
            anyhow::bail!("no names");
        };
        let expected = tag(&script, "first()\n") + &tag(&style, "a {}\n");
        assert_eq!(fs::read_to_string(dist.join("index.html"))?, expected);
        let mut files = ["a-0123456789_bg.wasm", "index.html", &script, &style];
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

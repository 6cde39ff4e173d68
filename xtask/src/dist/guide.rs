//! The rules for the guide: its policy stands in every page, and what a page loads or leads to is
//! there. mdBook's theme has inline scripts and styles, so that its policy is not the calculator's; it
//! allows nothing from elsewhere either.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use html5gum::{Token, Tokenizer};

use super::{collect, is_relative, style_problems};

/// What the policy allows beside nothing.
const ALLOWED: [&str; 4] = ["'none'", "'self'", "'unsafe-inline'", "data:"];

/// Checks a built guide, every violation named, and says how many bytes it has.
pub fn check(guide: &Path) -> Result<usize> {
    let mut files = Vec::new();
    collect(guide, "", &mut files)
        .with_context(|| format!("{} cannot be read", guide.display()))?;
    let mut problems = Vec::new();
    let mut bytes = 0;
    if !files.iter().any(|file| file == "index.html") {
        problems.push("index.html is missing".to_owned());
    }
    for file in &files {
        let text = fs::read(guide.join(file))?;
        bytes += text.len();
        let text = String::from_utf8_lossy(&text);
        let found = match Path::new(file).extension().and_then(|end| end.to_str()) {
            Some("html") => page_problems(&text, &files),
            // Pictures may stand in the style itself.
            Some("css") => style_problems(&text)
                .filter(|problem| !problem.starts_with("data:"))
                .collect(),
            _ => Vec::new(),
        };
        problems.extend(found.iter().map(|problem| format!("{file}: {problem}")));
    }
    if problems.is_empty() {
        return Ok(bytes);
    }
    bail!("the guide breaks its rules:\n  {}", problems.join("\n  "))
}

/// What is wrong with a page, given all files of the guide.
fn page_problems(html: &str, files: &[String]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut has_policy = false;
    for Ok(token) in Tokenizer::new(html) {
        let Token::StartTag(tag) = token else {
            continue;
        };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let attributes: BTreeMap<_, _> = tag
            .attributes
            .iter()
            .map(|(name, value)| (text(name), text(value)))
            .collect();
        let name = text(&tag.name);
        let attribute = |name: &str| attributes.get(name).map_or("", String::as_str);
        if attribute("http-equiv").eq_ignore_ascii_case("Content-Security-Policy") {
            has_policy = true;
            problems.extend(policy_problems(attribute("content")));
        }
        if matches!(&*name, "script" | "link") && !has_policy {
            problems.push(format!("a <{name}> stands before the policy"));
        }
        if name == "base" {
            problems.push("a <base> moves the addresses".to_owned());
        }
        for (key, address) in &attributes {
            let leads = match (&*name, key.as_str()) {
                ("a", "href") => leads(address, files),
                (_, "src" | "href" | "data" | "poster" | "action") => {
                    is_relative(address) && is_there(address, files)
                }
                _ => true,
            };
            if !leads {
                problems.push(format!("<{name}> has {key} {address}, which leads nowhere"));
            }
        }
    }
    if !has_policy {
        problems.push("there is no Content-Security-Policy".to_owned());
    }
    problems
}

/// Whether a link for people leads to another site, to the calculator or to a file of the guide.
fn leads(address: &str, files: &[String]) -> bool {
    let file = address.split(['?', '#']).next().unwrap_or_default();
    address.starts_with("https://")
        || file == "../index.html"
        || is_relative(address) && is_there(address, files)
}

fn is_there(address: &str, files: &[String]) -> bool {
    let file = address.split(['?', '#']).next().unwrap_or_default();
    file.is_empty() || files.iter().any(|there| there == file)
}

fn policy_problems(policy: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for directive in policy.split(';') {
        let sources = directive.split_whitespace().skip(1);
        let strange = sources.filter(|source| !ALLOWED.contains(source));
        problems.extend(strange.map(|source| format!("the policy allows {source}")));
    }
    if !policy.starts_with("default-src 'none';") {
        problems.push("the policy does not begin with default-src 'none'".to_owned());
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    const POLICY: &str = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; \
        script-src 'self' 'unsafe-inline'\">";

    fn problems(after_policy: &str) -> Vec<String> {
        let files = ["index.html".to_owned(), "a.js".to_owned()];
        page_problems(&format!("{POLICY}{after_policy}"), &files)
    }

    #[test]
    fn what_is_there_may_be_loaded_and_linked() {
        for html in [
            "<script src=a.js></script><script>run()</script>",
            "<a href=index.html#part>a</a><a href=\"#part\">b</a>",
            "<a href=\"../index.html#v=5M\">c</a><a href=https://example.org>d</a>",
        ] {
            assert_eq!(problems(html), Vec::<String>::new(), "{html}");
        }
    }

    #[test]
    fn what_is_elsewhere_or_nowhere_is_named() {
        for html in [
            "<script src=https://example.org/a.js></script>",
            "<script src=b.js></script>",
            "<link rel=stylesheet href=//example.org/a.css>",
            "<a href=gone.html>a</a>",
            "<a href=http://example.org>a</a>",
            "<a href=../gone.html>a</a>",
            "<base href=\"/\">",
        ] {
            assert_eq!(
                problems(html).len(),
                1 + usize::from(html.starts_with("<base")),
                "{html}"
            );
        }
        assert_eq!(page_problems("<p>", &[]).len(), 1);
        assert_eq!(
            policy_problems("default-src 'none'; img-src https:").len(),
            1
        );
        assert_eq!(policy_problems("script-src 'self'").len(), 1);
    }

    /// The policy that every page gets from the theme.
    #[test]
    fn the_policy_of_the_theme_keeps_to_the_rules() -> Result<()> {
        let head = fs::read_to_string(project::root().join("docs/guide/theme/head.hbs"))?;
        assert_eq!(page_problems(&head, &[]), Vec::<String>::new());
        Ok(())
    }
}

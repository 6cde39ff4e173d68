//! The rules for `index.html`, read tag by tag.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

use super::is_relative;

/// What a page asks for, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Page {
    /// The site's files it asks for, as relative addresses.
    pub files: Vec<String>,
    /// The digests it has, each with the file it is for.
    pub digests: Vec<(String, String)>,
    /// The rules it breaks, a sentence each.
    pub problems: Vec<String>,
    policy: bool,
}

/// Reads a page.
pub fn read(html: &str) -> Page {
    let mut page = Page::default();
    for Ok(token) in Tokenizer::new(html) {
        if let Token::StartTag(tag) = token {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let attributes = tag
                .attributes
                .iter()
                .map(|(name, value)| (text(name), text(value)));
            page.element(&text(&tag.name), &attributes.collect());
        }
    }
    if !page.policy {
        page.problem("index.html has no Content-Security-Policy".to_owned());
    }
    page
}

impl Page {
    fn problem(&mut self, problem: String) {
        self.problems.push(problem);
    }

    fn element(&mut self, name: &str, attributes: &BTreeMap<String, String>) {
        let attribute = |name: &str| attributes.get(name).map(String::as_str);
        match name {
            "meta" => {
                let is_policy = attribute("http-equiv")
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("Content-Security-Policy"));
                if is_policy {
                    self.policy = true;
                    self.problems
                        .extend(policy_problems(attribute("content").unwrap_or_default()));
                }
            }
            "style" => self.problem("index.html has an inline <style>".to_owned()),
            "script" if attribute("src").is_none() => {
                self.problem("index.html has an inline <script>".to_owned());
            }
            "base" => self.problem("index.html has a <base>, which moves its addresses".to_owned()),
            _ => {}
        }
        if matches!(name, "script" | "link") && !self.policy {
            self.problem(format!(
                "index.html has a <{name}> before its Content-Security-Policy"
            ));
        }
        let checked = ["stylesheet", "modulepreload", "preload"];
        let kind = attribute("rel").unwrap_or_default();
        let address = attribute("src").or(attribute("href")).unwrap_or_default();
        if let Some(digest) = attribute("integrity") {
            let digest = (file_of(address).to_owned(), digest.to_owned());
            self.digests.push(digest);
        } else if name == "script" || checked.contains(&kind) {
            self.problem(format!("<{name}> of {address} has no integrity digest"));
        }
        for (key, value) in attributes {
            self.attribute(name, kind, key, value);
        }
    }

    fn attribute(&mut self, element: &str, kind: &str, key: &str, value: &str) {
        match key {
            "style" | "srcdoc" => {
                self.problem(format!("<{element}> has an inline {key} attribute"));
            }
            _ if key.starts_with("on") => {
                self.problem(format!("<{element}> has an inline handler, {key}"));
            }
            "href" if matches!(element, "a" | "area") || kind == "canonical" => {
                self.link(element, value);
            }
            "src" | "href" | "xlink:href" | "data" | "poster" | "action" | "formaction" => {
                self.file(element, value);
            }
            _ => {}
        }
    }

    /// A link for people may lead to other sites, but not to what hangs on the page's own path.
    fn link(&mut self, element: &str, address: &str) {
        if !address.starts_with("https://") && !is_relative(address) {
            self.problem(format!(
                "<{element}> leads to {address}, neither relative nor https"
            ));
        }
    }

    /// What the page loads is a file of the site, unless it is a part of the page itself.
    fn file(&mut self, element: &str, address: &str) {
        if !is_relative(address) {
            self.problem(format!(
                "<{element}> asks for {address}, not a relative address"
            ));
            return;
        }
        let file = file_of(address);
        if !file.is_empty() {
            self.files.push(file.to_owned());
        }
    }
}

/// The file of a relative address.
fn file_of(address: &str) -> &str {
    let file = address.split(['?', '#']).next().unwrap_or_default();
    file.strip_prefix("./").unwrap_or(file)
}

/// What a policy allows beyond the page's own files.
fn policy_problems(policy: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let mut closed = false;
    for directive in policy.split(';') {
        let mut words = directive.split_whitespace();
        let name = words.next().unwrap_or_default();
        let sources: Vec<&str> = words.collect();
        closed |= name == "default-src" && sources == ["'none'"];
        problems.extend(
            sources
                .iter()
                .filter(|source| !["'none'", "'self'", "'wasm-unsafe-eval'"].contains(source))
                .map(|source| format!("the Content-Security-Policy allows {source} in {name}")),
        );
    }
    if !closed {
        problems.push("the Content-Security-Policy lacks default-src 'none'".to_owned());
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"\
        default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\">";

    fn problems(after_policy: &str) -> Vec<String> {
        read(&format!("<!doctype html>{POLICY}{after_policy}")).problems
    }

    #[test]
    fn a_page_of_files_with_digests_is_fine() {
        let page = read(&format!(
            "{POLICY}<link rel=stylesheet href=\"./a.css\" integrity=\"sha384-x\">\
             <script type=module src=b.js integrity=sha384-y></script>\
             <a href=https://example.org>x</a><a href=\"#part\">y</a><!-- <script>z</script> -->"
        ));
        assert_eq!(page.problems, Vec::<String>::new());
        assert_eq!(page.files, ["a.css", "b.js"]);
        let digests = [("a.css", "sha384-x"), ("b.js", "sha384-y")];
        let digests = digests.map(|(file, digest)| (file.to_owned(), digest.to_owned()));
        assert_eq!(page.digests, digests);
    }

    #[test]
    fn what_the_policy_would_block_is_found() {
        for html in [
            "<script>run()</script>",
            "<style>a {}</style>",
            "<p style=\"color: red\">",
            "<p onclick=run()>",
            "<iframe srcdoc=x>",
            "<base href=x>",
            "<script src=a.js></script>",
            "<link rel=stylesheet href=a.css>",
            "<img src=\"/a.svg\">",
            "<img src=\"https://example.org/a.svg\">",
            "<a href=\"javascript:run()\">",
            "<a href=/about>",
        ] {
            assert!(!problems(html).is_empty(), "{html}");
        }
    }

    #[test]
    fn the_policy_stands_first_and_is_closed() {
        assert_eq!(
            read("<p>").problems,
            ["index.html has no Content-Security-Policy"]
        );
        let late = format!("<link rel=icon href=a.svg>{POLICY}");
        assert_eq!(read(&late).problems.len(), 1);
        assert_eq!(
            policy_problems("default-src 'none'; img-src 'self'"),
            Vec::<String>::new()
        );
        assert_eq!(
            policy_problems("default-src 'none'; script-src 'unsafe-inline' https:").len(),
            2
        );
        assert_eq!(policy_problems("default-src 'self'").len(), 1);
    }
}

//! The built page as a static host serves it, and the troubles that hosts and networks make.

mod files;
mod host;
mod package;

use anyhow::Context;
use axum::http::HeaderValue;

use crate::{Outcome, ensure, from_environment};
use files::Files;
pub use host::{Host, Request};

/// Where the guide lies beside the page.
const GUIDE: &str = "guide/";

/// What is to be served: the files of the release build, with or without trouble.
///
/// ```no_run
/// # async fn example() -> browser::Outcome {
/// let host = browser::Site::shipped()?.held_back(".wasm").serve().await?;
/// // … the page is readable, and not yet alive …
/// host.release();
/// # Ok(())
/// # }
/// ```
pub struct Site {
    files: Files,
    /// Begins and ends with `/`.
    folder: String,
    policy: Option<HeaderValue>,
    held_back: Option<String>,
}

impl Site {
    /// The release build of the page, just as it was built, at the root of its host. The guide and the
    /// package beside it are none of it.
    ///
    /// # Errors
    ///
    /// A sentence when `CROSSOVER_DIST` is not set, or when no page is there.
    pub fn shipped() -> Outcome<Self> {
        let dist = from_environment("CROSSOVER_DIST", "the release build of the page")?;
        let mut files = Files::read(&dist)
            .with_context(|| format!("the build in {} cannot be read", dist.display()))?;
        files.keep(|path| !path.starts_with(package::FOLDER) && !path.starts_with(GUIDE));
        ensure!(
            files.find("index.html").is_some(),
            "{} holds no index.html: it is not the build of the page",
            dist.display()
        );
        Ok(Self::of(files))
    }

    fn of(files: Files) -> Self {
        Self {
            files,
            folder: "/".to_owned(),
            policy: None,
            held_back: None,
        }
    }

    /// Serves it from a folder of the host, `some/path` for example.
    #[must_use]
    pub fn under(mut self, folder: &str) -> Self {
        self.folder = format!("/{}/", folder.trim_matches('/'));
        self
    }

    /// Does not answer requests for files whose name ends like this until [`Host::release`].
    #[must_use]
    pub fn held_back(mut self, ending: &str) -> Self {
        self.held_back = Some(ending.to_owned());
        self
    }

    /// Sends a `Content-Security-Policy` with every file. It adds to the page's own, so it can
    /// only forbid more.
    #[must_use]
    pub fn with_policy(mut self, policy: &'static str) -> Self {
        self.policy = Some(HeaderValue::from_static(policy));
        self
    }

    /// Leaves out the file whose name ends like this.
    ///
    /// # Errors
    ///
    /// When there is no such file.
    pub fn without(mut self, ending: &str) -> Outcome<Self> {
        let path = self.files.ending_in(ending)?;
        self.files.remove(&path);
        Ok(self)
    }

    /// Appends a section to the WebAssembly that leaves it valid and does nothing, so that only
    /// the check of its integrity can tell.
    ///
    /// # Errors
    ///
    /// When the build has no WebAssembly.
    pub fn with_tampered_wasm(mut self) -> Outcome<Self> {
        let path = self.files.ending_in(".wasm")?;
        // Section 0 (custom), nine bytes long, with a name of eight bytes and no content.
        self.files.append(&path, b"\x00\x09\x08tampered");
        Ok(self)
    }

    /// Appends a comment to the glue, so that only the check of its integrity can tell.
    ///
    /// # Errors
    ///
    /// When the build has no glue.
    pub fn with_tampered_glue(mut self) -> Outcome<Self> {
        let path = self.glue()?;
        self.files.append(&path, b"// tampered");
        Ok(self)
    }

    /// The path of the script that wasm-bindgen wrote.
    ///
    /// # Errors
    ///
    /// When the build has no such script.
    pub fn glue(&self) -> Outcome<String> {
        let mut paths = self.files.paths().into_iter();
        paths
            .find(|path| path.starts_with("crossover-page-") && !path.ends_with("_bg.wasm"))
            .context("the build has no glue")
    }

    /// Appends markup to the page, as a careless or malicious host might.
    ///
    /// # Errors
    ///
    /// When the build has no page.
    pub fn with_markup(mut self, markup: &str) -> Outcome<Self> {
        let path = self.files.ending_in("index.html")?;
        self.files.append(&path, markup.as_bytes());
        Ok(self)
    }

    /// The paths of all files, relative to the page.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.files.paths()
    }

    /// Starts to serve it on a free port of this machine.
    ///
    /// # Errors
    ///
    /// When no port is to be had, or when the page has no security policy of its own.
    pub async fn serve(self) -> Outcome<Host> {
        Host::start(self).await
    }
}

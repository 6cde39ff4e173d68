//! The page, spoken to as a reader would.

mod expect;
mod fields;

use anyhow::Context;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{Browser, Engine, Host, Outcome, Settings, Site, bail};

/// What every script begins with.
const PAGE: &str = include_str!("page.js");

/// The page in a browser, with the host that serves it.
pub struct Calculator {
    /// Closes before its host does.
    browser: Browser,
    host: Host,
}

impl Calculator {
    /// A browser in front of the page as it is shipped, not yet opened.
    ///
    /// # Errors
    ///
    /// When build, browser or driver are missing.
    pub async fn shipped(engine: Engine) -> Outcome<Self> {
        Self::of(engine, Site::shipped()?, Settings::default()).await
    }

    /// A browser with these settings in front of this site.
    ///
    /// # Errors
    ///
    /// When browser or driver are missing.
    pub async fn of(engine: Engine, site: Site, settings: Settings) -> Outcome<Self> {
        let browser = Browser::start(engine, settings).await?;
        let host = site.serve().await?;
        Ok(Self { browser, host })
    }

    /// The browser.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The host.
    #[must_use]
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// Opens the page with a link (`#v=2B`, or nothing) and waits until it is alive.
    ///
    /// # Errors
    ///
    /// When it does not come to life.
    pub async fn open(&self, link: &str) -> Outcome {
        self.visit(link).await?;
        self.comes_alive().await
    }

    /// Loads the page anew with a link, without waiting for more than its HTML.
    ///
    /// # Errors
    ///
    /// When it cannot be loaded.
    pub async fn visit(&self, link: &str) -> Outcome {
        let session = self.browser.session();
        // A change of nothing but the fragment would not load anything.
        session.goto("about:blank").await?;
        let address = format!("{}{link}", self.host.address());
        session.goto(address).await?;
        Ok(())
    }

    /// Follows a link within the open page, as by pasting it into the address bar.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn follow(&self, link: &str) -> Outcome {
        self.ask("location.hash = arguments[0]", &[json!(link)])
            .await?;
        Ok(())
    }

    /// Reloads the page and waits until it is alive again.
    ///
    /// # Errors
    ///
    /// When it does not come to life.
    pub async fn reload(&self) -> Outcome {
        self.browser.session().refresh().await?;
        self.comes_alive().await
    }

    /// Goes back in the tab's history.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn back(&self) -> Outcome {
        Ok(self.browser.session().back().await?)
    }

    /// Waits until the served page has come to life.
    ///
    /// # Errors
    ///
    /// When that does not happen.
    pub async fn comes_alive(&self) -> Outcome {
        self.wait("the page to come to life", async || {
            let alive = self.ask("return isAlive()", &[]).await?;
            Ok(if alive == json!(true) {
                Ok(())
            } else {
                Err("it is not alive")
            })
        })
        .await
    }

    /// The visible text of the first element that matches a selector.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn text(&self, selector: &str) -> Outcome<Option<String>> {
        self.text_of("return read(arguments[0])", selector).await
    }

    /// The sentence of the verdict.
    ///
    /// # Errors
    ///
    /// When there is none to be seen.
    pub async fn verdict(&self) -> Outcome<String> {
        self.text("#verdict")
            .await?
            .context("no verdict is to be seen")
    }

    /// The text in a cell of the cost table as it stands.
    ///
    /// # Errors
    ///
    /// When there is no such cell to be seen.
    pub async fn cell(&self, line: &str, column: &str) -> Outcome<String> {
        let cell = format!("#costs-{line}-{column}");
        self.text(&cell)
            .await?
            .with_context(|| format!("no cell {cell} is to be seen"))
    }

    /// The fragment of the address: `#` and the scenario, or nothing.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn address(&self) -> Outcome<String> {
        let hash = self.ask("return location.hash", &[]).await?;
        Ok(hash.as_str().unwrap_or_default().to_owned())
    }

    /// Presses a key wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn press(&self, key: Key) -> Outcome {
        let keys = self.browser.session().action_chain();
        Ok(keys.send_keys(key + "").perform().await?)
    }

    /// Presses a key together with the control key, wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn press_with_control(&self, key: &str) -> Outcome {
        let focused = self.browser.session().active_element().await?;
        Ok(focused.send_keys(Key::Control + key).await?)
    }

    /// Clicks an element.
    ///
    /// # Errors
    ///
    /// When there is no such element to be clicked.
    pub async fn click(&self, selector: &str) -> Outcome {
        let element = self
            .browser
            .session()
            .find(thirtyfour::By::Css(selector))
            .await?;
        Ok(element.click().await?)
    }

    /// Types a text wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn type_keys(&self, text: &str) -> Outcome {
        let keys = self.browser.session().action_chain();
        Ok(keys.send_keys(text).perform().await?)
    }

    /// Runs a script in the page that may use the functions of `page.js`.
    ///
    /// # Errors
    ///
    /// When the script throws.
    pub async fn ask(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        self.browser
            .run(&format!("{PAGE}\n{script}"), arguments)
            .await
    }

    async fn text_of(&self, script: &str, argument: &str) -> Outcome<Option<String>> {
        match self.ask(script, &[json!(argument)]).await? {
            Value::String(text) => Ok(Some(text)),
            Value::Null => Ok(None),
            other => bail!("expected a text, found {other}"),
        }
    }
}

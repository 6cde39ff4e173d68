//! A headless browser with a fresh profile.

use std::time::Duration;

use anyhow::Context;
use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::{
    Capabilities, CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities,
    PageLoadStrategy, RequestData, SessionId, WebDriver, WebElement,
};

use crate::driver::Driver;
use crate::{Engine, Outcome, ensure, from_environment};

/// What a reader may have set in their browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    scripts_off: bool,
    wasm_off: bool,
}

impl Settings {
    /// A reader who has turned scripts off.
    #[must_use]
    pub fn without_scripts() -> Self {
        Self {
            scripts_off: true,
            ..Self::default()
        }
    }

    /// A browser without WebAssembly, or one in which it is turned off.
    #[must_use]
    pub fn without_wasm() -> Self {
        Self {
            wasm_off: true,
            ..Self::default()
        }
    }
}

/// A running browser with one tab; it closes when this is dropped.
pub struct Browser {
    /// Dropped before the driver that carries out its last command.
    session: WebDriver,
    engine: Engine,
    _driver: Driver,
}

impl Browser {
    /// Starts a browser and opens an empty tab of 1280 by 900 pixels.
    ///
    /// # Errors
    ///
    /// A sentence naming what is missing when the environment does not say where browser and
    /// driver are, and the driver's own words when the browser does not start.
    pub async fn start(engine: Engine, settings: Settings) -> Outcome<Self> {
        let capabilities = match engine {
            Engine::Chromium => chromium()?,
            Engine::Firefox => firefox(settings)?,
        };
        let driver = Driver::start(engine).await?;
        let session = WebDriver::builder(driver.address(), capabilities)
            .request_timeout(Duration::from_secs(60))
            .await
            .with_context(|| format!("{engine:?} does not start; its driver:\n{}", driver.log()))?;
        let browser = Self {
            session,
            engine,
            _driver: driver,
        };
        // Firefox has preferences for both.
        if engine == Engine::Chromium && settings.scripts_off {
            let off = json!({ "value": true });
            browser
                .cdp("Emulation.setScriptExecutionDisabled", off)
                .await?;
        }
        if engine == Engine::Chromium && settings.wasm_off {
            let first = json!({ "source": "delete globalThis.WebAssembly" });
            browser
                .cdp("Page.addScriptToEvaluateOnNewDocument", first)
                .await?;
        }
        Ok(browser)
    }

    /// Which browser this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The driver's session, for what has no word of its own here.
    #[must_use]
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Runs `script` in the page as the body of a function and answers what it returns.
    ///
    /// # Errors
    ///
    /// When the script throws; the error quotes what.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        let answer = self.session.execute(script, arguments.to_vec()).await?;
        Ok(answer.json().clone())
    }

    /// Like [`run`](Self::run), but `script` answers by calling its last argument.
    ///
    /// # Errors
    ///
    /// When the script throws or does not answer within half a minute.
    pub async fn run_async(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        let answer = self
            .session
            .execute_async(script, arguments.to_vec())
            .await?;
        Ok(answer.json().clone())
    }

    /// Sends a command of Chromium's developer tools.
    ///
    /// # Errors
    ///
    /// In Firefox, and when Chromium refuses the command.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Outcome<Value> {
        ensure!(
            self.engine == Engine::Chromium,
            "only Chromium understands {method}"
        );
        Ok(self.session.cdp().send_raw(method, parameters).await?)
    }

    /// The role and the name under which assistive technology knows `element`.
    ///
    /// # Errors
    ///
    /// When the element is gone.
    pub async fn role_and_name(&self, element: &WebElement) -> Outcome<(String, String)> {
        let id = element.element_id().to_string();
        let role = Computed { id, what: "role" };
        let name = Computed {
            id: role.id.clone(),
            what: "label",
        };
        Ok((
            self.session.cmd(role).await?.value()?,
            self.session.cmd(name).await?.value()?,
        ))
    }

    /// What a dialog says that the page has opened, if there is one.
    pub async fn dialog(&self) -> Option<String> {
        self.session.get_alert_text().await.ok()
    }

    /// What Chromium's console holds since it was last asked, warnings and errors only.
    ///
    /// # Errors
    ///
    /// In Firefox, which has no way to ask for it.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        let log = self.session.browser_log().await?;
        Ok(log.into_iter().map(|entry| entry.message).collect())
    }
}

/// Two commands of a driver that thirtyfour has no method for.
#[derive(Debug)]
struct Computed {
    id: String,
    what: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!(
            "session/{session}/element/{}/computed{}",
            self.id, self.what
        );
        RequestData::new(Method::GET, path)
    }
}

fn chromium() -> Outcome<Capabilities> {
    let program = from_environment("CHROMIUM", "the browser Chromium")?;
    let mut chromium = DesiredCapabilities::chrome();
    chromium.set_binary(&program.to_string_lossy())?;
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--disable-extensions",
        "--disable-gpu",
        "--disable-sync",
        "--no-first-run",
        // The browser ends with its driver, whatever ends the driver.
        "--remote-debugging-pipe",
        "--window-size=1280,900",
        // Nothing but the page's own site can be reached, whoever asks.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ] {
        chromium.add_arg(argument)?;
    }
    chromium.set_browser_log_level(LoggingPrefsLogLevel::Warning)?;
    // A file that is held back would hold back the load event too.
    chromium.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(chromium.into())
}

fn firefox(settings: Settings) -> Outcome<Capabilities> {
    let program = from_environment("FIREFOX", "the browser Firefox")?;
    let mut firefox = DesiredCapabilities::firefox();
    firefox.set_firefox_binary(&program.to_string_lossy())?;
    for argument in ["-headless", "--width=1280", "--height=900"] {
        firefox.add_arg(argument)?;
    }
    let mut preferences = FirefoxPreferences::new();
    if settings.scripts_off {
        preferences.set("javascript.enabled", false)?;
    }
    if settings.wasm_off {
        preferences.set("javascript.options.wasm", false)?;
    }
    firefox.set_preferences(preferences)?;
    firefox.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(firefox.into())
}

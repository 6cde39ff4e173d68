//! Accessibility, as axe-core judges it.

use anyhow::Context;
use serde_json::{Value, json};

use crate::{Calculator, Outcome, ensure, from_environment};

/// The colours that a reader prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

const CHECK: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(
  ({ violations }) => done(violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 4).map(({ target }) => target.join(" ")).join(", ");
    const [{ any, all, none }] = nodes;
    const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
    return `${id} (${help}) at ${nodes.length} places: ${places}; the first: ${why}`;
  })),
  (error) => done([`axe failed: ${error}`]),
);
"#;

impl Calculator {
    /// Makes Chromium pretend that its window is so many pixels wide and that its scroll bars take
    /// no room, as on a phone.
    ///
    /// # Errors
    ///
    /// In Firefox.
    pub async fn resize(&self, width: u32) -> Outcome {
        self.window(width, 900).await
    }

    /// Like [`resize`](Self::resize), and so many pixels high.
    ///
    /// # Errors
    ///
    /// In Firefox.
    pub async fn window(&self, width: u32, height: u32) -> Outcome {
        let hidden = json!({ "hidden": true });
        self.browser()
            .cdp("Emulation.setScrollbarsHidden", hidden)
            .await?;
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.browser()
            .cdp("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// Makes Chromium's reader prefer these colours.
    ///
    /// # Errors
    ///
    /// In Firefox.
    pub async fn prefer(&self, scheme: Scheme) -> Outcome {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.browser()
            .cdp("Emulation.setEmulatedMedia", media)
            .await?;
        Ok(())
    }

    /// All that axe-core finds wrong with the page as it stands.
    ///
    /// # Errors
    ///
    /// When `AXE` does not say where axe-core is.
    pub async fn violations(&self) -> Outcome<Vec<String>> {
        let path = from_environment("AXE", "axe-core's axe.min.js")?;
        let axe = std::fs::read_to_string(&path)?;
        let found = self
            .browser()
            .run_async(&format!("{axe};\n{CHECK}"), &[])
            .await?;
        let Value::Array(found) = found else {
            return Ok(vec![format!("axe answered {found}")]);
        };
        found
            .iter()
            .map(|one| one.as_str().map(str::to_owned).context("no text"))
            .collect()
    }

    /// Makes sure that axe-core finds nothing wrong; `state` names what the page shows.
    ///
    /// # Errors
    ///
    /// All that it finds.
    pub async fn is_accessible(&self, state: &str) -> Outcome {
        let violations = self.violations().await?;
        ensure!(
            violations.is_empty(),
            "{} violations with {state}:\n  {}",
            violations.len(),
            violations.join("\n  ")
        );
        Ok(())
    }
}

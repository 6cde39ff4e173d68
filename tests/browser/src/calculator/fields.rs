//! The form: text fields and choices, found by the words a reader sees.

use anyhow::Context;
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use super::{Calculator, PAGE};
use crate::{Outcome, ensure};

impl Calculator {
    /// Types a text into the field with this label, in place of what it holds.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such field to be seen, or when it is no text field.
    pub async fn enter(&self, label: &str, text: &str) -> Outcome {
        let field = self.field(label).await?;
        field.send_keys(Key::Control + "a").await?;
        if text.is_empty() {
            field.send_keys(Key::Backspace + "").await?;
        } else {
            field.send_keys(text).await?;
        }
        Ok(())
    }

    /// Leaves the field that is being typed into.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn leave(&self) -> Outcome {
        self.press(Key::Tab).await
    }

    /// Chooses one of a group of radio buttons, both by their words.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such choice to be seen.
    pub async fn choose(&self, group: &str, label: &str) -> Outcome {
        let arguments = [json!(label), json!(group)];
        let script = "return controlNamed(arguments[0], arguments[1])";
        self.named_as("radio", label, self.element(script, &arguments).await?)
            .await?;
        // The words are as good a target as the button, and some styles hide the button.
        let words = "return labelNamed(arguments[0], arguments[1])";
        self.element(words, &arguments).await?.click().await?;
        Ok(())
    }

    /// Opens a part of the page below the first screen, and leaves the focus where it is.
    ///
    /// # Errors
    ///
    /// When there is none of that name.
    pub async fn open_section(&self, id: &str) -> Outcome {
        let title = format!("section-{id}-title");
        let script = "document.getElementById(arguments[0]).click()";
        self.ask(script, &[json!(title)]).await?;
        Ok(())
    }

    /// Whether a field with this label is to be seen.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn has_field(&self, label: &str) -> Outcome<bool> {
        let script = "const label = [...document.querySelectorAll('label')].filter(shown)
            .find((label) => normal(label.innerText).startsWith(arguments[0]));
            return Boolean(label?.control)";
        Ok(self.ask(script, &[json!(label)]).await? == json!(true))
    }

    /// The text in the field with this label.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such field to be seen.
    pub async fn entry(&self, label: &str) -> Outcome<String> {
        self.text_of("return controlNamed(arguments[0]).value", label)
            .await?
            .context("the field holds no text")
    }

    /// The error shown for the field with this label, if any: what a screen reader reads with it.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such field to be seen.
    pub async fn error(&self, label: &str) -> Outcome<Option<String>> {
        self.text_of("return errorOf(controlNamed(arguments[0]))", label)
            .await
    }

    /// What the page says to have understood from the field with this label.
    ///
    /// # Errors
    ///
    /// When there is not exactly one such field to be seen.
    pub async fn echo(&self, label: &str) -> Outcome<Option<String>> {
        let script = "return read('#' + CSS.escape(controlNamed(arguments[0]).id + '-echo'))";
        self.text_of(script, label).await
    }

    async fn element(&self, script: &str, arguments: &[Value]) -> Outcome<WebElement> {
        let session = self.browser.session();
        let script = format!("{PAGE}\n{script}");
        Ok(session
            .execute(script, arguments.to_vec())
            .await?
            .element()?)
    }

    /// The text field with this label.
    async fn field(&self, label: &str) -> Outcome<WebElement> {
        let script = "return controlNamed(arguments[0])";
        let field = self.element(script, &[json!(label)]).await?;
        self.named_as("textbox", label, field).await
    }

    /// Makes sure that assistive technology knows a control by the label a reader sees.
    async fn named_as(&self, role: &str, label: &str, control: WebElement) -> Outcome<WebElement> {
        let (found, name) = self.browser.role_and_name(&control).await?;
        ensure!(
            found == role && name.starts_with(label),
            "the control labelled \"{label}\" should be a {role} of that name, it is a {found} \
             named \"{name}\""
        );
        Ok(control)
    }
}

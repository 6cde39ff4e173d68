//! What the page is expected to show, now or soon.

use std::fmt::Display;
use std::path::PathBuf;

use super::Calculator;
use crate::{Engine, Outcome, stands_in, until};

impl Calculator {
    /// Waits until a cell of the cost table holds a figure.
    ///
    /// # Errors
    ///
    /// When it does not; the error says what it holds.
    pub async fn shows_cost(&self, line: &str, column: &str, figure: &str) -> Outcome {
        let cell = format!("#costs-{line}-{column}");
        self.shows(&cell, figure).await
    }

    /// Waits until a line of the table of thresholds holds a figure.
    ///
    /// # Errors
    ///
    /// When it does not; the error says what it holds.
    pub async fn shows_threshold(&self, line: &str, figure: &str) -> Outcome {
        self.shows(&format!("#thresholds-{line}-value"), figure)
            .await
    }

    /// Waits until the verdict has this code and its sentence holds all these words.
    ///
    /// # Errors
    ///
    /// When it does not; the error says what it holds.
    pub async fn decides(&self, code: &str, words: &[&str]) -> Outcome {
        let verdict = format!("#verdict[data-code={code}]");
        for word in words {
            self.shows(&verdict, word).await?;
        }
        Ok(())
    }

    /// Waits until an element is visible and a figure or some words stand in it.
    ///
    /// # Errors
    ///
    /// When that does not happen; the error says what is there instead.
    pub async fn shows(&self, selector: &str, words: &str) -> Outcome {
        let what = format!("\"{words}\" in {selector}");
        self.wait(&what, async || {
            Ok(match self.text(selector).await? {
                Some(text) if stands_in(&text, words) => Ok(()),
                Some(text) => Err(format!("\"{text}\"")),
                None => Err("nothing visible".to_owned()),
            })
        })
        .await
    }

    /// Waits until an element with some text in it is visible.
    ///
    /// # Errors
    ///
    /// When that does not happen.
    pub async fn appears(&self, selector: &str) -> Outcome<String> {
        self.wait(selector, async || {
            Ok(match self.text(selector).await? {
                Some(text) if !text.is_empty() => Ok(text),
                Some(_) => Err("no text in it"),
                None => Err("nothing visible"),
            })
        })
        .await
    }

    /// Notes from now on what is announced: the next announcement may take its place at any time.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn listen(&self) -> Outcome {
        let script = "const heard = window.announced = [];
            const place = document.getElementById('announcement');
            new MutationObserver(() => heard.push(normal(place.textContent)))
                .observe(place, { subtree: true, childList: true, characterData: true });";
        self.ask(script, &[]).await?;
        Ok(())
    }

    /// Waits until an announcement with these words was noted.
    ///
    /// # Errors
    ///
    /// When there was none; the error says what was announced.
    pub async fn announces(&self, words: &str) -> Outcome {
        self.wait(&format!("\"{words}\" to be announced"), async || {
            let heard = self.ask("return window.announced.join('; ')", &[]).await?;
            let heard = heard.as_str().unwrap_or_default().to_owned();
            Ok(if heard.contains(words) {
                Ok(())
            } else {
                Err(heard)
            })
        })
        .await
    }

    /// Waits until no such element is visible.
    ///
    /// # Errors
    ///
    /// When it stays.
    pub async fn hides(&self, selector: &str) -> Outcome {
        self.wait(&format!("{selector} to be gone"), async || {
            Ok(match self.text(selector).await? {
                Some(text) => Err(format!("\"{text}\"")),
                None => Ok(()),
            })
        })
        .await
    }

    /// Waits until the field with this label has an error that holds all these words.
    ///
    /// # Errors
    ///
    /// When it has none, or another.
    pub async fn refuses(&self, label: &str, words: &[&str]) -> Outcome {
        let what = format!("an error at \"{label}\" with {words:?}");
        self.wait(&what, async || {
            Ok(match self.error(label).await? {
                Some(error) if words.iter().all(|word| error.contains(word)) => Ok(()),
                Some(error) => Err(format!("\"{error}\"")),
                None => Err("no error".to_owned()),
            })
        })
        .await
    }

    /// Waits until the field with this label has no error.
    ///
    /// # Errors
    ///
    /// When it stays.
    pub async fn accepts(&self, label: &str) -> Outcome {
        self.wait(&format!("no error at \"{label}\""), async || {
            Ok(match self.error(label).await? {
                Some(error) => Err(error),
                None => Ok(()),
            })
        })
        .await
    }

    /// Waits until the address holds this scenario: `#v=2B`, or nothing for the worked example.
    ///
    /// # Errors
    ///
    /// When it holds another.
    pub async fn is_at(&self, link: &str) -> Outcome {
        self.wait(&format!("the address {link:?}"), async || {
            let address = self.address().await?;
            Ok(if address == link {
                Ok(())
            } else {
                Err(address)
            })
        })
        .await
    }

    /// Like [`until`], and adds to a failure what a reader would tell about it.
    ///
    /// # Errors
    ///
    /// At the deadline, or when `condition` fails.
    pub async fn wait<T, Seen: Display>(
        &self,
        what: &str,
        condition: impl AsyncFnMut() -> Outcome<Result<T, Seen>>,
    ) -> Outcome<T> {
        match until(what, condition).await {
            Ok(value) => Ok(value),
            Err(error) => Err(error.context(self.evidence().await)),
        }
    }

    /// Address, sentences and console of the page as it stands. Nothing here may fail, as it
    /// explains a failure.
    async fn evidence(&self) -> String {
        let browser = self.browser();
        let mut evidence = vec![format!("in {:?}", browser.engine())];
        if let Ok(address) = browser.session().current_url().await {
            evidence.push(format!("at {:.300}", address.as_str()));
        }
        for part in ["#failure", "#waiting", "#link-problems", "#verdict"] {
            if let Ok(Some(text)) = self.text(part).await {
                evidence.push(format!("{part}: {text:.300}"));
            }
        }
        if browser.engine() == Engine::Chromium
            && let Ok(complaints) = browser.complaints().await
        {
            evidence.extend(complaints.iter().map(|one| format!("console: {one:.300}")));
        }
        if let Some(folder) = std::env::var_os("CROSSOVER_SCREENSHOTS") {
            let thread = std::thread::current();
            let name = thread.name().unwrap_or("page").replace("::", "-");
            let picture = PathBuf::from(folder).join(name).with_extension("png");
            if browser.session().screenshot(&picture).await.is_ok() {
                evidence.push(format!("picture: {}", picture.display()));
            }
        }
        evidence.join("\n  ")
    }
}

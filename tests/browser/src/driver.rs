//! The driver programs: chromedriver and geckodriver, each on a port that it picks itself.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::Context;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::time::{Duration, timeout};

use crate::{Engine, Outcome, from_environment};

/// Where the driver's complaints go, in its home.
const LOG: &str = "driver.log";

/// A running driver; it ends when this is dropped.
pub struct Driver {
    process: Child,
    port: u16,
    /// The home of driver and browser: nothing of the user's own profile is read or written.
    home: TempDir,
}

impl Driver {
    /// Starts the driver of `engine` and waits until it says on which port it listens.
    pub async fn start(engine: Engine) -> Outcome<Self> {
        let (variable, arguments): (_, &[&str]) = match engine {
            Engine::Chromium => ("CHROMEDRIVER", &["--port=0"]),
            Engine::Firefox => ("GECKODRIVER", &["--port=0", "--websocket-port=0"]),
        };
        let program = from_environment(variable, &format!("the driver of {engine:?}"))?;
        let home = tempfile::Builder::new().prefix("browser-").tempdir()?;
        // Firefox refuses a home that belongs to somebody else, which is what `sudo` leaves.
        let mut process = Command::new(&program)
            .args(arguments)
            .env("HOME", home.path())
            .env("TMPDIR", home.path())
            .env_remove("DISPLAY")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_CACHE_HOME")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(home.path().join(LOG))?)
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let output = process
            .stdout
            .take()
            .context("the driver has no output to read")?;
        let (found, port) = oneshot::channel();
        // The thread ends with the driver, whose output it drains so that it never blocks.
        std::thread::spawn(move || {
            let mut lines = BufReader::new(output).lines().map_while(Result::ok);
            let port = lines.by_ref().find_map(|line| announced_port(&line));
            let _ = found.send(port);
            lines.for_each(drop);
        });
        let mut driver = Self {
            process,
            port: 0,
            home,
        };
        driver.port = timeout(Duration::from_secs(20), port)
            .await
            .context("the driver does not say within 20 s on which port it listens")??
            .with_context(|| {
                format!(
                    "{} ended before it said on which port it listens",
                    program.display()
                )
            })?;
        Ok(driver)
    }

    /// Where it takes commands.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it has complained about so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.home.path().join(LOG)).unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when it has ended by itself, and then there is nothing left to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in "started successfully on port 33809." or "Listening on 127.0.0.1:33809".
fn announced_port(line: &str) -> Option<u16> {
    let (_, port) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn both_drivers_announce_their_port() {
        let chromium = "ChromeDriver was started successfully on port 33809.";
        let firefox = "1780000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:4444";
        assert_eq!(announced_port(chromium), Some(33809));
        assert_eq!(announced_port(firefox), Some(4444));
        assert_eq!(
            announced_port("Starting ChromeDriver 156.0.8078.79 on port 0"),
            None
        );
    }
}

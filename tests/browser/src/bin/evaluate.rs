//! Times the package's `evaluate` in Chromium. `cargo xtask bench` runs it and judges.
//!
//! For each link among the arguments: the median and the least time in milliseconds, on a line of their
//! own, as `benches/evaluate.rs` does natively. The links take turns.

use browser::measure::Times;
use browser::{Browser, Context, Engine, Outcome, Settings, Site, until};
use serde_json::{from_value, json};

const ROUNDS: usize = 101;

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> Outcome {
    let links: Vec<_> = std::env::args().skip(1).collect();
    let host = Site::package()?.serve().await?;
    let browser = Browser::start(Engine::Chromium, Settings::default()).await?;
    browser.session().goto(host.address()).await?;
    until("the package", async || {
        let is_ready = browser
            .run("return window.times !== undefined", &[])
            .await?;
        Ok(if is_ready == true {
            Ok(())
        } else {
            Err("not ready")
        })
    })
    .await?;
    let mut rounds = Vec::<Vec<f64>>::new();
    for _ in 0..ROUNDS {
        let round = browser
            .run("return times(arguments[0])", &[json!(links)])
            .await?;
        rounds.push(from_value(round).context("times are numbers")?);
    }
    for link in 0..links.len() {
        let times = rounds.iter().map(|round| round[link]).collect();
        let times = Times::new(times)?;
        println!("{} {}", times.percentile(50), times.percentile(0));
    }
    Ok(())
}

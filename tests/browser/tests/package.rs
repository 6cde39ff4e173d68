//! The npm package in a plain page, without a bundler and under a strict policy.

use browser::{Browser, Engine, Host, Outcome, Settings, Site, ensure, scenarios, until};
use serde_json::json;

scenarios! {
    everywhere:
        a_plain_page_shows_figures,
        every_conformance_vector_is_computed_alike
}

/// A browser in front of the page, once that shows its figures.
async fn plain_page(engine: Engine) -> Outcome<(Browser, Host)> {
    let host = Site::package()?.serve().await?;
    let browser = Browser::start(engine, Settings::default()).await?;
    browser.session().goto(host.address()).await?;
    until("the page's figures", async || {
        let text = browser.run(TEXT, &[json!("problems")]).await?;
        Ok(if text == "" {
            Err("no figures")
        } else {
            Ok(())
        })
    })
    .await?;
    Ok((browser, host))
}

const TEXT: &str = "return document.getElementById(arguments[0]).textContent";

async fn a_plain_page_shows_figures(engine: Engine) -> Outcome {
    let (browser, host) = plain_page(engine).await?;
    let shown = async |id: &str| browser.run(TEXT, &[json!(id)]).await;
    let verdict = shown("verdict").await?;
    let verdict = verdict.as_str().unwrap_or_default();
    ensure!(
        verdict.starts_with("Distil: $1,230 a month instead of $5,000"),
        "{verdict}"
    );
    ensure!(shown("crossover").await? == "81111112");
    ensure!(shown("problems").await? == "ScenarioError: volume,horizon");
    let strange = host.strange_requests();
    ensure!(strange.is_empty(), "{strange:?}");
    let violations = host.violations();
    ensure!(violations.is_empty(), "{violations:?}");
    Ok(())
}

async fn every_conformance_vector_is_computed_alike(engine: Engine) -> Outcome {
    let (browser, _host) = plain_page(engine).await?;
    let files = Site::vectors()?;
    ensure!(!files.is_empty(), "there are no vectors");
    let mut count = 0;
    for file in files {
        let script = "const [file, answer] = arguments;
            window.differences(file).then(answer, (error) => answer({ error: `${error}` }))";
        let answer = browser.run_async(script, &[json!(file)]).await?;
        ensure!(answer["differ"] == json!([]), "{file}: {answer}");
        count += answer["count"].as_u64().unwrap_or_default();
    }
    ensure!(count >= 200, "only {count} vectors");
    Ok(())
}

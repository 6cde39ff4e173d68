//! Before the page is alive, and when it never comes alive.

use browser::labels::{HOSTING, ON_DEMAND, TEACHER_RATE, VOLUME};
use browser::measure::transfer;
use browser::{Calculator, Engine, Outcome, Settings, Site, ensure, scenarios};
use thirtyfour::By;

scenarios! {
    everywhere:
        the_figures_are_there_before_the_wasm,
        a_scenario_in_the_link_is_not_answered_with_the_example,
        tampered_wasm_is_refused,
        tampered_glue_is_refused,
        missing_wasm_is_explained,
        missing_glue_is_explained,
        wasm_blocked_by_a_policy_is_explained,
        a_browser_without_wasm_is_told,
        without_scripts_the_example_is_readable,
        the_page_works_in_a_folder_of_its_host,
        nothing_but_the_pages_own_files_is_asked_for,
        every_file_is_fetched_once_and_all_are_small,
        a_violation_of_the_policy_would_be_reported;
    chromium:
        the_console_stays_silent
}

/// The worked example's figures, readable in the still as in the live page.
async fn shows_the_example(page: &Calculator) -> Outcome {
    page.decides("distil", &["$1,230", "$5,000", "81.1M"])
        .await?;
    page.shows_cost("month_1", "student", "$1,500–$2,500")
        .await?;
    page.shows_cost("steady", "student", "$1,230").await?;
    page.shows_cost("steady", "teacher", "$5,000").await?;
    page.shows_threshold("crossover_steady", "81,111,112").await
}

async fn is_not_alive(page: &Calculator) -> Outcome {
    ensure!(
        page.ask("return isAlive()", &[]).await? == false,
        "the page is alive"
    );
    Ok(())
}

/// The page says in a sentence that it could not start; the example stays.
async fn explains_its_failure(page: &Calculator) -> Outcome {
    page.visit("").await?;
    let sentence = page.appears("#failure").await?;
    ensure!(
        sentence.split_whitespace().count() >= 5,
        "\"{sentence}\" is no sentence"
    );
    shows_the_example(page).await?;
    is_not_alive(page).await?;
    let dialog = page.browser().dialog().await;
    ensure!(dialog.is_none(), "a dialog has opened: {dialog:?}");

    // With a scenario in the link, the example is not taken for its answer.
    page.visit("#v=2B").await?;
    page.appears("#failure").await?;
    calls_the_figures_an_example(page).await
}

async fn calls_the_figures_an_example(page: &Calculator) -> Outcome {
    let near = "const words = [...document.querySelectorAll('#waiting, #failure')]
        .filter(shown).map((one) => normal(one.innerText)).join(' ');
        return /\\bexample\\b/i.test(words)";
    ensure!(
        page.ask(near, &[]).await? == true,
        "the static figures stand there as if they were the reader's"
    );
    Ok(())
}

async fn the_figures_are_there_before_the_wasm(engine: Engine) -> Outcome {
    let site = Site::shipped()?.held_back(".wasm");
    let page = Calculator::of(engine, site, Settings::default()).await?;
    page.visit("").await?;
    shows_the_example(&page).await?;
    is_not_alive(&page).await?;
    ensure!(
        page.text("#failure").await?.is_none(),
        "slow is called failed"
    );
    ensure!(
        page.text("#waiting").await?.is_none(),
        "without a scenario there is nothing to wait for"
    );

    page.host().release();
    page.comes_alive().await?;
    shows_the_example(&page).await?;
    page.enter(VOLUME, "2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await
}

async fn a_scenario_in_the_link_is_not_answered_with_the_example(engine: Engine) -> Outcome {
    let site = Site::shipped()?.held_back(".wasm");
    let page = Calculator::of(engine, site, Settings::default()).await?;
    page.visit("#v=2B").await?;
    page.appears("#waiting").await?;
    is_not_alive(&page).await?;
    calls_the_figures_an_example(&page).await?;

    page.host().release();
    page.comes_alive().await?;
    page.hides("#waiting").await?;
    page.shows_cost("steady", "teacher", "$20,000").await
}

async fn tampered_wasm_is_refused(engine: Engine) -> Outcome {
    let site = Site::shipped()?.with_tampered_wasm()?;
    let page = Calculator::of(engine, site, Settings::default()).await?;
    explains_its_failure(&page).await
}

async fn tampered_glue_is_refused(engine: Engine) -> Outcome {
    let site = Site::shipped()?.with_tampered_glue()?;
    let page = Calculator::of(engine, site, Settings::default()).await?;
    explains_its_failure(&page).await
}

async fn missing_wasm_is_explained(engine: Engine) -> Outcome {
    let site = Site::shipped()?.without(".wasm")?;
    let page = Calculator::of(engine, site, Settings::default()).await?;
    explains_its_failure(&page).await
}

async fn missing_glue_is_explained(engine: Engine) -> Outcome {
    let shipped = Site::shipped()?;
    let glue = shipped.glue()?;
    let page = Calculator::of(engine, shipped.without(&glue)?, Settings::default()).await?;
    explains_its_failure(&page).await
}

async fn wasm_blocked_by_a_policy_is_explained(engine: Engine) -> Outcome {
    let site = Site::shipped()?.with_policy("script-src 'self'");
    let page = Calculator::of(engine, site, Settings::default()).await?;
    explains_its_failure(&page).await
}

async fn a_browser_without_wasm_is_told(engine: Engine) -> Outcome {
    let page = Calculator::of(engine, Site::shipped()?, Settings::without_wasm()).await?;
    explains_its_failure(&page).await
}

/// Asked by the driver's own means, as the page runs no script.
async fn without_scripts_the_example_is_readable(engine: Engine) -> Outcome {
    let page = Calculator::of(engine, Site::shipped()?, Settings::without_scripts()).await?;
    page.visit("").await?;
    let text = page
        .browser()
        .session()
        .find(By::Css("body"))
        .await?
        .text()
        .await?;
    for words in ["$1,230", "$5,000", "$1,500–$2,500", "81,111,112"] {
        ensure!(
            browser::stands_in(&text, words),
            "\"{words}\" is not to be read without scripts, only:\n{text}"
        );
    }
    let missing = page.browser().session().find(By::Css("noscript")).await?;
    let sentence = missing.text().await?;
    ensure!(
        sentence.split_whitespace().count() >= 5,
        "without scripts the page says only \"{sentence}\" about what is missing"
    );
    let requests = page.host().requests();
    ensure!(
        requests.iter().any(|request| request.path == "/"),
        "the page did not come from its host"
    );
    Ok(())
}

async fn the_page_works_in_a_folder_of_its_host(engine: Engine) -> Outcome {
    let site = Site::shipped()?.under("some/path");
    let page = Calculator::of(engine, site, Settings::default()).await?;
    page.open("#v=2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.enter(VOLUME, "50M").await?;
    page.is_at("#v=50M").await?;
    page.reload().await?;
    page.shows_cost("steady", "teacher", "$500").await?;
    let strange = page.host().strange_requests();
    ensure!(
        strange.is_empty(),
        "asked for outside the folder: {strange:?}"
    );
    Ok(())
}

async fn nothing_but_the_pages_own_files_is_asked_for(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    let at_first = page.host().requests().len();
    page.enter(VOLUME, "50M").await?;
    page.enter(TEACHER_RATE, "wrong").await?;
    page.refuses(TEACHER_RATE, &["“wrong”"]).await?;
    page.enter(TEACHER_RATE, "5").await?;
    page.choose(HOSTING, ON_DEMAND).await?;
    page.is_at("#v=50M&t=5&h=on_demand").await?;
    page.shows_cost("steady", "teacher", "$250").await?;

    let strange = page.host().strange_requests();
    ensure!(strange.is_empty(), "the page asked for {strange:?}");
    let later = page.host().requests().len() - at_first;
    ensure!(later == 0, "{later} requests after the page was alive");
    let foreign = page
        .ask(
            "return performance.getEntriesByType('resource').map(({ name }) => name)
                .filter((name) => new URL(name).origin !== location.origin)",
            &[],
        )
        .await?;
    ensure!(
        foreign.as_array().is_some_and(Vec::is_empty),
        "the page asked others for {foreign}"
    );
    let violations = page.host().violations();
    ensure!(
        violations.is_empty(),
        "the policy has stopped {violations:?}"
    );
    Ok(())
}

/// All files together, in brotli: the page's own, and not the headers of whoever hosts them.
const BYTES: usize = 120_000;

async fn every_file_is_fetched_once_and_all_are_small(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    let files = transfer(&page).await?;
    for file in &files {
        let times = files.iter().filter(|other| other.path == file.path);
        let times = times.count();
        ensure!(times == 1, "{} is fetched {times} times", file.path);
    }
    let bytes: usize = files.iter().map(|file| file.sent).sum();
    ensure!(
        bytes <= BYTES,
        "{bytes} bytes are transferred, {BYTES} are allowed: {files:#?}"
    );
    // The browser counts the same bodies; a file that was preloaded has two entries.
    let seen = "const bodies = new Map(performance.getEntries()
        .map(({ name, encodedBodySize }) => [name, encodedBodySize ?? 0]));
        return [...bodies.values()].reduce((sum, size) => sum + size, 0)";
    let seen = page.ask(seen, &[]).await?.as_u64().unwrap_or_default();
    ensure!(
        seen > 0 && seen <= BYTES as u64,
        "the browser has seen {seen} bytes"
    );
    Ok(())
}

/// The tests that expect no violation rely on the browser to report one.
async fn a_violation_of_the_policy_would_be_reported(engine: Engine) -> Outcome {
    let site = Site::shipped()?.with_markup("<script>window.intruded = 1</script>")?;
    let page = Calculator::of(engine, site, Settings::default()).await?;
    page.open("").await?;
    page.wait("a report of the inline script", async || {
        let violations = page.host().violations();
        Ok(match violations.first() {
            Some(report) if report.contains("script-src") => Ok(()),
            _ => Err(format!("{violations:?}")),
        })
    })
    .await?;
    ensure!(
        page.ask("return window.intruded === undefined", &[])
            .await?
            == true,
        "the page's own policy did not stop an inline script"
    );
    Ok(())
}

async fn the_console_stays_silent(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B&t=2.5/12.5").await?;
    page.enter(VOLUME, "50M").await?;
    page.choose(HOSTING, ON_DEMAND).await?;
    page.is_at("#v=50M&t=2.5/12.5&h=on_demand").await?;
    let mut complaints = page.browser().complaints().await?;
    // Trunk writes the digest of the WebAssembly into its preload link. Chromium ignores it there
    // and says so; src/boot.js is who checks it.
    complaints.retain(|complaint| !complaint.contains("crbug.com/981419"));
    ensure!(complaints.is_empty(), "the console says {complaints:#?}");
    Ok(())
}

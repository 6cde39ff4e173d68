//! The crossover chart and its table, which are one instrument.

use browser::labels::VOLUME;
use browser::{Calculator, Engine, Outcome, ensure, scenarios};
use serde_json::json;
use thirtyfour::Key;

scenarios! {
    everywhere:
        the_chart_follows_the_inputs,
        keys_read_the_chart_row_by_row,
        what_is_pointed_at_in_the_one_is_marked_in_the_other,
        the_reader_chooses_the_month_and_the_axes,
        bars_of_a_table_have_one_scale
}

/// What the cursor reads, to the eye.
const READ: &str = "#crossover-read";
/// The row that is marked in the table.
const MARKED: &str = "#volumes [aria-current]";

async fn opened(engine: Engine, link: &str) -> Outcome<Calculator> {
    let page = Calculator::shipped(engine).await?;
    page.open(link).await?;
    page.appears("#tables:not([aria-busy])").await?;
    Ok(page)
}

async fn the_chart_follows_the_inputs(engine: Engine) -> Outcome {
    let page = opened(engine, "").await?;
    page.shows("#crossover-plot", "Crossover 81,111,112")
        .await?;
    page.enter(VOLUME, "2B").await?;
    page.shows("#crossover-plot", "You are here 2B").await?;
    page.shows("#crossover-caption", "You are at 2,000,000,000 tokens.")
        .await?;
    page.shows(
        READ,
        "2,000,000,000 tokens a month: teacher $20,000, student $2,730",
    )
    .await?;
    page.shows(MARKED, "You are here").await?;
    // What cannot be read leaves the last good chart.
    page.enter(VOLUME, "many").await?;
    page.appears("#stale:not([hidden])").await?;
    page.shows("#crossover-plot", "You are here 2B").await
}

async fn keys_read_the_chart_row_by_row(engine: Engine) -> Outcome {
    let page = opened(engine, "").await?;
    page.ask("document.getElementById('crossover-cursor').focus()", &[])
        .await?;
    for (key, read) in [
        (
            Key::Left,
            "200,000,000 tokens a month: teacher $2,000, student $930",
        ),
        (
            Key::Left,
            "100,000,000 tokens a month: teacher $1,000, student $830",
        ),
        (
            Key::Left,
            "81,111,112 tokens a month: teacher $811, student $811",
        ),
        (Key::Right, "100,000,000 tokens a month"),
        (Key::End, "1,000,000,000 tokens a month"),
        (Key::Right, "1,000,000,000 tokens a month"),
        (Key::Home, "10,000,000 tokens a month"),
    ] {
        page.press(key).await?;
        page.shows(READ, read).await?;
    }
    let spoken = "return document.getElementById('crossover-cursor').ariaValueText \
                  ?? document.getElementById('crossover-cursor').getAttribute('aria-valuetext')";
    let spoken = page.ask(spoken, &[]).await?;
    ensure!(
        spoken == json!("10,000,000 tokens a month: teacher $100, student $740"),
        "{spoken}"
    );
    page.shows(MARKED, "10,000,000").await
}

async fn what_is_pointed_at_in_the_one_is_marked_in_the_other(engine: Engine) -> Outcome {
    let page = opened(engine, "").await?;
    let row = "document.querySelector('#volumes tbody tr:nth-child(4) td')\
               .dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
    page.ask(row, &[]).await?;
    page.shows(READ, "81,111,112 tokens a month").await?;
    page.shows(MARKED, "Crossover").await?;
    let plot = "const plot = document.getElementById('crossover-cursor'); \
                const { left, width, top } = plot.getBoundingClientRect(); \
                plot.dispatchEvent(new PointerEvent('pointermove', \
                { clientX: left + width * 0.67, clientY: top + 9 }))";
    page.ask(plot, &[]).await?;
    page.shows(READ, "200,000,000 tokens a month").await?;
    page.shows(MARKED, "200,000,000").await
}

async fn the_reader_chooses_the_month_and_the_axes(engine: Engine) -> Outcome {
    let page = opened(engine, "").await?;
    page.click("#crossover-first").await?;
    page.shows(
        "#crossover-caption",
        "Crossover in month 1: 111,111,112–222,222,223 tokens a month.",
    )
    .await?;
    page.shows("#volumes", "Crossover at best").await?;
    page.click("#crossover-linear").await?;
    page.shows("#crossover-plot", "600M").await?;
    // What was chosen stays, with other figures.
    page.enter(VOLUME, "1B").await?;
    page.shows("#crossover-caption", "Crossover in month 1")
        .await?;
    page.click("#crossover-first").await?;
    page.shows("#crossover-caption", "Crossover in steady state")
        .await
}

/// Whatever the widths of the columns.
async fn bars_of_a_table_have_one_scale(engine: Engine) -> Outcome {
    let page = opened(engine, "").await?;
    page.open_section("hosting").await?;
    page.shows("#stops", "12 months").await?;
    let widths = "const bars = [...document.querySelectorAll('#stops progress')];
        return [...new Set(bars.map((bar) => bar.offsetWidth))]";
    let widths = page.ask(widths, &[]).await?;
    ensure!(
        widths.as_array().is_some_and(|widths| widths.len() == 1),
        "{widths}"
    );
    Ok(())
}

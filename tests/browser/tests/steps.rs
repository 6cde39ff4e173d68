//! Steps that are taken back, receipts, sorted tables: what a reader does beside filling in the form.

use browser::labels::{HOSTING, PROVISIONED, VOLUME};
use browser::{Calculator, Engine, Outcome, ensure, scenarios};
use serde_json::json;
use thirtyfour::Key;

scenarios! {
    everywhere:
        what_was_typed_into_a_field_is_one_step,
        a_pause_in_typing_ends_a_step,
        a_choice_is_a_step_of_its_own,
        a_reset_goes_back_to_what_the_scenario_started_from,
        a_question_mark_shows_the_shortcuts_but_not_in_a_text,
        a_figure_shows_how_it_was_computed,
        the_levers_are_sorted_by_what_they_cost,
        the_reader_chooses_the_colours,
        paper_has_every_part_and_the_address;
    chromium:
        paper_has_nothing_that_only_a_screen_can_use
}

async fn what_was_typed_into_a_field_is_one_step(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    ensure!(
        page.ask("return document.getElementById('undo').disabled", &[])
            .await?
            == json!(true),
        "what the page opened with is not to be taken back"
    );
    page.enter(VOLUME, "750M").await?;
    page.shows_cost("steady", "teacher", "$7,500").await?;
    page.press_with_control("z").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    ensure!(page.entry(VOLUME).await? == "2B", "the text is back");
    page.is_at("#v=2B").await?;
    page.press_with_control("y").await?;
    page.shows_cost("steady", "teacher", "$7,500").await?;
    page.click("#undo").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.click("#redo").await?;
    page.shows_cost("steady", "teacher", "$7,500").await
}

async fn a_pause_in_typing_ends_a_step(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.listen().await?;
    page.enter(VOLUME, "50M").await?;
    // As long as typing needs to settle.
    page.announces("50M tokens").await?;
    page.enter(VOLUME, "abc").await?;
    page.press_with_control("z").await?;
    page.shows_cost("steady", "teacher", "$500").await?;
    ensure!(page.entry(VOLUME).await? == "50M", "the text is back");
    page.press_with_control("z").await?;
    page.shows_cost("steady", "teacher", "$5,000").await
}

async fn a_choice_is_a_step_of_its_own(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(VOLUME, "2B").await?;
    page.choose(HOSTING, PROVISIONED).await?;
    page.shows_cost("steady", "student", "$730").await?;
    page.press_with_control("z").await?;
    page.shows_cost("steady", "student", "$2,730").await?;
    page.press_with_control("z").await?;
    page.shows_cost("steady", "student", "$1,230").await
}

async fn a_reset_goes_back_to_what_the_scenario_started_from(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B&t=20").await?;
    page.shows_cost("steady", "teacher", "$40,000").await?;
    page.click("#reset").await?;
    page.shows_cost("steady", "teacher", "$5,000").await?;
    page.is_at("").await?;
    page.click("#undo").await?;
    page.shows_cost("steady", "teacher", "$40,000").await
}

async fn a_question_mark_shows_the_shortcuts_but_not_in_a_text(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(VOLUME, "?").await?;
    ensure!(
        page.text("#shortcuts").await?.is_none(),
        "a question mark in a text is a text"
    );
    page.click("#section-levers-title").await?;
    page.type_keys("?").await?;
    page.shows("#shortcuts", "Undo").await?;
    page.press(Key::Escape).await?;
    page.hides("#shortcuts").await?;
    page.type_keys("/").await?;
    page.focus_is_at("start-search").await
}

async fn a_figure_shows_how_it_was_computed(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    page.shows_cost("steady", "student", "$2,730").await?;
    page.appears("#tables:not([aria-busy])").await?;
    page.click("#costs-steady-student button").await?;
    page.shows("#receipt-title", "Steady state, monthly: Distilled student")
        .await?;
    page.shows("#receipt-body", "2730").await?;
    page.shows("#receipt-body", "Formula").await?;
    page.press(Key::Escape).await?;
    page.hides("#receipt").await?;
    page.click("#costs-inference-teacher button").await?;
    page.shows("#receipt-body", "volume × teacher_rate").await?;
    page.shows("#receipt-body", "as entered").await
}

async fn the_levers_are_sorted_by_what_they_cost(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.open_section("levers").await?;
    page.shows("#levers tbody tr:nth-child(2)", "Prompt caching")
        .await?;
    page.click("#levers-steady").await?;
    page.shows("#levers tbody tr:nth-child(2)", "The small model as it is")
        .await?;
    page.shows("#levers tbody tr:nth-child(1)", "Teacher, on demand")
        .await?;
    page.appears("#levers [aria-sort=ascending]").await?;
    page.focus_is_at("levers-steady").await?;
    page.press(Key::Enter).await?;
    page.appears("#levers [aria-sort=descending]").await?;
    page.shows("#levers tbody tr:nth-child(1)", "Teacher, on demand")
        .await?;
    // Sorted still, with other figures.
    page.enter(VOLUME, "2B").await?;
    page.shows("#levers tbody tr:nth-child(1)", "$20,000")
        .await?;
    page.appears("#levers [aria-sort=descending]").await?;
    Ok(())
}

async fn the_reader_chooses_the_colours(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    let paper = "return getComputedStyle(document.body).backgroundColor";
    for (theme, colour) in [("dark", "rgb(20, 23, 26)"), ("light", "rgb(255, 255, 255)")] {
        page.click(&format!("#theme-{theme}")).await?;
        let shown = page.ask(paper, &[]).await?;
        ensure!(shown == json!(colour), "{theme}: {shown}");
    }
    Ok(())
}

async fn paper_has_every_part_and_the_address(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    page.open_section("levers").await?;
    page.shows("#levers", "$20,000").await?;
    page.appears("#tables:not([aria-busy])").await?;
    let printing = "dispatchEvent(new Event(arguments[0]))";
    page.ask(printing, &[json!("beforeprint")]).await?;
    page.shows("#months", "Month 12").await?;
    page.shows("#computed", "volume × teacher_rate").await?;
    let address = "return document.getElementById('address').textContent";
    let printed = page.ask(address, &[]).await?;
    let printed = printed.as_str().unwrap_or_default();
    ensure!(printed.ends_with("/#v=2B"), "{printed}");
    page.ask(printing, &[json!("afterprint")]).await?;
    page.hides("#months").await?;
    page.shows("#levers", "$20,000").await
}

async fn paper_has_nothing_that_only_a_screen_can_use(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    let paper = json!({ "media": "print" });
    page.browser()
        .cdp("Emulation.setEmulatedMedia", paper)
        .await?;
    let shown = "return ['#undo', '#start', '#exports', '#skip', '.choices', '.theme', '.hint']
        .filter((one) => document.querySelector(one).checkVisibility())";
    let shown = page.ask(shown, &[]).await?;
    ensure!(shown == json!([]), "{shown}");
    let cut = "return getComputedStyle(document.querySelector('.table')).overflowX";
    let cut = page.ask(cut, &[]).await?;
    ensure!(cut == json!("visible"), "a wide table is cut: {cut}");
    Ok(())
}

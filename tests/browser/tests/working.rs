//! A reader works with the calculator: types, chooses, makes mistakes.

use browser::labels::{
    BOTH, GENERATION, HORIZON, HOSTING, HOURLY_NONE, INPUT_SHARE, ON_DEMAND, PROVISIONED,
    SIX_MONTHS, STORAGE, STUDENT_RATE, TEACHER_RATE, TERM, UNITS, VOLUME,
};
use browser::{Calculator, Engine, Outcome, ensure, scenarios};
use serde_json::json;
use thirtyfour::Key;

scenarios! {
    everywhere:
        the_worked_example_is_shown,
        typing_recalculates,
        a_field_keeps_what_is_typed,
        what_was_understood_is_echoed,
        an_error_comes_after_a_pause_and_the_text_stays,
        the_last_good_answer_stays_even_when_it_was_not_complete,
        an_error_comes_at_once_when_the_field_is_left,
        a_decimal_comma_is_refused_with_words,
        fields_that_do_not_matter_are_hidden_and_keep_their_values,
        a_commitment_changes_the_hourly_price,
        rates_may_stand_apart_for_input_and_output,
        the_verdict_is_announced_when_typing_settles
}

async fn the_worked_example_is_shown(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    let sentence = "Distil: $1,230 a month instead of $5,000 (−75%). At 500M tokens a month you \
                    are above the crossover of 81.1M; the one-time cost is back in 2.2 to 10.3 \
                    days.";
    page.decides("distil", &[sentence]).await?;
    for (line, teacher, student) in [
        ("inference", "$5,000", "$500"),
        ("month_1", "$5,000", "$1,500–$2,500"),
        ("steady", "$5,000", "$1,230"),
    ] {
        page.shows_cost(line, "teacher", teacher).await?;
        page.shows_cost(line, "student", student).await?;
    }
    for (line, once) in [
        ("generation", "$200–$1,000"),
        ("training", "$70–$270"),
        ("hosting", "$730"),
    ] {
        page.shows_cost(line, "student", once).await?;
    }
    let saving = "#costs-saving-student";
    page.shows(saving, "$3,770").await?;
    page.shows(saving, "75.4%").await?;
    for (line, figure) in [
        ("crossover_steady", "81,111,112"),
        ("crossover_month_1", "111,111,112–222,222,223"),
        ("crossover_horizon", "83,611,112–92,870,371"),
        ("payback", "2.2–10.3 days"),
    ] {
        page.shows_threshold(line, figure).await?;
    }
    page.is_at("").await
}

async fn typing_recalculates(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(VOLUME, "5M").await?;
    page.decides("stay", &["$685"]).await?;
    page.shows_cost("steady", "student", "$735").await?;
    page.shows_cost("steady", "teacher", "$50").await?;
    page.enter(TEACHER_RATE, "1000").await?;
    page.decides("distil", &[]).await?;
    page.shows_cost("steady", "teacher", "$5,000").await?;
    page.is_at("#v=5M&t=1000").await
}

/// A focused field is never rewritten, whatever the page makes of its text meanwhile.
async fn a_field_keeps_what_is_typed(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    for text in ["1.50", ".5", "-5", "1e9", "2,500,000,000", "  007 ", "?"] {
        page.enter(VOLUME, text).await?;
        let entry = page.entry(VOLUME).await?;
        ensure!(entry == text, "typed {text:?}, the field holds {entry:?}");
    }
    page.enter(VOLUME, "15M").await?;
    page.press(Key::Home).await?;
    page.press(Key::Right).await?;
    page.type_keys("23").await?;
    let entry = page.entry(VOLUME).await?;
    ensure!(
        entry == "1235M",
        "typed 23 behind the 1 of 15M, the field holds {entry:?}"
    );
    page.shows_cost("steady", "teacher", "$12,350").await
}

async fn what_was_understood_is_echoed(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    for (text, echo) in [
        ("0.5B", "500,000,000"),
        ("2,500,000,000", "2,500,000,000"),
        ("5e6", "5,000,000"),
    ] {
        page.enter(VOLUME, text).await?;
        page.shows("#volume-echo", echo).await?;
    }
    let echo = page.echo(VOLUME).await?.unwrap_or_default();
    ensure!(
        echo.starts_with("= 5,000,000 tokens"),
        "the echo of 5e6 reads {echo:?}"
    );
    Ok(())
}

/// When the last keystroke was and when the error was first there, by the page's own clock.
const WATCH_FOR_ERRORS: &str = "
    const watch = window.watchForErrors = { typed: null, told: null };
    addEventListener('input', () => { watch.typed = performance.now(); }, true);
    new MutationObserver(() => {
        if (watch.told === null && document.querySelector('[aria-invalid=true]')) {
            watch.told = performance.now();
        }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });";

async fn an_error_comes_after_a_pause_and_the_text_stays(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(VOLUME, "50M").await?;
    page.shows_cost("steady", "teacher", "$500").await?;
    page.ask(WATCH_FOR_ERRORS, &[]).await?;

    page.enter(VOLUME, "lots").await?;
    page.refuses(VOLUME, &["“lots”", "500M"]).await?;
    let pause = page
        .ask("return watchForErrors.told - watchForErrors.typed", &[])
        .await?;
    ensure!(
        pause.as_f64().is_some_and(|pause| pause >= 200.0),
        "the error came {pause} ms after the last keystroke, before the typing had settled"
    );
    ensure!(
        page.entry(VOLUME).await? == "lots",
        "the text has not stayed"
    );
    page.appears("#stale").await?;
    page.shows_cost("steady", "teacher", "$500").await?;

    // The other fields keep working: one is understood, another is refused.
    page.enter(STORAGE, "2000").await?;
    page.shows("#storage-echo", "2,000").await?;
    page.accepts(STORAGE).await?;
    page.enter(HORIZON, "99").await?;
    page.refuses(HORIZON, &["60"]).await?;
    page.enter(HORIZON, "24").await?;
    page.accepts(HORIZON).await?;
    page.appears("#stale").await?;

    page.enter(VOLUME, "100M").await?;
    page.accepts(VOLUME).await?;
    page.hides("#stale").await?;
    page.shows_cost("steady", "teacher", "$1,000").await?;
    page.shows_cost("steady", "student", "$2,830").await
}

async fn the_last_good_answer_stays_even_when_it_was_not_complete(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.appears("#tables:not([aria-busy])").await?;
    // A browser that is never idle.
    let busy = "window.idle = []; window.requestIdleCallback = (call, { timeout }) => \
                window.idle.push(call) && (window.patience = timeout)";
    page.ask(busy, &[]).await?;
    page.enter(VOLUME, "50M").await?;
    page.shows_cost("steady", "teacher", "$500").await?;
    page.enter(VOLUME, "lots").await?;
    page.appears("#stale:not([hidden])").await?;
    page.shows_cost("steady", "teacher", "$500").await?;
    let patience = page.ask("return window.patience", &[]).await?;
    ensure!(patience == 1000, "a browser is waited for {patience} ms");
    page.ask("window.idle.forEach((call) => call())", &[])
        .await?;
    page.appears("#tables:not([aria-busy])").await?;
    page.shows("#crossover-plot", "You are here 50M").await?;
    page.shows_cost("steady", "teacher", "$500").await
}

async fn an_error_comes_at_once_when_the_field_is_left(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(GENERATION, "1000..200").await?;
    page.leave().await?;
    page.refuses(GENERATION, &["200"]).await
}

async fn a_decimal_comma_is_refused_with_words(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(TEACHER_RATE, "1,5").await?;
    page.refuses(TEACHER_RATE, &["“1,5”", "1.5"]).await?;
    ensure!(
        page.entry(TEACHER_RATE).await? == "1,5",
        "the text has not stayed"
    );
    page.appears("#stale").await?;
    // The figures are those of before, or of the 1 on the way to it; never those of a guess.
    let teacher = page.cell("steady", "teacher").await?;
    ensure!(
        teacher == "$5,000" || teacher == "$500",
        "1,5 is refused, and the teacher costs {teacher}"
    );
    page.enter(TEACHER_RATE, "1.5").await?;
    page.accepts(TEACHER_RATE).await?;
    page.shows_cost("steady", "teacher", "$750").await
}

async fn fields_that_do_not_matter_are_hidden_and_keep_their_values(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(UNITS, "3").await?;
    page.shows_cost("hosting", "student", "$2,190").await?;

    page.choose(HOSTING, ON_DEMAND).await?;
    page.shows_cost("steady", "student", "$500").await?;
    for label in [UNITS, HOURLY_NONE, INPUT_SHARE] {
        ensure!(!page.has_field(label).await?, "\"{label}\" is still there");
    }
    page.choose(HOSTING, PROVISIONED).await?;
    page.shows_cost("steady", "student", "$2,190").await?;
    ensure!(
        !page.has_field(STUDENT_RATE).await?,
        "the student's rate does not matter, and is still there"
    );
    let units = page.entry(UNITS).await?;
    ensure!(units == "3", "3 model units have become {units:?}");

    page.choose(HOSTING, BOTH).await?;
    page.shows_cost("steady", "student", "$2,690").await?;
    ensure!(
        page.has_field(STUDENT_RATE).await?,
        "the student's rate matters again, and is not there"
    );
    Ok(())
}

async fn a_commitment_changes_the_hourly_price(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.choose(TERM, SIX_MONTHS).await?;
    page.shows_cost("hosting", "student", "$365").await?;
    page.shows_cost("steady", "student", "$865").await?;
    page.is_at("#c=6mo").await
}

async fn rates_may_stand_apart_for_input_and_output(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    let click = "document.getElementById('teacher_rate-split').click()";
    page.ask(click, &[]).await?;
    // 75% of the tokens at 2.50 and 25% at 12.50 are 5 for each.
    page.enter("Teacher rate, input", "2.5").await?;
    page.enter("Teacher rate, output", "12.5").await?;
    page.shows_cost("steady", "teacher", "$2,500").await?;
    page.enter(INPUT_SHARE, "50").await?;
    page.shows_cost("steady", "teacher", "$3,750").await?;
    page.is_at("#in=50&t=2.5/12.5").await
}

/// What is announced, and how long after the last keystroke, by the page's own clock.
const LISTEN: &str = "
    const heard = window.heard = [];
    const output = document.getElementById('announcement');
    let typed = performance.now();
    addEventListener('input', () => { typed = performance.now(); }, true);
    new MutationObserver(() => {
        const text = normal(output.textContent);
        if (text && text !== heard.at(-1)?.[0]) heard.push([text, performance.now() - typed]);
    }).observe(output, { subtree: true, childList: true, characterData: true });";

async fn the_verdict_is_announced_when_typing_settles(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.ask(LISTEN, &[]).await?;
    page.enter(VOLUME, "2000000000").await?;
    let heard = page
        .wait("an announcement", async || {
            let heard = page.ask("return window.heard", &[]).await?;
            let heard: Vec<(String, f64)> = serde_json::from_value(heard)?;
            Ok(if heard.is_empty() {
                Err("silence")
            } else {
                Ok(heard)
            })
        })
        .await?;
    ensure!(
        heard.len() == 1 && heard[0].0.contains("$20,000"),
        "ten keystrokes should be announced by one sentence, they were by {heard:?}"
    );
    ensure!(
        heard[0].1 >= 500.0,
        "the announcement came {} ms after the last keystroke, before the typing had settled",
        heard[0].1
    );
    let politeness = "const output = document.querySelector('output#announcement');
        return output?.getAttribute('aria-live') ?? 'polite'";
    ensure!(
        page.ask(politeness, &[]).await? == json!("polite"),
        "the announcement interrupts"
    );
    Ok(())
}

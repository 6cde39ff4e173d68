//! The catalogue in the page: pairs with their published prices, edited ones, and links that are
//! pinned to the catalogue they were made with.

use browser::labels::TEACHER_RATE;
use browser::{Calculator, Engine, Outcome, ensure, scenarios};
use thirtyfour::Key;

scenarios! {
    everywhere:
        a_pair_is_found_chosen_and_taken_back_by_keyboard,
        nothing_is_left_of_the_pair_before,
        an_edited_price_is_marked_and_put_back,
        published_prices_lead_to_their_sources,
        prices_that_have_changed_stay_as_then_or_become_as_now,
        a_catalogue_that_is_unknown_is_said,
        a_choice_leaves_no_notice_and_no_former_undo,
        a_rate_of_the_other_form_is_put_back,
        the_assumptions_say_what_published_prices_say
}

/// Nova Premier → Nova Micro as it is published.
const PREMIER_TO_MICRO: &str = "tm=nova-premier&t=2.5/12.5&sm=nova-micro&s=0.035/0.14&np=15000&tr=1&h=on_demand&p0=60.5&p1=55&p6=30.25&st=1.95&cpr=25&cpw=?";

/// Opens the list by the keyboard and looks for some words. Firefox gives the keys to its own window on
/// the way round the page, so that the focus is put where the list is and not led there.
async fn search(page: &Calculator, words: &str) -> Outcome {
    page.ask("document.getElementById('start-title').focus()", &[])
        .await?;
    page.press(Key::Enter).await?;
    page.go_to("start-search").await?;
    page.type_keys(words).await
}

/// Opens the group of the training rate.
async fn open_training(page: &Calculator) -> Outcome {
    page.go_to("summary \"One-time costs, computed\"").await?;
    page.press(Key::Enter).await
}

async fn catalogue(page: &Calculator) -> Outcome<String> {
    let address = page.ask(
        "return document.querySelector('#start a').getAttribute('href')",
        &[],
    );
    let address = address.await?.as_str().unwrap_or_default().to_owned();
    let id = address
        .strip_prefix("prices-")
        .and_then(|id| id.strip_suffix(".json"));
    ensure!(id.is_some(), "the list of prices lies at {address}");
    Ok(id.unwrap_or_default().to_owned())
}

async fn a_pair_is_found_chosen_and_taken_back_by_keyboard(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    search(&page, "nowhere").await?;
    page.shows("#start-none", "No pair has all these words")
        .await?;
    page.enter("Find", "premier micro").await?;
    ensure!(page.text("#start-none").await?.is_none(), "none is found");
    let found = "return [...document.querySelectorAll('.starts button')]
        .filter((button) => button.checkVisibility()).map((button) => button.textContent).join()";
    let found = page.ask(found, &[]).await?;
    ensure!(
        found == "Nova Premier → Nova Micro, us-east-1",
        "found are {found}"
    );

    page.listen().await?;
    page.press(Key::Enter).await?;
    page.shows_cost("rate", "student", "$0.06125").await?;
    page.shows_cost("steady", "student", "$124").await?;
    page.announces("Set: Nova Premier → Nova Micro, us-east-1")
        .await?;
    let id = catalogue(&page).await?;
    page.is_at(&format!("#v=2B&{PREMIER_TO_MICRO}&cat={id}"))
        .await?;
    page.focus_is_at("start-title").await?;

    page.press(Key::Tab).await?;
    page.focus_is_at("start-undo").await?;
    page.press(Key::Enter).await?;
    page.is_at("#v=2B").await?;
    page.focus_is_at("start-title").await
}

async fn nothing_is_left_of_the_pair_before(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    search(&page, "premier pro").await?;
    page.press(Key::Enter).await?;
    search(&page, "405b 3.3").await?;
    page.press(Key::Enter).await?;
    open_training(&page).await?;
    page.shows("#training_rate-edited", "No published price.")
        .await?;
    let id = catalogue(&page).await?;
    page.is_at(&format!(
        "#tm=llama-3-1-405b&t=2.4/2.4&sm=llama-3-3-70b&s=0.72/0.72&np=15000&tr=?&h=on_demand&p0=?&p1=?&p6=?&st=?&cpr=?&cpw=?&cat={id}"
    ))
    .await?;
    page.shows(
        ".assumptions",
        "No published price: Training rate; Model storage.",
    )
    .await?;
    search(&page, "example").await?;
    page.press(Key::Enter).await?;
    page.shows_cost("steady", "teacher", "$5,000").await?;
    page.is_at("").await
}

async fn an_edited_price_is_marked_and_put_back(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open(&format!("#{PREMIER_TO_MICRO}")).await?;
    page.shows(
        ".assumptions",
        "Prices: those published for Nova Premier → Nova Micro, us-east-1.",
    )
    .await?;
    open_training(&page).await?;
    page.enter("Training rate", "2").await?;
    page.shows("#training_rate-edited", "Edited: 1.00 is published.")
        .await?;
    page.shows(".assumptions", "but for what was edited: Training rate.")
        .await?;
    page.go_to("training_rate-back").await?;
    page.press(Key::Enter).await?;
    page.shows("#training_rate-echo", "= $1").await?;
    page.focus_is_at("training_rate").await?;
    ensure!(
        page.text("#training_rate-edited").await?.is_none(),
        "still edited"
    );
    let id = catalogue(&page).await?;
    page.is_at(&format!("#{PREMIER_TO_MICRO}&cat={id}")).await
}

async fn published_prices_lead_to_their_sources(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open(&format!("#{PREMIER_TO_MICRO}")).await?;
    open_training(&page).await?;
    page.go_to("training_rate-whence").await?;
    page.press(Key::Enter).await?;
    page.shows(
        "#training_rate-published",
        "training $1.00 per million training tokens; us-east-1, in-region; known since 2025-10-21; confidence high",
    )
    .await?;
    let address = "return document.querySelector('#training_rate-sources a').href";
    let address = page.ask(address, &[]).await?;
    let address = address.as_str().unwrap_or_default();
    ensure!(
        address.starts_with("https://github.com/aws-samples/"),
        "the source is at {address}"
    );
    // The example is nobody's price list.
    page.follow("#v=2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    ensure!(
        page.text("#training_rate-listed").await?.is_none(),
        "a source is shown"
    );
    Ok(())
}

async fn prices_that_have_changed_stay_as_then_or_become_as_now(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    // Before any price was known, and with a volume price that was edited then.
    let then =
        "tm=nova-premier&t=3/15&sm=nova-micro&s=0.035/0.14&np=15000&tr=?&h=on_demand&st=1.95";
    let old = "2025-06-01-0123abcd";
    page.open(&format!("#{then}&cat={old}")).await?;
    page.shows(
        "#prices-changed-list",
        "Training rate: none published then, 1.00 now",
    )
    .await?;
    page.go_to("prices-then").await?;
    page.press(Key::Enter).await?;
    ensure!(
        page.text("#prices-changed").await?.is_none(),
        "the notice stays"
    );
    page.enter("Volume", "2B").await?;
    page.is_at(&format!("#v=2B&{then}&cat={old}")).await?;
    open_training(&page).await?;
    page.shows("#training_rate-edited", "No published price.")
        .await?;
    page.shows(".assumptions", "us-east-1 as of 2025-06-01")
        .await?;

    page.open(&format!("#{then}&cat={old}")).await?;
    page.go_to("prices-now").await?;
    page.press(Key::Enter).await?;
    ensure!(
        page.text("#prices-changed").await?.is_none(),
        "the notice stays"
    );
    let id = catalogue(&page).await?;
    page.is_at(&format!("#{}&cat={id}", then.replace("tr=?", "tr=1")))
        .await?;
    page.shows("#teacher_rate-edited", "Edited: 2.50/12.50 is published.")
        .await
}

async fn a_catalogue_that_is_unknown_is_said(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    for id in ["junk", "9999-01-01-0123abcd"] {
        page.open(&format!("#{PREMIER_TO_MICRO}&cat={id}")).await?;
        page.shows(
            "#link-problems-list",
            &format!("the catalogue of prices “{id}”"),
        )
        .await?;
        ensure!(
            page.text("#prices-changed").await?.is_none(),
            "prices have changed"
        );
    }
    let id = catalogue(&page).await?;
    page.open(&format!("#{PREMIER_TO_MICRO}&cat={id}")).await?;
    ensure!(
        page.text("#link-problems").await?.is_none(),
        "there is a problem"
    );
    Ok(())
}

async fn a_choice_leaves_no_notice_and_no_former_undo(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    let old = "tm=nova-premier&t=2.5/12.5&sm=nova-micro&s=0.035/0.14&np=15000&tr=?&h=on_demand&st=1.95&cat=2025-06-01-0123abcd";
    page.open(&format!("#{old}")).await?;
    page.appears("#prices-changed").await?;
    // Nothing is looked for, nothing is chosen.
    search(&page, "").await?;
    page.press(Key::Enter).await?;
    page.appears("#prices-changed").await?;
    page.enter("Find", "405b 8b").await?;
    page.listen().await?;
    page.press(Key::Enter).await?;
    page.announces("Set: Llama 3.1 405B → Llama 3.1 8B, us-west-2")
        .await?;
    ensure!(
        page.text("#prices-changed").await?.is_none(),
        "the notice is about the pair before"
    );
    page.appears("#start-undo").await?;
    page.follow("#v=3B").await?;
    page.shows_cost("steady", "teacher", "$30,000").await?;
    ensure!(
        page.text("#start-undo").await?.is_none(),
        "what was chosen before the link can be undone"
    );

    // A choice of credits leaves the catalogue alone, and so does taking it back.
    page.follow(&format!("#{old}")).await?;
    page.appears("#prices-changed").await?;
    let press = async |button: &str| {
        page.ask(
            "document.getElementById(arguments[0]).click()",
            &[button.into()],
        )
        .await
    };
    press("preset-activate").await?;
    press("prices-now").await?;
    press("preset-undo").await?;
    let id = catalogue(&page).await?;
    let now = old
        .replace("tr=?", "tr=1")
        .replace("2025-06-01-0123abcd", &id);
    page.is_at(&format!("#{now}")).await
}

async fn a_rate_of_the_other_form_is_put_back(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open(&format!("#{PREMIER_TO_MICRO}")).await?;
    page.choose(TEACHER_RATE, "Blended").await?;
    page.shows("#teacher_rate-edited", "Edited: 2.50/12.50 is published.")
        .await?;
    page.go_to("teacher_rate-back").await?;
    page.press(Key::Enter).await?;
    page.shows("#teacher_rate-echo", "= $2.50 input, $12.50 output")
        .await?;
    page.focus_is_at("teacher_rate-input").await
}

async fn the_assumptions_say_what_published_prices_say(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.shows(".assumptions", "$1 an hour is below every published price")
        .await?;
    page.shows(
        ".assumptions",
        "AWS bills provisioned throughput by the hour alone",
    )
    .await?;
    let by_the_hour = PREMIER_TO_MICRO.replace("on_demand", "provisioned&c=6mo");
    page.open(&format!("#{by_the_hour}&dc=10")).await?;
    for sentence in [
        "A discount of 10% is off every AWS price.",
        "Last seen published more than 180 days ago, so confirm with AWS",
        "Nova Micro, distilled, can also be deployed on demand",
        "A model unit of the larger Nova Pro costs no more than one of Nova Micro",
    ] {
        page.shows(".assumptions", sentence).await?;
    }
    Ok(())
}

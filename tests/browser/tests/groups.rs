//! The groups that are closed at first: opened and filled in by the keyboard alone.

use browser::{Calculator, Engine, Outcome, ensure, scenarios};
use thirtyfour::Key;

scenarios! {
    everywhere:
        a_preset_is_chosen_and_taken_back_by_keyboard,
        a_preset_of_credits_leaves_other_fields_alone,
        undoing_a_preset_keeps_what_was_typed_since,
        the_diagnosis_is_answered_by_keyboard,
        the_quality_gate_takes_scores_and_counts,
        an_unknown_price_leaves_the_rest_computed
}

/// Opens the closed group of this title by the keyboard.
async fn open_group(page: &Calculator, title: &str) -> Outcome {
    page.go_to(&format!("summary \"{title}\"")).await?;
    page.press(Key::Enter).await
}

async fn a_preset_is_chosen_and_taken_back_by_keyboard(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B&g=5").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    ensure!(
        page.text("#paid").await?.is_none(),
        "without credits there is nothing to say of them"
    );
    page.open_section("credits").await?;
    page.shows("#section-credits", "No credits are entered.")
        .await?;
    open_group(&page, "Credits").await?;
    page.go_to("preset-case-study").await?;
    page.listen().await?;
    page.press(Key::Enter).await?;
    page.shows_cost("steady", "teacher", "$3,000").await?;
    page.shows("#paid-cutover-student", "$0").await?;
    page.shows("#paid-list-student", "$18,030–$19,030").await?;
    page.announces("Set: The case study").await?;
    page.is_at("#v=300M&bm=2&cr=100000@24+10000@12").await?;
    page.focus_is_at("preset-case-study").await?;

    page.press(Key::Tab).await?;
    page.focus_is_at("preset-undo").await?;
    page.press(Key::Enter).await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.is_at("#v=2B&g=5").await?;
    page.focus_is_at("credits").await
}

async fn a_preset_of_credits_leaves_other_fields_alone(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B&t=2.5/12.5").await?;
    page.open_section("credits").await?;
    open_group(&page, "Credits").await?;
    page.go_to("preset-activate").await?;
    page.press(Key::Space).await?;
    page.shows("#credits-echo", "$100,000 until month 24")
        .await?;
    page.is_at("#v=2B&t=2.5/12.5&cr=100000@24").await?;
    // $120,000 a year on the teacher, of which credits pay $100,000.
    page.shows("#paid-cash-teacher", "$20,000").await?;
    page.shows("#paid-runs_out-teacher", "in month 10").await
}

async fn undoing_a_preset_keeps_what_was_typed_since(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B&t=2.5/12.5").await?;
    page.open_section("credits").await?;
    page.shows("#section-credits", "No credits are entered.")
        .await?;
    open_group(&page, "Credits").await?;
    page.go_to("preset-case-study").await?;
    page.press(Key::Enter).await?;
    page.shows_cost("steady", "teacher", "$3,000").await?;
    page.enter("Build months", "3").await?;
    page.is_at("#v=300M&bm=3&cr=100000@24+10000@12").await?;
    page.go_to("preset-undo").await?;
    page.press(Key::Enter).await?;
    page.is_at("#v=2B&t=2.5/12.5&bm=3").await
}

async fn the_diagnosis_is_answered_by_keyboard(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#dx=gr").await?;
    open_group(&page, "Diagnosis").await?;
    for question in ["answers-n", "answers-g"] {
        page.go_to(question).await?;
        page.press(Key::Space).await?;
    }
    page.is_at("#dx=nr").await?;
    let ticked = "return [...document.querySelectorAll('[name=answers]:checked')]
        .map((box) => box.value).join('')";
    let ticked = page.ask(ticked, &[]).await?;
    ensure!(ticked == "nr", "ticked are {ticked}");
    Ok(())
}

async fn the_quality_gate_takes_scores_and_counts(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    open_group(&page, "Quality gate").await?;
    for (field, text) in [
        ("score_teacher", "95"),
        ("score_student", "94.5"),
        ("score_plain", "80"),
        ("examples", "1,000"),
    ] {
        page.go_to(field).await?;
        page.type_keys(text).await?;
    }
    page.shows("#examples-echo", "= 1,000 examples").await?;
    page.is_at("#qt=95&qs=94.5&qb=80&qn=1000").await
}

async fn an_unknown_price_leaves_the_rest_computed(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.open_section("hosting").await?;
    page.go_to("hourly_none").await?;
    page.type_keys("?").await?;
    page.shows("#hourly_none-echo", "unknown").await?;
    page.shows_cost("steady", "student", "unknown").await?;
    page.shows_cost("inference", "student", "$500").await?;
    page.shows_cost("steady", "teacher", "$5,000").await?;
    page.shows("#hosting-choices-on_demand-steady", "$500.00")
        .await?;
    page.shows("#terms-6mo-steady", "$865").await?;
    page.is_at("#p0=?").await
}

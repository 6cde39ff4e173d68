//! The scenario in the address: opened, kept, reloaded, gone back to, broken and hostile.

use browser::labels::{HOSTING, ON_DEMAND, TEACHER_RATE, VOLUME};
use browser::{Calculator, Engine, Outcome, ensure, scenarios};
use serde_json::json;

scenarios! {
    everywhere:
        a_link_with_real_prices_opens,
        a_link_with_on_demand_hosting_wins_at_every_volume,
        the_address_holds_the_scenario_and_typing_makes_no_history,
        reload_keeps_the_scenario,
        back_restores_the_link_opened_before,
        a_query_is_read_like_a_fragment,
        a_broken_link_is_explained_and_its_readable_parts_are_kept,
        a_truncated_link_keeps_what_is_readable,
        a_link_is_no_longer_called_broken_once_another_is_opened,
        hostile_links_are_only_text,
        hostile_entries_are_only_text
}

async fn a_link_with_real_prices_opens(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    let link = "#v=2.5B&t=2.5/12.5&s=0.035/0.14&h=provisioned&p0=60.5";
    page.open(link).await?;
    page.decides("stay", &[]).await?;
    page.shows_cost("steady", "student", "$44,165").await?;
    page.shows_cost("steady", "teacher", "$12,500").await?;
    page.shows_threshold("crossover_steady", "8,833,000,000")
        .await?;
    ensure!(
        page.text("#link-problems").await?.is_none(),
        "a sound link is called broken"
    );
    page.is_at(link).await
}

async fn a_link_with_on_demand_hosting_wins_at_every_volume(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#h=on_demand").await?;
    page.decides("distil", &[]).await?;
    page.shows_cost("steady", "student", "$500").await?;
    page.shows_threshold("crossover_steady", "every volume")
        .await
}

async fn the_address_holds_the_scenario_and_typing_makes_no_history(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    let history = page.ask("return history.length", &[]).await?;
    page.enter(VOLUME, "2B").await?;
    page.is_at("#v=2B").await?;
    page.choose(HOSTING, ON_DEMAND).await?;
    page.is_at("#v=2B&h=on_demand").await?;
    page.enter(VOLUME, "500M").await?;
    page.is_at("#h=on_demand").await?;
    ensure!(
        page.ask("return history.length", &[]).await? == history,
        "typing has made entries in the history"
    );
    Ok(())
}

async fn reload_keeps_the_scenario(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.enter(VOLUME, "2B").await?;
    page.enter(TEACHER_RATE, "3").await?;
    page.is_at("#v=2B&t=3").await?;
    page.shows_cost("steady", "teacher", "$6,000").await?;
    let verdict = page.verdict().await?;

    page.reload().await?;
    page.shows_cost("steady", "teacher", "$6,000").await?;
    page.shows("#verdict", &verdict).await?;
    let entry = page.entry(VOLUME).await?;
    ensure!(entry == "2B", "2B has become {entry:?}");
    page.is_at("#v=2B&t=3").await
}

async fn back_restores_the_link_opened_before(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.follow("#v=50M&h=on_demand").await?;
    page.shows_cost("steady", "teacher", "$500").await?;
    page.shows_cost("steady", "student", "$50").await?;
    page.back().await?;
    page.is_at("#v=2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.shows_cost("steady", "student", "$2,730").await?;
    let entry = page.entry(VOLUME).await?;
    ensure!(entry == "2B", "the field holds {entry:?} instead of 2B");
    Ok(())
}

/// Some chat programs drop what stands behind the `#`.
async fn a_query_is_read_like_a_fragment(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("?v=2B&h=on_demand").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.shows_cost("steady", "student", "$2,000").await
}

async fn a_broken_link_is_explained_and_its_readable_parts_are_kept(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=plenty&t=20&colour=red&h=sideways&n=24")
        .await?;
    for words in ["plenty", "colour", "sideways"] {
        page.shows("#link-problems", words).await?;
    }
    page.shows_cost("steady", "teacher", "$10,000").await?;
    page.shows_cost("steady", "student", "$1,230").await?;
    let volume = page.echo(VOLUME).await?.unwrap_or_default();
    ensure!(
        volume.contains("500,000,000"),
        "an unreadable volume should leave the example's, the page understood {volume:?}"
    );
    Ok(())
}

async fn a_truncated_link_keeps_what_is_readable(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B&t=2.5/12.5&h=provi").await?;
    page.shows("#link-problems", "provi").await?;
    page.shows_cost("steady", "teacher", "$10,000").await?;
    page.open("#v=2B&tm=%E2%8").await?;
    page.shows_cost("steady", "teacher", "$20,000").await
}

async fn a_link_is_no_longer_called_broken_once_another_is_opened(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=plenty").await?;
    page.shows("#link-problems", "plenty").await?;
    page.follow("#v=2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.hides("#link-problems").await
}

/// What a page must not have picked up from a link: the elements that are not its own.
const INTRUDERS: &str = r#"
const suspects = [...document.querySelectorAll("*")].filter((one) =>
  one.localName === "img" || one.localName === "iframe" || one.localName === "object" ||
  one.localName === "b" ||
  (one.localName === "script" && (!one.src || new URL(one.src).origin !== location.origin)) ||
  [...one.attributes].some(({ name, value }) =>
    name.startsWith("on") || /^\s*javascript:/i.test(value)));
const found = suspects.map((one) => one.outerHTML.slice(0, 120));
if (window.intruded) found.push("a script from the link has run");
return found;
"#;

async fn is_unharmed(page: &Calculator, link: &str) -> Outcome {
    let what = format!("{link:.80}");
    let dialog = page.browser().dialog().await;
    ensure!(dialog.is_none(), "{what} has opened a dialog: {dialog:?}");
    let intruders = page.ask(INTRUDERS, &[]).await?;
    ensure!(
        intruders == json!([]),
        "{what} has put into the page: {intruders}"
    );
    let strange = page.host().strange_requests();
    ensure!(
        strange.is_empty(),
        "{what} has made the page ask for {strange:?}"
    );
    let violations = page.host().violations();
    ensure!(
        violations.is_empty(),
        "{what} was stopped by the policy only: {violations:?}"
    );
    ensure!(
        page.text("#failure").await?.is_none(),
        "{what} has stopped the page"
    );
    // It works.
    page.enter(VOLUME, "2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.enter(VOLUME, "5M").await?;
    page.shows_cost("steady", "teacher", "$50").await
}

async fn hostile_links_are_only_text(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    let script = "<script>window.intruded=1;alert(1)</script>";
    let image = "<img src=x onerror=window.intruded=1>";
    let encoded = "%3Cscript%3Ewindow.intruded%3D1%3B%3C%2Fscript%3E%3Cb%3Ebold%3C%2Fb%3E";
    let junk = "x".repeat(100_000);
    for link in [
        format!("#tm={script}&sm={image}"),
        format!("#tm={encoded}&sm=%3Cimg%20src%3Dx%20onerror%3Dwindow.intruded%3D1%3E"),
        format!("#{script}=1&{image}=2&{encoded}=3"),
        format!("#v={script}&h={image}&t={encoded}"),
        "#tm=javascript:window.intruded=1&sm=JaVaScRiPt:alert(1)&javascript:alert(1)=1".to_owned(),
        format!("?tm={encoded}&{encoded}=1"),
        format!("#v={junk}"),
        format!("#{junk}"),
        format!("#tm={junk}"),
        format!("#{}", "v=1&".repeat(25_000)),
        format!("#v={}", "9".repeat(100_000)),
        "#v=%00&tm=a%00b&sm=%00&%00=1&h=both%00".to_owned(),
        "#tm=%E2%80%AEgpj.exe&sm=a%E2%80%8Fb&v=%E2%80%AE500M&%E2%80%AE=1".to_owned(),
        "#%&=&&==&%%%=%%&v=%ff%fe&tm=%C0%80&__proto__=1&constructor=2".to_owned(),
        "#v=1e999999999&t=-1&s=NaN&p0=Infinity&mu=-0&n=1e-999".to_owned(),
    ] {
        page.open(&link).await?;
        is_unharmed(&page, &link).await?;
    }
    Ok(())
}

async fn hostile_entries_are_only_text(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    let text = "<img src=x onerror=window.intruded=1><script>window.intruded=1</script>";
    page.enter(TEACHER_RATE, text).await?;
    page.refuses(TEACHER_RATE, &["<img"]).await?;
    page.enter("Teacher model", text).await?;
    page.enter(TEACHER_RATE, "10").await?;
    page.accepts(TEACHER_RATE).await?;
    is_unharmed(&page, text).await
}

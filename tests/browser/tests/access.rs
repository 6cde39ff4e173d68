//! For everybody: by keyboard alone, for assistive technology, on a small screen.

use browser::labels::{HORIZON, HOSTING, TEACHER_RATE, VOLUME};
use browser::{Calculator, Engine, Outcome, Scheme, Settings, Site, ensure, scenarios};
use thirtyfour::Key;

scenarios! {
    everywhere:
        the_keyboard_reaches_everything,
        the_keyboard_is_enough_to_work,
        the_skip_link_keeps_the_scenario,
        axe_finds_nothing;
    chromium:
        axe_finds_nothing_in_either_colours_at_any_width,
        axe_finds_nothing_before_and_without_the_wasm,
        a_narrow_page_does_not_scroll_sideways,
        the_verdict_stays_in_sight_on_a_narrow_page
}

async fn the_keyboard_reaches_everything(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    for link in [
        "",
        "#h=on_demand",
        "#h=provisioned&t=2.5/12.5",
        "#v=plenty",
        PAIR,
    ] {
        page.open(link).await?;
        open_all(&page).await?;
        let expected = page.reachable().await?;
        ensure!(expected.len() > 40, "only {expected:?} can be reached");
        let walk = page.walk().await?;
        let names: Vec<_> = walk.stops.iter().map(|stop| stop.name.clone()).collect();
        ensure!(
            names.first().is_some_and(|first| first == "skip"),
            "{link:?}: the first stop is not the skip link: {names:?}"
        );
        // Chromium stops at boxes that scroll, too.
        let mut stops = names.iter();
        for name in &expected {
            ensure!(
                stops.any(|stop| stop == name),
                "{link:?}: {name} is not reached in the order of the page: {names:?}"
            );
        }
        for stop in &walk.stops {
            ensure!(
                stop.marked,
                "{link:?}: the focus is not to be seen at {}",
                stop.name
            );
            ensure!(
                stop.in_view,
                "{link:?}: {} has the focus and is hidden",
                stop.name
            );
        }
    }
    Ok(())
}

/// A pair with an edited price, an unpublished one, and one that has been published since.
const PAIR: &str = "#tm=nova-premier&t=2.5/12.5&sm=nova-micro&s=0.035/0.14&np=15000&tr=?&h=provisioned&p0=61&p1=55&p6=30.25&st=1.95&cat=2025-06-01-0123abcd";

/// Opens every group that can be closed.
async fn open_all(page: &Calculator) -> Outcome {
    let open = "document.querySelectorAll('details').forEach((group) => { group.open = true })";
    page.ask(open, &[]).await.map(drop)
}

async fn the_keyboard_is_enough_to_work(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.go_to("volume").await?;
    page.type_keys("2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;

    page.go_to("hosting-both").await?;
    page.press(Key::Down).await?;
    page.shows_cost("steady", "student", "$730").await?;
    page.press(Key::Down).await?;
    page.shows_cost("steady", "student", "$2,000").await?;
    let stop = page.stop().await?;
    ensure!(
        stop.as_ref()
            .is_some_and(|stop| stop.name == "hosting-on_demand" && stop.marked),
        "after the arrow keys the focus is at {stop:?}"
    );
    page.press(Key::Up).await?;
    page.shows_cost("steady", "student", "$730").await?;

    page.go_to("horizon").await?;
    page.type_keys("0").await?;
    page.refuses(HORIZON, &["60"]).await?;
    let stop = page.stop().await?;
    ensure!(
        stop.as_ref().is_some_and(|stop| stop.name == "horizon"),
        "the error has taken the focus to {stop:?}"
    );
    page.is_at("#v=2B&h=provisioned").await
}

async fn the_skip_link_keeps_the_scenario(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    page.press(Key::Tab).await?;
    let stop = page.stop().await?;
    ensure!(
        stop.as_ref()
            .is_some_and(|stop| stop.name == "skip" && stop.in_view),
        "the first stop is {stop:?}, not the skip link, visible"
    );
    page.press(Key::Enter).await?;
    page.press(Key::Tab).await?;
    let stop = page.stop().await?;
    ensure!(
        stop.as_ref().is_none_or(|stop| stop.name != "skip"),
        "the skip link leads back to itself"
    );
    let address = page.address().await?;
    ensure!(
        address == "#v=2B",
        "the skip link has made {address:?} of the address"
    );
    page.shows_cost("steady", "teacher", "$20,000").await?;
    ensure!(
        page.text("#link-problems").await?.is_none(),
        "the skip link is taken for a broken link"
    );
    page.enter(TEACHER_RATE, "5").await?;
    page.is_at("#v=2B&t=5").await
}

/// Brings the page into every state that looks different, one after the other, and tells all that
/// is wrong in any of them.
async fn in_every_state(page: &Calculator, check: impl AsyncFn(&str) -> Outcome) -> Outcome {
    let mut wrong = Vec::new();
    for (state, link) in [
        ("the worked example", ""),
        ("on-demand hosting", "#h=on_demand"),
        (
            "provisioned hosting and split rates",
            "#h=provisioned&t=2.5/12.5&s=0.1/0.4",
        ),
        ("a verdict of never", "#t=1&s=1"),
        ("a verdict of stay", "#v=5M"),
        ("a verdict of depends", "#v=50M..500M"),
        ("an unknown price", "#p0=?"),
        ("credits", "#bm=2&cr=100000@24+10000@12"),
        (
            "a staircase",
            "#v=5B&t=2.5/12.5&s=0.035/0.14&h=provisioned&c=6mo&p6=30.25&cap=120000",
        ),
        ("a broken link", "#v=plenty&colour=red"),
    ] {
        page.open(link).await?;
        page.appears("#verdict").await?;
        wrong.extend(check(state).await.err());
    }
    page.open(PAIR).await?;
    page.appears("#prices-changed").await?;
    open_all(page).await?;
    wrong.extend(check("a pair with every group open").await.err());
    page.open("#np=15000").await?;
    open_all(page).await?;
    wrong.extend(check("every group open").await.err());
    page.enter(VOLUME, "lots").await?;
    page.refuses(VOLUME, &["“lots”"]).await?;
    wrong.extend(check("an error at a field").await.err());
    ensure!(
        wrong.is_empty(),
        "{}",
        wrong
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    );
    Ok(())
}

async fn axe_finds_nothing(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    in_every_state(&page, async |state| page.is_accessible(state).await).await
}

async fn axe_finds_nothing_in_either_colours_at_any_width(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    in_every_state(&page, async |state| {
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.prefer(scheme).await?;
            for width in [320, 768, 1280] {
                page.resize(width).await?;
                page.is_accessible(&format!("{state}, {scheme:?}, {width} pixels wide"))
                    .await?;
            }
        }
        Ok(())
    })
    .await
}

async fn axe_finds_nothing_before_and_without_the_wasm(engine: Engine) -> Outcome {
    let site = Site::shipped()?.held_back(".wasm");
    let page = Calculator::of(engine, site, Settings::default()).await?;
    page.visit("").await?;
    page.is_accessible("the still").await?;
    page.visit("#v=2B").await?;
    page.appears("#waiting").await?;
    page.is_accessible("the still of a link").await?;

    let site = Site::shipped()?.with_tampered_wasm()?;
    let page = Calculator::of(engine, site, Settings::default()).await?;
    page.visit("").await?;
    page.appears("#failure").await?;
    page.is_accessible("the sentence of a failure").await
}

async fn a_narrow_page_does_not_scroll_sideways(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    in_every_state(&page, async |state| {
        page.resize(320).await?;
        let wide = "const root = document.documentElement;
            const beyond = [...document.querySelectorAll('body *')].filter(shown)
                .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
                .map((one) => one.id || one.localName).slice(0, 5).join(', ');
            return [root.scrollWidth, root.clientWidth, beyond]";
        let sizes = page.ask(wide, &[]).await?;
        ensure!(
            sizes[1] == 320,
            "the window is {} pixels wide, not 320",
            sizes[1]
        );
        ensure!(
            sizes[0] == sizes[1],
            "with {state} a page of 320 pixels scrolls to {} pixels; too wide: {}",
            sizes[0],
            sizes[2]
        );
        Ok(())
    })
    .await?;
    let group = page
        .ask(
            "return Boolean(groupNamed(arguments[0]))",
            &[HOSTING.into()],
        )
        .await?;
    ensure!(group == true, "on a narrow page the form is gone");
    Ok(())
}

async fn the_verdict_stays_in_sight_on_a_narrow_page(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    for width in [360, 768] {
        page.window(width, 780).await?;
        page.open("").await?;
        for field in ["teacher_rate", "hourly_none", "horizon"] {
            page.go_to(field).await?;
            let heights = "const [verdict, field] = ['verdict', document.activeElement.id]
                .map((id) => document.getElementById(id).getBoundingClientRect());
                return [verdict.top, verdict.bottom, field.top, field.bottom, innerHeight]";
            let heights: [f64; 5] = serde_json::from_value(page.ask(heights, &[]).await?)?;
            let [top, bottom, above, below, height] = heights;
            ensure!(
                0.0 <= top && bottom <= above && below <= height,
                "{width}: at {field} the verdict is from {top} to {bottom}, the focus from {above} \
                 to {below} of {height}"
            );
        }
    }
    Ok(())
}

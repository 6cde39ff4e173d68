//! How long the page works on a keystroke, and how much is transferred before it can.
//!
//! The processor is slowed down as a weak phone's is, and real key events go into the volume
//! field, each as soon as the frame after the one before has been drawn. Three times count, all by
//! the page's own clock:
//!
//! - **work**: from the beginning of the `input` event until all that the page does about it is
//!   done and the document has changed;
//! - **frame**: from the moment the key was pressed until the next frame has been drawn;
//! - **idle**: what is put off until the browser is idle, which may hold the next keystroke up.
//!
//! What is put off may be nothing of the first screen: a frame that is drawn without it fails.
//!
//! Whatever else the machine does can only lengthen a time. So all is typed several times over, and
//! the least time of each keystroke counts; the times as they came are told beside it. On a machine
//! that is busy it takes more rounds to see that the page is quick; no number of rounds makes a
//! slow page quick.

mod times;

use std::collections::BTreeMap;

use anyhow::Context;
use serde_json::{Value, json};

use crate::labels::VOLUME;
use crate::{Calculator, Engine, Outcome, Request, bail, ensure};
pub use times::Times;

/// What is typed: numbers with their beginnings, multiples, ranges (the costliest to compute), and
/// texts that are refused.
const TEXTS: [&str; 11] = [
    "2500000000",
    "81,111,112",
    "750 million",
    "200M..2B",
    "50000000..900000000",
    "1,5",
    "1e9",
    "1_000_000_000",
    "12.5B",
    "300M to 800M",
    "1234567890123",
];

/// How often all of it is typed: at least, and at most.
const ROUNDS: (usize, usize) = (2, 8);

/// The main thread's work on a keystroke that the page may take at the 99th percentile, with the
/// processor slowed down four times, in milliseconds.
pub const BUDGET: f64 = 16.0;

/// What the page puts off until the browser is idle may take so long at the 99th percentile, as
/// browsers have it: beyond it a task is long.
pub const IDLE_BUDGET: f64 = 50.0;

/// Observes every `input` event of the page; see the module's documentation.
const PROBE: &str = r#"
const samples = window.keystrokes = [];
const longest = window.longTasks = [];
const whenIdle = window.requestIdleCallback.bind(window);
window.requestIdleCallback = (call, options) => whenIdle((deadline) => {
  const begun = performance.now();
  call(deadline);
  if (last !== null) last.idle = performance.now() - begun;
}, options);
// Below the first screen, and the mark that something below it is still to follow.
const below = ({ target, attributeName }) => attributeName === "aria-busy" ||
  (target.closest ? target : target.parentElement)
    ?.closest('#crossover, #volumes-figures, .section');
const task = (work) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = work;
  channel.port2.postMessage(null);
};
let last = null;
addEventListener("input", (event) => {
  const mine = last = { text: event.target.value, pressed: event.timeStamp,
    start: performance.now(), updated: null, settled: null, done: null,
    frame: null, idle: null, late: false };
  samples.push(mine);
  task(() => { mine.settled = performance.now(); });
  requestAnimationFrame(() => task(() => { mine.frame = performance.now(); }));
}, true);
// Comes after all listeners of the page, and after what they have put off to the end of their call.
addEventListener("input", () => { last.done = performance.now(); });
new MutationObserver((records) => {
  if (last === null) return;
  if (last.settled === null) last.updated = last.done = performance.now();
  else last.late ||= !records.every(below);
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
new PerformanceObserver((list) => {
  longest.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: "longtask" });
"#;

/// Answers once the frame after the last keystroke has been drawn.
const DRAWN: &str = r"
const done = arguments[arguments.length - 1];
const look = () => window.keystrokes.length >= arguments[0] &&
  window.keystrokes.at(-1).frame !== null ? done(true) : requestAnimationFrame(look);
look();
";

/// What typing costs.
#[derive(Clone, Debug)]
pub struct Keystrokes {
    /// The work of the page's own thread: the least time of each keystroke.
    pub work: Times,
    /// The same, every time as it came.
    pub work_as_it_came: Times,
    /// Until the next frame: the least time of each keystroke.
    pub frame: Times,
    /// The same, every time as it came.
    pub frame_as_it_came: Times,
    /// What is put off until the browser is idle: the least time of each keystroke.
    pub idle: Times,
    /// What the field held after the keystrokes that took the most work, and their milliseconds.
    pub costliest: Vec<(String, f64)>,
    /// How many tasks of the page took longer than 50 ms, typing and what comes after it included.
    pub long_tasks: usize,
}

/// Types into the volume field of a page that is alive, with the processor slowed down `slowdown`
/// times, until the work is seen to keep to the [`BUDGET`] or all rounds are over.
///
/// # Errors
///
/// In Firefox, which cannot be slowed down, and when a keystroke does not reach the page or the
/// page puts off what it does about them.
pub async fn keystrokes(page: &Calculator, slowdown: u32) -> Outcome<Keystrokes> {
    ensure!(
        page.browser().engine() == Engine::Chromium,
        "only Chromium can be slowed down"
    );
    page.ask(PROBE, &[]).await?;
    page.ask("controlNamed(arguments[0]).focus()", &[json!(VOLUME)])
        .await?;
    throttle(page, slowdown).await?;
    let mut pressed = 0;
    for round in 1..=ROUNDS.1 {
        for text in TEXTS {
            page.ask("document.activeElement.select()", &[]).await?;
            for character in text.chars() {
                press(page, character).await?;
                pressed += 1;
                page.browser().run_async(DRAWN, &[json!(pressed)]).await?;
            }
        }
        if round >= ROUNDS.0 && collect(page, pressed).await?.work.percentile(99) <= BUDGET {
            break;
        }
    }
    // What the page puts off until typing settles is in the way of the next keystroke, too.
    let before = page.address().await?;
    page.ask("document.activeElement.select()", &[]).await?;
    press(page, '7').await?;
    page.wait("the address to follow", async || {
        let address = page.address().await?;
        Ok(if address == before {
            Err(address)
        } else {
            Ok(())
        })
    })
    .await?;
    throttle(page, 1).await?;
    collect(page, pressed).await
}

async fn throttle(page: &Calculator, slowdown: u32) -> Outcome {
    let rate = json!({ "rate": slowdown });
    page.browser()
        .cdp("Emulation.setCPUThrottlingRate", rate)
        .await?;
    Ok(())
}

/// A key event as from a keyboard; it comes back once the page has handled it.
async fn press(page: &Calculator, character: char) -> Outcome {
    let text = character.to_string();
    let down = json!({ "type": "keyDown", "text": text, "unmodifiedText": text, "key": text });
    let up = json!({ "type": "keyUp", "key": text });
    page.browser().cdp("Input.dispatchKeyEvent", down).await?;
    page.browser().cdp("Input.dispatchKeyEvent", up).await?;
    Ok(())
}

/// The time from one moment of a keystroke to another, in milliseconds.
fn time(sample: &Value, from: &str, to: &str) -> Outcome<f64> {
    let end = sample[to]
        .as_f64()
        .context("a keystroke was not worked off")?;
    let start = sample[from].as_f64().context("a keystroke has no time")?;
    Ok(end - start)
}

async fn collect(page: &Calculator, pressed: usize) -> Outcome<Keystrokes> {
    let noted = page
        .ask("return [window.keystrokes, window.longTasks.length]", &[])
        .await?;
    let Value::Array(samples) = &noted[0] else {
        bail!("the page has not noted any keystroke");
    };
    // The last one was pressed to see what comes after typing; its frame may not be noted yet.
    let typed = samples.get(..pressed).context("a keystroke got lost")?;
    let changing = typed.iter().filter(|sample| !sample["updated"].is_null());
    ensure!(
        changing.count() * 2 > pressed,
        "most keystrokes have changed nothing on the page"
    );
    let late = typed.iter().filter(|sample| sample["late"] == true).count();
    ensure!(
        late * 10 < pressed,
        "the page puts off its work: {late} keystrokes of {pressed} changed it later on"
    );
    let round = TEXTS.iter().map(|text| text.chars().count()).sum();
    let least = |all: &[f64]| -> Vec<f64> {
        let least = (0..round).map(|at| {
            let tries = all.iter().skip(at).step_by(round);
            tries.copied().fold(f64::INFINITY, f64::min)
        });
        least.collect()
    };
    let both = |from: &str, to: &str| -> Outcome<(Times, Times)> {
        let all = typed.iter().map(|sample| time(sample, from, to));
        let all = all.collect::<Outcome<Vec<_>>>()?;
        Ok((Times::new(least(&all))?, Times::new(all)?))
    };
    // A keystroke of which the next one came first, or that was refused, has put nothing off.
    let idle = typed.iter().map(|sample| sample["idle"].as_f64());
    let idle: Vec<_> = idle.map(|time| time.unwrap_or(f64::INFINITY)).collect();
    let mut idle = least(&idle);
    idle.retain(|time| time.is_finite());
    let (work, work_as_it_came) = both("start", "done")?;
    let (frame, frame_as_it_came) = both("pressed", "frame")?;
    Ok(Keystrokes {
        idle: Times::new(idle).context("the page has put nothing off")?,
        costliest: costliest(typed)?,
        work,
        work_as_it_came,
        frame,
        frame_as_it_came,
        long_tasks: noted[1]
            .as_u64()
            .and_then(|count| usize::try_from(count).ok())
            .context("the page has not counted its long tasks")?,
    })
}

/// The five texts that took the most work, each at its quickest.
fn costliest(typed: &[Value]) -> Outcome<Vec<(String, f64)>> {
    let mut least = BTreeMap::<&str, f64>::new();
    for sample in typed {
        let text = sample["text"].as_str().context("a keystroke has no text")?;
        let work = time(sample, "start", "done")?;
        let known = least.entry(text).or_insert(work);
        *known = known.min(work);
    }
    let mut least: Vec<_> = least.into_iter().collect();
    least.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    least.truncate(5);
    let owned = least
        .into_iter()
        .map(|(text, work)| (text.to_owned(), work));
    Ok(owned.collect())
}

/// The requests that opening the page takes, in the order of their answers.
///
/// # Errors
///
/// When the page does not come to life.
pub async fn transfer(page: &Calculator) -> Outcome<Vec<Request>> {
    page.open("").await?;
    Ok(page.host().requests())
}

//! Taking the report along: what is copied or downloaded is what is shown.

use browser::labels::VOLUME;
use browser::{Calculator, Engine, Outcome, Settings, Site, ensure, scenarios};
use serde_json::{Value, json};
use thirtyfour::Key;

scenarios! {
    everywhere:
        what_is_taken_along_is_what_is_shown,
        tables_are_taken_along_as_they_are_sorted,
        what_is_stale_says_so,
        what_is_pending_is_finished,
        a_refusal_says_what_to_do,
        what_was_done_is_announced_once,
        without_the_calculator_there_is_nothing_to_press
}

/// Catches what would go to the clipboard and to the disk.
const CATCH: &str = r#"
window.taken = [];
window.refuses = false;
const writeText = async (text) => {
  if (window.refuses) throw new DOMException("no", "NotAllowedError");
  taken.push({ file: "", text });
};
Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
const files = new Map();
URL.createObjectURL = (blob) => {
  const address = `blob:${files.size}`;
  files.set(address, blob);
  return address;
};
HTMLAnchorElement.prototype.click = function () {
  const file = this.download;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  files.get(this.href).arrayBuffer().then((bytes) =>
    taken.push({ file, text: decoder.decode(bytes) }));
};
"#;

/// What the tables of the page show, and what each form should make of it.
const SHOWN: &str = r##"
const text = (element) => element?.textContent ?? "";
const visible = (all) => [...all].filter((one) => !one.hidden);
const grids = visible(document.querySelectorAll("#tables .table")).map((box) => {
  const rows = visible(box.querySelectorAll("tbody tr"));
  const hasNotes = rows.some((row) => text(row.querySelector("th small")));
  const note = (text) => (hasNotes ? [text] : []);
  const headings = [...box.querySelectorAll("thead th")].map(text);
  return [[text(box.querySelector("caption"))], [...headings, ...note("Note")]].concat(
    rows.map((row) => [text(row.querySelector("th").firstChild),
      ...[...row.querySelectorAll("td")].map(text), ...note(text(row.querySelector("th small")))]));
});
const safe = (cell) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
const file = (line, end) => "\ufeff" + grids.map((grid) =>
  grid.map((cells) => line(cells.map(safe)) + end).join("") + end).join("");
const plain = (text) => text.replace(/[\\|<&*_`[~]/g, "\\$&");
const table = ([[caption], heading, ...rows]) => {
  const line = (cells) => `| ${cells.map(plain).join(" | ")} |\n`;
  const rule = "|---".repeat(heading.length) + "|\n";
  return `## ${plain(caption)}\n\n${line(heading)}${rule}${rows.map(line).join("")}\n`;
};
const answer = (plain) => {
  const sentences = ["verdict", "proportion"].map((id) => document.getElementById(id));
  const items = visible(document.querySelectorAll(".assumptions li"));
  return visible(sentences).map((one) => plain(text(one)) + "\n\n").join("") +
    items.map((item) => `- ${plain(text(item))}\n`).join("") + "\n";
};
const [[caption], ...lines] = grids[0];
const cells = lines[0].length - 1;
const costs = lines.map(([title, ...rest]) =>
  `${title}: ${rest.slice(0, cells - (lines[0].at(-1) === "Note")).join(" | ")}\n`).join("");
return {
  text: `${answer((text) => text)}${caption}\n${costs}\n${location.href}\n`,
  Markdown: `${answer(plain)}${grids.map(table).join("")}<${location.href}>\n`,
  TSV: file((cells) => cells.join("\t"), "\n"),
  CSV: file((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","), "\r\n"),
};
"##;

/// Names and numbers of every kind, with every table; as the page itself writes it.
const LINK: &str =
    "#nm=x&v=400M..2B&tm=%3D1+1&t=2.5/12.5&sm=%3Cb%3E%7Ca_b%22&cr=100@3&qt=95&qs=90&qb=80&qn=500";

async fn caught(page: &Calculator, count: usize) -> Outcome<Value> {
    page.wait("something to be taken along", async || {
        let taken = page.ask("return window.taken", &[]).await?;
        let is_there = taken.as_array().is_some_and(|taken| taken.len() == count);
        Ok(if is_there { Ok(taken) } else { Err(taken) })
    })
    .await
}

/// Presses a button by its words, and is given what was taken along.
async fn take(page: &Calculator, button: &str) -> Outcome<String> {
    page.ask("window.taken = []", &[]).await?;
    let press = "[...document.querySelectorAll('#exports button')]
        .find((button) => button.innerText === arguments[0]).click()";
    page.ask(press, &[json!(button)]).await?;
    let taken = caught(page, 1).await?;
    Ok(taken[0]["text"].as_str().unwrap_or_default().to_owned())
}

/// What each form should be, with every part opened.
async fn shown(page: &Calculator) -> Outcome<Value> {
    page.appears("#tables:not([aria-busy])").await?;
    let open = "document.querySelectorAll('.section').forEach((part) => { part.open = true })";
    page.ask(open, &[]).await?;
    page.appears("#computed").await?;
    page.ask(SHOWN, &[]).await
}

async fn what_is_taken_along_is_what_is_shown(engine: Engine) -> Outcome {
    for link in [LINK, "", "#ft=?&h=on_demand"] {
        let page = Calculator::shipped(engine).await?;
        page.open(link).await?;
        page.ask(CATCH, &[]).await?;
        let forms = [
            ("text", "Copy as text"),
            ("Markdown", "Copy as Markdown"),
            ("CSV", "Download CSV"),
            ("TSV", "Download TSV"),
        ];
        for (pressed, (_, button)) in (1..).zip(forms) {
            page.go_to(&format!("button \"{button}\"")).await?;
            page.press(Key::Enter).await?;
            caught(&page, pressed).await?;
        }
        let taken = caught(&page, forms.len()).await?;
        let shown = shown(&page).await?;
        let day = "const day = new Date();
            const two = (number) => String(number).padStart(2, '0');
            return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')";
        let day = page.ask(day, &[]).await?;
        let day = day.as_str().unwrap_or_default();
        for (at, (form, _)) in forms.into_iter().enumerate() {
            let (is, should_be) = (&taken[at]["text"], &shown[form]);
            ensure!(
                is == should_be,
                "{link}, {form}:\n{is:#}\nis not\n{should_be:#}"
            );
            let file = match form {
                "text" | "Markdown" => String::new(),
                form => format!("crossover-{day}.{}", form.to_lowercase()),
            };
            ensure!(
                taken[at]["file"] == json!(file),
                "{:?} is not {file}",
                taken[at]
            );
        }
    }
    Ok(())
}

async fn tables_are_taken_along_as_they_are_sorted(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.ask(CATCH, &[]).await?;
    page.open_section("levers").await?;
    page.shows("#levers tbody tr:nth-child(2)", "Prompt caching")
        .await?;
    page.click("#levers-steady").await?;
    page.shows("#levers tbody tr:nth-child(2)", "The small model as it is")
        .await?;
    let tsv = take(&page, "Download TSV").await?;
    ensure!(json!(tsv) == shown(&page).await?["TSV"], "{tsv}");
    Ok(())
}

async fn what_is_stale_says_so(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("#v=2B").await?;
    page.ask(CATCH, &[]).await?;
    page.appears("#tables:not([aria-busy])").await?;
    page.enter(VOLUME, "abc").await?;
    page.shows("#stale", "cannot be read").await?;
    let notice = "These are the last figures that could be computed.";
    for button in ["Copy as text", "Copy as Markdown"] {
        let text = take(&page, button).await?;
        ensure!(text.contains(&format!("\n\n{notice}\n\n")), "{text}");
        ensure!(text.contains("$20,000") && text.contains("#v=2B"), "{text}");
        page.shows("#exported", notice).await?;
    }
    let csv = take(&page, "Download CSV").await?;
    ensure!(csv.contains("\"$20,000\""), "{csv}");
    page.shows("#exported", notice).await?;
    page.enter(VOLUME, "1B").await?;
    page.hides("#exported").await?;
    let text = take(&page, "Copy as text").await?;
    ensure!(!text.contains(notice), "{text}");
    Ok(())
}

async fn what_is_pending_is_finished(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.ask(CATCH, &[]).await?;
    page.appears("#tables:not([aria-busy])").await?;
    // A browser that is never idle.
    page.ask("window.requestIdleCallback = () => 0", &[])
        .await?;
    page.enter(VOLUME, "2B").await?;
    page.shows_cost("steady", "teacher", "$20,000").await?;
    page.appears("#tables[aria-busy]").await?;
    let tsv = take(&page, "Download TSV").await?;
    page.appears("#tables:not([aria-busy])").await?;
    // The link follows after a pause, and what is taken along has it at once.
    ensure!(json!(tsv) == shown(&page).await?["TSV"], "{tsv}");
    page.enter(VOLUME, "3B").await?;
    page.shows_cost("steady", "teacher", "$30,000").await?;
    let text = take(&page, "Copy as text").await?;
    ensure!(text.ends_with("/#v=3B\n"), "{text}");
    Ok(())
}

async fn a_refusal_says_what_to_do(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.ask(CATCH, &[]).await?;
    page.listen().await?;
    let refused = "Download a file instead.";
    let none = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
    for refuse in ["window.refuses = true", none] {
        page.ask(refuse, &[]).await?;
        page.click("#exports button").await?;
        page.shows("#exported", refused).await?;
        page.announces(refused).await?;
        take(&page, "Download CSV").await?;
        page.shows("#exported", "Downloaded as crossover-").await?;
    }
    Ok(())
}

async fn what_was_done_is_announced_once(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    page.ask(CATCH, &[]).await?;
    page.listen().await?;
    take(&page, "Copy as text").await?;
    page.announces("Copied as text.").await?;
    page.shows("#exported", "Copied as text.").await?;
    take(&page, "Copy as Markdown").await?;
    page.announces("Copied as Markdown.").await?;
    take(&page, "Copy as Markdown").await?;
    page.wait("each to be announced once", async || {
        let heard = page.ask("return window.announced", &[]).await?;
        let texts = [
            "Copied as text.",
            "Copied as Markdown.",
            "Copied as Markdown.",
        ];
        Ok(if heard == json!(texts) {
            Ok(())
        } else {
            Err(heard)
        })
    })
    .await
}

async fn without_the_calculator_there_is_nothing_to_press(engine: Engine) -> Outcome {
    for settings in [Settings::without_wasm(), Settings::without_scripts()] {
        let page = Calculator::of(engine, Site::shipped()?, settings).await?;
        page.visit("").await?;
        page.appears("#exports:disabled").await?;
    }
    Ok(())
}

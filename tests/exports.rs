//! What is taken along is what is shown: every cell word for word, and no number in another form.

use crossover::economics::{Report, evaluate};
use crossover::export::{Form, Told, written};
use crossover::link::decode;
use crossover::sections;
use crossover::tables::Table;
use crossover::wording;
use std::collections::BTreeSet;

/// All that has a table of its own, or cells that a spreadsheet or Markdown could take for more.
const LINKS: [&str; 8] = [
    "",
    "v=2.5B&t=2.5/12.5&s=0.035/0.14&h=provisioned&p0=60.5",
    "tm=nova-premier&t=2.5/12.5&sm=nova-micro&s=0.035/0.14&np=15000&tr=?&h=provisioned&p0=61&p1=55&p6=30.25&st=1.95",
    "v=400M..2B&s=1..3&cap=100000&g=5&bm=2&re=6&mu=2",
    "cr=100@3&qt=95&qs=90&qb=80&qn=500",
    "p0=?&v=1..1000000000000000",
    "tm=%3D1%2B1&sm=%40%7Ca%2A_%3Cb%3E%22c%22",
    "t=1&s=2",
];

fn report(link: &str) -> Report {
    let decoded = decode(link);
    assert!(decoded.problems.is_empty(), "{link}");
    evaluate(decoded.scenario).unwrap()
}

const ADDRESS: &str = "https://example.org/#";

/// The report as a text.
fn text(form: Form, report: &Report) -> String {
    let told = Told {
        verdict: &wording::verdict(report),
        proportion: &wording::proportion(report).unwrap_or_default(),
        notice: "",
        said: &wording::said(report, "", None),
        address: ADDRESS,
    };
    written(form, &told, &sections::tables(report, None))
}

/// The cells of a table as they are shown, with a column for notes where there are any.
fn shown(table: &Table) -> Vec<Vec<String>> {
    let rows: Vec<_> = table.rows.iter().filter(|row| !row.hidden).collect();
    let has_notes = rows.iter().any(|row| !row.note.is_empty());
    let titles = table.columns.iter().map(|column| column.title.clone());
    let mut lines = vec![
        [table.corner.to_owned()]
            .into_iter()
            .chain(titles)
            .collect(),
    ];
    lines.extend(rows.iter().map(|row| {
        let texts = row.cells.iter().map(|cell| cell.text.clone());
        let mut line: Vec<_> = [row.title.clone()].into_iter().chain(texts).collect();
        line.resize(table.columns.len() + 1, String::new());
        line
    }));
    if has_notes {
        let notes = rows.iter().map(|row| row.note.clone());
        let notes = ["Note".to_owned()].into_iter().chain(notes);
        for (line, note) in lines.iter_mut().zip(notes) {
            line.push(note);
        }
    }
    lines
}

/// All tables that are shown, each below its caption and above an empty line.
fn all_shown(report: &Report) -> Vec<Vec<String>> {
    let tables = sections::tables(report, None);
    let tables = tables.iter().filter(|table| !table.hidden);
    tables
        .flat_map(|table| {
            let mut lines = vec![vec![table.caption.clone()]];
            lines.extend(shown(table));
            lines.push(vec![String::new()]);
            lines
        })
        .collect()
}

/// A cell without what keeps a spreadsheet from computing it.
fn unsafe_again(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell,
    }
}

/// RFC 4180, read by its own grammar.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let line = lines.last_mut().unwrap();
        match character {
            '"' if quoted && rest.peek() == Some(&'"') => {
                line.last_mut().unwrap().push('"');
                rest.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "a line ends in CRLF");
                lines.push(vec![String::new()]);
            }
            _ => line.last_mut().unwrap().push(character),
        }
    }
    assert!(!quoted);
    lines.pop();
    lines
}

#[test]
fn csv_and_tsv_have_every_cell_as_it_is_shown() {
    for link in LINKS {
        let report = report(link);
        let expected = all_shown(&report);
        let csv = text(Form::Csv, &report);
        let tsv = text(Form::Tsv, &report);
        let [csv, tsv] = [&csv, &tsv].map(|text| text.strip_prefix('\u{feff}').unwrap());
        let lines = tsv.lines();
        let lines = lines.map(|line| line.split('\t').map(str::to_owned).collect());
        for cells in [read_csv(csv), lines.collect()] {
            let cells: Vec<Vec<_>> = cells
                .into_iter()
                .map(|line: Vec<_>| line.into_iter().map(unsafe_again).collect())
                .collect();
            assert_eq!(cells, expected, "{link}");
        }
    }
}

/// A text of Markdown as it is rendered.
fn rendered(text: &str) -> String {
    let mut rest = text.chars();
    let next = || match rest.next()? {
        '\\' => rest.next(),
        character => Some(character),
    };
    std::iter::from_fn(next).collect()
}

/// The cells of a line of Markdown, as they are rendered.
fn read_markdown(line: &str) -> Vec<String> {
    let line = line.strip_prefix("| ").unwrap();
    let mut cells = vec![String::new()];
    let mut rest = line.chars();
    while let Some(character) = rest.next() {
        let cell = cells.last_mut().unwrap();
        match character {
            '\\' => cell.extend(rest.next()),
            '|' => cells.push(String::new()),
            _ => cell.push(character),
        }
    }
    assert_eq!(cells.pop().as_deref(), Some(""), "{line}");
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn markdown_has_every_cell_as_it_is_shown() {
    for link in LINKS {
        let report = report(link);
        let markdown = text(Form::Markdown, &report);
        let mut parts = markdown.split("\n## ");
        let before = parts.next().unwrap();
        assert!(rendered(before).starts_with(&wording::verdict(&report)));
        let tables = sections::tables(&report, None);
        for table in tables.iter().filter(|table| !table.hidden) {
            let part = parts.next().unwrap();
            let lines = part.lines().filter(|line| line.starts_with("| "));
            let cells: Vec<_> = lines.map(read_markdown).collect();
            assert_eq!(cells, shown(table), "{link}, {}", table.id);
        }
        assert_eq!(parts.next(), None, "{link}");
    }
}

/// What of a text is a number with its sign, its unit and what belongs to it.
fn numbers(text: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_ascii_digit() || "−+$,.%".contains(c);
    text.split(|c| !is_part(c))
        .map(|number| number.trim_matches([',', '.']).to_owned())
        .filter(|number| number.contains(|c: char| c.is_ascii_digit()))
        .collect()
}

#[test]
fn no_number_has_another_form_than_on_the_screen() {
    for link in LINKS {
        let report = report(link);
        let mut shown: Vec<String> = all_shown(&report).into_iter().flatten().collect();
        let tables = numbers(&shown.join("\n"));
        shown.push(wording::verdict(&report));
        shown.extend(wording::proportion(&report));
        shown.extend(wording::said(&report, "", None));
        let all = numbers(&shown.join("\n"));
        for form in Form::ALL {
            let text = text(form, &report);
            let written = numbers(&text);
            let foreign: Vec<_> = written.difference(&all).collect();
            assert!(foreign.is_empty(), "{link}, {form:?}: {foreign:?}");
            if form != Form::Text {
                let lost: Vec<_> = tables.difference(&written).collect();
                assert!(lost.is_empty(), "{link}, {form:?}: {lost:?}");
            }
        }
    }
}

#[test]
fn the_text_has_the_answer_and_the_first_table() {
    for link in LINKS {
        let report = report(link);
        let text = text(Form::Text, &report);
        assert!(text.starts_with(&format!("{}\n", wording::verdict(&report))));
        assert!(text.ends_with(&format!("\n{ADDRESS}\n")));
        for sentence in wording::said(&report, "", None) {
            assert!(text.contains(&format!("\n- {sentence}\n")), "{link}");
        }
        let costs = crossover::tables::costs(&report);
        for row in costs.rows.iter().filter(|row| !row.hidden) {
            let cells: Vec<_> = row.cells.iter().map(|cell| &*cell.text).collect();
            let line = format!("\n{}: {}\n", row.title, cells.join(" | "));
            assert!(text.contains(&line), "{link}: {line}");
        }
    }
}

#[test]
fn a_name_that_is_a_formula_is_not_computed() {
    let report = report("tm=%3D1%2B1");
    let csv = text(Form::Csv, &report);
    assert!(csv.contains("Teacher, on demand: =1+1"));
    for line in read_csv(&csv) {
        for cell in line {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
}

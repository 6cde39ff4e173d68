//! `bench`: what the site and the package weigh, and how long a report and a keystroke take, each beside
//! its budget.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::process::{answer, cargo, output, step};
use crate::{build, package, project, say, setup, size};

/// The links that are timed, by what they show: more of something, and less of it.
const DEFAULT: &str = "#";
const MONTHS: [&str; 4] = ["n=1", "n=20", "n=40", "n=60"];
const FEW_STEPS: &str = "v=876M&h=provisioned&cap=10000&p0=4";
const MANY_STEPS: &str = "v=438T&h=provisioned&cap=10000&p0=5.999994";
const NO_RANGE: &str = "gen=600&ft=170";
const FOUR_RANGES: &str = "v=400M..600M&t=8..12&gen=600&ft=170&p0=0.9..1.1&ts=1..9";

/// What is measured, in words, and whether it keeps to its budget.
struct Line {
    words: String,
    is_met: bool,
}

impl Line {
    fn new(what: &str, measured: f64, most: f64, unit: &str) -> Self {
        Self {
            words: format!("{what}: {measured:.2}{unit}, at most {most}{unit}"),
            is_met: measured <= most,
        }
    }

    fn size(what: &str, bytes: usize, most: usize) -> Self {
        let [bytes_text, most_text] = [bytes, most].map(size::grouped);
        Self {
            words: format!("{what}: {bytes_text} bytes in brotli, at most {most_text}"),
            is_met: bytes <= most,
        }
    }
}

/// Builds everything, measures it and says what keeps to its budget; a broken one is a failure.
pub fn bench() -> Result<()> {
    let page_tools = setup::to_build()?;
    let package_tools = setup::to_package()?;
    let chromium = setup::to_measure()?;
    build::build(&page_tools)?;
    let sizes = size::measure(&project::dist())?;
    let wasm = package::assemble(&package_tools)?;
    let wasm = size::brotli(&fs::read(wasm)?)?;
    size::print(&sizes);

    let native = "bench --quiet -p crossover --no-default-features --bench evaluate --";
    let native: Vec<_> = native.split(' ').collect();
    let mut browser = chromium.run("evaluate");
    browser.arg("--");
    say::step(&machine());
    let mut broken = tell(&[
        Line::size("the page", size::travelling(&sizes), size::BUDGET),
        Line::size("crossover_bg.wasm of the package", wasm, package::BUDGET),
    ]);
    broken += tell(&times("native", 1.0, &mut cargo(&native))?);
    broken += tell(&times("Chromium", 3.0, &mut browser)?);
    let keystrokes = step("keystrokes", &mut chromium.run("measure"));
    if let Err(error) = &keystrokes {
        say::failed(&format!("{error:#}"));
    }
    broken += usize::from(keystrokes.is_err());
    ensure!(broken == 0, "budgets that are broken: {broken}");
    Ok(())
}

/// Says how each line stands to its budget, and how many break it.
fn tell(lines: &[Line]) -> usize {
    for line in lines {
        let say = if line.is_met { say::done } else { say::failed };
        say(&line.words);
    }
    lines.iter().filter(|line| !line.is_met).count()
}

/// Times of `evaluate`, from a link to its report. Of the default the median counts; where times are
/// compared, the least of each, as whatever else the machine does can only lengthen them.
fn times(place: &str, most: f64, command: &mut Command) -> Result<Vec<Line>> {
    let links = [DEFAULT, FEW_STEPS, MANY_STEPS, NO_RANGE, FOUR_RANGES];
    let links = [&links[..], &MONTHS].concat();
    let text = say::timed(place, "timing evaluate", || {
        output(command.args(&links), "timing evaluate")
    })?;
    let times: Vec<_> = text.lines().filter_map(pair).collect();
    ensure!(times.len() == links.len(), "a link was not timed: {text}");
    let time = |link| {
        let of_link = links.iter().zip(&times).find(|(asked, _)| **asked == link);
        of_link.map_or((f64::NAN, f64::NAN), |(_, time)| *time)
    };
    let least = |link| time(link).1;
    let [one, short, middle, long] = MONTHS.map(least);
    let horizons = format!(
        "{place}: {one:.2}, {short:.2}, {middle:.2}, {long:.2} ms at horizons of 1, 20, 40, 60 months; \
         the last against a straight line"
    );
    let line = |what: &str, ratio, most| Line::new(&format!("{place}: {what}"), ratio, most, "×");
    Ok(vec![
        Line::new(&format!("{place}: evaluate"), time(DEFAULT).0, most, " ms"),
        Line::new(&horizons, long / (2.0 * middle - short), 1.25, "×"),
        line(
            "a million steps of capacity against two",
            least(MANY_STEPS) / least(FEW_STEPS),
            1.25,
        ),
        line(
            "four ranges against none",
            least(FOUR_RANGES) / least(NO_RANGE),
            4.0,
        ),
    ])
}

/// A median and a least time in milliseconds.
fn pair(line: &str) -> Option<(f64, f64)> {
    let (median, least) = line.split_once(' ')?;
    Some((median.parse().ok()?, least.parse().ok()?))
}

/// The machine's name: its processor, as far as the system says.
fn machine() -> String {
    let linux = || {
        let text = fs::read_to_string("/proc/cpuinfo").ok()?;
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let mac = || answer("sysctl", &["-n", "machdep.cpu.brand_string"]);
    let name = linux().or_else(mac).unwrap_or_else(|| "unknown".to_owned());
    format!(
        "on {}, {} {}",
        name.trim(),
        env::consts::OS,
        env::consts::ARCH
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossover::economics::evaluate;
    use crossover::link::decode;
    use std::sync::Arc;

    #[test]
    fn a_budget_is_kept_to_the_last() {
        assert!(Line::size("a", 60_000, 60_000).is_met);
        assert!(!Line::size("a", 60_001, 60_000).is_met);
        assert!(Line::new("a", 1.0, 1.0, " ms").is_met);
        assert!(!Line::new("a", f64::NAN, 1.0, " ms").is_met);
    }

    #[test]
    fn the_links_are_what_they_are_said_to_be() {
        let windows = |link| {
            let opened = decode(link);
            assert_eq!(opened.problems, [], "{link}");
            let report = evaluate(Arc::new(opened.scenario)).ok()?;
            report.crossover.steady.as_ref().ok()?.window_count
        };
        assert_eq!(windows(FEW_STEPS), Some(2));
        assert_eq!(windows(MANY_STEPS), Some(999_999));
        for link in MONTHS.iter().chain([&NO_RANGE, &FOUR_RANGES]) {
            assert_eq!(decode(link).problems, [], "{link}");
        }
    }
}

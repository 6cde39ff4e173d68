//! The time from a link to its report in JSON. `cargo xtask bench` runs it and judges.
//!
//! For each link among the arguments: the median and the least time in milliseconds, on a line of their
//! own. The links take turns, so that whatever else the machine does falls on all of them.

use crossover::economics::evaluate;
use crossover::{export, link};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

const ROUNDS: usize = 101;

fn report(link: &str) -> String {
    let scenario = Arc::new(link::decode(link).scenario);
    let report = evaluate(scenario).expect("a link within the limits");
    export::report(&report, &[])
}

fn main() {
    // cargo adds `--bench`.
    let arguments = std::env::args().skip(1);
    let links: Vec<_> = arguments.filter(|link| !link.starts_with("--")).collect();
    let mut times = vec![Vec::<Duration>::new(); links.len()];
    for _ in 0..ROUNDS {
        for (link, times) in links.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(report(black_box(link)));
            times.push(start.elapsed());
        }
    }
    for mut times in times {
        times.sort();
        let [median, least] =
            [times[ROUNDS / 2], times[0]].map(|time| time.as_secs_f64() * 1_000.0);
        println!("{median} {least}");
    }
}

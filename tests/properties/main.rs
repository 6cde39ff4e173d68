//! What holds for every text and every scenario, tried on many.
//!
//! Each property is tried on inputs that are new in every run that is not given a seed; one that
//! fails is made as small as it can be and shown as its link, which then belongs into a test of its
//! own. The seed is shown too: `PROPTEST_RNG_SEED=… cargo test --no-default-features --test
//! properties` tries the same inputs again. The number of cases stands beside each property;
//! `PROPTEST_CASES=5000` tries all of them harder.
//!
//! - [`whole`]: every number of every report is one, and every figure is consistent in itself.
//! - [`reading`]: any text is read or refused, and what is printed reads as the same value.
//! - [`crossings`]: a crossing holds at itself and not one token below, and so do windows.
//! - [`break_evens`]: the answer turns at each value at which it is said to.
//! - [`hulls`]: no point of a box of ranges lies outside its figures, whose ends are attained.
//! - [`sums`]: lines, months, pools and totals add up, exactly and as displayed.
//! - [`changes`]: what a change of the scenario must not move, stays.
//! - [`receipts`]: the formula of an amount gives the amount.
//! - [`unknowns`]: what does not need an unknown input does not change.
//! - [`charts`]: every chart is whole and within its plot, whatever the scenario.
//! - [`views`]: every table and sentence is whole, whatever the scenario.

mod break_evens;
mod changes;
mod charts;
mod crossings;
mod formula;
mod hulls;
mod numbers;
mod reading;
mod receipts;
mod scenarios;
mod sums;
mod tree;
mod unknowns;
mod views;
mod whole;

use proptest::test_runner::{Config, RngSeed};
use std::hash::{BuildHasher, RandomState};

/// So many cases, unless the environment asks for another number. What a test prints is shown when it
/// fails.
fn cases(cases: u32) -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = Config::default();
    let cases = if asked { default.cases } else { cases };
    let seed = match default.rng_seed {
        RngSeed::Random => RandomState::new().hash_one(cases),
        RngSeed::Fixed(seed) => seed,
    };
    println!("PROPTEST_RNG_SEED={seed}");
    Config {
        cases,
        rng_seed: RngSeed::Fixed(seed),
        // Some scenarios lead beyond the limits, or are not what a property is about.
        max_global_rejects: cases.saturating_mul(10),
        // A failing case is shown as its link and becomes a test; no file is written beside.
        failure_persistence: None,
        max_shrink_iters: default.max_shrink_iters.min(500),
        ..default
    }
}

//! What holds for every text and every scenario, tried on many.
//!
//! Each property is tried on inputs that are new in every run; one that fails is made as small as it
//! can be and shown as its link, which then belongs into a test of its own. The number of cases
//! stands beside each property; `PROPTEST_CASES=5000 cargo test --no-default-features --test
//! properties` tries all of them harder.
//!
//! - [`reading`]: any text is read or refused, and what is printed reads as the same value.
//! - [`crossings`]: a crossing holds at itself and not one token below.
//! - [`hulls`]: no point of a box of ranges lies outside its figures, whose ends are attained.
//! - [`sums`]: lines add up, exactly and as displayed.
//! - [`views`]: every table and sentence is whole, whatever the scenario.
//! - [`unknowns`]: what does not need an unknown input does not change.
//! - [`second_opinion`]: a slow calculation in [`fraction`]s agrees.

mod crossings;
mod figures;
mod fraction;
mod hulls;
mod reading;
mod scenarios;
mod second_opinion;
mod sums;
mod unknowns;
mod views;

use proptest::test_runner::Config;

/// So many cases, unless the environment asks for another number.
fn cases(cases: u32) -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = Config::default();
    let cases = if asked { default.cases } else { cases };
    Config {
        cases,
        // Some scenarios lead beyond the limits, or are not what a property is about.
        max_global_rejects: cases.saturating_mul(4),
        // A failing case is shown as its link and becomes a test; no file is written beside.
        failure_persistence: None,
        ..default
    }
}

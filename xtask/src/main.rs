//! The project's tasks, one word each: `cargo xtask serve`, `build`, `guide`, `package`, `test`,
//! `bench`, `screenshots`, `lint`, `fields`, `vectors`, `prices`, `mutants`.
//!
//! A task first sees to its tools ([`setup`]): what is missing is installed, into a folder of its
//! own, and nothing that is there already is touched. Then it runs cargo, [Trunk](trunk) or the
//! browsers, whose output stays visible. A task that fails ends in one sentence that says what is
//! missing, what was tried and what to do.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bench;
mod build;
mod dist;
mod fields;
mod guide;
mod imports;
mod integrity;
mod lint;
mod minify;
mod mutants;
mod package;
mod prices;
mod process;
mod project;
mod say;
mod screenshots;
mod serve;
mod setup;
mod size;
mod source;
mod test;
mod trunk;
mod vectors;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Crossover's tasks.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page and serve it on this machine; build again at each change
    Serve {
        /// The port to serve on; a taken one moves on to the next
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
    },
    /// Build the site for any static host into `dist/`
    Build,
    /// Build the guide alone into `dist/guide/`
    Guide,
    /// Build the npm package of the JavaScript API into `dist/npm/`
    Package,
    /// Run every test: the core, the tasks, the package in Node, the release page in real browsers
    Test,
    /// Print the sizes of the site and the times of a keystroke
    Bench,
    /// Write the pictures of the page in `docs/screenshots/` anew
    Screenshots,
    /// Check formatting, lints and documentation
    Lint,
    /// Write the table of fields in `docs/` anew, from the registry
    Fields,
    /// Write the reports of the conformance vectors in `tests/vectors/` anew
    Vectors,
    /// Look through the catalogue of prices, compile it in, compare it with AWS's price list
    Prices {
        #[command(subcommand)]
        what: prices::Prices,
    },
    /// Plant faults in the core and count those that the tests notice (an hour)
    Mutants {
        /// Draws the mutants; chosen and printed when none is given
        #[arg(long)]
        seed: Option<u64>,
        /// How many are drawn
        #[arg(long, default_value_t = 200)]
        count: usize,
        /// The part of them to try, to run others beside it or later
        #[arg(long, default_value = "1/1")]
        shard: mutants::Shard,
        /// Try those that survived again, now that there are new tests
        #[arg(long)]
        again: bool,
    },
    /// Write the page's static first paint to `target/still/` (Trunk calls this)
    Still,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Serve { port } => serve::serve(port),
        Task::Build => build::task(),
        Task::Guide => guide::task(),
        Task::Package => package::task(),
        Task::Test => test::test(),
        Task::Bench => bench::bench(),
        Task::Screenshots => screenshots::screenshots(),
        Task::Lint => lint::lint(),
        Task::Fields => fields::fields(),
        Task::Vectors => vectors::vectors(),
        Task::Prices { what } => prices::task(&what),
        Task::Mutants {
            seed,
            count,
            shard,
            again,
        } => mutants::mutants(&mutants::Draw {
            seed: seed.unwrap_or_else(mutants::seed),
            count,
            shard,
            again,
        }),
        Task::Still => build::still(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

//! Starts the page.

fn main() {
    crossover::page::start();
}

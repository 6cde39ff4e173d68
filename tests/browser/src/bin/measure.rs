//! Prints what the page costs: bytes until it works, and the time of a keystroke on a processor
//! that is four times slower. `cargo xtask bench` runs it.

use browser::measure::{BUDGET, IDLE_BUDGET, keystrokes, transfer};
use browser::{Calculator, Engine, Outcome, ensure};

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> Outcome {
    let page = Calculator::shipped(Engine::Chromium).await?;
    let files = transfer(&page).await?;
    for file in &files {
        println!("{:>9} bytes  {}", file.sent, file.path);
    }
    let total: usize = files.iter().map(|file| file.sent).sum();
    println!("{total:>9} bytes  of files in all, in brotli");
    let mut slowest = [0.0; 2];
    for slowdown in [1, 4] {
        page.open("").await?;
        let measured = keystrokes(&page, slowdown).await?;
        println!(
            "{} keystrokes, each at the quickest of several times, processor {slowdown}× slower:",
            measured.work.count()
        );
        println!("  main-thread work   {}", measured.work);
        println!("    as it came       {}", measured.work_as_it_came);
        println!("  to the next frame  {}", measured.frame);
        println!("    as it came       {}", measured.frame_as_it_came);
        println!("  when idle          {}", measured.idle);
        println!("  tasks over 50 ms   {}", measured.long_tasks);
        let costliest = measured.costliest.iter();
        let costliest: Vec<_> = costliest
            .map(|(text, work)| format!("\"{text}\" {work:.1}"))
            .collect();
        println!("  costliest          {} ms", costliest.join("  "));
        slowest = [measured.work, measured.idle].map(|times| times.percentile(99));
    }
    let [work, idle] = slowest;
    println!("work on a keystroke: {work:.1} ms, at most {BUDGET} ms");
    println!("when idle: {idle:.1} ms, at most {IDLE_BUDGET} ms");
    ensure!(
        work <= BUDGET && idle <= IDLE_BUDGET,
        "a keystroke takes too long"
    );
    Ok(())
}

//! Prints what the page costs: bytes until it works, and the time of a keystroke on a processor
//! that is four times slower. `cargo xtask bench` runs it.

use browser::measure::{keystrokes, transfer};
use browser::{Calculator, Engine, Outcome};

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> Outcome {
    let page = Calculator::shipped(Engine::Chromium).await?;
    let files = transfer(&page).await?;
    for file in &files {
        println!("{:>9} bytes  {}", file.sent, file.path);
    }
    let total: usize = files.iter().map(|file| file.sent).sum();
    println!("{total:>9} bytes  transferred in all, in brotli, headers included");
    for slowdown in [1, 4] {
        page.open("").await?;
        let measured = keystrokes(&page, slowdown, 240).await?;
        println!(
            "{} keystrokes, processor {slowdown}× slower:",
            measured.work.count()
        );
        println!("  main-thread work  {}", measured.work);
        println!("  to the next frame {}", measured.frame);
        println!("  tasks over 50 ms  {}", measured.long_tasks);
    }
    Ok(())
}

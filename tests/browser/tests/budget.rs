//! What a keystroke may cost. The only test of its program, so that it has the machine to itself.

use browser::measure::{BUDGET, IDLE_BUDGET, keystrokes};
use browser::{Calculator, Engine, Outcome, ensure, scenarios};

scenarios! {
    everywhere: ;
    chromium: a_keystroke_is_quick_on_a_slow_processor
}

async fn a_keystroke_is_quick_on_a_slow_processor(engine: Engine) -> Outcome {
    let page = Calculator::shipped(engine).await?;
    page.open("").await?;
    let measured = keystrokes(&page, 4).await?;
    let count = measured.work_as_it_came.count();
    ensure!(count >= 200, "only {count} keystrokes were measured");
    let p99 = measured.work.percentile(99);
    ensure!(
        p99 <= BUDGET,
        "main-thread work of a keystroke: {}; p99 may be {BUDGET} ms; the costliest: {:?}",
        measured.work,
        measured.costliest
    );
    let idle = measured.idle.percentile(99);
    ensure!(
        idle <= IDLE_BUDGET,
        "what is put off: {}; p99 may be {IDLE_BUDGET} ms",
        measured.idle
    );
    Ok(())
}

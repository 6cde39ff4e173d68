//! Waiting for what takes a while, the only place where time passes.

use std::fmt::Display;
use std::time::Duration;

use anyhow::bail;
use tokio::time::{Instant, sleep};

use crate::Outcome;

/// Long enough for a busy machine; a condition that holds is noticed at once.
const DEADLINE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(20);

/// Asks `condition` again and again until it answers `Ok(Ok(value))`.
///
/// `Ok(Err(seen))` means "not yet" and says what is there instead; the last one is quoted when the
/// deadline of 20 seconds has passed. A failure to ask at all ends the waiting at once, so that a
/// broken page is not mistaken for a slow one.
///
/// # Errors
///
/// When the deadline has passed, or when `condition` itself fails.
pub async fn until<T, Seen: Display>(
    what: &str,
    mut condition: impl AsyncFnMut() -> Outcome<Result<T, Seen>>,
) -> Outcome<T> {
    let deadline = Instant::now() + DEADLINE;
    loop {
        match condition().await? {
            Ok(value) => return Ok(value),
            Err(seen) if Instant::now() >= deadline => {
                bail!("waited {DEADLINE:?} for {what}; instead: {seen}");
            }
            Err(_) => sleep(PAUSE).await,
        }
    }
}

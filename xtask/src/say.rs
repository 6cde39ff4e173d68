//! What a task tells while it works: short plain lines, and how long the long steps took.

use std::io::Write;
use std::time::{Duration, Instant};

/// Tells what happens now.
pub fn step(line: &str) {
    print("→", line);
}

/// Tells what is done.
pub fn done(line: &str) {
    print("✓", line);
}

/// Tells what is not as it should be.
pub fn failed(line: &str) {
    print("✗", line);
}

/// Tells lines as they are.
pub fn lines(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Tells what the task had to do without.
pub fn missing(line: &str) {
    print("!", line);
}

/// Runs one long step: tells its name and what is to be known before, and the time it took after.
pub fn timed<T, E>(name: &str, remark: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    step(&format!("{name}: {remark}"));
    let start = Instant::now();
    let result = work()?;
    done(&format!("{name}: {}", duration(start.elapsed())));
    Ok(result)
}

/// A duration as people say it: `0.4 s`, `12 s`, `7 min 12 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..=9 => format!("{seconds}.{} s", time.subsec_millis() / 100),
        10..=59 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// Written at once, so that a line stands before the output of the command that follows it. An
/// output that is closed has nobody to tell.
fn print(sign: &str, line: &str) {
    let mut output = std::io::stdout().lock();
    let _ = writeln!(output, "{sign} {line}");
    let _ = output.flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_spoken() {
        assert_eq!(duration(Duration::from_millis(460)), "0.4 s");
        assert_eq!(duration(Duration::from_millis(9_999)), "9.9 s");
        assert_eq!(duration(Duration::from_secs(59)), "59 s");
        assert_eq!(duration(Duration::from_secs(432)), "7 min 12 s");
    }
}

//! Times and what can be said of many.

use std::fmt;

use crate::{Outcome, ensure};

/// Times in milliseconds, in ascending order.
#[derive(Clone, Debug, PartialEq)]
pub struct Times(Vec<f64>);

impl Times {
    /// At least one time.
    ///
    /// # Errors
    ///
    /// When there is none, or one that is no number.
    pub fn new(mut times: Vec<f64>) -> Outcome<Self> {
        ensure!(!times.is_empty(), "nothing was measured");
        ensure!(
            times.iter().all(|time| time.is_finite() && *time >= 0.0),
            "a time is missing or negative: {times:?}"
        );
        times.sort_by(f64::total_cmp);
        Ok(Self(times))
    }

    /// The time that so many of a hundred do not exceed (nearest rank).
    #[must_use]
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0[rank.min(self.0.len()) - 1]
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [p50, p95, p99, max] = [50, 95, 99, 100].map(|percent| self.percentile(percent));
        write!(
            f,
            "p50 {p50:.1}  p95 {p95:.1}  p99 {p99:.1}  max {max:.1} ms"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Times;

    #[test]
    fn percentiles_are_times_that_were_measured() -> crate::Outcome {
        let times = Times::new((1..=200).rev().map(f64::from).collect())?;
        assert_eq!(times.percentile(50).to_bits(), 100f64.to_bits());
        assert_eq!(times.percentile(99).to_bits(), 198f64.to_bits());
        assert_eq!(times.percentile(100).to_bits(), 200f64.to_bits());
        assert_eq!(
            Times::new(vec![2.0])?.to_string(),
            "p50 2.0  p95 2.0  p99 2.0  max 2.0 ms"
        );
        assert!(Times::new(vec![]).is_err());
        assert!(Times::new(vec![f64::NAN]).is_err());
        Ok(())
    }
}

//! Values along an axis: where they stand, and which of them are round.

use super::WHOLE;
use super::logarithm::logarithm;
use crate::quantity::{Exact, round, round_up as whole_up};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How values are spread along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// By what they differ.
    Linear,
    /// By how many times the one is the other.
    Logarithmic,
}

/// An axis from a lowest to a highest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    scale: Scale,
    low: Decimal,
    high: Decimal,
}

impl Axis {
    /// An axis. One without extent is given some; without logarithms of its ends, it is linear.
    #[must_use]
    pub fn new(scale: Scale, low: Decimal, high: Decimal) -> Self {
        let high = if low < high {
            high
        } else {
            low.plus(Decimal::ONE).unwrap_or(low)
        };
        let scale = if low > Decimal::ZERO {
            scale
        } else {
            Scale::Linear
        };
        Self { scale, low, high }
    }

    /// An axis on which values have room around them: from nothing, or from a round value to another.
    #[must_use]
    pub fn around(scale: Scale, least: Decimal, most: Decimal) -> Self {
        let more = most.times(Decimal::TWO).unwrap_or(most);
        if scale == Scale::Logarithmic && least > Decimal::ZERO {
            let less = least.over(Decimal::TWO).unwrap_or(least);
            return Self::new(scale, round_down(less), round_up(more));
        }
        // A tenth of room, and then to the next tenth of a round value.
        let most = most.times(Decimal::new(11, 1)).unwrap_or(most);
        let most = if most.is_zero() { Decimal::ONE } else { most };
        let unit = round_up(most).over(Decimal::TEN).unwrap_or(most);
        let parts = most.over(unit).map(|parts| whole_up(parts, 0));
        let high = parts.and_then(|parts| parts.times(unit)).unwrap_or(most);
        Self::new(Scale::Linear, Decimal::ZERO, high)
    }

    /// The lowest value.
    #[must_use]
    pub fn low(&self) -> Decimal {
        self.low
    }

    /// The highest value.
    #[must_use]
    pub fn high(&self) -> Decimal {
        self.high
    }

    /// How its values are spread.
    #[must_use]
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// Whether a value lies on it.
    #[must_use]
    pub fn holds(&self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// Where a value stands, in thousandths; what lies beyond an end, there.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, value: Decimal) -> u16 {
        let value = value.max(self.low).min(self.high);
        let part = match self.scale {
            Scale::Linear => self.linear(value),
            Scale::Logarithmic => self.logarithmic(value),
        };
        part.unwrap_or_default().min(WHOLE)
    }

    /// Where a value stands on an axis that leads up, in thousandths from the top.
    #[must_use]
    pub fn up(&self, value: Decimal) -> u16 {
        WHOLE.saturating_sub(self.at(value))
    }

    fn linear(&self, value: Decimal) -> Option<u16> {
        let part = value.minus(self.low).ok()?;
        let part = part.over(self.high.minus(self.low).ok()?).ok()?;
        let thousandths = part.times(Decimal::ONE_THOUSAND).ok()?;
        round(thousandths, 0).to_u16()
    }

    fn logarithmic(&self, value: Decimal) -> Option<u16> {
        let low = logarithm(self.low);
        let part = logarithm(value).saturating_sub(low);
        let whole = logarithm(self.high).saturating_sub(low);
        let half = whole.checked_div(2)?;
        let thousandths = part.saturating_mul(WHOLE.into()).saturating_add(half);
        thousandths.checked_div(whole)?.try_into().ok()
    }

    /// Some fifty round values on it, its ends among them.
    #[must_use]
    #[inline(never)]
    pub fn stops(&self) -> Vec<Decimal> {
        const PARTS: u32 = 50;
        const FINE: &[u32] = &[
            10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 35, 40, 45, 50, 55, 60, 65, 70,
            80, 90,
        ];
        const COARSE: &[u32] = &[10, 12, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90];
        let mut stops = Vec::new();
        if self.scale == Scale::Linear {
            let extent = self.high.minus(self.low);
            let step = extent.and_then(|extent| extent.over(PARTS.into()));
            let step = step.unwrap_or(self.high);
            for part in 0..=PARTS {
                let from_low = step.times(part.into());
                stops.extend(from_low.and_then(|part| self.low.plus(part)));
            }
            return stops;
        }
        for factors in [FINE, COARSE, &[10, 15, 20, 30, 50, 70], &[10, 20, 50]] {
            stops = self.decades(factors, 1);
            if stops.len() <= 64 {
                break;
            }
        }
        stops
    }

    /// Round values on it, so many at most.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<Decimal> {
        let mut ticks = Vec::new();
        match self.scale {
            Scale::Linear => {
                let extent = self.high.minus(self.low).unwrap_or(self.high);
                let parts = Decimal::from(most.saturating_sub(1).max(1));
                let step = round_up(extent.over(parts).unwrap_or(extent));
                let whole = self
                    .low
                    .over(step)
                    .map_or(Decimal::ZERO, |low| whole_up(low, 0));
                let mut tick = whole.times(step).unwrap_or(self.low);
                while tick <= self.high && ticks.len() < most {
                    ticks.push(tick.normalize());
                    tick = tick.plus(step).unwrap_or(Decimal::MAX);
                }
            }
            Scale::Logarithmic => {
                for (factors, every) in [
                    (&[10_u32, 20, 50][..], 1_usize),
                    (&[10, 50], 1),
                    (&[10], 1),
                    (&[10], 2),
                    (&[10], 3),
                    (&[10], 6),
                    (&[10], 9),
                ] {
                    ticks = self.decades(factors, every);
                    if ticks.len() <= most {
                        break;
                    }
                }
            }
        }
        ticks
    }

    /// Multiples of powers of ten, by tenths.
    fn decades(&self, factors: &[u32], every: usize) -> Vec<Decimal> {
        let mut ticks = Vec::new();
        let mut decade = Ok(magnitude(self.low));
        let mut number = 0_usize;
        while let Ok(one) = decade
            && one <= self.high
        {
            if number.checked_rem(every) == Some(0) {
                let tick = |tenths: &u32| one.times(Decimal::new((*tenths).into(), 1)).ok();
                let tick = factors.iter().filter_map(tick);
                ticks.extend(tick.filter(|tick| self.holds(*tick)).map(|t| t.normalize()));
            }
            number = number.saturating_add(1);
            decade = one.times(Decimal::TEN);
        }
        ticks
    }
}

/// The greatest power of ten that is no greater than a number above nothing.
fn magnitude(value: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    while let Ok(more) = power.times(Decimal::TEN)
        && more <= value
    {
        power = more;
    }
    while power > value
        && let Ok(less) = power.over(Decimal::TEN)
        && less > Decimal::ZERO
    {
        power = less;
    }
    power
}

/// The nearest of 1, 2, 5, 10, … from a number above nothing up.
fn round_up(value: Decimal) -> Decimal {
    let one = magnitude(value);
    let round = |factor: u32| one.times(factor.into()).ok();
    let mut all = [1, 2, 5, 10].into_iter().filter_map(round);
    all.find(|round| *round >= value).unwrap_or(value)
}

/// The nearest of them down.
fn round_down(value: Decimal) -> Decimal {
    let one = magnitude(value);
    let round = |factor: u32| one.times(factor.into()).ok();
    let mut all = [5, 2, 1].into_iter().filter_map(round);
    all.find(|round| *round <= value).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(scale: Scale, low: &str, high: &str) -> Axis {
        Axis::new(scale, low.parse().unwrap(), high.parse().unwrap())
    }

    fn ticks(axis: Axis) -> Vec<String> {
        axis.ticks(5).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_value_stands_where_it_is() {
        let decades = axis(Scale::Logarithmic, "1", "10000");
        for (value, at) in [
            ("1", 0),
            ("10", 250),
            ("100", 500),
            ("10000", 1000),
            ("0", 0),
            ("1e9", 1000),
        ] {
            let value = value
                .parse()
                .or_else(|_| Decimal::from_scientific(value))
                .unwrap();
            assert_eq!(decades.at(value), at, "{value}");
        }
        let linear = axis(Scale::Linear, "0", "200");
        assert_eq!(linear.at(Decimal::ONE_HUNDRED), 500);
        assert_eq!(linear.up(Decimal::ZERO), 1000);
    }

    #[test]
    fn ticks_are_round() {
        let log = |low, high| ticks(axis(Scale::Logarithmic, low, high));
        assert_eq!(
            log("20000000", "2000000000"),
            ["50000000", "100000000", "500000000", "1000000000"]
        );
        assert_eq!(log("2", "20"), ["2", "5", "10", "20"]);
        assert_eq!(log("1", "1000000000000000000").len(), 4);
        assert_eq!(
            ticks(axis(Scale::Linear, "0", "7000")),
            ["0", "2000", "4000", "6000"]
        );
        assert_eq!(ticks(axis(Scale::Linear, "0", "1")), ["0", "0.5", "1"]);
    }

    #[test]
    fn stops_are_round_and_reach_both_ends() {
        for (low, high) in [
            ("20", "1000"),
            ("1", "1000000000000000000"),
            ("2", "200000"),
        ] {
            let axis = axis(Scale::Logarithmic, low, high);
            let stops = axis.stops();
            assert!((25..=64).contains(&stops.len()), "{}", stops.len());
            assert_eq!(stops.first(), Some(&axis.low()));
            assert_eq!(stops.last(), Some(&axis.high()));
        }
        let linear = axis(Scale::Linear, "0", "600").stops();
        assert_eq!((linear.len(), linear[1].to_string()), (51, "12".to_owned()));
        assert_eq!(linear[50].to_string(), "600");
    }

    #[test]
    fn values_have_room_around_them() {
        let around = |scale, least: u32, most: u32| {
            let axis = Axis::around(scale, least.into(), most.into());
            [axis.low(), axis.high()].map(|end| end.normalize().to_string())
        };
        assert_eq!(around(Scale::Logarithmic, 81, 500), ["20", "1000"]);
        assert_eq!(around(Scale::Linear, 81, 500), ["0", "600"]);
        assert_eq!(around(Scale::Linear, 0, 0), ["0", "1"]);
    }

    #[test]
    fn an_axis_has_some_extent() {
        let axis = axis(Scale::Logarithmic, "0", "0");
        assert_eq!((axis.scale(), axis.high()), (Scale::Linear, Decimal::ONE));
        assert_eq!(round_up("81".parse().unwrap()).to_string(), "100");
        assert_eq!(round_down("81".parse().unwrap()).to_string(), "50");
        assert_eq!(round_down("0.0".parse().unwrap()), Decimal::ZERO);
    }
}

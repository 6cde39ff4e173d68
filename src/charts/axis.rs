//! Values along an axis: where they stand, and which of them are round.

use super::WHOLE;
use super::logarithm::logarithm;
use crate::quantity::{Exact, round, round_up as whole_up};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How values are spread along an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// By how many times the one is the other.
    #[default]
    Logarithmic,
    /// By what they differ.
    Linear,
}

/// How many round values are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Five or six, to be labelled on a narrow screen too.
    Labels,
    /// A dozen or two, to be read.
    Rows,
    /// So many that a line between them bends as the curve does.
    Points,
}

/// An axis from a lowest to a highest value: on a logarithmic one from a power of ten to another, on a
/// linear one from nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    scale: Scale,
    low: Decimal,
    high: Decimal,
    /// On a logarithmic axis the number of decades, on a linear one the room between two labels.
    extent: Decimal,
}

impl Axis {
    /// An axis on which values have room around them. Without logarithms of them, it is linear.
    #[must_use]
    #[inline(never)]
    pub fn around(scale: Scale, least: Decimal, most: Decimal) -> Self {
        let part = |value: Decimal, tenths: i64| {
            let part = value.times(Decimal::new(tenths, 1));
            part.unwrap_or(value)
        };
        let most = part(most, 12).max(Decimal::new(1, 6));
        if scale == Scale::Linear || least <= Decimal::ZERO {
            let step = round_up(part(most, 2));
            let steps = most
                .over(step)
                .map_or(Decimal::ONE, |steps| whole_up(steps, 0));
            return Self {
                scale: Scale::Linear,
                low: Decimal::ZERO,
                high: steps.times(step).unwrap_or(most),
                extent: step,
            };
        }
        let low = magnitude(part(least, 8));
        let mut high = low;
        let mut decades = 0_u32;
        while high < most
            && let Ok(next) = high.times(Decimal::TEN)
        {
            high = next;
            decades = decades.saturating_add(1);
        }
        Self {
            scale: Scale::Logarithmic,
            low,
            high,
            extent: decades.into(),
        }
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

    /// Where a value stands, in thousandths; what lies beyond an end, there.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, value: Decimal) -> u16 {
        let value = value.max(self.low).min(self.high);
        let [part, whole] = match self.scale {
            Scale::Linear => [value, self.high],
            Scale::Logarithmic => {
                let low = logarithm(self.low);
                [value, self.high].map(|to| logarithm(to).saturating_sub(low).into())
            }
        };
        let part = part.times(WHOLE.into()).and_then(|part| part.over(whole));
        let part = part.map_or(Some(0), |part| round(part, 0).to_u16());
        part.unwrap_or_default().min(WHOLE)
    }

    /// Where a value stands on an axis that leads up, in thousandths from the top.
    #[must_use]
    pub fn up(&self, value: Decimal) -> u16 {
        WHOLE.saturating_sub(self.at(value))
    }

    /// Round values on it, from its lowest to its highest.
    #[must_use]
    #[inline(never)]
    pub fn rounds(&self, detail: Detail) -> Vec<Decimal> {
        /// How a decade is divided, in tenths.
        const BY: [&[u32]; 4] = [
            &[10],
            &[10, 50],
            &[10, 20, 50],
            &[10, 13, 16, 20, 25, 32, 40, 50, 63, 80],
        ];
        let mut rounds = Vec::new();
        if self.scale == Scale::Linear {
            let parts = match detail {
                Detail::Labels => 1_u32,
                Detail::Rows => 2,
                Detail::Points => 4,
            };
            let step = self.extent.over(parts.into()).unwrap_or(self.high);
            let mut value = self.low;
            while value <= self.high {
                rounds.push(value.normalize());
                value = value.plus(step).unwrap_or(Decimal::MAX);
            }
            return rounds;
        }
        let decades = self.extent.to_usize().unwrap_or_default();
        let by = match (detail, decades) {
            (Detail::Points, ..=6) => 3,
            (Detail::Rows, ..=4) | (Detail::Labels, 1) | (Detail::Points, _) => 2,
            (Detail::Rows, ..=8) | (Detail::Labels, 2) => 1,
            _ => 0,
        };
        let every = match detail {
            Detail::Labels => decades.div_ceil(5).max(1),
            _ => 1,
        };
        let mut one = self.low;
        for decade in 0..=decades {
            for tenths in BY.get(by).copied().unwrap_or_default() {
                let value = one.times(Decimal::new((*tenths).into(), 1));
                if decade.checked_rem(every) == Some(0)
                    && let Ok(value) = value
                    && value <= self.high
                {
                    rounds.push(value.normalize());
                }
            }
            one = one.times(Decimal::TEN).unwrap_or(Decimal::MAX);
        }
        rounds
    }
}

/// The greatest power of ten that is no greater than a number above nothing.
#[inline(never)]
fn magnitude(value: Decimal) -> Decimal {
    let mut power = Decimal::new(1, 12);
    while let Ok(more) = power.times(Decimal::TEN)
        && more <= value
    {
        power = more;
    }
    power.normalize()
}

/// The nearest of 1, 2, 5, 10, … from a number above nothing up.
fn round_up(value: Decimal) -> Decimal {
    let one = magnitude(value);
    let round = |factor: u32| one.times(factor.into()).ok();
    let mut all = [1, 2, 5, 10].into_iter().filter_map(round);
    all.find(|round| *round >= value).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(scale: Scale, least: &str, most: &str) -> Axis {
        Axis::around(scale, least.parse().unwrap(), most.parse().unwrap())
    }

    fn told(values: &[Decimal]) -> Vec<String> {
        values.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_value_stands_where_it_is() {
        let decades = axis(Scale::Logarithmic, "2", "5000");
        for (value, at) in [
            ("1", 0),
            ("10", 250),
            ("100", 500),
            ("10000", 1000),
            ("0", 0),
            ("1000000000", 1000),
        ] {
            assert_eq!(decades.at(value.parse().unwrap()), at, "{value}");
        }
        let linear = axis(Scale::Linear, "0", "160");
        assert_eq!(linear.at(Decimal::ONE_HUNDRED), 500);
        assert_eq!(linear.up(Decimal::ZERO), 1000);
    }

    #[test]
    fn labels_are_round_and_few() {
        let labels = |scale, least, most| told(&axis(scale, least, most).rounds(Detail::Labels));
        let log = |least, most| labels(Scale::Logarithmic, least, most);
        assert_eq!(log("200", "500"), ["100", "200", "500", "1000"]);
        assert_eq!(log("20", "500"), ["10", "50", "100", "500", "1000"]);
        assert_eq!(log("2", "5000"), ["1", "10", "100", "1000", "10000"]);
        assert_eq!(log("1", "900000000000000000").len(), 6);
        assert_eq!(
            labels(Scale::Linear, "0", "6500"),
            ["0", "2000", "4000", "6000", "8000"]
        );
    }

    #[test]
    fn rows_and_points_reach_both_ends() {
        for (least, most) in [("20", "1000"), ("1", "900000000000000000"), ("2", "20000")] {
            for scale in [Scale::Linear, Scale::Logarithmic] {
                let axis = axis(scale, least, most);
                for (detail, count) in [(Detail::Rows, 6..=21), (Detail::Points, 13..=61)] {
                    let values = axis.rounds(detail);
                    assert!(count.contains(&values.len()), "{least} {}", values.len());
                    assert!(values.is_sorted());
                    assert_eq!(values.first(), Some(&axis.low().normalize()));
                    assert_eq!(values.last(), Some(&axis.high().normalize()));
                }
            }
        }
    }

    #[test]
    fn values_have_room_around_them() {
        let around = |scale, least, most| {
            let axis = axis(scale, least, most);
            told(&[axis.low().normalize(), axis.high().normalize()])
        };
        assert_eq!(around(Scale::Logarithmic, "81", "500"), ["10", "1000"]);
        assert_eq!(around(Scale::Logarithmic, "100", "900"), ["10", "10000"]);
        assert_eq!(around(Scale::Linear, "81", "500"), ["0", "600"]);
    }

    #[test]
    fn an_axis_has_some_extent() {
        let axis = axis(Scale::Logarithmic, "0", "0");
        assert_eq!(axis.scale(), Scale::Linear);
        assert!(axis.high() > axis.low());
    }
}

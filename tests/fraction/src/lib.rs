//! Exact fractions of any length.
//!
//! They are not kept in lowest terms: almost every denominator is a power of ten, and so one
//! divides the other where two of them meet.

use num_bigint::BigInt;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A fraction, its denominator positive.
#[derive(Clone, Debug)]
pub struct Fraction {
    over: BigInt,
    under: BigInt,
}

/// A whole number as a fraction.
pub fn whole(number: impl Into<BigInt>) -> Fraction {
    Fraction {
        over: number.into(),
        under: 1.into(),
    }
}

/// One over a million.
#[must_use]
pub fn millionth() -> Fraction {
    whole(1) / whole(1_000_000)
}

impl Fraction {
    /// The value of a decimal.
    #[must_use]
    pub fn of(decimal: Decimal) -> Self {
        Self {
            over: decimal.mantissa().into(),
            under: BigInt::from(10).pow(decimal.scale()),
        }
    }

    /// The fraction in lowest terms: numerator and denominator.
    #[must_use]
    pub fn lowest(&self) -> (BigInt, BigInt) {
        let (mut one, mut other) = (self.over.clone(), self.under.clone());
        while other != BigInt::ZERO {
            let rest = &one % &other;
            one = other;
            other = rest;
        }
        let divisor = BigInt::from(one.magnitude().clone());
        (&self.over / &divisor, &self.under / &divisor)
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.over == BigInt::ZERO
    }

    /// −1, 0 or 1.
    #[must_use]
    pub fn sign(&self) -> i32 {
        match self.over.cmp(&BigInt::ZERO) {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        }
    }

    /// The same without its sign.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.sign() < 0 { -self } else { self.clone() }
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> BigInt {
        let down = &self.over / &self.under;
        if self.sign() < 0 && &down * &self.under != self.over {
            down - 1
        } else {
            down
        }
    }

    /// The least whole number that is not below it.
    #[must_use]
    pub fn ceil(&self) -> BigInt {
        -(-self).floor()
    }

    /// The nearest whole number, half away from zero.
    #[must_use]
    pub fn nearest(&self) -> BigInt {
        let half = whole(1) / whole(2);
        if self.sign() < 0 {
            (self - half).ceil()
        } else {
            (self + half).floor()
        }
    }

    /// Six digits behind the point, half away from zero, without trailing zeros.
    #[must_use]
    pub fn printed(&self) -> String {
        let millionths = (self * whole(1_000_000)).nearest();
        let digits = format!("{:0>7}", millionths.magnitude().to_string());
        let (before, behind) = digits.split_at(digits.len() - 6);
        let text = format!("{before}.{behind}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        let minus = if millionths < BigInt::ZERO { "-" } else { "" };
        format!("{minus}{text}")
    }

    /// The square root, to forty digits behind the point at least.
    #[must_use]
    pub fn root(&self) -> Self {
        let scale = BigInt::from(10).pow(40);
        let scaled = (self * whole(&scale * &scale)).floor();
        whole(scaled.sqrt()) / whole(scale)
    }

    fn plus(&self, other: &Self) -> Self {
        if self.under == other.under {
            return Self {
                over: &self.over + &other.over,
                under: self.under.clone(),
            };
        }
        let (wide, narrow) = if self.under > other.under {
            (self, other)
        } else {
            (other, self)
        };
        let times = &wide.under / &narrow.under;
        if &times * &narrow.under == wide.under {
            return Self {
                over: &wide.over + &narrow.over * times,
                under: wide.under.clone(),
            };
        }
        Self {
            over: &self.over * &other.under + &other.over * &self.under,
            under: &self.under * &other.under,
        }
    }

    fn times(&self, other: &Self) -> Self {
        Self {
            over: &self.over * &other.over,
            under: &self.under * &other.under,
        }
    }

    fn inverse(&self) -> Self {
        assert!(!self.is_zero(), "nothing is divided by zero");
        if self.sign() < 0 {
            Self {
                over: -&self.under,
                under: -&self.over,
            }
        } else {
            Self {
                over: self.under.clone(),
                under: self.over.clone(),
            }
        }
    }
}

impl Neg for &Fraction {
    type Output = Fraction;

    fn neg(self) -> Fraction {
        Fraction {
            over: -&self.over,
            under: self.under.clone(),
        }
    }
}

/// An operation between fractions, each by value or by reference.
macro_rules! operation {
    ($name:ident, $call:ident, |$one:ident, $other:ident| $result:expr) => {
        impl $name<&Fraction> for &Fraction {
            type Output = Fraction;

            fn $call(self, $other: &Fraction) -> Fraction {
                let $one = self;
                $result
            }
        }

        impl $name<Fraction> for &Fraction {
            type Output = Fraction;

            fn $call(self, other: Fraction) -> Fraction {
                $name::$call(self, &other)
            }
        }

        impl $name<&Fraction> for Fraction {
            type Output = Fraction;

            fn $call(self, other: &Fraction) -> Fraction {
                $name::$call(&self, other)
            }
        }

        impl $name<Fraction> for Fraction {
            type Output = Fraction;

            fn $call(self, other: Fraction) -> Fraction {
                $name::$call(&self, &other)
            }
        }
    };
}
operation!(Add, add, |one, other| one.plus(other));
operation!(Sub, sub, |one, other| one.plus(&-other));
operation!(Mul, mul, |one, other| one.times(other));
operation!(Div, div, |one, other| one.times(&other.inverse()));

impl std::iter::Sum for Fraction {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(whole(0), |sum, next| sum + next)
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.over * &other.under).cmp(&(&other.over * &self.under))
    }
}

#[test]
fn fractions_are_exact() {
    let third = whole(2) / whole(6);
    assert_eq!(&third + &third + &third, whole(1));
    assert_eq!((whole(0) - &third).printed(), "-0.333333");
    assert_eq!((whole(1) / whole(-2_000_000)).printed(), "-0.000001");
    assert_eq!((whole(1) / whole(-2_000_001)).printed(), "0");
    assert_eq!(whole(-70).printed(), "-70");
    assert_eq!((whole(7) / whole(-2)).floor(), BigInt::from(-4));
    assert_eq!((whole(7) / whole(-2)).ceil(), BigInt::from(-3));
    assert_eq!((whole(-7) / whole(2)).nearest(), BigInt::from(-4));
    assert_eq!((whole(9) / whole(4)).root(), whole(3) / whole(2));
    assert_eq!(third.lowest(), (1.into(), 3.into()));
    assert!(whole(-1) < third && third < whole(1));
}

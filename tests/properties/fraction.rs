//! Exact fractions of 128 bits, just enough of them for the second opinion.

use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

/// A fraction in lowest terms, its denominator positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    over: i128,
    under: i128,
}

const WIDTH: &str = "the second opinion's scenarios stay within 128 bits";

impl Fraction {
    pub const ZERO: Self = Self { over: 0, under: 1 };
    pub const MILLION: Self = Self {
        over: 1_000_000,
        under: 1,
    };
    pub const HUNDRED: Self = Self {
        over: 100,
        under: 1,
    };

    pub fn new(over: i128, under: i128) -> Self {
        let divisor = greatest_common_divisor(over.abs(), under.abs()) * under.signum();
        Self {
            over: over / divisor,
            under: under / divisor,
        }
    }

    pub fn of(decimal: Decimal) -> Self {
        Self::new(decimal.mantissa(), 10_i128.pow(decimal.scale()))
    }

    /// The decimal that a report prints: six digits behind the point, half away from zero.
    pub fn printed(self) -> String {
        let (whole, rest) = (self.over.abs() / self.under, self.over.abs() % self.under);
        let millionths = rest.checked_mul(1_000_000).expect(WIDTH);
        let (down, left) = (millionths / self.under, millionths % self.under);
        let up = i128::from(left >= self.under - left);
        let rounded = whole.checked_mul(1_000_000).expect(WIDTH) + down + up;
        let signed = rounded * self.over.signum();
        Decimal::from_i128_with_scale(signed, 6)
            .normalize()
            .to_string()
    }
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}

impl From<i128> for Fraction {
    fn from(whole: i128) -> Self {
        Self::new(whole, 1)
    }
}

impl Add for Fraction {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let here = self.over.checked_mul(other.under).expect(WIDTH);
        let there = other.over.checked_mul(self.under).expect(WIDTH);
        let over = here.checked_add(there).expect(WIDTH);
        Self::new(over, self.under.checked_mul(other.under).expect(WIDTH))
    }
}

impl Sub for Fraction {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other * Self::from(-1)
    }
}

impl Mul for Fraction {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        // Crosswise in lowest terms, the product stays as small as it can be.
        let (one, two) = (
            Self::new(self.over, other.under),
            Self::new(other.over, self.under),
        );
        let over = one.over.checked_mul(two.over).expect(WIDTH);
        Self::new(over, one.under.checked_mul(two.under).expect(WIDTH))
    }
}

impl Div for Fraction {
    type Output = Self;

    #[allow(
        clippy::suspicious_arithmetic_impl,
        reason = "a quotient is a product with the inverse"
    )]
    fn div(self, other: Self) -> Self {
        self * Self::new(other.under, other.over)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    /// By whole parts, and where they are the same by what is left, turned over: nothing is
    /// multiplied and so nothing becomes too wide.
    fn cmp(&self, other: &Self) -> Ordering {
        let whole = |f: &Self| f.over.div_euclid(f.under);
        let rest = |f: &Self| f.over.rem_euclid(f.under);
        whole(self).cmp(&whole(other)).then_with(|| {
            let (here, there) = (rest(self), rest(other));
            if here == 0 || there == 0 {
                return here.cmp(&there);
            }
            let turned = |under, over| Self { over, under };
            turned(there, other.under).cmp(&turned(here, self.under))
        })
    }
}

#[test]
fn fractions_are_exact() {
    let third = Fraction::new(2, -6) * Fraction::from(-1);
    assert_eq!(third + third + third, Fraction::from(1));
    assert_eq!(third / Fraction::new(5, 7), Fraction::new(7, 15));
    assert!(Fraction::new(1, 3) > Fraction::of(Decimal::new(333_333_333, 9)));
    assert!(Fraction::new(-7, 3) < Fraction::new(-9, 4) && Fraction::from(2) > Fraction::new(7, 4));
    assert_eq!(third.cmp(&Fraction::new(4, 12)), Ordering::Equal);
    assert_eq!((Fraction::ZERO - third).printed(), "-0.333333");
    assert_eq!(Fraction::new(1, 2_000_000).printed(), "0.000001");
    assert_eq!(Fraction::from(-7).printed(), "-7");
}

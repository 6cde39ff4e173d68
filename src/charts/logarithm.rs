//! Binary logarithms by integers, so that they are the same everywhere.

use rust_decimal::Decimal;

/// The logarithm of ten.
const TEN: i64 = 14_267_572_527;
/// So many bits stand behind the point.
const BITS: u32 = 32;

/// The binary logarithm of a number above nothing, in parts of 2⁻³², by squaring.
pub(super) fn logarithm(value: Decimal) -> i64 {
    let digits = value.mantissa().unsigned_abs().max(1);
    let whole = digits.ilog2();
    // From 1 to 2, with 63 bits behind the point.
    let mut one = if whole > 63 {
        digits.wrapping_shr(whole.saturating_sub(63))
    } else {
        digits.wrapping_shl(63_u32.saturating_sub(whole))
    };
    let mut bits = i64::from(whole);
    for _ in 0..BITS {
        one = one.wrapping_mul(one).wrapping_shr(63);
        let two = one.wrapping_shr(64);
        one = one.wrapping_shr(u32::from(two > 0));
        bits = bits.saturating_mul(2).saturating_add(i64::from(two > 0));
    }
    bits.saturating_sub(TEN.saturating_mul(value.scale().into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::prelude::ToPrimitive;

    #[test]
    fn logarithms_are_those_of_the_numbers() {
        for value in ["1", "10", "0.01", "81111112", "1e18", "3.7", "0.000001"] {
            let value = Decimal::from_scientific(value).or_else(|_| value.parse());
            let value: Decimal = value.unwrap();
            let expected = value.to_f64().unwrap().log2() * 2_f64.powi(32);
            assert!(
                (logarithm(value).to_f64().unwrap() - expected).abs() < 64.0,
                "{value}"
            );
        }
    }
}

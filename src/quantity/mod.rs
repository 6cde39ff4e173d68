//! Numbers with units: what they may hold, how they are read and how they are written.
//!
//! A quantity is an exact decimal behind a private field. The only ways in are [`FromStr`] and
//! [`TryFrom<Decimal>`], both of which check the quantity's bounds; the operations between
//! quantities are named after what they mean ([`UsdPerMillion::cost_of`]) and are all checked.
//!
//! ```
//! use crossover::quantity::{Tokens, Usd, UsdPerMillion};
//!
//! let volume: Tokens = "500M".parse()?;
//! let rate: UsdPerMillion = "$10".parse()?;
//! assert_eq!(rate.cost_of(volume)?, "5,000".parse::<Usd>()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`FromStr`]: std::str::FromStr
//! [`TryFrom<Decimal>`]: TryFrom

mod exact;
mod grouping;
mod number;
mod range;
mod rate;
mod refusal;
mod unit;

pub(crate) use exact::{
    Exact, digits, group_digits, group_digits_to, root, round, round_down, round_up,
};
pub use number::{Mark, read_number};
pub use range::Range;
pub(crate) use range::read_ends;
pub use rate::Rate;
pub(crate) use refusal::invisible;
pub use refusal::{Refusal, Unclear, quote};
pub(crate) use unit::{Bounded, read_bounded, short_digits, within};
pub use unit::{
    Count, Hours, ModelUnits, Months, Overflow, Percent, Quantity, Ratio, Spelling, Tokens,
    TokensPerMinute, Usd, UsdPerMillion, UsdPerUnitHour,
};

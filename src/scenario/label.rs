//! Free text.

use crate::quantity::{Refusal, invisible};
use std::fmt;
use std::str::FromStr;

/// A short free text of visible characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Label(String);

impl Label {
    /// No text.
    pub const NONE: Self = Self(String::new());

    /// No label is longer.
    pub const MOST: usize = 80;

    /// The text; empty when there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Label {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let characters = text.chars().count();
        if characters > Self::MOST {
            return Err(Refusal::TooLong {
                characters,
                most: Self::MOST,
            });
        }
        if text.chars().any(invisible) {
            return Err(Refusal::Invisible);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

//! Which fields a number was made from.

use crate::scenario::FieldId;

/// A set of fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inputs(u64);

impl Inputs {
    /// No field.
    pub(super) const NONE: Self = Self(0);

    /// The set of one field.
    #[must_use]
    pub const fn only(field: FieldId) -> Self {
        Self(1 << field as u64)
    }

    /// What is in either set.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub const fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this set and not in another.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a field is in it.
    #[must_use]
    pub const fn has(self, field: FieldId) -> bool {
        !self.shared(Self::only(field)).is_empty()
    }

    /// The fields, in the registry's order.
    pub fn fields(self) -> impl Iterator<Item = FieldId> {
        FieldId::ALL
            .iter()
            .copied()
            .filter(move |field| self.has(*field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_less_is_in_the_first_alone() {
        let [volume, share] = [FieldId::volume, FieldId::teacher_share].map(Inputs::only);
        let both = volume.with(share);
        assert_eq!(both.less(share), volume);
        assert_eq!(volume.less(share), volume);
        assert_eq!(volume.less(both), Inputs::NONE);
    }
}

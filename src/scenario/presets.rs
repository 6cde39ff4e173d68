//! Values to start from: the credits that the reference names, and its case study.
//!
//! The reference is an article at cloudroutehq.com on model distillation on Amazon
//! Bedrock. What could be confirmed of its figures, and what could not, stands in each preset's note;
//! looked up on 2026-11-24. It gives no pool an expiry: those here are assumed.

use super::{FieldId, Scenario};

/// Values for a few fields, to be chosen at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// AWS's credits for startups.
    Activate,
    /// The smallest credits for a proof of concept on Bedrock.
    SmallProof,
    /// The largest.
    LargeProof,
    /// What a few startups are given.
    Accelerator,
    /// The case that the reference tells of.
    CaseStudy,
}

impl Preset {
    /// All presets, in order.
    pub const ALL: [Self; 5] = [
        Self::Activate,
        Self::SmallProof,
        Self::LargeProof,
        Self::Accelerator,
        Self::CaseStudy,
    ];

    /// What it is called in the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Activate => "preset-activate",
            Self::SmallProof => "preset-small-proof",
            Self::LargeProof => "preset-large-proof",
            Self::Accelerator => "preset-accelerator",
            Self::CaseStudy => "preset-case-study",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Activate => "AWS Activate, $100,000",
            Self::SmallProof => "Bedrock proof of concept, $10,000",
            Self::LargeProof => "Bedrock proof of concept, $50,000",
            Self::Accelerator => "Generative AI Accelerator, $1,000,000",
            Self::CaseStudy => "The case study",
        }
    }

    /// Where it comes from, and how far to trust it.
    #[must_use]
    pub const fn note(self) -> &'static str {
        match self {
            Self::Activate => {
                "Up to $100,000, says cloudroutehq.com. AWS lists (September 2026) $1,000 to $5,000 for founders who pay their own way and up to $200,000 with a provider's Org ID. That it lasts 24 months is assumed."
            }
            Self::SmallProof => {
                "The least that cloudroutehq.com names; no page of AWS confirms an amount. That site says both that such credits pay a custom model's hosting and that they do not: ask first. That it lasts 12 months is assumed."
            }
            Self::LargeProof => "The most that cloudroutehq.com names, with the same doubts.",
            Self::Accelerator => {
                "The most there is, for about one in twenty; half get $300,000 or less. cloudroutehq.com alone says so. That it lasts 24 months is assumed."
            }
            Self::CaseStudy => {
                "By cloudroutehq.com: a few hundred million tokens a month (here 300M), Activate and proof-of-concept credits, nothing paid during the build. It gives no prices, amounts or time: the rates are the worked example's, the pools $100,000 and $10,000, the build 2 months. Its 90% less holds for the tokens; with hosting it is 66%."
            }
        }
    }

    const fn values(self) -> &'static [(FieldId, &'static str)] {
        match self {
            Self::Activate => &[(FieldId::credits, "100000@24")],
            Self::SmallProof => &[(FieldId::credits, "10000@12")],
            Self::LargeProof => &[(FieldId::credits, "50000@12")],
            Self::Accelerator => &[(FieldId::credits, "1000000@24")],
            Self::CaseStudy => &[
                (FieldId::volume, "300M"),
                (FieldId::build_months, "2"),
                (FieldId::credits, "100000@24+10000@12"),
            ],
        }
    }

    /// Whether the fields that it says nothing of go back to the worked example.
    const fn starts_over(self) -> bool {
        matches!(self, Self::CaseStudy)
    }

    /// The text that it puts into a field; none where it leaves the field alone.
    #[must_use]
    pub fn text(self, field: FieldId) -> Option<String> {
        let mut values = self.values().iter();
        let value = values.find(|(of, _)| *of == field);
        let value = value.map(|(_, text)| (*text).to_owned());
        value.or_else(|| self.starts_over().then(|| Scenario::default().text(field)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_written_as_its_field_writes_it() {
        let example = Scenario::default();
        for preset in Preset::ALL {
            let text = |field| preset.text(field).unwrap_or_else(|| example.text(field));
            let scenario = Scenario::read(text).unwrap();
            for field in FieldId::ALL {
                assert_eq!(scenario.text(*field), text(*field), "{preset:?}");
            }
        }
    }

    #[test]
    fn only_the_case_study_starts_over() {
        let credits_alone = |preset: Preset| {
            let mut others = FieldId::ALL.iter().filter(|id| **id != FieldId::credits);
            preset.text(FieldId::credits).is_some() && others.all(|id| preset.text(*id).is_none())
        };
        for preset in Preset::ALL {
            assert_eq!(
                credits_alone(preset),
                preset != Preset::CaseStudy,
                "{preset:?}"
            );
        }
        let whole = |id: &FieldId| Preset::CaseStudy.text(*id).is_some();
        assert!(FieldId::ALL.iter().all(whole));
    }
}

//! Values to start from: the credits that the reference names, and its case study.
//!
//! The reference is an article by CloudRoute (cloudroutehq.com) on model distillation on Amazon
//! Bedrock. What could be confirmed of its figures, and what could not, stands in each preset's note;
//! looked up on 2026-11-24. It gives no pool an expiry: those here are assumed.

use super::{FieldId, Scenario};

/// Values for a few fields, to be chosen at once.
#[derive(Debug)]
pub struct Preset {
    /// What it is called in the page.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Where it comes from, and how far to trust it.
    pub note: &'static str,
    /// Whether the fields that it says nothing of go back to the worked example.
    starts_over: bool,
    values: &'static [(FieldId, &'static str)],
}

impl Preset {
    /// All presets, in order.
    pub const ALL: [Self; 5] = [
        Self {
            id: "preset-activate",
            label: "AWS Activate, $100,000",
            note: "Up to $100,000, says cloudroutehq.com. AWS lists $1,000 to $5,000 for founders without investors and up to $200,000 with a provider's Org ID. That it lasts 24 months is assumed.",
            starts_over: false,
            values: &[(FieldId::credits, "100000@24")],
        },
        Self {
            id: "preset-poc-low",
            label: "Bedrock proof of concept, $10,000",
            note: "The least that cloudroutehq.com names; no page of AWS confirms an amount. That site says both that such credits pay a custom model's hosting and that they do not: ask first. That it lasts 12 months is assumed.",
            starts_over: false,
            values: &[(FieldId::credits, "10000@12")],
        },
        Self {
            id: "preset-poc-high",
            label: "Bedrock proof of concept, $50,000",
            note: "The most that cloudroutehq.com names, with the same doubts.",
            starts_over: false,
            values: &[(FieldId::credits, "50000@12")],
        },
        Self {
            id: "preset-accelerator",
            label: "Generative AI Accelerator, $1,000,000",
            note: "The most there is, for about one in twenty; half get $300,000 or less. cloudroutehq.com alone says so. That it lasts 24 months is assumed.",
            starts_over: false,
            values: &[(FieldId::credits, "1000000@24")],
        },
        Self {
            id: "preset-case-study",
            label: "The case study",
            note: "By cloudroutehq.com: a few hundred million tokens a month (here 300M), Activate and proof-of-concept credits, nothing paid during the build. It gives no prices, amounts or time: the rates are the worked example's, the pools $100,000 and $10,000, the build 2 months. Its 90% less holds for the tokens; with hosting it is 66%.",
            starts_over: true,
            values: &[
                (FieldId::volume, "300M"),
                (FieldId::build_months, "2"),
                (FieldId::credits, "100000@24+10000@12"),
            ],
        },
    ];

    /// The text that it puts into a field; none where it leaves the field alone.
    #[must_use]
    pub fn text(&self, field: FieldId) -> Option<String> {
        let mut values = self.values.iter();
        let value = values.find(|(of, _)| *of == field);
        let value = value.map(|(_, text)| (*text).to_owned());
        value.or_else(|| self.starts_over.then(|| Scenario::default().text(field)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_written_as_its_field_writes_it() {
        let example = Scenario::default();
        for preset in &Preset::ALL {
            let text = |field| preset.text(field).unwrap_or_else(|| example.text(field));
            let scenario = Scenario::read(text).unwrap();
            for field in FieldId::ALL {
                assert_eq!(scenario.text(*field), text(*field), "{}", preset.id);
            }
        }
    }

    #[test]
    fn only_the_case_study_starts_over() {
        let credits_alone = |preset: &Preset| {
            let mut others = FieldId::ALL.iter().filter(|id| **id != FieldId::credits);
            preset.text(FieldId::credits).is_some() && others.all(|id| preset.text(*id).is_none())
        };
        let [pools @ .., case_study] = &Preset::ALL;
        assert!(pools.iter().all(credits_alone));
        assert!(FieldId::ALL.iter().all(|id| case_study.text(*id).is_some()));
    }
}

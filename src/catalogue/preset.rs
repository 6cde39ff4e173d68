//! A pair as a preset: what it puts into the fields, and from which prices.

use super::{Catalogue, Kind, Model, Pair, Price};
use crate::quantity::{Exact, digits, round};
use crate::scenario::{Choice, FieldId, Hosting, Scenario};
use rust_decimal::Decimal;

/// As many pairs as Bedrock takes.
const MOST_PAIRS: &str = "15000";

/// What nobody publishes.
const UNKNOWN: &str = "?";

impl Pair {
    /// The pair that a scenario is about, by the names of its models.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Option<&'static Self> {
        let name = |field| scenario.text(field);
        Catalogue::get().pair(&name(FieldId::teacher_model), &name(FieldId::student_model))
    }

    /// The teacher, if the catalogue has it; a test sees that it does.
    #[must_use]
    pub fn teacher_model(&self) -> Option<&'static Model> {
        Catalogue::get().model(self.teacher)
    }

    /// The student, in the same way.
    #[must_use]
    pub fn student_model(&self) -> Option<&'static Model> {
        Catalogue::get().model(self.student)
    }

    /// What people call it: `Nova Premier → Nova Micro, us-east-1`.
    #[must_use]
    pub fn label(&self) -> String {
        let name = |model: Option<&Model>| model.map_or("", Model::short_name);
        let (teacher, student) = (name(self.teacher_model()), name(self.student_model()));
        format!("{teacher} → {student}, {}", self.region)
    }

    /// How AWS bills the student: by the token where it can be, else by the hour.
    #[must_use]
    pub const fn hosting(&self) -> Hosting {
        if self.on_demand {
            Hosting::OnDemand
        } else {
            Hosting::Provisioned
        }
    }

    /// The text that it puts into a field; none where it leaves the field alone. A price that nobody
    /// publishes is unknown, and not the one of the pair before.
    #[must_use]
    pub fn text(&self, field: FieldId) -> Option<String> {
        let fixed = match field {
            FieldId::teacher_model => self.teacher,
            FieldId::student_model => self.student,
            FieldId::pairs => MOST_PAIRS,
            FieldId::epochs if !self.epochs.is_empty() => self.epochs,
            FieldId::hosting => self.hosting().option().code,
            FieldId::epochs | FieldId::pair_input | FieldId::pair_output | FieldId::from_logs => {
                return Some(Scenario::default().text(field));
            }
            _ => return self.price_text(field),
        };
        Some(fixed.to_owned())
    }

    fn price_text(&self, field: FieldId) -> Option<String> {
        let kinds = self.kinds(field)?;
        let prices = self.prices(field);
        let share_of = |whole: &[Kind]| percent(&prices, &self.found(self.teacher_model(), whole));
        let text = match field {
            FieldId::cache_read | FieldId::cache_write => share_of(&[Kind::Input]),
            FieldId::batch_price => share_of(&[Kind::Input, Kind::Output]),
            _ => {
                let amounts: Vec<_> = prices.iter().map(|price| price.amount).collect();
                (amounts.len() == kinds.len()).then(|| amounts.join("/"))
            }
        };
        Some(text.unwrap_or_else(|| UNKNOWN.to_owned()))
    }

    /// What a field's text is made of.
    fn kinds(&self, field: FieldId) -> Option<&'static [Kind]> {
        Some(match field {
            FieldId::student_rate if self.on_demand => &[Kind::CustomInput, Kind::CustomOutput],
            FieldId::teacher_rate | FieldId::student_rate => &[Kind::Input, Kind::Output],
            FieldId::training_rate => &[Kind::Training],
            FieldId::storage => &[Kind::Storage],
            FieldId::hourly_none => &[Kind::HourlyNone],
            FieldId::hourly_1mo => &[Kind::Hourly1mo],
            FieldId::hourly_6mo => &[Kind::Hourly6mo],
            FieldId::cache_read => &[Kind::CacheRead],
            FieldId::cache_write => &[Kind::CacheWrite5m],
            FieldId::batch_price => &[Kind::BatchInput, Kind::BatchOutput],
            _ => return None,
        })
    }

    /// The published prices that a field's text comes from.
    #[must_use]
    pub fn prices(&self, field: FieldId) -> Vec<&'static Price> {
        let of_the_teacher = matches!(
            field,
            FieldId::teacher_rate
                | FieldId::cache_read
                | FieldId::cache_write
                | FieldId::batch_price
        );
        let model = if of_the_teacher {
            self.teacher_model()
        } else {
            self.student_model()
        };
        self.found(model, self.kinds(field).unwrap_or(&[]))
    }

    fn found(&self, model: Option<&'static Model>, kinds: &[Kind]) -> Vec<&'static Price> {
        let price = |kind: &Kind| model?.price(*kind, self.region);
        kinds.iter().filter_map(price).collect()
    }

    /// Whether a field has another value than the pair puts into it.
    #[must_use]
    pub fn is_edited(&self, scenario: &Scenario, field: FieldId) -> bool {
        let Some(text) = self.text(field) else {
            return false;
        };
        let mut as_listed = scenario.clone();
        as_listed.set(field, &text).is_ok() && as_listed.text(field) != scenario.text(field)
    }
}

/// What some prices are of others, in percent, should it be the same for all.
fn percent(prices: &[&Price], of: &[&Price]) -> Option<String> {
    let share = |(price, whole): (&&Price, &&Price)| {
        let (price, whole): (Decimal, Decimal) =
            (price.amount.parse().ok()?, whole.amount.parse().ok()?);
        let share = price.times(Decimal::ONE_HUNDRED).ok()?.over(whole).ok()?;
        Some(round(share, 6).normalize())
    };
    let mut shares = prices.iter().zip(of).map(share);
    let first = shares.next()??;
    let same = prices.len() == of.len() && shares.all(|share| share == Some(first));
    same.then(|| digits(first))
}

impl Catalogue {
    /// The pairs that have every word of a text in their names, in order.
    pub fn search(&self, text: &str) -> impl Iterator<Item = &Pair> {
        let words: Vec<_> = text.split_whitespace().map(str::to_lowercase).collect();
        self.pairs.iter().filter(move |pair| {
            let name = format!("{} {} {}", pair.label(), pair.teacher, pair.student);
            let name = name.to_lowercase();
            words.iter().all(|word| name.contains(word.as_str()))
        })
    }
}

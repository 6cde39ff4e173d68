//! A pair as a preset: what it puts into the fields, and from which prices.

use super::{Catalogue, Date, Kind, Model, Pair, Price};
use crate::quantity::{Exact, digits, round};
use crate::scenario::{Choice, FieldId, Hosting, Number, Scenario, Side};
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

    /// The pair as it is listed on a day, or today.
    #[must_use]
    pub const fn listed(&self, day: Option<Date>) -> Listing<'_> {
        Listing { pair: self, day }
    }

    /// The text that it puts into a field today; none where it leaves the field alone.
    #[must_use]
    pub fn text(&self, field: FieldId) -> Option<String> {
        self.listed(None).text(field)
    }

    /// The published prices that a field's text comes from today.
    #[must_use]
    pub fn prices(&self, field: FieldId) -> Vec<&'static Price> {
        self.listed(None).prices(field)
    }
}

/// A pair as it is listed on a day.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// The pair.
    pub pair: &'a Pair,
    /// The day; none is today.
    pub day: Option<Date>,
}

/// A published price that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field that it stands in.
    pub field: FieldId,
    /// The field's text as it was listed.
    pub then: String,
    /// As it is listed now.
    pub now: String,
}

impl Listing<'_> {
    /// The fields that hold published prices.
    pub const PRICES: [FieldId; 10] = [
        FieldId::teacher_rate,
        FieldId::student_rate,
        FieldId::training_rate,
        FieldId::hourly_none,
        FieldId::hourly_1mo,
        FieldId::hourly_6mo,
        FieldId::storage,
        FieldId::cache_read,
        FieldId::cache_write,
        FieldId::batch_price,
    ];

    /// The text that it puts into a field; none where it leaves the field alone. A price that nobody
    /// publishes is unknown, and not the one of the pair before.
    #[must_use]
    pub fn text(&self, field: FieldId) -> Option<String> {
        let fixed = match field {
            FieldId::teacher_model => self.pair.teacher,
            FieldId::student_model => self.pair.student,
            FieldId::pairs => MOST_PAIRS,
            FieldId::epochs if !self.pair.epochs.is_empty() => self.pair.epochs,
            FieldId::hosting => self.pair.hosting().option().code,
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
        let share_of =
            |whole: &[Kind]| percent(&prices, &self.found(self.pair.teacher_model(), whole));
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
            FieldId::student_rate if self.pair.on_demand => {
                &[Kind::CustomInput, Kind::CustomOutput]
            }
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
            self.pair.teacher_model()
        } else {
            self.pair.student_model()
        };
        self.found(model, self.kinds(field).unwrap_or(&[]))
    }

    fn found(&self, model: Option<&'static Model>, kinds: &[Kind]) -> Vec<&'static Price> {
        let price = |kind: &Kind| model?.price(*kind, self.pair.region, self.day);
        kinds.iter().filter_map(price).collect()
    }

    /// Whether a text says something else than the pair puts into a field.
    #[must_use]
    pub fn is_edited(&self, field: FieldId, text: &str) -> bool {
        let Some(listed) = self.text(field) else {
            return false;
        };
        let (mut one, mut other) = (Scenario::default(), Scenario::default());
        if one.set(field, &listed).is_err() || other.set(field, text).is_err() {
            return true;
        }
        // A blended rate is a split one with equal sides.
        let side = |side| {
            let [one, other] = [&one, &other].map(|scenario| scenario.number(field, side));
            one == other && one != Number::None
        };
        one.text(field) != other.text(field) && !(side(Side::Input) && side(Side::Output))
    }

    /// The prices that some texts have as they were listed and that are listed otherwise today.
    #[must_use]
    pub fn changes(&self, text: &dyn Fn(FieldId) -> String) -> Vec<Change> {
        let now = self.pair.listed(None);
        let change = |field: &FieldId| {
            let (then, listed) = (self.text(*field)?, now.text(*field)?);
            let kept = !self.is_edited(*field, &text(*field));
            (kept && now.is_edited(*field, &then)).then_some(Change {
                field: *field,
                then,
                now: listed,
            })
        };
        Self::PRICES.iter().filter_map(change).collect()
    }
}

/// What some prices are of others, in percent, should it be the same for all.
fn percent(prices: &[&Price], of: &[&Price]) -> Option<String> {
    let share = |(price, whole): (&&Price, &&Price)| {
        let (price, whole) = (price.dollars()?, whole.dollars()?);
        let share = price.times(Decimal::ONE_HUNDRED).ok()?.over(whole).ok()?;
        Some(round(share, 6).normalize())
    };
    let mut shares = prices.iter().zip(of).map(share);
    let first = shares.next()??;
    let same = prices.len() == of.len() && shares.all(|share| share == Some(first));
    same.then(|| digits(first))
}

/// What to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The worked example, whole.
    Example,
    /// A pair with its published prices.
    Pair(&'static Pair),
}

impl Start {
    /// All of them: the worked example, and the pairs in order.
    pub fn all() -> impl Iterator<Item = Self> {
        let pairs = Catalogue::get().pairs.iter().map(Self::Pair);
        std::iter::once(Self::Example).chain(pairs)
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Example => "The worked example, illustrative".to_owned(),
            Self::Pair(pair) => pair.label(),
        }
    }

    /// The text that it puts into a field; none where it leaves the field alone.
    #[must_use]
    pub fn text(self, field: FieldId) -> Option<String> {
        match self {
            Self::Example => Some(Scenario::default().text(field)),
            Self::Pair(pair) => pair.text(field),
        }
    }

    /// Whether every word of a text is in its name.
    #[must_use]
    pub fn has(self, text: &str) -> bool {
        let mut name = self.label();
        if let Self::Pair(pair) = self {
            name.extend([" ", pair.teacher, " ", pair.student]);
        }
        text.split_ascii_whitespace().all(|word| {
            let mut parts = name.as_bytes().windows(word.len());
            parts.any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
        })
    }
}

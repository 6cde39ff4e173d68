//! The report, topic by topic, in the shape of its JSON.

use crate::crossing;
use crate::inputs::Inputs;
use crate::path::{Path, Payback};
use crate::staircase::Crossing;
use crossover::scenario::{Choice, FieldId, Hosting, Term};
use fraction::{Fraction, millionth, whole};
use serde_json::{Map, Value, json};

/// The ids of the student's lines.
pub const LINES: [&str; 9] = [
    "teacher_share",
    "inference",
    "generation",
    "training",
    "evaluation",
    "effort",
    "hosting",
    "storage",
    "teacher",
];

/// An amount whose ends are the same.
pub fn amount(value: &Fraction) -> Value {
    let printed = value.printed();
    json!({"low": printed, "high": printed})
}

/// An amount, or nothing where an input is unknown.
pub fn maybe(value: Option<&Fraction>) -> Value {
    value.map_or(Value::Null, amount)
}

/// A proportion: none where it is beyond all reason, as a share of next to nothing.
pub fn proportion(value: Option<Fraction>) -> Value {
    let most = whole(10_i64.pow(15));
    maybe(value.filter(|value| value.abs() <= most).as_ref())
}

/// The code of a choice.
fn code<C: Choice>(choice: C) -> &'static str {
    choice.option().code
}

/// Both paths and what lies between them.
pub fn paths(inputs: &Inputs) -> Value {
    let path = Path::new(inputs, inputs.term);
    let volume = inputs.get(FieldId::volume);
    let rate = inputs.teacher_rate();
    let student_rate = inputs.student_rate();
    let ratio = rate.as_ref().filter(|_| !student_rate.is_zero());
    let ratio = ratio.map(|rate| rate / &student_rate);
    let teacher_steady = rate.as_ref().map(|rate| &volume * rate * millionth());
    let units = path.units_at(&volume);
    let hosting = inputs
        .unit_month(inputs.term)
        .map(|month| month * whole(units.clone()));
    let less = |one: Option<Fraction>, other: Option<Fraction>| Some(one? - other?);
    let saving = less(teacher_steady.clone(), path.steady());
    let percent = saving.as_ref().zip(teacher_steady.as_ref());
    let percent = percent
        .filter(|(_, teacher)| !teacher.is_zero())
        .map(|(saving, teacher)| saving / teacher * whole(100));
    json!({
        "teacher": {
            "rate": maybe(rate.as_ref()),
            "month_1": maybe(path.teacher(1).as_ref()),
            "steady": maybe(teacher_steady.as_ref()),
            "horizon": maybe(path.teacher_total().as_ref()),
            "ratio": proportion(ratio),
        },
        "student": {
            "rate": amount(&student_rate),
            "month_1": maybe(path.student(1).as_ref()),
            "steady": maybe(path.steady().as_ref()),
            "horizon": maybe(path.student_total().as_ref()),
            "one_time": maybe(path.one_time.as_ref()),
            "hosting": maybe(hosting.as_ref()),
            "units": amount(&whole(units)),
            "owed": maybe(path.rest_of_block(path.horizon).as_ref()),
            "redistil_reserve": maybe(path.reserve().as_ref()),
            "lines": lines(&path),
        },
        "saving": {
            "month_1": maybe(less(path.teacher(1), path.student(1)).as_ref()),
            "steady": maybe(saving.as_ref()),
            "steady_percent": proportion(percent),
            "horizon": maybe(path.saving().as_ref()),
        },
        "other_hosting": other_hosting(inputs),
    })
}

/// The student's lines by their ids: each is there, if only with nothing.
fn lines(path: &Path) -> Value {
    let inputs = path.inputs;
    let volume = inputs.get(FieldId::volume);
    let nothing = || Some(whole(0));
    let building = path.build > 0;
    let serving = |cost: Option<Fraction>| if building { nothing() } else { cost };
    let hosting = inputs
        .unit_month(inputs.term)
        .map(|month| month * whole(path.units_at(&volume)));
    let first = path.volume(1);
    let all = [
        (serving(path.routed(&first)), path.routed(&volume)),
        (
            serving(Some(path.inference(&first))),
            Some(path.inference(&volume)),
        ),
        (Some(inputs.generation()), nothing()),
        (inputs.training(), nothing()),
        (inputs.maybe(FieldId::evaluation), nothing()),
        (inputs.maybe(FieldId::effort), nothing()),
        (path.hosting(1), hosting),
        (inputs.storage(), inputs.storage()),
        (
            if building { path.teacher(1) } else { nothing() },
            nothing(),
        ),
    ];
    let line = |(id, (month_1, steady)): (&&str, &(Option<Fraction>, Option<Fraction>))| {
        let ends = json!({"month_1": maybe(month_1.as_ref()), "steady": maybe(steady.as_ref())});
        ((*id).to_owned(), ends)
    };
    Value::Object(LINES.iter().zip(&all).map(line).collect::<Map<_, _>>())
}

fn other_hosting(inputs: &Inputs) -> Value {
    let others = Hosting::ALL
        .iter()
        .filter(|other| **other != inputs.hosting);
    let row = |other: &Hosting| {
        let mut inputs = inputs.clone();
        inputs.hosting = *other;
        json!({
            "hosting": code(*other),
            "steady": maybe(Path::new(&inputs, inputs.term).steady().as_ref()),
            "crossing": crossing::steady(&inputs, inputs.term),
        })
    };
    others.map(row).collect()
}

/// The three crossings.
pub fn crossover(inputs: &Inputs) -> Value {
    let term = inputs.term;
    let plain = |crossing: Option<Crossing>| crossing.map(|found| found.value(false));
    json!({"crossover": {
        "steady": crossing::steady(inputs, term),
        "month_1": plain(crossing::month_1(inputs, term)),
        "horizon": plain(crossing::horizon(inputs, term)),
    }})
}

/// The verdicts that may follow from the savings at every place and from the horizon's crossings.
pub fn verdicts(all: &[Inputs]) -> &'static [&'static str] {
    let mut savings = Vec::new();
    let mut wins = false;
    for inputs in all {
        let saving = Path::new(inputs, inputs.term).saving();
        let (Some(saving), Some(crossing)) = (saving, crossing::horizon(inputs, inputs.term))
        else {
            return &["unknown"];
        };
        savings.push(saving.sign() > 0);
        wins |= crossing.wins();
    }
    let moved = [FieldId::volume, FieldId::teacher_share];
    let bound = all[0].has_steps() && moved.iter().any(|id| all[0].is_range(*id));
    let (some, every) = (savings.contains(&true), !savings.contains(&false));
    match (every, some, wins) {
        (true, ..) if bound => &["distil", "depends"],
        (true, ..) => &["distil"],
        (false, true, _) => &["depends"],
        (false, false, true) if bound => &["stay", "depends"],
        (false, false, true) => &["stay"],
        (false, false, false) if bound => &["never", "depends"],
        (false, false, false) => &["never"],
    }
}

/// The payback of a path.
fn payback(path: &Path) -> Value {
    match path.payback() {
        None => Value::Null,
        Some(Payback::Never) => json!({"low": null, "high": null}),
        Some(Payback::After(months)) => amount(&months),
    }
}

/// The payback, and the terms.
pub fn terms(inputs: &Inputs) -> Value {
    let row = |term: &Term| {
        let path = Path::new(inputs, *term);
        let stop_after = (1..=12).map(|months| maybe(path.stop_after(months).as_ref()));
        let months = whole(term.months());
        let locked_in = path.hosting(1).map(|hosting| hosting * months);
        json!({
            "term": code(*term),
            "hourly": maybe(inputs.hourly(*term).as_ref()),
            "month_1": maybe(path.student(1).as_ref()),
            "steady": maybe(path.steady().as_ref()),
            "horizon": maybe(path.student_total().as_ref()),
            "steady_crossing": crossing::steady(inputs, *term),
            "payback": payback(&path),
            "locked_in": maybe(locked_in.as_ref()),
            "stop_after": stop_after.collect::<Value>(),
        })
    };
    json!({
        "payback": payback(&Path::new(inputs, inputs.term)),
        "terms": Term::ALL.iter().map(row).collect::<Value>(),
    })
}

/// The cheapest term of each month after which one may stop.
pub fn cheapest_terms(inputs: &Inputs) -> Value {
    let terms = (1..=12).map(|months| cheapest(inputs, months));
    json!({"cheapest_term": terms.collect::<Value>()})
}

/// The cheapest term, if one stops after so many months.
fn cheapest(inputs: &Inputs, months: usize) -> Option<&'static str> {
    let mut least: Option<(Term, Fraction)> = None;
    for term in Term::ALL {
        let total = Path::new(inputs, *term).stop_after(months)?;
        if least.as_ref().is_none_or(|(_, least)| total < *least) {
            least = Some((*term, total));
        }
    }
    least.map(|(term, _)| code(term))
}

/// What a model unit must carry, and what the volume needs.
pub fn capacity(inputs: &Inputs) -> Value {
    let path = Path::new(inputs, inputs.term);
    let volume = inputs.get(FieldId::volume);
    let hours_billed = inputs.hosting.bills_hours();
    let minimum = || {
        let saved = inputs.teacher_rate()? - inputs.billed_student_rate();
        let hourly = inputs.hourly(inputs.term)?;
        (hours_billed && saved.sign() > 0).then(|| hourly * whole(1_000_000) / (whole(60) * saved))
    };
    let per_token = inputs
        .units_per_token(&path.teacher_share)
        .filter(|_| hours_billed);
    let needed = per_token
        .as_ref()
        .map(|per_token| (&volume * per_token).ceil());
    let used = per_token.map(|per_token| {
        let average = &volume * per_token / inputs.get(FieldId::peak_ratio);
        average / whole(path.units_at(&volume)) * whole(100)
    });
    json!({"capacity": {
        "minimum_tpm": proportion(minimum()),
        "units_needed": maybe(needed.map(whole).as_ref()),
        "utilisation_percent": proportion(used),
    }})
}

//! The other ways to a smaller bill.

use crate::inputs::Inputs;
use crate::path::Path;
use crate::tree::{maybe, proportion};
use crossover::scenario::FieldId;
use fraction::{Fraction, millionth, whole};
use serde_json::{Value, json};

/// A lever's dollars.
struct Lever {
    one_time: Option<Fraction>,
    month_1: Option<Fraction>,
    steady: Option<Fraction>,
    horizon: Option<Fraction>,
}

/// All levers of the report, in its order.
pub fn value(inputs: &Inputs) -> Value {
    let path = Path::new(inputs, inputs.term);
    let teacher = by_token(&path, Some(&inputs.teacher_on_demand()));
    let list = teacher.steady.clone().expect("a rate is never unknown");
    let levers = [
        ("teacher", teacher),
        ("caching", by_token(&path, inputs.teacher_cached().as_ref())),
        ("rag", rag(&path)),
        ("fine_tuning", of_path(&Path::fine_tuning(inputs))),
        ("distillation", of_path(&path)),
        ("batch", by_token(&path, inputs.teacher_in_batch().as_ref())),
        (
            "plain_student",
            by_token(&path, Some(&inputs.student_rate())),
        ),
    ];
    let row = |(id, lever): (&str, Lever)| {
        let change = lever.steady.as_ref().filter(|_| !list.is_zero());
        let change = change.map(|steady| (steady - &list) / &list * whole(100));
        json!({
            "id": id,
            "one_time": maybe(lever.one_time.as_ref()),
            "month_1": maybe(lever.month_1.as_ref()),
            "steady": maybe(lever.steady.as_ref()),
            "horizon": maybe(lever.horizon.as_ref()),
            "steady_change_percent": proportion(change),
        })
    };
    levers.into_iter().map(row).collect()
}

/// A lever that has no cost but that of its tokens.
fn by_token(path: &Path, rate: Option<&Fraction>) -> Lever {
    let cost = |volume: Fraction| Some(volume * rate? * millionth());
    Lever {
        one_time: Some(whole(0)),
        month_1: cost(path.volume(1)),
        steady: cost(path.inputs.get(FieldId::volume)),
        horizon: cost((1..=path.horizon).map(|month| path.volume(month)).sum()),
    }
}

/// The teacher with what it retrieves.
fn rag(path: &Path) -> Lever {
    let inputs = path.inputs;
    let [input, _] = inputs.rates(FieldId::teacher_rate);
    let embedding = inputs.get(FieldId::embedding_rate);
    let month = |volume: Fraction| {
        let requests = &volume / inputs.get(FieldId::tokens_per_request);
        let retrieved = requests * inputs.get(FieldId::retrieved_tokens) * &input;
        let embedded = &volume * inputs.share(FieldId::input_share) * &embedding;
        (volume * inputs.teacher_on_demand() + retrieved + embedded) * millionth()
            + inputs.get(FieldId::vector_store)
    };
    let once = inputs.get(FieldId::corpus_tokens) * &embedding * millionth();
    let months: Fraction = (1..=path.horizon).map(|at| month(path.volume(at))).sum();
    Lever {
        month_1: Some(month(path.volume(1)) + &once),
        steady: Some(month(inputs.get(FieldId::volume))),
        horizon: Some(months + &once),
        one_time: Some(once),
    }
}

/// A student's path.
fn of_path(path: &Path) -> Lever {
    Lever {
        one_time: path.one_time.clone(),
        month_1: path.student(1),
        steady: path.steady(),
        horizon: path.student_total(),
    }
}

/// A month of the teacher on demand, split.
pub fn bill(inputs: &Inputs) -> Value {
    let [input, output] = inputs.rates(FieldId::teacher_rate);
    let volume = inputs.get(FieldId::volume) * millionth();
    let share = inputs.share(FieldId::input_share);
    let repeated = inputs.share(FieldId::cached_share);
    let input = &volume * &share * input;
    json!({
        "repeated_input": maybe(Some(&(&input * &repeated))),
        "fresh_input": maybe(Some(&(&input * (whole(1) - &repeated)))),
        "output": maybe(Some(&(volume * (whole(1) - share) * output))),
    })
}

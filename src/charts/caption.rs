//! What a chart shows, in sentences.

use super::places::Places;
use crate::economics::{CostSpan, Headline, State, VolumeCosts};
use crate::quantity::Tokens;
use crate::wording::{absent, between_words, crossing, volume};

/// The caption of the crossover chart.
pub(super) fn caption(
    places: &Places,
    costs: &[VolumeCosts],
    headline: &Headline,
    span: CostSpan,
) -> String {
    let what = match span {
        CostSpan::Steady => "a month in steady state",
        CostSpan::FirstMonth => "month 1",
    };
    let mut said = match places.crossing {
        Err(why) => format!(
            "From which volume on the student is cheaper is {}.",
            absent(why)
        ),
        Ok(found) if is_all(found.state, found.high) => match found.state {
            State::Equal => format!("In {what} both paths cost the same at every volume."),
            _ => format!("In {what} the student is cheaper at every volume."),
        },
        Ok(found) if found.state == State::Never => {
            let windows = found.windows.iter().flatten().next();
            match windows {
                None => format!("In {what} the student is cheaper at no volume."),
                Some(_) => format!(
                    "In {what} there is no volume from which on the student always is cheaper, but \
                     there are windows in which it costs no more."
                ),
            }
        }
        Ok(_) => format!(
            "In {what} the paths cross: {}.",
            crossing_of(headline, span)
        ),
    };
    let is_known = |cost: fn(&VolumeCosts) -> bool| costs.iter().any(cost);
    let teacher = is_known(|costs| costs.teacher.0.is_ok());
    let student = is_known(|costs| costs.student.0.is_ok());
    match (teacher, student) {
        (true, true) => {}
        (true, false) => said.push_str(" Only the teacher's cost is drawn."),
        (false, true) => said.push_str(" Only the student's cost is drawn."),
        (false, false) => said.push_str(" Neither cost can be drawn."),
    }
    said.push_str(" You are at ");
    said.push_str(&in_sentence(&volume(places.here)));
    said.push('.');
    let wins = places.crossing.is_ok_and(|found| {
        found.state != State::Equal && (found.high.is_some() || found.windows.is_some())
    });
    if wins && teacher && student {
        said.push_str(" Where the student costs no more, the chart is shaded.");
    }
    if !places.here.is_point() {
        said.push_str(" The grey band is the range of your volume.");
    }
    said
}

/// Whether it holds from the first token on, in the worst case too.
fn is_all(state: State, high: Option<Tokens>) -> bool {
    matches!(state, State::Every | State::Equal) && high == Some(Tokens::fixed(1, 0))
}

fn crossing_of(headline: &Headline, span: CostSpan) -> String {
    let crossover = &headline.crossover;
    in_sentence(&crossing(match span {
        CostSpan::Steady => &crossover.steady,
        CostSpan::FirstMonth => &crossover.month_1,
    }))
}

/// A range of a table in a sentence.
fn in_sentence(text: &str) -> String {
    match text.split_once('–') {
        Some((low, high)) => between_words(low, high),
        None => text.to_owned(),
    }
}

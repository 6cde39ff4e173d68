//! The answer, in a sentence that holds both numbers and the gap, and in one that says where the
//! reader stands.

use super::amount::{Precision, percent, short_tokens, usd};
use super::span::{months, payback_in_sentence};
use super::{Shown, absent, between_words, counted, list};
use crate::economics::{Amount, Crossing, Figure, Headline, Maybe, State, VerdictCode};
use crate::quantity::{Quantity, Tokens, Usd, UsdPerMillion};

/// The verdict of a report.
#[must_use]
pub fn verdict(report: &Headline) -> String {
    let shown = Shown::new(report);
    match report.verdict.code {
        VerdictCode::Distil => distil(report, shown),
        VerdictCode::Stay => stay(report, shown),
        VerdictCode::Never => never(report, shown),
        VerdictCode::Depends => depends(report),
        VerdictCode::Unknown => unknown(report),
    }
}

/// A page's title: the verdict's first sentence.
#[must_use]
pub fn title(verdict: &str) -> String {
    // A point within a number is followed by a digit.
    let end = verdict.match_indices('.').map(|(at, _)| at).find(|at| {
        let mut rest = verdict.get(*at..).unwrap_or_default().chars();
        rest.nth(1).is_none_or(char::is_whitespace)
    });
    let sentence = end.and_then(|end| verdict.get(..end)).unwrap_or(verdict);
    format!("{sentence} · Crossover")
}

fn distil(report: &Headline, shown: Shown) -> String {
    let share = report.saving.steady_percent.as_ref().ok();
    let share = share.map_or_else(String::new, |share| {
        let less = |share| {
            let less = percent(share, 0);
            // Over a horizon that grows, a month at today's volume may cost more.
            match less.strip_prefix('−') {
                Some(more) => format!("+{more}"),
                None => format!("−{less}"),
            }
        };
        format!(
            " ({})",
            between_words(&less(share.low()), &less(share.high()))
        )
    });
    let standing = match &report.crossover.steady.0 {
        Ok(crossing) if crossing.state == State::Every && crossing.high == Some(ONE) => {
            "The student is cheaper at every volume".to_owned()
        }
        Ok(crossing) if wins_below(report, crossing) => format!(
            "At {} a month you are in a window below the crossover of {}",
            in_words(report),
            crossing.low.map(short_tokens).unwrap_or_default()
        ),
        _ => position(report, &report.crossover.steady, "crossover"),
    };
    format!(
        "Distil: {} a month instead of {}{share}. {standing}{}.",
        sentence_range(&shown.steady()),
        sentence_range(&shown.teacher()),
        paid_back(report)
    )
}

const ONE: Tokens = Tokens::fixed(1, 0);

/// Whether the student's month costs no more, though not at every larger volume: units come whole.
fn wins_below(report: &Headline, crossing: &Crossing) -> bool {
    let is_below = |low| report.scenario.volume.high() < low;
    let wins = |saving: &Figure<Usd>| saving.low() >= Usd::ZERO;
    crossing.low.is_some_and(is_below) && report.saving.steady.is_ok_and(wins)
}

/// The volume: `500M tokens`.
fn in_words(report: &Headline) -> String {
    let volume = report.scenario.volume;
    let at = between_words(&short_tokens(volume.low()), &short_tokens(volume.high()));
    counted(&at, "token")
}

/// `; the one-time cost is back in …`
fn paid_back(report: &Headline) -> String {
    if report.student.one_time.is(Usd::ZERO) {
        return "; there is no one-time cost".to_owned();
    }
    let time = report.payback.as_ref().ok();
    let time = time.and_then(|payback| payback_in_sentence(payback, &report.scenario));
    time.map_or_else(String::new, |time| {
        format!("; the one-time cost is back {time}")
    })
}

fn stay(report: &Headline, shown: Shown) -> String {
    if costs_more_a_month(report) {
        return format!(
            "Stay on the teacher: the student would cost {} more a month. {}.",
            shown.more(),
            position(report, &report.crossover.steady, "crossover")
        );
    }
    let horizon = months(report.scenario.horizon);
    let of_horizon = format!("{}-month crossover", report.scenario.horizon);
    format!(
        "Stay on the teacher: over {horizon} the student would {}{}. {}.",
        over_horizon(report),
        why_not_back(report),
        position(report, &report.crossover.horizon, &of_horizon)
    )
}

/// Whether the student's month costs more, at its best.
fn costs_more_a_month(report: &Headline) -> bool {
    report
        .saving
        .steady
        .is_ok_and(|saving| saving.high() < Usd::ZERO)
}

/// What a month's saving does not bring back within the horizon.
fn why_not_back(report: &Headline) -> &'static str {
    let is_something = |amount: &Amount<Usd>| amount.is_ok_and(|range| range.high() > Usd::ZERO);
    let once = is_something(&report.student.one_time);
    let owed = is_something(&report.student.owed);
    match (once, owed) {
        (true, false) => ", since its one-time cost is not back by then",
        (true, true) => {
            ", since its one-time cost and the rest of the commitment are not back by then"
        }
        (false, true) => ", since the rest of the commitment is not back by then",
        (false, false) => "",
    }
}

/// `cost $120 more in total`, `cost the same in total`.
fn over_horizon(report: &Headline) -> String {
    let Ok(saving) = &report.saving.horizon.0 else {
        return String::new();
    };
    if report.saving.horizon.is(Usd::ZERO) {
        return "cost the same in total".to_owned();
    }
    let (low, high) = (saving.low().decimal().abs(), saving.high().decimal().abs());
    let precision = Precision::of(low, high);
    let more = between_words(&usd(high, precision), &usd(low, precision));
    format!("cost {more} more in total")
}

fn never(report: &Headline, shown: Shown) -> String {
    let Ok(crossing) = &report.crossover.horizon.0 else {
        return String::new();
    };
    if crossing.state == State::Equal && report.saving.horizon.is(Usd::ZERO) {
        return "Either: both cost the same at every volume.".to_owned();
    }
    let billed = if report.scenario.hosting.bills_tokens() {
        report.student.rate.ok().map(Figure::low)
    } else {
        Some(UsdPerMillion::ZERO)
    };
    let teacher = report.teacher.rate.ok().map(Figure::high);
    let reason = match billed.zip(teacher) {
        Some((_, teacher)) if teacher == UsdPerMillion::ZERO => "the teacher's tokens cost nothing",
        Some((student, teacher)) if student == teacher => {
            if report.student.rate.is_ok_and(Figure::is_point)
                && report.teacher.rate.is_ok_and(Figure::is_point)
            {
                "each token costs the student as much as the teacher"
            } else {
                "each token costs the student at least as much as the teacher"
            }
        }
        Some((student, teacher)) if student < teacher => {
            "no volume up to 10¹⁸ tokens a month would pay"
        }
        _ => "each token costs the student more than the teacher",
    };
    let gap = if costs_more_a_month(report) {
        format!(
            " At this volume it would cost {} more a month.",
            shown.more()
        )
    } else {
        format!(
            " Over {} it would {}.",
            months(report.scenario.horizon),
            over_horizon(report)
        )
    };
    format!("Never: {reason}.{gap}")
}

fn depends(report: &Headline) -> String {
    let Ok(saving) = &report.saving.horizon.0 else {
        return String::new();
    };
    let precision = Precision::of(saving.low().decimal(), saving.high().decimal());
    let worst = match saving.low().decimal() {
        nothing if nothing.is_zero() => "costs the same".to_owned(),
        loss => format!("costs {} more", usd(loss.abs(), precision)),
    };
    format!(
        "It depends on {}: over {} the student saves {} at best and {worst} at worst. {}.",
        deciding(report),
        months(report.scenario.horizon),
        usd(saving.high().decimal(), precision),
        position(report, &report.crossover.steady, "crossover")
    )
}

/// The fields on which the verdict depends.
fn deciding(report: &Headline) -> String {
    let labels = report.verdict.on.iter().map(|id| id.field().label);
    let labels: Vec<_> = labels.map(str::to_ascii_lowercase).collect();
    list(&labels)
}

fn unknown(report: &Headline) -> String {
    let missing = match deciding(report) {
        none if none.is_empty() => "an input".to_owned(),
        fields => fields,
    };
    format!(
        "Not known: the answer needs {missing}, which is unknown. The teacher costs {} a month.",
        sentence_range(&Shown::new(report).teacher())
    )
}

/// Where the volume stands against a crossing.
fn position(report: &Headline, crossing: &Maybe<Crossing>, name: &str) -> String {
    let volume = report.scenario.volume;
    let at = in_words(report);
    let crossing = match &crossing.0 {
        Ok(crossing) => crossing,
        Err(why) => return format!("At {at} a month the {name} is {}", absent(*why)),
    };
    let (Some(low), high) = (crossing.low, crossing.high) else {
        return format!("At {at} a month there is no {name}");
    };
    let where_it_is = high.map_or_else(
        || format!("{} at best; at worst there is none", short_tokens(low)),
        |high| between_words(&short_tokens(low), &short_tokens(high)),
    );
    let stand = if high.is_some_and(|high| volume.low() >= high) {
        "above".to_owned()
    } else if volume.high() < low {
        // As shown, so that the three volumes of the sentence add up.
        let gap = |from: Tokens, to: Tokens| {
            // As they are shown, so that the three volumes of the sentence add up.
            let shown = |tokens: Tokens| short_tokens(tokens).parse().unwrap_or(tokens);
            let apart = shown(to).minus(shown(from)).ok();
            let apart = apart.filter(|apart| *apart > Tokens::ZERO);
            apart
                .or(to.minus(from).ok())
                .map(short_tokens)
                .unwrap_or_default()
        };
        let least = gap(volume.high(), low);
        let most = high.map_or_else(|| least.clone(), |high| gap(volume.low(), high));
        format!("{} below", between_words(&least, &most))
    } else {
        "around".to_owned()
    };
    format!("At {at} a month you are {stand} the {name} of {where_it_is}")
}

/// A range of a table in a sentence.
fn sentence_range(text: &str) -> String {
    match text.split_once('–') {
        Some((low, high)) => between_words(low, high),
        None => text.to_owned(),
    }
}

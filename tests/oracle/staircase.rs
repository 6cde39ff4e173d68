//! Where a student costs no more: lines in closed form, staircases step by step.

use crate::inputs::most_tokens;
use fraction::{Fraction, whole};
use num_bigint::BigInt;
use serde_json::{Value, json};

/// Compared with nothing: too many steps to walk them.
pub const SKIP: &str = "not compared";

/// Where windows grow by less than a token with so many steps, the report has a bound only.
const NARROW: u32 = 100;

/// No more steps are walked one by one.
const MOST_STEPS: u32 = 3_000;

/// What the student saves at a volume of V tokens:
/// `per_token`·V − `fixed` − `unit`·max(`entered`, ⌈`units_per_token`·V⌉).
pub struct Saving {
    pub per_token: Fraction,
    pub fixed: Fraction,
    pub unit: Fraction,
    pub entered: BigInt,
    pub units_per_token: Fraction,
    /// Whether the share of the student is a range: where windows are apart by less than a token,
    /// the report then has a bound, as one share has a token between them and the next has none.
    pub is_loose: bool,
}

/// The whole tokens from one on to another, or without end.
type Window = (BigInt, Option<BigInt>);

/// Where the student costs no more.
pub struct Crossing {
    state: &'static str,
    always: Option<BigInt>,
    /// The same, unless it is a bound.
    latest: Option<BigInt>,
    /// All windows; `None` when there are too many.
    windows: Option<Vec<Window>>,
    /// How many there are, when not all are there.
    count: Option<BigInt>,
    pub bound: bool,
}

impl Saving {
    fn at_steps(&self, steps: &BigInt) -> Fraction {
        &self.fixed + &self.unit * whole(steps.clone())
    }

    /// The least whole number of tokens at which the saving with so many units is not negative.
    fn wins_from(&self, steps: &BigInt) -> BigInt {
        (self.at_steps(steps) / &self.per_token).ceil()
    }

    /// The whole tokens that need just so many units.
    fn tokens_of(&self, steps: &BigInt) -> (BigInt, BigInt) {
        let last = (whole(steps.clone()) / &self.units_per_token).floor();
        if *steps == self.entered {
            return (1.into(), last);
        }
        let before = (whole(steps - 1) / &self.units_per_token).floor();
        (before + 1, last)
    }

    pub fn crossing(&self) -> Crossing {
        if self.unit.is_zero() || self.units_per_token.is_zero() {
            return straight(&self.per_token, &self.at_steps(&self.entered));
        }
        let rest = &self.per_token - &self.unit * &self.units_per_token;
        if rest.sign() < 0 || (rest.is_zero() && self.fixed.sign() > 0) {
            // Units are never fewer than their exact number, and those alone cost too much.
            return Crossing::never(Some(Vec::new()));
        }
        if rest.is_zero() {
            return self.touches();
        }
        self.staircase(&rest)
    }

    /// The student costs as much where whole units are used up, and more elsewhere.
    fn touches(&self) -> Crossing {
        let (units, apart) = self.units_per_token.lowest();
        if units > NARROW.into() {
            return Crossing {
                bound: true,
                ..Crossing::never(None)
            };
        }
        let first = (whole(self.entered.clone()) / whole(units.clone())).ceil();
        if apart == 1.into() {
            return Crossing::at(first);
        }
        let all: BigInt = most_tokens() / &apart - &first + 1;
        let all = all.max(BigInt::ZERO);
        let window = |later: u32| {
            let volume = (&first + later) * &apart;
            (volume.clone(), Some(volume))
        };
        let windows = (0..12)
            .map(window)
            .filter(|(from, _)| *from <= most_tokens());
        Crossing {
            count: Some(all),
            ..Crossing::never(Some(windows.collect()))
        }
    }

    fn staircase(&self, rest: &Fraction) -> Crossing {
        // Each unit more lets windows grow by what its tokens save beyond its price.
        let wider = rest / (&self.per_token * &self.units_per_token);
        if wider * whole(NARROW) < whole(1) {
            return self.bounded(rest);
        }
        // With x + 1 units in the place of ⌈x⌉, and with the entered ones, the student wins here.
        let safe = (&self.fixed + &self.unit) / rest;
        let safe = safe.max(self.at_steps(&self.entered) / &self.per_token);
        let top = (whole(safe.ceil() + 1) * &self.units_per_token).ceil();
        let top = top.max(self.entered.clone());
        let mut steps = top.clone();
        let mut walked = 0;
        let always = loop {
            let (first, last) = self.tokens_of(&steps);
            let loses_to = last.min(self.wins_from(&steps) - 1);
            if loses_to >= first {
                break loses_to + 1;
            }
            if steps == self.entered {
                break 1.into();
            }
            steps -= 1;
            walked += 1;
            assert!(walked < 1_000_000, "steps far narrower than a token");
        };
        let mut crossing = Crossing::at(always);
        crossing.windows = self.windows(&top);
        if self.is_loose {
            let apart = |least: &Fraction, or_more: bool| {
                let mut steps = top.clone();
                while steps > self.entered && !self.is_apart(&steps, least, or_more) {
                    steps -= 1;
                }
                steps
            };
            let soonest = apart(&whole(1), true);
            return crossing.between(
                &self.wins_from(&soonest),
                &self.wins_from(&apart(&whole(0), false)),
            );
        }
        crossing
    }

    /// Whether the window of so many units begins more than some tokens behind the one below, or
    /// with none below.
    fn is_apart(&self, steps: &BigInt, tokens: &Fraction, or_more: bool) -> bool {
        let paid = |steps: &BigInt| self.at_steps(steps) / &self.per_token;
        let below = whole(steps - 1) / &self.units_per_token;
        let apart = (paid(steps) - &below - tokens).sign();
        paid(&(steps - 1)) > below || apart > 0 || (or_more && apart == 0)
    }

    /// From where the last step is paid before which the student costs more.
    fn bounded(&self, rest: &Fraction) -> Crossing {
        let crossed = (&self.fixed * &self.units_per_token + &self.per_token) / rest;
        let last: BigInt = crossed.ceil() - 1;
        let last = last.max(self.entered.clone());
        let bounded = Crossing {
            windows: None,
            bound: true,
            ..Crossing::at(self.wins_from(&last))
        };
        if self.is_loose {
            let token = &self.per_token * &self.units_per_token;
            let crossed = (&self.fixed * &self.units_per_token + &self.per_token - token) / rest;
            let paid = &self.fixed * &self.units_per_token / rest;
            let wide = crossed.floor().max(paid.ceil()).max(self.entered.clone());
            return bounded.between(&self.wins_from(&wide), &self.wins_from(&last));
        }
        bounded
    }

    fn windows(&self, top: &BigInt) -> Option<Vec<Window>> {
        if top - &self.entered > MOST_STEPS.into() {
            return None;
        }
        let mut windows: Vec<Window> = Vec::new();
        let mut steps = self.entered.clone();
        while steps <= *top {
            let (first, last) = self.tokens_of(&steps);
            let from = first.max(self.wins_from(&steps));
            if from <= last {
                match windows.last_mut() {
                    Some((_, Some(to))) if &*to + 1 == from => *to = last,
                    _ => windows.push((from, Some(last))),
                }
            }
            steps += 1;
        }
        if let Some((_, to)) = windows.last_mut() {
            *to = None;
        }
        windows.retain(|(from, _)| *from <= most_tokens());
        Some(windows)
    }
}

/// The crossing where a saving per token stands against a fixed amount.
pub fn straight(per_token: &Fraction, fixed: &Fraction) -> Crossing {
    match (per_token.sign(), fixed.sign()) {
        (0, 0) => Crossing::from_one("equal"),
        (1, 0) => Crossing::from_one("every"),
        (1, _) => Crossing::at((fixed / per_token).ceil()),
        _ => Crossing::never(Some(Vec::new())),
    }
}

impl Crossing {
    fn at(always: BigInt) -> Self {
        if always > most_tokens() {
            return Self::never(Some(Vec::new()));
        }
        Self {
            state: "at",
            windows: Some(vec![(always.clone(), None)]),
            latest: Some(always.clone()),
            always: Some(always),
            count: None,
            bound: false,
        }
    }

    fn from_one(state: &'static str) -> Self {
        Self {
            state,
            always: Some(1.into()),
            latest: Some(1.into()),
            windows: Some(vec![(1.into(), None)]),
            count: None,
            bound: false,
        }
    }

    fn never(windows: Option<Vec<Window>>) -> Self {
        Self {
            state: "never",
            always: None,
            latest: None,
            windows,
            count: None,
            bound: false,
        }
    }

    /// The same between two bounds.
    fn between(self, soonest: &BigInt, latest: &BigInt) -> Self {
        let low = Self::at(soonest.clone());
        Self {
            state: low.state,
            always: low.always,
            latest: Self::at(latest.clone()).always,
            bound: self.bound || soonest != latest,
            ..self
        }
    }

    /// Whether there is a volume from which the student saves something.
    pub fn wins(&self) -> bool {
        matches!(self.state, "at" | "every")
    }

    /// The crossing as the report has it; with its windows where the staircase is known.
    pub fn value(&self, with_windows: bool) -> Value {
        let text = |number: &BigInt| number.to_string();
        let [low, high] = [&self.always, &self.latest].map(|end| end.as_ref().map(text));
        let mut value = json!({
            "state": self.state, "low": low, "high": high,
            "first": null, "windows": null, "window_count": null, "bound": self.bound,
        });
        if !with_windows || self.bound {
            return value;
        }
        match &self.windows {
            None => {
                for key in ["first", "windows", "window_count"] {
                    value[key] = json!(SKIP);
                }
            }
            Some(windows) => {
                let window =
                    |(from, to): &Window| json!({"from": text(from), "to": to.as_ref().map(text)});
                value["first"] = json!(windows.first().map(|(from, _)| text(from)));
                value["windows"] = windows.iter().take(12).map(window).collect();
                let count = self.count.clone().unwrap_or(windows.len().into());
                // No greater count is exact in every language.
                let most = BigInt::from((1_u64 << 53) - 1);
                value["window_count"] = json!(count.min(most).to_string());
            }
        }
        value
    }
}

/// Every staircase against all tokens up to some thousand, one by one.
#[test]
fn a_staircase_agrees_with_every_token() {
    for case in 0..4_000_u32 {
        let digit = |place: u32, of: u32| {
            i64::from(case.wrapping_mul(2_654_435_761) >> place) % i64::from(of)
        };
        let saving = Saving {
            per_token: whole(digit(0, 40)) / whole(10),
            fixed: whole(digit(3, 7)),
            unit: whole(digit(7, 60)) / whole(2),
            entered: digit(11, 4).into(),
            units_per_token: whole(digit(15, 9)) / whole(1 + digit(19, 50)),
            is_loose: false,
        };
        let saving = Saving {
            entered: saving.entered.max(1.into()),
            ..saving
        };
        let wins = |volume: i64| {
            let tokens = whole(volume);
            let units = (&tokens * &saving.units_per_token).ceil();
            let cost = saving.at_steps(&units.max(saving.entered.clone()));
            (&saving.per_token * tokens - cost).sign() >= 0
        };
        let crossing = saving.crossing();
        let Some(windows) = crossing.windows else {
            continue;
        };
        let told = |volume: i64| {
            let volume = BigInt::from(volume);
            let inside =
                |(from, to): &Window| *from <= volume && to.as_ref().is_none_or(|to| volume <= *to);
            windows.iter().any(inside)
        };
        // Of windows that go on for ever, only the first few are there.
        let last = windows
            .last()
            .and_then(|(from, _)| i64::try_from(from).ok());
        let last = last.filter(|_| crossing.count.is_some()).unwrap_or(400);
        let wrong = (1..=last.min(400)).find(|volume| wins(*volume) != told(*volume));
        assert_eq!(wrong, None, "case {case}");
    }
}

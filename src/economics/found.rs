//! Where the answer turns: the volume from which the student always wins, and the windows below it.

use super::crossing::{State, Window};
use super::number::Num;
use crate::quantity::Tokens;
use std::cmp::Ordering::Equal;

/// Where a balance turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub state: State,
    /// From here on, always.
    pub always: Option<Tokens>,
    pub first: Option<Tokens>,
    /// The first few windows.
    pub windows: Vec<Window>,
    pub window_count: u64,
    /// Whether the steps are too narrow to know more than a bound, and no windows.
    pub bound: bool,
}

impl Found {
    pub const fn never() -> Self {
        Self {
            state: State::Never,
            always: None,
            first: None,
            windows: Vec::new(),
            window_count: 0,
            bound: false,
        }
    }

    /// From a volume on, in one window; what is out of reach is never.
    pub fn at(state: State, volume: Num) -> Self {
        match tokens(volume) {
            None => Self::never(),
            Some(from) => Self {
                state,
                always: Some(from),
                first: Some(from),
                windows: vec![Window { from, to: None }],
                window_count: 1,
                bound: false,
            },
        }
    }

    /// The same with the first few of so many windows, those within reach.
    pub fn with(mut self, windows: &[Volumes], count: Num) -> Self {
        let window = |(from, to): &Volumes| {
            Some(Window {
                from: tokens(*from)?,
                to: to.and_then(tokens),
            })
        };
        self.windows = windows.iter().take(TOLD).filter_map(window).collect();
        self.first = self.windows.first().map(|window| window.from);
        self.window_count = match count.get().map(u64::try_from) {
            _ if self.first.is_none() => 0,
            Ok(Ok(count)) => count.min(MOST_COUNTED),
            _ => MOST_COUNTED,
        };
        self
    }
}

/// No greater count is exact in every language.
const MOST_COUNTED: u64 = (1 << 53) - 1;

/// So many windows are told.
pub(super) const TOLD: usize = 12;

/// Volumes from one whole token to another, or without end.
pub(super) type Volumes = (Num, Option<Num>);

/// Adds a window, which may continue the one before.
pub(super) fn add(windows: &mut Vec<Volumes>, (from, to): Volumes) {
    match windows.last_mut() {
        Some((_, last @ Some(_)))
            if last.is_some_and(|end| end.plus(Num::ONE).compare(from) == Equal) =>
        {
            *last = to;
        }
        _ => windows.push((from, to)),
    }
}

/// A volume within reach.
fn tokens(volume: Num) -> Option<Tokens> {
    let volume = volume.get().ok()?;
    Tokens::try_from(volume).ok()
}

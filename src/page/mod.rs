//! The live page: brings the served document to life.
//!
//! The [`still`](crate::still) has drawn everything; here texts are read from the form and texts are
//! written to the places that have an id. There is one way in, [`Page::change`], which changes the
//! `texts`; and one way out, which reads them as a scenario, computes its headline and has every
//! part follow: `form` shows what was understood and what is wrong, `listed` says where prices come
//! from, `results` shows the figures, `outside` keeps the address, the title and the announcements in
//! step. `start` and `presets` fill the form in, `history` takes back. The `chart` and what is `below` the first
//! screen wait until the browser is idle; `receipts` are computed when they are asked for, and `exports`
//! written.

mod answer;
mod below;
mod chart;
mod exports;
mod form;
mod history;
mod listed;
mod outside;
mod presets;
mod receipts;
mod results;
mod start;
mod texts;

use crate::browser;
use crate::economics::evaluate;
use crate::wording;
use answer::{Answer, Outcome};
use below::Below;
use chart::Chart;
use form::Form;
use history::{History, Step};
use outside::Outside;
use results::Results;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use texts::Texts;

/// The page; it lasts as long as the document.
pub struct Page {
    texts: RefCell<Texts>,
    /// The last answer of which every figure is known.
    complete: RefCell<Option<Rc<Answer>>>,
    /// Whether what is shown is not the answer to the present texts.
    stale: Cell<bool>,
    /// The answer whose other figures are still to be computed.
    unfinished: Cell<Option<Rc<Answer>>>,
    history: History,
    form: Form,
    results: Results,
    chart: Chart,
    below: Below,
    outside: Outside,
}

/// Starts the page.
pub fn start() {
    let page: &'static Page = Box::leak(Box::new(Page {
        texts: RefCell::new(Texts::new()),
        complete: RefCell::default(),
        stale: Cell::default(),
        unfinished: Cell::default(),
        history: History::new(),
        form: Form::new(),
        results: Results::default(),
        chart: Chart::default(),
        below: Below::default(),
        outside: Outside::new(),
    }));
    outside::open(page, &browser::link().unwrap_or_default());
    form::bring_to_life(page);
    history::bring_to_life(page);
    start::bring_to_life(page);
    presets::bring_to_life(page);
    listed::bring_to_life(page);
    chart::bring_to_life(page);
    below::bring_to_life(page);
    receipts::bring_to_life(page);
    exports::bring_to_life(page);
    outside::bring_to_life(page);
}

impl Page {
    /// What stands in the form.
    pub fn texts(&self) -> Texts {
        self.texts.borrow().clone()
    }

    /// Changes what stands in the form, as a step that can be taken back, and has everything follow.
    pub fn change<T>(&'static self, step: Step, change: impl FnOnce(&mut Texts) -> T) -> T {
        let mut texts = self.texts();
        let said = change(&mut texts);
        let is_other = *self.texts.borrow() != texts;
        let before = self.texts.replace(texts);
        if is_other {
            self.history.remember(step, before);
        }
        self.follow();
        said
    }

    fn follow(&'static self) {
        let texts = self.texts();
        let read = texts.scenario();
        let problems = read.as_ref().err().map_or(&[][..], Vec::as_slice);
        self.form.show(&texts, problems);
        let answer = read
            .map_err(|problems| wording::unreadable(&problems))
            .and_then(|scenario| Answer::to(scenario, &texts.pinned));
        match answer.map(Rc::new) {
            Ok(answer) => {
                self.show(&Outcome {
                    answer: Some(Rc::clone(&answer)),
                    stale: None,
                });
                results::wait(true);
                if self.unfinished.replace(Some(answer)).is_none() {
                    browser::when_idle(Box::new(move || self.finish()));
                }
            }
            Err(stale) => {
                // The last good one stays, also while its other figures are still to be computed.
                let unfinished = self.unfinished.take();
                let last = unfinished
                    .clone()
                    .or_else(|| self.complete.borrow().clone());
                self.show(&Outcome {
                    answer: last,
                    stale: Some(stale),
                });
                self.unfinished.set(unfinished);
            }
        }
    }

    /// Computes and shows what the first screen could do without.
    fn finish(&'static self) {
        let Some(answer) = self.unfinished.take() else {
            return;
        };
        match evaluate(Arc::clone(&answer.headline.scenario)) {
            Ok(report) => {
                self.chart.show(&answer.headline);
                self.below.show(report);
                self.complete.replace(Some(answer));
            }
            // The last one that was complete, then.
            Err(cause) => self.show(&Outcome {
                answer: self.complete.borrow().clone(),
                stale: Some(wording::too_large(&cause, &answer.headline.scenario)),
            }),
        }
        results::wait(false);
    }

    fn show(&'static self, outcome: &Outcome) {
        self.stale.set(outcome.stale.is_some());
        self.results.show(outcome);
        // What was taken along before is of other figures.
        browser::set_hidden("exported", true);
        self.outside.keep_in_step(outcome);
    }
}

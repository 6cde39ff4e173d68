//! The crossover chart: what it shows, and the cursor that reads it. The chart and its table are one
//! instrument: what is pointed at in the one is marked in the other.

use super::Page;
use crate::browser;
use crate::charts::{Drawn, View, crossover};
use crate::economics::Headline;
use crate::still::{read, svg, volumes};
use crate::tables::Table;
use std::cell::{Cell, RefCell};

/// The chart as it stands in the document.
#[derive(Default)]
pub struct Chart {
    view: Cell<View>,
    drawn: RefCell<Option<Drawn>>,
    row: Cell<usize>,
}

/// Has the chart be read and its view be changed.
pub fn bring_to_life(page: &'static Page) {
    let chart = &page.chart;
    for control in ["cursor", "first", "linear"] {
        browser::set_attribute(&format!("crossover-{control}"), "disabled", None);
    }
    browser::on_input("crossover", "input", move |control, value| {
        if control == "crossover-cursor" {
            let x: usize = value.parse().unwrap_or_default();
            chart.move_to(x.try_into().unwrap_or_default());
            return;
        }
        let view = chart.view.get();
        chart.view.set(if control == "crossover-linear" {
            view.with_other_axes()
        } else {
            view.of_other_month()
        });
        if let Some(answer) = &*page.complete.borrow() {
            chart.show(&answer.headline);
        }
    });
    browser::on_pointer("crossover-cursor", move |x| chart.point_at(x));
    browser::on_row("volumes-figures", move |row| chart.read(row));
}

impl Chart {
    /// Draws the chart of other figures.
    pub fn show(&self, headline: &Headline) {
        let drawn = crossover(headline, self.view.get());
        browser::set_markup("crossover-plot", &svg(&drawn.chart));
        browser::set_text("crossover-caption", &drawn.chart.caption);
        browser::set_markup("volumes-figures", &volumes(&drawn));
        let here = drawn.here;
        self.drawn.replace(Some(drawn));
        self.read(here);
    }

    /// The figures of the chart as it is shown.
    pub fn table(&self) -> Option<Table> {
        Some(self.drawn.borrow().as_ref()?.table.clone())
    }

    /// Follows the cursor: a key moves it to the next row, a pointer to the nearest.
    fn move_to(&self, x: u16) {
        let row = self.row.get();
        let before = self.x_of(row).unwrap_or_default();
        match x.abs_diff(before) {
            1 if x > before => self.read(row.saturating_add(1)),
            1 => self.read(row.saturating_sub(1)),
            _ => self.point_at(x),
        }
    }

    /// Reads the row that is nearest to a place.
    fn point_at(&self, x: u16) {
        let nearest = {
            let drawn = self.drawn.borrow();
            let rows = drawn.as_ref().map_or(&[][..], |drawn| &drawn.rows);
            (0..rows.len()).min_by_key(|row| rows.get(*row).map(|at| at.abs_diff(x)))
        };
        self.read(nearest.unwrap_or_default());
    }

    fn x_of(&self, row: usize) -> Option<u16> {
        self.drawn.borrow().as_ref()?.rows.get(row).copied()
    }

    /// Reads a row: says it, and marks it in the chart and in the table.
    fn read(&self, row: usize) {
        let x = self.x_of(row).or_else(|| self.x_of(self.row.get()));
        let drawn = self.drawn.borrow();
        if let (Some(drawn), Some(x)) = (&*drawn, x) {
            let row = row.min(drawn.rows.len().saturating_sub(1));
            self.row.set(row);
            let said = read(drawn, row);
            browser::set_value("crossover-cursor", &x.to_string());
            browser::set_attribute("crossover-cursor", "aria-valuetext", Some(&said));
            browser::set_text("crossover-read", &said);
            browser::mark_row("volumes", row);
        }
    }
}

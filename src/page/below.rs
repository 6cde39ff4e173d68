//! What is below the first screen: the answer of each part, and the figures of those that are open.

use super::Page;
use crate::browser;
use crate::economics::Report;
use crate::sections::{self, ALL, Order, Section};
use crate::still::figures;
use crate::tables::Table;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The report of which the parts tell, and how its tables are sorted.
#[derive(Default)]
pub struct Below {
    report: RefCell<Option<Rc<Report>>>,
    order: Cell<Order>,
    /// The parts that were opened to be printed.
    opened: RefCell<Vec<String>>,
}

/// Has the parts show their figures once they are opened, and their tables be sorted.
pub fn bring_to_life(page: &'static Page) {
    let below = &page.below;
    for section in &ALL {
        browser::on_toggle(&place(section, ""), move || below.show_figures(section));
    }
    browser::on_print(move || below.open_all(), move || below.close());
    let sort = move |button: &str, column: &str| {
        // The one table that can be sorted has the name of its part.
        let Some(section) = ALL.iter().find(|section| button.starts_with(section.id)) else {
            return;
        };
        let column = column.parse().unwrap_or_default();
        let last = below.order.get();
        below.order.set(Order {
            table: section.id,
            column,
            descending: last.table == section.id && last.column == column && !last.descending,
        });
        below.show_figures(section);
        // It was drawn anew.
        browser::focus(button);
    };
    browser::on_button("tables", ".sort", Box::new(sort));
}

/// Where a part, or something of it, stands.
fn place(section: &Section, part: &str) -> String {
    format!("section-{}{part}", section.id)
}

impl Below {
    /// Tells of another report.
    pub fn show(&self, report: Report) {
        for section in &ALL {
            browser::set_text(&place(section, "-answer"), &(section.answer)(&report));
        }
        self.report.replace(Some(Rc::new(report)));
        for section in &ALL {
            self.show_figures(section);
        }
    }

    /// Every table of the report, sorted as it is shown.
    pub fn tables(&self, chart: Option<Table>) -> Option<Vec<Table>> {
        let order = self.order.get();
        let mut tables = sections::tables(self.report.borrow().as_deref()?, chart);
        for table in &mut tables {
            if table.id == order.table {
                table.sort(order.column, order.descending);
            }
        }
        Some(tables)
    }

    /// Opens every part, and says where the page is to be found: paper cannot be opened.
    fn open_all(&self) {
        browser::set_text("address", &browser::address());
        for section in &ALL {
            let part = place(section, "");
            if !browser::is_open(&part) {
                browser::set_attribute(&part, "open", Some(""));
                self.show_figures(section);
                self.opened.borrow_mut().push(part);
            }
        }
    }

    /// Closes what was opened to be printed.
    fn close(&self) {
        for part in self.opened.take() {
            browser::set_attribute(&part, "open", None);
        }
    }

    /// Draws the figures of a part that is open.
    fn show_figures(&self, section: &Section) {
        let report = self.report.borrow().clone();
        if let Some(report) = report
            && browser::is_open(&place(section, ""))
        {
            let markup = figures(section, &report, self.order.get());
            browser::set_markup(&place(section, "-figures"), &markup);
        }
    }
}

//! Figures as shapes: what a chart shows, and where.
//!
//! A position is in whole thousandths of the plot, from its left and from its top. All of it is made of
//! integers and decimals, so that a chart has the same geometry wherever it is drawn; how it looks
//! is for a view to say.
//!
//! ```
//! use crossover::charts::{Axis, Scale};
//! use rust_decimal::Decimal;
//!
//! let axis = Axis::new(Scale::Logarithmic, Decimal::ONE, Decimal::ONE_HUNDRED);
//! assert_eq!(axis.at(Decimal::TEN), 500);
//! ```

mod axis;
mod caption;
mod crossover;
mod logarithm;
mod places;
mod volumes;

pub use axis::{Axis, Scale};
pub use crossover::{Drawn, Stop, View, crossover};

use rust_decimal::Decimal;

/// A chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it is called in the page.
    pub id: &'static str,
    /// What it shows, in sentences.
    pub caption: String,
    /// Its accessible name, which says where the table with its figures is.
    pub label: String,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
}

/// A place in the plot, in thousandths from its left and from its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
}

/// The thousandths of a plot.
pub const WHOLE: u16 = 1000;

/// What is drawn. `class` says what it stands for, in the words of the style sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// What it stands for.
        class: &'static str,
        /// Its points.
        points: Vec<At>,
    },
    /// An area within points.
    Area {
        /// What it stands for.
        class: &'static str,
        /// Its corners.
        points: Vec<At>,
    },
    /// A mark of the same size at any width.
    Mark {
        /// What it stands for.
        class: &'static str,
        /// Its form.
        form: Form,
        /// Its middle.
        at: At,
    },
    /// A text of the same size at any width.
    Text {
        /// What it stands for.
        class: &'static str,
        /// Where its base line is, before it is moved.
        at: At,
        /// Which part of it stands there.
        anchor: Anchor,
        /// How far it is moved down, in tenths of its own size.
        down: i8,
        /// What it says.
        text: String,
    },
}

/// The form of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// ●
    Circle,
    /// ■
    Square,
    /// ◆
    Diamond,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// Such that a text stays within the plot.
    #[must_use]
    pub const fn at(x: u16) -> Self {
        match x {
            0..=300 => Self::Start,
            301..=699 => Self::Middle,
            _ => Self::End,
        }
    }
}

impl Shape {
    /// A bar: an area with two corners.
    #[must_use]
    pub fn bar(class: &'static str, one: At, other: At) -> Self {
        let corner = |x, y| At { x, y };
        let points = vec![one, corner(other.x, one.y), other, corner(one.x, other.y)];
        Self::Area { class, points }
    }

    /// A line from one edge of the plot to the other: across at `y`, or up at `x`.
    fn rule(class: &'static str, from: At, to: At) -> Self {
        let points = vec![from, to];
        Self::Line { class, points }
    }
}

/// So many values at most are labelled on an axis, on a narrow screen too.
const MOST_TICKS: usize = 5;

/// Labels the axis at the bottom, below the plot.
#[inline(never)]
pub fn label_across(shapes: &mut Vec<Shape>, axis: &Axis, label: &dyn Fn(Decimal) -> String) {
    let ticks = axis.ticks(MOST_TICKS);
    let last = ticks.last().map_or(0, |last| axis.at(*last));
    for value in ticks {
        let x = axis.at(value);
        let at = At { x, y: WHOLE };
        shapes.push(Shape::rule("tick", At { x, y: 985 }, at));
        // The label at the edge stands before its tick, where there is no room for another.
        if last >= 940 && (850..last).contains(&x) {
            continue;
        }
        shapes.push(Shape::Text {
            class: "axis",
            at,
            anchor: match x {
                0..=60 => Anchor::Start,
                940.. => Anchor::End,
                _ => Anchor::Middle,
            },
            down: 13,
            text: label(value),
        });
    }
}

/// Labels the axis at the left: each label stands in the plot, above its line.
#[inline(never)]
pub fn label_up(shapes: &mut Vec<Shape>, axis: &Axis, label: &dyn Fn(Decimal) -> String) {
    for value in axis.ticks(MOST_TICKS) {
        let at = At {
            x: 0,
            y: axis.up(value),
        };
        shapes.push(Shape::rule("grid", at, At { x: WHOLE, ..at }));
        // Where there is no room above it, the line speaks for itself.
        if at.y >= 60 {
            shapes.push(Shape::Text {
                class: "axis",
                at,
                anchor: Anchor::Start,
                down: -3,
                text: label(value),
            });
        }
    }
}

//! Figures as shapes: what a chart shows, and where.
//!
//! A position is in whole thousandths of the plot, from its left and from its top. All of it is made of
//! integers and decimals, so that a chart has the same geometry wherever it is drawn; how it looks
//! is for a view to say.
//!
//! ```
//! use crossover::charts::{Axis, Scale};
//!
//! // From 1 to 100.
//! let axis = Axis::around(Scale::Logarithmic, "2".parse()?, "80".parse()?);
//! assert_eq!(axis.at("10".parse()?), 500);
//! # Ok::<(), rust_decimal::Error>(())
//! ```

mod axis;
mod caption;
mod crossover;
mod label;
mod logarithm;
mod places;
mod volumes;

pub use axis::{Axis, Detail, Scale};
pub use crossover::{Drawn, View, crossover};

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
}

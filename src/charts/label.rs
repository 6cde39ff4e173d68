//! The labels of the axes.

use super::{Anchor, At, Axis, Detail, Shape, WHOLE};
use crate::wording::short;

/// Labels the axis of the tokens, below the plot.
pub(super) fn across(shapes: &mut Vec<Shape>, axis: &Axis) {
    for value in axis.rounds(Detail::Labels) {
        let x = axis.at(value);
        let at = At { x, y: WHOLE };
        shapes.push(Shape::Line {
            class: "tick",
            points: vec![At { x, y: 985 }, at],
        });
        shapes.push(Shape::Text {
            class: "axis",
            at,
            anchor: match x {
                0..=60 => Anchor::Start,
                940.. => Anchor::End,
                _ => Anchor::Middle,
            },
            down: 13,
            text: short(value),
        });
    }
}

/// Labels the axis of the dollars, at the left: each label stands in the plot, above its line.
pub(super) fn up(shapes: &mut Vec<Shape>, axis: &Axis) {
    for value in axis.rounds(Detail::Labels) {
        let at = At {
            x: 0,
            y: axis.up(value),
        };
        shapes.push(Shape::Line {
            class: "grid",
            points: vec![at, At { x: WHOLE, ..at }],
        });
        // Where there is no room above it, the line speaks for itself.
        if at.y >= 60 {
            shapes.push(Shape::Text {
                class: "axis",
                at,
                anchor: Anchor::Start,
                down: -3,
                text: ["$", &short(value)].concat(),
            });
        }
    }
}

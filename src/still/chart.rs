//! A chart as SVG that fits any width without a script: lines and areas are stretched, marks and texts
//! are not.

use super::escape;
use crate::charts::{Anchor, At, Chart, Form, Shape};

/// Draws a chart. Its caption stands beside it.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    let (mut stretched, mut fixed) = (String::new(), String::new());
    for shape in &chart.shapes {
        match shape {
            Shape::Line { class, points } => path(&mut stretched, class, points, ""),
            Shape::Area { class, points } => path(&mut stretched, class, points, "z"),
            Shape::Mark { class, form, at } => mark(&mut fixed, class, *form, *at),
            Shape::Text {
                class,
                at,
                anchor,
                down,
                text,
            } => {
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                add(
                    &mut fixed,
                    &[
                        "<text class=\"",
                        class,
                        "\" x=\"",
                        &percent(at.x),
                        "\" y=\"",
                        &percent(at.y),
                        "\" dy=\"",
                        &tenths((*down).into()),
                        "em\" text-anchor=\"",
                        anchor,
                        "\">",
                        &escape(text),
                        "</text>",
                    ],
                );
            }
        }
    }
    format!(
        "<svg class=\"plot\" role=\"img\" aria-label=\"{}\" width=\"100%\" height=\"100%\">\
         <svg viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\">{stretched}</svg>\
         {fixed}</svg>",
        escape(&chart.label)
    )
}

#[inline(never)]
fn path(svg: &mut String, class: &str, points: &[At], end: &str) {
    add(
        svg,
        &[
            "<path class=\"",
            class,
            "\" vector-effect=\"non-scaling-stroke\" d=\"M",
        ],
    );
    let mut before = "";
    for point in points {
        add(
            svg,
            &[before, &point.x.to_string(), " ", &point.y.to_string()],
        );
        before = " ";
    }
    add(svg, &[end, "\"/>"]);
}

/// Adds texts. Joined before, they would take more of the page.
#[inline(never)]
fn add(svg: &mut String, texts: &[&str]) {
    for text in texts {
        svg.push_str(text);
    }
}

/// A form around the middle of a picture of its own, which stands at the place.
fn mark(svg: &mut String, class: &str, form: Form, at: At) {
    let form = match form {
        Form::Circle => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        Form::Square => "M-4.5-4.5h9v9h-9z",
        Form::Diamond => "M0-7 7 0 0 7-7 0z",
    };
    let (x, y) = (percent(at.x), percent(at.y));
    add(
        svg,
        &[
            "<svg class=\"mark\" x=\"",
            &x,
            "\" y=\"",
            &y,
            "\"><path class=\"",
            class,
            "\" d=\"",
            form,
            "\"/></svg>",
        ],
    );
}

/// Thousandths as a percentage: `45.2%`.
fn percent(thousandths: u16) -> String {
    format!("{}%", tenths(thousandths.into()))
}

fn tenths(number: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let number = number.unsigned_abs();
    match (number / 10, number % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_placed_in_percent() {
        let at = At { x: 452, y: 1000 };
        let text = Shape::Text {
            class: "axis",
            at,
            anchor: Anchor::Middle,
            down: -3,
            text: "<b>&".to_owned(),
        };
        let mark = Shape::Mark {
            class: "here",
            form: Form::Diamond,
            at,
        };
        let chart = Chart {
            id: "any",
            caption: String::new(),
            label: "\"a\"".to_owned(),
            shapes: vec![text, mark, Shape::bar("wins", at, At { x: 0, y: 0 })],
        };
        let svg = svg(&chart);
        assert!(svg.contains(
            "x=\"45.2%\" y=\"100%\" dy=\"-0.3em\" text-anchor=\"middle\">&lt;b&gt;&amp;</text>"
        ));
        assert!(svg.contains("aria-label=\"&quot;a&quot;\""));
        assert!(svg.contains("d=\"M452 1000 0 1000 0 0 452 0z\""));
        assert!(!svg.contains("style="));
    }
}

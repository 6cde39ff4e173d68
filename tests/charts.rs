//! The crossover chart in every state: what its caption says, and that it shows what there is.

use crossover::charts::{At, Drawn, Form, Scale, Shape, View, crossover};
use crossover::economics::{CostSpan, evaluate, headline};
use crossover::link::decode;
use crossover::still::{read, svg};
use crossover::tables::{self, Table};

const MONTH_1: View = View {
    span: CostSpan::FirstMonth,
    scale: Scale::Logarithmic,
};

fn drawn(link: &str, view: View) -> Drawn {
    let decoded = decode(link);
    assert!(decoded.problems.is_empty(), "{link}");
    crossover(&headline(decoded.scenario).unwrap(), view)
}

fn steady(link: &str) -> Drawn {
    drawn(link, View::default())
}

/// How many shapes are of a class.
fn count(drawn: &Drawn, wanted: &str) -> usize {
    let class = |shape: &Shape| match shape {
        Shape::Line { class, .. }
        | Shape::Area { class, .. }
        | Shape::Mark { class, .. }
        | Shape::Text { class, .. } => *class,
    };
    let shapes = drawn.chart.shapes.iter();
    shapes.filter(|shape| class(shape) == wanted).count()
}

fn texts(drawn: &Drawn) -> Vec<&str> {
    let text = |shape: &'_ Shape| matches!(shape, Shape::Text { class, .. } if *class != "axis");
    let shapes = drawn.chart.shapes.iter().filter(|shape| text(shape));
    shapes
        .filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn the_worked_example_shows_both_volumes() {
    let drawn = steady("");
    assert_eq!(
        drawn.chart.caption,
        "Crossover in steady state: 81,111,112 tokens a month. You are at 500,000,000 tokens. \
         Where the student costs no more, the chart is shaded."
    );
    assert_eq!(
        texts(&drawn),
        [
            "Teacher",
            "Student",
            "Crossover 81,111,112",
            "You are here 500M"
        ]
    );
    assert_eq!(count(&drawn, "crossing"), 1);
    assert_eq!(count(&drawn, "wins"), 1);
    assert_eq!(
        read(&drawn, drawn.here),
        "500,000,000 tokens a month: teacher $5,000, student $1,230"
    );
    assert_eq!(drawn.table.rows[drawn.here].note, "You are here");
}

#[test]
fn the_table_straddles_the_crossover_and_has_its_row() {
    let drawn = steady("");
    let rows = drawn.table.rows.iter();
    let rows: Vec<_> = rows
        .map(|row| (row.title.as_str(), row.cells[2].text.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("10,000,000", "−$640"),
            ("20,000,000", "−$550"),
            ("50,000,000", "−$280"),
            ("81,111,112", "<$1"),
            ("100,000,000", "$170"),
            ("200,000,000", "$1,070"),
            ("500,000,000", "$3,770"),
            ("1,000,000,000", "$8,270"),
        ]
    );
    let crossover = drawn.table.rows.iter().find(|row| row.stands_out).unwrap();
    assert_eq!(crossover.note, "Crossover");
}

#[test]
fn one_token_is_read_as_one() {
    let drawn = steady("v=1");
    let said = read(&drawn, drawn.here);
    assert!(said.starts_with("1 token a month: teacher"), "{said}");
}

#[test]
fn linear_axes_begin_with_nothing() {
    let view = View {
        scale: Scale::Linear,
        ..View::default()
    };
    let drawn = drawn("", view);
    let first = &drawn.table.rows[0];
    assert_eq!((first.title.as_str(), drawn.rows[0]), ("81,111,112", 135));
    assert_eq!(drawn.rows.last(), Some(&1000));
}

#[test]
fn one_time_costs_that_are_ranges_have_a_band_and_two_crossings() {
    let drawn = drawn("", MONTH_1);
    assert!(
        drawn
            .chart
            .caption
            .starts_with("Crossover in month 1: 111,111,112–222,222,223 tokens a month."),
        "{}",
        drawn.chart.caption
    );
    assert_eq!(count(&drawn, "crossing"), 2);
    assert_eq!(count(&drawn, "student-range"), 1);
    assert!(texts(&drawn).contains(&"Crossover 111.1M to 222.2M"));
    let notes = drawn.table.rows.iter().map(|row| row.note.as_str());
    let notes: Vec<_> = notes.filter(|note| !note.is_empty()).collect();
    assert_eq!(
        notes,
        ["Crossover at best", "Crossover at worst", "You are here"]
    );
}

#[test]
fn where_the_student_never_wins_nothing_is_shaded() {
    let drawn = steady("s=20");
    assert_eq!(
        drawn.chart.caption,
        "Crossover in steady state: never. You are at 500,000,000 tokens."
    );
    assert_eq!((count(&drawn, "wins"), count(&drawn, "crossing")), (0, 0));
    assert_eq!(texts(&drawn), ["Teacher", "Student", "You are here 500M"]);
}

#[test]
fn where_it_wins_at_every_volume_all_is_shaded() {
    let drawn = steady("h=on_demand");
    assert!(
        drawn
            .chart
            .caption
            .starts_with("Crossover in steady state: every volume.")
    );
    assert_eq!((count(&drawn, "wins"), count(&drawn, "crossing")), (1, 0));
}

#[test]
fn two_that_never_differ_are_said_to_be_equal() {
    let drawn = steady("t=1&s=1&h=on_demand");
    assert!(
        drawn
            .chart
            .caption
            .starts_with("Crossover in steady state: no difference at any volume.")
    );
    assert_eq!(count(&drawn, "wins"), 0);
    assert!(drawn.table.rows.iter().all(|row| row.cells[2].text == "$0"));
}

#[test]
fn what_is_unknown_leaves_the_rest_drawn() {
    let drawn = steady("p0=?");
    assert_eq!(
        drawn.chart.caption,
        "Crossover in steady state: unknown (needs Hourly price, no commitment). You are at \
         500,000,000 tokens."
    );
    assert_eq!((count(&drawn, "teacher"), count(&drawn, "student")), (3, 0));
}

#[test]
fn a_staircase_is_drawn_step_by_step_with_its_windows() {
    let drawn = steady("cap=120000&v=3B&h=provisioned&p0=30&s=1");
    let caption = &drawn.chart.caption;
    assert!(caption.contains("tokens a month"), "{caption}");
    let student = drawn.chart.shapes.iter().find_map(|shape| match shape {
        Shape::Line {
            class: "student",
            points,
        } => Some(points),
        _ => None,
    });
    let upright = |pair: &[_]| matches!(pair, [a, b] if is_riser(*a, *b));
    assert!(student.unwrap().windows(2).any(upright));
}

fn is_riser(one: At, other: At) -> bool {
    one.x == other.x && one.y > other.y.saturating_add(9)
}

#[test]
fn a_range_of_volumes_is_a_band() {
    let drawn = steady("v=200M..2B");
    assert_eq!(count(&drawn, "here-range"), 1);
    assert!(texts(&drawn).contains(&"You are here 200M to 2B"));
}

#[test]
fn marks_differ_in_form() {
    let drawn = steady("");
    let form = |wanted: &str| {
        drawn.chart.shapes.iter().find_map(|shape| match shape {
            Shape::Mark { class, form, .. } if *class == wanted => Some(*form),
            _ => None,
        })
    };
    assert_eq!(form("crossing"), Some(Form::Diamond));
    assert_eq!(form("student"), Some(Form::Circle));
}

#[test]
fn the_picture_has_no_style_of_its_own() {
    for view in [View::default(), MONTH_1] {
        let svg = svg(&drawn("cap=120000&v=30B", view).chart);
        assert!(svg.contains("role=\"img\"") && !svg.contains("style="));
        assert!(!svg.contains("NaN") && !svg.contains("\"\""));
    }
}

/// $12,000 and $10,800 are what the first two inputs change, either way; the bill has three parts.
#[test]
fn bars_are_as_long_as_their_amounts() {
    let report = evaluate(decode("ct=75").scenario).unwrap();
    let bars = |table: &Table, row: usize| -> Vec<u16> {
        let cells = table.rows[row].cells.iter();
        cells.map(|cell| cell.bar).collect()
    };
    let sensitivity = tables::sensitivity(&report);
    assert_eq!(bars(&sensitivity, 0), [1000, 1000]);
    assert_eq!(bars(&sensitivity, 1), [900, 900]);
    let bill = tables::bill(&report);
    let parts = [0, 1, 2].map(|row| (bill.rows[row].cells[0].text.as_str(), bars(&bill, row)));
    assert_eq!(parts[0], ("$1,875", vec![1000]));
    assert_eq!(parts[2], ("$1,250", vec![667]));
    assert_eq!(bars(&tables::months(&report), 0), [0; 4]);
}

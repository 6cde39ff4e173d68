//! Whatever the scenario, the chart shows what there is: within its plot, in whole texts, and with the
//! crossover among the rows of its table.

use crate::cases;
use crate::scenarios::{ALL, Asked, Size, scenarios};
use crate::views::text_is_whole;
use crossover::charts::{At, Drawn, Scale, Shape, View, WHOLE, crossover};
use crossover::economics::{CostSpan, Headline, State, costs_at, headline};
use crossover::quantity::Quantity;
use crossover::still::read;
use crossover::tables::Row;
use proptest::prelude::*;
use std::collections::HashSet;

const SPANS: [CostSpan; 2] = [CostSpan::Steady, CostSpan::FirstMonth];

proptest! {
    #![proptest_config(cases(150))]

    /// 150 scenarios at and between the bounds of every field.
    #[test]
    fn every_chart_is_whole_at_the_bounds(asked in scenarios(Size::Extreme, ALL)) {
        every_chart_is_whole(&asked)?;
    }

    /// 150 scenarios as people have them.
    #[test]
    fn every_chart_is_whole_from_day_to_day(asked in scenarios(Size::Everyday, ALL)) {
        every_chart_is_whole(&asked)?;
    }

    /// At the volume of 150 scenarios the costs are those of the headline.
    #[test]
    fn costs_at_the_own_volume_are_the_headlines(asked in scenarios(Size::Everyday, ALL)) {
        let Ok(headline) = headline(asked.0.clone()) else {
            return Ok(());
        };
        let volume = headline.scenario.volume;
        prop_assume!(volume.is_point());
        for (span, teacher, student, saving) in [
            (CostSpan::Steady, &headline.teacher.steady, &headline.student.steady, &headline.saving.steady),
            (CostSpan::FirstMonth, &headline.teacher.month_1, &headline.student.month_1, &headline.saving.month_1),
        ] {
            let costs = costs_at(&asked.0, span, &[volume.low()]).remove(0);
            prop_assert_eq!(&costs.teacher, teacher);
            prop_assert_eq!(&costs.student, student);
            prop_assert_eq!(&costs.saving, saving);
        }
    }
}

fn every_chart_is_whole(asked: &Asked) -> Result<(), TestCaseError> {
    let Ok(headline) = headline(asked.0.clone()) else {
        return Ok(());
    };
    for span in SPANS {
        for scale in [Scale::Logarithmic, Scale::Linear] {
            let drawn = crossover(&headline, View { span, scale });
            shapes_are_whole(&drawn)?;
            table_is_whole(&drawn, &headline, span)?;
            rows_are_whole(&drawn)?;
        }
    }
    Ok(())
}

fn shapes_are_whole(drawn: &Drawn) -> Result<(), TestCaseError> {
    text_is_whole(&drawn.chart.caption)?;
    text_is_whole(&drawn.chart.label)?;
    let within = |at: &At| at.x <= WHOLE && at.y <= WHOLE;
    prop_assert!(!drawn.chart.shapes.is_empty());
    for shape in &drawn.chart.shapes {
        match shape {
            Shape::Line { points, .. } | Shape::Area { points, .. } => {
                prop_assert!(
                    !points.is_empty() && points.iter().all(within),
                    "{:?}",
                    shape
                );
            }
            Shape::Mark { at, .. } => prop_assert!(within(at), "{:?}", shape),
            Shape::Text { at, text, .. } => {
                prop_assert!(within(at), "{:?}", shape);
                text_is_whole(text)?;
            }
        }
    }
    Ok(())
}

fn table_is_whole(drawn: &Drawn, headline: &Headline, span: CostSpan) -> Result<(), TestCaseError> {
    let rows = &drawn.table.rows;
    prop_assert!(!rows.is_empty());
    let volumes: HashSet<_> = rows.iter().map(|row| &row.title).collect();
    prop_assert_eq!(volumes.len(), rows.len());
    for row in rows {
        prop_assert_eq!(row.cells.len(), drawn.table.columns.len());
        for cell in row.cells.iter().map(|cell| &cell.text).chain([&row.title]) {
            text_is_whole(cell)?;
        }
    }
    let crossing = match span {
        CostSpan::Steady => &headline.crossover.steady,
        CostSpan::FirstMonth => &headline.crossover.month_1,
    };
    if let Ok(crossing) = &crossing.0
        && crossing.state == State::At
    {
        for end in crossing.low.iter().chain(&crossing.high) {
            let title = end.decimal().normalize().to_string();
            let is_it = |row: &&Row| row.title.replace(',', "") == title;
            let row = drawn.table.rows.iter().find(is_it);
            prop_assert!(row.is_some_and(|row| row.stands_out), "{}", title);
        }
    }
    Ok(())
}

fn rows_are_whole(drawn: &Drawn) -> Result<(), TestCaseError> {
    prop_assert_eq!(drawn.rows.len(), drawn.table.rows.len());
    prop_assert!(drawn.here < drawn.rows.len());
    prop_assert!(drawn.rows.is_sorted());
    for row in 0..drawn.rows.len() {
        text_is_whole(&read(drawn, row))?;
    }
    Ok(())
}

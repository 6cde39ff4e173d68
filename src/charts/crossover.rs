//! Cost against volume: both paths, where they cross, and where the reader stands.

use super::caption::caption;
use super::places::{Places, around};
use super::{Anchor, At, Axis, Chart, Form, Scale, Shape, WHOLE, label_across, label_up, volumes};
use crate::economics::{Amount, CostSpan, Headline, VolumeCosts, costs_at};
use crate::quantity::{Exact, Quantity, Tokens, Usd};
use crate::tables::Table;
use crate::wording::{self, Precision, short_tokens, short_usd};
use rust_decimal::Decimal;

/// What the reader chose to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Which month is shown.
    pub span: CostSpan,
    /// How volumes and costs are spread.
    pub scale: Scale,
}

impl Default for View {
    fn default() -> Self {
        Self {
            span: CostSpan::Steady,
            scale: Scale::Logarithmic,
        }
    }
}

/// A chart with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The chart.
    pub chart: Chart,
    /// Its figures.
    pub table: Table,
    /// The volumes along which a cursor moves, from the least on.
    pub stops: Vec<Stop>,
    /// Which of them is the reader's volume.
    pub here: usize,
}

/// A volume at which a cursor stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The volume.
    pub volume: Tokens,
    /// Where it stands, in thousandths.
    pub x: u16,
    /// The volume and both costs, in words.
    pub said: String,
    /// The row of the table that shows it.
    pub row: Option<&'static str>,
}

impl Stop {
    /// The digits of its volume.
    #[must_use]
    pub fn digits(&self) -> String {
        crate::quantity::digits(self.volume.decimal())
    }
}

/// What a chart is drawn with.
struct Drawing<'d> {
    across: Axis,
    up: Axis,
    costs: &'d [VolumeCosts],
    shapes: Vec<Shape>,
}

/// Draws the chart of a headline.
#[must_use]
pub fn crossover(headline: &Headline, view: &View) -> Drawn {
    let places = Places::of(headline, view.span);
    let across = around(&places, view.scale);
    let (stops, all) = places.volumes(&across, headline, view.span);
    let costs = costs_at(&headline.scenario, view.span, &all);
    let mut drawing = Drawing {
        up: up(&costs, view.scale),
        across,
        costs: &costs,
        shapes: Vec::new(),
    };
    drawing.draw(&places);
    let shown = volumes::shown(&places, &across, &costs);
    // One precision for the table and for what the cursor reads.
    let amounts = shown
        .iter()
        .flat_map(|costs| [&costs.teacher, &costs.student]);
    let precision = Precision::of_amounts(&amounts.collect::<Vec<_>>());
    let table = volumes::table(&places, &shown, precision, view.span);
    let stops = stops.into_iter().filter_map(|volume| {
        let costs = costs.iter().find(|costs| costs.volume == volume)?;
        Some(Stop {
            volume,
            x: across.at(volume.decimal()),
            said: wording::costs_at(costs, precision),
            row: volumes::row_of(&table, volume),
        })
    });
    let stops: Vec<_> = stops.collect();
    let is_here = |stop: &Stop| stop.volume >= places.here.low();
    Drawn {
        chart: Chart {
            id: "crossover",
            caption: caption(&places, &costs, headline, view.span),
            label:
                "Chart of the cost against the volume, for teacher and student. Its figures are \
                    in the table below it."
                    .to_owned(),
            shapes: drawing.shapes,
        },
        here: stops.iter().position(is_here).unwrap_or_default(),
        table,
        stops,
    }
}

/// The axis of the costs. On a logarithmic one, what is a millionth of the highest is next to nothing.
fn up(costs: &[VolumeCosts], scale: Scale) -> Axis {
    let mut most = Decimal::ZERO;
    let mut least = Decimal::MAX;
    for costs in costs {
        for cost in [&costs.teacher, &costs.student] {
            if let Ok(cost) = &cost.0 {
                most = most.max(cost.high().decimal());
                let low = cost.low().decimal();
                if low > Decimal::ZERO {
                    least = least.min(low);
                }
            }
        }
    }
    let millionth = most.times(Decimal::new(1, 6)).unwrap_or_default();
    Axis::around(scale, least.max(millionth).min(most), most)
}

impl Drawing<'_> {
    fn draw(&mut self, places: &Places) {
        for (from, to) in places.wins(&self.across) {
            let [from, to] = [from, to].map(|end| self.across.at(end.decimal()));
            let bar = Shape::bar("wins", At { x: from, y: 0 }, At { x: to, y: WHOLE });
            self.shapes.push(bar);
        }
        let here = places.here;
        let [from, to] = [here.low(), here.high()].map(|end| self.across.at(end.decimal()));
        if !here.is_point() {
            let bar = Shape::bar("here-range", At { x: from, y: 0 }, At { x: to, y: WHOLE });
            self.shapes.push(bar);
        }
        let dollars = |value| Usd::try_from(value).map_or_else(|_| String::new(), short_usd);
        label_up(&mut self.shapes, &self.up, &dollars);
        let tokens = |value| Tokens::try_from(value).map_or_else(|_| String::new(), short_tokens);
        label_across(&mut self.shapes, &self.across, &tokens);
        let teacher = self.path(["teacher", "teacher-range"], |costs| &costs.teacher);
        let student = self.path(["student", "student-range"], |costs| &costs.student);
        self.name(teacher, student);
        self.mark_crossings(places);
        if self.across.holds(here.low().decimal()) {
            if here.is_point() {
                self.guide(from);
                self.mark_here(here.low());
            }
            self.head(from.midpoint(to), -19, &places.said_here());
        }
    }

    /// Draws what one path costs: a line, or a band between two. Where it ends, its edges are told.
    fn path(
        &mut self,
        [class, range]: [&'static str; 2],
        cost: fn(&VolumeCosts) -> &Amount<Usd>,
    ) -> Option<(u16, u16)> {
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for costs in self.costs {
            if let Ok(cost) = &cost(costs).0
                && !self.is_below(cost.high())
            {
                let x = self.across.at(costs.volume.decimal());
                let at = |value: Usd| At {
                    x,
                    y: self.up.up(value.decimal()),
                };
                low.push(at(cost.low()));
                high.push(at(cost.high()));
            }
        }
        // Beside its end, where its name stands.
        let beside = |at: &&At| at.x >= 880;
        let highest = high.iter().filter(beside).map(|at| at.y).min();
        let lowest = low.iter().filter(beside).map(|at| at.y).max();
        let ends = highest.zip(lowest).or_else(|| {
            let ends = high.last().zip(low.last());
            ends.map(|(high, low)| (high.y, low.y))
        });
        if low != high {
            let points = low.iter().chain(high.iter().rev()).copied().collect();
            self.shapes.push(Shape::Area {
                class: range,
                points,
            });
            self.shapes.push(Shape::Line {
                class,
                points: high,
            });
        }
        if !low.is_empty() {
            self.shapes.push(Shape::Line { class, points: low });
        }
        ends
    }

    /// Whether a cost is too small to be seen, on a logarithmic axis; nothing stands at its foot.
    fn is_below(&self, cost: Usd) -> bool {
        cost > Usd::ZERO && cost.decimal() < self.up.low()
    }

    /// Names both paths where they end: the upper one above itself, the lower one below.
    fn name(&mut self, teacher: Option<(u16, u16)>, student: Option<(u16, u16)>) {
        let middle = |(high, low): (u16, u16)| high.midpoint(low);
        let below = teacher.zip(student);
        let student_below =
            below.is_none_or(|(teacher, student)| middle(teacher) <= middle(student));
        for (class, text, ends, is_below) in [
            ("teacher", "Teacher", teacher, !student_below),
            (
                "student",
                "Student",
                student,
                below.is_some() && student_below,
            ),
        ] {
            if let Some((high, low)) = ends {
                let y = if is_below {
                    low.saturating_add(75).clamp(150, 985)
                } else {
                    high.saturating_sub(20).clamp(65, 900)
                };
                self.text(class, At { x: 995, y }, Anchor::End, 0, text);
            }
        }
    }

    fn mark_crossings(&mut self, places: &Places) {
        let mut marked = Vec::new();
        for (volume, at_best) in places.crossings.iter().copied() {
            let costs = self.costs.iter().find(|costs| costs.volume == volume);
            let x = self.across.at(volume.decimal());
            self.guide(x);
            marked.push(x);
            // At its best the student crosses the teacher's highest cost, at its worst the lowest.
            let teacher = costs.and_then(|costs| costs.teacher.ok());
            let cost = teacher.map(|cost| if at_best { cost.high() } else { cost.low() });
            if let Some(cost) = cost {
                let y = self.up.up(cost.decimal());
                self.shapes.push(Shape::Mark {
                    class: "crossing",
                    form: Form::Diamond,
                    at: At { x, y },
                });
            }
        }
        if let (Some(first), Some(last)) = (marked.first(), marked.last()) {
            self.head(first.midpoint(*last), -5, &places.said_crossing());
        }
    }

    /// Marks what both paths cost at the reader's volume.
    fn mark_here(&mut self, here: Tokens) {
        let x = self.across.at(here.decimal());
        let costs = self.costs.iter().find(|costs| costs.volume == here);
        for (class, cost) in [
            ("teacher", costs.map(|costs| &costs.teacher)),
            ("student", costs.map(|costs| &costs.student)),
        ] {
            if let Some(cost) = cost.and_then(|cost| cost.ok()) {
                for end in [cost.low(), cost.high()] {
                    if self.is_below(end) {
                        continue;
                    }
                    let y = self.up.up(end.decimal());
                    self.shapes.push(Shape::Mark {
                        class,
                        form: Form::Circle,
                        at: At { x, y },
                    });
                    if cost.is_point() {
                        break;
                    }
                }
            }
        }
    }

    fn guide(&mut self, x: u16) {
        let [top, bottom] = [0, WHOLE].map(|y| At { x, y });
        self.shapes.push(Shape::rule("guide", top, bottom));
    }

    /// A text above the plot.
    fn head(&mut self, x: u16, down: i8, text: &str) {
        self.text("head", At { x, y: 0 }, Anchor::at(x), down, text);
    }

    fn text(&mut self, class: &'static str, at: At, anchor: Anchor, down: i8, text: &str) {
        self.shapes.push(Shape::Text {
            class,
            at,
            anchor,
            down,
            text: text.to_owned(),
        });
    }
}

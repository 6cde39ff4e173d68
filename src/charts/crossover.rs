//! Cost against volume: both paths, where they cross, and where the reader stands.

use super::places::Places;
use super::{Anchor, At, Axis, Chart, Form, Scale, Shape, WHOLE, caption, label, volumes};
use crate::economics::{Amount, CostSpan, Headline, VolumeCosts, costs_at};
use crate::quantity::{Exact, Quantity, Tokens, Usd};
use crate::tables::Table;
use rust_decimal::Decimal;

/// What the reader chose to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which month is shown.
    pub span: CostSpan,
    /// How volumes and costs are spread.
    pub scale: Scale,
}

impl View {
    /// The same of the other month.
    #[must_use]
    pub fn of_other_month(self) -> Self {
        let span = match self.span {
            CostSpan::Steady => CostSpan::FirstMonth,
            CostSpan::FirstMonth => CostSpan::Steady,
        };
        Self { span, ..self }
    }

    /// The same on the other kind of axes.
    #[must_use]
    pub fn with_other_axes(self) -> Self {
        let scale = match self.scale {
            Scale::Linear => Scale::Logarithmic,
            Scale::Logarithmic => Scale::Linear,
        };
        Self { scale, ..self }
    }
}

/// A chart with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The chart.
    pub chart: Chart,
    /// Its figures.
    pub table: Table,
    /// Where the volume of each row stands in the chart, in thousandths.
    pub rows: Vec<u16>,
    /// The row of the reader's volume.
    pub here: usize,
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
pub fn crossover(headline: &Headline, view: View) -> Drawn {
    let places = Places::of(headline, view.span, view.scale);
    let rows = places.rows();
    let volumes = places.volumes(&rows, headline, view.span);
    let costs = costs_at(&headline.scenario, view.span, &volumes);
    let mut drawing = Drawing {
        up: up(&costs, view.scale),
        across: places.axis,
        costs: &costs,
        shapes: Vec::new(),
    };
    drawing.draw(&places);
    let shown = costs.iter().filter(|costs| rows.contains(&costs.volume));
    let shown: Vec<_> = shown.collect();
    let mut before = rows.iter();
    Drawn {
        chart: Chart {
            id: "crossover",
            caption: caption::caption(&places, headline, view.span),
            label: "Cost against volume, for teacher and student. Its figures are in the table \
                    of costs by volume."
                .to_owned(),
            shapes: drawing.shapes,
        },
        table: volumes::table(&places, &shown, view.span),
        here: before
            .position(|volume| *volume == places.here.low())
            .unwrap_or_default(),
        rows: rows
            .iter()
            .map(|volume| places.axis.at(volume.decimal()))
            .collect(),
    }
}

/// The axis of the costs. On a logarithmic one, what is a millionth of the highest is next to nothing.
fn up(costs: &[VolumeCosts], scale: Scale) -> Axis {
    let mut most = Decimal::ZERO;
    let mut least = Decimal::MAX;
    for costs in costs {
        for cost in [&costs.teacher, &costs.student] {
            if let Some(cost) = cost.ok() {
                let ends = cost.ends();
                most = most.max(ends.high());
                if ends.low() > Decimal::ZERO {
                    least = least.min(ends.low());
                }
            }
        }
    }
    let millionth = most.times(Decimal::new(1, 6)).unwrap_or_default();
    Axis::around(scale, least.max(millionth).min(most), most)
}

impl Drawing<'_> {
    fn draw(&mut self, places: &Places) {
        let at = |volume: Tokens| places.axis.at(volume.decimal());
        for (from, to) in places.wins() {
            self.bar("wins", at(from), to.map_or(WHOLE, at));
        }
        let [from, to] = [places.here.low(), places.here.high()].map(at);
        self.bar("here-range", from, to);
        label::up(&mut self.shapes, &self.up);
        label::across(&mut self.shapes, &self.across);
        let teacher = self.path(["teacher", "teacher-range"], |costs| &costs.teacher);
        let student = self.path(["student", "student-range"], |costs| &costs.student);
        // The upper one has its name above itself, the lower one below.
        let teacher_is_above = teacher <= student;
        self.name("teacher", "Teacher", teacher, teacher_is_above);
        self.name("student", "Student", student, !teacher_is_above);
        self.mark_crossings(places);
        if places.here.is_point() {
            self.mark_here(places.here.low(), "teacher", |costs| &costs.teacher);
            self.mark_here(places.here.low(), "student", |costs| &costs.student);
        }
        self.head(from.midpoint(to), -19, caption::here(places));
    }

    /// Draws what one path costs: a line, or a band between two. Tells how high it ends, from the top.
    #[inline(never)]
    fn path(
        &mut self,
        [class, range]: [&'static str; 2],
        cost: fn(&VolumeCosts) -> &Amount<Usd>,
    ) -> Option<u16> {
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for costs in self.costs {
            let Some(cost) = cost(costs).ok() else {
                continue;
            };
            let ends = cost.ends();
            // On a logarithmic axis nothing stands at its foot.
            if ends.high() < self.up.low() {
                continue;
            }
            let x = self.across.at(costs.volume.decimal());
            let at = |value| At {
                x,
                y: self.up.up(value),
            };
            low.push(at(ends.low()));
            high.push(at(ends.high()));
        }
        let end = high.last().map(|last| last.y);
        if low != high {
            let points = low.iter().chain(high.iter().rev()).copied().collect();
            self.shapes.push(Shape::Area {
                class: range,
                points,
            });
            self.line(class, high);
        }
        self.line(class, low);
        end
    }

    fn name(&mut self, class: &'static str, text: &str, end: Option<u16>, is_above: bool) {
        if let Some(end) = end {
            let y = if is_above {
                end.saturating_sub(20).max(65)
            } else {
                end.saturating_add(140).min(985)
            };
            let at = At { x: 995, y };
            self.text(class, at, Anchor::End, 0, text.to_owned());
        }
    }

    fn mark_crossings(&mut self, places: &Places) {
        let mut sum = 0_u16;
        for (volume, at_best) in places.crossings.iter().copied() {
            let x = self.guide(volume);
            sum = sum.saturating_add(x);
            // At its best the student crosses the teacher's highest cost, at its worst the lowest.
            if let Some([low, high]) = self.cost(volume, |costs| &costs.teacher) {
                let cost = if at_best { high } else { low };
                self.mark("crossing", Form::Diamond, x, cost);
            }
        }
        let count = u16::try_from(places.crossings.len()).ok();
        if let Some(x) = count.and_then(|count| sum.checked_div(count)) {
            self.head(x, -5, caption::crossings(&places.crossings));
        }
    }

    /// Marks what a path costs at the reader's volume.
    fn mark_here(
        &mut self,
        here: Tokens,
        class: &'static str,
        cost: fn(&VolumeCosts) -> &Amount<Usd>,
    ) {
        let x = self.guide(here);
        for end in self.cost(here, cost).into_iter().flatten() {
            self.mark(class, Form::Circle, x, end);
        }
    }

    /// The ends of what a path costs at a volume.
    fn cost(&self, volume: Tokens, cost: fn(&VolumeCosts) -> &Amount<Usd>) -> Option<[Decimal; 2]> {
        let costs = self.costs.iter().find(|costs| costs.volume == volume)?;
        let ends = cost(costs).ok()?.ends();
        Some([ends.low(), ends.high()])
    }

    #[inline(never)]
    fn mark(&mut self, class: &'static str, form: Form, x: u16, cost: Decimal) {
        let at = At {
            x,
            y: self.up.up(cost),
        };
        let mark = Shape::Mark { class, form, at };
        if self.shapes.last() != Some(&mark) {
            self.shapes.push(mark);
        }
    }

    /// A line at a volume, all the way up. Tells where.
    fn guide(&mut self, volume: Tokens) -> u16 {
        let x = self.across.at(volume.decimal());
        self.line("guide", vec![At { x, y: 0 }, At { x, y: WHOLE }]);
        x
    }

    fn bar(&mut self, class: &'static str, from: u16, to: u16) {
        if from < to {
            let bar = Shape::bar(class, At { x: from, y: 0 }, At { x: to, y: WHOLE });
            self.shapes.push(bar);
        }
    }

    fn line(&mut self, class: &'static str, points: Vec<At>) {
        if !points.is_empty() {
            self.shapes.push(Shape::Line { class, points });
        }
    }

    /// A text above the plot.
    fn head(&mut self, x: u16, down: i8, text: String) {
        self.text("head", At { x, y: 0 }, Anchor::at(x), down, text);
    }

    #[inline(never)]
    fn text(&mut self, class: &'static str, at: At, anchor: Anchor, down: i8, text: String) {
        self.shapes.push(Shape::Text {
            class,
            at,
            anchor,
            down,
            text,
        });
    }
}

//! Points in time: letters that tell series apart, and lines between those that belong together.

use super::Pen;
use crate::training::trend::Slots;
use crate::ui::theme::{Glyphs, Role, Tone};
use crate::ui::widgets::text::width;
use jiff::civil::Date;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget as _;
use ratatui::widgets::canvas::{Canvas, Context, Line};

/// From this height on, the middle of the scale is written as well.
const TALL: u16 = 7;

/// How the points of a series hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Those of one line.
    Joined,
    /// Not at all.
    Loose,
}

/// Points of one kind.
pub(super) struct Series {
    name: String,
    index: usize,
    shape: Shape,
    /// Lines of points, each with its day and its value.
    pub(super) lines: Vec<Vec<(u32, i32)>>,
}

impl Series {
    pub(super) fn new(name: String, index: usize, shape: Shape) -> Self {
        Self {
            name,
            index,
            shape,
            lines: Vec::new(),
        }
    }

    /// The lines between points that belong together.
    fn join(&self, context: &mut Context<'_>, style: Style) {
        if self.shape == Shape::Loose {
            return;
        }
        let ink = style.fg.unwrap_or_default();
        for line in &self.lines {
            for (from, to) in line.iter().zip(line.iter().skip(1)) {
                let [x1, x2] = [from.0, to.0].map(f64::from);
                let [y1, y2] = [from.1, to.1].map(f64::from);
                context.draw(&Line::new(x1, y1, x2, y2, ink));
            }
        }
    }

    fn letter(&self) -> char {
        let letters = b'a'..=b'z';
        letters.cycle().nth(self.index).map_or('*', char::from)
    }

    fn role(&self) -> Role {
        let tones = [Tone::Down, Tone::Up, Tone::Hold, Tone::Rest, Tone::Lead];
        Role::Phase(
            tones
                .get(self.index % tones.len())
                .copied()
                .unwrap_or(Tone::Down),
        )
    }
}

/// What the area of a plot stands for.
struct Field {
    days: f64,
    low: f64,
    high: f64,
}

impl Field {
    /// A span of time, and a range. Where all values are the same they lie in the middle.
    fn of(slots: &Slots, low: i32, high: i32) -> Self {
        let (low, high) = if low == high {
            (low - 1, high + 1)
        } else {
            (low, high)
        };
        Self {
            days: f64::from(slots.days().saturating_sub(1).max(1)),
            low: f64::from(low),
            high: f64::from(high),
        }
    }

    /// The cell of a point, which is the one that its line goes through. A cell has so many dots across and down.
    fn cell(&self, (day, value): (u32, i32), dots: (u16, u16), area: Rect) -> (u16, u16) {
        let across = f64::from(day) / self.days;
        let down = (self.high - f64::from(value)) / (self.high - self.low);
        let place = |part: f64, cells: u16, dots: u16| {
            let last = cells.saturating_mul(dots).saturating_sub(1);
            whole(part * f64::from(last)) / dots
        };
        (
            area.x + place(across, area.width, dots.0),
            area.y + place(down, area.height, dots.1),
        )
    }
}

/// The nearest whole number of dots.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part of a screen's dots: neither negative nor large"
)]
fn whole(dots: f64) -> u16 {
    dots.round() as u16
}

/// A plot.
pub(super) struct Plot {
    /// The span of time.
    pub(super) slots: Slots,
    /// What is drawn.
    pub(super) series: Vec<Series>,
    /// What the scale counts.
    pub(super) unit: String,
    /// How a value is written.
    pub(super) label: fn(i32) -> String,
    /// A value that a line stands at.
    pub(super) line_at: Option<i32>,
    /// What is said where there is nothing to draw.
    pub(super) nothing: &'static str,
}

impl Plot {
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let Some((low, high)) = self.range() else {
            pen.line(self.nothing, Role::Quiet, area);
            return;
        };
        let legend = u16::from(self.series.len() > 1);
        let scale = [low, high, i32::midpoint(low, high)].map(self.label);
        let left = scale.iter().map(|label| width(label)).max().unwrap_or(0) + 1;
        let [unit, body, days, names] = Layout::vertical([
            Constraint::Length(u16::from(area.height > TALL + 2)),
            Constraint::Fill(1),
            Constraint::Length(u16::from(area.height > 2)),
            Constraint::Length(legend),
        ])
        .areas(area);
        let [labels, field] =
            Layout::horizontal([Constraint::Length(left), Constraint::Fill(1)]).areas(body);
        pen.line(&self.unit, Role::Quiet, unit);
        let [low_words, high_words, middle] = scale;
        marks([high_words, middle, low_words], low != high, pen, labels);
        self.field(low, high, pen, field);
        self.days(
            pen,
            Rect {
                x: field.x,
                width: field.width,
                ..days
            },
        );
        if legend > 0 {
            self.names(pen, names);
        }
    }

    /// The lowest and the highest value.
    fn range(&self) -> Option<(i32, i32)> {
        let points = || {
            self.series
                .iter()
                .flat_map(|series| series.lines.iter().flatten().map(|point| point.1))
        };
        let values = || points().chain(self.line_at);
        points().next()?;
        Some((values().min()?, values().max()?))
    }

    fn field(&self, low: i32, high: i32, pen: &mut Pen<'_>, area: Rect) {
        let theme = pen.theme;
        let (marker, dots) = match theme.glyphs {
            Glyphs::Blocks => (Marker::Braille, (2, 4)),
            Glyphs::Ascii => (Marker::Custom('.'), (1, 1)),
        };
        let field = Field::of(&self.slots, low, high);
        let rule = theme.style(Role::Border).fg.unwrap_or_default();
        Canvas::default()
            .background_color(theme.style(Role::Text).bg.unwrap_or_default())
            .marker(marker)
            .x_bounds([0.0, field.days])
            .y_bounds([field.low, field.high])
            .paint(|context| {
                if let Some(at) = self.line_at.map(f64::from) {
                    let line = Line::new(0.0, at, field.days, at, rule);
                    context.draw(&line);
                }
                for series in &self.series {
                    series.join(context, theme.style(series.role()));
                }
            })
            .render(area, pen.buf);
        for series in &self.series {
            let sign = self.sign(series);
            for point in series.lines.iter().flatten() {
                let place = field.cell(*point, dots, area);
                pen.put(place, &sign, series.role());
            }
        }
    }

    /// What a point is drawn as: a letter, or a dot where there is nothing to tell apart.
    fn sign(&self, series: &Series) -> String {
        if self.series.len() == 1 {
            "●".to_owned()
        } else {
            series.letter().to_string()
        }
    }

    /// The first and the last day, and one in the middle where there is room.
    fn days(&self, pen: &mut Pen<'_>, area: Rect) {
        if area.is_empty() {
            return;
        }
        let (first, last) = (self.slots.first(), self.slots.today());
        let format = if first.year() == last.year() {
            "%-d %b"
        } else {
            "%-d %b %Y"
        };
        let words = |day: Date| day.strftime(format).to_string();
        let (from, to) = (words(first), words(last));
        pen.put((area.x, area.y), &from, Role::Quiet);
        let right = area.right().saturating_sub(width(&to));
        if right > area.x + width(&from) {
            pen.put((right, area.y), &to, Role::Quiet);
        }
    }

    /// Which letter is what.
    fn names(&self, pen: &mut Pen<'_>, area: Rect) {
        let mut x = area.x;
        for series in &self.series {
            let words = format!("{} {}", series.letter(), series.name);
            if x + width(&words) > area.right() {
                return;
            }
            pen.put((x, area.y), &words, series.role());
            x += width(&words) + 2;
        }
    }
}

/// The values at the top, in the middle and at the foot; where all are the same, that one.
fn marks(words: [String; 3], is_range: bool, pen: &mut Pen<'_>, area: Rect) {
    let [high, middle, low] = words;
    let centre = area.y + area.height.saturating_sub(1) / 2;
    if !is_range {
        pen.put((area.x, centre), &high, Role::Quiet);
        return;
    }
    pen.put((area.x, area.y), &high, Role::Quiet);
    pen.put((area.x, area.bottom().saturating_sub(1)), &low, Role::Quiet);
    if area.height >= TALL && area.height % 2 == 1 {
        pen.put((area.x, centre), &middle, Role::Quiet);
    }
}

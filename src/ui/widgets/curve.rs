//! One rep as a curve of the handle's height over time, with a dot that travels on it.
//!
//! Of all pictures of a tempo this one shows best what comes next, so it is the preview. What is past is filled, what is to
//! come is a line.

use super::text;
use crate::ui::theme::{Glyphs, Role, Theme, Tone};
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::{Modifier, Style},
    text::{Line, Span},
};
use std::time::Duration;

/// The highest place of the handle: heights are counted in thousandths.
pub const TOP: u16 = 1000;

/// One phase of the rep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Its colour.
    pub tone: Tone,
    /// Its name and length: `down 4 s`.
    pub label: String,
    /// How long it lasts.
    pub lasts: Duration,
    /// The height at its beginning, from 0 to [`TOP`].
    pub from: u16,
    /// The height at its end.
    pub to: u16,
}

/// A rep and where in it the dot is.
#[derive(Clone, Copy, Debug)]
pub struct Curve<'a> {
    /// The phases in order.
    pub legs: &'a [Leg],
    /// The dot's time from the beginning; nothing where there is no dot.
    pub dot: Option<Duration>,
}

/// A column of the plot.
#[derive(Clone, Copy)]
struct Column {
    tone: Tone,
    /// Eighths of a row above the bottom, at least one.
    height: u16,
    is_past: bool,
}

impl Curve<'_> {
    fn total(&self) -> Duration {
        self.legs.iter().map(|leg| leg.lasts).sum()
    }

    /// The leg at a time, and the height there.
    fn at(&self, time: Duration) -> Option<(&Leg, u16)> {
        let mut begins = Duration::ZERO;
        for leg in self.legs.iter().filter(|leg| !leg.lasts.is_zero()) {
            let into = time.saturating_sub(begins);
            if into < leg.lasts {
                return Some((
                    leg,
                    between(leg.from, leg.to, into.as_millis(), leg.lasts.as_millis()),
                ));
            }
            begins += leg.lasts;
        }
        self.legs.last().map(|leg| (leg, leg.to))
    }

    /// Draws the curve, and under it the labels where there are two rows and more.
    pub fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let theme = *theme;
        let area = area.intersection(buf.area);
        if area.is_empty() || self.total().is_zero() {
            return;
        }
        let labels_height = u16::from(area.height > 1);
        let [plot, labels] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(labels_height)]).areas(area);
        buf.set_style(area, theme.style(Role::Text));
        let columns: Vec<Column> = (0..plot.width)
            .filter_map(|x| self.column(x, plot))
            .collect();
        let mut before = columns.first().map_or(0, |column| column.height);
        for (x, column) in (plot.left()..).zip(columns) {
            column.draw(
                theme,
                before,
                Rect {
                    x,
                    width: 1,
                    ..plot
                },
                buf,
            );
            before = column.height;
        }
        self.draw_dot(theme, plot, buf);
        self.draw_labels(theme, labels, buf);
    }

    fn column(&self, x: u16, plot: Rect) -> Option<Column> {
        let time = self.total() * (2 * u32::from(x) + 1) / (2 * u32::from(plot.width));
        let (leg, height) = self.at(time)?;
        Some(Column {
            tone: leg.tone,
            height: eighths(height, plot.height),
            is_past: self.dot.is_some_and(|dot| time <= dot),
        })
    }

    fn draw_dot(&self, theme: Theme, plot: Rect, buf: &mut Buffer) {
        let Some((_, height)) = self.dot.and_then(|dot| self.at(dot)) else {
            return;
        };
        let time = self.dot.unwrap_or_default().min(self.total());
        let x = between(
            0,
            plot.width.saturating_sub(1),
            time.as_millis(),
            self.total().as_millis(),
        );
        let y = plot
            .bottom()
            .saturating_sub(eighths(height, plot.height).div_ceil(8))
            .max(plot.top());
        let symbol = if theme.glyphs == Glyphs::Ascii {
            "o"
        } else {
            "●"
        };
        buf.set_string(plot.x + x, y, symbol, theme.style(Role::Heading));
    }

    /// Each label under its leg where all of them fit there, else one after the other, else none.
    fn draw_labels(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let legs: Vec<&Leg> = self
            .legs
            .iter()
            .filter(|leg| !leg.lasts.is_zero())
            .collect();
        let mut begins = Duration::ZERO;
        let mut places = Vec::new();
        for leg in &legs {
            let edge =
                |time: Duration| between(0, area.width, time.as_millis(), self.total().as_millis());
            let (from, to) = (edge(begins), edge(begins + leg.lasts));
            begins += leg.lasts;
            places.push(Rect {
                x: area.x + from,
                width: to.saturating_sub(from),
                ..area
            });
        }
        let span = |leg: &Leg| {
            Span::styled(
                text::shown(&leg.label, theme.glyphs).into_owned(),
                theme.style(Role::Phase(leg.tone)),
            )
        };
        if legs
            .iter()
            .zip(&places)
            .all(|(leg, place)| text::width(&leg.label) < place.width)
        {
            for (leg, place) in legs.iter().zip(places) {
                let indent = (place.width - text::width(&leg.label)) / 2;
                buf.set_span(place.x + indent, place.y, &span(leg), place.width);
            }
            return;
        }
        let spans = legs.iter().map(|leg| vec![span(leg)]).collect::<Vec<_>>();
        let line = Line::from(spans.join(&Span::styled(" | ", theme.style(Role::Quiet))));
        if line.width() <= usize::from(area.width) {
            buf.set_line(area.x, area.y, &line, area.width);
        }
    }
}

impl Column {
    fn draw(self, theme: Theme, before: u16, area: Rect, buf: &mut Buffer) {
        let style = theme.style(Role::Phase(self.tone));
        let crest = self.height.div_ceil(8);
        // The line stays in one piece where it is steep.
        let lowest = if self.is_past {
            1
        } else {
            before.div_ceil(8).clamp(1, crest)
        };
        let highest = if self.is_past {
            crest
        } else {
            crest.max(before.div_ceil(8).saturating_sub(1))
        };
        for row in lowest..=highest.min(area.height) {
            let filled = self.height.saturating_sub((row - 1) * 8).clamp(1, 8);
            let (symbol, style) = self.cell(theme, if row > crest { 8 } else { filled }, style);
            if let Some(cell) = buf.cell_mut((area.x, area.bottom() - row)) {
                cell.set_symbol(symbol).set_style(style);
            }
        }
    }

    fn cell(self, theme: Theme, filled: u16, style: Style) -> (&'static str, Style) {
        match (theme.glyphs, self.is_past) {
            (Glyphs::Ascii, true) => ("#", style),
            (Glyphs::Ascii, false) => (".", style),
            (Glyphs::Blocks, true) if filled == 8 => (" ", style.add_modifier(Modifier::REVERSED)),
            (Glyphs::Blocks, _) => (super::surface::rising(filled), style),
        }
    }
}

/// Heights in thousandths as eighths of a row; the lowest still shows.
fn eighths(height: u16, rows: u16) -> u16 {
    let all = u32::from(rows) * 8;
    u16::try_from(u32::from(height.min(TOP)) * all / u32::from(TOP))
        .unwrap_or(u16::MAX)
        .max(1)
}

/// The place `part` of `whole` of the way from one number to another.
fn between(from: u16, to: u16, part: u128, whole: u128) -> u16 {
    let way = u128::from(to.abs_diff(from)) * part.min(whole) / whole.max(1);
    let way = u16::try_from(way).unwrap_or(u16::MAX);
    if to >= from {
        from.saturating_add(way)
    } else {
        from.saturating_sub(way)
    }
}

#[cfg(test)]
mod tests {
    use super::{Curve, Leg, TOP};
    use crate::ui::theme::{Depth, Glyphs, Light, Theme, Tone};
    use ratatui::{buffer::Buffer, layout::Rect};
    use std::time::Duration;

    fn legs() -> Vec<Leg> {
        let leg = |tone, label: &str, seconds, from, to| Leg {
            tone,
            label: label.to_owned(),
            lasts: Duration::from_secs(seconds),
            from,
            to,
        };
        vec![
            leg(Tone::Down, "down 4 s", 4, TOP, 0),
            leg(Tone::Hold, "hold 1", 1, 0, 0),
            leg(Tone::Up, "up 1", 1, 0, TOP),
        ]
    }

    fn drawn(dot: Option<u64>, glyphs: Glyphs, (width, height): (u16, u16)) -> String {
        let theme = Theme {
            light: Light::Day,
            depth: Depth::None,
            glyphs,
        };
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let legs = legs();
        Curve {
            legs: &legs,
            dot: dot.map(Duration::from_millis),
        }
        .draw(&theme, area, &mut buffer);
        let row = |y| {
            (0..width)
                .map(|x| buffer[(x, y)].symbol())
                .collect::<String>()
        };
        (0..height)
            .map(|y| row(y).trim_end().to_owned() + "\n")
            .collect()
    }

    #[test]
    fn the_past_is_filled_and_the_future_is_a_line() {
        insta::assert_snapshot!(
            "curve",
            drawn(Some(2_000), Glyphs::Ascii, (48, 8))
                + &drawn(Some(4_500), Glyphs::Blocks, (48, 8))
        );
    }

    #[test]
    fn labels_that_do_not_fit_stand_in_one_line_or_not_at_all() {
        assert!(drawn(None, Glyphs::Ascii, (30, 4)).contains("down 4 s | hold 1 | up 1"));
        assert!(!drawn(None, Glyphs::Ascii, (20, 4)).contains("down"));
    }

    #[test]
    fn any_size_and_any_dot_is_drawn() {
        for width in 0..40 {
            for height in 0..6 {
                for dot in [None, Some(0), Some(4_000), Some(6_000), Some(u64::MAX)] {
                    drawn(dot, Glyphs::Blocks, (width, height));
                }
            }
        }
    }
}

//! A ground whose colours change from row to row, and ink that follows them.
//!
//! The flood, the iris and the strips at the edges are all the same thing: each row has one paint, or two with a border
//! between them at an eighth of the row. Everything written on a surface takes its ink from the place where it stands.

use super::big::{Grain, Ink, Rasters, Size};
use crate::ui::theme::{Glyphs, Paint, Water};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Modifier, Style},
};
use std::ops::Range;

/// Eighths of a row.
pub const EIGHTHS: u16 = 8;

/// Blocks that fill a cell from below, by eighths.
const RISING: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The block that fills this many eighths of a cell from below.
pub(super) fn rising(eighths: u16) -> &'static str {
    RISING.get(usize::from(eighths)).copied().unwrap_or("█")
}

/// The colours of one row.
#[derive(Clone, Copy, Debug)]
struct Row {
    upper: Paint,
    lower: Paint,
    /// How many eighths the upper paint takes: 0 to 8.
    border: u16,
}

impl Row {
    fn uniform(paint: Paint) -> Self {
        Self {
            upper: paint,
            lower: paint,
            border: EIGHTHS,
        }
    }

    /// The paint that most of the row has.
    fn main(&self) -> Paint {
        if self.border >= EIGHTHS / 2 {
            self.upper
        } else {
            self.lower
        }
    }

    /// The paints of the two halves, for cells in which ink and border meet: such a cell can show two colours only, so the
    /// border moves to the nearest half.
    fn halves(&self) -> (Paint, Paint) {
        match self.border {
            0..=1 => (self.lower, self.lower),
            2..=6 => (self.upper, self.lower),
            _ => (self.upper, self.upper),
        }
    }
}

/// Which part of an area is under water, in eighths of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// From the bottom up to this height.
    Flood(u16),
    /// A band round the middle, this far to either side.
    Iris(u16),
}

impl Level {
    /// The rows of a screen of this height in which water at one level and at another can look different.
    pub fn rows_between(self, other: Self, height: u16) -> Range<u16> {
        let bottom = height.saturating_mul(EIGHTHS);
        let (from, to) = match (self, other) {
            (Self::Flood(one), Self::Flood(two)) => (
                bottom.saturating_sub(one.max(two)),
                bottom.saturating_sub(one.min(two)),
            ),
            (Self::Iris(one), Self::Iris(two)) => {
                let (middle, half) = (bottom / 2, one.max(two));
                (middle.saturating_sub(half), middle.saturating_add(half))
            }
            (Self::Flood(_), Self::Iris(_)) | (Self::Iris(_), Self::Flood(_)) => (0, bottom),
        };
        // The edge of a bar that is a row shorter than the screen is up to a row higher, and a rim reaches a row down.
        (from / EIGHTHS).saturating_sub(1)..(to / EIGHTHS + 2).min(height)
    }
}

/// A ground to write on.
#[derive(Clone, Debug)]
pub struct Surface {
    area: Rect,
    rows: Vec<Row>,
    /// What is behind the water.
    back: Paint,
    glyphs: Glyphs,
}

impl Surface {
    /// A ground of one paint.
    pub fn plain(area: Rect, paint: Paint, glyphs: Glyphs) -> Self {
        Self {
            area,
            rows: vec![Row::uniform(paint); usize::from(area.height)],
            back: paint,
            glyphs,
        }
    }

    /// A ground that is partly under water.
    pub fn flooded(area: Rect, water: Water, level: Level, glyphs: Glyphs) -> Self {
        let mut surface = Self::plain(area, water.back, glyphs);
        let height = u32::from(area.height) * u32::from(EIGHTHS);
        let (from, to) = match level {
            Level::Flood(level) => (height.saturating_sub(u32::from(level)), height),
            Level::Iris(half) => {
                let half = u32::from(half).min(height / 2);
                // Half a row is the thinnest band: below it a single row would need three colours.
                let half = if half < 2 { 0 } else { half };
                (height / 2 - half, height.div_ceil(2) + half)
            }
        };
        let (from, to) = if from % 8 != 0 && from / 8 == to / 8 {
            (from / 8 * 8, from / 8 * 8 + 8)
        } else {
            (from, to)
        };
        if let Some(rim) = water.rim {
            // In half rows: a thin line is crossed by big letters, and a cell shows two colours only.
            let (from, to, thickness) = (from / 4 * 4, to.div_ceil(4) * 4, u32::from(EIGHTHS));
            surface.band(from, to, rim);
            if to - from > 2 * thickness {
                surface.band(from + thickness, to - thickness, water.fill);
            }
        } else {
            surface.band(from, to, water.fill);
        }
        surface
    }

    /// Paints from one height to another, both in eighths of a row from the top.
    fn band(&mut self, from: u32, to: u32, paint: Paint) {
        let eighths = u32::from(EIGHTHS);
        for (row, top) in self
            .rows
            .iter_mut()
            .zip((0..).step_by(usize::from(EIGHTHS)))
        {
            let border =
                |at: u32| u16::try_from(at.saturating_sub(top).min(eighths)).unwrap_or(EIGHTHS);
            match (border(from), border(to)) {
                (0, EIGHTHS) => *row = Row::uniform(paint),
                (EIGHTHS, _) | (_, 0) => {}
                (0, end) => {
                    *row = Row {
                        upper: paint,
                        lower: row.lower,
                        border: end,
                    }
                }
                (start, _) => {
                    *row = Row {
                        upper: row.upper,
                        lower: paint,
                        border: start,
                    }
                }
            }
        }
    }

    /// Paints whole rows, counted from the top of the area.
    pub fn strip(&mut self, rows: Range<u16>, paint: Paint) {
        self.band(u32::from(rows.start) * 8, u32::from(rows.end) * 8, paint);
    }

    /// What this surface is drawn with.
    pub fn glyphs(&self) -> Glyphs {
        self.glyphs
    }

    /// How fine big letters are on this surface.
    pub fn grain(&self) -> Grain {
        match self.glyphs {
            Glyphs::Blocks => Grain::Half,
            Glyphs::Ascii => Grain::Whole,
        }
    }

    fn row(&self, y: u16) -> Option<&Row> {
        self.rows.get(usize::from(y.checked_sub(self.area.y)?))
    }

    /// The paint that text in a row gets.
    pub fn paint_at(&self, y: u16) -> Option<Paint> {
        let paint = self.row(y)?.main();
        Some(if paint.is_legible() { paint } else { self.back })
    }

    /// Draws the ground itself.
    pub fn draw(&self, buf: &mut Buffer) {
        let area = self.area.intersection(buf.area);
        for y in area.top()..area.bottom() {
            let Some(row) = self.row(y) else { continue };
            let (symbol, style) = self.ground(row);
            let mut cell = Cell::new(symbol);
            cell.set_style(style);
            let start = buf.index_of(area.left(), y);
            // A whole row at once: the ground is most of what a frame costs.
            if let Some(cells) = buf.content.get_mut(start..start + usize::from(area.width)) {
                cells.fill(cell);
            }
        }
    }

    fn ground(&self, row: &Row) -> (&'static str, Style) {
        if self.glyphs == Glyphs::Ascii {
            return ascii_ground(row, self.back);
        }
        if row.border >= EIGHTHS || row.upper == row.lower {
            return (" ", row.upper.style());
        }
        let symbol = rising(EIGHTHS - row.border);
        (symbol, row.lower.over(row.upper))
    }

    /// Writes a line of small text, cut at the right edge. Where the ground has a border in this row, the cells under the
    /// text take the paint that most of the row has.
    pub fn text(&self, buf: &mut Buffer, x: u16, y: u16, text: &str, modifier: Modifier) {
        let Some(paint) = self.paint_at(y) else {
            return;
        };
        let text = super::text::shown(text, self.glyphs);
        let area = self.area.intersection(buf.area);
        if area.contains((x, y).into()) {
            let room = usize::from(area.right() - x);
            buf.set_stringn(x, y, text, room, paint.style().add_modifier(modifier));
        }
    }

    /// Writes big text with its top left corner at a place.
    pub fn big(
        &self,
        buf: &mut Buffer,
        rasters: &mut Rasters,
        (x, y): (u16, u16),
        text: &str,
        size: Size,
    ) {
        let grain = if self.glyphs == Glyphs::Ascii {
            Grain::Whole
        } else {
            Grain::Half
        };
        let rows = buf.area.top().saturating_sub(y)..buf.area.bottom().saturating_sub(y);
        rasters.each(text, size, grain, |offset, raster| {
            for (column, row, ink) in raster.cells(rows.clone()) {
                self.block(
                    buf,
                    x.saturating_add(offset).saturating_add(column),
                    y.saturating_add(row),
                    ink,
                );
            }
        });
    }

    /// Inks one cell.
    pub fn block(&self, buf: &mut Buffer, x: u16, y: u16, ink: Ink) {
        let Some(row) = self.row(y) else { return };
        if ink.is_empty() || !self.area.contains((x, y).into()) {
            return;
        }
        let (symbol, style) = if self.glyphs == Glyphs::Ascii {
            ("#", row.main().style())
        } else {
            inked(row, ink)
        };
        put(buf, x, y, symbol, style);
    }
}

/// A cell with ink in it: full cells are spaces, which show no seams and are cheap to send.
fn inked(row: &Row, ink: Ink) -> (&'static str, Style) {
    let (upper, lower) = row.halves();
    match (ink.upper, ink.lower) {
        (true, true) if upper.ink == lower.ink || row.border == 0 || row.border >= EIGHTHS => {
            (" ", row.main().solid())
        }
        (true, true) => {
            let symbol = rising(EIGHTHS - row.border);
            (symbol, Style::new().fg(row.lower.ink).bg(row.upper.ink))
        }
        (true, false) => ("▀", Style::new().fg(upper.ink).bg(lower.ground)),
        (false, _) => ("▄", Style::new().fg(lower.ink).bg(upper.ground)),
    }
}

/// The ground in ASCII: water is made of `#`, and its edge of what comes nearest.
fn ascii_ground(row: &Row, back: Paint) -> (&'static str, Style) {
    let symbol = match (row.upper.flooded, row.lower.flooded, row.border) {
        (true, true, _) | (true, false, 6..) | (false, true, ..=2) => "#",
        (false, true, 3..=5) => "=",
        (false, true, 6..=7) => "_",
        (true, false, 3..=5) => "\"",
        _ => " ",
    };
    let water = if row.upper.flooded {
        row.upper
    } else {
        row.lower
    };
    (symbol, Style::new().fg(water.ground).bg(back.ground))
}

fn put(buf: &mut Buffer, x: u16, y: u16, symbol: &'static str, style: Style) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.reset();
        cell.set_symbol(symbol).set_style(style);
    }
}

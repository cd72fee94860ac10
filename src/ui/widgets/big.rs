//! Big letters: strokes turned into block elements, once for each glyph and size.
//!
//! Rasterising costs far more than drawing a frame, so the results outlive the frame in [`Rasters`].

use super::strokes::{self, Glyph, Stroke};
use std::collections::HashMap;
use std::ops::Range;

/// How a cell is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grain {
    /// Two half blocks, about square.
    Half,
    /// Not at all.
    Whole,
}

impl Grain {
    fn per_row(self) -> u16 {
        match self {
            Self::Half => 2,
            Self::Whole => 1,
        }
    }

    /// The rows below which letters cannot be told apart.
    fn least_height(self) -> u16 {
        match self {
            Self::Half => 3,
            Self::Whole => 5,
        }
    }
}

/// The size of big text: each glyph's box is this high, and an ordinary glyph this wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// Columns of an ordinary glyph.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The size whose glyphs are `height` rows high, in the proportions of the font: five to seven squares of half a row.
    pub fn of_height(height: u16) -> Self {
        Self {
            width: height.saturating_mul(10).div_ceil(7),
            height,
        }
    }

    /// The largest size in which `text` fits into an area, or nothing where even the smallest does not. Letters become
    /// narrower before they become lower: from afar, height is what counts.
    pub fn fitting(text: &str, width: u16, height: u16, grain: Grain) -> Option<Self> {
        // Looked up once, as this is asked for each frame.
        let glyphs: Vec<Glyph> = text.chars().map(strokes::glyph).collect::<Option<_>>()?;
        let fits = |size: &Self| size.width_of_all(&glyphs) <= width;
        (grain.least_height()..=height).rev().find_map(|height| {
            let narrowest = Self {
                width: Self::narrowest(height),
                height,
            };
            // Most heights are ruled out by their narrowest letters.
            fits(&narrowest).then_some(())?;
            let natural = Self::of_height(height).width;
            (narrowest.width..=natural)
                .rev()
                .map(|width| Self { width, height })
                .find(fits)
        })
    }

    /// The smallest size that can be read.
    pub fn least(grain: Grain) -> Self {
        let height = grain.least_height();
        Self {
            width: Self::narrowest(height),
            height,
        }
    }

    fn narrowest(height: u16) -> u16 {
        let share = if height <= 3 { 0.6 } else { 0.7 };
        nearest(f32::from(Self::of_height(height).width) * share)
    }

    /// The gap between two glyphs.
    fn gap(self) -> u16 {
        (self.width / 5).max(1)
    }

    fn width_of_glyph(self, glyph: Glyph) -> u16 {
        nearest(f32::from(self.width) * glyph.width).max(glyph.least)
    }

    /// The columns that `text` takes; nothing where a character has no glyph.
    pub fn width_of(self, text: &str) -> Option<u16> {
        let glyphs: Vec<Glyph> = text.chars().map(strokes::glyph).collect::<Option<_>>()?;
        Some(self.width_of_all(&glyphs))
    }

    fn width_of_all(self, glyphs: &[Glyph]) -> u16 {
        let widths = glyphs
            .iter()
            .map(|glyph| self.width_of_glyph(*glyph).saturating_add(self.gap()));
        widths
            .fold(0_u16, u16::saturating_add)
            .saturating_sub(self.gap())
    }
}

/// Which parts of a cell are inked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    /// The upper half.
    pub upper: bool,
    /// The lower half.
    pub lower: bool,
}

impl Ink {
    /// Whether nothing is inked.
    pub fn is_empty(self) -> bool {
        !self.upper && !self.lower
    }
}

/// A drawn glyph.
#[derive(Clone, Debug)]
pub struct Raster {
    width: u16,
    cells: Vec<Ink>,
}

impl Raster {
    /// The inked cells of some rows, as column, row and ink.
    pub fn cells(&self, rows: Range<u16>) -> impl Iterator<Item = (u16, u16, Ink)> + '_ {
        let width = usize::from(self.width.max(1));
        self.cells
            .chunks(width)
            .zip(0_u16..)
            .take(rows.end.into())
            .skip(rows.start.into())
            .flat_map(|(row, y)| row.iter().zip(0_u16..).map(move |(ink, x)| (x, y, *ink)))
            .filter(|(_, _, ink)| !ink.is_empty())
    }
}

/// Every glyph drawn so far.
#[derive(Debug, Default)]
pub struct Rasters {
    drawn: HashMap<(char, Size, Grain), Raster>,
}

impl Rasters {
    /// More than any two screen sizes need; past it a resize storm starts afresh rather than growing for ever.
    const MOST: usize = 512;

    /// Nothing drawn yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The columns and glyphs of `text` at a size, from the left. Characters without a glyph leave no trace.
    pub fn each(
        &mut self,
        text: &str,
        size: Size,
        grain: Grain,
        mut draw: impl FnMut(u16, &Raster),
    ) {
        let mut x = 0_u16;
        for symbol in text.chars() {
            let Some(width) = strokes::glyph(symbol).map(|glyph| size.width_of_glyph(glyph)) else {
                continue;
            };
            draw(x, self.glyph(symbol, width, size, grain));
            x = x.saturating_add(width).saturating_add(size.gap());
        }
    }

    fn glyph(&mut self, symbol: char, width: u16, size: Size, grain: Grain) -> &Raster {
        if self.drawn.len() >= Self::MOST {
            self.drawn.clear();
        }
        self.drawn
            .entry((symbol, size, grain))
            .or_insert_with(|| rasterise(symbol, width, size, grain))
    }
}

/// The pixels of one glyph while it is drawn.
struct Plate {
    width: u16,
    height: u16,
    /// The pen's width and height in pixels.
    pen: (f32, f32),
    inked: Vec<bool>,
}

fn rasterise(symbol: char, width: u16, size: Size, grain: Grain) -> Raster {
    let height = size.height * grain.per_row();
    let weight = stroke_weight(size);
    let pen = match grain {
        Grain::Half => (f32::from(weight), f32::from(weight)),
        Grain::Whole => (f32::from(weight), f32::from(weight.div_ceil(2))),
    };
    let mut plate = Plate {
        width,
        height,
        pen,
        inked: vec![false; usize::from(width) * usize::from(height)],
    };
    for stroke in strokes::glyph(symbol).map_or(&[] as &[Stroke], |glyph| glyph.strokes) {
        plate.draw(*stroke);
    }
    plate.into_raster(grain)
}

/// The pen's width in pixels. Thick strokes are seen from afar; the counters of 8 and E have to stay open.
fn stroke_weight(size: Size) -> u16 {
    let by_width = f32::from(size.width) * 0.26;
    let by_height = f32::from(size.height * 2) * 0.2;
    nearest(by_width.min(by_height)).max(1)
}

impl Plate {
    /// From the font's box to pixels: the pen's edge touches the plate's edge.
    fn place(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let (pen_width, pen_height) = self.pen;
        (
            pen_width / 2.0 + x * (f32::from(self.width) - pen_width),
            pen_height / 2.0 + y / strokes::HEIGHT * (f32::from(self.height) - pen_height),
        )
    }

    fn draw(&mut self, stroke: Stroke) {
        if let Stroke::Wedge(base, tip) = stroke {
            return self.wedge(base, tip);
        }
        let corners = stroke.corners();
        for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
            self.line(self.place(*from), self.place(*to));
        }
    }

    /// Inks every pixel whose centre is within half a pen of the line. Only the pixels round the line are asked.
    fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        // A hair towards the top left, so that a pen of an odd width on an even plate inks exactly its own width.
        const BIAS: f32 = 0.01;
        let (pen_width, pen_height) = self.pen;
        let scale = |(x, y): (f32, f32)| ((x - BIAS) / pen_width, (y - BIAS) / pen_height);
        let ((x0, y0), (x1, y1)) = (scale(from), scale(to));
        let (dx, dy) = (x1 - x0, y1 - y0);
        let length = (dx * dx + dy * dy).max(f32::EPSILON);
        // Round dots would vanish between the pixels of small sizes.
        let is_dot = length <= f32::EPSILON;
        for y in rows(
            from.1.min(to.1) - pen_height,
            from.1.max(to.1) + pen_height,
            self.height,
        ) {
            for x in rows(
                from.0.min(to.0) - pen_width,
                from.0.max(to.0) + pen_width,
                self.width,
            ) {
                let (px, py) = (
                    (f32::from(x) + 0.5) / pen_width,
                    (f32::from(y) + 0.5) / pen_height,
                );
                let along = (((px - x0) * dx + (py - y0) * dy) / length).clamp(0.0, 1.0);
                let (off_x, off_y) = (px - x0 - along * dx, py - y0 - along * dy);
                let is_within = if is_dot {
                    off_x.abs().max(off_y.abs()) <= 0.5
                } else {
                    off_x * off_x + off_y * off_y <= 0.25
                };
                if is_within {
                    self.ink(x, y);
                }
            }
        }
    }

    fn wedge(&mut self, base: f32, tip: f32) {
        let (base, tip) = (
            base / strokes::HEIGHT * f32::from(self.height),
            tip / strokes::HEIGHT * f32::from(self.height),
        );
        let middle = f32::from(self.width) / 2.0;
        for y in rows(base.min(tip), base.max(tip), self.height) {
            let share = (f32::from(y) + 0.5 - tip) / (base - tip);
            for x in 0..self.width {
                if (0.0..=1.0).contains(&share)
                    && (f32::from(x) + 0.5 - middle).abs() <= middle * share
                {
                    self.ink(x, y);
                }
            }
        }
    }

    fn ink(&mut self, x: u16, y: u16) {
        let index = usize::from(y) * usize::from(self.width) + usize::from(x);
        if let Some(pixel) = self.inked.get_mut(index) {
            *pixel = true;
        }
    }

    fn into_raster(self, grain: Grain) -> Raster {
        let width = usize::from(self.width.max(1));
        let rows: Vec<&[bool]> = self.inked.chunks(width).collect();
        let cells = rows
            .chunks(usize::from(grain.per_row()))
            .flat_map(|pair| {
                let upper = pair.first().copied().unwrap_or_default();
                let lower = pair.last().copied().unwrap_or_default();
                upper.iter().zip(lower).map(|(upper, lower)| Ink {
                    upper: *upper,
                    lower: *lower,
                })
            })
            .collect();
        Raster {
            width: self.width,
            cells,
        }
    }
}

/// The whole pixels from one place to another, as far as the plate goes.
fn rows(from: f32, to: f32, end: u16) -> Range<u16> {
    nearest(from.floor())..nearest(to.ceil()).min(end)
}

/// The nearest whole number of pixels, none below zero.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what u16 holds"
)]
fn nearest(pixels: f32) -> u16 {
    pixels.round().clamp(0.0, f32::from(u16::MAX)) as u16
}

#[cfg(test)]
mod tests {
    use super::{Grain, Ink, Rasters, Size};
    use std::collections::HashSet;

    /// The inked half cells.
    fn dots(symbol: char, size: Size) -> HashSet<(u16, u16)> {
        let mut dots = HashSet::new();
        Rasters::new().each(&symbol.to_string(), size, Grain::Half, |_, raster| {
            for (x, y, Ink { upper, lower }) in raster.cells(0..u16::MAX) {
                dots.extend(upper.then_some((x, 2 * y)));
                dots.extend(lower.then_some((x, 2 * y + 1)));
            }
        });
        dots
    }

    #[test]
    fn every_letter_of_every_word_has_a_glyph() {
        for word in [
            "▼ DOWN",
            "▲ UP!",
            "HOLD",
            "RESET",
            "REST",
            "RETURN",
            "PULL",
            "PUSH",
            "READY",
            "DONE",
            "PAUSED",
            "PAUSING",
            "SWITCH",
            "LEFT",
            "RIGHT",
            "NEXT",
            "GO",
            "CHANGE",
            "BREAK",
            "BEAT",
            "0123456789:/",
        ] {
            assert!(Size::of_height(5).width_of(word).is_some(), "{word}");
        }
        assert_eq!(Size::of_height(5).width_of("é"), None);
    }

    #[test]
    fn digits_differ_at_every_size() {
        for height in 3..=24 {
            let size = Size::of_height(height);
            let digits: Vec<_> = ('0'..='9').map(|digit| dots(digit, size)).collect();
            for (one, dots) in digits.iter().enumerate() {
                for (other, others) in digits.iter().enumerate().skip(one + 1) {
                    let apart = dots.symmetric_difference(others).count();
                    assert!(
                        apart * 14 >= dots.len().max(others.len()),
                        "{one} and {other} at {height}: {apart}"
                    );
                }
            }
        }
    }

    #[test]
    fn letters_keep_within_their_box_and_touch_its_edges() {
        for height in 3..=40 {
            let size = Size::of_height(height);
            for letter in "0DHOU".chars() {
                let dots = dots(letter, size);
                let (width, rows) = (size.width_of(&letter.to_string()).unwrap_or(0), 2 * height);
                assert!(
                    dots.iter().all(|(x, y)| *x < width && *y < rows),
                    "{letter} at {height}"
                );
                for edge in [
                    dots.iter().any(|(x, _)| *x == 0),
                    dots.iter().any(|(x, _)| x + 1 == width),
                ] {
                    assert!(edge, "{letter} at {height} does not fill its box");
                }
            }
        }
    }

    #[test]
    fn what_fits_is_as_large_as_can_be() {
        for (width, height) in [(80, 24), (40, 5), (14, 3), (200, 60)] {
            let size = Size::fitting("DOWN", width, height, Grain::Half);
            let Some(size) = size else { continue };
            assert!(
                size.width_of("DOWN").is_some_and(|needed| needed <= width)
                    && size.height <= height
            );
        }
        assert_eq!(Size::fitting("DOWN", 12, 24, Grain::Half), None);
        assert_eq!(Size::fitting("4", 80, 2, Grain::Half), None);
    }
}

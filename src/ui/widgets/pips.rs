//! Reps as pips across the width: how far the set has come, seen without reading.
//!
//! Done, current and to come differ in shape: a block, an empty box, and a line on the ground. Colour would not do.

use super::{big::Ink, surface::Surface};
use crate::ui::theme::Glyphs;
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// Rows of a pip.
pub const HEIGHT: u16 = 2;

/// How the pips share a width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spacing {
    pip: u16,
    gap: u16,
    margin: u16,
}

/// How many of something there are, and how many are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pips {
    /// How many there are.
    pub of: u32,
    /// How many are done.
    pub done: u32,
    /// Whether the next one is under way.
    pub under_way: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Done,
    Current,
    ToCome,
}

impl Pips {
    /// The widest pips with a gap between each two, or nothing where they would be less than two columns wide: a single
    /// column cannot show an empty box.
    fn spacing(self, width: u16) -> Option<Spacing> {
        let count = u16::try_from(self.of).ok().filter(|count| *count > 0)?;
        let pitch = (width.checked_add(1)? / count).min(32);
        // Wide pips need wider gaps, or their sum is hard to tell from the whole.
        let gap = if pitch >= 12 { 2 } else { 1 };
        let pip = pitch.checked_sub(gap).filter(|pip| *pip >= 2)?;
        let used = pitch.saturating_mul(count) - gap;
        Some(Spacing {
            pip,
            gap,
            margin: width.saturating_sub(used) / 2,
        })
    }

    /// Whether the pips fit into a width.
    pub fn fit(self, width: u16) -> bool {
        self.spacing(width).is_some()
    }

    /// Draws the pips into the first two rows of an area; nothing where they do not fit.
    pub fn draw(self, surface: &Surface, area: Rect, buf: &mut Buffer) {
        let Some(spacing) = self.spacing(area.width) else {
            return;
        };
        let mut x = area.x.saturating_add(spacing.margin);
        for index in 0..self.of {
            let shape = match index {
                index if index < self.done => Shape::Done,
                index if index == self.done && self.under_way => Shape::Current,
                _ => Shape::ToCome,
            };
            shape.draw(
                surface,
                Rect {
                    x,
                    width: spacing.pip,
                    height: HEIGHT,
                    ..area
                },
                buf,
            );
            x = x.saturating_add(spacing.pip + spacing.gap);
        }
    }
}

impl Shape {
    fn draw(self, surface: &Surface, area: Rect, buf: &mut Buffer) {
        match surface.glyphs() {
            Glyphs::Blocks => self.draw_blocks(surface, area, buf),
            Glyphs::Ascii => self.draw_ascii(surface, area, buf),
        }
    }

    fn draw_ascii(self, surface: &Surface, area: Rect, buf: &mut Buffer) {
        let inner = usize::from(area.width.saturating_sub(2));
        let (upper, lower) = match self {
            Self::Done => ("#".repeat(inner + 2), "#".repeat(inner + 2)),
            Self::Current => (
                format!("[{}]", " ".repeat(inner)),
                format!("[{}]", "_".repeat(inner)),
            ),
            Self::ToCome => (String::new(), "_".repeat(inner + 2)),
        };
        surface.text(buf, area.x, area.y, &upper, Modifier::empty());
        surface.text(
            buf,
            area.x,
            area.y.saturating_add(1),
            &lower,
            Modifier::empty(),
        );
    }

    fn draw_blocks(self, surface: &Surface, area: Rect, buf: &mut Buffer) {
        for x in area.left()..area.right() {
            // A box that is all wall would look done.
            let is_wall = area.width > 2 && (x == area.left() || x + 1 == area.right());
            for (y, lower) in [(area.y, false), (area.y.saturating_add(1), true)] {
                let ink = match self {
                    Self::Done => Ink {
                        upper: true,
                        lower: true,
                    },
                    Self::Current => Ink {
                        upper: !lower || is_wall,
                        lower: lower || is_wall,
                    },
                    Self::ToCome => Ink {
                        upper: false,
                        lower,
                    },
                };
                surface.block(buf, x, y, ink);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, Pips};
    use crate::ui::theme::{Depth, Glyphs, Light, Theme};
    use crate::ui::widgets::surface::Surface;
    use ratatui::{buffer::Buffer, layout::Rect};
    use std::collections::HashSet;

    #[test]
    fn done_current_and_to_come_differ_without_colours() {
        for glyphs in [Glyphs::Blocks, Glyphs::Ascii] {
            let theme = Theme {
                light: Light::Day,
                depth: Depth::None,
                glyphs,
            };
            for width in [8, 11, 40, 200] {
                let area = Rect::new(0, 0, width, HEIGHT);
                let mut buffer = Buffer::empty(area);
                let surface = Surface::plain(area, theme.page(), glyphs);
                surface.draw(&mut buffer);
                let pips = Pips {
                    of: 3,
                    done: 1,
                    under_way: true,
                };
                pips.draw(&surface, area, &mut buffer);
                let spacing = pips.spacing(width).expect("three pips fit");
                let shape = |index: u16| {
                    let left = spacing.margin + index * (spacing.pip + spacing.gap);
                    let columns = left..left + spacing.pip;
                    columns
                        .map(|x| [buffer[(x, 0)].clone(), buffer[(x, 1)].clone()])
                        .collect::<Vec<_>>()
                };
                let shapes: HashSet<_> = (0..3).map(shape).collect();
                assert_eq!(shapes.len(), 3, "{glyphs:?} {width}");
            }
        }
    }

    #[test]
    fn pips_that_do_not_fit_are_not_drawn() {
        let fit = |of, width| {
            Pips {
                of,
                done: 0,
                under_way: false,
            }
            .fit(width)
        };
        assert!(
            fit(13, 38)
                && fit(8, 38)
                && !fit(14, 38)
                && !fit(0, 38)
                && !fit(u32::MAX, 500)
                && !fit(1, 0)
        );
    }
}

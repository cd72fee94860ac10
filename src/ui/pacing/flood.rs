//! FLOOD: the whole screen is the bar. At the edge of sight it shows half as much motion again as a bar at the side.

use super::{
    Motion, Next, Picture,
    arrangement::Arrangement,
    content::{Grounds, Pen},
};
use crate::ui::theme::{Depth, Theme};
use crate::ui::widgets::{big::Rasters, surface::Surface};
use ratatui::{buffer::Buffer, layout::Rect};

/// Draws the water over the whole area, and everything else in the ink that the water leaves.
pub(super) fn draw(
    picture: &Picture,
    theme: Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut surface =
        Surface::flooded(area, theme.water(picture.tone), picture.level, theme.glyphs);
    if let Some(next) = picture.next {
        announce(&mut surface, next, theme, area);
    }
    surface.draw(buf);
    let grounds = Grounds {
        text: &surface,
        word: &surface,
    };
    Pen {
        picture,
        grounds,
        rasters,
        buf,
    }
    .write(Arrangement::of(area), area, 0);
}

/// A strip in the next phase's colour, at the edge that the next motion goes to. Where nothing will move, the water is going
/// to close from both edges, and so both announce it.
pub(super) fn announce(surface: &mut Surface, next: Next, theme: Theme, area: Rect) {
    if theme.depth == Depth::None {
        // Without colours it could not be told from water; the word in the header or the footer has to do.
        return;
    }
    let paint = theme.water(next.tone).strip();
    let thickness = (area.height / 16).max(1);
    if matches!(next.motion, Motion::Rising | Motion::Still) {
        surface.strip(0..thickness, paint);
    }
    if matches!(next.motion, Motion::Falling | Motion::Still) {
        surface.strip(area.height.saturating_sub(thickness)..area.height, paint);
    }
}

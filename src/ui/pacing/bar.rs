//! BAR: a bar at the left, everything else beside it. A step changes one row of the bar and nothing else, and it needs no
//! colours, so it is what slow links, `NO_COLOR` and ASCII get.

use super::{
    Level, Picture,
    arrangement::Arrangement,
    content::{Grounds, Pen},
    flood,
};
use crate::ui::theme::Theme;
use crate::ui::widgets::{big::Rasters, surface::Surface};
use ratatui::{buffer::Buffer, layout::Rect};

/// Draws the bar and what stands beside it.
pub(super) fn draw(
    picture: &Picture,
    theme: Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    let page = Surface::plain(area, theme.bare_page(), theme.glyphs);
    page.draw(buf);
    let arrangement = Arrangement::of(area);
    let width = match (arrangement, area.width) {
        (Arrangement::Line, _) => 0,
        (_, ..60) => area.width / 5,
        _ => (area.width / 4).min(80),
    };
    let bar = match arrangement {
        // The counters need the whole width there.
        Arrangement::Beside => Rect {
            width,
            height: area.height.saturating_sub(1),
            ..area
        },
        _ => Rect { width, ..area },
    };
    let mut water = theme.water(picture.tone);
    if theme.bare_page() != theme.page() {
        water.back = theme.bare_page();
    }
    let level = scaled(picture.level, bar.height, area.height);
    let mut surface = Surface::flooded(bar, water, level, theme.glyphs);
    if let Some(next) = picture.next {
        flood::announce(&mut surface, next, theme, bar);
    }
    surface.draw(buf);
    let word = Surface::plain(area, theme.phase_on_page(picture.tone), theme.glyphs);
    let grounds = Grounds {
        text: &page,
        word: &word,
    };
    Pen {
        picture,
        grounds,
        rasters,
        buf,
    }
    .write(arrangement, area, width);
}

/// A level that counts in the rows of the screen, in the rows of the bar.
fn scaled(level: Level, rows: u16, of: u16) -> Level {
    let scale = |level: u16| {
        let (level, rows, of) = (u32::from(level), u32::from(rows), u32::from(of.max(1)));
        u16::try_from((level * rows).div_ceil(of)).unwrap_or(u16::MAX)
    };
    match level {
        Level::Flood(level) => Level::Flood(scale(level)),
        Level::Iris(half) => Level::Iris(scale(half)),
    }
}

//! BAR: a bar at the left, everything else beside it. A step changes one row of the bar and nothing else, and it needs no
//! colours, so it is what slow links, `NO_COLOR` and ASCII get.

use super::{
    Picture,
    content::{Arrangement, Grounds, Pen},
    flood,
};
use crate::ui::theme::Theme;
use crate::ui::widgets::{big::Rasters, surface::Surface};
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
};

/// Draws the bar and what stands beside it.
pub(super) fn draw(
    picture: &Picture,
    theme: &Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    let page = Surface::plain(area, theme.bare_page(), theme.glyphs);
    page.draw(buf);
    let arrangement = Arrangement::of(area);
    let width = match (arrangement, area.width) {
        (Arrangement::Line, _) => 0,
        (_, ..60) => area.width / 4,
        _ => (area.width / 3).min(80),
    };
    let [bar, beside] =
        Layout::horizontal([Constraint::Length(width), Constraint::Fill(1)]).areas(area);
    let mut water = theme.water(picture.tone);
    if theme.bare_page() != theme.page() {
        water.back = theme.bare_page();
    }
    let mut surface = Surface::flooded(bar, water, picture.level, theme.glyphs);
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
    .write(arrangement, beside);
}

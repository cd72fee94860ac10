//! BAR: a bar at the left, everything else beside it. A step changes one row of the bar and nothing else, and it needs no
//! colours, so it is what slow links, `NO_COLOR` and ASCII get.

use super::{Picture, content, flood};
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
    let width = if area.width >= 60 {
        area.width / 3
    } else {
        area.width / 4
    };
    let [bar, beside] =
        Layout::horizontal([Constraint::Length(width.min(80)), Constraint::Fill(1)]).areas(area);
    if area.height >= super::SMALLEST.1 && area.width >= super::SMALLEST.0 {
        let mut water = theme.water(picture.tone);
        if theme.bare_page().ink != theme.page().ink {
            water.back = theme.bare_page();
        }
        let mut surface = Surface::flooded(bar, water, picture.level, theme.glyphs);
        if let Some(next) = picture.next {
            flood::announce(&mut surface, next, theme, bar);
        }
        surface.draw(buf);
    }
    let word = Surface::plain(area, theme.phase_on_page(picture.tone), theme.glyphs);
    let grounds = content::Grounds {
        text: &page,
        word: &word,
    };
    let room = if area.height < super::SMALLEST.1 || area.width < super::SMALLEST.0 {
        area
    } else {
        beside
    };
    content::draw(picture, grounds, rasters, room, buf);
}

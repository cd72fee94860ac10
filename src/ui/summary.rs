//! The summary.
use super::theme::Theme;
use super::widgets::big::Rasters;
use crate::app::App;
use crate::app::summary::Summary;
use ratatui::{buffer::Buffer, layout::Rect};

/// Draws it.
pub fn draw(
    _app: &App,
    summary: &Summary,
    _theme: &Theme,
    _rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    for (y, line) in (area.y..area.bottom()).zip(summary.text().lines()) {
        buf.set_stringn(
            area.x,
            y,
            line,
            usize::from(area.width),
            ratatui::style::Style::new(),
        );
    }
}

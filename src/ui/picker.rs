//! The picker.
use super::theme::Theme;
use super::widgets::big::Rasters;
use crate::app::App;
use ratatui::{buffer::Buffer, layout::Rect};
use std::time::Duration;

/// What moves in the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preview {
    step: u32,
}

/// What can be seen of the preview at the app's moment.
pub fn preview(_app: &App, _area: Rect) -> Preview {
    Preview { step: 0 }
}

/// The next moment at which the preview differs.
pub fn next_change(_app: &App, _area: Rect, _per_second: u8) -> Option<Duration> {
    None
}

/// Draws it.
pub fn draw(app: &App, _theme: &Theme, _rasters: &mut Rasters, area: Rect, buf: &mut Buffer) {
    for (y, (index, entry)) in (area.y..area.bottom()).zip(app.picker.entries.iter().enumerate()) {
        let cursor = if index == app.picker.selected {
            ">"
        } else {
            " "
        };
        let name = entry.preset().map_or("?", |preset| preset.name.as_str());
        let line = format!("{cursor} {name}");
        buf.set_stringn(
            area.x,
            y,
            line,
            usize::from(area.width),
            ratatui::style::Style::new(),
        );
    }
}

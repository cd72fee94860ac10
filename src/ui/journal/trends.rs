//! The tab "Trends".

use crate::app::App;
use crate::app::journal::trends::Trends;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it.
pub(super) fn draw(_app: &App, _shown: &Trends, _theme: Theme, _area: Rect, _buf: &mut Buffer) {}

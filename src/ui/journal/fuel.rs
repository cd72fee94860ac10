//! The tab "Fuel".

use crate::app::App;
use crate::app::journal::fuel::Fuel;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it.
pub(super) fn draw(_app: &App, _shown: &Fuel, _theme: Theme, _area: Rect, _buf: &mut Buffer) {}

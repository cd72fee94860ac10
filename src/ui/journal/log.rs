//! The tab "Log".

use crate::app::App;
use crate::app::journal::log::Log;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it.
pub(super) fn draw(_app: &App, _shown: &Log, _theme: Theme, _area: Rect, _buf: &mut Buffer) {}

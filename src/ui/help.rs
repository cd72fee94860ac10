//! The help: all keys.
use super::theme::Theme;
use crate::app::App;
use ratatui::{buffer::Buffer, layout::Rect};

/// Draws it.
pub fn draw(_app: &App, _theme: &Theme, _area: Rect, _buf: &mut Buffer) {}

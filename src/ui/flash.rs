//! The flash: the whole screen in one colour, for so short a time that nothing on it is missed.

use super::theme::Theme;
use ratatui::buffer::Buffer;

/// Draws it, over whatever rows there are.
pub(super) fn draw(theme: Theme, buf: &mut Buffer) {
    buf.reset();
    buf.set_style(buf.area, theme.flash().style());
}

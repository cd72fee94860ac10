//! A page to write on in large and small letters: what the screens that stand still have in common.

use super::theme::{Role, Theme};
use super::widgets::big::{Rasters, Size};
use super::widgets::surface::Surface;
use super::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What there is to write on and with.
pub(super) struct Sheet<'a> {
    pub(super) theme: Theme,
    pub(super) rasters: &'a mut Rasters,
    pub(super) buf: &'a mut Buffer,
}

impl Sheet<'_> {
    /// Words in the middle of an area, big where there is a size for that.
    pub(super) fn big(&mut self, ground: &Surface, words: &str, size: Option<Size>, area: Rect) {
        let width = size.and_then(|size| size.width_of(words));
        if let (Some(size), Some(width)) = (size, width) {
            let x = area.x + area.width.saturating_sub(width) / 2;
            ground.big(self.buf, self.rasters, (x, area.y), words, size);
        } else {
            self.centred(words, Role::Heading, area);
        }
    }

    /// Words in the middle of a row, where they fit.
    pub(super) fn centred(&mut self, words: &str, role: Role, row: Rect) {
        let words = text::shown(words, self.theme.glyphs);
        let Some(spare) = row
            .width
            .checked_sub(text::width(&words))
            .filter(|_| !row.is_empty())
        else {
            return;
        };
        let x = row.x + spare / 2;
        self.buf.set_string(x, row.y, words, self.theme.style(role));
    }
}

//! A page to write on in large and small letters: what the screens that stand still have in common.

use super::theme::{Role, Theme, Tone};
use super::widgets::big::{Rasters, Size};
use super::widgets::surface::Surface;
use super::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a screen says: in big letters, as far as there is room, and below them in small ones.
pub(super) struct Page {
    pub(super) big: Vec<String>,
    /// What stands in their place where there is no room.
    pub(super) plain: String,
    pub(super) below: Vec<String>,
}

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

    /// The small lines for which there is room beneath the words, each whole or not at all.
    pub(super) fn below(&self, page: &Page, width: u16, height: u16) -> Vec<String> {
        let wrapped = |line: &str| text::wrapped(line, width, self.theme.glyphs);
        let room = usize::from(height).saturating_sub(wrapped(&page.plain).len());
        page.below.iter().fold(Vec::new(), |mut lines, line| {
            let more = wrapped(line);
            if lines.len() + more.len() <= room {
                lines.extend(more);
            }
            lines
        })
    }

    /// The big letters, all in one size, in the middle; or the plain words where they have no room.
    pub(super) fn headline(&mut self, page: &Page, area: Rect) {
        let ground = Surface::plain(
            area,
            self.theme.phase_on_page(Tone::Lead),
            self.theme.glyphs,
        );
        let lines = u16::try_from(page.big.len()).unwrap_or(u16::MAX);
        let room = area.height.checked_div(lines).unwrap_or(0);
        // A row of air between the lines.
        let room = room.saturating_sub(u16::from(lines > 1));
        let sizes = page
            .big
            .iter()
            .map(|words| Size::fitting(words, area.width, room, ground.grain()));
        let size = sizes
            .min_by_key(|size| size.map(|size| (size.height, size.width)))
            .flatten();
        let Some(size) = size else {
            return self.plainly(page, area);
        };
        let taken = (size.height + 1) * lines - 1;
        let top = area.y + area.height.saturating_sub(taken) / 2;
        for (words, index) in page.big.iter().zip(0_u16..) {
            let row = Rect {
                y: top + index * (size.height + 1),
                height: size.height,
                ..area
            };
            self.big(&ground, words, Some(size), row);
        }
    }

    fn plainly(&mut self, page: &Page, area: Rect) {
        let lines = text::wrapped(&page.plain, area.width, self.theme.glyphs);
        let taken = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let rows = area
            .rows()
            .skip(usize::from(area.height.saturating_sub(taken) / 2));
        for (row, line) in rows.zip(&lines) {
            self.centred(line, Role::Heading, row);
        }
    }
}

/// An area less a margin at both sides, where there is room for one.
pub(super) fn inset(area: Rect) -> Rect {
    let margin = u16::from(area.width > 20);
    Rect {
        x: area.x + margin,
        width: area.width - 2 * margin,
        ..area
    }
}

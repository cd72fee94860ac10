//! What stands on the screen, and how some rows of it are drawn anew.
//!
//! ratatui's `Terminal` empties, draws and compares the whole screen for each frame. While a set is paced nearly every
//! frame moves one edge by an eighth of a row, so here whoever draws says which rows can look different, and no other
//! cell is touched: that spares a fifth of what a set costs the processor.

use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// A screen and what stands on it.
#[derive(Debug)]
pub struct Sheet<B: Backend> {
    backend: B,
    standing: Buffer,
}

impl<B: Backend> Sheet<B> {
    /// A sheet on a screen of this area, with nothing on it.
    pub fn new(backend: B, area: Rect) -> Self {
        Self {
            backend,
            standing: Buffer::empty(area),
        }
    }

    /// What stands on it.
    pub fn standing(&self) -> &Buffer {
        &self.standing
    }

    /// What it is shown through.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// What it is shown through, to be told something.
    pub fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// Draws some rows anew and shows what differs. `draw` gets these rows alone, and gets them blank.
    ///
    /// # Errors
    /// When the terminal does not take what is shown.
    pub fn draw(
        &mut self,
        rows: Range<u16>,
        draw: impl FnOnce(&mut Buffer),
    ) -> Result<(), B::Error> {
        let area = self.standing.area;
        let part = Rect {
            y: rows.start,
            height: rows.end.saturating_sub(rows.start),
            ..area
        }
        .intersection(area);
        let mut next = Buffer::empty(part);
        draw(&mut next);
        let first = usize::from(part.y - area.y) * usize::from(area.width);
        let cells = first..first + next.content.len();
        if let Some(standing) = self.standing.content.get_mut(cells) {
            let before = Buffer {
                area: part,
                content: standing.to_vec(),
            };
            self.backend.draw(before.diff_iter(&next))?;
            standing.swap_with_slice(&mut next.content);
        }
        self.backend.flush()
    }

    /// Takes everything away, whatever stands on the screen; it shows with the next rows that are drawn.
    ///
    /// # Errors
    /// When the terminal does not take it.
    pub fn clear(&mut self) -> Result<(), B::Error> {
        self.standing.reset();
        self.backend.clear()
    }

    /// Takes everything away from a screen that has another area now.
    ///
    /// # Errors
    /// When the terminal does not take it.
    pub fn resize(&mut self, area: Rect) -> Result<(), B::Error> {
        self.standing.resize(area);
        self.clear()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::backend::TestBackend;
    use ratatui::style::Style;

    const AREA: Rect = Rect::new(0, 0, 4, 3);

    /// A sheet with three lines on it.
    fn written() -> Sheet<TestBackend> {
        let mut sheet = Sheet::new(TestBackend::new(AREA.width, AREA.height), AREA);
        let lines = Buffer::with_lines(["one ", "two ", "last"]);
        let Ok(()) = sheet.draw(0..3, |buf| buf.clone_from(&lines));
        sheet
    }

    #[test]
    fn rows_that_are_drawn_anew_are_blank_before_and_the_others_stay() {
        let mut sheet = written();
        let Ok(()) = sheet.draw(1..2, |buf| {
            assert_eq!(*buf, Buffer::empty(Rect::new(0, 1, 4, 1)));
            buf.set_string(1, 1, "new", Style::new());
        });
        sheet
            .backend()
            .assert_buffer_lines(["one ", " new", "last"]);
        assert_eq!(sheet.standing(), sheet.backend().buffer());
    }

    #[test]
    fn rows_beyond_the_screen_are_none() {
        let mut sheet = written();
        let Ok(()) = sheet.draw(2..9, |buf| assert_eq!(buf.area.height, 1));
        let Ok(()) = sheet.draw(9..9, |buf| assert!(buf.area.is_empty()));
        sheet
            .backend()
            .assert_buffer_lines(["one ", "two ", "    "]);
    }

    #[test]
    fn a_sheet_that_was_cleared_or_resized_is_blank() {
        let mut sheet = written();
        let Ok(()) = sheet.clear();
        assert_eq!(*sheet.standing(), Buffer::empty(AREA));
        let area = Rect::new(0, 0, 2, 2);
        let Ok(()) = sheet.resize(area);
        assert_eq!(*sheet.standing(), Buffer::empty(area));
    }
}

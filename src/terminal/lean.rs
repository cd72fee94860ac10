//! A ratatui backend that is sparing: one buffer and one write per frame, and none where nothing changed.
//!
//! It remembers across frames which style the terminal writes in and where its cursor stands, so a level that
//! moves by an eighth of a row costs some ten bytes rather than hundreds. The size is told to it, never asked of
//! the system: call both [`Lean::set_size`] and [`Sheet::resize`](super::sheet::Sheet::resize).

mod glyph;
mod pen;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use glyph::Glyph;
pub use pen::Colours;
use pen::Pen;

/// Frames longer than this are wrapped as synchronized output, in bytes: shorter ones do not tear.
const TEARS_FROM: usize = 512;
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// How a row of equal cells is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeat {
    /// Each cell by itself: every terminal can do that.
    #[default]
    Never,
    /// Spaces by REP (`CSI n b`). Only spaces: some multiplexers repeat nothing but ASCII.
    Spaces,
}

impl Repeat {
    /// What the terminal named by the environment variables can be trusted with.
    ///
    /// REP is an old sequence that the common terminals know; those named here do not, or cannot be told from
    /// their kin that do not, and would show the flood with holes. mosh has no variable of its own, but sets one
    /// that nobody else sets.
    pub fn known_to(variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        let without = ["screen", "linux", "vt", "cons", "sun", "eterm"];
        let lacking = term.is_empty()
            || without.iter().any(|name| term.starts_with(name))
            || variable("TERMINAL_EMULATOR").is_some_and(|name| name.starts_with("JetBrains"))
            || variable("NCURSES_NO_UTF8_ACS").is_some();
        if lacking { Self::Never } else { Self::Spaces }
    }
}

/// What has been written so far, for tests and for a look at the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traffic {
    /// Writes that carried anything.
    pub frames: u64,
    /// Bytes in them.
    pub bytes: u64,
}

/// The backend; `W` takes each frame in one write (see [`super::Screen`]).
#[derive(Debug)]
pub struct Lean<W: Write> {
    writer: W,
    size: Size,
    repeat: Repeat,
    pen: Pen,
    /// The frame under way. It always begins with [`BEGIN`], which is left out when the frame is short.
    frame: Vec<u8>,
    /// Where the terminal's cursor stands; `None` where terminals could disagree.
    at: Option<Position>,
    /// Where ratatui wants the cursor; it is moved there only while it is shown.
    caret: Position,
    caret_shown: bool,
    traffic: Traffic,
}

impl<W: Write> Lean<W> {
    /// A backend for a terminal of this size that has just been entered: hidden cursor, nothing on the screen.
    pub fn new(writer: W, size: Size, colours: Colours, repeat: Repeat) -> Self {
        Self {
            writer,
            size,
            repeat,
            pen: Pen::new(colours),
            frame: BEGIN.to_vec(),
            at: None,
            caret: Position::ORIGIN,
            caret_shown: false,
            traffic: Traffic::default(),
        }
    }

    /// Tells the size; `Sheet::resize` must follow.
    pub fn set_size(&mut self, size: Size) {
        self.size = size;
        self.forget();
    }

    /// Forgets what is known about the terminal's state, because somebody else has used it; `Sheet::clear`
    /// must follow.
    pub fn forget(&mut self) {
        self.pen.forget();
        self.at = None;
        self.caret_shown = false;
    }

    /// Adds a sequence that shows nothing (for the clipboard, say) to the next frame.
    pub fn pass(&mut self, sequence: &[u8]) {
        self.frame.extend_from_slice(sequence);
    }

    /// What has been written so far.
    pub fn traffic(&self) -> Traffic {
        self.traffic
    }

    fn go_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        match self.at {
            Some(at) if at.y == to.y && at.x < to.x => match to.x - at.x {
                1 => self.sequence(format_args!("C")),
                columns => self.sequence(format_args!("{columns}C")),
            },
            Some(at) if at.y == to.y && to.x == 0 => self.frame.push(b'\r'),
            Some(at) if at.y == to.y => self.sequence(format_args!("{}G", to.x + 1)),
            _ if to == Position::ORIGIN => self.sequence(format_args!("H")),
            _ if to.x == 0 => self.sequence(format_args!("{}H", to.y + 1)),
            _ => self.sequence(format_args!("{};{}H", to.y + 1, to.x + 1)),
        }
        self.at = Some(to);
    }

    /// Writes what changed in a row, style by style: to jump over a few cells takes fewer bytes than to turn the pen there
    /// and back, and where the waterline crosses big letters the styles alternate many times.
    fn write_row(&mut self, row: &mut Vec<Run<'_>>) {
        let is_certain = row.iter().all(|run| run.glyph.is_certain);
        while let Some(first) = row
            .iter()
            .find(|run| self.suits(run))
            .or_else(|| row.first())
            .copied()
        {
            self.go_to(first.from);
            self.pen
                .turn_to(first.cell, first.is_space(), &mut self.frame);
            row.retain(|run| {
                // Behind a glyph that may be wider than it should be, the order is kept.
                let now = if is_certain { self.suits(run) } else { true };
                if now {
                    self.go_to(run.from);
                    self.pen.turn_to(run.cell, run.is_space(), &mut self.frame);
                    self.put(run.from, run.glyph, run.count);
                }
                !now
            });
        }
    }

    fn suits(&self, run: &Run<'_>) -> bool {
        self.pen.is_turned_to(run.cell, run.is_space())
    }

    fn sequence(&mut self, rest: std::fmt::Arguments<'_>) {
        // Writing to a vector cannot fail.
        let _ = write!(self.frame, "\x1b[{rest}");
    }

    fn put(&mut self, from: Position, glyph: Glyph<'_>, cells: u16) {
        let bytes = glyph.text.as_bytes();
        self.frame.extend_from_slice(bytes);
        let more = cells - 1;
        let sequence_length =
            3 + usize::from(more).checked_ilog10().unwrap_or_default() as usize + 1;
        if glyph.text == " "
            && self.repeat == Repeat::Spaces
            && usize::from(more) >= sequence_length
        {
            self.sequence(format_args!("{more}b"));
        } else {
            for _ in 0..more {
                self.frame.extend_from_slice(bytes);
            }
        }
        let x = from.x.saturating_add(glyph.width.saturating_mul(cells));
        // At the right edge the cursor stands on the last column or behind it, as the terminal likes.
        self.at = (glyph.is_certain && x < self.size.width).then_some(Position { x, y: from.y });
    }

    fn write_frame(&mut self) -> io::Result<()> {
        let body = self.frame.len() - BEGIN.len();
        if body > TEARS_FROM {
            self.frame.extend_from_slice(END);
        }
        let skipped = if body > TEARS_FROM { 0 } else { BEGIN.len() };
        let bytes = self.frame.get(skipped..).unwrap_or_default();
        let written = self
            .writer
            .write_all(bytes)
            .and_then(|()| self.writer.flush());
        self.traffic.frames += 1;
        self.traffic.bytes += bytes.len() as u64;
        self.frame.truncate(BEGIN.len());
        if written.is_err() {
            self.forget();
        }
        written
    }
}

/// Equal cells side by side.
#[derive(Clone, Copy)]
struct Run<'a> {
    from: Position,
    glyph: Glyph<'a>,
    cell: &'a Cell,
    count: u16,
}

impl Run<'_> {
    fn is_space(&self) -> bool {
        self.glyph.text == " "
    }
}

impl<W: Write> Backend for Lean<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut cells = content.peekable();
        let mut row: Vec<Run<'a>> = Vec::new();
        while let Some((x, y, cell)) = cells.next() {
            let glyph = Glyph::of(cell.symbol());
            let mut count = 1;
            // Behind a glyph whose width is not certain the cursor is lost, so each of those is placed by itself.
            while glyph.is_certain
                && cells
                    .next_if(|&(next_x, next_y, next)| {
                        (next_x, next_y) == (x.saturating_add(glyph.width * count), y)
                            && next == cell
                    })
                    .is_some()
            {
                count += 1;
            }
            let from = Position { x, y };
            row.push(Run {
                from,
                glyph,
                cell,
                count,
            });
            if cells.peek().is_none_or(|&(_, next_y, _)| next_y != y) {
                self.write_row(&mut row);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.caret_shown) {
            self.sequence(format_args!("?25l"));
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.caret_shown, true) {
            self.sequence(format_args!("?25h"));
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.caret)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.caret = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.pen.reset(&mut self.frame);
        match region {
            ClearType::All => self.sequence(format_args!("2J")),
            ClearType::AfterCursor if self.caret == Position::ORIGIN => {
                self.sequence(format_args!("2J"));
            }
            partial => {
                self.go_to(self.caret);
                self.sequence(match partial {
                    ClearType::BeforeCursor => format_args!("1J"),
                    ClearType::CurrentLine => format_args!("2K"),
                    ClearType::UntilNewLine => format_args!("K"),
                    ClearType::All | ClearType::AfterCursor => format_args!("J"),
                });
            }
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    /// Sends the frame, if there is anything in it.
    ///
    /// # Errors
    /// When the terminal is gone. That is for good: never try again.
    fn flush(&mut self) -> io::Result<()> {
        if self.caret_shown {
            self.go_to(self.caret);
        }
        if self.frame.len() > BEGIN.len() {
            self.write_frame()
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests;

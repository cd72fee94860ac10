//! Digits, word and counters: where they stand in an area of any size. Both views share this.

use super::{Motion, Picture, counters, header};
use crate::ui::widgets::{
    big::{Rasters, Size},
    pips::{self, Pips},
    surface::Surface,
    text,
};
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Modifier,
};

/// What is written on.
#[derive(Clone, Copy)]
pub(super) struct Grounds<'a> {
    /// Under the digits and all small text.
    pub(super) text: &'a Surface,
    /// Under the word.
    pub(super) word: &'a Surface,
}

/// How much there is room for, told from the whole screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// One line.
    Line,
    /// Digit to the left, word to the right, one line of counters.
    Beside,
    /// Header, digit over word, hints.
    Stacked,
    /// The same with pips.
    Pips,
    /// The same with counters in big digits to both sides.
    Grand,
}

impl Arrangement {
    pub(super) fn of(screen: Rect) -> Self {
        match (screen.width, screen.height) {
            (..20, _) | (_, ..6) => Self::Line,
            (_, ..10) => Self::Beside,
            (100.., 30..) => Self::Grand,
            (40.., 12..) => Self::Pips,
            _ => Self::Stacked,
        }
    }
}

/// The hand that writes: what, on what, with what.
pub(super) struct Pen<'a> {
    pub(super) picture: &'a Picture,
    pub(super) grounds: Grounds<'a>,
    pub(super) rasters: &'a mut Rasters,
    pub(super) buf: &'a mut Buffer,
}

impl Pen<'_> {
    /// Writes everything that the picture says into an area.
    pub(super) fn write(&mut self, arrangement: Arrangement, area: Rect) {
        match arrangement {
            Arrangement::Line => self.line(area),
            Arrangement::Beside => self.low(area),
            Arrangement::Stacked | Arrangement::Pips | Arrangement::Grand => {
                self.high(arrangement, area)
            }
        }
    }

    fn line(&mut self, area: Rect) {
        let line = counters::line(self.picture, area.width, self.grounds.text.glyphs());
        let y = area.y + area.height.saturating_sub(1) / 2;
        self.centred(
            self.grounds.text,
            &line,
            Rect {
                y,
                height: area.height.min(1),
                ..area
            },
            Modifier::BOLD,
        );
    }

    fn low(&mut self, area: Rect) {
        let [main, foot] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(area);
        self.side_by_side(main);
        header::draw(self, foot);
    }

    fn high(&mut self, arrangement: Arrangement, area: Rect) {
        let pips = self
            .pips(area)
            .filter(|_| arrangement != Arrangement::Stacked);
        let [header, row, body, foot] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(if pips.is_some() { pips::HEIGHT } else { 0 }),
            Constraint::Fill(1),
            Constraint::Length(1),
        ])
        .areas(area);
        header::draw(self, header);
        if let Some(pips) = pips {
            pips.draw(self.grounds.text, inset(row, 1), self.buf);
        }
        let body = self.lines(inset(body, 1));
        if area.width >= area.height.saturating_mul(5) {
            self.side_by_side(body);
        } else {
            self.one_over_the_other(arrangement, body);
        }
        header::foot(self, foot);
    }

    fn pips(&self, area: Rect) -> Option<Pips> {
        let reps = self.picture.reps?;
        let pips = Pips {
            of: reps.of?,
            done: reps.done,
            under_way: reps.under_way,
        };
        pips.fit(area.width.saturating_sub(2)).then_some(pips)
    }

    /// Writes the sentences at the bottom of an area, and gives what is left of it.
    fn lines(&mut self, area: Rect) -> Rect {
        /// Rows that digits and word keep.
        const KEPT: u16 = 7;
        let mut rows: Vec<String> = Vec::new();
        let room = usize::from(area.height.saturating_sub(KEPT));
        for line in &self.picture.lines {
            let wrapped = text::wrapped(
                line,
                area.width.saturating_sub(2),
                self.grounds.text.glyphs(),
            );
            if rows.len() + wrapped.len() <= room {
                rows.extend(wrapped);
            }
        }
        let height = u16::try_from(rows.len()).unwrap_or(0);
        let [rest, below] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).areas(area);
        for (row, line) in below.rows().zip(&rows) {
            self.centred(self.grounds.text, line, row, Modifier::empty());
        }
        rest
    }

    fn one_over_the_other(&mut self, arrangement: Arrangement, body: Rect) {
        if self.picture.digits.is_empty() {
            self.word(inset(body, 2));
            return;
        }
        let air = u16::from(body.height >= 8);
        let word_height = if self.word_size(body).is_some() {
            (body.height * 5 / 14).max(3)
        } else {
            1
        };
        let [_, digits, _, word, _] = Layout::vertical([
            Constraint::Length(u16::from(body.height >= 14)),
            Constraint::Fill(1),
            Constraint::Length(air),
            Constraint::Length(word_height),
            Constraint::Length(u16::from(body.height >= 14)),
        ])
        .areas(body);
        self.word(word);
        let taken = self.digits(digits);
        if arrangement == Arrangement::Grand {
            super::grand::draw(self, digits, taken);
        }
    }

    /// Digits to the left, as large as the word's small text allows; the word in what is left.
    fn side_by_side(&mut self, area: Rect) {
        let word = text::width(&self.words()) + 2;
        let widest = area.width.saturating_sub(word);
        let digits = Size::fitting(&self.picture.digits, widest, area.height)
            .and_then(|size| size.width_of(&self.picture.digits))
            .unwrap_or_else(|| text::width(&self.picture.digits));
        let margin = (area.width.saturating_sub(digits + word) / 6).min(8);
        let [_, left, right] = Layout::horizontal([
            Constraint::Length(margin),
            Constraint::Length(digits),
            Constraint::Fill(1),
        ])
        .areas(area);
        self.digits(left);
        self.word_among_notes(inset(right, 1));
    }

    /// The word, and where there is no other place for them the states above and the notice below it.
    fn word_among_notes(&mut self, area: Rect) {
        let is_low = area.height < 10;
        let badges = if is_low {
            self.picture.badges.join(" ")
        } else {
            String::new()
        };
        let notice = self.picture.notice.clone().filter(|_| is_low);
        let [above, middle, below] = Layout::vertical([
            Constraint::Length(u16::from(!badges.is_empty())),
            Constraint::Fill(1),
            Constraint::Length(u16::from(notice.is_some())),
        ])
        .areas(area);
        self.word(middle);
        let glyphs = self.grounds.text.glyphs();
        for (row, note) in [(above, badges), (below, notice.unwrap_or_default())] {
            let note = text::shortened(&note, row.width, glyphs).unwrap_or_default();
            self.centred(self.grounds.text, &note, row, Modifier::empty());
        }
    }

    /// The word with the arrow that shows where the handle goes.
    fn words(&self) -> String {
        match self.picture.motion {
            Motion::Falling => format!("▼ {}", self.picture.word),
            Motion::Rising => format!("▲ {}", self.picture.word),
            Motion::Still => self.picture.word.to_owned(),
        }
    }

    /// The word's size, and whether the arrow fits too.
    fn word_size(&self, area: Rect) -> Option<(Size, String)> {
        let height = area.height;
        let plain = Size::fitting(self.picture.word, area.width, height);
        let words = self.words();
        let with_arrow = Size::fitting(&words, area.width, height);
        match (with_arrow, plain) {
            // An arrow is worth a little of the height, not half of it.
            (Some(arrow), Some(plain)) if arrow.height * 4 >= plain.height * 3 => {
                Some((arrow, words))
            }
            (_, plain) => plain.map(|size| (size, self.picture.word.to_owned())),
        }
    }

    fn word(&mut self, area: Rect) {
        match self.word_size(area) {
            Some((size, words)) => {
                self.big(self.grounds.word, &words, size, area);
            }
            None => self.centred(self.grounds.word, &self.words(), area, Modifier::BOLD),
        }
    }

    /// Writes the countdown and gives the place that it takes.
    fn digits(&mut self, area: Rect) -> Rect {
        let digits = &self.picture.digits;
        let Some(size) = Size::fitting(digits, area.width, area.height) else {
            self.centred(self.grounds.text, digits, area, Modifier::BOLD);
            return area;
        };
        self.big(self.grounds.text, digits, size, area)
    }

    /// Big text in the middle of an area. Gives the place that it takes.
    pub(super) fn big(&mut self, ground: &Surface, words: &str, size: Size, area: Rect) -> Rect {
        let width = size.width_of(words).unwrap_or(0);
        let place = Rect {
            x: area.x + area.width.saturating_sub(width) / 2,
            y: area.y + area.height.saturating_sub(size.height) / 2,
            width,
            height: size.height,
        };
        ground.big(self.buf, self.rasters, (place.x, place.y), words, size);
        place
    }

    /// Small text in the middle of an area.
    pub(super) fn centred(&mut self, ground: &Surface, line: &str, area: Rect, modifier: Modifier) {
        if area.is_empty() || text::width(line) > area.width {
            return;
        }
        let x = area.x + (area.width - text::width(line)) / 2;
        ground.text(self.buf, x, area.y + (area.height - 1) / 2, line, modifier);
    }
}

/// An area less a margin at both sides.
fn inset(area: Rect, margin: u16) -> Rect {
    Rect {
        x: area.x.saturating_add(margin),
        width: area.width.saturating_sub(2 * margin),
        ..area
    }
}

//! Digits, word and counters: where they stand in an area of any size. Both views share this.

use super::{Motion, Picture, arrangement::Arrangement, counters, header};
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

/// Where states are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Notes {
    /// Above the word, as there is no other place.
    Here,
    /// In the header.
    Elsewhere,
}

/// The hand that writes: what, on what, with what.
pub(super) struct Pen<'a> {
    pub(super) picture: &'a Picture,
    pub(super) grounds: Grounds<'a>,
    pub(super) rasters: &'a mut Rasters,
    pub(super) buf: &'a mut Buffer,
}

impl Pen<'_> {
    /// Writes everything that the picture says on a screen of which a bar takes some columns at the left.
    pub(super) fn write(&mut self, arrangement: Arrangement, screen: Rect, bar: u16) {
        let beside = Rect {
            x: screen.x.saturating_add(bar),
            width: screen.width.saturating_sub(bar),
            ..screen
        };
        match arrangement {
            Arrangement::Line => self.line(screen),
            Arrangement::Beside => self.low(screen, beside),
            Arrangement::Stacked | Arrangement::Pips | Arrangement::Grand => {
                self.high(arrangement, beside);
            }
        }
    }

    /// Whether any row of an area is drawn: most frames are a few rows of the screen.
    pub(super) fn reaches(&self, area: Rect) -> bool {
        self.buf.area.intersects(area)
    }

    fn line(&mut self, area: Rect) {
        let glyphs = self.grounds.text.glyphs();
        let sentence = self.told(area.width);
        let room = area.height.min(1 + u16::from(sentence.is_some()));
        let place = Rect {
            y: area.y + area.height.saturating_sub(room) / 2,
            height: area.height.min(1),
            ..area
        };
        let below = Rect {
            y: place.y.saturating_add(1),
            ..place
        };
        let line = match &sentence {
            // A question stands still until it is answered: on a single line nothing is as important.
            Some(words) if area.height < 2 && self.picture.asks() => words.clone(),
            _ => counters::line(self.picture, area.width, glyphs),
        };
        self.centred(self.grounds.text, &line, place, Modifier::BOLD);
        if let Some(words) = sentence.filter(|_| area.height > 1) {
            self.centred(self.grounds.text, &words, below, Modifier::empty());
        }
    }

    fn low(&mut self, screen: Rect, beside: Rect) {
        let sentence = self.told(beside.width);
        let [main, below, _] = Layout::vertical([
            Constraint::Fill(1),
            Constraint::Length(u16::from(sentence.is_some())),
            Constraint::Length(1),
        ])
        .areas(beside);
        self.side_by_side(main, Notes::Here);
        self.centred(
            self.grounds.text,
            &sentence.unwrap_or_default(),
            below,
            Modifier::empty(),
        );
        header::draw(
            self,
            &[],
            Rect {
                y: screen.bottom().saturating_sub(1),
                height: 1,
                ..screen
            },
        );
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
        header::draw(self, &self.picture.badges, header);
        if let Some(pips) = pips {
            pips.draw(self.grounds.text, inset(row, 1), self.buf);
        }
        let body = self.sentences(inset(body, 1));
        if body.height < 10 || area.width >= area.height.saturating_mul(5) {
            let air = u16::from(pips.is_some());
            let below = Rect {
                y: body.y + air,
                height: body.height.saturating_sub(air),
                ..body
            };
            self.side_by_side(below, Notes::Elsewhere);
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

    fn one_over_the_other(&mut self, arrangement: Arrangement, body: Rect) {
        if self.picture.digits.is_empty() {
            self.word(inset(body, 2));
            return;
        }
        let air = u16::from(body.height >= 8);
        let word_height = if self.word_size(body).is_some() {
            (body.height * 2 / 6).max(3)
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

    /// Digits to the left, the word to the right. The digits are as large as can be while the word stays big too, or where
    /// that is too much asked, while it stays.
    fn side_by_side(&mut self, area: Rect, notes: Notes) {
        /// Columns between the digits and the word.
        const GAP: u16 = 3;
        let digits = &self.picture.digits;
        let smallest = Size::least(self.grounds.word.grain());
        let big_word = smallest.width_of(&self.picture.word).unwrap_or(u16::MAX);
        let small_word = text::width(&self.words());
        let fitting = |word: u16| {
            self.fitting(
                digits,
                area.width.saturating_sub(word.saturating_add(GAP)),
                area.height,
            )
        };
        let (size, word) = match fitting(big_word) {
            Some(size) if size.height * 3 >= area.height * 2 => (Some(size), big_word),
            _ => (fitting(small_word), small_word),
        };
        let width = size
            .and_then(|size| size.width_of(digits))
            .unwrap_or_else(|| text::width(digits));
        let spare = area
            .width
            .saturating_sub(width)
            .saturating_sub(word)
            .saturating_sub(GAP);
        let [_, left, _, right] = Layout::horizontal([
            Constraint::Length((spare / 8).min(8)),
            Constraint::Length(width),
            Constraint::Length(if digits.is_empty() {
                0
            } else {
                GAP + (spare / 12).min(4)
            }),
            Constraint::Fill(1),
        ])
        .areas(area);
        self.digits(left);
        match notes {
            Notes::Here => self.word_among_notes(right),
            Notes::Elsewhere => self.word(right),
        }
    }

    /// The word, and the states above it.
    fn word_among_notes(&mut self, area: Rect) {
        let badges = self.picture.badges.join(" ");
        let [above, below] = Layout::vertical([
            Constraint::Length(u16::from(!badges.is_empty())),
            Constraint::Fill(1),
        ])
        .areas(area);
        self.word(below);
        let badges = text::shortened(&badges, above.width, self.grounds.text.glyphs());
        let badges = badges.unwrap_or_default();
        self.centred(self.grounds.text, &badges, above, Modifier::empty());
    }

    /// The word with the arrow that shows where the handle goes.
    fn words(&self) -> String {
        match self.picture.motion {
            Motion::Falling => format!("▼ {}", self.picture.word),
            Motion::Rising => format!("▲ {}", self.picture.word),
            Motion::Still => self.picture.word.clone().into_owned(),
        }
    }

    /// The largest size in which big text fits into an area.
    pub(super) fn fitting(&self, words: &str, width: u16, height: u16) -> Option<Size> {
        Size::fitting(words, width, height, self.grounds.text.grain())
    }

    /// The word's size, and whether the arrow fits too.
    fn word_size(&self, area: Rect) -> Option<(Size, String)> {
        let height = area.height;
        let plain = self.fitting(&self.picture.word, area.width, height);
        let words = self.words();
        let with_arrow = self.fitting(&words, area.width, height);
        let short = || {
            let word = self.picture.short_word?;
            Some((self.fitting(word, area.width, height)?, word.to_owned()))
        };
        match (with_arrow, plain) {
            // An arrow is worth a little of the height, not half of it.
            (Some(arrow), Some(plain)) if arrow.height * 4 >= plain.height * 3 => {
                Some((arrow, words))
            }
            (_, Some(plain)) => Some((plain, self.picture.word.clone().into_owned())),
            (_, None) => short(),
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
        let Some(size) = self.fitting(digits, area.width, area.height) else {
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

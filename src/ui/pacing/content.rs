//! Digits, word and counters: where they stand in an area of any size. Both views share this.

use super::{Motion, Picture, SMALLEST, counters};
use crate::ui::widgets::{
    big::{Rasters, Size},
    keys,
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

/// The hand that writes: where, with what.
struct Pen<'a> {
    picture: &'a Picture,
    grounds: Grounds<'a>,
    rasters: &'a mut Rasters,
    buf: &'a mut Buffer,
}

/// Writes everything that a picture says into an area.
pub(super) fn draw(
    picture: &Picture,
    grounds: Grounds<'_>,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut pen = Pen {
        picture,
        grounds,
        rasters,
        buf,
    };
    if area.height < SMALLEST.1 || area.width < 10 {
        pen.line(area);
    } else if area.height < 10 {
        pen.beside(area);
    } else {
        pen.stacked(area);
    }
}

impl Pen<'_> {
    /// One line in the middle.
    fn line(&mut self, area: Rect) {
        let line = counters::line(self.picture, area.width, self.grounds.text.glyphs());
        let y = area.y + (area.height - 1) / 2;
        self.centred(
            &line,
            Rect {
                y,
                height: 1,
                ..area
            },
            Modifier::BOLD,
        );
    }

    /// Digit to the left, word to the right, one line of counters.
    fn beside(&mut self, area: Rect) {
        let [main, foot] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(area);
        let [left, right] =
            Layout::horizontal([Constraint::Percentage(42), Constraint::Fill(1)]).areas(main);
        self.big_or_small(&self.picture.digits.clone(), left, false);
        self.word(right);
        if let Some(line) = counters::fitting(self.picture, foot.width) {
            self.centred(&line, foot, Modifier::empty());
        }
    }

    /// Header, digits over the word, hints.
    fn stacked(&mut self, area: Rect) {
        let [header, body, foot] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(1),
        ])
        .areas(area);
        if let Some(line) = counters::fitting(self.picture, header.width) {
            self.grounds
                .text
                .text(self.buf, header.x + 1, header.y, &line, Modifier::BOLD);
        }
        let [digits, word] =
            Layout::vertical([Constraint::Fill(5), Constraint::Fill(3)]).areas(body);
        self.big_or_small(&self.picture.digits.clone(), digits, false);
        self.word(word);
        self.hints(foot);
    }

    fn hints(&mut self, foot: Rect) {
        let mut x = foot.x + 1;
        for hint in keys::fitting(&self.picture.hints, foot.width.saturating_sub(2)) {
            self.grounds
                .text
                .text(self.buf, x, foot.y, hint.key, Modifier::BOLD);
            x += text::width(hint.key) + 1;
            self.grounds
                .text
                .text(self.buf, x, foot.y, hint.does, Modifier::empty());
            x += text::width(hint.does) + keys::GAP;
        }
    }

    fn word(&mut self, area: Rect) {
        let arrow = match self.picture.motion {
            Motion::Falling => "▼",
            Motion::Rising => "▲",
            Motion::Still => "",
        };
        self.big_or_small(&format!("{arrow}{}", self.picture.word), area, true);
    }

    fn big_or_small(&mut self, words: &str, area: Rect, is_word: bool) {
        let ground = if is_word {
            self.grounds.word
        } else {
            self.grounds.text
        };
        let Some(size) = Size::fitting(words, area.width, area.height) else {
            return self.centred(words, area, Modifier::BOLD);
        };
        let width = size.width_of(words).unwrap_or(area.width);
        let x = area.x + (area.width.saturating_sub(width)) / 2;
        let y = area.y + (area.height - size.height) / 2;
        ground.big(self.buf, self.rasters, (x, y), words, size);
    }

    fn centred(&mut self, line: &str, area: Rect, modifier: Modifier) {
        let x = area.x + area.width.saturating_sub(text::width(line)) / 2;
        let y = area.y + area.height.saturating_sub(1) / 2;
        self.grounds.text.text(self.buf, x, y, line, modifier);
    }
}

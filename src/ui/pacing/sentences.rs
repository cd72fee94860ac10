//! Sentences beneath the word. Each has several wordings, and none is ever cut.

use super::{Picture, content::Pen};
use crate::ui::theme::{Glyphs, Tone};
use crate::ui::widgets::text;
use ratatui::{
    layout::{Constraint, Layout, Rect},
    style::Modifier,
};

/// Something to say, in several wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From the longest to the shortest.
    wordings: Vec<String>,
    is_question: bool,
}

impl Sentence {
    /// Something to know, in wordings from the longest to the shortest.
    pub fn new<W: Into<String>>(wordings: impl IntoIterator<Item = W>) -> Self {
        Self {
            wordings: wordings.into_iter().map(Into::into).collect(),
            is_question: false,
        }
    }

    /// Something that waits for an answer, so that it comes before the size of the digits.
    pub fn question<W: Into<String>>(wordings: impl IntoIterator<Item = W>) -> Self {
        Self {
            is_question: true,
            ..Self::new(wordings)
        }
    }

    /// The first wording that takes a single row, else the first that fits at all; nothing where none does.
    fn rows(&self, width: u16, room: usize, glyphs: Glyphs) -> Vec<String> {
        let wrapped: Vec<Vec<String>> = self
            .wordings
            .iter()
            .map(|words| text::wrapped(words, width, glyphs))
            .filter(|rows| rows.len() <= room)
            .collect();
        let single = wrapped.iter().find(|rows| rows.len() == 1);
        single
            .or_else(|| wrapped.first())
            .cloned()
            .unwrap_or_default()
    }

    /// From the longest to the shortest.
    pub fn wordings(&self) -> &[String] {
        &self.wordings
    }
}

impl<W: Into<String>> From<W> for Sentence {
    fn from(words: W) -> Self {
        Self::new([words])
    }
}

impl Picture {
    /// Whether it waits for an answer.
    pub(super) fn asks(&self) -> bool {
        self.lines.iter().any(|sentence| sentence.is_question)
    }

    /// Rows that digits and word keep when there is something to say. They are not needed to their full size while
    /// somebody stands at the keyboard: before the first rep, and at a question.
    fn rows_kept(&self) -> u16 {
        match (
            self.digits.is_empty(),
            self.asks() || self.tone == Tone::Lead,
        ) {
            (true, _) => 3,
            (false, true) => 5,
            (false, false) => 7,
        }
    }
}

impl Pen<'_> {
    /// What is told where there is a single row for that: a question, else the notice, else the first sentence.
    pub(super) fn told(&self, room: u16) -> Option<String> {
        let glyphs = self.grounds.text.glyphs();
        if let Some(notice) = self
            .picture
            .notice
            .as_ref()
            .filter(|_| !self.picture.asks())
        {
            return text::shortened(notice, room, glyphs);
        }
        let wordings = self.picture.lines.first()?.wordings.iter();
        text::first_fitting(
            wordings.map(|words| text::shown(words, glyphs).into_owned()),
            room,
        )
    }

    /// Writes the sentences at the bottom of an area, and gives what is left of it.
    pub(super) fn sentences(&mut self, area: Rect) -> Rect {
        let glyphs = self.grounds.text.glyphs();
        let mut rows: Vec<String> = Vec::new();
        let room = usize::from(area.height.saturating_sub(self.picture.rows_kept()));
        for sentence in &self.picture.lines {
            rows.extend(sentence.rows(area.width.saturating_sub(2), room - rows.len(), glyphs));
        }
        let height = u16::try_from(rows.len()).unwrap_or(0);
        let [rest, below] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).areas(area);
        for (row, line) in below.rows().zip(&rows) {
            self.centred(self.grounds.text, line, row, Modifier::empty());
        }
        rest
    }
}

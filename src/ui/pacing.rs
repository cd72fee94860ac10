//! The screen that paces a set: what it shows ([`Picture`]) and how that is drawn ([`draw`]).
//!
//! A picture is plain data, already rounded to what the eye can see: two equal pictures give the same frame, so whoever
//! paces asks for a frame only when the picture differs.

mod arrangement;
mod bar;
mod content;
mod counters;
mod flood;
mod grand;
mod header;
mod sentences;
#[cfg(test)]
mod tests;

use super::theme::{Depth, Glyphs, Theme, Tone};
use super::widgets::{big::Rasters, keys::Hint, surface::EIGHTHS};
use ratatui::{buffer::Buffer, layout::Rect};

pub use super::widgets::surface::Level;
pub use crate::app::View;
pub use crate::training::preset::Side;
pub use sentences::Sentence;

use std::borrow::Cow;

/// What can be shown of a view: without colours, or in ASCII, a flood would drown the text.
#[must_use]
pub fn possible(view: View, theme: &Theme) -> View {
    if theme.depth == Depth::None || theme.glyphs == Glyphs::Ascii {
        View::Bar
    } else {
        view
    }
}

/// Where the handle goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// Down, and the level with it.
    Falling,
    /// Up, and the level with it.
    Rising,
    /// Nowhere.
    Still,
}

/// How far something has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    /// How many are done.
    pub done: u32,
    /// Whether the next one is under way.
    pub under_way: bool,
    /// How many there are to be; nothing where it is as many as possible.
    pub of: Option<u32>,
}

impl Tally {
    /// The number of the one under way, or of the last one done.
    pub fn number(self) -> u32 {
        self.done.saturating_add(u32::from(self.under_way))
    }
}

/// What comes after the current phase, announced at the edge of the screen in its last second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Next {
    /// Its colour.
    pub tone: Tone,
    /// Its word.
    pub word: &'static str,
    /// Where it goes: the strip is at the bottom, at the top, or where nothing moves at both.
    pub motion: Motion,
}

/// All that the pacing screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The colour of what is going on.
    pub tone: Tone,
    /// Where the handle goes. It gives the word its arrow.
    pub motion: Motion,
    /// How high the water stands, in the steps that [`Geometry`] counts.
    pub level: Level,
    /// The countdown: `4`, `12`, `1:30`; empty where nothing is counted.
    pub digits: String,
    /// The word, in capitals; or what is to be seen from afar in its place.
    pub word: Cow<'static, str>,
    /// The word where the other one has no room to be big.
    pub short_word: Option<&'static str>,
    /// The reps of this set.
    pub reps: Option<Tally>,
    /// The sets. Shown in every layout.
    pub sets: Option<Tally>,
    /// The side that works.
    pub side: Option<Side>,
    /// What is being lifted.
    pub exercise: String,
    /// At which tempo.
    pub tempo: String,
    /// The next phase, where it is about to begin.
    pub next: Option<Next>,
    /// Sentences beneath the word, the most important first: what comes after a rest, the sound check, a question. One that
    /// fits in none of its wordings is left out.
    pub lines: Vec<Sentence>,
    /// Something to know, in the place of the hints.
    pub notice: Option<String>,
    /// Key hints, the most important first and the one that leads to all others last.
    pub hints: Vec<Hint>,
    /// States that change what one hears and sees: `PAUSED`, `pausing…`, `MUTED`; and that a tap was taken.
    pub badges: Vec<Cow<'static, str>>,
}

impl Picture {
    /// A picture with nothing but a phase in it.
    pub fn new(tone: Tone, motion: Motion, word: impl Into<Cow<'static, str>>) -> Self {
        Self {
            tone,
            motion,
            level: Level::Flood(0),
            digits: String::new(),
            word: word.into(),
            short_word: None,
            reps: None,
            sets: None,
            side: None,
            exercise: String::new(),
            tempo: String::new(),
            next: None,
            lines: Vec::new(),
            notice: None,
            hints: Vec::new(),
            badges: Vec::new(),
        }
    }
}

/// How many steps the water has in an area, in every view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// From empty to full: `Level::Flood(0)` to `Level::Flood(level_steps)`.
    pub level_steps: u16,
    /// From closed to open: `Level::Iris(0)` to `Level::Iris(iris_steps)`.
    pub iris_steps: u16,
}

impl Geometry {
    /// The steps of an area.
    pub fn of(area: Rect) -> Self {
        Self {
            level_steps: area.height.saturating_mul(EIGHTHS),
            iris_steps: area.height.saturating_mul(EIGHTHS / 2),
        }
    }
}

/// Draws a picture over the whole area, as far as the buffer has it.
pub fn draw(
    picture: &Picture,
    theme: &Theme,
    rasters: &mut Rasters,
    view: View,
    area: Rect,
    buf: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    match possible(view, theme) {
        View::Flood => flood::draw(picture, *theme, rasters, area, buf),
        View::Bar => bar::draw(picture, *theme, rasters, area, buf),
    }
}

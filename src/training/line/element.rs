//! What a piece of a line was read as, with its values and its place.

use super::error::Complaint;
use crate::training::exercise::Start;
use crate::training::prescription::Scheme;
use crate::training::preset::{Side, Unloaded};
use crate::training::tempo::Tempo;
use std::ops::Range;
use std::time::Duration;

/// The name of one exercise within its message: `A1`, `B`, `2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The letter, upper case; exercises that share one and are numbered are done in turns.
    pub letter: Option<char>,
    /// The number.
    pub number: Option<u32>,
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(letter) = self.letter {
            write!(f, "{letter}")?;
        }
        match self.number {
            Some(number) => write!(f, "{number}"),
            None => Ok(()),
        }
    }
}

/// The reps of one set as they were written: which of its pauses were said with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) scheme: Scheme,
    /// Whether its pauses stand with it, in brackets, so that words elsewhere do not touch it.
    pub(super) closed: bool,
    /// Whether "as tolerated" follows it outside of brackets.
    pub(super) tolerated: bool,
}

/// A piece of the text with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) span: Range<usize>,
    pub(super) what: What,
}

/// What a piece means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Label(Label),
    /// `3x8`, `5x45s`, `5x4x3s`.
    Dose {
        sets: u32,
        reps: Vec<Written>,
        each: Option<Duration>,
    },
    /// `3 sets`.
    Sets(u32),
    /// `8 reps`, `12,10,8`, `10>8>8`.
    Reps(Vec<Written>),
    /// `8` or `6-8` and nothing more.
    Bare(Written),
    /// `x4`.
    Times(u32),
    /// `4 rounds`.
    Rounds(u32),
    /// `10x3`, which is also a tempo.
    DoseOrTempo {
        sets: u32,
        reps: u32,
        tempo: Tempo,
    },
    Tempo {
        ladder: Vec<Tempo>,
        by_rep: bool,
    },
    Hold(Option<Duration>),
    Strokes(Option<Duration>),
    OwnPace,
    /// A length that nobody said the purpose of.
    Length(Duration),
    Rest(Duration),
    Every {
        length: Duration,
        sets: Option<u32>,
    },
    Intra(Duration),
    Change(Duration),
    Drop(u32),
    AsTolerated,
    Each,
    Alternating,
    Only(Side),
    First(Side),
    Lockout,
    LeadIn(Duration),
    Start(Start),
    Inverted,
    Unloaded(Unloaded),
    Load(String),
    Cue(String),
    /// The exercise in quotes.
    Named(String),
    /// Words that are the exercise, or nothing that is known.
    Words,
    /// Punctuation, bullets, and words that only join.
    Filler,
    /// A comma or an arrow.
    Soft,
    /// A semicolon or the end of a line.
    Hard,
    /// Nothing that is known.
    Unread,
    Wrong(Complaint),
}

impl What {
    /// Whether it says what is done, so that nothing with a name of its own can follow in the same exercise.
    pub(super) fn is_dose(&self) -> bool {
        matches!(
            self,
            Self::Dose { .. }
                | Self::Sets(_)
                | Self::Reps(_)
                | Self::Bare(_)
                | Self::DoseOrTempo { .. }
                | Self::Hold(Some(_))
                | Self::Every { .. }
                | Self::Wrong(_)
        )
    }

    /// Whether it says nothing at all.
    pub(super) fn is_mute(&self) -> bool {
        matches!(self, Self::Filler | Self::Soft | Self::Hard)
    }
}

//! A number from 0 to 10, as all scales of the journal use it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A number from 0 to 10. What its ends mean belongs to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

impl Score {
    /// The lowest.
    pub const NONE: Self = Self(0);
    /// The highest.
    pub const MOST: Self = Self(10);

    /// A score; `None` above 10.
    pub fn new(number: u8) -> Option<Self> {
        (number <= Self::MOST.0).then_some(Self(number))
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// A number above 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not on the scale: write a whole number from 0 to 10")]
pub struct ScoreError(u8);

impl TryFrom<u8> for Score {
    type Error = ScoreError;

    fn try_from(number: u8) -> Result<Self, ScoreError> {
        Self::new(number).ok_or(ScoreError(number))
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

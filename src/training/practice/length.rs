//! How long a practice lasts.

use crate::training::length;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// A length that a practice may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length(Duration);

/// A text that is no [`Length`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LengthError {
    /// It is no length at all.
    #[error(transparent)]
    Unreadable(#[from] length::LengthError),
    /// It is one of nothing that is practised.
    #[error("a practice lasts from 1:30 to 15:00: write a length such as 3m")]
    OutOfRange,
}

impl Length {
    /// Half a minute for each third.
    pub const SHORTEST: Self = Self(Duration::from_secs(90));
    /// Nobody is attentive for longer. Our own choice.
    pub const LONGEST: Self = Self(Duration::from_secs(15 * 60));
    /// A minute for each third.
    pub const USUAL: Self = Self(Duration::from_secs(180));
    /// How much a key changes it.
    const STEP: Duration = Duration::from_secs(30);

    /// The length.
    pub fn duration(self) -> Duration {
        self.0
    }

    /// The shortest one, in half minutes, that is no shorter than this; `None` where none is.
    pub(super) fn at_least(needed: Duration) -> Option<Self> {
        let steps = needed.as_nanos().div_ceil(Self::STEP.as_nanos());
        let length = Self::STEP.saturating_mul(super::count(steps));
        let length = Self(length).max(Self::SHORTEST);
        (length <= Self::LONGEST).then_some(length)
    }

    /// Half a minute more; the longest at most.
    #[must_use]
    pub fn longer(self) -> Self {
        Self(self.0 + Self::STEP).min(Self::LONGEST)
    }

    /// Half a minute less; the shortest at least.
    #[must_use]
    pub fn shorter(self) -> Self {
        Self(self.0.saturating_sub(Self::STEP)).max(Self::SHORTEST)
    }
}

impl FromStr for Length {
    type Err = LengthError;

    fn from_str(text: &str) -> Result<Self, LengthError> {
        let length = Self(length::read(text)?);
        if (Self::SHORTEST..=Self::LONGEST).contains(&length) {
            Ok(length)
        } else {
            Err(LengthError::OutOfRange)
        }
    }
}

/// As on a clock: `3:00`.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&length::clock(self.0))
    }
}

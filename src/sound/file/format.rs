//! The formats, and what can be chosen and said in each.

use std::path::Path;

use super::{FileError, Spec, wav};

/// How samples are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// As they are.
    Wav,
    /// Without loss, in a fraction of the room.
    Flac,
}

impl Format {
    /// The format that a file's ending names, whatever its case.
    ///
    /// # Errors
    /// It names none.
    pub fn of(path: &Path) -> Result<Self, FileError> {
        let ending = path.extension().unwrap_or_default();
        if ending.eq_ignore_ascii_case("wav") {
            Ok(Self::Wav)
        } else if ending.eq_ignore_ascii_case("flac") {
            Ok(Self::Flac)
        } else {
            Err(FileError::Ending(path.to_owned()))
        }
    }

    pub(super) fn holds(self, spec: &Spec<'_>) -> bool {
        match self {
            Self::Wav => wav::holds(spec),
            // A 36-bit number of samples: days at any rate.
            Self::Flac => spec.frames < 1 << 36,
        }
    }
}

/// How often each sample is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Channels {
    /// Once.
    #[default]
    Mono,
    /// The same on the left and on the right.
    Stereo,
}

impl Channels {
    /// How many there are.
    pub const fn count(self) -> u8 {
        match self {
            Self::Mono => 1,
            Self::Stereo => 2,
        }
    }
}

/// What players show of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tags {
    /// What it is.
    pub title: String,
    /// The day on which it was made, as `2026-03-01`.
    pub date: String,
    /// What it is a part of, and its number in there, counted from 1.
    pub part: Option<(String, usize)>,
}

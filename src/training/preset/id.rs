//! The id of a preset.

use super::PresetError;
use crate::training::tempo;
use std::fmt;
use std::str::FromStr;

/// The name that never changes: the journal's key and the word after `downbeat start`.
///
/// Lower-case ASCII letters, digits and single hyphens, beginning with a letter, so that it can be neither
/// mistaken for a tempo nor need quoting in a shell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PresetId(String);

impl PresetId {
    /// What a bare tempo is called where it needs an id.
    pub const BY_TEMPO: &str = "by-tempo";
    /// What a line is called where it needs one.
    pub const BY_LINE: &str = "by-line";

    /// The id as the journal keeps it: empty for a bare tempo or a line, which cannot be asked for again.
    pub fn in_journal(&self) -> &str {
        match self.as_str() {
            Self::BY_TEMPO | Self::BY_LINE => "",
            id => id,
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PresetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PresetId {
    type Err = PresetError;

    fn from_str(text: &str) -> Result<Self, PresetError> {
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let slug = text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(letters)
            && !text.contains("--")
            && !text.ends_with('-')
            && text.len() <= 64;
        if !slug || tempo::read(text).is_ok() {
            return Err(PresetError::Id(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }
}

//! What a person asks for where a preset may stand: its id, a tempo, or a whole line.

use std::str::FromStr;

use crate::training::line::{self, LineError, Message};
use crate::training::preset::PresetId;
use crate::training::tempo::{self, Reading, TempoError};
use crate::training::text::visible;

/// What a person asked for: a preset by its id, a tempo, or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A preset's id; whether there is such a preset, the [`Library`](super::Library) knows.
    Preset(String),
    /// A tempo, and how it was read.
    Tempo(Reading),
    /// A line such as `3x8 @4010 rest 2m`, all of whose exercises were understood.
    Line(Box<Line>),
}

/// A line with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// As it was typed.
    pub text: String,
    /// What it says.
    pub message: Message,
}

/// Why a text is none of the three.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WantedError {
    /// It looks like a tempo.
    #[error(transparent)]
    Tempo(#[from] TempoError),
    /// It looks like a line.
    #[error(transparent)]
    Line(#[from] LineError),
    /// It looks like nothing that is known.
    #[error(
        "`{0}` is no preset's id, no tempo and no line: write an id of `downbeat list`, or 4-0-1-0, or \"3x8 @4010 rest 2m\""
    )]
    Neither(String),
}

impl FromStr for Wanted {
    type Err = WantedError;

    /// An id begins with a letter and has no blanks, so what does or has was meant as a tempo or a line, and the error about
    /// that is the one to show.
    fn from_str(text: &str) -> Result<Self, WantedError> {
        let error = match tempo::read(text) {
            Ok(reading) => return Ok(Self::Tempo(reading)),
            Err(error) => error,
        };
        if !is_all_tempo(text) && text.to_ascii_lowercase().parse::<PresetId>().is_ok() {
            return Ok(Self::Preset(text.to_owned()));
        }
        let message = line::read(text);
        let understood = message.understood().map(|_| ());
        match understood {
            Ok(()) => {
                let text = text.trim().to_owned();
                Ok(Self::Line(Box::new(Line { text, message })))
            }
            Err(_) if is_like_tempo(text) => Err(error.into()),
            Err(error) if message.is_line() => Err(error.into()),
            Err(_) => {
                let short: String = text.chars().take(40).collect();
                Err(WantedError::Neither(visible(&short).into_owned()))
            }
        }
    }
}

/// Whether a text has nothing but letters of a tempo and a digit among them: a0a0 is a wrong tempo and no name.
fn is_all_tempo(text: &str) -> bool {
    let letter = |c: char| c.is_ascii_digit() || matches!(c, 'a' | 'A' | 'x' | 'X' | '-');
    text.chars().all(letter) && text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a text that cannot be read was most likely meant as a tempo; `3x8` was not.
fn is_like_tempo(text: &str) -> bool {
    let letter = |c: char| {
        !c.is_alphabetic() && !matches!(c, '(' | '>' | '+' | '%') || "xXaAoOsS".contains(c)
    };
    let mut parts = text.split(['x', 'X', '×']);
    let ends = |part: &str| part.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let dose = parts.next().is_some_and(ends)
        && parts
            .next()
            .is_some_and(|part| part.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    text.chars().all(letter) && !dose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_a_tempo_or_an_id_and_never_both() {
        assert!(matches!("4010".parse(), Ok(Wanted::Tempo(_))));
        assert!(matches!("x0x0".parse(), Ok(Wanted::Tempo(_))));
        assert_eq!(
            "eccentric-4-1".parse(),
            Ok(Wanted::Preset("eccentric-4-1".to_owned()))
        );
        assert!("4-0-1-O".parse::<Wanted>().is_err());
        assert!("Bench Press".parse::<Wanted>().is_err());
    }

    #[test]
    fn a_line_is_taken_where_a_preset_may_stand() {
        for line in [
            "3x8 @4010 rest 2m",
            "hold 5x45s",
            "A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90",
            "5x5@30X1",
        ] {
            assert!(matches!(line.parse(), Ok(Wanted::Line(_))), "{line}");
        }
    }

    #[test]
    fn what_is_none_of_the_three_is_answered_as_what_it_is_most_like() {
        for (text, words) in [
            ("4-0-1-O", "write the digit 0"),
            ("41", "4:1"),
            ("", "empty"),
            ("3x8", "the tempo is missing"),
            ("3 x 8", "the tempo is missing"),
            ("3x8 @41", "4:1"),
            ("@4010 rest 2m", "sets and reps are missing"),
            ("Bench Press", "no preset's id, no tempo and no line"),
            ("\u{1b}[J hello", "`^[[J hello`"),
        ] {
            let error = text.parse::<Wanted>().unwrap_err().to_string();
            assert!(error.contains(words), "{text}: {error}");
        }
    }
}

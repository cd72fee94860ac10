//! The library of presets: those that come with the program, and those of the person's own file, which win.

mod written;

use std::str::FromStr;
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::closest;
use super::problem::Problem;
use crate::training::preset::{Preset, PresetId};
use crate::training::tempo::{self, Reading, TempoError};
use crate::training::text::visible;

const BUILT_IN: &str = include_str!("../../assets/presets.toml");
/// What is done where nobody said anything else.
pub const DEFAULT: &str = "eccentric-4-1";

/// Who wrote a preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It comes with the program.
    BuiltIn,
    /// It stands in the person's own file.
    Own,
}

/// A preset, or what is wrong with it: one that is wrong is listed all the same, and the others work.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// As it was written; a valid id where the preset is valid.
    pub id: String,
    /// Who wrote it.
    pub origin: Origin,
    /// The preset, or every mistake in it.
    pub preset: Result<Preset, Vec<Problem>>,
}

/// All presets: the person's own in the order of the file, then the built-in ones that they do not shadow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Library {
    entries: Vec<Entry>,
}

impl Library {
    /// Puts the person's own presets before the built-in ones. `lead_in` is for those that name none.
    pub fn new(own: Vec<Entry>, lead_in: Duration) -> Self {
        let mut entries = own;
        for entry in built_in(lead_in) {
            if entries.iter().all(|other| other.id != entry.id) {
                entries.push(entry);
            }
        }
        Self { entries }
    }

    /// Every preset, the faulty ones too.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The presets that can be done.
    pub fn presets(&self) -> impl Iterator<Item = &Preset> {
        self.entries
            .iter()
            .filter_map(|entry| entry.preset.as_ref().ok())
    }

    /// The preset of that id, whatever its case.
    ///
    /// # Errors
    /// There is none, or it has mistakes.
    pub fn find(&self, id: &str) -> Result<&Preset, FindError> {
        let Some(entry) = self
            .entries
            .iter()
            .find(|entry| entry.id.eq_ignore_ascii_case(id))
        else {
            let near = closest(id, self.entries.iter().map(|entry| entry.id.as_str()));
            return Err(FindError::Unknown {
                id: visible(id).into_owned(),
                near: near.map(|id| visible(id).into_owned()),
            });
        };
        entry.preset.as_ref().map_err(|problems| FindError::Faulty {
            id: visible(id).into_owned(),
            problem: problems
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
        })
    }
}

/// Why a preset cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// No preset has that id.
    #[error("there is no preset `{id}`: {}", .near.as_ref().map_or_else(
        || "`downbeat list` shows those that there are".to_owned(),
        |near| format!("did you mean `{near}`? `downbeat list` shows them all")))]
    Unknown {
        /// What was asked for.
        id: String,
        /// What may have been meant.
        near: Option<String>,
    },
    /// It has mistakes.
    #[error("the preset `{id}` in the settings file cannot be used, {problem}")]
    Faulty {
        /// What was asked for.
        id: String,
        /// The first mistake with its place.
        problem: String,
    },
}

/// What a person asked for in one word: a preset by its id, or a tempo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A preset's id; whether there is such a preset, the [`Library`] knows.
    Preset(String),
    /// A tempo, and how it was read.
    Tempo(Reading),
}

impl FromStr for Wanted {
    type Err = TempoError;

    /// An id begins with a letter, so what does not can only have been meant as a tempo, and its error is the one to show.
    fn from_str(text: &str) -> Result<Self, TempoError> {
        match tempo::read(text) {
            Ok(reading) => Ok(Self::Tempo(reading)),
            Err(_)
                if !is_all_tempo(text) && text.to_ascii_lowercase().parse::<PresetId>().is_ok() =>
            {
                Ok(Self::Preset(text.to_owned()))
            }
            Err(error) => Err(error),
        }
    }
}

/// Whether a text has nothing but letters of a tempo and a digit among them: a0a0 is a wrong tempo and no name.
fn is_all_tempo(text: &str) -> bool {
    let letter = |c: char| c.is_ascii_digit() || matches!(c, 'a' | 'A' | 'x' | 'X' | '-');
    text.chars().all(letter) && text.contains(|c: char| c.is_ascii_digit())
}

fn built_in(lead_in: Duration) -> Vec<Entry> {
    // The file is part of the program and a test reads it, so there is always a table.
    let table = DeTable::parse(BUILT_IN)
        .map(Spanned::into_inner)
        .unwrap_or_default();
    let presets = table
        .into_iter()
        .filter(|(key, _)| key.get_ref() == "preset")
        .map(|(_, value)| value);
    presets
        .flat_map(|value| read(BUILT_IN, value, Origin::BuiltIn, lead_in).0)
        .collect()
}

/// Reads the value of the key `preset`: its entries, and what is wrong with it as a whole.
pub(super) fn read(
    text: &str,
    value: Spanned<DeValue<'_>>,
    origin: Origin,
    lead_in: Duration,
) -> (Vec<Entry>, Option<Problem>) {
    let span = value.span();
    let DeValue::Array(array) = value.into_inner() else {
        return (
            Vec::new(),
            Some(Problem::at(
                text,
                Some(&span),
                "write [[preset]] with two brackets on either side",
            )),
        );
    };
    let mut entries: Vec<Entry> = Vec::new();
    for (index, value) in array.into_iter().enumerate() {
        let span = value.span();
        let mut entry = match value.into_inner() {
            DeValue::Table(table) => {
                written::read(text, Spanned::new(span.clone(), table), origin, lead_in)
            }
            _ => Entry {
                id: String::new(),
                origin,
                preset: Err(vec![Problem::at(
                    text,
                    Some(&span),
                    "a preset is a table: begin it with [[preset]]",
                )]),
            },
        };
        if entry.id.is_empty() {
            entry.id = format!("(preset {})", index + 1);
        }
        if entries.iter().any(|other| other.id == entry.id) {
            let sentence = format!(
                "the id \"{}\" is used twice in this file: give this preset another",
                entry.id
            );
            entry.preset = Err(vec![Problem::at(text, Some(&span), sentence)]);
        }
        entries.push(entry);
    }
    (entries, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Library {
        Library::new(Vec::new(), Duration::from_secs(10))
    }

    #[test]
    fn every_built_in_preset_is_valid_and_says_what_it_is_for() {
        let library = library();
        let ids: Vec<&str> = library
            .entries()
            .iter()
            .map(|entry| entry.id.as_str())
            .collect();
        assert_eq!(
            ids,
            [
                "eccentric-4-1",
                "eccentric-4-2",
                "classic-4-2",
                "controlled-2-2",
                "power-2-x",
                "pause-3-2-x",
                "band-shoulder-3-2-3",
                "two-up-one-down",
                "superslow-10-10",
            ]
        );
        for entry in library.entries() {
            let preset = entry.preset.as_ref().unwrap();
            for text in [
                &preset.name,
                &preset.about.purpose,
                &preset.about.ours,
                &preset.about.published,
            ] {
                assert!(!text.is_empty(), "{}", entry.id);
            }
            assert!(preset.tempo().is_some());
        }
    }

    #[test]
    fn no_built_in_preset_claims_to_treat_or_to_be_best() {
        for word in [
            "treat", "cure", "heal", "rehab", "optimal", "superior", "safe", "burn",
        ] {
            assert!(!BUILT_IN.to_lowercase().contains(word), "{word}");
        }
    }

    #[test]
    fn the_default_is_three_sets_of_eight_at_4_0_1_0() {
        let library = library();
        let preset = library.find(DEFAULT).unwrap();
        assert_eq!(preset.tempo().unwrap().to_string(), "4-0-1-0");
        assert_eq!(
            preset
                .sets()
                .map(|set| set.work[0].times)
                .collect::<Vec<_>>(),
            [8, 8, 8]
        );
        assert_eq!(preset.blocks[0].rest, Duration::from_secs(120));
    }

    #[test]
    fn an_unknown_id_is_answered_with_the_nearest() {
        let error = library().find("ecentric-41").unwrap_err().to_string();
        assert!(error.contains("did you mean `eccentric-4-1`?"), "{error}");
        assert!(library().find("POWER-2-X").is_ok());
    }

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
}

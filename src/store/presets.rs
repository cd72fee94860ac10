//! The library of presets and routines: those that come with the program, and those of the person's own file, which win.

mod about;
mod array;
pub mod print;
mod routines;
mod shared;
mod wanted;
mod weeks;
mod work;
mod written;

use std::time::Duration;

use toml::de::DeTable;

use super::keys::closest;
use super::problem::Problem;
use crate::training::preset::{Preset, PresetId};
use crate::training::routine::Routine;
pub use crate::training::routine::{Kind, Origin};
use crate::training::text::visible;

pub use array::{Written, read};
pub use shared::{Shared, shared};
pub use wanted::{Line, Wanted, WantedError};

const BUILT_IN: &str = include_str!("../../assets/presets.toml");
/// What is done where nobody said anything else.
pub const DEFAULT: &str = "eccentric-4-1";

/// A preset or a routine, or what is wrong with it: one that is wrong is listed all the same, and the others work.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// As it was written; a valid id where the entry is valid.
    pub id: String,
    /// Who wrote it.
    pub origin: Origin,
    /// What it was written as.
    pub kind: Kind,
    /// What is trained, a preset alone or a routine; or every mistake in it.
    pub routine: Result<Routine, Vec<Problem>>,
}

impl Entry {
    /// The preset, where it is one and has no mistakes.
    pub fn preset(&self) -> Option<&Preset> {
        let routine = self.routine.as_ref().ok()?;
        (self.kind == Kind::Preset).then(|| routine.as_solo())?
    }
}

/// Everything that can be trained: the person's own in the order of the file, presets first, then what is built in and not
/// shadowed by it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Library {
    entries: Vec<Entry>,
}

impl Library {
    /// Puts the person's own before what is built in. `lead_in` is for presets that name none.
    pub fn new(own: Written, lead_in: Duration) -> Self {
        let mut entries = own.presets;
        let mut routines = own.routines;
        let built_in = built_in(lead_in);
        add(&mut entries, built_in.presets);
        routines.extend(built_in.routines);
        for routine in routines {
            let entry = routine.resolve(&entries);
            add(&mut entries, vec![entry]);
        }
        // The person's own first, whatever it is.
        entries.sort_by_key(|entry| entry.origin == Origin::BuiltIn);
        Self { entries }
    }

    /// Every preset and routine, the faulty ones too.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What can be trained.
    pub fn routines(&self) -> impl Iterator<Item = &Routine> {
        self.entries
            .iter()
            .filter_map(|entry| entry.routine.as_ref().ok())
    }

    /// The preset of that id, where there is one without mistakes: what a step of a routine may name.
    pub fn preset(&self, id: &PresetId) -> Option<&Preset> {
        let mut presets = self.entries.iter().filter_map(Entry::preset);
        presets.find(|preset| preset.id == *id)
    }

    /// What has that id, whatever its case.
    ///
    /// # Errors
    /// There is nothing, or it has mistakes.
    pub fn find(&self, id: &str) -> Result<&Routine, FindError> {
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
        entry
            .routine
            .as_ref()
            .map_err(|problems| FindError::Faulty {
                id: visible(id).into_owned(),
                problem: problems
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            })
    }
}

/// Adds those whose id is not taken.
fn add(entries: &mut Vec<Entry>, more: Vec<Entry>) {
    let mut taken: std::collections::HashSet<String> =
        entries.iter().map(|entry| entry.id.clone()).collect();
    for entry in more {
        if taken.insert(entry.id.clone()) {
            entries.push(entry);
        }
    }
}

fn built_in(lead_in: Duration) -> Written {
    // The file is part of the program and a test reads it, so there is always a table.
    let table = DeTable::parse(BUILT_IN)
        .map(toml::Spanned::into_inner)
        .unwrap_or_default();
    read(BUILT_IN, table, Origin::BuiltIn, lead_in).0
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::prescription::Rest;
    use crate::training::preset::Tier;

    fn library() -> Library {
        Library::new(Written::default(), Duration::from_secs(10))
    }

    #[test]
    fn everything_built_in_is_valid_and_says_what_it_is_for_and_where_its_numbers_are_from() {
        for entry in library().entries() {
            let routine = entry.routine.as_ref().unwrap();
            let about = &routine.about;
            for text in [&routine.name, &about.purpose, &about.ours, &about.published] {
                assert!(!text.is_empty(), "{}", entry.id);
            }
            if about.tier != Tier::General {
                assert!(
                    !about.pain.is_empty() && !about.source.is_empty(),
                    "{}",
                    entry.id
                );
            }
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
        let preset = library.find(DEFAULT).unwrap().as_solo().unwrap();
        assert_eq!(
            (preset.pace().as_str(), preset.dose().as_str()),
            ("4-0-1-0", "3×8")
        );
        assert_eq!(preset.work.rest, Rest::Between(Duration::from_secs(120)));
    }

    #[test]
    fn an_unknown_id_is_answered_with_the_nearest() {
        let error = library().find("ecentric-41").unwrap_err().to_string();
        assert!(error.contains("did you mean `eccentric-4-1`?"), "{error}");
        assert!(library().find("POWER-2-X").is_ok());
    }
}

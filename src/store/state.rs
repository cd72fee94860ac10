//! What the program remembers by itself: the last preset, favourites, which phase an exercise begins with. Losing this file
//! loses nothing that a person wrote, so one that cannot be read is replaced by defaults and a notice.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};

use super::write;
use crate::training::exercise::{Exercise, Start};
use crate::training::preset::Side;

/// How many presets are remembered as recent.
const MOST_RECENT: usize = 10;

/// What is remembered. Keys that this version does not know are let go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// Whether the sound was muted.
    pub mute: bool,
    /// Whether the question for newcomers was asked.
    pub seen_intro: bool,
    /// What was started last: a preset's id or a tempo, as it would be typed.
    pub last: Option<String>,
    /// What was started before, the latest first; no more than ten.
    pub recents: Vec<String>,
    /// Ids of presets that were marked.
    pub favourites: Vec<String>,
    /// Which phase an exercise begins with, by its name, where a person chose it.
    pub starts: BTreeMap<String, Start>,
    /// Which side goes first, by the exercise's name, where a person chose it.
    pub first_sides: BTreeMap<String, FirstSide>,
}

/// A side as it is written in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FirstSide {
    /// The left arm or leg.
    Left,
    /// The right arm or leg.
    Right,
}

impl From<FirstSide> for Side {
    fn from(written: FirstSide) -> Self {
        match written {
            FirstSide::Left => Self::Left,
            FirstSide::Right => Self::Right,
        }
    }
}

impl From<Side> for FirstSide {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Right => Self::Right,
        }
    }
}

impl State {
    /// Reads the file. A missing one is the beginning; one that cannot be read gives defaults and the sentence to show.
    pub fn load(path: Option<&Path>) -> (Self, Option<String>) {
        let Some(path) = path else {
            return Self::beginning();
        };
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::beginning(),
            Err(error) => return Self::forgotten(&error.kind().to_string()),
        };
        toml::from_str(&text)
            .map_or_else(|_| Self::forgotten("it is damaged"), |state| (state, None))
    }

    /// Writes the file in one step.
    ///
    /// # Errors
    /// Whatever the file system says; what was there before is still there then.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
        let heading = "# Written by downbeat. Delete it to forget recents, favourites and sides; nothing else is lost.\n";
        write::atomically(path, format!("{heading}{text}").as_bytes())
    }

    /// Remembers what was started, a preset's id or a tempo.
    pub fn started(&mut self, what: &str) {
        self.recents.retain(|recent| recent != what);
        self.recents.insert(0, what.to_owned());
        self.recents.truncate(MOST_RECENT);
        self.last = Some(what.to_owned());
    }

    /// Whether a preset was marked.
    pub fn is_favourite(&self, id: &str) -> bool {
        self.favourites.iter().any(|favourite| favourite == id)
    }

    /// Marks a preset, or takes the mark away.
    pub fn toggle_favourite(&mut self, id: &str) {
        if self.is_favourite(id) {
            self.favourites.retain(|favourite| favourite != id);
        } else {
            self.favourites.push(id.to_owned());
        }
    }

    /// Which phase was chosen for an exercise, if any.
    pub fn start_of(&self, exercise: &Exercise) -> Option<Start> {
        self.starts.get(&exercise.name).copied()
    }

    /// Remembers which phase an exercise begins with. One without a name is nothing to remember by.
    pub fn set_start(&mut self, exercise: &Exercise, start: Start) {
        if !exercise.name.is_empty() {
            self.starts.insert(exercise.name.clone(), start);
        }
    }

    /// Which side was chosen to go first, if any.
    pub fn first_side_of(&self, exercise: &Exercise) -> Option<Side> {
        self.first_sides
            .get(&exercise.name)
            .copied()
            .map(Side::from)
    }

    /// Remembers which side goes first.
    pub fn set_first_side(&mut self, exercise: &Exercise, side: Side) {
        if !exercise.name.is_empty() {
            self.first_sides.insert(exercise.name.clone(), side.into());
        }
    }

    fn beginning() -> (Self, Option<String>) {
        (Self::default(), None)
    }

    fn forgotten(why: &str) -> (Self, Option<String>) {
        let notice = format!(
            "What was used last could not be read ({why}); starting afresh, nothing else is lost."
        );
        // Somebody who has a file, even a damaged one, is no newcomer.
        (
            Self {
                seen_intro: true,
                ..Self::default()
            },
            Some(notice),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worn_in() -> State {
        let mut state = State {
            mute: true,
            seen_intro: true,
            ..State::default()
        };
        state.started("eccentric-4-1");
        state.started("4-0-1-0");
        state.toggle_favourite("power-2-x");
        state.set_start(&Exercise::named("Belt \u{1b} \"squat\""), Start::Lift);
        state.set_first_side(&Exercise::named("Lunge"), Side::Right);
        state
    }

    #[test]
    fn what_is_saved_is_what_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("downbeat/state.toml");
        assert_eq!(State::load(Some(&path)), (State::default(), None));
        worn_in().save(&path).unwrap();
        assert_eq!(State::load(Some(&path)), (worn_in(), None));
    }

    #[test]
    fn a_damaged_file_gives_defaults_and_a_notice_and_can_be_saved_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.toml");
        for damage in [&b"last = "[..], b"\xff\xfe", b"mute = 3", b"\0\0\0\0"] {
            fs::write(&path, damage).unwrap();
            let (state, notice) = State::load(Some(&path));
            assert_eq!((state.last, notice.is_some()), (None, true));
        }
        worn_in().save(&path).unwrap();
        assert_eq!(State::load(Some(&path)).1, None);
    }

    #[test]
    fn a_file_of_a_later_version_is_read_as_far_as_it_is_known() {
        let state: State = toml::from_str("last = 'a'\nfuture = [1]\n").unwrap();
        assert_eq!(state.last.as_deref(), Some("a"));
    }

    #[test]
    fn recents_are_few_and_each_is_there_once() {
        let mut state = State::default();
        for number in 0..20 {
            state.started(&format!("p{}", number % 12));
        }
        state.started("p7");
        assert_eq!(state.recents.len(), MOST_RECENT);
        assert_eq!(
            state
                .recents
                .iter()
                .filter(|recent| *recent == "p7")
                .count(),
            1
        );
        assert_eq!(state.recents[0], "p7");
    }

    #[test]
    fn choices_belong_to_the_exercise_whatever_its_spelling() {
        let mut state = State::default();
        state.set_start(&Exercise::named("back squat"), Start::Lift);
        assert_eq!(state.start_of(&Exercise::named("Squat")), Some(Start::Lift));
        state.set_start(&Exercise::unnamed(), Start::Lift);
        assert_eq!(state.start_of(&Exercise::unnamed()), None);
    }
}

//! What the program remembers by itself from one day to the next, and may forget without harm.

use super::exercise::{Exercise, Start};
use super::follow::Follow;
use super::preset::{Preset, PresetError};
use super::routine::Routine;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many recent starts are kept.
const RECENTS: usize = 10;

/// Small things that save key presses. Keys that this version does not know are let go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Whether the sound was off.
    pub mute: bool,
    /// Whether a session was ever begun: the question to newcomers is asked once.
    pub introduced: bool,
    /// What was started, a preset's id or a tempo, as it would be typed; the latest first.
    pub recents: Vec<String>,
    /// The ids of favourites, the latest first.
    pub favourites: Vec<String>,
    /// The phase that an exercise begins with, by its name, where a person chose it.
    pub starts: BTreeMap<String, Start>,
    /// What is lifted with a preset, by its id, where a person said so.
    pub lifts: BTreeMap<String, String>,
    /// Programmes that are followed.
    pub following: Vec<Follow>,
}

impl Memory {
    /// Notes what was started.
    pub fn started(&mut self, what: &str) {
        self.recents.retain(|recent| recent != what);
        self.recents.insert(0, what.to_owned());
        self.recents.truncate(RECENTS);
    }

    /// What was started last.
    pub fn last(&self) -> Option<&str> {
        self.recents.first().map(String::as_str)
    }

    /// The phase that was chosen for an exercise, or else the one that it usually begins with.
    pub fn start_of(&self, exercise: &Exercise) -> Start {
        self.starts
            .get(&exercise.name)
            .copied()
            .unwrap_or(exercise.start)
    }

    /// Keeps an id among the favourites, or no longer. Returns whether it is one now.
    pub fn toggle_favourite(&mut self, id: &str) -> bool {
        let before = self.favourites.len();
        self.favourites.retain(|favourite| favourite != id);
        let kept = self.favourites.len() == before;
        if kept {
            self.favourites.insert(0, id.to_owned());
        }
        kept
    }

    /// Notes what is lifted with a preset; nothing forgets it.
    pub fn set_lift(&mut self, id: &str, exercise: &str) {
        if exercise.is_empty() {
            self.lifts.remove(id);
        } else {
            self.lifts.insert(id.to_owned(), exercise.to_owned());
        }
    }

    /// The programme of that id that is followed.
    pub fn followed(&self, id: &str) -> Option<&Follow> {
        self.following.iter().find(|follow| follow.id == id)
    }

    /// A routine as it will be trained on a day: in its week where it is followed, with the exercise that was named for it,
    /// and with the start that was chosen for each exercise.
    pub fn as_chosen(&self, routine: &Routine, today: Date) -> Routine {
        let due = routine.at_week(self.week_of(routine, today));
        let chosen = due.map(|preset| self.preset_as_chosen(preset));
        chosen.unwrap_or(due)
    }

    /// The week in which a routine is on a day: the first, where it is not followed.
    pub fn week_of(&self, routine: &Routine, today: Date) -> u32 {
        let followed = self.followed(routine.id.as_str()).zip(routine.programme);
        followed.map_or(1, |(follow, programme)| follow.week(programme, today))
    }

    fn preset_as_chosen(&self, preset: &Preset) -> Result<Preset, PresetError> {
        let mut draft = preset.draft();
        if let Some(name) = self.lifts.get(preset.id.as_str()) {
            draft.exercise = Exercise::named(name);
        }
        draft.exercise.start = self.start_of(&draft.exercise);
        Preset::new(draft)
    }

    /// What is remembered of an id belongs to another one from now on.
    pub fn renamed(&mut self, old: &str, new: &str) {
        if old == new {
            return;
        }
        for id in self.recents.iter_mut().chain(&mut self.favourites) {
            if id == old {
                new.clone_into(id);
            }
        }
        if let Some(lift) = self.lifts.remove(old) {
            self.lifts.insert(new.to_owned(), lift);
        }
        for follow in &mut self.following {
            if follow.id == old {
                new.clone_into(&mut follow.id);
            }
        }
    }

    /// A preset was written: its exercise and its start hold, whatever was said of them before.
    pub fn written(&mut self, preset: &Preset) {
        if !preset.exercise.name.is_empty() {
            self.lifts.remove(preset.id.as_str());
        }
        if let Some(start) = self.starts.get_mut(&preset.exercise.name) {
            *start = preset.exercise.start;
        }
    }

    /// Notes which phase an exercise begins with. One without a name is nothing to remember by.
    pub fn set_start(&mut self, exercise: &Exercise, start: Start) {
        if !exercise.name.is_empty() {
            self.starts.insert(exercise.name.clone(), start);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recents_are_few_and_each_is_there_once() {
        let mut memory = Memory::default();
        for number in 0..20 {
            memory.started(&format!("p{}", number % 12));
        }
        memory.started("p7");
        assert_eq!(memory.recents.len(), RECENTS);
        assert_eq!(
            memory
                .recents
                .iter()
                .filter(|recent| *recent == "p7")
                .count(),
            1
        );
        assert_eq!(memory.last(), Some("p7"));
    }

    #[test]
    fn choices_belong_to_the_exercise_whatever_its_spelling() {
        let mut memory = Memory::default();
        memory.set_start(&Exercise::named("back squat"), Start::Lift);
        assert_eq!(memory.start_of(&Exercise::named("Squat")), Start::Lift);
        memory.set_start(&Exercise::unnamed(), Start::Lift);
        assert_eq!(memory.start_of(&Exercise::unnamed()), Start::Lower);
    }
}

//! What the program remembers by itself from one day to the next, and may forget without harm.

use super::exercise::{Exercise, Start};
use super::follow::Follow;
use super::practice::Practised;
use super::preset::{Preset, PresetError, Set};
use super::routine::Routine;
use super::tempo::Tempo;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// How many recent starts are kept.
const RECENTS: usize = 10;
/// Of how many tempos the last practice is kept.
const PRACTISED: usize = 20;
/// How long a session that was left in the middle is worth going on with: the same day. Our own choice.
const RECENT: Duration = Duration::from_secs(12 * 3600);

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
    /// The ids of published programmes whose sources and pain rules were shown before the first start.
    pub shown: Vec<String>,
    /// The session that is under way, or was left in the middle.
    pub interrupted: Option<Box<Interrupted>>,
    /// How the last practice of a tempo was felt, the latest first.
    pub practised: Vec<Practised>,
}

/// A session that was left before everything was done, as far as it is needed to go on with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Interrupted {
    /// What was started, as it would be typed.
    pub word: String,
    /// How many sets of each step were done.
    pub done: Vec<u32>,
    /// How many there were to be done. Another number today is another session.
    pub of: Vec<u32>,
    /// How many reps there were to be in all, for the same reason.
    pub reps: u32,
    /// When it was last known to be under way, in seconds since 1970. Whoever writes the memory down knows the time.
    pub at: u64,
}

impl Interrupted {
    /// Whether it is so fresh that going on with it makes sense.
    pub fn is_recent(&self, now: u64) -> bool {
        self.at.abs_diff(now) <= RECENT.as_secs()
    }

    /// Whether a routine is the one that was left: as many sets and reps, and some of them still to be done.
    pub fn fits(&self, routine: &Routine) -> bool {
        let sets: Vec<u32> = routine.presets().map(|preset| preset.work.sets).collect();
        let left = self.done.iter().zip(&self.of).any(|(done, of)| done < of);
        let begun = self.done.iter().any(|done| *done > 0);
        begun
            && left
            && self.done.len() == sets.len()
            && self.of == sets
            && self.reps == reps(routine)
    }
}

/// How many reps there are in a routine.
pub fn reps(routine: &Routine) -> u32 {
    let sets = routine.presets().flat_map(Preset::sets);
    sets.map(Set::reps).fold(0, u32::saturating_add)
}

impl Memory {
    /// Notes what was started.
    pub fn started(&mut self, what: &str) {
        self.recents.retain(|recent| recent != what);
        self.recents.insert(0, what.to_owned());
        self.recents.truncate(RECENTS);
    }

    /// Notes what time it is, where that is to be kept.
    pub fn stamp(&mut self, now: u64) {
        if let Some(interrupted) = &mut self.interrupted {
            interrupted.at = now;
        }
    }

    /// Notes that a session began, of what has this id and was asked for by this word.
    pub fn begun(&mut self, id: &str, word: Option<&str>, today: Date) {
        if let Some(word) = word {
            self.started(word);
        }
        for follow in &mut self.following {
            if follow.id == id {
                follow.begin(today);
            }
        }
    }

    /// Notes how a practice was felt, in the place of the one before at the same tempo.
    pub fn note_practice(&mut self, practised: Practised) {
        self.practised
            .retain(|other| other.tempo != practised.tempo);
        self.practised.insert(0, practised);
        self.practised.truncate(PRACTISED);
    }

    /// How the last practice of a tempo was felt.
    pub fn practice_of(&self, tempo: Tempo) -> Option<&Practised> {
        let written = tempo.to_string();
        self.practised
            .iter()
            .find(|practised| practised.tempo == written)
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
        if let Some(left) = &mut self.interrupted
            && left.word == old
        {
            new.clone_into(&mut left.word);
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
    use crate::training::preset::Draft;

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
    fn a_session_is_gone_on_with_on_the_same_day_and_only_where_it_is_still_the_same() {
        let squat = |sets, reps| {
            let (id, tempo) = ("any".parse().unwrap(), "4-0-1-0".parse().unwrap());
            let rest = Duration::from_secs(60);
            let draft = Draft::straight(id, Exercise::unnamed(), tempo, sets, reps, rest);
            Routine::solo(Preset::new(draft).unwrap())
        };
        let left = Interrupted {
            word: "any".to_owned(),
            done: vec![2],
            of: vec![3],
            reps: 24,
            at: 1_000_000,
        };
        assert!(left.fits(&squat(3, 8)) && left.is_recent(1_000_000 + 12 * 3600));
        assert!(!left.is_recent(1_000_001 + 12 * 3600));
        for other in [squat(3, 9), squat(4, 6), squat(2, 12)] {
            assert!(!left.fits(&other));
        }
        for done in [vec![3], vec![0], vec![1, 1], vec![]] {
            let other = Interrupted {
                done,
                ..left.clone()
            };
            assert!(!other.fits(&squat(3, 8)));
        }
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

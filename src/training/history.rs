//! What earlier sessions say about the next one: the last set of each, whether reps were to spare twice, how slowly a load
//! was lowered, and how long an exercise has been done that way. Readiness and progress both read it here, so that they
//! cannot disagree about what was done.

#[cfg(test)]
pub(crate) mod fixture;
mod intro;
mod last;

pub use intro::{EASED_REPS, Intro, intro};
pub use last::{LastSet, spare_twice};

use super::exercise::Exercise;
use super::journal::{Counted, Load, PastSession, SetRecord};
use super::preset::Preset;
use super::region::{Region, trained};
use super::tempo::{Pace, Tempo};
use super::text::visible;
use jiff::civil::Date;
use serde::Serialize;
use std::time::Duration;

/// A lowering from which on a profile counts as eccentric. Our own choice: the trials that are called slow lower for 3 s
/// and more, and those that are called regular for 2 s.
pub const ECCENTRIC: Duration = Duration::from_secs(3);

/// How many of the latest sessions of an exercise are enough for everything that is concluded here: three weeks of two a
/// day, and a few more.
pub const ENOUGH: usize = 50;

/// An entry that something was concluded from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The day of the entry.
    pub day: Date,
    /// What it says: `soreness, calves 5`.
    pub words: String,
}

impl Cited {
    /// An entry of a day.
    pub fn new(day: Date, words: impl Into<String>) -> Self {
        let words = words.into();
        Self { day, words }
    }
}

/// What is lifted, as history knows it: by the exercise, and where nobody said which, by the preset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// What is lifted.
    pub exercise: Exercise,
    /// The id of the preset.
    pub preset: String,
    /// How many sets of it are planned now.
    pub sets: u32,
}

impl Lifted {
    /// What a preset lifts.
    pub fn of(preset: &Preset) -> Self {
        Self {
            exercise: preset.exercise.clone(),
            preset: preset.id.as_str().to_owned(),
            sets: preset.work.sets,
        }
    }

    /// Whether a set is one of it that counts.
    pub fn did(&self, set: &SetRecord) -> bool {
        let same = if self.exercise.name.is_empty() {
            set.exercise.is_empty() && set.preset == self.preset
        } else {
            set.exercise.eq_ignore_ascii_case(&self.exercise.name)
        };
        same && set.counted == Counted::Kept
    }

    /// The regions that it trains; empty where that is not known.
    pub fn regions(&self) -> &'static [Region] {
        trained(&self.exercise)
    }

    /// As it is called in a sentence.
    pub fn name(&self) -> String {
        let name = match self.exercise.name.as_str() {
            "" => &self.preset,
            name => name,
        };
        visible(name).into_owned()
    }
}

/// How heavy an exercise is the next time, until somebody says: the last load that was given or assumed in the sets that count
/// of its latest session with any. `sessions` has the latest first.
pub fn last_load(sessions: &[PastSession]) -> Option<&Load> {
    let mut sets = sessions
        .iter()
        .map(|session| session.kept().rev().peekable());
    let mut latest = sets.find_map(|mut sets| sets.peek().is_some().then_some(sets))?;
    latest.find_map(|set| set.load.value())
}

/// The tempos of a set record, each once.
fn tempos(written: &str) -> impl Iterator<Item = Tempo> {
    written.split('>').filter_map(|tempo| tempo.parse().ok())
}

/// The slowest lowering among tempos; nothing where none is lowered in a given time.
pub fn slowest(tempos: impl IntoIterator<Item = Tempo>) -> Option<Duration> {
    let timed = |tempo: Tempo| match tempo.lower() {
        Pace::Timed(length) => Some(length),
        Pace::Explosive | Pace::Assisted => None,
    };
    tempos.into_iter().filter_map(timed).max()
}

/// The slowest lowering in a set that was done.
pub fn slowest_of(set: &SetRecord) -> Option<Duration> {
    slowest(tempos(&set.tempo))
}

/// Whether a lowering makes a profile eccentric.
pub fn is_eccentric(lowering: Option<Duration>) -> bool {
    lowering >= Some(ECCENTRIC)
}

/// A day in words, `24 Oct`.
pub fn day(day: Date) -> String {
    day.strftime("%-d %b").to_string()
}

/// The load and reps of sets in a row: `60 kg 8 8 7`. Sides of a set stand together (`8/7`), and a load is said where it changes.
pub fn in_one_line<'s>(sets: impl IntoIterator<Item = &'s SetRecord>) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<&SetRecord> = None;
    for set in sets {
        let load = set.load.value();
        let changed =
            load.filter(|load| before.and_then(|before| before.load.value()) != Some(load));
        let other_side =
            before.is_some_and(|before| before.set == set.set && before.side != set.side);
        words.extend(changed.map(|load| visible(&load.to_string()).into_owned()));
        match words.last_mut() {
            Some(reps) if other_side && changed.is_none() => {
                reps.push('/');
                reps.push_str(&set.reps().to_string());
            }
            _ => words.push(set.reps().to_string()),
        }
        before = Some(set);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests;

//! What is read back from the journal: a session with its sets, and what is needed to say something about today.

use super::{Counted, Morning, SessionRecord, SetRecord};
use crate::training::mobility::is_mobility;
use jiff::civil::Date;

/// A session with its sets in the order in which they were done. Where it was looked up for an exercise, the sets of that
/// exercise alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastSession {
    /// The session.
    pub session: SessionRecord,
    /// Its sets, abandoned attempts among them.
    pub sets: Vec<SetRecord>,
}

/// What the advice of a day rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diary {
    /// How many mornings were answered before those.
    pub earlier: usize,
    /// The mornings of the last eight weeks, today's among them, the latest last.
    pub mornings: Vec<Morning>,
    /// The sessions of the last eight weeks, the latest last.
    pub sessions: Vec<PastSession>,
}

impl Diary {
    /// What was answered on a day.
    pub fn morning(&self, day: Date) -> Option<&Morning> {
        self.mornings.iter().find(|morning| morning.day == day)
    }

    /// The sessions that trained anything, the latest last: [mobility](crate::training::mobility) is none of them.
    pub fn trainings(&self) -> impl DoubleEndedIterator<Item = &PastSession> {
        let sessions = self.sessions.iter();
        sessions.filter(|past| !is_mobility(&past.session.id))
    }

    /// Puts a morning in the place of what was answered on its day.
    pub fn put(&mut self, morning: Morning) {
        self.mornings.retain(|other| other.day != morning.day);
        let place = self
            .mornings
            .partition_point(|other| other.day < morning.day);
        self.mornings.insert(place, morning);
    }
}

impl PastSession {
    /// Puts a set in the place of what was known of it.
    pub fn put(&mut self, set: SetRecord) {
        match self.sets.iter_mut().find(|old| old.key() == set.key()) {
            Some(old) => *old = set,
            None => self.sets.push(set),
        }
    }

    /// The sets that count.
    pub fn kept(&self) -> impl DoubleEndedIterator<Item = &SetRecord> {
        self.sets.iter().filter(|set| set.counted == Counted::Kept)
    }

    /// Its sets in short: `8 8 7, 2 left`, with what was left at the end where somebody said so.
    pub fn in_short(&self) -> String {
        let reps: Vec<String> = self.kept().map(|set| set.reps().to_string()).collect();
        let left = self.kept().next_back().and_then(|set| set.reserve.given());
        match left {
            Some(left) => format!("{}, {left} left", reps.join(" ")),
            None => reps.join(" "),
        }
    }
}

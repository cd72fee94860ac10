//! What is read back from the journal: a session with its sets, and what is needed to say something about today.

use super::{Morning, SessionRecord, SetRecord};

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
    /// The mornings of the last eight weeks, today's among them, the latest last.
    pub mornings: Vec<Morning>,
    /// The sessions of the last eight weeks, the latest last.
    pub sessions: Vec<PastSession>,
}

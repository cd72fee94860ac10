//! What the app asks of the journal, and what it is answered.

use crate::training::journal::{Diary, Entry, Key, PastSession, Stamp};

/// Something that the journal is asked for. Requests are answered in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Keep these, in one step: all or none. Entries with the same key are replaced. Answered with [`Reply::Kept`] or
    /// [`Reply::Failed`].
    Keep(Vec<Entry>),
    /// Take these away; a session goes with its sets. Answered with [`Reply::Removed`].
    Remove(Vec<Key>),
    /// What was done of these exercises, by their names. Answered with [`Reply::Past`].
    Past(Vec<String>),
    /// What the advice of today rests on. Answered with [`Reply::Diary`].
    Diary,
    /// Some sessions before a moment, or the latest ones. Answered with [`Reply::Page`].
    Page(Option<Stamp>),
    /// The figures of the trends. Answered with [`Reply::Trends`].
    Trends(super::trends::Wanted),
}

/// What the journal answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// These stand in the file, on the disk.
    Kept(Vec<Key>),
    /// Something could not be done; what was to be kept and is not, and why, with what to do about it.
    Failed {
        /// Entries that are in no file yet.
        unkept: Vec<Key>,
        /// A sentence.
        why: String,
    },
    /// Something to know, such as what became of a damaged file.
    Notice(String),
    /// What was done of each exercise, the latest session first.
    Past(Vec<(String, Vec<PastSession>)>),
    /// What the advice of today rests on.
    Diary(Box<Diary>),
    /// Sessions before a moment, the latest first.
    Page {
        /// As asked.
        before: Option<Stamp>,
        /// The sessions.
        sessions: Vec<PastSession>,
    },
    /// What was taken away: keeping it brings it back.
    Removed(Vec<Entry>),
    /// The figures of the trends.
    Trends(Box<super::trends::Figures>),
}

//! The journal's records: what was done in each set, how a session felt, how somebody rose, and what was practised.
//!
//! An [`Entry`] is the one unit of the journal: the interface hands entries over, the store keeps them, and export and import
//! write and read the same. Entries are named by [`Key`]s that never change, so that writing one twice keeps it once. What
//! was asked and not answered is an [`Answer`] that says so. Nothing in here knows a file or the time of day.

mod answer;
mod elsewhere;
mod load;
mod mass;
mod morning;
mod past;
mod recount;
mod score;
mod session;
mod set;
mod stamp;

pub use answer::Answer;
pub use elsewhere::{Elsewhere, LoadOf, began, elsewhere, free};
pub use load::{Load, LoadError};
pub use mass::{Mass, MassError, Unit};
pub use morning::{Morning, Sign};
pub use past::{Diary, PastSession};
pub use recount::Retimed;
pub use score::Score;
pub use session::{Origin, SessionRecord};
pub use set::{Counted, SetRecord, TensionMs};
pub use stamp::Stamp;

use super::practice::Practised;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One thing that the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "lowercase")]
pub enum Entry {
    /// A session, which its sets name.
    Session(SessionRecord),
    /// What was done in one attempt at one set, on one side where sides are worked one by one.
    Set(SetRecord),
    /// How somebody rose, a day at most once.
    Morning(Morning),
    /// How long the seconds of a practice were.
    Practice(PracticeRecord),
}

/// What names an entry. The same key is the same entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A session, by its beginning.
    Session(Stamp),
    /// An attempt at a set of it.
    Set {
        /// The beginning of the session.
        session: Stamp,
        /// The bout, counted from 1 in the order in which they were planned.
        bout: u16,
        /// Counts from 1.
        attempt: u32,
    },
    /// A morning, by its day.
    Morning(Date),
    /// A practice, by its end.
    Practice(Stamp),
}

/// A practice of a tempo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeRecord {
    /// When it ended.
    pub at: Stamp,
    /// What was felt.
    #[serde(flatten)]
    pub practised: Practised,
}

impl Entry {
    /// What names it.
    pub fn key(&self) -> Key {
        match self {
            Self::Session(session) => Key::Session(session.began),
            Self::Set(set) => set.key(),
            Self::Morning(morning) => Key::Morning(morning.day),
            Self::Practice(practice) => Key::Practice(practice.at),
        }
    }
}

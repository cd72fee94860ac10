//! Calls: what a voice says during a session, and exactly when.
//!
//! A call is placed where there is room for its word: behind the sound that marks a moment, and over before the next
//! phase begins. Where a word does not fit a shorter one is chosen, and where none fits nothing is said. What is counted
//! and announced is settled once, by [`Calling`].

mod opening;
mod place;

use super::timeline::Handle;
use super::word::Word;
use std::time::Duration;

pub(super) use place::all;

/// A word at an exact moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Call {
    /// Position on the timeline: the onset of the word.
    pub at: Duration,
    /// Why it is said.
    pub kind: CallKind,
    /// What is said.
    pub word: Word,
}

impl Call {
    /// Where the word is over.
    pub fn end(&self) -> Duration {
        self.at + self.word.length()
    }
}

/// Why something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallKind {
    /// Everything is over: it is said at the very end, behind which nothing comes.
    Done,
    /// What has just begun.
    Name,
    /// Which rep it is.
    Rep,
    /// How many seconds of a phase have passed or are left.
    Second,
    /// What comes next, inside the last second before it: the handle will do this.
    Announce(Handle),
    /// A number on the way to a beginning, or a notice.
    Count,
}

impl CallKind {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Name => "name",
            Self::Rep => "rep",
            Self::Second => "second",
            Self::Announce(_) => "announce",
            Self::Count => "count",
        }
    }
}

/// What is counted, and what is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Calling {
    /// How reps are counted.
    pub reps: Counting,
    /// Which rep the number between two of them means.
    pub turn: Turn,
    /// How the seconds of a phase are counted.
    pub seconds: Counting,
    /// What is announced.
    pub notices: Notices,
}

impl Default for Calling {
    /// Reps are counted up when they are done, seconds are left to the ticks, and everything is announced.
    fn default() -> Self {
        Self {
            reps: Counting::Up,
            turn: Turn::End,
            seconds: Counting::Silent,
            notices: Notices::ALL,
        }
    }
}

/// How something is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counting {
    /// One, two, three.
    Up,
    /// How many are left.
    Down,
    /// Not at all.
    Silent,
}

/// Which rep the number at the turn from one rep to the next means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// The one that is over: it is counted when it is done.
    End,
    /// The one that begins.
    Start,
}

/// Something that may be announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notice {
    /// The last rep of a set.
    LastRep,
    /// Half of a hold is over.
    HalfWay,
    /// Thirty seconds of rest are left.
    ThirtySeconds,
    /// Ten seconds of a rest or of a long hold are left.
    TenSeconds,
    /// Three, two, one.
    ThreeTwoOne,
}

impl Notice {
    /// Every notice, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::LastRep,
        Self::HalfWay,
        Self::ThirtySeconds,
        Self::TenSeconds,
        Self::ThreeTwoOne,
    ];

    fn bit(self) -> u8 {
        1 << Self::ALL
            .iter()
            .take_while(|notice| **notice != self)
            .count()
    }
}

/// A set of notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Notices(u8);

impl Notices {
    /// All of them.
    pub const ALL: Self = Self((1 << Notice::ALL.len()) - 1);
    /// None of them.
    pub const NONE: Self = Self(0);

    /// Whether this one is given.
    pub fn has(self, notice: Notice) -> bool {
        self.0 & notice.bit() != 0
    }

    /// The same with this one given where it was not, and not given where it was.
    #[must_use]
    pub fn toggled(self, notice: Notice) -> Self {
        Self(self.0 ^ notice.bit())
    }

    /// Those that are given, in their order.
    pub fn iter(self) -> impl Iterator<Item = Notice> {
        Notice::ALL
            .into_iter()
            .filter(move |notice| self.has(*notice))
    }
}

impl FromIterator<Notice> for Notices {
    fn from_iter<I: IntoIterator<Item = Notice>>(notices: I) -> Self {
        let bits = notices.into_iter().map(Notice::bit);
        Self(bits.fold(0, |all, bit| all | bit))
    }
}

#[cfg(test)]
mod tests;

//! What is done inside a set, one thing after the other.

use crate::training::tempo::Tempo;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What a rep that nobody paces counts for in totals.
pub const OWN_PACE: Duration = Duration::from_secs(2);

/// Whether the timeline waits for a key at the end of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Gate {
    /// Time goes on.
    #[default]
    Open,
    /// Time stands still until a key is pressed.
    Closed,
}

/// Why there is a pause within a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interlude {
    /// To breathe.
    Break,
    /// To take weight off.
    Drop {
        /// How much of it, in per cent.
        percent: u32,
    },
}

/// One thing done inside a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// A rep at a tempo. A closed gate waits at the end of the lift (a metronome must never hurry a heavy lift).
    Rep {
        /// The four phases.
        tempo: Tempo,
        /// Whether the end of the lift waits for a key.
        lockout: Gate,
    },
    /// An isometric hold.
    Hold(Duration),
    /// One steady stroke, as in foam rolling; never tension.
    Beat(Duration),
    /// A rep that nobody paces: it waits for a key. Never tension, because nobody knows how long it took.
    OwnPace,
    /// A pause within the set.
    Change {
        /// How long it takes.
        length: Duration,
        /// What it is for.
        what: Interlude,
    },
}

impl Effort {
    /// How long it takes once, nominally where X, A or a key is in it.
    pub fn length(self) -> Duration {
        match self {
            Self::Rep { tempo, .. } => tempo.rep_length(),
            Self::Hold(length) | Self::Beat(length) | Self::Change { length, .. } => length,
            Self::OwnPace => OWN_PACE,
        }
    }
}

/// The same effort several times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// What is done.
    pub effort: Effort,
    /// How often, at least once.
    pub times: u32,
}

/// What the number of reps of a set means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Goal {
    /// Just so many.
    #[default]
    Exactly,
    /// At least this many; the set ends at the number that is paced at the latest.
    AtLeast(u32),
    /// As many as possible; the number is only where the pacing ends.
    AsMany,
    /// As many as are tolerated, up to the number.
    AsTolerated,
}

/// One set: its work in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// What is done, in order.
    pub work: Vec<Work>,
    /// What the number of its reps means.
    pub goal: Goal,
}

impl Set {
    /// How long it takes on one side, nominally.
    pub fn length(&self) -> Duration {
        self.work.iter().fold(Duration::ZERO, |sum, work| {
            sum.saturating_add(work.effort.length().saturating_mul(work.times))
        })
    }

    /// Reps, holds or strokes; changes are none.
    pub fn reps(&self) -> u32 {
        let work = self.work.iter();
        work.filter(|work| !matches!(work.effort, Effort::Change { .. }))
            .fold(0, |sum, work| sum.saturating_add(work.times))
    }
}

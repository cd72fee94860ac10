//! One attempt at one set, on one side where sides are worked one by one: planned, paced and done kept apart.

use super::{Answer, Key, Load, Stamp};
use crate::training::preset::{Goal, Side};
use crate::training::timeline::Tension;
use serde::{Deserialize, Serialize};

/// Whether a set counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// It does.
    #[default]
    Kept,
    /// It was done again, and counts for nothing.
    Abandoned,
}

/// Time under tension by what the muscle did, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct TensionMs {
    /// Lengthening under load.
    pub eccentric_ms: u64,
    /// Shortening.
    pub concentric_ms: u64,
    /// Holding still under load.
    pub isometric_ms: u64,
}

impl TensionMs {
    /// All three together.
    pub fn total_ms(self) -> u64 {
        let moving = self.eccentric_ms.saturating_add(self.concentric_ms);
        moving.saturating_add(self.isometric_ms)
    }
}

impl From<Tension> for TensionMs {
    fn from(tension: Tension) -> Self {
        let millis =
            |length: std::time::Duration| u64::try_from(length.as_millis()).unwrap_or(u64::MAX);
        Self {
            eccentric_ms: millis(tension.eccentric),
            concentric_ms: millis(tension.concentric),
            isometric_ms: millis(tension.isometric),
        }
    }
}

/// What was done in one attempt at a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRecord {
    /// The session that it belongs to.
    pub session: Stamp,
    /// The bout within it, counted from 1 in the order in which they were planned.
    pub bout: u16,
    /// Counts from 1: a set done again is a further attempt.
    pub attempt: u32,
    /// When it ended.
    pub at: Stamp,
    /// The id of the preset, as slug; empty for a bare tempo or a line.
    pub preset: String,
    /// What was lifted: history belongs to it. Empty where nobody said.
    pub exercise: String,
    /// The tempo as it was performed, `4-0-1-0`; where it varied within the set, each once with `>` between them; empty where
    /// there was none.
    pub tempo: String,
    /// The set within its exercise, counted from 1; it spans both sides.
    pub set: u32,
    /// The side, where sides are worked one by one.
    pub side: Option<Side>,
    /// Reps (or holds, or strokes) that were planned.
    pub planned: u32,
    /// What that number meant.
    pub goal: Goal,
    /// Reps that were paced to their end.
    pub paced: u32,
    /// Reps that were done; assumed where nobody said otherwise than was paced.
    pub done: Answer<u32>,
    /// Reps in which somebody said that the tempo broke, by their numbers, ascending.
    pub broke: Vec<u32>,
    /// How heavy it was.
    pub load: Answer<Load>,
    /// Reps that were left at its end (reps in reserve).
    pub reserve: Answer<u8>,
    /// Time under tension of the reps that count.
    #[serde(flatten)]
    pub tension: TensionMs,
    /// How often it was interrupted: pauses, a computer that slept.
    pub interruptions: u32,
    /// Whether it counts.
    pub counted: Counted,
}

impl SetRecord {
    /// What names it.
    pub fn key(&self) -> Key {
        Key::Set {
            session: self.session,
            bout: self.bout,
            attempt: self.attempt,
        }
    }

    /// Reps that were done, be it said or assumed.
    pub fn reps(&self) -> u32 {
        self.done.value().copied().unwrap_or(self.paced)
    }

    /// Reps that were done in which nobody said that the tempo broke.
    pub fn clean_reps(&self) -> u32 {
        let done = self.reps();
        let broke = self.broke.iter().filter(|rep| **rep <= done).count();
        done.saturating_sub(u32::try_from(broke).unwrap_or(u32::MAX))
    }
}

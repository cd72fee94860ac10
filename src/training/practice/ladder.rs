//! A ladder: the lowering grows by a step, rep by rep or set by set, up to a target, and stays there.

use super::{PracticeError, count};
use crate::training::length;
use crate::training::prescription::{Pacing, Prescription};
use crate::training::tempo::{FINEST, LONGEST, SHORTEST, Tempo};
use std::str::FromStr;
use std::time::Duration;

/// A small step that is felt nevertheless.
pub const STEP: Duration = Duration::from_millis(500);
/// How far up a ladder goes where nobody says.
const USUAL_RISE: Duration = Duration::from_secs(3);
/// The reps of a set of a ladder that grows set by set. Our own choice.
const REPS: u32 = 5;
/// The time between two of them. Our own choice: nobody is loaded much here.
const REST: Duration = Duration::from_secs(20);

/// A part of a tempo: a lowering to reach, or the step towards it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span(Duration);

impl Span {
    /// Its length.
    pub fn duration(self) -> Duration {
        self.0
    }
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let length = length::read(text).map_err(|error| error.to_string())?;
        let is_fine = length.as_nanos().is_multiple_of(FINEST.as_nanos());
        if is_fine && (SHORTEST / 2..=LONGEST).contains(&length) {
            Ok(Self(length))
        } else {
            Err("write seconds from 0.1 to 120, in hundredths at most, such as 0.5s".to_owned())
        }
    }
}

/// When the lowering grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Each {
    /// With each rep.
    #[default]
    Rep,
    /// With each set of five.
    Set,
}

/// A text that is no [`Each`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a ladder grows with each \"rep\" or with each \"set\": write one of these")]
pub struct EachError;

impl FromStr for Each {
    type Err = EachError;

    fn from_str(text: &str) -> Result<Self, EachError> {
        match text.trim().to_ascii_lowercase().as_str() {
            "rep" => Ok(Self::Rep),
            "set" => Ok(Self::Set),
            _ => Err(EachError),
        }
    }
}

/// How the lowering grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ladder {
    /// The lowering that it ends with.
    pub target: Duration,
    /// How much it grows at once.
    pub step: Duration,
    /// When it does.
    pub each: Each,
}

impl Ladder {
    /// The usual one from a tempo on: three seconds more, by half a second.
    pub fn usual(tempo: Tempo, each: Each) -> Self {
        Self {
            target: (tempo.lower().nominal() + USUAL_RISE).min(LONGEST),
            step: STEP,
            each,
        }
    }

    /// The tempos in order, from the one given to the one with the target.
    pub(super) fn rungs(self, tempo: Tempo) -> Result<Vec<Tempo>, PracticeError> {
        let first = tempo.lower().nominal();
        if self.target <= first {
            return Err(PracticeError::Target(tempo));
        }
        let lowerings = std::iter::successors(Some(first), |lowering| {
            let next = (*lowering + self.step.max(FINEST)).min(self.target);
            (*lowering < self.target).then_some(next)
        });
        let rungs = lowerings.map(|lowering| tempo.with_lower(lowering));
        rungs
            .collect::<Result<_, _>>()
            .map_err(|_invalid| PracticeError::Target(tempo))
    }

    /// How long it takes to stand on each rung once.
    pub(super) fn needed(self, rungs: &[Tempo]) -> Duration {
        let reps: Duration = rungs.iter().map(|tempo| tempo.rep_length()).sum();
        match self.each {
            Each::Rep => reps,
            Each::Set => reps * REPS + REST * count(rungs.len().saturating_sub(1) as u128),
        }
    }

    /// How long it takes to stand on the last rung once more.
    pub(super) fn more(self, rungs: &[Tempo]) -> Duration {
        let last = rungs
            .last()
            .map_or(Duration::ZERO, |tempo| tempo.rep_length());
        match self.each {
            Each::Rep => last,
            Each::Set => last * REPS + REST,
        }
    }

    /// The work: each rung once, the last one so many times more. Also gives the reps of a set.
    pub(super) fn work(
        self,
        tempo: Tempo,
        more: u32,
    ) -> Result<(Prescription, u32), PracticeError> {
        let rungs = self.rungs(tempo)?;
        let times = count(rungs.len() as u128).saturating_add(more);
        let (sets, reps, rest, pacing) = match self.each {
            Each::Rep => (1, times, Duration::ZERO, Pacing::ByRep(rungs)),
            Each::Set => (times, REPS, REST, Pacing::BySet(rungs)),
        };
        let work = Prescription {
            pacing,
            ..Prescription::straight(tempo, sets, reps, rest)
        };
        Ok((work, reps))
    }
}

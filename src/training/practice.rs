//! Practice: a tempo is followed, then the cues fade, then it is done blind, with taps that say how long the phases were.
//!
//! A [`Plan`] is pure and within the limits of this module: a third of the reps with all cues, a third in which they fade, a
//! third without any. A [`Ladder`] keeps its cues and lets the lowering grow instead. What was felt is a [`Felt`]; what is kept
//! of it until the next time is a [`Practised`]. Nothing of this is training: it makes no tension.

mod error;
mod felt;
mod ladder;
mod length;
mod practised;
#[cfg(test)]
mod tests;

use super::call::Calling;
use super::exercise::{Exercise, Start};
use super::prescription::Prescription;
use super::preset::{Draft, Effort, Preset};
use super::routine::Routine;
use super::tap::Phase;
use super::tempo::{Pace, Tempo};
use super::timeline::{Fade, SegmentKind, Timeline};
use std::time::Duration;

pub use error::PracticeError;
pub use felt::{Felt, Part};
pub use ladder::{Each, EachError, Ladder, STEP, Span};
pub use length::{Length, LengthError};
pub use practised::{Mean, Practised};

/// The id of what is practised; nothing is remembered under it.
const ID: &str = "practice";
/// As few reps as have thirds in which there is something to follow and to measure.
const LEAST_REPS: u32 = 6;

/// What is practised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The tempo: four lengths that can be felt.
    tempo: Tempo,
    /// What is lifted, which says with which phase a rep begins.
    exercise: Exercise,
    /// Time to get into position.
    lead_in: Duration,
}

impl Subject {
    /// What can be practised of something that is trained.
    ///
    /// # Errors
    /// Why it cannot, and what can.
    pub fn of(routine: &Routine) -> Result<Self, PracticeError> {
        let preset = routine.as_solo().ok_or(PracticeError::Several)?;
        let mut efforts = preset.sets().iter().flat_map(|set| &set.work);
        if !efforts.any(|work| matches!(work.effort, Effort::Rep { .. })) {
            return Err(PracticeError::Unpaced);
        }
        let tempo = preset.tempo().ok_or(PracticeError::Varies)?;
        Self::new(tempo, preset.exercise.clone(), preset.lead_in)
    }

    /// A tempo that can be felt: each phase takes its time, and the lowering takes some.
    fn new(tempo: Tempo, exercise: Exercise, lead_in: Duration) -> Result<Self, PracticeError> {
        match (tempo.lower(), tempo.lift()) {
            (Pace::Timed(Duration::ZERO), _) => Err(PracticeError::NoLowering(tempo)),
            (Pace::Timed(_), Pace::Timed(_)) => Ok(Self {
                tempo,
                exercise,
                lead_in,
            }),
            _ => Err(PracticeError::Untimed(timed(tempo))),
        }
    }

    /// The tempo.
    pub fn tempo(&self) -> Tempo {
        self.tempo
    }
}

/// The tempo with its nominal lengths in the place of X and A; as it is where that is none.
fn timed(tempo: Tempo) -> Tempo {
    let [lower, lift] = [tempo.lower(), tempo.lift()].map(|pace| Pace::Timed(pace.nominal()));
    Tempo::new(lower, tempo.stretched(), lift, tempo.contracted()).unwrap_or(tempo)
}

/// How it is practised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// With all cues, with cues that fade, blind: a third each.
    #[default]
    Thirds,
    /// With all cues, the lowering growing.
    Ladder(Ladder),
}

/// A practice, ready to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    subject: Subject,
    way: Way,
    length: Length,
    /// The reps of all thirds together; the reps of a set of a ladder.
    reps: u32,
    routine: Routine,
}

impl Plan {
    /// Plans a practice; without a length as long as is usual, or as it takes.
    ///
    /// # Errors
    /// What is too short or too long for what.
    pub fn new(subject: Subject, way: Way, length: Option<Length>) -> Result<Self, PracticeError> {
        let (needed, rep) = match way {
            Way::Thirds => {
                let rep = subject.tempo.rep_length();
                (rep * LEAST_REPS, rep)
            }
            Way::Ladder(ladder) => {
                let rungs = ladder.rungs(subject.tempo)?;
                (ladder.needed(&rungs), ladder.more(&rungs))
            }
        };
        let least = Length::at_least(needed);
        let length = match (length, least) {
            (_, None) => return Err(PracticeError::TooSlow { needed }),
            (Some(length), Some(least)) if length.duration() < needed => {
                let given = length;
                return Err(PracticeError::DoesNotFit { given, least });
            }
            (Some(length), Some(_)) => length,
            (None, Some(least)) => least.max(Length::USUAL),
        };
        let more = length.duration().saturating_sub(needed);
        let more = count(more.as_nanos() / rep.as_nanos().max(1));
        let (work, reps) = match way {
            Way::Thirds => {
                let reps = LEAST_REPS + more;
                let work = Prescription::straight(subject.tempo, 1, reps, Duration::ZERO);
                (work, reps)
            }
            Way::Ladder(ladder) => ladder.work(subject.tempo, more)?,
        };
        let draft = Draft::new(ID.parse()?, subject.exercise.clone(), work);
        let preset = Preset::new(Draft {
            name: subject.tempo.to_string(),
            lead_in: subject.lead_in,
            ..draft
        })?;
        let routine = Routine::solo(preset);
        Ok(Self {
            subject,
            way,
            length,
            reps,
            routine,
        })
    }

    /// What is practised.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The tempo; of a ladder, the one on the ground.
    pub fn tempo(&self) -> Tempo {
        self.subject.tempo
    }

    /// How.
    pub fn way(&self) -> Way {
        self.way
    }

    /// How long, the time before the first rep not counted.
    pub fn length(&self) -> Length {
        self.length
    }

    /// The same as something to train, so that it can be paced.
    pub fn routine(&self) -> &Routine {
        &self.routine
    }

    /// Everything that will be seen and heard.
    pub fn timeline(&self, calling: Calling) -> Timeline {
        let timeline = Timeline::called(&self.routine, &[], calling);
        match self.fade() {
            Some(fade) => timeline.fading(fade),
            None => timeline,
        }
    }

    /// Where the cues fade, as positions: from the end of a rep to the end of another, so that the first blind one begins as
    /// every rep does. A ladder keeps its cues.
    pub fn fade(&self) -> Option<Fade> {
        let rep = self.subject.tempo.rep_length();
        let at = |reps: u32| self.subject.lead_in + rep * reps;
        match self.way {
            Way::Ladder(_) => None,
            Way::Thirds => Some(Fade {
                from: at(self.reps / 3),
                to: at(self.reps * 2 / 3),
            }),
        }
    }

    /// The phases of a rep in the order in which they are done; those of no length are left out.
    pub fn phases(&self) -> Vec<Phase> {
        let tempo = self.subject.tempo;
        let mut phases = [
            (SegmentKind::Lower, tempo.lower().nominal()),
            (SegmentKind::PauseStretched, tempo.stretched()),
            (SegmentKind::Lift, tempo.lift().nominal()),
            (SegmentKind::PauseContracted, tempo.contracted()),
        ];
        if self.subject.exercise.start == Start::Lift {
            phases.rotate_left(2);
        }
        let phases = phases
            .into_iter()
            .map(|(kind, nominal)| Phase { kind, nominal });
        phases.filter(|phase| !phase.nominal.is_zero()).collect()
    }
}

/// A number of reps or sets; nobody counts as many as would not fit.
fn count(number: u128) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

//! The one model of a prescription: blocks of sets of efforts, with the rests, sides and gates between them.
//!
//! Every surface (shorthand in TOML, the command line, the library) expands to this, and [`Timeline::plan`]
//! reads nothing else. A [`Preset`] that exists is within the limits written here.
//!
//! [`Timeline::plan`]: super::timeline::Timeline::plan

mod error;
mod id;
mod side;

use super::exercise::Exercise;
use super::tempo::{SHORTEST, Tempo};
use std::time::Duration;

pub use error::PresetError;
pub use id::PresetId;
pub use side::{Side, Sides};

/// Most sets in one preset.
pub const MAX_SETS: usize = 100;
/// Most efforts in one preset, over all of its sets: a timeline of that many reps still plans in milliseconds.
pub const MAX_EFFORTS: u64 = 100_000;
/// Longest session. A second takes a tick, and so it is the length that bounds the memory a timeline takes.
pub const MAX_TOTAL: Duration = Duration::from_secs(1_000_000);
/// Longest rest, hold or change.
pub const MAX_WAIT: Duration = Duration::from_secs(3600);
/// Longest lead-in.
pub const MAX_LEAD_IN: Duration = Duration::from_secs(600);
/// Lead-in before the first set: long enough to walk from the keyboard to the bar.
pub const LEAD_IN: Duration = Duration::from_secs(10);
/// Time to change sides within a set.
pub const SWITCH: Duration = Duration::from_secs(10);

/// Whether the timeline waits for a key at the end of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gate {
    /// Time goes on.
    #[default]
    Open,
    /// Time stands still until a key is pressed.
    Closed,
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
    /// A pause to change something: grip, weight, position.
    Change {
        /// How long it takes, nominally where a gate waits.
        length: Duration,
        /// Whether it ends with a key.
        gate: Gate,
    },
}

impl Effort {
    /// How long it takes once, nominally where X, A or a gate is in it.
    pub fn length(self) -> Duration {
        match self {
            Self::Rep { tempo, .. } => tempo.rep_length(),
            Self::Hold(length) | Self::Beat(length) | Self::Change { length, .. } => length,
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

/// One set: its work in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// What is done, in order.
    pub work: Vec<Work>,
}

/// Sets that belong together, with the rest between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The sets in order.
    pub sets: Vec<Set>,
    /// Rest between two sets; none behind the last.
    pub rest: Duration,
    /// What comes between this block and the next one.
    pub change: Change,
}

/// The time between two blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change {
    /// Its length, nominally where the gate waits.
    pub length: Duration,
    /// Whether it ends with a key: plates are being loaded.
    pub gate: Gate,
}

/// The pauses of a rep in which nothing is held: they are breaks and no tension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unloaded {
    /// Every pause is loaded.
    #[default]
    Neither,
    /// The pause in the stretched position.
    Stretched,
    /// The pause in the contracted position.
    Contracted,
    /// Both.
    Both,
}

impl Unloaded {
    /// Whether the pause in the stretched position is a break.
    pub fn stretched(self) -> bool {
        matches!(self, Self::Stretched | Self::Both)
    }

    /// Whether the pause in the contracted position is a break.
    pub fn contracted(self) -> bool {
        matches!(self, Self::Contracted | Self::Both)
    }
}

/// What is known of a preset besides its timing; shown, never computed with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// What it is for, in one line.
    pub purpose: String,
    /// Which of its numbers are published.
    pub published: String,
    /// Which of its numbers are this program's own choice.
    pub ours: String,
    /// Author, year, journal; a DOI where one was checked.
    pub source: String,
}

/// The parts of a preset before they are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// See [`PresetId`].
    pub id: PresetId,
    /// The name people see.
    pub name: String,
    /// What is lifted.
    pub exercise: Exercise,
    /// The work.
    pub blocks: Vec<Block>,
    /// Time before the first set.
    pub lead_in: Duration,
    /// How sets are shared between sides.
    pub sides: Sides,
    /// Pauses that are breaks.
    pub unloaded: Unloaded,
    /// Purpose and evidence.
    pub about: About,
}

impl Draft {
    /// The shorthand: straight sets of equal reps at one tempo.
    pub fn straight(
        id: PresetId,
        exercise: Exercise,
        tempo: Tempo,
        sets: usize,
        reps: u32,
        rest: Duration,
    ) -> Self {
        let work = Work {
            effort: Effort::Rep {
                tempo,
                lockout: Gate::Open,
            },
            times: reps,
        };
        Self {
            name: id.as_str().to_owned(),
            id,
            exercise,
            blocks: vec![Block {
                sets: vec![Set { work: vec![work] }; sets],
                rest,
                change: Change::default(),
            }],
            lead_in: LEAD_IN,
            sides: Sides::default(),
            unloaded: Unloaded::default(),
            about: About::default(),
        }
    }
}

/// A prescription within the limits of this module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset(Draft);

impl Preset {
    /// Checks a draft.
    ///
    /// # Errors
    /// The first limit that it breaks, in words.
    pub fn new(draft: Draft) -> Result<Self, PresetError> {
        let sets = draft
            .blocks
            .iter()
            .map(|block| block.sets.len())
            .sum::<usize>();
        if !(1..=MAX_SETS).contains(&sets) {
            return Err(PresetError::Sets(sets));
        }
        within("lead_in", draft.lead_in, MAX_LEAD_IN)?;
        let mut efforts = 0u64;
        let mut worked = Duration::ZERO;
        for block in &draft.blocks {
            within("rest", block.rest, MAX_WAIT)?;
            within("change", block.change.length, MAX_WAIT)?;
            for set in &block.sets {
                efforts = efforts.saturating_add(check_set(set)?);
                worked = set.work.iter().fold(worked, |sum, work| {
                    sum.saturating_add(work.effort.length().saturating_mul(work.times))
                });
            }
        }
        if efforts > MAX_EFFORTS {
            return Err(PresetError::TooMuch(efforts));
        }
        let sides = u32::try_from(draft.sides.order().count()).unwrap_or(u32::MAX);
        within("all the work", worked.saturating_mul(sides), MAX_TOTAL)?;
        Ok(Self(draft))
    }

    /// A copy to change and check again.
    pub fn draft(&self) -> Draft {
        self.0.clone()
    }

    /// The sets of all blocks in order.
    pub fn sets(&self) -> impl Iterator<Item = &Set> {
        self.0.blocks.iter().flat_map(|block| &block.sets)
    }

    /// The one tempo of all reps, or `None` where there is none or it varies.
    pub fn tempo(&self) -> Option<Tempo> {
        let mut tempos =
            self.sets()
                .flat_map(|set| &set.work)
                .filter_map(|work| match work.effort {
                    Effort::Rep { tempo, .. } => Some(tempo),
                    _ => None,
                });
        let first = tempos.next()?;
        tempos.all(|tempo| tempo == first).then_some(first)
    }
}

impl std::ops::Deref for Preset {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.0
    }
}

fn check_set(set: &Set) -> Result<u64, PresetError> {
    let mut efforts = 0;
    let mut changes = 0;
    for work in &set.work {
        if work.times == 0 {
            return Err(PresetError::Reps(work.times));
        }
        match work.effort {
            Effort::Rep { .. } => {}
            Effort::Hold(length) | Effort::Beat(length) => {
                within("hold", length, MAX_WAIT)?;
                if length < SHORTEST {
                    return Err(PresetError::Short(length));
                }
            }
            Effort::Change { length, .. } => {
                within("change", length, MAX_WAIT)?;
                changes += u64::from(work.times);
            }
        }
        efforts += u64::from(work.times);
    }
    // A set of changes alone has nothing to pace.
    if efforts == changes {
        Err(PresetError::Reps(0))
    } else {
        Ok(efforts)
    }
}

fn within(field: &'static str, length: Duration, most: Duration) -> Result<(), PresetError> {
    if length > most {
        Err(PresetError::Long {
            field,
            length,
            most,
        })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;

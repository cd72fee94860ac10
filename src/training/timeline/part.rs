//! What is the same in a whole step of a routine.

use crate::training::exercise::Exercise;
use crate::training::prescription::Rest;
use crate::training::preset::Preset;
use std::time::Duration;

/// A step of a routine, as far as it is shown while it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The preset's name.
    pub name: String,
    /// What is lifted.
    pub exercise: Exercise,
    /// How heavy, in a person's words; mostly empty.
    pub load: String,
    /// A sentence to be read meanwhile, with `{side}` in it where the side is to stand; mostly empty.
    pub cue: String,
    /// How many sets it has.
    pub sets: u32,
    /// The time from one set's beginning to the next one's, where that is what was asked for.
    pub(in crate::training) every: Option<Duration>,
}

impl Part {
    pub(in crate::training) fn of(preset: &Preset) -> Self {
        Self {
            name: preset.name.clone(),
            exercise: preset.exercise.clone(),
            load: preset.load.clone(),
            cue: preset.cue.clone(),
            sets: preset.work.sets,
            every: match preset.work.rest {
                Rest::Between(_) => None,
                Rest::Every(every) => Some(every),
            },
        }
    }
}

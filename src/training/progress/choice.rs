//! One thing that may be taken: a change of the preset, or of the load, or both.

use super::apply::changed;
use crate::training::journal::Load;
use crate::training::preset::Preset;
use std::time::Duration;

/// What it changes in the preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing: only the load is another one.
    Load,
    /// No more sets than these, of no more reps than these where a number is given.
    Dose {
        /// The sets.
        sets: u32,
        /// The reps of each.
        reps: Option<u32>,
    },
    /// So many reps are aimed at in the last set; where sets have their own reps, each changes by as many.
    Reps(u32),
    /// The lowering lasts that much longer.
    Lowering(Duration),
}

/// One thing that may be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it changes in the preset.
    pub change: Change,
    /// The load to begin with; `None` leaves it as it was the last time.
    pub load: Option<Load>,
    /// In a few words: `9 reps`.
    pub words: String,
}

impl Choice {
    /// A preset with the change made.
    #[must_use]
    pub fn apply(&self, preset: &Preset) -> Preset {
        // What cannot be was never offered.
        changed(preset, self.change).unwrap_or_else(|_| preset.clone())
    }
}

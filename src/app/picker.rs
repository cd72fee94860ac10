//! The picker: the list of presets, and the silent preview of the one under the cursor.

use crate::training::prescription::Scheme;
use crate::training::preset::{Preset, Sides};
use crate::training::routine::{Kind, Origin, Routine};
use std::time::Duration;

/// How long the preview moves after the last key: an idle program draws nothing.
pub const PREVIEW: Duration = Duration::from_secs(20);

/// A preset or a routine in the list, or what stands in its place because it cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As it was written; a valid id where it can be trained.
    pub id: String,
    /// Who wrote it.
    pub origin: Origin,
    /// What it was written as.
    pub kind: Kind,
    /// What is trained; or what is wrong with it and what to write instead: the others work all the same.
    pub routine: Result<Routine, String>,
}

impl Entry {
    /// The routine, if it can be trained.
    pub fn routine(&self) -> Option<&Routine> {
        self.routine.as_ref().ok()
    }
}

impl From<Preset> for Entry {
    /// One that comes with the program.
    fn from(preset: Preset) -> Self {
        Self {
            id: preset.id.to_string(),
            origin: Origin::BuiltIn,
            kind: Kind::Preset,
            routine: Ok(Routine::solo(preset)),
        }
    }
}

impl From<Routine> for Entry {
    /// One that comes with the program.
    fn from(routine: Routine) -> Self {
        Self {
            id: routine.id.to_string(),
            origin: Origin::BuiltIn,
            kind: Kind::Routine,
            routine: Ok(routine),
        }
    }
}

/// The list with its cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picker {
    /// Everything that can be chosen.
    pub entries: Vec<Entry>,
    /// The index under the cursor.
    pub selected: usize,
    /// When the cursor came to rest there: the preview begins with a rep.
    pub since: Duration,
    /// When a key was last pressed.
    pub touched: Duration,
}

impl Picker {
    /// The entry under the cursor.
    pub fn current(&self) -> Option<&Entry> {
        self.entries.get(self.selected)
    }

    /// Puts the cursor on a preset, if it is there.
    pub fn select(&mut self, wanted: impl Fn(&Routine) -> bool) {
        let found = self
            .entries
            .iter()
            .position(|entry| entry.routine().is_some_and(&wanted));
        self.selected = found.unwrap_or(self.selected);
    }

    /// Moves the cursor by some entries, stopping at either end.
    pub fn step(&mut self, by: isize, clock: Duration) {
        let last = self.entries.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
        self.since = clock;
    }

    /// How far into its endless rep the preview is; it stands still a while after the last key.
    pub fn preview_at(&self, clock: Duration) -> Duration {
        clock.min(self.touched + PREVIEW).saturating_sub(self.since)
    }

    /// Whether the preview moves.
    pub fn is_moving(&self, clock: Duration) -> bool {
        clock < self.touched + PREVIEW
    }
}

/// A single rep of the first exercise without anything round it: what a preview runs.
pub fn one_rep(routine: &Routine) -> Option<Preset> {
    let mut draft = routine.presets().next()?.draft();
    draft.lead_in = Duration::ZERO;
    draft.sides = Sides::Both;
    draft.work.sets = 1;
    draft.work.reps = vec![Scheme::exactly(1)];
    Preset::new(draft).ok()
}

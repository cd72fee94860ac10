//! The picker: the list of presets, and the silent preview of the one under the cursor.

use crate::training::preset::{Preset, Sides};
use std::time::Duration;

/// How long the preview moves after the last key: an idle program draws nothing.
pub const PREVIEW: Duration = Duration::from_secs(20);

/// A preset in the list, or what stands in its place because it cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// One that can be trained.
    Ready(Preset),
    /// One that was written wrongly: the others work all the same.
    Broken {
        /// What it is called in the file.
        name: String,
        /// What is wrong with it and what to write instead.
        error: String,
    },
}

impl Entry {
    /// The preset, if it can be trained.
    pub fn preset(&self) -> Option<&Preset> {
        match self {
            Self::Ready(preset) => Some(preset),
            Self::Broken { .. } => None,
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
    pub fn select(&mut self, wanted: impl Fn(&Preset) -> bool) {
        let found = self
            .entries
            .iter()
            .position(|entry| entry.preset().is_some_and(&wanted));
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

/// A single rep of a preset without anything round it: what a preview runs.
pub fn one_rep(preset: &Preset) -> Option<Preset> {
    let mut draft = preset.draft();
    draft.lead_in = Duration::ZERO;
    draft.sides = Sides::Both;
    draft.blocks.truncate(1);
    for block in &mut draft.blocks {
        block.sets.truncate(1);
        for set in &mut block.sets {
            set.work.truncate(1);
            set.work.iter_mut().for_each(|work| work.times = 1);
        }
    }
    Preset::new(draft).ok()
}

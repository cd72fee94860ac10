//! Weeks: what a programme changes from some week on.

use super::Preset;
use crate::training::prescription::Prescription;

/// What is done from a week on, until another entry takes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// The first week of it; weeks count from 1.
    pub from: u32,
    /// The work.
    pub work: Prescription,
    /// How heavy, in words; empty leaves it to the preset.
    pub load: String,
}

impl Preset {
    /// What is done in a week, counted from 1, and no more weeks. A preset without weeks is the same in all of them.
    #[must_use]
    pub fn at_week(&self, week: u32) -> Self {
        let mut draft = self.draft();
        let weeks = std::mem::take(&mut draft.weeks);
        if let Some(due) = weeks.into_iter().rev().find(|entry| entry.from <= week) {
            draft.work = due.work;
            if !due.load.is_empty() {
                draft.load = due.load;
            }
        }
        // The weeks were checked with the preset.
        Self::new(draft).unwrap_or_else(|_| self.clone())
    }
}

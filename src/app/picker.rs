//! The picker: the list of presets and routines in its groups, the search through it, and the silent preview of what is
//! under the cursor.

pub mod follow;
pub mod lifting;
pub mod pasted;
mod rows;

use super::field::Field;
use super::hearing::Hearing;
use crate::training::memory::Memory;
use crate::training::prescription::Scheme;
use crate::training::preset::{Preset, Sides};
use crate::training::routine::{Kind, Origin, Routine};
use follow::Following;
use lifting::Lifting;
use pasted::Pasted;
use std::time::Duration;

pub use rows::{Experts, Group, Row};

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

/// The text field that is open above the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Open {
    /// None: letters are verbs.
    #[default]
    Nothing,
    /// What is looked for.
    Search(Field),
    /// What is being lifted.
    Lifting(Lifting),
    /// From which day on a programme is followed.
    Following(Following),
    /// What was pasted, which is no field: letters are verbs.
    Pasted(Box<Pasted>),
}

/// The list with its cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picker {
    /// Everything that there is, in the order of the library.
    pub entries: Vec<Entry>,
    /// What is listed, in its order.
    pub rows: Vec<Row>,
    /// The row under the cursor.
    pub selected: usize,
    /// The text field that is open.
    pub open: Open,
    /// Whether what is for experts and clinics is listed, too.
    pub experts: Experts,
    /// The rep that is heard.
    pub hearing: Hearing,
    /// When the cursor came to rest there: the preview begins with a rep.
    pub since: Duration,
    /// When a key was last pressed.
    pub touched: Duration,
}

impl Picker {
    /// A list of these, as what is remembered orders them.
    pub fn new(entries: Vec<Entry>, memory: &Memory) -> Self {
        let mut picker = Self {
            entries,
            ..Self::default()
        };
        picker.list(memory);
        picker
    }

    /// Puts the list together anew, with the cursor on the same entry where that is still listed.
    pub fn list(&mut self, memory: &Memory) {
        let current = self.current().map(|entry| entry.id.clone());
        self.rows = match &self.open {
            Open::Search(field) if !field.is_empty() => rows::found(&self.entries, field.text()),
            _ => rows::grouped(&self.entries, memory, self.experts),
        };
        let is_current = |row: &Row| {
            let entry = self.entries.get(row.entry);
            entry.is_some_and(|entry| current.as_ref() == Some(&entry.id))
        };
        let kept = self.rows.iter().position(is_current);
        self.selected = kept.unwrap_or(0);
    }

    /// The entry under the cursor.
    pub fn current(&self) -> Option<&Entry> {
        self.entry(self.selected)
    }

    /// What the preview shows: what is under the cursor, or the exercise of a message that is.
    pub fn previewed(&self) -> Option<Routine> {
        match &self.open {
            Open::Pasted(pasted) => {
                let routine = pasted.routine.as_ref().ok()?;
                let preset = routine.presets().nth(pasted.selected)?;
                Some(Routine::solo(preset.clone()))
            }
            _ => self.current()?.routine().cloned(),
        }
    }

    /// The entry of a row.
    pub fn entry(&self, row: usize) -> Option<&Entry> {
        self.entries.get(self.rows.get(row)?.entry)
    }

    /// Puts the cursor on an entry, if it is listed.
    pub fn select(&mut self, id: &str) {
        let is = |row: &Row| {
            self.entries
                .get(row.entry)
                .is_some_and(|entry| entry.id == id)
        };
        let found = self.rows.iter().position(is);
        self.selected = found.unwrap_or(self.selected);
    }

    /// Moves the cursor by some rows, stopping at either end.
    pub fn step(&mut self, by: isize, clock: Duration) {
        let last = self.rows.len().saturating_sub(1);
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

//! A routine as it is being written: its exercises in order, and what comes between them.

use super::reading::{Fault, Faults, id, name};
use super::row::Row;
use super::step::By;
use super::stock::Stock;
use crate::training::length;
use crate::training::preset::{Gate, PresetId};
use crate::training::routine::{Change, Group, Routine, RoutineDraft, Step};
use std::time::Duration;

/// A step of the time between two exercises.
const CHANGE: Duration = Duration::from_secs(15);

/// A routine as it is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    base: RoutineDraft,
    name: String,
    id: Option<String>,
    steps: Vec<Step>,
    add: String,
    change: String,
    gate: Gate,
}

impl List {
    /// The form of a draft. Without an id of its own it gets one that follows its name.
    pub(super) fn of(base: RoutineDraft, id: Option<&PresetId>) -> Self {
        Self {
            name: base.name.clone(),
            id: id.map(|id| id.as_str().to_owned()),
            steps: base.steps.clone(),
            add: String::new(),
            change: length::short(base.change.length),
            gate: base.change.gate,
            base,
        }
    }

    /// The rows from the top to the bottom, without what leads away.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Name];
        rows.extend((0..self.steps.len()).map(Row::Step));
        rows.extend([Row::Add, Row::Gate, Row::Change, Row::Id]);
        rows
    }

    /// What a row is called.
    pub fn label(&self, row: Row) -> &'static str {
        match row {
            Row::Gate => "In between",
            _ => row.label(),
        }
    }

    /// An exercise, by its place.
    pub fn exercise(&self, place: usize) -> Option<&Step> {
        self.steps.get(place)
    }

    /// What stands in a row that takes text.
    pub fn text(&self, row: Row) -> Option<String> {
        Some(match row {
            Row::Name => self.name.clone(),
            Row::Add => self.add.clone(),
            Row::Change => self.change.clone(),
            Row::Id => self.id.clone().unwrap_or_default(),
            _ => return None,
        })
    }

    /// Writes in a row that takes text.
    pub(super) fn set_text(&mut self, row: Row, text: &str) {
        match row {
            Row::Name => text.clone_into(&mut self.name),
            Row::Add => text.clone_into(&mut self.add),
            Row::Change => text.clone_into(&mut self.change),
            Row::Id => self.id = (!text.is_empty()).then(|| text.to_owned()),
            _ => {}
        }
    }

    /// The words in a row that chooses.
    pub fn words(&self, row: Row) -> Option<String> {
        match row {
            Row::Step(place) => {
                let step = self.steps.get(place)?;
                let group = step.group.map(|group| format!("{} ", group.letter()));
                let name = &step.preset.name;
                let dose = step.preset.dose();
                let group = group.unwrap_or_default();
                Some(format!("{group}{name} · {dose} · {}", step.preset.pace()))
            }
            Row::Gate => Some(
                match self.gate {
                    Gate::Closed => "a key goes on",
                    Gate::Open => "time goes on",
                }
                .to_owned(),
            ),
            _ => None,
        }
    }

    /// One step in a row.
    pub(super) fn step(&mut self, row: Row, by: By) {
        match row {
            Row::Change => self.change = by.text(&self.change, CHANGE),
            Row::Gate => {
                self.gate = match self.gate {
                    Gate::Open => Gate::Closed,
                    Gate::Closed => Gate::Open,
                }
            }
            Row::Step(place) => {
                if let Some(step) = self.steps.get_mut(place) {
                    step.group = next_group(step.group, by);
                }
            }
            _ => {}
        }
    }

    /// Takes an exercise out.
    pub(super) fn remove(&mut self, place: usize) {
        if place < self.steps.len() {
            self.steps.remove(place);
        }
    }

    /// Moves an exercise to a neighbour's place. Returns where it is then.
    pub(super) fn shift(&mut self, place: usize, by: By) -> usize {
        let to = match by {
            By::More => place + 1,
            By::Less => place.saturating_sub(1),
        };
        if place < self.steps.len() && to < self.steps.len() {
            self.steps.swap(place, to);
            to
        } else {
            place
        }
    }

    /// Adds the preset that the text in the row names, if there is one.
    pub(super) fn add(&mut self, stock: &Stock) -> bool {
        let Some(preset) = stock.matching(&self.add).next() else {
            return false;
        };
        self.steps.push(Step::new(preset.clone()));
        self.add.clear();
        true
    }

    /// The routine that the form says.
    pub(super) fn read(
        &self,
        stock: &Stock,
        is_taken: &dyn Fn(&str) -> bool,
    ) -> Result<Routine, Vec<Fault>> {
        let mut faults = Faults::default();
        let shown = faults.take(Row::Name, name(&self.name));
        let id = faults.take(Row::Id, id(self.id.as_deref(), &self.name, is_taken));
        let change = faults.take(Row::Change, length::read(&self.change));
        let added = faults.take(Row::Add, self.addition(stock));
        let (Some(name), Some(id), Some(length), Some(())) = (shown, id, change, added) else {
            return Err(faults.0);
        };
        let draft = RoutineDraft {
            id,
            name,
            steps: self.steps.clone(),
            change: Change {
                length,
                gate: self.gate,
            },
            ..self.base.clone()
        };
        Routine::new(draft).map_err(|error| {
            let row = match error {
                crate::training::preset::PresetError::Long { .. } => Row::Change,
                _ => Row::Add,
            };
            let text = error.to_string();
            vec![Fault { row, text }]
        })
    }

    /// Whether what stands in the row that adds is in order.
    fn addition(&self, stock: &Stock) -> Result<(), String> {
        let wanted = self.add.trim();
        if wanted.is_empty() && self.steps.is_empty() {
            Err("there is no exercise yet: write a part of a preset's name here".to_owned())
        } else if wanted.is_empty() {
            Ok(())
        } else if stock.matching(wanted).next().is_none() {
            Err(format!(
                "no preset is called `{wanted}`: write a part of its name"
            ))
        } else {
            Err("this is not added yet: Enter adds it".to_owned())
        }
    }
}

/// No group, then A to Z.
fn next_group(group: Option<Group>, by: By) -> Option<Group> {
    let letters: Vec<Option<Group>> = std::iter::once(None)
        .chain(('A'..='Z').map(Group::new))
        .collect();
    by.neighbour(&letters, group)
}

/// The draft that a new routine begins with.
pub(super) fn blank(id: PresetId) -> RoutineDraft {
    RoutineDraft {
        id,
        name: String::new(),
        steps: Vec::new(),
        change: Change::default(),
        programme: None,
        about: crate::training::preset::About::default(),
    }
}

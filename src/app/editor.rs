//! The editor: a preset or a routine as it is being written, row by row.
//!
//! What is typed is kept as it was typed; after each key it is read anew, and what it comes to, or what is wrong and where,
//! stands beside it. Nothing leaves the editor but a [`change::Change`], and that holds only what is valid by construction.

mod begin;
pub mod change;
mod form;
mod history;
mod keys;
mod list;
mod phases;
mod quick;
mod reading;
mod row;
mod shape;
mod step;
mod stock;
mod totals;
mod writing;

use super::action::Mode;
use super::field::Field;
use super::hearing::Hearing;
use crate::training::exercise::Exercise;
use crate::training::preset::{Preset, PresetId};
use crate::training::timeline::Timeline;
use change::{Change, Failure, Item};
pub use form::Form;
use history::History;
pub use keys::Deed;
pub use list::List;
pub use reading::Fault;
pub use row::{Class, Row};
pub use stock::Stock;
pub use totals::Totals;

/// What is to become of what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// A new entry.
    New,
    /// A new entry that began as a copy of this one.
    Copy(String),
    /// The entry of this id, in its place.
    Own(PresetId),
}

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A preset.
    Preset(Box<Form>),
    /// A routine.
    Routine(Box<List>),
}

/// A question that stands over the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asking {
    /// None.
    Nothing,
    /// Whether changes are to be kept.
    Leaving,
    /// The change was handed over, and nobody knows yet whether it stands in the file.
    Saving(Change),
    /// It does not: what is to be done.
    Conflict(Failure, Change),
}

/// What the form says at the moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// What is wrong, in order of the rows.
    pub faults: Vec<Fault>,
    /// What would be saved, where nothing is wrong.
    pub item: Option<Item>,
    /// What it comes to.
    pub totals: Option<Totals>,
    /// What deserves a second look.
    pub notes: Vec<String>,
    /// One rep; in a routine that of the exercise under the cursor.
    pub rep: Option<Timeline>,
}

/// The field that is open, and whether anything was written in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The text and its cursor.
    pub field: Field,
    was_changed: bool,
    /// Whether the text was only proposed: the first letter replaces it, unless the cursor was moved before.
    is_proposed: bool,
}

/// The editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// What is to become of it.
    pub task: Task,
    /// What is written.
    pub body: Body,
    /// What there is already.
    pub stock: Stock,
    /// The field that is open in the row under the cursor.
    pub open: Option<Open>,
    /// The question that stands over it.
    pub asking: Asking,
    /// What the form says.
    pub reading: Reading,
    opened: Body,
    cursor: usize,
    history: History,
    /// The rep that is heard.
    pub hearing: Hearing,
}

impl Editor {
    /// Who gets the keys.
    pub fn mode(&self) -> Mode {
        match (&self.asking, &self.open) {
            (Asking::Leaving, _) => Mode::Leaving,
            (Asking::Conflict(..), _) => Mode::Conflict,
            (Asking::Nothing | Asking::Saving(_), Some(_)) => Mode::Line,
            (Asking::Nothing | Asking::Saving(_), None) => Mode::Form,
        }
    }

    /// The rows from the top to the bottom.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = match &self.body {
            Body::Preset(form) => form.rows(),
            Body::Routine(list) => list.rows(),
        };
        rows.extend([Row::Save, Row::Back]);
        if matches!(self.task, Task::Own(_)) {
            rows.push(Row::Remove);
        }
        rows
    }

    /// The row under the cursor.
    pub fn row(&self) -> Row {
        let rows = self.rows();
        rows.get(self.cursor).copied().unwrap_or(Row::Back)
    }

    /// What a row is called.
    pub fn label(&self, row: Row) -> &'static str {
        match &self.body {
            Body::Preset(form) => form.label(row),
            Body::Routine(list) => list.label(row),
        }
    }

    /// What stands in a row that takes text.
    pub fn text(&self, row: Row) -> Option<String> {
        match &self.body {
            Body::Preset(form) => form.text(row),
            Body::Routine(list) => list.text(row),
        }
    }

    /// The words in a row that chooses. While the line is being written they are those that it comes to.
    pub fn words(&self, row: Row) -> Option<String> {
        match &self.body {
            Body::Preset(form) if self.open.is_some() && self.row() == Row::Line => {
                let mut settled = form.clone();
                settled.settle();
                settled.words(row)
            }
            Body::Preset(form) => form.words(row),
            Body::Routine(list) => list.words(row),
        }
    }

    /// What is wrong in a row. A phase that is being typed shows what is wrong with the tempo.
    pub fn fault(&self, row: Row) -> Option<&Fault> {
        let own = |row| self.reading.faults.iter().find(|fault| fault.row == row);
        let typed = matches!(row, Row::Phase(_)) && self.open.is_some() && self.row() == row;
        own(if typed { Row::Tempo } else { row })
    }

    /// The id that it will have, as far as that is known.
    pub fn id(&self) -> Option<&PresetId> {
        self.reading.item.as_ref().map(Item::id)
    }

    /// What the text in an open field may become; the first is taken with the right arrow.
    pub fn suggestions(&self) -> Vec<String> {
        let Some(open) = &self.open else {
            return Vec::new();
        };
        let text = open.field.text();
        let all: Vec<String> = match self.row() {
            Row::Exercise => {
                let known = Exercise::suggested(text);
                known.into_iter().map(str::to_owned).collect()
            }
            Row::Add => {
                let presets = self.stock.matching(text);
                presets.map(|preset| preset.name.clone()).collect()
            }
            _ => Vec::new(),
        };
        all.into_iter().filter(|name| name != text).collect()
    }

    /// Whether something was changed and not saved.
    pub fn is_changed(&self) -> bool {
        self.body != self.opened
    }

    /// The preset at hand: in a routine that of the exercise under the cursor, or else the first.
    pub(super) fn preset(&self) -> Option<Preset> {
        match (&self.body, self.row()) {
            (Body::Routine(list), Row::Step(place)) => {
                list.exercise(place).map(|step| step.preset.clone())
            }
            (Body::Routine(list), _) => list.exercise(0).map(|step| step.preset.clone()),
            (Body::Preset(_), _) => match &self.reading.item {
                Some(Item::Preset(preset)) => Some(preset.as_ref().clone()),
                _ => None,
            },
        }
    }

    /// Reads the form anew.
    pub(super) fn refresh(&mut self) {
        let own = match &self.task {
            Task::Own(id) => Some(id.as_str()),
            Task::New | Task::Copy(_) => None,
        };
        let is_taken = |id: &str| Some(id) != own && self.stock.has(id);
        let item = match &self.body {
            Body::Preset(form) => form
                .read(&is_taken)
                .map(|preset| Item::Preset(Box::new(preset))),
            Body::Routine(list) => list
                .read(&self.stock, &is_taken)
                .map(|routine| Item::Routine(Box::new(routine))),
        };
        let (item, faults) = match item {
            Ok(item) => (Some(item), Vec::new()),
            Err(faults) => (None, faults),
        };
        self.reading = Reading {
            totals: item.as_ref().map(Totals::of),
            notes: item.as_ref().map(totals::notes).unwrap_or_default(),
            rep: None,
            item,
            faults,
        };
        self.show_rep();
    }

    fn show_rep(&mut self) {
        self.reading.rep = self.preset().as_ref().and_then(totals::rep);
    }

    /// Whether an entry is what this one was when it was opened.
    pub(super) fn is_as_opened(&self, item: &Item) -> bool {
        let body = match item {
            Item::Preset(preset) => {
                Body::Preset(Box::new(Form::of(preset.draft(), Some(&preset.id))))
            }
            Item::Routine(routine) => {
                Body::Routine(Box::new(List::of(routine.draft(), Some(&routine.id))))
            }
        };
        body == self.opened
    }
}

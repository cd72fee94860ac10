//! What keys do in the editor.

use super::change::{Change, Failure};
use super::row::{Class, Row};
use super::step::By;
use super::{Asking, Body, Editor, Task};
use crate::app::action::Action;
use crate::training::routine::Kind;

/// What a key asks for that the editor cannot do by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Nothing.
    Nothing,
    /// Let one rep be heard.
    Hear,
    /// Say a sentence.
    Say(String),
    /// Perform a change.
    Perform(Change),
    /// Perform it in a file beside the other.
    PerformBeside(Change),
    /// Read the files anew.
    Reload,
    /// Leave the editor.
    Leave,
}

impl Editor {
    /// Takes a key's verb.
    pub(in crate::app) fn act(&mut self, action: Action) -> Deed {
        match self.asking.clone() {
            Asking::Nothing => self.in_form(action),
            Asking::Leaving => self.on_leaving(action),
            Asking::Conflict(_, change) => self.on_conflict(action, change),
            // Whoever waits for an answer that does not come gets the form back.
            Asking::Saving(_) => {
                if action == Action::Leave {
                    self.asking = Asking::Nothing;
                }
                Deed::Nothing
            }
        }
    }

    fn in_form(&mut self, action: Action) -> Deed {
        match action {
            Action::Up => self.walk(-1),
            Action::Down => self.walk(1),
            Action::First => self.walk(-isize::MAX),
            Action::Last => self.walk(isize::MAX),
            Action::Less => self.step(By::Less),
            Action::More => self.step(By::More),
            Action::Earlier => self.shift(By::Less),
            Action::Later => self.shift(By::More),
            Action::Remove => self.take_out(),
            Action::Write(stroke) => self.type_in(stroke),
            Action::Accept => return self.enter(),
            Action::Undo => return self.travel(Travel::Back),
            Action::Again => return self.travel(Travel::On),
            Action::Hear => return Deed::Hear,
            Action::Save => return self.save(),
            Action::Leave | Action::Quit => return self.leave(),
            _ => {}
        }
        Deed::Nothing
    }

    /// Enter takes what stands in a field and goes on; elsewhere it does what the row says.
    fn enter(&mut self) -> Deed {
        if self.open.is_some() {
            if self.row() != Row::Add || !self.add() {
                self.walk(1);
            }
            return Deed::Nothing;
        }
        match (self.row(), self.row().class()) {
            (Row::Save, _) => return self.save(),
            (Row::Back, _) => return self.leave(),
            (Row::Remove, _) => return self.remove(),
            (row, Class::Text | Class::Number) => {
                let text = self.text(row).unwrap_or_default();
                self.open_with(&text);
            }
            (_, Class::Choice | Class::Step) => self.step(By::More),
            (_, Class::Press) => {}
        }
        Deed::Nothing
    }

    fn travel(&mut self, travel: Travel) -> Deed {
        let row = self.row();
        self.open = None;
        let moved = match travel {
            Travel::Back => self.history.undo(&mut self.body),
            Travel::On => self.history.redo(&mut self.body),
        };
        self.reread(row);
        self.open_text();
        match (moved, travel) {
            (true, _) => Deed::Nothing,
            (false, Travel::Back) => Deed::Say("There is nothing to take back".to_owned()),
            (false, Travel::On) => Deed::Say("There is nothing to make again".to_owned()),
        }
    }

    fn leave(&mut self) -> Deed {
        if self.open.is_some() {
            self.close();
            Deed::Nothing
        } else if self.is_changed() {
            self.asking = Asking::Leaving;
            Deed::Nothing
        } else {
            Deed::Leave
        }
    }

    fn save(&mut self) -> Deed {
        self.close();
        if let Some(fault) = self.reading.faults.first().cloned() {
            self.go_to(fault.row);
            let label = self.label(fault.row);
            return Deed::Say(format!("Not saved yet. {label}: {}", fault.text));
        }
        let Some(item) = self.reading.item.clone() else {
            return Deed::Nothing;
        };
        let old = match &self.task {
            Task::Own(_) if !self.is_changed() => return Deed::Leave,
            Task::Own(id) => Some(id.clone()),
            Task::New | Task::Copy(_) => None,
        };
        self.perform(Change::Put { old, item })
    }

    fn perform(&mut self, change: Change) -> Deed {
        self.asking = Asking::Saving(change.clone());
        Deed::Perform(change)
    }

    fn remove(&mut self) -> Deed {
        let Task::Own(id) = &self.task else {
            return Deed::Nothing;
        };
        let kind = match self.body {
            Body::Preset(_) => Kind::Preset,
            Body::Routine(_) => Kind::Routine,
        };
        let id = id.clone();
        self.perform(Change::Remove { kind, id })
    }

    fn on_leaving(&mut self, action: Action) -> Deed {
        self.asking = Asking::Nothing;
        match action {
            Action::Accept => self.save(),
            Action::Discard => Deed::Leave,
            _ => Deed::Nothing,
        }
    }

    fn on_conflict(&mut self, action: Action, change: Change) -> Deed {
        self.asking = Asking::Nothing;
        match action {
            Action::Reload => Deed::Reload,
            Action::Beside => {
                self.asking = Asking::Saving(change.clone());
                Deed::PerformBeside(change)
            }
            _ => Deed::Nothing,
        }
    }

    /// The change does not stand in the file.
    pub(in crate::app) fn failed(&mut self, failure: Failure) {
        if let Asking::Saving(change) = std::mem::replace(&mut self.asking, Asking::Nothing) {
            self.asking = Asking::Conflict(failure, change);
        }
    }
}

/// Through the history.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Travel {
    Back,
    On,
}

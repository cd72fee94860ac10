//! How an editor begins: with nothing, with a copy, or with an entry of the person's own.

use super::change::Item;
use super::form::{self, Form};
use super::history::History;
use super::list::{self, List};
use super::row::Row;
use super::stock::Stock;
use super::{Asking, Body, Editor, Reading, Task};
use crate::app::hearing::Hearing;
use crate::training::line;
use crate::training::preset::{About, Draft, Tier};
use crate::training::routine::RoutineDraft;

impl Editor {
    fn new(task: Task, body: Body, stock: Stock) -> Self {
        let mut editor = Self {
            task,
            opened: body.clone(),
            body,
            stock,
            open: None,
            asking: Asking::Nothing,
            reading: Reading::default(),
            cursor: 0,
            history: History::default(),
            hearing: Hearing::default(),
        };
        editor.refresh();
        match editor.task {
            // What somebody comes back for is mostly a number.
            Task::Own(_) => editor.go_to(Row::Tempo),
            Task::New | Task::Copy(_) => editor.open_text(),
        }
        editor
    }

    /// An empty preset.
    pub fn blank(stock: Stock) -> Option<Self> {
        let draft = form::blank(line::propose_id("preset", "preset", &|_| false))?;
        let body = Body::Preset(Box::new(Form::of(draft, None)));
        Some(Self::new(Task::New, body, stock))
    }

    /// An empty routine.
    pub fn blank_routine(stock: Stock) -> Option<Self> {
        let draft = list::blank(line::propose_id("routine", "routine", &|_| false));
        let body = Body::Routine(Box::new(List::of(draft, None)));
        Some(Self::new(Task::New, body, stock))
    }

    /// An entry of the person's own, to be changed in its place.
    pub fn own(item: Item, stock: Stock) -> Self {
        let id = item.id().clone();
        let body = match item {
            Item::Preset(preset) => Body::Preset(Box::new(Form::of(preset.draft(), Some(&id)))),
            Item::Routine(routine) => Body::Routine(Box::new(List::of(routine.draft(), Some(&id)))),
        };
        Self::new(Task::Own(id), body, stock)
    }

    /// Another entry like this one. Its numbers will no longer be those that somebody published.
    pub fn copy(item: Item, stock: Stock) -> Self {
        let name = item.name().to_owned();
        let body = match item {
            Item::Preset(preset) => {
                let draft = preset.draft();
                Body::Preset(Box::new(Form::of(
                    Draft {
                        name: copied(&name),
                        about: without_evidence(&draft.about, &name),
                        ..draft
                    },
                    None,
                )))
            }
            Item::Routine(routine) => {
                let draft = routine.draft();
                Body::Routine(Box::new(List::of(
                    RoutineDraft {
                        name: copied(&name),
                        about: without_evidence(&draft.about, &name),
                        ..draft
                    },
                    None,
                )))
            }
        };
        Self::new(Task::Copy(name), body, stock)
    }
}

fn copied(name: &str) -> String {
    format!("{name} (copy)")
}

/// What is left of purpose and evidence once somebody changes the numbers: what it is for, when to stop, and where it is from.
fn without_evidence(about: &About, name: &str) -> About {
    let source = if about.source.is_empty() {
        String::new()
    } else {
        format!("changed from {name}: {}", about.source)
    };
    About {
        tier: Tier::General,
        published: String::new(),
        ours: String::new(),
        source,
        ..about.clone()
    }
}

//! From the picker into the editor and back, and what becomes of the changes that it asks for.

use super::action::Action;
use super::editor::change::{Change, Failure, Item, Way};
use super::editor::{Asking, Deed, Editor, Stock, Task};
use super::message::Effect;
use super::picker::{Entry, Open};
use super::{App, Screen};
use crate::training::preset::PresetId;
use crate::training::routine::{Kind, Origin, Routine};

impl App {
    /// The entry under the cursor: one's own is changed in its place, what comes with the program is copied first.
    pub fn edit_selected(&mut self) -> Vec<Effect> {
        let Some(entry) = self.picker.current().cloned() else {
            return Vec::new();
        };
        let stock = Stock::of(&self.picker.entries);
        let own = entry.origin == Origin::Own;
        match item_of(entry) {
            Ok(item) if own => self.open_editor(Some(Editor::own(item, stock))),
            Ok(item) => self.open_editor(Some(Editor::copy(item, stock))),
            Err(error) => self.say(error),
        }
    }

    /// Another entry like the one under the cursor.
    pub fn copy_selected(&mut self) -> Vec<Effect> {
        let stock = Stock::of(&self.picker.entries);
        match self.picker.current().cloned().map(item_of) {
            Some(Ok(item)) => self.open_editor(Some(Editor::copy(item, stock))),
            Some(Err(error)) => self.say(error),
            None => Vec::new(),
        }
    }

    /// An entry of nothing.
    pub fn make_new(&mut self, kind: Kind) -> Vec<Effect> {
        let stock = Stock::of(&self.picker.entries);
        self.open_editor(match kind {
            Kind::Preset => Editor::blank(stock),
            Kind::Routine => Editor::blank_routine(stock),
        })
    }

    /// Moves the entry under the cursor by some places among those of its kind, if it is one's own.
    pub fn move_selected(&mut self, by: i32) -> Vec<Effect> {
        self.change_own(|kind, id| Change::Move { kind, id, by })
    }

    fn change_own(&mut self, change: impl FnOnce(Kind, PresetId) -> Change) -> Vec<Effect> {
        let Some(entry) = self.picker.current() else {
            return Vec::new();
        };
        match (entry.origin, entry.id.parse()) {
            (Origin::Own, Ok(id)) => vec![Effect::Edit(change(entry.kind, id))],
            (Origin::Own, Err(_)) => {
                self.say("This one cannot be changed here: mend it in config.toml".to_owned())
            }
            (Origin::BuiltIn, _) => {
                self.say("This one comes with the program: c makes a copy of your own".to_owned())
            }
        }
    }

    fn open_editor(&mut self, editor: Option<Editor>) -> Vec<Effect> {
        if let Some(editor) = editor {
            self.screen = Screen::Editor(Box::new(editor));
        }
        self.picker.hearing.end()
    }

    /// Whether there are changes that would be lost by leaving at once. The first time it asks; the second time it is meant.
    pub(super) fn has_unsaved(&mut self) -> bool {
        let Screen::Editor(editor) = &mut self.screen else {
            return false;
        };
        let asks = editor.is_changed() && editor.asking != Asking::Leaving;
        if asks {
            editor.asking = Asking::Leaving;
        }
        asks
    }

    /// A key's verb in the editor.
    pub(super) fn in_editor(&mut self, action: Action) -> Vec<Effect> {
        let Screen::Editor(editor) = &mut self.screen else {
            return Vec::new();
        };
        match editor.act(action) {
            Deed::Nothing => Vec::new(),
            Deed::Say(text) => self.say(text),
            Deed::Hear => self.hear_one(),
            Deed::Perform(change) => vec![Effect::Edit(change)],
            Deed::PerformBeside(change) => vec![Effect::EditBeside(change)],
            Deed::Reload => vec![Effect::Reload],
            Deed::Leave => self.leave_editor(),
        }
    }

    /// Lets one rep be heard: of what is written, or of what is under the cursor of the list.
    pub(super) fn hear_one(&mut self) -> Vec<Effect> {
        let from = self.now.frontier;
        let effects = if let Screen::Editor(editor) = &mut self.screen {
            let preset = editor.preset();
            preset.and_then(|preset| editor.hearing.begin(&preset, from))
        } else {
            let routine = self.picker.previewed();
            let routine = routine.map(|routine| self.memory.as_chosen(&routine, self.today));
            let first = routine
                .as_ref()
                .and_then(|routine| routine.presets().next());
            first.and_then(|preset| self.picker.hearing.begin(preset, from))
        };
        match effects {
            Some(effects) => {
                if self.muted {
                    self.say(
                        "The sound is off: m turns it on in a row that takes no text".to_owned(),
                    );
                }
                effects
            }
            None => self.say("There is no rep here that is paced".to_owned()),
        }
    }

    pub(super) fn leave_editor(&mut self) -> Vec<Effect> {
        let Screen::Editor(editor) = &mut self.screen else {
            return Vec::new();
        };
        let effects = editor.hearing.end();
        self.screen = Screen::Picker;
        self.picker.since = self.now.audible;
        self.picker.touched = self.now.audible;
        effects
    }

    /// The list anew, with the cursor on the same entry.
    pub(super) fn stock(&mut self, entries: Vec<Entry>) -> Vec<Effect> {
        let selected = self.picker.current().map(|entry| entry.id.clone());
        self.picker.entries = entries;
        self.picker.list(&self.memory);
        if let Some(id) = selected {
            self.picker.select(&id);
        }
        let Screen::Editor(editor) = &mut self.screen else {
            return Vec::new();
        };
        editor
            .restock(&self.picker.entries)
            .map_or_else(Vec::new, |note| self.say(note))
    }

    /// The change stands in the file.
    pub(super) fn saved(&mut self) -> Vec<Effect> {
        if let Open::Pasted(pasted) = &self.picker.open {
            let id = pasted.routine.as_ref().map(|routine| routine.id.clone());
            return self.pasted_is_saved(id.ok());
        }
        let Screen::Editor(editor) = &mut self.screen else {
            return Vec::new();
        };
        let Asking::Saving(change) = editor.asking.clone() else {
            return Vec::new();
        };
        let mut effects = self.leave_editor();
        match change {
            Change::Put { old, item } => effects.extend(self.has_put(old.as_ref(), &item)),
            Change::Remove { id, .. } => {
                self.say(format!("{id} is gone: u puts it back"));
            }
            Change::Move { .. } | Change::Undo => {}
        }
        effects
    }

    /// What is remembered of an entry follows its id, and the start that was just written holds.
    fn has_put(&mut self, old: Option<&PresetId>, item: &Item) -> Vec<Effect> {
        let before = self.memory.clone();
        let id = item.id().as_str();
        if let Some(old) = old {
            self.memory.renamed(old.as_str(), id);
        }
        if let Item::Preset(preset) = item {
            self.memory.written(preset);
        }
        self.picker.list(&self.memory);
        self.picker.select(id);
        self.say(format!("Saved {}", item.name()));
        if self.memory == before {
            Vec::new()
        } else {
            vec![Effect::Remember(self.memory.clone())]
        }
    }

    /// The change does not stand in the file.
    pub(super) fn not_saved(&mut self, failure: Failure) -> Vec<Effect> {
        match (&mut self.screen, failure.way) {
            (Screen::Editor(editor), Way::Beside | Way::ReloadOrBeside) => {
                editor.failed(failure);
                Vec::new()
            }
            (Screen::Editor(editor), Way::Back) => {
                editor.asking = Asking::Nothing;
                self.say(failure.sentence)
            }
            // In the list there is nothing that could be lost by reading the file anew.
            (_, Way::ReloadOrBeside) => {
                self.say("The file was changed meanwhile and is read anew: press again".to_owned());
                vec![Effect::Reload]
            }
            _ => self.say(failure.sentence),
        }
    }
}

/// What an entry can be edited as.
fn item_of(entry: Entry) -> Result<Item, String> {
    let routine: Routine = entry.routine?;
    Ok(match (entry.kind, routine.as_solo()) {
        (Kind::Preset, Some(preset)) => Item::Preset(Box::new(preset.clone())),
        _ => Item::Routine(Box::new(routine)),
    })
}

impl Editor {
    /// The files were read anew. What to know about it, if the entry that is being written is another there by now.
    fn restock(&mut self, entries: &[Entry]) -> Option<String> {
        self.stock = Stock::of(entries);
        self.refresh();
        let Task::Own(id) = &self.task else {
            return None;
        };
        let now = entries
            .iter()
            .find(|entry| entry.origin == Origin::Own && entry.id == id.as_str());
        match now.cloned().map(item_of) {
            None => Some(format!(
                "{id} is no longer in the file: Save puts it there again"
            )),
            Some(Ok(item)) if self.is_as_opened(&item) => None,
            Some(_) => Some(format!(
                "{id} was changed in the file as well: Save puts yours in its place"
            )),
        }
    }
}

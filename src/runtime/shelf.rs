//! The person's own presets and routines in their file: the changes that the editor asks for are made here, and what becomes
//! of them is told.
//!
//! A change is made to the text as it was read when the program began, or as it was written last; a file that is another by
//! now is not overwritten.

use std::path::{Path, PathBuf};

use super::chosen::file;
use crate::app::editor::change::{Change, Failure, Item, Way};
use crate::app::picker::Entry;
use crate::app::settings::Chosen;
use crate::store::config;
use crate::store::edit::{Document, EditError, File, Obstacle, OpenError, SaveError, Setting};
use crate::store::paths::ConfigPath;
use crate::store::presets::{self, Library, print};
use crate::store::problem::Problem;
use crate::training::preset::PresetId;
use crate::training::routine::Kind;
use crate::training::text::visible;

/// The file, and what stood in it before each change.
pub struct Shelf {
    path: Option<PathBuf>,
    /// The text as it was read or written last; nothing where there is no file.
    text: Option<String>,
    before: Vec<Option<String>>,
}

impl Shelf {
    /// The file of a path with the text that was read from it.
    pub fn new(at: Option<&ConfigPath>, text: Option<String>) -> Self {
        Self {
            path: at.map(|at| at.path().to_owned()),
            text,
            before: Vec::new(),
        }
    }

    /// Makes a change in the file. Gives everything that there is then.
    ///
    /// # Errors
    /// Nothing was written: why, and what can be done.
    pub fn edit(&mut self, change: &Change) -> Result<Vec<Entry>, Failure> {
        let path = self.path()?;
        let file = File::read_as(path, self.text.clone())?;
        let new = self.changed(&file, change)?;
        let saved = file.save(&new)?;
        let text = Some(saved.document().text().to_owned());
        let old = std::mem::replace(&mut self.text, text);
        match change {
            Change::Undo => drop(self.before.pop()),
            _ => self.before.push(old),
        }
        Ok(self.entries())
    }

    /// Writes the settings that differ. A file that was changed by another program meanwhile is read anew, because a single
    /// setting takes nothing from what somebody else wrote. Gives everything that there is then.
    ///
    /// # Errors
    /// Nothing was written.
    pub fn keep(&mut self, before: &Chosen, now: &Chosen) -> Result<Vec<Entry>, Failure> {
        let settings = file(now).differing(&file(before));
        let read = File::open(self.path()?)?;
        if read.text() != self.text.as_deref() {
            self.text = read.text().map(str::to_owned);
            self.before.clear();
        }
        let document = read.document().set(&settings)?;
        if document != read.document() {
            read.save(&document)?;
            self.text = Some(document.text().to_owned());
        }
        self.keep_behind(&settings);
        Ok(self.entries())
    }

    /// What was changed before can be taken back still, and the settings stay then.
    fn keep_behind(&mut self, settings: &[Setting]) {
        let with = |text: &Option<String>| {
            let old = Document::new(text.clone().unwrap_or_default()).ok()?;
            Some(Some(old.set(settings).ok()?.text().to_owned()))
        };
        let before: Option<Vec<_>> = self.before.iter().map(with).collect();
        self.before = before.unwrap_or_default();
    }

    /// Makes a change in a copy beside the file, and says where that is.
    ///
    /// # Errors
    /// Nothing was written.
    pub fn edit_beside(&self, change: &Change) -> Result<PathBuf, Failure> {
        let path = self.path()?;
        let file = File::read_as(path, self.text.clone())?;
        let new = self.changed(&file, change)?;
        Ok(file.save_beside(&new)?)
    }

    /// Reads the file anew. What was changed before cannot be taken back then.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn reload(&mut self) -> Result<Vec<Entry>, Failure> {
        let file = File::open(self.path()?)?;
        self.text = file.text().map(str::to_owned);
        self.before.clear();
        Ok(self.entries())
    }

    fn path(&self) -> Result<&Path, Failure> {
        self.path.as_deref().ok_or_else(|| Failure {
            sentence:
                "There is no place for a settings file on this computer: start with --config FILE"
                    .to_owned(),
            way: Way::Back,
        })
    }

    fn changed(&self, file: &File, change: &Change) -> Result<Document, Failure> {
        let document = file.document();
        if let Some(routine) = self.left_behind(change) {
            return Err(refused(format!(
                "The routine {routine} names this preset: change it there first"
            )));
        }
        let changed = match change {
            Change::Put { old, item } => {
                let old = old.as_ref().map(PresetId::as_str);
                document.put(item.kind(), old, &self.table(item))
            }
            Change::Remove { kind, id } => document.remove(*kind, id.as_str()),
            Change::Move { kind, id, by } => {
                document.move_by(*kind, id.as_str(), isize::try_from(*by).unwrap_or(0))
            }
            Change::Undo => {
                let Some(before) = self.before.last() else {
                    return Err(refused("There is nothing to take back".to_owned()));
                };
                let before = Document::new(before.clone().unwrap_or_default());
                return before.map_err(|problem| refused(problem.in_one_line()));
            }
        };
        Ok(changed?)
    }

    /// A routine of the file that names a preset which would be gone by its id.
    fn left_behind(&self, change: &Change) -> Option<String> {
        let gone = match change {
            Change::Put {
                old: Some(old),
                item,
            } if old != item.id() => old,
            Change::Remove {
                kind: Kind::Preset,
                id,
            } => id,
            _ => return None,
        };
        let text = self.text.as_deref().unwrap_or_default();
        let file: toml::Table = toml::from_str(text).ok()?;
        let names = |routine: &&toml::Value| {
            let steps = routine.get("step").and_then(toml::Value::as_array);
            let mut named = steps
                .into_iter()
                .flatten()
                .filter_map(|step| step.get("preset")?.as_str());
            named.any(|name| name == gone.as_str())
        };
        let routine = file.get("routine")?.as_array()?.iter().find(names)?;
        Some(visible(routine.get("id")?.as_str()?).into_owned())
    }

    fn table(&self, item: &Item) -> toml_edit::Table {
        let (config, _) = config::parse(self.text.as_deref().unwrap_or_default());
        let lead_in = config.settings.lead_in.duration();
        let library = config.library();
        let find = |id: &PresetId| library.preset(id).cloned();
        match item {
            Item::Preset(preset) => print::preset(preset, lead_in),
            Item::Routine(routine) => print::routine(routine, lead_in, &find),
        }
    }

    fn entries(&self) -> Vec<Entry> {
        let (config, _) = config::parse(self.text.as_deref().unwrap_or_default());
        entries(&config.library())
    }
}

fn refused(sentence: String) -> Failure {
    Failure {
        sentence,
        way: Way::Back,
    }
}

/// A library as the picker lists it.
pub fn entries(library: &Library) -> Vec<Entry> {
    let entry = |entry: &presets::Entry| Entry {
        id: entry.id.clone(),
        origin: entry.origin,
        kind: entry.kind,
        routine: entry.routine.clone().map_err(|problems| {
            let first = problems.first();
            first.map(Problem::in_one_line).unwrap_or_default()
        }),
    };
    library.entries().iter().map(entry).collect()
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self {
            sentence: error.to_string(),
            way: Way::Back,
        }
    }
}

impl From<EditError> for Failure {
    fn from(error: EditError) -> Self {
        Self {
            sentence: error.to_string(),
            way: Way::Back,
        }
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        let way = match &error {
            SaveError::Changed { .. } => Way::ReloadOrBeside,
            SaveError::Refused {
                obstacle: Obstacle::ReadOnly,
                ..
            } => Way::Beside,
            SaveError::Busy { .. } | SaveError::Refused { .. } => Way::Back,
        };
        Self {
            sentence: error.to_string(),
            way,
        }
    }
}

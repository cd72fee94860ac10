//! The person's own presets and routines in their file: the changes that the editor asks for are made here, and what becomes
//! of them is told.
//!
//! A change is made to the text as it was read when the program began, or as it was written last; a file that is another by
//! now is not overwritten.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::app::editor::change::{Change, Failure, Item, Way};
use crate::app::picker::Entry;
use crate::store::config;
use crate::store::edit::{Document, EditError, File, Obstacle, OpenError, SaveError};
use crate::store::paths::ConfigPath;
use crate::store::presets::{self, Library, print};
use crate::store::problem::Problem;
use crate::training::preset::{Preset, PresetId};

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
        let document = file.document();
        self.text = (!document.text().is_empty()).then(|| document.text().to_owned());
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
                let before = self.before.last().cloned().flatten();
                return Document::new(before.unwrap_or_default()).map_err(|problem| Failure {
                    sentence: problem.in_one_line(),
                    way: Way::Back,
                });
            }
        };
        Ok(changed?)
    }

    fn table(&self, item: &Item) -> toml_edit::Table {
        let library = self.library();
        let lead_in = self.lead_in();
        let find = |id: &PresetId| -> Option<Preset> {
            let routine = library.find(id.as_str()).ok()?;
            routine.as_solo().cloned()
        };
        match item {
            Item::Preset(preset) => print::preset(preset, lead_in),
            Item::Routine(routine) => print::routine(routine, lead_in, &find),
        }
    }

    fn lead_in(&self) -> Duration {
        let (config, _) = config::parse(self.text.as_deref().unwrap_or_default());
        config.settings.lead_in.duration()
    }

    fn library(&self) -> Library {
        let (config, _) = config::parse(self.text.as_deref().unwrap_or_default());
        config.library()
    }

    fn entries(&self) -> Vec<Entry> {
        entries(&self.library())
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

//! A document with its place on the disk.
//!
//! What saving promises: the file is always the old text or the new one, whole; a text that somebody else wrote since it was read
//! is never overwritten; links, permissions and everything beside the file stay.
//!
//! A program that writes between the last look and the rename would be overwritten all the same: no file system offers "rename
//! if unchanged". Among several Downbeats that cannot happen, as each holds an advisory lock on the folder meanwhile, which the
//! system takes back from one that dies. Against an editor that knows no such lock there remain the few milliseconds of one
//! write. A folder that cannot be locked, as on Windows and on some network disks, is written to without: a lock that some
//! never get would be worse than that window.

use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::Document;
use super::error::{Obstacle, OpenError, SaveError};
use crate::store::problem::line_of_no_text;
use crate::store::write;

/// How many copies may lie beside a file.
const MOST_COPIES: u32 = 999;

/// A settings file as it was read: its place, and its text if there was one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    path: PathBuf,
    read: Option<Document>,
}

impl File {
    /// Reads the file. One that does not exist is an empty document; saving makes it.
    ///
    /// # Errors
    /// It cannot be read, is not UTF-8, or does not parse.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let owned = || path.to_owned();
        let bytes = content(path).map_err(|error| OpenError::Unreadable {
            path: owned(),
            obstacle: Obstacle::of_reading(error),
        })?;
        let text = bytes.map(String::from_utf8).transpose();
        let text = text.map_err(|error| OpenError::NotText {
            path: owned(),
            line: line_of_no_text(&error),
        })?;
        let read = text.map(Document::new).transpose();
        let read = read.map_err(|problem| OpenError::Broken {
            path: owned(),
            problem,
        })?;
        Ok(Self {
            path: owned(),
            read,
        })
    }

    /// The file with the text that was read from it before; without one, as a file that did not exist then.
    ///
    /// # Errors
    /// The text does not parse.
    pub fn read_as(path: &Path, text: Option<String>) -> Result<Self, OpenError> {
        let read = text.map(Document::new).transpose();
        Ok(Self {
            path: path.to_owned(),
            read: read.map_err(|problem| OpenError::Broken {
                path: path.to_owned(),
                problem,
            })?,
        })
    }

    /// Where it is, or would be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text that was read; nothing where there was no file.
    pub fn text(&self) -> Option<&str> {
        self.read.as_ref().map(Document::text)
    }

    /// What was read; empty where there is no file.
    pub fn document(&self) -> Document {
        self.read.clone().unwrap_or_default()
    }

    /// Writes `new` in the place of what was read, and gives the file as it is then.
    ///
    /// # Errors
    /// The file is another than was read, or the system does not take it. The file is as it was then.
    pub fn save(&self, new: &Document) -> Result<Self, SaveError> {
        let refused = |error| SaveError::Refused {
            path: self.path.clone(),
            obstacle: Obstacle::of(error, &self.path),
        };
        let folder = write::folder_of(&self.path).map_err(refused)?;
        fs::create_dir_all(&folder).map_err(refused)?;
        let Ok(_held) = Lock::of(&folder) else {
            let path = self.path.clone();
            return Err(SaveError::Busy { path });
        };
        let now = content(&self.path).map_err(|error| SaveError::Refused {
            path: self.path.clone(),
            obstacle: Obstacle::of_reading(error),
        })?;
        let is = |document: &Document| now.as_deref() == Some(document.text().as_bytes());
        let saved = Self {
            path: self.path.clone(),
            read: Some(new.clone()),
        };
        // Saved already, as when the first attempt failed after the rename.
        if is(new) {
            return Ok(saved);
        }
        if !self.read.as_ref().map_or_else(|| now.is_none(), is) {
            let path = self.path.clone();
            return Err(SaveError::Changed { path });
        }
        write::atomically(&self.path, new.text().as_bytes()).map_err(refused)?;
        Ok(saved)
    }

    /// Writes `new` to a file of its own beside this one, `config.downbeat-1.toml` or the next free number, and says where.
    ///
    /// # Errors
    /// The system does not take it.
    pub fn save_beside(&self, new: &Document) -> Result<PathBuf, SaveError> {
        let refused = |obstacle| SaveError::Refused {
            path: self.path.clone(),
            obstacle,
        };
        for number in 1..=MOST_COPIES {
            let beside = self.beside(number);
            match write::anew(&beside, new.text().as_bytes()) {
                Ok(()) => return Ok(beside),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(refused(Obstacle::of(error, &beside))),
            }
        }
        Err(refused(Obstacle::Crowded))
    }

    fn beside(&self, number: u32) -> PathBuf {
        let mut name = self.path.file_stem().unwrap_or_default().to_owned();
        name.push(format!(".downbeat-{number}"));
        if let Some(extension) = self.path.extension() {
            name.push(".");
            name.push(extension);
        }
        self.path.with_file_name(name)
    }
}

/// The folder, ours alone among all Downbeats; `None` inside where it cannot be locked.
struct Lock(Option<fs::File>);

/// Another Downbeat has the folder.
struct Held;

impl Lock {
    fn of(folder: &Path) -> Result<Self, Held> {
        let Ok(folder) = fs::File::open(folder) else {
            return Ok(Self(None));
        };
        match folder.try_lock() {
            Ok(()) => Ok(Self(Some(folder))),
            Err(TryLockError::WouldBlock) => Err(Held),
            Err(TryLockError::Error(_)) => Ok(Self(None)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing it would not do: a program that is being started at this moment holds a copy until it runs.
        if let Some(folder) = &self.0 {
            let _ = folder.unlock();
        }
    }
}

/// What the file holds; `None` where there is none.
fn content(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let target = write::through_links(path)?;
    match fs::metadata(&target) {
        Ok(found) if !found.is_file() => Err(write::Refusal::NoFile.into()),
        Ok(_) => fs::read(&target).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

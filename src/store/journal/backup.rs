//! A copy of the whole file while it is in use, by `SQLite`'s own means: it is as the journal was at one moment.

use super::error::{Trouble, shown};
use super::{Journal, JournalError};
use crate::store::write::{self, Existing};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::io;
use std::path::Path;
use thiserror::Error;

/// Pages that are copied in one go: all of them.
const ALL: i32 = -1;

/// Why there is no copy.
#[derive(Debug, Error)]
pub enum BackupError {
    /// Something is there already.
    #[error("{0} is there already: choose another name, or say --force to replace it")]
    Exists(String),
    /// The copy cannot be written.
    #[error("{path} could not be written: choose another place")]
    Write {
        /// The copy.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// The journal cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// Either of the two, until it is known of which file.
enum Failed {
    File(io::Error),
    Journal(JournalError),
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl Journal {
    /// Copies the journal to a file that another Downbeat, or this one, can use in its place.
    ///
    /// # Errors
    /// Why there is no copy; what was there is as it was then.
    pub fn backup(&self, path: &Path, existing: Existing) -> Result<(), BackupError> {
        let copied = write::filled_by(path, existing, |temporary| {
            let connection = self.connection.as_ref();
            let connection = connection.ok_or(JournalError::Read(Trouble::Damaged));
            let copied = connection.and_then(|connection| {
                copy_to(connection, temporary).map_err(|error| JournalError::reading(&error))
            });
            copied.map_err(Failed::Journal)
        });
        copied.map_err(|failed| match failed {
            Failed::Journal(error) => error.into(),
            Failed::File(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                BackupError::Exists(shown(path))
            }
            Failed::File(source) => BackupError::Write {
                path: shown(path),
                source,
            },
        })
    }
}

fn copy_to(connection: &Connection, path: &Path) -> rusqlite::Result<()> {
    let mut copy = Connection::open(path)?;
    let backup = Backup::new(connection, &mut copy)?;
    while backup.step(ALL)? != StepResult::Done {}
    drop(backup);
    // One file, without others beside it.
    copy.pragma_update(None, "journal_mode", "DELETE")
}

//! What can go wrong with the journal, in sentences that say what to do next.

use rusqlite::ErrorCode;
use std::{fmt, io};
use thiserror::Error;

/// Why nothing was read or written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JournalError {
    /// A set of a session that is not there.
    #[error(
        "the set was not logged, because its session is not in the journal: log the session first"
    )]
    NoSession,
    /// A number that no set can have.
    #[error(
        "the entry was not logged, because a number in it is larger than any set can have: correct it and log it again"
    )]
    TooLarge,
    /// Reading failed.
    #[error("the journal could not be read, because {0}; what is in it is as it was")]
    Read(Trouble),
    /// Writing failed.
    #[error("the entry was not logged, because {0}; what is in the journal is as it was")]
    Write(Trouble),
    /// Taking away failed.
    #[error("nothing was taken away, because {0}; what is in the journal is as it was")]
    Remove(Trouble),
}

/// Why the journal could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// A later program made it.
    #[error(
        "the journal {path} is of version {version}, which a newer Downbeat wrote, and it was left alone: update this one (it knows version {known})",
        known = super::schema::newest()
    )]
    Newer {
        /// The file.
        path: String,
        /// Its version.
        version: i64,
    },
    /// It belongs to another program.
    #[error(
        "{0} is a database of another program, and it was left alone: move it elsewhere, and Downbeat makes a journal"
    )]
    Foreign(String),
    /// Something else is in the way.
    #[error("the journal {path} could not be opened, because {trouble}")]
    Failed {
        /// The file.
        path: String,
        /// What it is.
        trouble: Trouble,
    },
}

/// What is in the way, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Somebody else is writing all the time.
    Busy,
    /// There is no room left.
    Full,
    /// It may not be written.
    ReadOnly,
    /// It, or its folder, cannot be reached.
    Unreachable,
    /// It is damaged.
    Damaged,
    /// It is damaged, and another copy of the program has it open, so that it cannot be set aside.
    DamagedInUse,
    /// Where a file should be, there is something else, or the folder cannot be made.
    Place(String),
    /// Whatever else `SQLite` says.
    Other(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Busy => "another program is writing it: wait a moment and try again, or close the other one",
            Self::Full => "there is no room left on the disk: make some room and try again",
            Self::ReadOnly => "the journal may only be read: make the file and its folder writable and try again",
            Self::Unreachable => {
                "the file or its folder may not be read or written: make both readable and writable for yourself"
            }
            Self::Damaged => "the file is damaged: start Downbeat anew, and it is recovered as far as possible",
            Self::DamagedInUse => {
                "the file is damaged, and another copy of Downbeat has it open: close that one and try again"
            }
            Self::Place(what) => return write!(f, "{what}: choose another place or take that away"),
            Self::Other(what) => return write!(f, "the system says \"{what}\""),
        })
    }
}

impl From<&io::Error> for Trouble {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::FileTooLarge
            | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::Unreachable
            }
            kind => Self::Other(kind.to_string()),
        }
    }
}

impl From<&rusqlite::Error> for Trouble {
    fn from(error: &rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error() else {
            // A row that holds what nobody writes.
            return Self::Damaged;
        };
        match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::Full,
            // A file that may not grow any more is a full disk for whoever has to write in it.
            ErrorCode::SystemIoFailure
                if code.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE =>
            {
                Self::Full
            }
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::Unreachable,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl JournalError {
    /// Whether the file turned out to be damaged.
    pub(super) fn is_damage(&self) -> bool {
        matches!(self, Self::Write(Trouble::Damaged))
    }

    /// The same, where nothing was to be logged.
    pub(super) fn of_removal(self) -> Self {
        match self {
            Self::Write(trouble) => Self::Remove(trouble),
            other => other,
        }
    }

    /// Reading failed with this.
    pub(super) fn reading(error: &rusqlite::Error) -> Self {
        Self::Read(error.into())
    }

    /// Writing failed with this.
    pub(super) fn writing(error: &rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::ToSqlConversionFailure(_) => Self::TooLarge,
            error => Self::Write(error.into()),
        }
    }
}

impl OpenError {
    /// Whether the file is damaged, so that it can be set aside.
    pub(super) fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::Failed {
                trouble: Trouble::Damaged,
                ..
            }
        )
    }

    /// `SQLite` refused.
    pub(super) fn sqlite(path: &std::path::Path, error: &rusqlite::Error) -> Self {
        Self::failed(path, error.into())
    }

    /// Something is in the way.
    pub(super) fn failed(path: &std::path::Path, trouble: Trouble) -> Self {
        Self::Failed {
            path: shown(path),
            trouble,
        }
    }
}

/// A path fit to show.
pub(super) fn shown(path: &std::path::Path) -> String {
    crate::training::text::visible(&path.display().to_string()).into_owned()
}

//! Why there is no file; each says what to do next.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

/// Why there is no file. Nothing has changed on the disk.
#[derive(Debug, Error)]
pub enum FileError {
    /// The ending names no format that is known here.
    #[error("{} ends neither in .flac nor in .wav: choose a name with one of the two", .0.display())]
    Ending(PathBuf),
    /// The place is taken.
    #[error("{} exists: choose another name, or replace it with --force", .0.display())]
    Exists(PathBuf),
    /// The place is taken by something that is no file.
    #[error("{} is not a file: choose another name", .0.display())]
    NotAFile(PathBuf),
    /// The place of a folder is taken by something else.
    #[error("{} is not a folder: choose another name", .0.display())]
    NotAFolder(PathBuf),
    /// A WAV file holds four gigabytes.
    #[error("{} minutes do not fit into a WAV file like this: choose a name that ends in .flac, or a lower --rate", .0.as_secs() / 60)]
    TooLong(Duration),
    /// It was stopped from outside.
    #[error("stopped: nothing was written")]
    Stopped,
    /// The disk is full.
    #[error("there is no room for {}: make some room on the disk, or choose another folder", .0.display())]
    Full(PathBuf),
    /// There is no folder to write it into.
    #[error("there is no folder for {}: make it first, or choose another", .0.display())]
    NoFolder(PathBuf),
    /// The system refused.
    #[error("cannot write {} ({error}): check the folder, or choose another", path.display())]
    Io {
        /// The place of the file.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
}

impl FileError {
    pub(super) fn refused(path: &Path, error: io::Error) -> Self {
        use io::ErrorKind as Is;
        let path = path.to_owned();
        match error.kind() {
            Is::NotFound => Self::NoFolder(path),
            Is::StorageFull | Is::QuotaExceeded | Is::FileTooLarge => Self::Full(path),
            // The system's own words name the file beside it, which is nobody's business.
            kind if error.raw_os_error().is_none() => Self::Io {
                path,
                error: kind.into(),
            },
            _ => Self::Io { path, error },
        }
    }
}

//! What can go wrong, in sentences that say what happened, that nothing is lost, and what to do next.

use std::io;
use std::path::{Path, PathBuf};

use crate::store::problem::Problem;
use crate::store::write::{self, Refusal};
use crate::training::routine::Kind;
use crate::training::text::visible;

/// Why an entry could not be changed. Nothing was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text does not parse.
    #[error("nothing was changed, {0}")]
    Broken(Problem),
    /// The entries stand in a list of inline tables, or as something that is no list.
    #[error(
        "line {line} writes {kind} in another way than [[{kind}]]: write each {kind} under a header [[{kind}]] of its own, then it can be edited here"
    )]
    NotBlocks {
        /// What was to be changed.
        kind: Kind,
        /// The first line of it.
        line: usize,
    },
    /// The new entry has no id.
    #[error("the {kind} has no id: give it one")]
    Nameless {
        /// What was to be written.
        kind: Kind,
    },
    /// Another entry has that id.
    #[error("there is a {kind} `{id}` already: choose another id")]
    Taken {
        /// What was to be written.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// No entry has that id.
    #[error("there is no {kind} `{id}` in the settings file: it may have been taken out meanwhile")]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// A setting stands in the text as something that is none, or cannot be changed without a guess.
    #[error(
        "the setting {key} is written in a way that cannot be changed here: change it in the file itself, with any editor for text"
    )]
    NoSetting {
        /// Its name.
        key: String,
    },
    /// The text is written in a way that cannot be changed piece by piece without a guess.
    #[error(
        "the {kind} `{id}` is written in a way that cannot be changed here without losing something: change it in the file itself, with any editor for text"
    )]
    Tangled {
        /// What was to be changed.
        kind: Kind,
        /// Its id.
        id: String,
    },
}

impl From<Problem> for EditError {
    fn from(problem: Problem) -> Self {
        Self::Broken(problem)
    }
}

impl EditError {
    pub(super) fn taken(kind: Kind, id: &str) -> Self {
        let id = visible(id).into_owned();
        Self::Taken { kind, id }
    }

    pub(super) fn unknown(kind: Kind, id: &str) -> Self {
        let id = visible(id).into_owned();
        Self::Unknown { kind, id }
    }
}

/// Why the file cannot be edited. It was only read.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The system does not give it.
    #[error("{} cannot be read, {obstacle}", .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why not.
        obstacle: Obstacle,
    },
    /// It is not UTF-8.
    #[error("{} is not UTF-8 text (line {line}), so it was left alone: save it as UTF-8 and open it again", .path.display())]
    NotText {
        /// Which file.
        path: PathBuf,
        /// The line of the first byte that is none.
        line: usize,
    },
    /// It is not TOML.
    #[error("{} is left alone until it can be read again, {problem}", .path.display())]
    Broken {
        /// Which file.
        path: PathBuf,
        /// Where, and what to write instead.
        problem: Problem,
    },
}

/// Why nothing was saved. What was in the file is in it still, and what was to be saved is still open.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else wrote the file, made it or took it away since it was read.
    #[error("{} was changed by another program since it was read here, so it was not overwritten: load it anew, or save beside it", .path.display())]
    Changed {
        /// Which file.
        path: PathBuf,
    },
    /// Another Downbeat is in the middle of saving.
    #[error("{} is being saved by another Downbeat at this moment: save once more", .path.display())]
    Busy {
        /// Which file.
        path: PathBuf,
    },
    /// The system does not take it.
    #[error("{} was not saved, {obstacle}; the file is as it was, and nothing that you entered is lost", .path.display())]
    Refused {
        /// Which file.
        path: PathBuf,
        /// Why not.
        obstacle: Obstacle,
    },
}

/// What stands between the program and a file, with the way around it.
#[derive(Debug, thiserror::Error)]
pub enum Obstacle {
    /// The file may not be written.
    #[error("because it is read-only: make it writable and save again, or save beside it")]
    ReadOnly,
    /// The folder takes no new file, which every save needs.
    #[error("because nothing may be written in the folder {}: make the folder writable and save again", .0.display())]
    Folder(PathBuf),
    /// The file may not be read.
    #[error("because its permissions forbid it: make it readable for yourself and try again")]
    Forbidden,
    /// There is no room.
    #[error("because there is no room left on the disk: make some room and save again")]
    Full,
    /// The disk is mounted read-only.
    #[error("because its disk is read-only: save again when the disk can be written")]
    ReadOnlyDisk,
    /// The path names a folder, or a device.
    #[error("because that is no file but a folder or a device: choose another path with --config")]
    NoFile,
    /// The links go round.
    #[error(
        "because its symbolic links lead in a circle: take one of them away, or choose another path with --config"
    )]
    Circle,
    /// Every name beside the file is taken.
    #[error("because every name beside it is taken: take old copies away and try again")]
    Crowded,
    /// Anything else.
    #[error(
        "because the system refused it ({0}): look after that and try again, or choose another path with --config"
    )]
    System(io::Error),
}

impl Obstacle {
    /// What an error in writing this file means.
    pub(super) fn of(error: io::Error, path: &Path) -> Self {
        Self::when(error, || {
            let folder = write::folder_of(path).ok();
            Self::Folder(folder.unwrap_or_else(|| path.to_owned()))
        })
    }

    /// What an error in reading it means.
    pub(super) fn of_reading(error: io::Error) -> Self {
        Self::when(error, || Self::Forbidden)
    }

    fn when(error: io::Error, denied: impl FnOnce() -> Self) -> Self {
        use io::ErrorKind as Is;
        let refusal = error.get_ref().and_then(|inner| inner.downcast_ref());
        match (refusal, error.kind()) {
            (Some(Refusal::ReadOnly), _) => Self::ReadOnly,
            (Some(Refusal::NoFile), _) | (None, Is::IsADirectory) => Self::NoFile,
            (Some(Refusal::Circle), _) => Self::Circle,
            (None, Is::StorageFull | Is::QuotaExceeded | Is::FileTooLarge) => Self::Full,
            (None, Is::ReadOnlyFilesystem) => Self::ReadOnlyDisk,
            (None, Is::PermissionDenied) => denied(),
            (None, _) => Self::System(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_having_no_room_is_a_full_disk() {
        use io::ErrorKind as Is;
        for kind in [Is::StorageFull, Is::QuotaExceeded, Is::FileTooLarge] {
            let obstacle = Obstacle::of(kind.into(), Path::new("config.toml"));
            assert!(matches!(obstacle, Obstacle::Full), "{kind}");
        }
    }

    #[test]
    fn what_the_system_says_is_passed_on_where_nothing_better_is_known() {
        let obstacle = Obstacle::of(io::ErrorKind::NotConnected.into(), Path::new("config.toml"));
        assert_eq!(
            obstacle.to_string(),
            "because the system refused it (not connected): look after that and try again, or choose another path with --config"
        );
        let read_only = Obstacle::of(io::ErrorKind::ReadOnlyFilesystem.into(), Path::new("x"));
        assert!(matches!(read_only, Obstacle::ReadOnlyDisk));
    }
}

//! Writing that cannot leave half a file: the new content goes to a temporary file in the same folder, is synced, and takes
//! the old one's place in a single step. Whatever fails, the old content is still there. A writer that is killed in the middle
//! leaves its temporary file; the next one to write in that folder takes it away.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// How many symbolic links are followed before they are taken for a circle; the kernel's own limit.
const MOST_LINKS: usize = 40;

/// What the names of temporary files begin and end with.
const TEMPORARY: (&str, &str) = (".downbeat-", ".tmp");

/// Why this module itself refuses to write. It is the inner error of an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The file may not be written, so it is not replaced either: somebody meant it.
    #[error("the file is read-only")]
    ReadOnly,
    /// A folder or a device is there. Replacing `/dev/null` would be the end of it.
    #[error("that is no file but a folder or a device")]
    NoFile,
    /// There is no end to the links.
    #[error("its symbolic links lead in a circle")]
    Circle,
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        let kind = match refusal {
            Refusal::ReadOnly => io::ErrorKind::PermissionDenied,
            Refusal::NoFile | Refusal::Circle => io::ErrorKind::Other,
        };
        Self::new(kind, refusal)
    }
}

/// Replaces the content of `path`, making its folder if need be. A symbolic link stays, and what it points to is replaced; the
/// file's permissions stay too.
///
/// # Errors
/// Whatever the file system says, or a [`Refusal`]. The old content is untouched then.
pub fn atomically(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = through_links(path)?;
    let folder = parent_of(&target);
    fs::create_dir_all(folder)?;
    let temporary = filled(folder, permissions_of(&target)?, content)?;
    temporary
        .persist(&target)
        .map_err(|failure| failure.error)?;
    sync_folder(folder)
}

/// Makes the file `path`, whole, where there is none. Its folder has to be there.
///
/// # Errors
/// Whatever the file system says: that it [exists](io::ErrorKind::AlreadyExists), above all. Nothing was made then.
pub fn anew(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = parent_of(path);
    let temporary = filled(folder, None, content)?;
    temporary
        .persist_noclobber(path)
        .map_err(|failure| failure.error)?;
    sync_folder(folder)
}

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced.
    Replace,
}

/// Makes the file `path` of what `fill` puts into a temporary one beside it, which may be large.
///
/// # Errors
/// Whatever `fill` or the file system says: that it [exists](io::ErrorKind::AlreadyExists), above all. Nothing was made or
/// replaced then.
pub fn filled_by<E: From<io::Error>>(
    path: &Path,
    existing: Existing,
    fill: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let target = through_links(path)?;
    if existing == Existing::Keep && target.exists() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists).into());
    }
    permissions_of(&target)?;
    let folder = parent_of(&target);
    clear_leftovers(folder);
    let temporary = temporary_in(folder)?;
    fill(temporary.path())?;
    temporary.as_file().sync_all()?;
    let placed = match existing {
        Existing::Keep => temporary.persist_noclobber(&target),
        Existing::Replace => temporary.persist(&target),
    };
    placed.map_err(|failure| failure.error)?;
    Ok(sync_folder(folder)?)
}

/// The folder in which the file at the end of the links stands, or would.
///
/// # Errors
/// The links cannot be followed.
pub(super) fn folder_of(path: &Path) -> io::Result<PathBuf> {
    Ok(parent_of(&through_links(path)?).to_owned())
}

fn parent_of(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// The file that stands at the end of the links, whether it exists or not.
///
/// # Errors
/// The links lead in a circle, or cannot be read.
pub(super) fn through_links(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(found) if found.is_symlink() => {
                let next = fs::read_link(&target)?;
                // A relative link counts from the folder that holds it; `join` lets an absolute one win.
                target = target.parent().unwrap_or_else(|| Path::new("")).join(next);
            }
            Ok(_) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(target),
            Err(error) => return Err(error),
        }
    }
    Err(Refusal::Circle.into())
}

/// The permissions of the file that is to be replaced, if there is one and it may be written.
fn permissions_of(target: &Path) -> io::Result<Option<Permissions>> {
    let found = match fs::metadata(target) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if !found.is_file() {
        return Err(Refusal::NoFile.into());
    }
    // Only opening it shows whether it is writable for us, and the mark counts for the superuser too.
    let opened = File::options().write(true).open(target);
    let is_denied = opened.is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied);
    if is_denied || found.permissions().readonly() {
        return Err(Refusal::ReadOnly.into());
    }
    Ok(Some(found.permissions()))
}

/// A temporary file with this content, on the disk.
fn filled(
    folder: &Path,
    permissions: Option<Permissions>,
    content: &[u8],
) -> io::Result<NamedTempFile> {
    clear_leftovers(folder);
    let mut temporary = temporary_in(folder)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.write_all(content)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// A temporary file that is locked, which tells others that its writer is alive.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        // A new file gets what any other program's would: everything that the umask allows.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(Permissions::from_mode(0o666));
    }
    loop {
        let temporary = builder.tempfile_in(folder)?;
        let lock = temporary.as_file().try_lock();
        // Between the two lines above somebody may have taken it for a leftover.
        let is_lost = matches!(lock, Err(TryLockError::WouldBlock)) || !temporary.path().exists();
        if !is_lost {
            return Ok(temporary);
        }
    }
}

/// Takes away what writers left that were killed in the middle: temporary files that nobody has locked. What cannot be taken
/// away stays; it is in nobody's way.
fn clear_leftovers(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_ours || !is_file {
            continue;
        }
        // The lock is held until the file is gone, or its writer could begin in between.
        if let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A rename is on disk only when its folder is. Windows cannot open a folder, and orders the two by itself; where the system
/// does not let a folder be opened or synced, there is nothing to be done about it, and the file is in its place.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::PermissionDenied
                    | io::ErrorKind::InvalidInput
                    | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_with_its_folders_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/state.toml");
        atomically(&path, b"one").unwrap();
        atomically(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(&folder.path().join("a/b")), ["state.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_what_it_points_to_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("dotfiles/config.toml");
        atomically(&real, b"one").unwrap();
        let link = folder.path().join("config.toml");
        std::os::unix::fs::symlink("dotfiles/config.toml", &link).unwrap();
        atomically(&link, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"two");
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_are_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        std::os::unix::fs::symlink(&one, &two).unwrap();
        std::os::unix::fs::symlink(&two, &one).unwrap();
        assert!(atomically(&one, b"x").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_kept() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.toml");
        atomically(&path, b"one").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        atomically(&path, b"two").unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }

    #[test]
    fn what_a_killed_writer_left_is_taken_away_and_what_a_living_one_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at(".downbeat-left.tmp"), "half").unwrap();
        fs::write(at(".downbeat-notes"), "mine").unwrap();
        let writing = temporary_in(folder.path()).unwrap();
        atomically(&at("state.toml"), b"one").unwrap();
        assert!(writing.path().exists());
        drop(writing);
        assert_eq!(names(folder.path()), [".downbeat-notes", "state.toml"]);
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy.toml");
        anew(&path, b"one").unwrap();
        let error = anew(&path, b"two").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(names(folder.path()), ["copy.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("null");
        std::os::unix::fs::symlink("/dev/null", &path).unwrap();
        let error = atomically(&path, b"x").unwrap_err();
        assert_eq!(
            error.to_string(),
            "that is no file but a folder or a device"
        );
    }

    #[test]
    fn a_failure_leaves_the_old_content_and_no_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.toml");
        atomically(&path, b"one").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(atomically(&path, b"two").is_err());
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(names(folder.path()), ["state.toml"]);
        // A folder cannot be replaced by a file either.
        fs::create_dir(folder.path().join("taken")).unwrap();
        assert!(atomically(&folder.path().join("taken"), b"x").is_err());
        assert_eq!(names(folder.path()), ["state.toml", "taken"]);
    }
}

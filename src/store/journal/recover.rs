//! A damaged file is set aside under a new name, and everything that can still be read of it goes into a new journal.
//!
//! Whatever happens meanwhile, nothing is lost: the damaged file is copied before anything else, the new journal is complete
//! and on the disk before it takes the old one's place, and where that was interrupted, the next one to open the journal goes
//! on with it.

mod salvage;

use super::error::{OpenError, Trouble, shown};
use super::open::{log_of, with};
use crate::store::write;
use rusqlite::{Connection, ErrorCode};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The page of a new file, which every file of ours had as its first.
const PAGE: usize = 4096;

/// Whether somebody was interrupted before the new journal was in its place.
pub(super) fn is_unfinished(path: &Path) -> bool {
    new_of(path).exists()
}

/// Puts a new journal in the place of a damaged one, unless somebody else has done so by the time it is our turn, as `is_fine`
/// tells. Gives what there is to say.
pub(super) fn recover(
    path: &Path,
    is_fine: impl FnOnce() -> Result<(), OpenError>,
) -> Result<Option<String>, OpenError> {
    let fail = |error: &io::Error| OpenError::failed(path, error.into());
    // Held until this is over.
    let turn = File::create(with(path, ".lock")).map_err(|error| fail(&error))?;
    turn.lock().map_err(|error| fail(&error))?;
    if !is_unfinished(path) {
        match is_fine() {
            Err(error) if error.is_damage() => {}
            other => return other.map(|()| None),
        }
        if fs::metadata(path).is_ok_and(|found| found.len() > 0) {
            check_alone(path)?;
        }
        let aside = set_aside(path).map_err(|error| fail(&error))?;
        if let Err(error) = rebuild(path, &aside) {
            // The file itself is as it was, and copies of it would only fill the disk.
            discard(&aside);
            return Err(error);
        }
    }
    let entries = salvage::count(&new_of(path)).map_err(|error| OpenError::sqlite(path, &error))?;
    put_in_place(path).map_err(|error| fail(&error))?;
    let aside = latest_aside(path);
    let kept = match entries {
        0 => "Nothing in it could be read, and a new one was begun".to_owned(),
        1 => "What could be read was kept: 1 entry, in which single answers may be missing"
            .to_owned(),
        entries => format!(
            "What could be read was kept: {entries} entries, in which single answers may be missing"
        ),
    };
    // The name comes early, so that a narrow screen shows it.
    let name = aside.file_name().map_or(aside.as_path(), Path::new);
    Ok(Some(format!(
        "The journal was damaged: the damaged file is {}, in {}. {kept}.",
        shown(name),
        shown(folder_of(&aside))
    )))
}

/// Refuses to touch a file that another copy of the program has open: what that one logs would be lost.
fn check_alone(path: &Path) -> Result<(), OpenError> {
    let alone = || -> rusqlite::Result<()> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::ZERO)?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK;")
    };
    match alone() {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
            Err(OpenError::failed(path, Trouble::DamagedInUse))
        }
        _ => Ok(()),
    }
}

/// Copies the file, and what was logged last, to the first free name, which is given back.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    let (aside, mut copy) = loop {
        let aside = with(path, &format!(".damaged-{number}"));
        match File::create_new(&aside) {
            Ok(file) => break (aside, file),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    };
    let copied = (|| {
        io::copy(&mut File::open(path)?, &mut copy)?;
        copy.sync_all()?;
        if log_of(path).exists() {
            fs::copy(log_of(path), log_of(&aside))?;
            File::open(log_of(&aside))?.sync_all()?;
        }
        Ok(())
    })();
    if copied.is_err() {
        discard(&aside);
    }
    copied.map(|()| aside)
}

/// Takes a copy away that nobody needs; where that fails, it is in nobody's way.
fn discard(aside: &Path) {
    let _ = fs::remove_file(log_of(aside));
    let _ = fs::remove_file(aside);
}

/// Reads a copy of the damaged file, because reading changes it, and makes the new one, whole.
fn rebuild(path: &Path, aside: &Path) -> Result<(), OpenError> {
    let fail = |error: io::Error| OpenError::failed(path, (&error).into());
    let sqlite = |error: rusqlite::Error| OpenError::sqlite(path, &error);
    let scratch = with(path, ".recovering");
    // Somebody may have been interrupted in the middle.
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir(&scratch).map_err(fail)?;
    let [old, new, blank] = ["old", "new", "blank"].map(|name| scratch.join(name));
    let rebuilt = (|| {
        fs::copy(aside, &old).map_err(fail)?;
        if log_of(aside).exists() {
            fs::copy(log_of(aside), log_of(&old)).map_err(fail)?;
        }
        salvage::blank(&new).map_err(sqlite)?;
        if !salvage::can_read(&old) {
            salvage::blank(&blank).map_err(sqlite)?;
            graft(&blank, &old).map_err(fail)?;
        }
        salvage::salvage(&old, &new).map_err(sqlite)?;
        File::open(&new)
            .and_then(|file| file.sync_all())
            .map_err(fail)?;
        fs::rename(&new, new_of(path)).map_err(fail)?;
        write::sync_folder(folder_of(path)).map_err(fail)
    })();
    let _ = fs::remove_dir_all(&scratch);
    rebuilt
}

/// Gives a file whose first page is beyond reading that of a new one. The tables of all journals begin at the same places, so
/// the other pages can be read again.
fn graft(blank: &Path, old: &Path) -> io::Result<()> {
    let mut first = fs::read(blank)?;
    first.truncate(PAGE);
    let length = fs::metadata(old)?.len();
    let pages = u32::try_from(length / u64::try_from(PAGE).unwrap_or(1)).unwrap_or(u32::MAX);
    // The head says how many pages there are, and that none of them is free.
    for (at, number) in [(28, pages), (32, 0), (36, 0)] {
        if let Some(place) = first.get_mut(at..at + 4) {
            place.copy_from_slice(&number.to_be_bytes());
        }
    }
    File::options().write(true).open(old)?.write_all(&first)
}

/// The last steps. What was logged last has to go first, or it would be taken for a part of the new file.
fn put_in_place(path: &Path) -> io::Result<()> {
    for ending in ["-wal", "-shm"] {
        match fs::remove_file(with(path, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    write::sync_folder(folder_of(path))?;
    fs::rename(new_of(path), path)?;
    write::sync_folder(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Where the new journal waits.
fn new_of(path: &Path) -> PathBuf {
    with(path, ".recovered")
}

/// The file that was set aside last.
fn latest_aside(path: &Path) -> PathBuf {
    let name = |number: u32| with(path, &format!(".damaged-{number}"));
    let last = (1..u32::MAX)
        .take_while(|number| name(*number).exists())
        .last();
    name(last.unwrap_or(1))
}

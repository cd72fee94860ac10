//! Opening the file, whatever is found in its place.

use super::error::{OpenError, Trouble, shown};
use super::{Journal, Opened, read, recover, schema};
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

/// How long somebody else's transaction is waited for. They take milliseconds. It is less than the interface has to leave
/// after a signal: what is logged on the way out is either in the file then, or was refused in words.
pub const PATIENCE: Duration = Duration::from_millis(600);
/// Files up to this size are looked over whenever they are opened: three or four years of daily training, for which that takes
/// 20 ms. Larger ones would keep somebody waiting (ten years 50 ms, a hundred half a second), and are looked over by
/// [`Journal::look_over`] when there is time.
const LOOKED_OVER: u64 = 8 << 20;
/// Statements that are kept ready.
const STATEMENTS: usize = 48;

/// How thoroughly a file is looked at before it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// At everything, indices and the sense of every row among it.
    Closely,
    /// At everything but them, where the file is not too large for that.
    Over,
    /// At what is needed.
    Away,
}

pub(super) fn open(path: &Path) -> Result<Opened, OpenError> {
    make_folder(path)?;
    if recover::is_unfinished(path) {
        return recovered(path, Look::Over);
    }
    match connect(path, Look::Over) {
        Ok(connection) => Ok(opened(path, connection, None)),
        Err(error) if error.is_damage() => recovered(path, Look::Over),
        // Who may not write there may read all the same.
        Err(error) => match connect_still(path) {
            Some(connection) => Ok(opened(path, connection, Some(read_only(path)))),
            None => Err(error),
        },
    }
}

/// Whether a file is looked over whenever it is opened.
fn is_small(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |found| found.len() <= LOOKED_OVER)
}

/// A connection to whatever is there, so that what comes can be logged all the same.
pub(super) fn again(path: &Path) -> Option<Connection> {
    connect(path, Look::Away).ok()
}

/// A journal in memory.
pub(super) fn unwritten() -> rusqlite::Result<Journal> {
    let mut connection = Connection::open_in_memory()?;
    set_up(&mut connection)?;
    Ok(opened(Path::new(""), connection, None).journal)
}

/// Sets the file aside, unless it turns out to be sound, and opens what could be saved of it.
pub(super) fn recovered(path: &Path, look: Look) -> Result<Opened, OpenError> {
    let notice = recover::recover(path, || connect(path, look).map(drop))?;
    let connection = connect(path, Look::Away)?;
    Ok(opened(path, connection, notice))
}

fn opened(path: &Path, connection: Connection, notice: Option<String>) -> Opened {
    Opened {
        journal: Journal {
            path: path.to_owned(),
            connection: Some(connection),
            notice: None,
            mended: notice.is_some(),
            is_looked_over: is_small(path),
        },
        notice,
    }
}

fn read_only(path: &Path) -> String {
    format!(
        "The journal {} may only be read: nothing is logged until the file and its folder are writable.",
        shown(path)
    )
}

fn make_folder(path: &Path) -> Result<(), OpenError> {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    if folder == Path::new("") {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| {
        let trouble = match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                Trouble::Place(format!("{} is no folder", shown(folder)))
            }
            _ => Trouble::from(&error),
        };
        OpenError::failed(path, trouble)
    })
}

/// A connection to a file that is up to date.
fn connect(path: &Path, look: Look) -> Result<Connection, OpenError> {
    let fail = |error: rusqlite::Error| OpenError::sqlite(path, &error);
    let damaged = || OpenError::failed(path, Trouble::Damaged);
    let size = match fs::metadata(path) {
        Ok(found) if !found.is_file() => {
            return Err(OpenError::failed(
                path,
                Trouble::Place("there is no file but a folder or a device".to_owned()),
            ));
        }
        Ok(found) => found.len(),
        Err(_) => 0,
    };
    // An empty file would be taken for a new one, and what was logged last thrown away.
    if size == 0 && fs::metadata(log_of(path)).is_ok_and(|log| log.len() > 0) {
        return Err(damaged());
    }
    let mut connection = Connection::open(path).map_err(fail)?;
    if connection.is_readonly(MAIN_DB).map_err(fail)? {
        // Going on would leave files beside it that are read-only too.
        return Err(OpenError::failed(path, Trouble::ReadOnly));
    }
    connection.busy_timeout(PATIENCE).map_err(fail)?;
    vet(path, &connection)?;
    set_up(&mut connection).map_err(fail)?;
    let is_sound = match look {
        Look::Closely => is_all_sound(&connection),
        Look::Over if is_small(path) => is_sound(&connection, "quick_check"),
        Look::Over | Look::Away => Ok(true),
    };
    if !is_sound.map_err(fail)? {
        return Err(damaged());
    }
    Ok(connection)
}

/// Refuses what is not for this program, before anything is written, so that it stays untouched.
fn vet(path: &Path, connection: &Connection) -> Result<(), OpenError> {
    let fail = |error: rusqlite::Error| OpenError::sqlite(path, &error);
    if !schema::is_ours(connection).map_err(fail)? {
        return Err(OpenError::Foreign(shown(path)));
    }
    let version = schema::version(connection).map_err(fail)?;
    if version > schema::newest() {
        let path = shown(path);
        return Err(OpenError::Newer { path, version });
    }
    Ok(())
}

fn set_up(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    schema::migrate(connection)
}

/// A connection for reading in a folder where nothing may be written, not even the files that lie beside a journal in use. It
/// needs a file that was closed properly and is up to date.
fn connect_still(path: &Path) -> Option<Connection> {
    if fs::metadata(log_of(path)).is_ok_and(|log| log.len() > 0) {
        return None;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(uri(path)?, flags).ok()?;
    let is_readable = schema::is_ours(&connection) == Ok(true)
        && schema::version(&connection) == Ok(schema::newest());
    is_readable.then_some(connection)
}

/// The path as an address that says that nobody changes the file.
fn uri(path: &Path) -> Option<String> {
    let path = path
        .to_str()?
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    Some(format!("file:{path}?immutable=1"))
}

/// Whether everything in the file hangs together, as far as one of `SQLite`'s checks tells.
fn is_sound(connection: &Connection, check: &str) -> rusqlite::Result<bool> {
    let found: String = connection.pragma_query_value(None, check, |row| row.get(0))?;
    Ok(found == "ok")
}

/// The same with the indices, and whether every row makes sense.
fn is_all_sound(connection: &Connection) -> rusqlite::Result<bool> {
    Ok(is_sound(connection, "integrity_check")?
        && read::visit(connection, &mut |_entry| Ok(())).is_ok())
}

/// Looks a file over, while others may write it.
pub(super) fn check(path: &Path) -> Result<bool, OpenError> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE);
    let is_sound = connection.and_then(|connection| {
        connection.busy_timeout(PATIENCE)?;
        is_all_sound(&connection)
    });
    match is_sound {
        Err(error) if Trouble::from(&error) == Trouble::Damaged => Ok(false),
        found => found.map_err(|error| OpenError::sqlite(path, &error)),
    }
}

/// Where what was logged last is kept until it goes into the file.
pub(super) fn log_of(path: &Path) -> PathBuf {
    with(path, "-wal")
}

/// A path with something behind it.
pub(super) fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

//! Opening the file, whatever is found in its place.

use super::error::{OpenError, Trouble, shown};
use super::{Journal, Opened, schema};
use rusqlite::Connection;
use std::path::Path;
use std::time::Duration;
use std::{fs, io};

/// How long somebody else's transaction is waited for. They take milliseconds.
const PATIENCE: Duration = Duration::from_secs(2);

pub(super) fn open(path: &Path) -> Result<Opened, OpenError> {
    make_folder(path)?;
    let connection = connect(path)?;
    Ok(Opened {
        journal: Journal { connection },
        notice: None,
    })
}

fn make_folder(path: &Path) -> Result<(), OpenError> {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    if folder == Path::new("") {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| {
        let trouble = match error.kind() {
            io::ErrorKind::StorageFull => Trouble::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Trouble::Unreachable
            }
            _ => Trouble::Place(format!("the folder {} cannot be made", shown(folder))),
        };
        OpenError::failed(path, trouble)
    })
}

/// A connection to a file that is up to date.
fn connect(path: &Path) -> Result<Connection, OpenError> {
    let fail = |error: rusqlite::Error| OpenError::sqlite(path, &error);
    let mut connection = Connection::open(path).map_err(fail)?;
    connection.busy_timeout(PATIENCE).map_err(fail)?;
    // Asked before anything is written, so that a newer file stays untouched.
    let version = schema::version(&connection).map_err(fail)?;
    if version > schema::newest() {
        return Err(OpenError::Newer {
            path: shown(path),
            version,
        });
    }
    set_up(&mut connection).map_err(fail)?;
    Ok(connection)
}

fn set_up(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.set_prepared_statement_cache_capacity(32);
    schema::migrate(connection)
}

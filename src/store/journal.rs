//! The journal's file: `SQLite`, one connection to it. What a call of [`Journal::put`] wrote is on the disk when it returns, all of
//! it or nothing.
//!
//! The file is in WAL mode and synced with every transaction, so that neither a killed process nor a lost mains supply takes
//! what was reported as logged. Two copies of the program may have it open at once: each waits for the other's transaction, and
//! gives up with a sentence when that takes too long.

mod backup;
mod csv;
mod error;
mod export;
mod import;
mod jsonl;
mod open;
mod read;
mod recover;
mod rows;
mod schema;
#[cfg(test)]
mod tests;
mod trends;
mod words;
mod write;

use crate::training::journal::{Diary, Entry, Key, Morning, PastSession, Stamp};
use crate::training::trend::{Report, Trends, Window};
use jiff::civil::Date;
use rusqlite::{Connection, MAIN_DB};
use std::path::{Path, PathBuf};

pub use backup::BackupError;
pub use error::{JournalError, OpenError, Trouble};
pub use export::{ExportError, Format};
pub use import::{ImportError, Imported};
pub use open::PATIENCE;

/// The journal, open.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// Missing only where the file turned out to be damaged and could not be set aside.
    connection: Option<Connection>,
    /// What was done about that, until somebody asks.
    notice: Option<String>,
    /// Whether that happened at all: then a set may come whose session was lost.
    mended: bool,
    /// Whether the whole file was looked at, then or later.
    is_looked_over: bool,
}

/// A journal that was opened, and what has to be said about it.
#[derive(Debug)]
pub struct Opened {
    /// The journal.
    pub journal: Journal,
    /// What was found and done about it, where it was not as it should be.
    pub notice: Option<String>,
}

impl Journal {
    /// Opens the journal, makes it where there is none, and brings an older one up to date.
    ///
    /// # Errors
    /// What is in the way, and what to do about it. The file is as it was then.
    pub fn open(path: &Path) -> Result<Opened, OpenError> {
        open::open(path)
    }

    /// An empty journal in no file, for whoever only reads where there is none yet.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn unwritten() -> Result<Self, JournalError> {
        open::unwritten().map_err(|error| JournalError::reading(&error))
    }

    /// Looks a file over thoroughly, while others may use it: whether everything in it hangs together and makes sense.
    ///
    /// # Errors
    /// Why the file cannot be read at all.
    pub fn check(path: &Path) -> Result<bool, OpenError> {
        open::check(path)
    }

    /// Whether nothing can be logged in it as it was opened: the file, or its folder, may not be written. Whoever made them
    /// writable has to open it anew.
    pub fn is_read_only(&self) -> bool {
        let connection = self.connection.as_ref();
        connection.is_some_and(|connection| connection.is_readonly(MAIN_DB).is_ok_and(|is| is))
    }

    /// Whether the whole file was looked at. One that is large is not when it is opened, because that would keep somebody
    /// waiting.
    pub fn is_looked_over(&self) -> bool {
        self.is_looked_over
    }

    /// Does that when there is time for it (a third of a second for ten years of daily training, three for a hundred), and
    /// [mends](Self::mend) a file that is damaged.
    ///
    /// # Errors
    /// Why it cannot be mended. What comes is logged in the file as it is, as far as possible.
    pub fn look_over(&mut self) -> Result<(), OpenError> {
        self.is_looked_over = true;
        if Self::check(&self.path)? {
            return Ok(());
        }
        self.mend()
    }

    /// Sets a damaged file aside and goes on with a new one that holds everything that could be read. Nothing is done where
    /// the file is sound.
    ///
    /// # Errors
    /// Why it cannot be set aside. The file is as it was.
    pub fn mend(&mut self) -> Result<(), OpenError> {
        // Nobody may have it open while it is replaced, ourselves included.
        self.connection = None;
        match open::recovered(&self.path, open::Look::Closely) {
            Ok(opened) => {
                self.connection = opened.journal.connection;
                self.mended |= opened.notice.is_some();
                self.notice = opened.notice;
                Ok(())
            }
            Err(error) => {
                self.connection = open::again(&self.path);
                Err(error)
            }
        }
    }

    /// What was done about a file that turned out to be damaged while it was open; said once.
    pub fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// Keeps entries, each in the place of what has the same key: all of them or, where it fails, none. A file that turns out to
    /// be damaged is [mended](Self::mend) first; a set whose session went with the damage gets one that says no more than when.
    ///
    /// # Errors
    /// Why nothing was kept: a set whose session is not there, above all.
    pub fn put(&mut self, entries: &[Entry]) -> Result<(), JournalError> {
        let put = self.write(|connection| write::put(connection, entries));
        match put {
            Err(JournalError::NoSession) if self.mended => {
                self.write(|connection| write::put_whatever(connection, entries))
            }
            put => put,
        }
    }

    /// Takes entries away and gives back everything that went, a session's sets with it: [putting](Self::put) that undoes it.
    ///
    /// # Errors
    /// Why nothing was taken away.
    pub fn remove(&mut self, keys: &[Key]) -> Result<Vec<Entry>, JournalError> {
        let removed = self.write(|connection| write::remove(connection, keys));
        removed.map_err(JournalError::of_removal)
    }

    /// A page of the log: the latest sessions that began before a moment, or of all, the latest first.
    ///
    /// # Errors
    /// Why it cannot be read, as with everything below.
    pub fn sessions_before(
        &self,
        before: Option<Stamp>,
        limit: usize,
    ) -> Result<Vec<PastSession>, JournalError> {
        self.read(|connection| read::sessions_before(connection, before, limit))
    }

    /// For each of these exercises the latest sessions in which it was done, the latest first, and of them its sets alone. Names
    /// are the same whatever the case of their ASCII letters.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn of_exercises(
        &self,
        names: &[String],
        limit_sessions: usize,
    ) -> Result<Vec<(String, Vec<PastSession>)>, JournalError> {
        self.read(|connection| read::of_exercises(connection, names, limit_sessions))
    }

    /// What the advice of a day rests on.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn diary(&self, today: Date) -> Result<Diary, JournalError> {
        self.read(|connection| read::diary(connection, today))
    }

    /// The mornings of some days, both ends among them, the latest last.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn mornings(&self, from: Date, to: Date) -> Result<Vec<Morning>, JournalError> {
        self.read(|connection| read::mornings(connection, from, to))
    }

    /// The entry of that key, where there is one.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn entry(&self, key: Key) -> Result<Option<Entry>, JournalError> {
        self.read(|connection| read::entry(connection, key))
    }

    /// What a span of time up to today shows; of one exercise, or of the one that was trained most, how heavy it was.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn trends(
        &self,
        exercise: Option<&str>,
        window: Window,
        today: Date,
    ) -> Result<Trends, JournalError> {
        self.read(|connection| trends::gather(connection, exercise, window, today))
    }

    /// What a report of a span of time up to today says.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn report(&self, window: Window, today: Date) -> Result<Report, JournalError> {
        self.read(|connection| trends::report(connection, window, today))
    }

    /// Hands over every entry as it is at this moment, always in the same order: each session with its sets behind it by time,
    /// then the mornings, then the practices.
    ///
    /// # Errors
    /// Why it cannot be read, or what the visitor says.
    pub fn entries<E: From<JournalError>>(
        &self,
        mut visitor: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut stopped = None;
        let visited = self.read(|connection| {
            read::visit(connection, &mut |entry| {
                visitor(entry).map_err(|error| {
                    stopped = Some(error);
                    rusqlite::Error::QueryReturnedNoRows
                })
            })
        });
        match stopped {
            Some(error) => Err(error),
            None => Ok(visited?),
        }
    }

    /// Writes, once more where the file had to be mended.
    fn write<T>(
        &mut self,
        write: impl Fn(&mut Connection) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let connection = self.connection.as_mut();
        let written = connection.map_or(Err(JournalError::Write(Trouble::Damaged)), &write);
        match written {
            Err(error) if error.is_damage() => {
                self.mend().map_err(|trouble| match trouble {
                    OpenError::Failed { trouble, .. } => JournalError::Write(trouble),
                    OpenError::Newer { .. } | OpenError::Foreign(_) => error,
                })?;
                self.connection
                    .as_mut()
                    .map_or(Err(JournalError::Write(Trouble::Damaged)), write)
            }
            written => written,
        }
    }

    /// Several queries at one moment, whatever others write meanwhile.
    fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, JournalError> {
        let connection = self.connection.as_ref();
        let connection = connection.ok_or(JournalError::Read(Trouble::Damaged))?;
        let read = || {
            let transaction = connection.unchecked_transaction()?;
            read(&transaction)
        };
        read().map_err(|error| JournalError::reading(&error))
    }
}

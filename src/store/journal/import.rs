//! Entries from an export: all of a file or, where a line of it is wrong, nothing.

use super::error::shown;
use super::{Journal, JournalError, Trouble, csv, jsonl, read, write};
use crate::training::journal::{Entry, Key};
use crate::training::tempo;
use crate::training::text::visible;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::BTreeMap;
use std::io::{self, BufRead};
use thiserror::Error;

/// The mark that some programs put before UTF-8 text.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// What every file of `SQLite` begins with.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// What was done with the entries of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    /// Those that were not there yet.
    pub added: u64,
    /// Those that were there, and the same.
    pub same: u64,
    /// Those that were there and say something else: what was there stays.
    pub kept: u64,
}

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// It is neither of the formats.
    #[error(
        "nothing was imported: line 1 does not say that this is an export; give a file that `downbeat journal export` wrote"
    )]
    Unknown,
    /// It is a copy of a whole journal.
    #[error(
        "nothing was imported, because this is no export but a whole journal, as `downbeat journal backup` copies it: to go back to it, leave Downbeat everywhere and copy it over {journal}; what was logged since is gone then"
    )]
    Backup {
        /// Where the journal is.
        journal: String,
    },
    /// A later program wrote it.
    #[error(
        "nothing was imported, because a newer Downbeat exported this as version {version}: update this one (it knows version {known})"
    )]
    Newer {
        /// Its version.
        version: u32,
        /// The one that is known here.
        known: u32,
    },
    /// A table whose cells are not separated by commas.
    #[error(
        "nothing was imported, because the cells of the table are not separated by commas: save it again as CSV with the comma as separator"
    )]
    Separator,
    /// A line is wrong.
    #[error(
        "nothing was imported, because line {line} is wrong: {why}; mend the line and import again"
    )]
    Line {
        /// Counts from 1.
        line: u64,
        /// What is wrong.
        why: String,
    },
    /// The file cannot be read.
    #[error("nothing was imported, because the file could not be read")]
    Read(#[from] io::Error),
    /// The journal cannot be written.
    #[error("nothing was imported: {0}")]
    Journal(#[from] JournalError),
}

/// A line of the file that is imported, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line(pub(super) u64);

impl Line {
    /// The first one.
    pub(super) const FIRST: Self = Self(1);

    /// The line is wrong.
    pub(super) fn refuse(self, why: impl AsRef<str>) -> ImportError {
        ImportError::Line {
            line: self.0,
            why: visible(why.as_ref()).into_owned(),
        }
    }
}

impl Journal {
    /// Takes over the entries of an export. What is there already stays as it is.
    ///
    /// # Errors
    /// Why nothing was imported.
    pub fn import(&mut self, source: &mut impl BufRead) -> Result<Imported, ImportError> {
        if source.fill_buf()?.starts_with(DATABASE) {
            let journal = shown(&self.path);
            return Err(ImportError::Backup { journal });
        }
        let failed = |error: rusqlite::Error| ImportError::Journal(JournalError::writing(&error));
        let connection = self.connection.as_mut();
        let connection = connection.ok_or(JournalError::Write(Trouble::Damaged))?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        // Somebody may have sorted the file: a set may stand before its session, if only that comes.
        transaction
            .pragma_update(None, "defer_foreign_keys", "ON")
            .map_err(failed)?;
        let mut taking = Taking::new(&transaction);
        let mut take = |line, entry| taking.take(line, &entry);
        if source.fill_buf()?.starts_with(MARK) {
            source.consume(MARK.len());
        }
        match source.fill_buf()?.first() {
            Some(b'{') => jsonl::read(source, &mut take)?,
            _ => csv::read(source, &mut take)?,
        }
        let imported = taking.end()?;
        transaction.commit().map_err(failed)?;
        Ok(imported)
    }
}

struct Taking<'c> {
    connection: &'c Connection,
    imported: Imported,
    /// Sessions that sets were taken of before them, by the line of such a set.
    wanted: BTreeMap<Key, Line>,
}

impl<'c> Taking<'c> {
    fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            imported: Imported::default(),
            wanted: BTreeMap::new(),
        }
    }

    fn find(&self, key: Key) -> Result<Option<Entry>, JournalError> {
        read::entry(self.connection, key).map_err(|error| JournalError::reading(&error))
    }

    fn take(&mut self, line: Line, entry: &Entry) -> Result<(), ImportError> {
        if let Entry::Set(set) = entry {
            check_tempo(&set.tempo).map_err(|why| line.refuse(why))?;
        }
        let key = entry.key();
        match self.find(key)? {
            Some(there) if there == *entry => self.imported.same += 1,
            Some(_) => self.imported.kept += 1,
            None => {
                let put = write::put_within(self.connection, std::slice::from_ref(entry));
                put.map_err(|error| match error {
                    JournalError::TooLarge => {
                        line.refuse("a number in it is larger than any set can have")
                    }
                    error => error.into(),
                })?;
                self.imported.added += 1;
            }
        }
        self.wanted.remove(&key);
        if let Key::Set { session, .. } = key {
            let session = Key::Session(session);
            if self.find(session)?.is_none() {
                self.wanted.entry(session).or_insert(line);
            }
        }
        Ok(())
    }

    fn end(self) -> Result<Imported, ImportError> {
        match self.wanted.into_values().min_by_key(|line| line.0) {
            Some(line) => Err(line.refuse("its session is neither in the file nor in the journal")),
            None => Ok(self.imported),
        }
    }
}

/// The tempo of a set: empty, or one after the other with `>` between them.
fn check_tempo(text: &str) -> Result<(), String> {
    let parts = text.split('>').filter(|part| !part.is_empty());
    for part in parts {
        tempo::read(part).map_err(|error| format!("`{part}` is no tempo: {error}"))?;
    }
    Ok(())
}

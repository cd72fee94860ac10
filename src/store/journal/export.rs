//! Everything in the journal as text, always in the same order, so that two exports of the same journal are the same.

use super::{Journal, JournalError, csv, jsonl};
use std::io::{self, Write};
use thiserror::Error;

/// How entries are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// A JSON object a line, the first of which says what it is
    #[default]
    Jsonl,
    /// A table for a spreadsheet: one row for each entry, one column for everything that an entry may hold
    Csv,
}

/// Why the export is not whole.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The journal cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// What reads the export, or the disk, does not take it.
    #[error("the export could not be written")]
    Write(#[from] io::Error),
}

impl Journal {
    /// Writes all entries, and gives their number. [Importing](Self::import) them into an empty journal makes it the same.
    ///
    /// # Errors
    /// Why the export is not whole.
    pub fn export(&self, format: Format, out: &mut impl Write) -> Result<u64, ExportError> {
        let mut count = 0;
        match format {
            Format::Jsonl => {
                jsonl::begin(out)?;
                self.entries(|entry| {
                    count += 1;
                    Ok::<_, ExportError>(jsonl::write(&entry, out)?)
                })?;
            }
            Format::Csv => {
                let mut table = csv::Table::begin(out)?;
                self.entries(|entry| {
                    count += 1;
                    Ok::<_, ExportError>(table.write(&entry)?)
                })?;
                table.end()?;
            }
        }
        Ok(count)
    }
}

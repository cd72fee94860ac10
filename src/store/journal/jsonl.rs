//! Entries as lines of JSON. The first line says that it is a journal, and of which version.

use super::import::{ImportError, Line};
use crate::store::json;
use crate::training::journal::Entry;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};

const FORMAT: &str = "downbeat-journal";
/// What an entry holds, and how.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Writes the first line.
pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    let head = Head {
        format: FORMAT.to_owned(),
        version: VERSION,
    };
    json::write(&head, out)
}

/// Writes an entry.
pub(super) fn write(entry: &Entry, out: &mut impl Write) -> io::Result<()> {
    json::write(entry, out)
}

/// Hands over each entry with its line.
pub(super) fn read(
    source: &mut dyn BufRead,
    take: &mut dyn FnMut(Line, Entry) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    let mut text = Vec::new();
    for line in (1..).map(Line) {
        text.clear();
        if source.read_until(b'\n', &mut text)? == 0 {
            return Ok(());
        }
        if line == Line::FIRST {
            head(&text)?;
        } else if !text.trim_ascii().is_empty() {
            let entry = serde_json::from_slice(&text).map_err(|error| line.refuse(why(&error)))?;
            take(line, entry)?;
        }
    }
    Ok(())
}

fn head(text: &[u8]) -> Result<(), ImportError> {
    match serde_json::from_slice::<Head>(text) {
        Ok(head) if head.format == FORMAT && head.version <= VERSION => Ok(()),
        Ok(head) if head.format == FORMAT => Err(ImportError::Newer {
            version: head.version,
            known: VERSION,
        }),
        _ => Err(ImportError::Unknown),
    }
}

/// What is wrong in a line, which has a number already.
fn why(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(what, _place)| what);
    format!("{what} (character {})", error.column())
}

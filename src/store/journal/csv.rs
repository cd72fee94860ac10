//! Entries as the rows of one table for spreadsheets: a column for everything that any kind of entry holds, empty where an entry
//! has nothing to say there.
//!
//! Text that a spreadsheet would take for a formula begins with an apostrophe, as people write it there; text that begins with
//! one of its own gets a second, so that each reads back as it was.

use super::import::{ImportError, Line};
use crate::training::journal::Entry;
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::io::{self, BufRead, Write};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Somebody's own words.
    Text,
    /// A word of ours, or a weight; or nothing.
    Word,
    /// A day, or nothing.
    Day,
    /// A number, or nothing.
    Number,
    /// `true`, `false` or nothing.
    Truth,
    /// Numbers, with blanks between.
    Numbers,
    /// Words with a number each: `calves 3; chest 2`.
    Scores,
    /// `exactly`, or with a number `at-least 6`.
    Goal,
    /// JSON, where nothing simpler says it all.
    Json,
    /// Whether what stands in the column before it was given or assumed.
    Said,
}

const COLUMNS: &[(&str, Kind)] = &[
    ("entry", Kind::Word),
    ("began", Kind::Number),
    ("day", Kind::Day),
    ("ended", Kind::Number),
    ("id", Kind::Text),
    ("name", Kind::Text),
    ("tier", Kind::Word),
    ("origin", Kind::Word),
    ("effort", Kind::Number),
    ("worst_pain", Kind::Number),
    ("pain_after", Kind::Number),
    ("note", Kind::Text),
    ("session", Kind::Number),
    ("bout", Kind::Number),
    ("attempt", Kind::Number),
    ("at", Kind::Number),
    ("preset", Kind::Text),
    ("exercise", Kind::Text),
    ("tempo", Kind::Text),
    ("set", Kind::Number),
    ("side", Kind::Word),
    ("planned", Kind::Number),
    ("goal", Kind::Goal),
    ("paced", Kind::Number),
    ("done", Kind::Number),
    ("done_said", Kind::Said),
    ("broke", Kind::Numbers),
    ("load", Kind::Word),
    ("load_said", Kind::Said),
    ("reserve", Kind::Number),
    ("reserve_said", Kind::Said),
    ("eccentric_ms", Kind::Number),
    ("concentric_ms", Kind::Number),
    ("isometric_ms", Kind::Number),
    ("interruptions", Kind::Number),
    ("counted", Kind::Word),
    ("soreness", Kind::Scores),
    ("joint_pain", Kind::Number),
    ("sleep", Kind::Number),
    ("slept_min", Kind::Number),
    ("recovery", Kind::Number),
    ("sign", Kind::Word),
    ("weight", Kind::Word),
    ("protein", Kind::Truth),
    ("on", Kind::Day),
    ("phases", Kind::Json),
];

const SAID: &str = "_said";
const MISSING: &str = "missing";
/// What a formula begins with in one spreadsheet or another.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];
const MARK: char = '\'';

/// A table that is being written.
pub(super) struct Table<W: Write>(csv::Writer<W>);

impl<W: Write> Table<W> {
    /// Writes the names of the columns.
    pub(super) fn begin(out: W) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        writer
            .write_record(COLUMNS.iter().map(|(name, _)| name))
            .map_err(failed)?;
        Ok(Self(writer))
    }

    /// Writes an entry.
    pub(super) fn write(&mut self, entry: &Entry) -> io::Result<()> {
        let Value::Object(fields) = serde_json::to_value(entry)? else {
            return Ok(());
        };
        let cells = COLUMNS
            .iter()
            .map(|(name, kind)| cell(&fields, name, *kind));
        self.0.write_record(cells).map_err(failed)
    }

    /// Writes what is left.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn failed(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn cell(fields: &Map<String, Value>, name: &str, kind: Kind) -> String {
    if kind == Kind::Said {
        let answer = fields.get(name.trim_end_matches(SAID));
        return said(answer)
            .map(|(word, _)| word.clone())
            .unwrap_or_default();
    }
    let field = fields.get(name);
    // An answer stands in two columns.
    let is_answer = COLUMNS
        .iter()
        .any(|(other, _)| other.strip_suffix(SAID) == Some(name));
    let value = if is_answer {
        said(field).map(|(_, value)| value)
    } else {
        field
    };
    value.map(|value| written(value, kind)).unwrap_or_default()
}

/// What was said to a question, and whether it was given or assumed.
fn said(answer: Option<&Value>) -> Option<(&String, &Value)> {
    answer?.as_object()?.iter().next()
}

fn written(value: &Value, kind: Kind) -> String {
    match (value, kind) {
        (Value::Null, _) => String::new(),
        (value, Kind::Json) => value.to_string(),
        (Value::String(text), Kind::Text) => marked(text),
        (Value::String(word), _) => word.clone(),
        (Value::Array(numbers), _) => numbers
            .iter()
            .map(Value::to_string)
            .collect::<Vec<_>>()
            .join(" "),
        (Value::Object(scores), _) => {
            let scores = scores.iter().map(|(word, score)| format!("{word} {score}"));
            scores.collect::<Vec<_>>().join("; ")
        }
        (other, _) => other.to_string(),
    }
}

fn marked(text: &str) -> String {
    if text.starts_with(FORMULA) || text.starts_with(MARK) {
        format!("{MARK}{text}")
    } else {
        text.to_owned()
    }
}

/// Hands over each entry with its line.
pub(super) fn read(
    source: &mut dyn BufRead,
    take: &mut dyn FnMut(Line, Entry) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    let mut reader = csv::Reader::from_reader(source);
    let head = reader.headers().map_err(|error| refused(error, 0))?.clone();
    let columns = columns(&head)?;
    // The reader stops between the two characters that end a line on Windows, and counts the line behind them.
    let behind =
        u64::from(head.position().map(csv::Position::line) == Some(reader.position().line()));
    for record in reader.records() {
        let record = record.map_err(|error| refused(error, behind))?;
        let line = Line(record.position().map_or(0, csv::Position::line) + behind);
        let entry = entry(&columns, &record).map_err(|why| line.refuse(why))?;
        take(line, entry)?;
    }
    Ok(())
}

/// The columns in the order of a table, which somebody may have moved.
fn columns(head: &csv::StringRecord) -> Result<Vec<(&'static str, Kind)>, ImportError> {
    if !head.iter().any(|name| name == "entry") {
        let is_entry = |name: &str| name.trim_matches('"') == "entry";
        if head
            .iter()
            .flat_map(|name| name.split([';', '\t']))
            .any(is_entry)
        {
            return Err(ImportError::Separator);
        }
        return Err(ImportError::Unknown);
    }
    let known = |name: &str| COLUMNS.iter().find(|(known, _)| *known == name).copied();
    let columns = head.iter().map(|name| {
        known(name).ok_or_else(|| {
            Line::FIRST.refuse(format!("`{name}` is no column of a journal: take it out"))
        })
    });
    columns.collect()
}

/// What is wrong with the table itself, where the reader is so many lines behind.
fn refused(error: csv::Error, behind: u64) -> ImportError {
    let line = Line(error.position().map_or(1, csv::Position::line) + behind);
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        csv::ErrorKind::Utf8 { .. } => line.refuse("it is not UTF-8 text"),
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => line.refuse(format!("it has {len} cells in place of {expected_len}")),
        other => line.refuse(format!("{other:?}")),
    }
}

/// The entry of a row, or what is wrong with it.
fn entry(columns: &[(&'static str, Kind)], row: &csv::StringRecord) -> Result<Entry, String> {
    let mut fields = Map::new();
    let mut answers = Vec::new();
    for ((name, kind), cell) in columns.iter().zip(row) {
        if *kind == Kind::Said {
            answers.push((name.trim_end_matches(SAID), cell));
            continue;
        }
        let value = value(cell, *kind)
            .ok_or_else(|| format!("`{cell}` in the column `{name}` is {}", wanted(*kind)))?;
        fields.insert((*name).to_owned(), value);
    }
    for (name, said) in answers {
        let value = fields.remove(name).unwrap_or_default();
        let answer = match (said, &value) {
            ("", Value::Null) => Value::String(MISSING.to_owned()),
            ("", _) | (_, Value::Null) => {
                return Err(format!("`{name}` and `{name}{SAID}` do not go together"));
            }
            _ => Value::Object(Map::from_iter([(said.to_owned(), value)])),
        };
        fields.insert(name.to_owned(), answer);
    }
    serde_json::from_value(Value::Object(fields)).map_err(|error| error.to_string())
}

/// What a cell is not, and what to write instead.
fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "no date: write 2026-11-27",
        Kind::Number => "no whole number: write it in digits alone, such as 8",
        Kind::Numbers => "no list of whole numbers: write 6 7",
        Kind::Scores => "no list of words with numbers: write calves 3; chest 2",
        Kind::Truth => "neither true nor false: write one of them",
        Kind::Goal => "no goal: write exactly, or at-least 6",
        Kind::Text | Kind::Word | Kind::Said | Kind::Json => {
            "not what an export writes: write it as it was there"
        }
    }
}

fn value(cell: &str, kind: Kind) -> Option<Value> {
    Some(match kind {
        Kind::Text => Value::String(cell.strip_prefix(MARK).unwrap_or(cell).to_owned()),
        Kind::Numbers => {
            let numbers = cell
                .split_ascii_whitespace()
                .map(|number| number.parse::<u32>().ok().map(Value::from));
            Value::Array(numbers.collect::<Option<_>>()?)
        }
        Kind::Scores => {
            let scores = cell
                .split(';')
                .map(str::trim)
                .filter(|score| !score.is_empty());
            let scores = scores.map(|score| {
                let (word, score) = score.split_once(' ')?;
                Some((word.to_owned(), score.trim().parse::<u32>().ok()?.into()))
            });
            Value::Object(scores.collect::<Option<_>>()?)
        }
        _ if cell.is_empty() => Value::Null,
        Kind::Word | Kind::Said => Value::String(cell.to_owned()),
        Kind::Day => Value::String(cell.parse::<Date>().ok()?.to_string()),
        Kind::Number => cell.parse::<i64>().ok()?.into(),
        Kind::Truth => cell.to_ascii_lowercase().parse::<bool>().ok()?.into(),
        Kind::Goal => match cell.split_once(' ') {
            Some((word, least)) => Value::Object(Map::from_iter([(
                word.to_owned(),
                least.parse::<u32>().ok()?.into(),
            )])),
            None => Value::String(cell.to_owned()),
        },
        Kind::Json => serde_json::from_str(cell).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_looks_like_a_formula_is_marked_and_reads_back() {
        for text in [
            "=1+1", "+1", "-1", "@a", "\tx", "\r", "\n", "'", "''=", "'plain",
        ] {
            let cell = marked(text);
            assert!(!cell.starts_with(FORMULA), "{cell}");
            assert_eq!(
                value(&cell, Kind::Text),
                Some(Value::String(text.to_owned()))
            );
        }
        assert_eq!(marked("Squat = good"), "Squat = good");
    }
}

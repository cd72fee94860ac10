//! A file that people share: presets and routines in TOML, and nothing else.

use std::time::Duration;

use toml::de::DeTable;

use super::{Entry, Library, Origin, add, array};
use crate::store::keys;
use crate::store::problem::Problem;
use crate::training::text::visible;

/// What a shared file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Its presets and then its routines, each with its mistakes.
    pub entries: Vec<Entry>,
    /// What is wrong with the file as a whole.
    pub problems: Vec<Problem>,
}

impl Shared {
    /// Every mistake, in the order of the lines.
    pub fn mistakes(&self) -> Vec<Problem> {
        let of_entries = self
            .entries
            .iter()
            .filter_map(|entry| entry.routine.as_ref().err());
        let mut mistakes = self.problems.clone();
        mistakes.extend(of_entries.flatten().cloned());
        mistakes.sort_by_key(|problem| (problem.line, problem.column));
        mistakes
    }
}

/// Reads a shared file. Its routines may name presets of its own and those of `beside`.
pub fn shared(text: &str, lead_in: Duration, beside: &Library) -> Shared {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<Problem> = errors
        .iter()
        .map(|error| Problem::at(text, error.span().as_ref(), keys::syntax(text, error)))
        .collect();
    if !problems.is_empty() {
        problems.dedup_by_key(|problem| problem.line);
        let entries = Vec::new();
        return Shared { entries, problems };
    }
    let mut table = table;
    let arrays = keys::take(&mut table, &["preset", "routine"]).into_inner();
    problems.extend(table.get_ref().iter().map(|(key, _)| {
        let word = visible(key.get_ref());
        let sentence = format!(
            "`{word}` does not belong into a shared file: write only [[preset]] and [[routine]]"
        );
        Problem::at(text, Some(&key.span()), sentence)
    }));
    let (written, wrong) = array::read(text, arrays, Origin::Own, lead_in);
    problems.extend(wrong);
    let mut entries = written.presets;
    let mut known = entries.clone();
    add(&mut known, beside.entries().to_vec());
    let routines = written.routines.into_iter();
    entries.extend(routines.map(|routine| routine.resolve(&known)));
    if entries.is_empty() && problems.is_empty() {
        problems.push(Problem::at(
            text,
            None,
            "there is no preset in this file: begin one with [[preset]]",
        ));
    }
    Shared { entries, problems }
}

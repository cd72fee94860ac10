//! The arrays `[[preset]]` and `[[routine]]` of a file.

use std::collections::HashSet;
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::routines::{self, Unresolved};
use super::{Entry, Kind, Origin, written};
use crate::store::problem::Problem;

/// What a file has in it: presets, and routines whose presets may stand elsewhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Written {
    /// The presets in their order, the faulty ones too.
    pub presets: Vec<Entry>,
    pub(super) routines: Vec<Unresolved>,
}

/// Reads the arrays out of a table: what is in them, and what is wrong with them as a whole.
pub fn read(
    text: &str,
    table: DeTable<'_>,
    origin: Origin,
    lead_in: Duration,
) -> (Written, Vec<Problem>) {
    let mut found = Written::default();
    let mut problems = Vec::new();
    let mut taken = HashSet::new();
    for (key, value) in table {
        let kind = match key.get_ref().as_ref() {
            "preset" => Kind::Preset,
            "routine" => Kind::Routine,
            _ => continue,
        };
        let tables = match tables(text, kind, value) {
            Ok(tables) => tables,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        for (number, table) in (1..).zip(tables) {
            let span = table.span();
            let twice = |id: &str| {
                let sentence =
                    format!("the id \"{id}\" is used twice in this file: give this one another");
                Problem::at(text, Some(&span), sentence)
            };
            let unnamed = format!("({} {number})", kind.as_str());
            match kind {
                Kind::Preset => {
                    let mut entry = written::read(text, table, origin, lead_in);
                    if entry.id.is_empty() {
                        entry.id = unnamed;
                    }
                    if !taken.insert(entry.id.clone()) {
                        entry.routine = Err(vec![twice(&entry.id)]);
                    }
                    found.presets.push(entry);
                }
                Kind::Routine => {
                    let mut routine = routines::read(text, table, origin, lead_in);
                    if routine.id().is_empty() {
                        routine.call(unnamed);
                    }
                    if !taken.insert(routine.id().to_owned()) {
                        routine.wrong(twice(routine.id()));
                    }
                    found.routines.push(routine);
                }
            }
        }
    }
    (found, problems)
}

/// The tables of an array; what is none of them becomes an empty one, whose mistakes are named as such.
fn tables<'t>(
    text: &str,
    kind: Kind,
    value: Spanned<DeValue<'t>>,
) -> Result<Vec<Spanned<DeTable<'t>>>, Problem> {
    let span = value.span();
    let word = kind.as_str();
    let wrong = |span: &std::ops::Range<usize>| {
        let sentence = format!("write [[{word}]] with two brackets on either side");
        Problem::at(text, Some(span), sentence)
    };
    let DeValue::Array(array) = value.into_inner() else {
        return Err(wrong(&span));
    };
    let table = |value: Spanned<DeValue<'t>>| {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(table) => Ok(Spanned::new(span, table)),
            _ => Err(wrong(&span)),
        }
    };
    array.into_iter().map(table).collect()
}

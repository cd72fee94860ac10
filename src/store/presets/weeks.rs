//! The keys of a week, `[[preset.week]]` or `[[routine.step.week]]`. Each week stands on the preset itself and not on the week
//! before, so that it can be read alone.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::work::{self, Work};
use crate::store::keys;
use crate::store::problem::Problem;
use crate::store::values::WeekNumber;
use crate::training::prescription::Prescription;
use crate::training::preset::Week;

/// A week as it was written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WrittenWeek {
    place: Problem,
    from: u32,
    work: Work,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Keys {
    from: Option<WeekNumber>,
}

/// Takes the weeks out of a table.
pub(super) fn take(
    text: &str,
    table: &mut Spanned<DeTable<'_>>,
    problems: &mut Vec<Problem>,
) -> Vec<WrittenWeek> {
    let Some(value) = table.get_mut().remove("week") else {
        return Vec::new();
    };
    let span = value.span();
    let DeValue::Array(array) = value.into_inner() else {
        let sentence = "write the week in two brackets on either side, as in [[preset.week]]";
        problems.push(Problem::at(text, Some(&span), sentence));
        return Vec::new();
    };
    let mut weeks: Vec<WrittenWeek> = Vec::new();
    for value in array {
        match read(text, value) {
            Ok(week) if weeks.last().is_some_and(|before| before.from >= week.from) => problems
                .push(
                    week.place
                        .saying("the weeks are not in order: begin with the lowest"),
                ),
            Ok(week) => weeks.push(week),
            Err(wrong) => problems.extend(wrong),
        }
    }
    weeks
}

fn read(text: &str, value: Spanned<DeValue<'_>>) -> Result<WrittenWeek, Vec<Problem>> {
    let span = value.span();
    let place = Problem::at(text, Some(&span), "");
    let DeValue::Table(table) = value.into_inner() else {
        return Err(vec![
            place.saying("a week is a table: begin it with [[preset.week]]"),
        ]);
    };
    let mut table = Spanned::new(span, table);
    let (work, mut problems): (Work, _) = keys::read(text, keys::take(&mut table, &work::KEYS));
    let (keys, wrong): (Keys, _) = keys::read(text, keys::take(&mut table, &["from"]));
    problems.extend(wrong);
    problems.extend(keys::unknown(
        text,
        table.get_ref(),
        &[&work::KEYS, &["from"]],
    ));
    match keys.from {
        Some(from) if problems.is_empty() => Ok(WrittenWeek {
            place,
            from: from.number(),
            work,
        }),
        None if problems.is_empty() => {
            Err(vec![place.saying(
                "this week has no number: add the week it begins with, such as from = 4",
            )])
        }
        _ => Err(problems),
    }
}

/// The weeks on top of the work of their preset.
///
/// # Errors
/// What is wrong with one of them, and where.
pub(super) fn onto(weeks: Vec<WrittenWeek>, base: &Prescription) -> Result<Vec<Week>, Problem> {
    let week = |week: WrittenWeek| {
        let load = week.work.load.clone().unwrap_or_default();
        let work = week.work.onto(Some(base));
        Ok(Week {
            from: week.from,
            work: work.map_err(|sentence| week.place.saying(&sentence))?,
            load,
        })
    };
    weeks.into_iter().map(week).collect()
}

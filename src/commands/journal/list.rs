//! The latest sessions with their sets, and the mornings of those days.

use std::io::Write;

use anyhow::Result;
use jiff::civil::Date;
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use crate::cli::JournalListArgs;
use crate::commands::json;
use crate::runtime::today;
use crate::store::journal::Journal;
use crate::training::journal::{Morning, Origin, PastSession, SessionRecord, SetRecord};
use crate::training::length::night;
use crate::training::text::visible;

/// Prints them.
pub(super) fn run(args: &JournalListArgs, journal: &Journal, out: &mut impl Write) -> Result<()> {
    let sessions = journal.sessions_before(None, args.last)?;
    let from = sessions.last().map_or(Date::MIN, |past| past.session.day);
    let mornings = journal.mornings(from, today().max(from))?;
    if args.json {
        return json::print(&List::new(&sessions, &mornings), out);
    }
    if sessions.is_empty() && mornings.is_empty() {
        return Ok(writeln!(
            out,
            "The journal is empty. A set that is paced here logs itself; downbeat journal add logs one by hand."
        )?);
    }
    for past in sessions.iter().rev() {
        session(past, out)?;
    }
    for morning in &mornings {
        writeln!(out, "{}", morning_line(morning))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct List<'j> {
    sessions: Vec<Row<'j>>,
    mornings: &'j [Morning],
}

#[derive(Serialize)]
struct Row<'j> {
    #[serde(flatten)]
    session: &'j SessionRecord,
    sets: &'j [SetRecord],
}

impl<'j> List<'j> {
    fn new(sessions: &'j [PastSession], mornings: &'j [Morning]) -> Self {
        let row = |past: &'j PastSession| Row {
            session: &past.session,
            sets: &past.sets,
        };
        Self {
            sessions: sessions.iter().map(row).collect(),
            mornings,
        }
    }
}

/// A session: its day and name, and a line for each exercise at each tempo and load.
pub(super) fn session(past: &PastSession, out: &mut impl Write) -> Result<()> {
    let session = &past.session;
    let elsewhere = match session.origin {
        Origin::Elsewhere => ", done elsewhere",
        Origin::Paced => "",
    };
    let effort = session.effort.map(|effort| format!(", effort {effort}"));
    let (day, name) = (day(session.day), visible(&session.name));
    writeln!(
        out,
        "{day}  {name}{elsewhere}{}",
        effort.unwrap_or_default()
    )?;
    let rows = rows(past);
    let width = |of: fn(&Line) -> &String| rows.iter().map(|row| of(row).width()).max();
    let widths = [
        width(|row| &row.exercise),
        width(|row| &row.tempo),
        width(|row| &row.load),
    ];
    for row in &rows {
        let cells = [&row.exercise, &row.tempo, &row.load]
            .into_iter()
            .zip(widths);
        for (cell, width) in cells {
            let blanks = width.unwrap_or(0).saturating_sub(cell.width());
            write!(out, "  {cell}{}", " ".repeat(blanks))?;
        }
        writeln!(out, "  {}", row.reps)?;
    }
    if !session.note.is_empty() {
        writeln!(out, "  Note: {}", visible(&session.note))?;
    }
    Ok(writeln!(out)?)
}

/// The sets of an exercise at one tempo and one load.
struct Line {
    exercise: String,
    tempo: String,
    load: String,
    reps: String,
}

fn rows(past: &PastSession) -> Vec<Line> {
    let mut groups: Vec<PastSession> = Vec::new();
    for set in past.kept() {
        let same = |group: &&mut PastSession| {
            let first = group.sets.first();
            first.is_some_and(|first| {
                (&first.exercise, &first.tempo, first.load.value())
                    == (&set.exercise, &set.tempo, set.load.value())
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.sets.push(set.clone()),
            None => groups.push(PastSession {
                session: past.session.clone(),
                sets: vec![set.clone()],
            }),
        }
    }
    groups.iter().filter_map(row).collect()
}

fn row(group: &PastSession) -> Option<Line> {
    let first = group.sets.first()?;
    let exercise = if first.exercise.is_empty() {
        &group.session.name
    } else {
        &first.exercise
    };
    let load = first
        .load
        .value()
        .map(ToString::to_string)
        .unwrap_or_default();
    Some(Line {
        exercise: visible(exercise).into_owned(),
        tempo: visible(&first.tempo).into_owned(),
        load: visible(&load).into_owned(),
        reps: group.in_short(),
    })
}

/// A morning in one line, with what was answered.
pub(super) fn morning_line(morning: &Morning) -> String {
    let mut said: Vec<String> = Vec::new();
    said.extend(
        morning
            .soreness
            .iter()
            .map(|(region, score)| format!("{} {score}", region.words())),
    );
    let scores = [
        ("joint or tendon pain", morning.joint_pain),
        ("sleep", morning.sleep),
        ("recovered", morning.recovery),
    ];
    said.extend(
        scores
            .into_iter()
            .filter_map(|(words, score)| Some(format!("{words} {}", score?))),
    );
    if let Some(minutes) = morning.slept_min {
        said.push(format!("slept {}", night(minutes)));
    }
    said.extend(morning.sign.map(|sign| format!("signs: {}", sign.words())));
    said.extend(morning.weight.map(|weight| weight.to_string()));
    said.extend(
        morning
            .protein
            .map(|eaten| if eaten { "protein" } else { "no protein" }.to_owned()),
    );
    format!("{}  Morning: {}", day(morning.day), said.join(", "))
}

/// `Fri 27 Nov 2026`.
fn day(day: Date) -> String {
    day.strftime("%a %-d %b %Y").to_string()
}

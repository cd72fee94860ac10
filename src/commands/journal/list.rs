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
use crate::training::journal::{
    Answer, Counted, Morning, Origin, PastSession, SessionRecord, SetRecord,
};
use crate::training::length::night;
use crate::training::preset::Side;
use crate::training::text::visible;
use crate::ui::widgets::questions::answered;

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
    let mut groups: Vec<Vec<&SetRecord>> = Vec::new();
    for set in &past.sets {
        let same = |group: &&mut Vec<&SetRecord>| {
            let first = group.first();
            first.is_some_and(|first| {
                (&first.exercise, &first.tempo, &first.load)
                    == (&set.exercise, &set.tempo, &set.load)
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(set),
            None => groups.push(vec![set]),
        }
    }
    let row = |group: &Vec<&SetRecord>| row(group, &past.session.name);
    groups.iter().filter_map(row).collect()
}

fn row(sets: &[&SetRecord], name: &str) -> Option<Line> {
    let first = sets.first()?;
    let exercise = if first.exercise.is_empty() {
        name
    } else {
        &first.exercise
    };
    let load = match &first.load {
        Answer::Missing => String::new(),
        load => answered(load),
    };
    Some(Line {
        exercise: visible(exercise).into_owned(),
        tempo: visible(&first.tempo).into_owned(),
        load,
        reps: in_full(sets),
    })
}

/// Everything that was said of sets that are alike: `8 8 (7), 2 left, tempo broke in set 3: 6 7`. What was assumed stands in
/// brackets, as in the log.
fn in_full(sets: &[&SetRecord]) -> String {
    let (kept, again): (Vec<&SetRecord>, Vec<&SetRecord>) =
        sets.iter().partition(|set| set.counted == Counted::Kept);
    let reps = kept.iter().map(|set| match set.done {
        // What was paced is the best that is known.
        Answer::Missing => answered(&Answer::Assumed(set.paced)),
        done => answered(&done),
    });
    let mut parts = vec![reps.collect::<Vec<_>>().join(" "), left(&kept)];
    parts.extend(kept.iter().filter(|set| !set.broke.is_empty()).map(|set| {
        let reps: Vec<String> = set.broke.iter().map(u32::to_string).collect();
        format!("tempo broke in set {}: {}", number(set), reps.join(" "))
    }));
    let again = again.into_iter().map(number).collect::<Vec<_>>();
    if !again.is_empty() {
        parts.push(format!("done again: set {}", again.join(", ")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// Reps that were left: `2 left` where that was said of the last set alone, `left – 3 2` where it was of others.
fn left(sets: &[&SetRecord]) -> String {
    let Some((last, others)) = sets.split_last() else {
        return String::new();
    };
    if others.iter().any(|set| set.reserve != Answer::Missing) {
        let all: Vec<String> = sets.iter().map(|set| answered(&set.reserve)).collect();
        return format!("left {}", all.join(" "));
    }
    match last.reserve {
        Answer::Missing => String::new(),
        left => format!("{} left", answered(&left)),
    }
}

/// Which set it is: `2`, or `2 L` where sides are worked one by one.
fn number(set: &SetRecord) -> String {
    let side = match set.side {
        Some(Side::Left) => " L",
        Some(Side::Right) => " R",
        None => "",
    };
    format!("{}{side}", set.set)
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

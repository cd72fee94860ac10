//! Logging by hand: what was done elsewhere, and mornings.

use std::io::Write;

use anyhow::{Result, bail};
use jiff::Timestamp;
use jiff::civil::Date;

use super::list;
use crate::cli::{JournalAddArgs, MorningArgs};
use crate::commands::{Chosen, choose_for};
use crate::runtime::today;
use crate::store::config::Config;
use crate::store::journal::{Journal, JournalError};
use crate::store::paths::Paths;
use crate::store::presets::Wanted;
use crate::store::state;
use crate::training::history::{ENOUGH, last_load};
use crate::training::journal::{
    Answer, Elsewhere, Entry, Key, Load, Morning, PastSession, Stamp, Unit, began, elsewhere, free,
};
use crate::training::text::visible;

/// Logs what was asked for, and shows it as the list does.
pub(super) fn run(
    args: &JournalAddArgs,
    paths: &Paths,
    journal: &mut Journal,
    out: &mut impl Write,
) -> Result<()> {
    let day = args.day.unwrap_or_else(today);
    if day > today() {
        bail!("nothing was logged: {day} is still to come; give a day up to today");
    }
    match &args.wanted {
        Some(wanted) => session(wanted, args, day, paths, journal, out),
        None => morning(&args.morning, day, journal, out),
    }
}

fn session(
    wanted: &Wanted,
    args: &JournalAddArgs,
    day: Date,
    paths: &Paths,
    journal: &mut Journal,
    out: &mut impl Write,
) -> Result<()> {
    let config = Config::load(paths.config.as_ref())?;
    let library = config.library();
    let (memory, _) = state::load(paths.state.as_deref());
    let chosen = choose_for(day, wanted, &config, &library, &memory)?;
    let entries = entries(&chosen, args, day, config.settings.unit, journal)?;
    journal.put(&entries)?;
    for note in &chosen.notes {
        writeln!(out, "{}", visible(note))?;
    }
    writeln!(out, "Logged:")?;
    list::session(&past(entries)?, out)
}

fn entries(
    chosen: &Chosen,
    args: &JournalAddArgs,
    day: Date,
    unit: Unit,
    journal: &Journal,
) -> Result<Vec<Entry>> {
    let given = args
        .load
        .as_ref()
        .map(|text| Load::read(text, unit))
        .transpose()?;
    let past = journal.of_exercises(&chosen.routine.exercises(), ENOUGH)?;
    let before = |name: &str| {
        let (_, sessions) = past.iter().find(|(other, _)| other == name)?;
        last_load(sessions).cloned()
    };
    let load = |_step: u16, name: &str| match &given {
        Some(load) => Answer::Given(load.clone()),
        None => before(name).map_or(Answer::Missing, Answer::Assumed),
    };
    let said = Elsewhere {
        load: Some(&load),
        done: &args.done,
        reserve: args.left.map_or(Answer::Missing, Answer::Given),
    };
    let now = Stamp::from_millis(Timestamp::now().as_millisecond());
    let began = free(began(&chosen.routine, day, today(), now), |began| {
        let found = journal.entry(Key::Session(began))?;
        Ok::<_, JournalError>(found.is_some())
    })?;
    let mut entries = elsewhere(&chosen.routine, began, day, &said);
    let sets = entries.len().saturating_sub(1);
    if args.done.len() > sets {
        bail!(
            "nothing was logged: --done names {} sets, and there are {sets}",
            args.done.len()
        );
    }
    for entry in &mut entries {
        match entry {
            Entry::Session(session) => {
                session.effort = args.effort;
                session.note.clone_from(&args.note);
            }
            Entry::Set(_) | Entry::Morning(_) | Entry::Practice(_) => {}
        }
        if chosen.id.is_none() {
            forget_id(entry);
        }
    }
    Ok(entries)
}

/// A tempo or a line has no id.
fn forget_id(entry: &mut Entry) {
    match entry {
        Entry::Session(session) => session.id.clear(),
        Entry::Set(set) => set.preset.clear(),
        Entry::Morning(_) | Entry::Practice(_) => {}
    }
}

/// The entries as they are read back.
fn past(entries: Vec<Entry>) -> Result<PastSession> {
    let mut sessions = Vec::new();
    let mut sets = Vec::new();
    for entry in entries {
        match entry {
            Entry::Session(session) => sessions.push(session),
            Entry::Set(set) => sets.push(set),
            Entry::Morning(_) | Entry::Practice(_) => {}
        }
    }
    match sessions.pop() {
        Some(session) => Ok(PastSession { session, sets }),
        None => bail!("nothing was logged: there is no set in it"),
    }
}

fn morning(
    args: &MorningArgs,
    day: Date,
    journal: &mut Journal,
    out: &mut impl Write,
) -> Result<()> {
    let before = journal.mornings(day, day)?.pop();
    let mut morning = before.unwrap_or_else(|| Morning::of(day));
    morning.soreness.extend(args.soreness.iter().copied());
    morning.joint_pain = args.pain.or(morning.joint_pain);
    morning.sleep = args.sleep.or(morning.sleep);
    morning.slept_min = args.slept.or(morning.slept_min);
    morning.recovery = args.recovery.or(morning.recovery);
    if morning.is_empty() {
        bail!(
            "nothing was logged, because nothing was said: add --soreness calves=3, --pain, --sleep, --slept or --recovery"
        );
    }
    let line = list::morning_line(&morning);
    journal.put(&[Entry::Morning(morning)])?;
    Ok(writeln!(out, "Logged:\n{line}")?)
}

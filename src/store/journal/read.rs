//! Tables into entries: pages of the log, what an exercise was done with last, what a day's advice rests on, and everything
//! in order.

use super::rows;
use crate::training::journal::{
    Diary, Entry, Key, Morning, PastSession, PracticeRecord, SessionRecord, SetRecord, Stamp,
};
use crate::training::practice::Practised;
use jiff::ToSpan as _;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, Params, Result, Row};
use std::collections::BTreeMap;
use std::iter::Peekable;

/// Days whose sessions and mornings a day's advice may rest on: eight weeks, the day itself among them.
const DAYS: i64 = 56;

/// The latest sessions that began before a moment, the latest first.
pub(super) fn sessions_before(
    connection: &Connection,
    before: Option<Stamp>,
    limit: usize,
) -> Result<Vec<PastSession>> {
    let (before, or_at) = before.map_or((i64::MAX, true), |stamp| (stamp.millis(), false));
    let sql = format!(
        "SELECT {} FROM session WHERE began < ?1 OR (?2 AND began = ?1) ORDER BY began DESC LIMIT ?3",
        rows::SESSION
    );
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut sessions = all(connection, &sql, (before, or_at, limit), rows::session)?;
    sessions.reverse();
    let mut past = with_sets(connection, sessions)?;
    past.reverse();
    Ok(past)
}

/// Of each exercise the latest sessions with any set of it, the latest first, and of those the sets of that exercise alone.
pub(super) fn of_exercises(
    connection: &Connection,
    names: &[String],
    limit: usize,
) -> Result<Vec<(String, Vec<PastSession>)>> {
    names
        .iter()
        .map(|name| Ok((name.clone(), of_exercise(connection, name, limit)?)))
        .collect()
}

fn of_exercise(connection: &Connection, name: &str, limit: usize) -> Result<Vec<PastSession>> {
    let latest =
        "SELECT DISTINCT session FROM work WHERE exercise = ?1 ORDER BY session DESC LIMIT ?2";
    let sql = format!(
        "SELECT {} FROM session WHERE began IN ({latest}) ORDER BY began",
        rows::SESSION
    );
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let sessions = all(connection, &sql, (name, limit), rows::session)?;
    let Some(first) = sessions.first() else {
        return Ok(Vec::new());
    };
    let sql = format!(
        "SELECT {} FROM work WHERE exercise = ?1 AND session >= ?2 ORDER BY session, bout, attempt",
        rows::SET
    );
    let sets = all(connection, &sql, (name, first.began.millis()), rows::set)?;
    let mut past = joined(sessions, sets);
    past.reverse();
    Ok(past)
}

/// What the advice of a day rests on.
pub(super) fn diary(connection: &Connection, today: Date) -> Result<Diary> {
    let first = today.saturating_sub((DAYS - 1).days());
    let sql = format!(
        "SELECT {} FROM session WHERE day BETWEEN ?1 AND ?2 ORDER BY began",
        rows::SESSION
    );
    let sessions = all(
        connection,
        &sql,
        (first.to_string(), today.to_string()),
        rows::session,
    )?;
    let earlier: u32 = connection
        .prepare_cached("SELECT count(*) FROM morning WHERE day < ?1")?
        .query_row([first.to_string()], |row| row.get(0))?;
    Ok(Diary {
        earlier: usize::try_from(earlier).unwrap_or(usize::MAX),
        mornings: mornings(connection, first, today)?,
        sessions: with_sets(connection, sessions)?,
    })
}

/// The mornings of some days, both ends among them.
pub(super) fn mornings(connection: &Connection, from: Date, to: Date) -> Result<Vec<Morning>> {
    let mut mornings = Vec::new();
    visit_mornings(connection, Some((from, to)), &mut |morning| {
        mornings.push(morning);
        Ok(())
    })?;
    Ok(mornings)
}

/// The entry of a key.
pub(super) fn entry(connection: &Connection, key: Key) -> Result<Option<Entry>> {
    match key {
        Key::Session(began) => {
            let sql = format!("SELECT {} FROM session WHERE began = ?1", rows::SESSION);
            let found = one(connection, &sql, [began.millis()], rows::session)?;
            Ok(found.map(Entry::Session))
        }
        Key::Set {
            session,
            bout,
            attempt,
        } => {
            let sql = format!(
                "SELECT {} FROM work WHERE session = ?1 AND bout = ?2 AND attempt = ?3",
                rows::SET
            );
            let found = one(
                connection,
                &sql,
                (session.millis(), bout, attempt),
                rows::set,
            )?;
            Ok(found.map(Entry::Set))
        }
        Key::Morning(day) => {
            let found = mornings(connection, day, day)?.pop();
            Ok(found.map(Entry::Morning))
        }
        Key::Practice(at) => {
            let sql = format!("SELECT {} FROM practice WHERE at = ?1", rows::PRACTICE);
            let found = one(connection, &sql, [at.millis()], |row| {
                practice(connection, row)
            })?;
            Ok(found.map(Entry::Practice))
        }
    }
}

/// The sets of the sessions that began between two moments, both among them, in order.
pub(super) fn sets_between(
    connection: &Connection,
    from: Stamp,
    to: Stamp,
) -> Result<Vec<SetRecord>> {
    let sql = format!(
        "SELECT {} FROM work WHERE session BETWEEN ?1 AND ?2 ORDER BY session, bout, attempt",
        rows::SET
    );
    all(connection, &sql, (from.millis(), to.millis()), rows::set)
}

/// Hands over everything, always in the same order: each session with its sets behind it, then mornings, then practices.
pub(super) fn visit(
    connection: &Connection,
    visitor: &mut dyn FnMut(Entry) -> Result<()>,
) -> Result<()> {
    let sql = format!("SELECT {} FROM session ORDER BY began", rows::SESSION);
    let mut sessions = connection.prepare(&sql)?;
    let sql = format!(
        "SELECT {} FROM work ORDER BY session, bout, attempt",
        rows::SET
    );
    let mut sets = connection.prepare(&sql)?;
    let mut sets = sets.query_map([], rows::set)?.peekable();
    for session in sessions.query_map([], rows::session)? {
        let session = session?;
        let began = session.began;
        visitor(Entry::Session(session))?;
        while let Some(set) = next_of(&mut sets, began)? {
            visitor(Entry::Set(set))?;
        }
    }
    visit_mornings(connection, None, &mut |morning| {
        visitor(Entry::Morning(morning))
    })?;
    let mut practices = connection.prepare(&format!(
        "SELECT {} FROM practice ORDER BY at",
        rows::PRACTICE
    ))?;
    for found in practices.query_map([], |row| practice(connection, row))? {
        visitor(Entry::Practice(found?))?;
    }
    Ok(())
}

/// The next set, where it belongs to that session.
fn next_of(
    sets: &mut Peekable<impl Iterator<Item = Result<SetRecord>>>,
    session: Stamp,
) -> Result<Option<SetRecord>> {
    sets.next_if(|set| set.as_ref().map_or(true, |set| set.session == session))
        .transpose()
}

/// Sessions, in the order in which they began, with their sets.
fn with_sets(connection: &Connection, sessions: Vec<SessionRecord>) -> Result<Vec<PastSession>> {
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else {
        return Ok(Vec::new());
    };
    let sets = sets_between(connection, first.began, last.began)?;
    Ok(joined(sessions, sets))
}

/// Gives each set to its session, where that is among these.
fn joined(sessions: Vec<SessionRecord>, sets: Vec<SetRecord>) -> Vec<PastSession> {
    let mut by_session: BTreeMap<Stamp, Vec<SetRecord>> = BTreeMap::new();
    for set in sets {
        by_session.entry(set.session).or_default().push(set);
    }
    sessions
        .into_iter()
        .map(|session| PastSession {
            sets: by_session.remove(&session.began).unwrap_or_default(),
            session,
        })
        .collect()
}

pub(super) fn visit_mornings(
    connection: &Connection,
    days: Option<(Date, Date)>,
    visitor: &mut dyn FnMut(Morning) -> Result<()>,
) -> Result<()> {
    let (from, to) = days.unwrap_or((Date::MIN, Date::MAX));
    let sql = format!(
        "SELECT {} FROM morning WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
        rows::MORNING
    );
    let mut mornings = connection.prepare_cached(&sql)?;
    let days = (from.to_string(), to.to_string());
    let sql = format!(
        "SELECT day, {} FROM soreness WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
        rows::SORENESS
    );
    let mut scores = connection.prepare_cached(&sql)?;
    let scores = scores.query_map(days.clone(), |row| {
        Ok((rows::day(row)?, rows::soreness(row)?))
    });
    let mut scores = scores?.peekable();
    for morning in mornings.query_map(days, rows::morning)? {
        let mut morning = morning?;
        // Both lie in the order of their days, so that one query for all of them will do.
        let is_due =
            |score: &Result<(Date, _)>| score.as_ref().map_or(true, |(day, _)| *day <= morning.day);
        while let Some(score) = scores.next_if(is_due).transpose()? {
            let (day, (region, score)) = score;
            if day == morning.day {
                morning.soreness.insert(region, score);
            }
        }
        visitor(morning)?;
    }
    Ok(())
}

pub(super) fn practice(connection: &Connection, row: &Row<'_>) -> Result<PracticeRecord> {
    let at = rows::stamp(row, "at")?;
    let sql = format!(
        "SELECT {} FROM phase WHERE practice = ?1 ORDER BY place",
        rows::PHASE
    );
    Ok(PracticeRecord {
        at,
        practised: Practised {
            tempo: row.get("tempo")?,
            on: rows::day(row)?,
            phases: all(connection, &sql, [at.millis()], rows::phase)?,
        },
    })
}

fn all<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    row: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    connection
        .prepare_cached(sql)?
        .query_map(params, row)?
        .collect()
}

fn one<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    row: impl FnOnce(&Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    connection
        .prepare_cached(sql)?
        .query_row(params, row)
        .optional()
}

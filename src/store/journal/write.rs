//! Entries into tables. A call is one transaction: all of it is there afterwards, or nothing.

use super::error::JournalError;
use super::{read, words};
use crate::training::journal::{
    Entry, Key, Mass, Morning, PracticeRecord, SessionRecord, SetRecord, Stamp,
};
use rusqlite::{Connection, ErrorCode, Result, TransactionBehavior, named_params, params};

/// Longest length that is believed, in milliseconds (31 years): so that no sum over a journal is beyond what can be counted.
const MOST_MS: u64 = 1_000_000_000_000;

/// A length that can be added up.
fn length(millis: u64) -> Result<i64> {
    i64::try_from(millis)
        .ok()
        .filter(|_| millis <= MOST_MS)
        .ok_or_else(|| rusqlite::Error::ToSqlConversionFailure("a length beyond all sets".into()))
}

/// Writes entries, each in the place of what has its key.
pub(super) fn put(connection: &mut Connection, entries: &[Entry]) -> Result<(), JournalError> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|error| JournalError::writing(&error))?;
    put_within(&transaction, entries)?;
    transaction
        .commit()
        .map_err(|error| JournalError::writing(&error))
}

/// The same with a session of their own for sets whose session was lost.
pub(super) fn put_whatever(
    connection: &mut Connection,
    entries: &[Entry],
) -> Result<(), JournalError> {
    for entry in entries {
        if let Key::Set { session, .. } = entry.key() {
            stand_in(connection, session).map_err(|error| JournalError::writing(&error))?;
        }
    }
    put(connection, entries)
}

/// A session that says no more than when it was, unless there is one.
pub(super) fn stand_in(connection: &Connection, began: Stamp) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO session (began, day, id, name, tier, origin, note)
             VALUES (?1, date(?1 / 1000, 'unixepoch'), '', '', 'general', 'paced', '')",
        )?
        .execute([began.millis()])?;
    Ok(())
}

/// The same within a transaction of somebody else's.
pub(super) fn put_within(connection: &Connection, entries: &[Entry]) -> Result<(), JournalError> {
    let is_session = |entry: &&Entry| matches!(entry, Entry::Session(_));
    // A set needs its session, wherever it stands.
    let sessions = entries.iter().filter(is_session);
    let others = entries.iter().filter(|entry| !is_session(entry));
    for entry in sessions.chain(others) {
        one(connection, entry).map_err(|error| refused(&error, entry))?;
    }
    Ok(())
}

/// Takes entries away and gives back all that went, sessions before their sets.
pub(super) fn remove(
    connection: &mut Connection,
    keys: &[Key],
) -> Result<Vec<Entry>, JournalError> {
    let taken = || -> Result<Vec<Entry>> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut taken = Vec::new();
        for key in keys {
            taken.extend(read::entry(&transaction, *key)?);
            if let Key::Session(began) = key {
                let sets = read::sets_between(&transaction, *began, *began)?;
                taken.extend(sets.into_iter().map(Entry::Set));
            }
            delete(&transaction, *key)?;
        }
        transaction.commit()?;
        Ok(taken)
    }();
    taken.map_err(|error| JournalError::writing(&error))
}

fn refused(error: &rusqlite::Error, entry: &Entry) -> JournalError {
    let is_set = matches!(entry, Entry::Set(_));
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) if is_set => JournalError::NoSession,
        _ => JournalError::writing(error),
    }
}

fn delete(connection: &Connection, key: Key) -> Result<()> {
    let delete = |sql: &str, params: &[&dyn rusqlite::ToSql]| {
        connection.prepare_cached(sql)?.execute(params)
    };
    match key {
        Key::Session(began) => delete("DELETE FROM session WHERE began = ?1", &[&began.millis()]),
        Key::Set {
            session,
            bout,
            attempt,
        } => delete(
            "DELETE FROM work WHERE session = ?1 AND bout = ?2 AND attempt = ?3",
            &[&session.millis(), &bout, &attempt],
        ),
        Key::Morning(day) => delete("DELETE FROM morning WHERE day = ?1", &[&day.to_string()]),
        Key::Practice(at) => delete("DELETE FROM practice WHERE at = ?1", &[&at.millis()]),
    }?;
    Ok(())
}

fn one(connection: &Connection, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Session(session) => put_session(connection, session),
        Entry::Set(set) => put_set(connection, set),
        Entry::Morning(morning) => put_morning(connection, morning),
        Entry::Practice(practice) => put_practice(connection, practice),
    }
}

// An upsert, because replacing a session would take its sets along.
fn put_session(connection: &Connection, session: &SessionRecord) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO session
                (began, day, ended, id, name, tier, origin, effort, worst_pain, pain_after, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (began) DO UPDATE SET
                day = excluded.day, ended = excluded.ended, id = excluded.id, name = excluded.name,
                tier = excluded.tier, origin = excluded.origin, effort = excluded.effort,
                worst_pain = excluded.worst_pain, pain_after = excluded.pain_after, note = excluded.note",
        )?
        .execute(params![
            session.began.millis(),
            session.day.to_string(),
            session.ended.map(Stamp::millis),
            session.id,
            session.name,
            session.tier.as_str(),
            words::word(&session.origin),
            session.effort.map(u8::from),
            session.worst_pain.map(u8::from),
            session.pain_after.map(u8::from),
            session.note,
        ])?;
    Ok(())
}

fn put_set(connection: &Connection, set: &SetRecord) -> Result<()> {
    let load = words::LoadColumns::of(set.load.value());
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO work
                (session, bout, attempt, at, preset, exercise, tempo, set_number, side, planned, goal, paced,
                 done, done_said, broke, load_kind, load_thousandths, load_unit, load_band, load_said,
                 reserve, reserve_said, eccentric_ms, concentric_ms, isometric_ms, interruptions, counted)
             VALUES
                (:session, :bout, :attempt, :at, :preset, :exercise, :tempo, :set_number, :side, :planned, :goal, :paced,
                 :done, :done_said, :broke, :load_kind, :load_thousandths, :load_unit, :load_band, :load_said,
                 :reserve, :reserve_said, :eccentric_ms, :concentric_ms, :isometric_ms, :interruptions, :counted)",
        )?
        .execute(named_params! {
            ":session": set.session.millis(),
            ":bout": set.bout,
            ":attempt": set.attempt,
            ":at": set.at.millis(),
            ":preset": set.preset,
            ":exercise": set.exercise,
            ":tempo": set.tempo,
            ":set_number": set.set,
            ":side": set.side.map(crate::training::preset::Side::as_str),
            ":planned": set.planned,
            ":goal": words::goal(set.goal),
            ":paced": set.paced,
            ":done": set.done.value(),
            ":done_said": words::said(&set.done),
            ":broke": words::numbers(&set.broke),
            ":load_kind": load.kind,
            ":load_thousandths": load.thousandths,
            ":load_unit": load.unit,
            ":load_band": load.band,
            ":load_said": words::said(&set.load),
            ":reserve": set.reserve.value(),
            ":reserve_said": words::said(&set.reserve),
            ":eccentric_ms": length(set.tension.eccentric_ms)?,
            ":concentric_ms": length(set.tension.concentric_ms)?,
            ":isometric_ms": length(set.tension.isometric_ms)?,
            ":interruptions": set.interruptions,
            ":counted": words::word(&set.counted),
        })?;
    Ok(())
}

fn put_morning(connection: &Connection, morning: &Morning) -> Result<()> {
    let day = morning.day.to_string();
    // Its soreness goes with it, and is written anew.
    delete(connection, Key::Morning(morning.day))?;
    connection
        .prepare_cached(
            "INSERT INTO morning
                (day, joint_pain, sleep, slept_min, recovery, sign, weight_thousandths, weight_unit, protein)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            day,
            morning.joint_pain.map(u8::from),
            morning.sleep.map(u8::from),
            morning.slept_min,
            morning.recovery.map(u8::from),
            morning.sign.map(|sign| words::word(&sign)),
            morning.weight.map(Mass::thousandths),
            morning.weight.map(|weight| weight.unit().as_str()),
            morning.protein,
        ])?;
    let mut insert = connection
        .prepare_cached("INSERT INTO soreness (day, region, score) VALUES (?1, ?2, ?3)")?;
    for (region, score) in &morning.soreness {
        insert.execute(params![day, words::word(region), score.get()])?;
    }
    Ok(())
}

fn put_practice(connection: &Connection, practice: &PracticeRecord) -> Result<()> {
    let at = practice.at.millis();
    let practised = &practice.practised;
    delete(connection, Key::Practice(practice.at))?;
    connection
        .prepare_cached("INSERT INTO practice (at, tempo, day) VALUES (?1, ?2, ?3)")?
        .execute(params![at, practised.tempo, practised.on.to_string()])?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO phase (practice, place, kind, nominal_ms, mean_ms, spread_ms, count)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (place, phase) in (1_i64..).zip(&practised.phases) {
        insert.execute(params![
            at,
            place,
            phase.kind,
            length(phase.nominal_ms)?,
            length(phase.mean_ms)?,
            phase.spread_ms.map(length).transpose()?,
            length(phase.count)?,
        ])?;
    }
    Ok(())
}

//! What the trends are made of: sums that `SQLite` makes, and small rows that are added up as they are read, so that no journal
//! has to fit into memory.

use super::{read, rows};
use crate::training::journal::TensionMs;
use crate::training::trend::{DayRow, Gather, LiftRow, SessionRow, Trained, Trends, Window};
use jiff::civil::Date;
use rusqlite::{Connection, Result, params};

/// The figures of a span.
pub(super) fn gather(
    connection: &Connection,
    exercise: Option<&str>,
    window: Window,
    today: Date,
) -> Result<Trends> {
    let exercises = exercises(connection)?;
    let mut gather = Gather::new(window, today, earliest(connection)?, exercises, exercise);
    let (from, to) = gather.span();
    let days = (from.to_string(), to.to_string());
    if let Some(sessions) = sessions_of(connection, &days)? {
        lifts(connection, sessions, &mut gather)?;
        work(connection, sessions, &mut gather)?;
        said(connection, &days, &mut gather)?;
    }
    read::visit_mornings(connection, Some((from, to)), &mut |morning| {
        gather.morning(&morning);
        Ok(())
    })?;
    practices(connection, &days, &mut gather)?;
    Ok(gather.finish())
}

/// The exercises, the most trained first; of what has no name last.
fn exercises(connection: &Connection) -> Result<Vec<Trained>> {
    // From the index alone, in its order.
    let sql =
        "SELECT exercise, count(*) AS sessions FROM (SELECT DISTINCT exercise, session FROM work)
        GROUP BY exercise ORDER BY exercise = '', sessions DESC, exercise";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Trained {
            name: row.get(0)?,
            sessions: row.get(1)?,
        })
    })?;
    rows.collect()
}

/// The first day of anything.
fn earliest(connection: &Connection) -> Result<Option<Date>> {
    let sql = "SELECT min(day) FROM (
        SELECT min(day) AS day FROM session UNION ALL SELECT min(day) FROM morning UNION ALL SELECT min(day) FROM practice)";
    let day: Option<String> = connection
        .prepare_cached(sql)?
        .query_row([], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// The first and the last session of some days: sets lie in the order of their sessions.
fn sessions_of(connection: &Connection, days: &(String, String)) -> Result<Option<(i64, i64)>> {
    let sql = "SELECT min(began), max(began) FROM session WHERE day BETWEEN ?1 AND ?2";
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let (first, last): (Option<i64>, Option<i64>) = connection
        .prepare_cached(sql)?
        .query_row(params![days.0, days.1], row)?;
    Ok(first.zip(last))
}

/// The sets of the chosen exercise that count.
fn lifts(connection: &Connection, sessions: (i64, i64), gather: &mut Gather) -> Result<()> {
    let sql = format!(
        "SELECT {}, day FROM work JOIN session ON session.began = work.session
        WHERE exercise = ?1 AND session BETWEEN ?2 AND ?3 AND counted = 'kept' ORDER BY session",
        rows::SET
    );
    let exercise = gather.exercise().to_owned();
    let mut statement = connection.prepare_cached(&sql)?;
    let lifts = statement.query_map(params![exercise, sessions.0, sessions.1], |row| {
        Ok(LiftRow::of(rows::set(row)?, rows::day(row)?))
    })?;
    for lift in lifts {
        gather.lift(&lift?);
    }
    Ok(())
}

/// What was done of each exercise in each session.
fn work(connection: &Connection, sessions: (i64, i64), gather: &mut Gather) -> Result<()> {
    let sql = "SELECT day, exercise, sets, eccentric_ms, concentric_ms, isometric_ms
        FROM (SELECT session, exercise, count(*) AS sets, sum(eccentric_ms) AS eccentric_ms,
                sum(concentric_ms) AS concentric_ms, sum(isometric_ms) AS isometric_ms
            FROM work WHERE session BETWEEN ?1 AND ?2 AND counted = 'kept' GROUP BY session, exercise) AS done
        JOIN session ON session.began = done.session";
    let mut statement = connection.prepare_cached(sql)?;
    let days = statement.query_map(params![sessions.0, sessions.1], |row| {
        Ok(DayRow {
            day: rows::day(row)?,
            exercise: row.get("exercise")?,
            sets: row.get("sets")?,
            tension: TensionMs {
                eccentric_ms: rows::length(row, "eccentric_ms")?,
                concentric_ms: rows::length(row, "concentric_ms")?,
                isometric_ms: rows::length(row, "isometric_ms")?,
            },
        })
    })?;
    for day in days {
        gather.day(&day?);
    }
    Ok(())
}

/// What was said of the sessions.
fn said(connection: &Connection, days: &(String, String), gather: &mut Gather) -> Result<()> {
    let sql = format!(
        "SELECT {} FROM session WHERE day BETWEEN ?1 AND ?2 ORDER BY began",
        rows::SESSION
    );
    let mut statement = connection.prepare_cached(&sql)?;
    for session in statement.query_map(params![days.0, days.1], rows::session)? {
        gather.session(&SessionRow::of(&session?));
    }
    Ok(())
}

/// The practices.
fn practices(connection: &Connection, days: &(String, String), gather: &mut Gather) -> Result<()> {
    let sql = "SELECT at, tempo, day FROM practice WHERE day BETWEEN ?1 AND ?2 ORDER BY at";
    let mut statement = connection.prepare_cached(sql)?;
    let practices = statement.query_map(params![days.0, days.1], |row| {
        read::practice(connection, row)
    })?;
    for practice in practices {
        let practice = practice?;
        gather.practice(practice.practised.on, &practice.practised);
    }
    Ok(())
}

//! What the trends are made of: sums that `SQLite` makes, and small rows that are added up as they are read, so that no journal
//! has to fit into memory. [Mobility](mobility) is no training, and all of its sessions are left out.

use super::{read, rows};
use crate::training::journal::TensionMs;
use crate::training::mobility::{self, is_mobility};
use crate::training::trend::{
    Gather, LiftRow, Loads, Report, SessionRow, Tallies, Trends, Window, WorkRow,
};
use jiff::civil::Date;
use rusqlite::{Connection, Result, params};
use std::collections::BTreeMap;

/// The sessions of a span, by their beginnings, with their days.
type Days = BTreeMap<i64, Date>;

/// The figures of a span.
pub(super) fn gather(
    connection: &Connection,
    exercise: Option<&str>,
    window: Window,
    today: Date,
) -> Result<Trends> {
    let mut gather = Gather::new(window, today, earliest(connection)?);
    let (from, to) = gather.span();
    let span = (from.to_string(), to.to_string());
    let days = sessions(connection, &span, &mut gather)?;
    work(connection, &days, &mut gather)?;
    exercises(connection, &days, window, &mut gather)?;
    let chosen = gather.choose(exercise, &names(connection)?).to_owned();
    visit_lifts(connection, &chosen, &days, &mut |lift| gather.lift(&lift))?;
    read::visit_mornings(connection, Some((from, to)), &mut |morning| {
        gather.morning(&morning);
        Ok(())
    })?;
    practices(connection, &span, &mut gather)?;
    Ok(gather.finish())
}

/// What a report of some weeks says.
pub(super) fn report(connection: &Connection, window: Window, today: Date) -> Result<Report> {
    let trends = gather(connection, None, window, today)?;
    let span = (trends.slots.first().to_string(), today.to_string());
    let days = days_of(connection, &span)?;
    let mut loads = Vec::new();
    for trained in trends
        .exercises
        .iter()
        .filter(|trained| trained.sessions > 0)
    {
        let mut sets = Vec::new();
        visit_lifts(connection, &trained.name, &days, &mut |lift| {
            sets.push(lift);
        })?;
        loads.push(Loads::of(trained.name.clone(), &trends.slots, sets));
    }
    Ok(Report {
        loads,
        tallies: tallies(connection, &span)?,
        notes: notes(connection, &span)?,
        trends,
    })
}

fn days_of(connection: &Connection, span: &(String, String)) -> Result<Days> {
    let sql = format!(
        "SELECT began, day FROM session WHERE day BETWEEN ?1 AND ?2 AND {}",
        training()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let days = statement.query_map(params![span.0, span.1], |row| {
        Ok((row.get("began")?, rows::day(row)?))
    })?;
    days.collect()
}

/// What holds for a session that is no mobility. The ids are this program's own, so that they can stand in a statement.
fn training() -> String {
    format!("session.id NOT IN ('{}')", mobility::ALL.join("', '"))
}

fn tallies(connection: &Connection, span: &(String, String)) -> Result<Tallies> {
    let training = training();
    let sessions = format!(
        "SELECT count(*), ifnull(sum(origin = 'elsewhere'), 0) FROM session WHERE day BETWEEN ?1 AND ?2 AND {training}"
    );
    let (sessions, elsewhere) = connection
        .prepare_cached(&sessions)?
        .query_row(params![span.0, span.1], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let sets = format!(
        "SELECT ifnull(sum(kept), 0), ifnull(sum(NOT kept), 0), ifnull(sum(kept * interruptions), 0), ifnull(sum(kept AND broke <> ''), 0),
            ifnull(sum(kept AND done_said IS NOT 'given'), 0), ifnull(sum(kept AND load_said = 'assumed'), 0),
            ifnull(sum(kept AND load_said IS NULL), 0), ifnull(sum(kept AND reserve_said IS NOT 'given'), 0)
        FROM (SELECT counted = 'kept' AS kept, * FROM work JOIN session ON session.began = work.session
            WHERE day BETWEEN ?1 AND ?2 AND {training})"
    );
    connection
        .prepare_cached(&sets)?
        .query_row(params![span.0, span.1], |row| {
            Ok(Tallies {
                sessions,
                elsewhere,
                sets: row.get(0)?,
                abandoned: row.get(1)?,
                interruptions: row.get(2)?,
                broken: row.get(3)?,
                assumed_reps: row.get(4)?,
                assumed_loads: row.get(5)?,
                missing_loads: row.get(6)?,
                missing_reserves: row.get(7)?,
            })
        })
}

/// The notes to sessions, the latest first.
fn notes(connection: &Connection, span: &(String, String)) -> Result<Vec<(Date, String)>> {
    let sql = "SELECT day, note FROM session WHERE day BETWEEN ?1 AND ?2 AND note <> '' ORDER BY began DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let notes = statement.query_map(params![span.0, span.1], |row| {
        Ok((rows::day(row)?, row.get("note")?))
    })?;
    notes.collect()
}

/// The first day of anything.
fn earliest(connection: &Connection) -> Result<Option<Date>> {
    let sql = "SELECT min(day) FROM (SELECT min(day) AS day FROM session
        UNION ALL SELECT min(day) FROM morning UNION ALL SELECT min(day) FROM practice)";
    let mut statement = connection.prepare_cached(sql)?;
    let day: Option<String> = statement.query_row([], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// What was said of the sessions.
fn sessions(connection: &Connection, span: &(String, String), gather: &mut Gather) -> Result<Days> {
    let sql = format!(
        "SELECT {} FROM session WHERE day BETWEEN ?1 AND ?2 ORDER BY began",
        rows::SESSION
    );
    let mut days = Days::new();
    let mut statement = connection.prepare_cached(&sql)?;
    for session in statement.query_map(params![span.0, span.1], rows::session)? {
        let session = session?;
        if is_mobility(&session.id) {
            continue;
        }
        gather.session(&SessionRow::of(&session));
        days.insert(session.began.millis(), session.day);
    }
    Ok(days)
}

/// The first and the last of the sessions; what lies between them is read in order.
fn ends(days: &Days) -> (i64, i64) {
    let first = days.first_key_value().map_or(0, |(began, _)| *began);
    let last = days.last_key_value().map_or(0, |(began, _)| *began);
    (first, last)
}

/// What was done in each session.
fn work(connection: &Connection, days: &Days, gather: &mut Gather) -> Result<()> {
    let sql = "SELECT session, count(*) AS sets, sum(eccentric_ms) AS eccentric_ms,
            sum(concentric_ms) AS concentric_ms, sum(isometric_ms) AS isometric_ms
        FROM work WHERE session BETWEEN ?1 AND ?2 AND counted = 'kept' GROUP BY session";
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query(ends(days))?;
    while let Some(row) = found.next()? {
        if let Some(day) = days.get(&row.get("session")?) {
            gather.worked(&WorkRow {
                day: *day,
                sets: row.get("sets")?,
                tension: TensionMs {
                    eccentric_ms: rows::length(row, "eccentric_ms")?,
                    concentric_ms: rows::length(row, "concentric_ms")?,
                    isometric_ms: rows::length(row, "isometric_ms")?,
                },
            });
        }
    }
    Ok(())
}

/// The exercises of each session: those of which a set was begun, for the index knows nothing of what counts.
fn exercises(
    connection: &Connection,
    days: &Days,
    window: Window,
    gather: &mut Gather,
) -> Result<()> {
    // Of everything, the index by exercises is read from end to end and nothing else; of less, the sets of the span.
    let (sql, ends) = match window {
        Window::All => ("SELECT DISTINCT exercise, session FROM work", None),
        Window::Weeks(_) => (
            "SELECT DISTINCT exercise, session FROM work WHERE session BETWEEN ?1 AND ?2",
            Some(ends(days)),
        ),
    };
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = match ends {
        Some(ends) => statement.query(ends)?,
        None => statement.query([])?,
    };
    while let Some(row) = found.next()? {
        if let Some(day) = days.get(&row.get(1)?) {
            gather.trained(*day, row.get_ref(0)?.as_str()?);
        }
    }
    Ok(())
}

/// Every exercise that was ever trained: from one to the next through the index, and of each as many sets as it takes to find
/// one that was no mobility.
fn names(connection: &Connection) -> Result<Vec<String>> {
    let sql = format!(
        "WITH RECURSIVE known (name) AS (
            SELECT min(exercise) FROM work
            UNION ALL SELECT (SELECT min(exercise) FROM work WHERE exercise > known.name) FROM known WHERE name IS NOT NULL
        ) SELECT name FROM known WHERE name IS NOT NULL AND EXISTS (
            SELECT 1 FROM work JOIN session ON session.began = work.session WHERE exercise = known.name AND {})",
        training()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}

/// The sets of an exercise that count.
fn visit_lifts(
    connection: &Connection,
    exercise: &str,
    days: &Days,
    visitor: &mut dyn FnMut(LiftRow),
) -> Result<()> {
    let sql = format!(
        "SELECT {} FROM work WHERE exercise = ?1 AND session BETWEEN ?2 AND ?3 AND counted = 'kept' ORDER BY session",
        rows::SET
    );
    let (first, last) = ends(days);
    let mut statement = connection.prepare_cached(&sql)?;
    for set in statement.query_map(params![exercise, first, last], rows::set)? {
        let set = set?;
        if let Some(day) = days.get(&set.session.millis()) {
            visitor(LiftRow::of(set, *day));
        }
    }
    Ok(())
}

/// The practices.
fn practices(connection: &Connection, span: &(String, String), gather: &mut Gather) -> Result<()> {
    let sql = "SELECT at, tempo, day FROM practice WHERE day BETWEEN ?1 AND ?2 ORDER BY at";
    let mut statement = connection.prepare_cached(sql)?;
    let practices = statement.query_map(params![span.0, span.1], |row| {
        read::practice(connection, row)
    })?;
    for practice in practices {
        let practised = practice?.practised;
        gather.practice(practised.on, &practised);
    }
    Ok(())
}

//! The tables of the journal, and the steps that bring an older file up to date. A step that was released never changes: what
//! has to change gets a step of its own behind it.

use rusqlite::{Connection, TransactionBehavior};

/// Step `n` leads from version `n` to the next. A file's version is its `user_version`.
///
/// - Days are ISO dates, moments are milliseconds since 1970 in UTC, masses are thousandths of their unit.
/// - What was answered stands beside a column that says `given` or `assumed`; both are null where an answer is missing.
/// - Every table has a whole number as its key and finds its rows by others through indices: so the pages that lead to rows are
///   few, and where one of them is damaged, an index still names the rows.
const STEPS: &[&str] = &["
    CREATE TABLE session (
        began INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        ended INTEGER,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        tier TEXT NOT NULL,
        origin TEXT NOT NULL,
        effort INTEGER,
        worst_pain INTEGER,
        pain_after INTEGER,
        note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX session_day ON session (day);
    CREATE INDEX session_id ON session (id);
    CREATE TABLE work (
        number INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES session (began) ON DELETE CASCADE,
        bout INTEGER NOT NULL,
        attempt INTEGER NOT NULL,
        at INTEGER NOT NULL,
        preset TEXT NOT NULL,
        exercise TEXT NOT NULL COLLATE NOCASE,
        tempo TEXT NOT NULL,
        set_number INTEGER NOT NULL,
        side TEXT,
        planned INTEGER NOT NULL,
        goal TEXT NOT NULL,
        paced INTEGER NOT NULL,
        done INTEGER,
        done_said TEXT,
        broke TEXT NOT NULL,
        load_kind TEXT,
        load_thousandths INTEGER,
        load_unit TEXT,
        load_band TEXT,
        load_said TEXT,
        reserve INTEGER,
        reserve_said TEXT,
        eccentric_ms INTEGER NOT NULL,
        concentric_ms INTEGER NOT NULL,
        isometric_ms INTEGER NOT NULL,
        interruptions INTEGER NOT NULL,
        counted TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX work_key ON work (session, bout, attempt);
    CREATE INDEX work_exercise ON work (exercise, session);
    CREATE TABLE morning (
        number INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        joint_pain INTEGER,
        sleep INTEGER,
        slept_min INTEGER,
        recovery INTEGER,
        sign TEXT,
        weight_thousandths INTEGER,
        weight_unit TEXT,
        protein INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX morning_key ON morning (day);
    CREATE TABLE soreness (
        number INTEGER PRIMARY KEY,
        day TEXT NOT NULL REFERENCES morning (day) ON DELETE CASCADE,
        region TEXT NOT NULL,
        score INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX soreness_key ON soreness (day, region);
    CREATE TABLE practice (
        at INTEGER PRIMARY KEY,
        tempo TEXT NOT NULL,
        day TEXT NOT NULL
    ) STRICT;
    CREATE TABLE phase (
        number INTEGER PRIMARY KEY,
        practice INTEGER NOT NULL REFERENCES practice (at) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        kind TEXT NOT NULL,
        nominal_ms INTEGER NOT NULL,
        mean_ms INTEGER NOT NULL,
        spread_ms INTEGER,
        count INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX phase_key ON phase (practice, place);
"];

/// Stands in the head of every journal, so that no other program's file is taken for one: "down" in ASCII.
const OURS: i64 = 0x646f_776e;

/// The version of a file that this program writes.
pub(super) fn newest() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// The version of a file; 0 for an empty one.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Whether a file is a journal, or nothing yet.
pub(super) fn is_ours(connection: &Connection) -> rusqlite::Result<bool> {
    // In this order: somebody may be making the journal just now.
    let tables = "SELECT EXISTS (SELECT 1 FROM sqlite_schema)";
    let is_used: bool = connection.query_row(tables, [], |row| row.get(0))?;
    let id: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok(id == OURS || !is_used)
}

/// Brings a file up to date, all steps or none.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    if version(connection)? == newest() {
        return Ok(());
    }
    // Another copy of the program may be doing the same: whoever comes second finds it done.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version(&transaction)?;
    for step in STEPS.iter().skip(usize::try_from(version).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", OURS)?;
    transaction.pragma_update(None, "user_version", newest().max(version))?;
    transaction.commit()
}

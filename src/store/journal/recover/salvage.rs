//! Every row that can still be read, past pages that cannot: each table is walked by its key from both ends towards the damage.
//! What lies between is named by the table's indices, row by row; where they are damaged too, it is halved again and again. Rows
//! that hold what nobody writes are left out.

use super::super::{rows, schema, write};
use rusqlite::types::Value;
use rusqlite::{Connection, Result, Row, params_from_iter};
use std::path::Path;

/// How often a stretch that cannot be read is halved, where no index tells what is in it.
const HALVES: u32 = 11;
/// Where moments are looked for then: from 1990 to 2100.
const MOMENTS: (i64, i64) = (631_152_000_000, 4_102_444_800_000);
/// The same for rows that are numbered as they come.
const NUMBERS: (i64, i64) = (0, 1 << 21);

/// A table: what is read of it, by which whole number it is in order, and whether a row makes sense.
struct Table {
    name: &'static str,
    key: &'static str,
    among: (i64, i64),
    /// Each with its first column.
    indices: &'static [(&'static str, &'static str)],
    columns: &'static str,
    makes_sense: fn(&Row<'_>) -> Result<()>,
}

const TABLES: [Table; 6] = [
    Table {
        name: "session",
        key: "began",
        among: MOMENTS,
        indices: &[("session_day", "day"), ("session_id", "id")],
        columns: rows::SESSION,
        makes_sense: |row| rows::session(row).map(drop),
    },
    Table {
        name: "work",
        key: "number",
        among: NUMBERS,
        indices: &[("work_key", "session"), ("work_exercise", "exercise")],
        columns: rows::SET,
        makes_sense: |row| rows::set(row).map(drop),
    },
    Table {
        name: "morning",
        key: "number",
        among: NUMBERS,
        indices: &[("morning_key", "day")],
        columns: rows::MORNING,
        makes_sense: |row| rows::morning(row).map(drop),
    },
    Table {
        name: "soreness",
        key: "number",
        among: NUMBERS,
        indices: &[("soreness_key", "day")],
        columns: rows::SORENESS,
        makes_sense: |row| {
            rows::day(row)
                .and_then(|_day| rows::soreness(row))
                .map(drop)
        },
    },
    Table {
        name: "practice",
        key: "at",
        among: MOMENTS,
        indices: &[],
        columns: rows::PRACTICE,
        makes_sense: |row| rows::day(row).map(drop),
    },
    Table {
        name: "phase",
        key: "number",
        among: NUMBERS,
        indices: &[("phase_key", "practice")],
        columns: rows::PHASE,
        makes_sense: |row| rows::phase(row).map(drop),
    },
];

/// What belongs to something that was lost is kept with as much of it as is known; the phases of a lost practice say nothing.
const MEND: &str = "
    INSERT INTO morning (day) SELECT DISTINCT day FROM soreness WHERE day NOT IN (SELECT day FROM morning);
    DELETE FROM phase WHERE practice NOT IN (SELECT at FROM practice);
";
const WITHOUT_SESSION: &str =
    "SELECT DISTINCT session FROM work WHERE session NOT IN (SELECT began FROM session)";

/// Makes an empty journal in one file.
pub(super) fn blank(path: &Path) -> Result<()> {
    schema::migrate(&mut Connection::open(path)?)
}

/// Whether the tables of a file can be found at all.
pub(super) fn can_read(path: &Path) -> bool {
    let found = Connection::open(path).and_then(|connection| {
        TABLES
            .iter()
            .try_for_each(|table| connection.prepare(&table.select("")).map(drop))
    });
    found.is_ok()
}

/// How many entries there are in a journal.
pub(super) fn count(path: &Path) -> Result<u64> {
    let sql = "SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM work)
        + (SELECT count(*) FROM morning) + (SELECT count(*) FROM practice)";
    let count: i64 = Connection::open(path)?.query_row(sql, [], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Copies all that can be read from one file to the other.
pub(super) fn salvage(old: &Path, new: &Path) -> Result<()> {
    let old = Connection::open(old)?;
    let mut new = Connection::open(new)?;
    new.pragma_update(None, "foreign_keys", "OFF")?;
    let transaction = new.transaction()?;
    for table in &TABLES {
        let walk = Walk {
            table,
            old: &old,
            new: &transaction,
        };
        walk.all()?;
    }
    let mut orphans = transaction.prepare(WITHOUT_SESSION)?;
    for session in orphans.query_map([], |row| rows::stamp(row, "session"))? {
        write::stand_in(&transaction, session?)?;
    }
    drop(orphans);
    transaction.execute_batch(MEND)?;
    transaction.commit()
}

impl Table {
    /// What is copied. The numbers are kept: they tell which rows are there already.
    fn copied(&self) -> String {
        match self.key {
            "number" => format!("number, {}", self.columns),
            _ => self.columns.to_owned(),
        }
    }

    fn select(&self, rest: &str) -> String {
        let (copied, key, name) = (self.copied(), self.key, self.name);
        format!("SELECT {copied}, {key} AS place FROM {name} {rest}")
    }

    /// Takes a row over, if it makes sense.
    fn take(&self, row: &Row<'_>, new: &Connection) -> Result<()> {
        if (self.makes_sense)(row).is_err() {
            return Ok(());
        }
        let copied = self.copied();
        let count = copied.split(',').count();
        let values = (0..count).map(|column| row.get::<_, Value>(column));
        let values: Vec<Value> = values.collect::<Result<_>>()?;
        let (name, marks) = (self.name, vec!["?"; count].join(", "));
        let sql = format!("INSERT OR IGNORE INTO {name} ({copied}) VALUES ({marks})");
        new.prepare_cached(&sql)?
            .execute(params_from_iter(values))?;
        Ok(())
    }
}

/// A walk through the table of one file into that of another.
struct Walk<'c> {
    table: &'c Table,
    old: &'c Connection,
    new: &'c Connection,
}

/// Where a walk ended.
enum End {
    /// Where it was to.
    Reached,
    /// In front of something that cannot be read, at this key.
    Before(i64),
}

impl Walk<'_> {
    /// Walks from the very ends, and where they do not meet, goes by the indices and through everything between.
    fn all(&self) -> Result<()> {
        let from = self.one_way(i64::MIN, i64::MAX, "ASC")?;
        let to = self.one_way(i64::MIN, i64::MAX, "DESC")?;
        let (End::Before(from), End::Before(to)) = (from, to) else {
            return Ok(());
        };
        for (index, column) in self.table.indices {
            self.by_index(index, &format!("{column} ASC"))?;
            self.by_index(index, &format!("{column} DESC"))?;
        }
        let (first, last) = self.table.among;
        self.between(from.max(first), to.min(last), HALVES)
    }

    /// Goes by an index as far as that can be read, to each row that is not there yet.
    fn by_index(&self, index: &str, order: &str) -> Result<()> {
        let Table { name, key, .. } = self.table;
        let sql = format!("SELECT {key} FROM {name} INDEXED BY {index} ORDER BY {order}");
        let is_there = format!("SELECT EXISTS (SELECT 1 FROM {name} WHERE {key} = ?1)");
        let Ok(mut statement) = self.old.prepare(&sql) else {
            return Ok(());
        };
        let keys = statement.query_map([], |row| row.get::<_, i64>(0))?;
        for key in keys.map_while(Result::ok) {
            if !self
                .new
                .prepare_cached(&is_there)?
                .query_row([key], |row| row.get(0))?
            {
                self.one_way(key, key, "ASC")?;
            }
        }
        Ok(())
    }

    /// Walks from both ends; where they do not meet, through each half of what lies between.
    fn between(&self, from: i64, to: i64, halves: u32) -> Result<()> {
        let End::Before(from) = self.one_way(from, to, "ASC")? else {
            return Ok(());
        };
        let End::Before(to) = self.one_way(from, to, "DESC")? else {
            return Ok(());
        };
        if halves == 0 || from >= to {
            return Ok(());
        }
        let middle = from.midpoint(to);
        self.between(from, middle, halves - 1)?;
        self.between(middle.saturating_add(1), to, halves - 1)
    }

    fn one_way(&self, from: i64, to: i64, order: &str) -> Result<End> {
        let key = self.table.key;
        let sql = self.table.select(&format!(
            "WHERE {key} BETWEEN ?1 AND ?2 ORDER BY {key} {order}"
        ));
        let mut last = if order == "ASC" { from } else { to };
        let Ok(mut statement) = self.old.prepare_cached(&sql) else {
            return Ok(End::Reached);
        };
        let mut found = statement.query([from, to])?;
        loop {
            match found.next() {
                Ok(Some(row)) => {
                    last = row.get("place").unwrap_or(last);
                    self.table.take(row, self.new)?;
                }
                Ok(None) => return Ok(End::Reached),
                Err(_unreadable) => return Ok(End::Before(last)),
            }
        }
    }
}

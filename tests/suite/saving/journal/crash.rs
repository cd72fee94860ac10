//! Killed at any moment of logging, the program leaves every set that was reported as logged.

use super::super::other;
use super::{Journal, all, open, path_in, session, set};
use downbeat::training::journal::Entry;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

const NAME: &str =
    "saving::journal::crash::a_kill_while_sets_are_logged_takes_none_that_was_reported";
const KILLS: usize = 500;
/// So many reports are waited for before a kill, at most.
const MOST_SEEN: u64 = 2;
/// Sets in a session, which the first of them is logged with.
const SETS: usize = 25;
const LOGGED: &str = "LOGGED ";

/// What is logged at once as number `number`: a set, and its session where it is the first.
fn logged(number: usize) -> Vec<Entry> {
    let day = i64::try_from(number / SETS).unwrap();
    let bout = u16::try_from(number % SETS).unwrap() + 1;
    let set = set(day, bout);
    match bout {
        1 => vec![session(day), set],
        _ => vec![set],
    }
}

/// The next of a row of numbers that looks like chance and is the same every time (splitmix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[test]
fn a_kill_while_sets_are_logged_takes_none_that_was_reported() {
    if let Some(folder) = other::place() {
        return logs(&folder);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    // One that is killed before it has begun leaves no file.
    drop(open(&path));
    let mut seed = 20_261_127;
    let (mut record, mut unreported) = (Vec::new(), 0);
    let mut count = 0;
    for kill in 0..KILLS {
        let reported = killed(folder.path(), &mut seed, count);
        while count < reported {
            record.extend(logged(count));
            count += 1;
        }
        // Looked at as another program would, before the journal itself opens the file again.
        let connection = rusqlite::Connection::open(&path).unwrap();
        let found: String = connection
            .pragma_query_value(None, "integrity_check", |row| row.get(0))
            .unwrap();
        assert_eq!(found, "ok", "kill {kill}");
        let kept: isize = connection
            .query_row("SELECT count(*) FROM work", [], |row| row.get(0))
            .unwrap();
        drop(connection);
        let kept = usize::try_from(kept).unwrap();
        // One more may be there whose report did not come through.
        assert!(
            kept == count || kept == count + 1,
            "kill {kill}: {count} reported, {kept} there"
        );
        while count < kept {
            record.extend(logged(count));
            count += 1;
            unreported += 1;
        }
    }
    assert_eq!(all(&open(&path)), record);
    assert!(Journal::check(&path).unwrap());
    assert!(
        count > KILLS,
        "{count} sets, {unreported} of them without a report"
    );
}

/// Starts a process that logs from a number on, kills it, and gives how many it has reported in all.
fn killed(folder: &Path, seed: &mut u64, from: usize) -> usize {
    let mut command = other::process(NAME, folder);
    let mut child = command
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    let (mut reported, mut took, mut since) = (from, Duration::from_millis(5), Instant::now());
    let wanted = usize::try_from(next(seed) % (MOST_SEEN + 1)).unwrap();
    while reported < from + wanted {
        line.clear();
        assert!(told.read_line(&mut line).unwrap() > 0, "it ended by itself");
        if let Some(number) = number(&line) {
            reported = number;
            took = since.elapsed();
            since = Instant::now();
        }
    }
    // Anywhere in what is under way now, which takes about as long as the last set; only the moment depends on it.
    thread::sleep(took / 1000 * u32::try_from(next(seed) % 1000).unwrap());
    child.kill().unwrap();
    child.wait().unwrap();
    let mut rest = String::new();
    told.read_to_string(&mut rest).unwrap();
    rest.lines()
        .filter_map(number)
        .next_back()
        .unwrap_or(reported)
}

fn number(line: &str) -> Option<usize> {
    line.trim_end().strip_prefix(LOGGED)?.parse().ok()
}

const FROM: &str = "DOWNBEAT_TEST_FROM";

/// The other side: logs sets and reports each, until it is killed.
fn logs(folder: &Path) {
    let from: usize = std::env::var(FROM).unwrap().parse().unwrap();
    let mut journal = open(&path_in(folder));
    let mut out = std::io::stdout();
    // Whoever is not killed has been forgotten.
    for number in from..from + 2000 {
        journal.put(&logged(number)).unwrap();
        writeln!(out, "{LOGGED}{}", number + 1).unwrap();
        out.flush().unwrap();
    }
}

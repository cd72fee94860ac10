//! Two copies of the program at once.

use super::super::other;
use super::{Journal, all, open, path_in, says, session, set};
use downbeat::store::journal::{JournalError, OpenError, PATIENCE, Trouble};
use downbeat::terminal::signals;
use downbeat::training::journal::Entry;
use std::path::Path;
use std::thread;

#[test]
fn what_one_copy_logs_the_other_reads_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    let (mut one, mut other) = (open(&path), open(&path));
    one.put(&[session(1)]).unwrap();
    other.put(&[set(1, 1)]).unwrap();
    assert_eq!(all(&one), [session(1), set(1, 1)]);
    assert_eq!(all(&one), all(&other));
    assert!(Journal::check(&path).unwrap());
}

#[test]
fn whoever_waits_too_long_is_told_so_and_can_log_it_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    let mut journal = open(&path);
    journal.put(&[session(1)]).unwrap();
    let busy = rusqlite::Connection::open(&path).unwrap();
    busy.execute_batch("BEGIN IMMEDIATE").unwrap();
    let words = "the entry was not logged, because another program is writing it: wait a moment and try again, or close the other one; what is in the journal is as it was";
    says(&journal.put(&[set(1, 1)]).unwrap_err(), words);
    let words = "nothing was taken away, because another program is writing it";
    says(&journal.remove(&[session(1).key()]).unwrap_err(), words);
    assert_eq!(all(&journal), [session(1)]);
    busy.execute_batch("ROLLBACK").unwrap();
    journal.put(&[set(1, 1)]).unwrap();
    assert_eq!(all(&journal), [session(1), set(1, 1)]);
}

#[test]
fn nobody_waits_for_another_copy_longer_than_there_is_to_leave_after_a_signal() {
    assert!(PATIENCE < signals::GRACE);
}

/// Tries until nobody else is writing: whether a copy has to wait longer than it does is up to the machine.
fn patiently<T, E>(mut tried: impl FnMut() -> Result<T, E>, is_busy: impl Fn(&E) -> bool) -> T
where
    E: std::fmt::Debug,
{
    loop {
        match tried() {
            Err(error) if is_busy(&error) => {}
            outcome => return outcome.unwrap(),
        }
    }
}

fn opened(path: &Path) -> Journal {
    let is_busy = |error: &OpenError| {
        let busy = Trouble::Busy;
        matches!(error, OpenError::Failed { trouble, .. } if *trouble == busy)
    };
    patiently(|| Journal::open(path), is_busy).journal
}

fn put(journal: &mut Journal, entry: &Entry) {
    let entries = std::slice::from_ref(entry);
    patiently(
        || journal.put(entries),
        |error| *error == JournalError::Write(Trouble::Busy),
    );
}

const COPIES: i64 = 4;
const EACH: u16 = 25;

#[test]
fn copies_that_begin_and_log_at_once_lose_nothing_of_each_other() {
    if let Some(folder) = other::place() {
        return logs(&folder);
    }
    let folder = tempfile::tempdir().unwrap();
    let name =
        "saving::journal::several::copies_that_begin_and_log_at_once_lose_nothing_of_each_other";
    let copies: Vec<_> = (0..COPIES)
        .map(|number| {
            let mut copy = other::process(name, folder.path());
            copy.env(NUMBER, number.to_string()).spawn().unwrap()
        })
        .collect();
    for mut copy in copies {
        assert!(copy.wait().unwrap().success());
    }
    let expected: Vec<_> = (0..COPIES)
        .flat_map(|day| {
            std::iter::once(session(day)).chain((1..=EACH).map(move |bout| set(day, bout)))
        })
        .collect();
    assert_eq!(all(&open(&path_in(folder.path()))), expected);
}

const NUMBER: &str = "DOWNBEAT_TEST_COPY";

/// One of the copies: makes the journal if it is the first, and logs a session of its own.
fn logs(folder: &Path) {
    let day = std::env::var(NUMBER).unwrap().parse().unwrap();
    let mut journal = opened(&path_in(folder));
    put(&mut journal, &session(day));
    for bout in 1..=EACH {
        put(&mut journal, &set(day, bout));
    }
}

#[test]
fn journals_that_are_made_at_once_are_one() {
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(folder.path());
        thread::scope(|scope| {
            for day in 0..4 {
                let path = &path;
                scope.spawn(move || put(&mut opened(path), &session(day)));
            }
        });
        assert_eq!(all(&open(&path)).len(), 4);
    }
}

//! A damaged file is set aside, as it was, and what can be read of it is kept.

use super::super::names;
use super::{Journal, SETS, all, closed, open, path_in, says, session, set};
use downbeat::training::journal::{Entry, SessionRecord};
use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::path::Path;

const PAGE: u64 = 4096;

/// Writes nonsense over a page, counted from 1.
fn spoil(path: &Path, page: u64) {
    let file = File::options().write(true).open(path).unwrap();
    file.write_all_at(&[0xa5; 4096], (page - 1) * PAGE).unwrap();
}

fn pages(path: &Path) -> u64 {
    fs::metadata(path).unwrap().len() / PAGE
}

/// Opens a damaged journal: the damaged file is kept as it was, what is there now is sound, and the notice names both.
fn recovered(path: &Path) -> Vec<Entry> {
    let before = fs::read(path).unwrap();
    let opened = Journal::open(path).unwrap();
    let entries = all(&opened.journal);
    let notice = opened.notice.unwrap();
    says(&notice, "The journal was damaged");
    match entries.len() {
        0 => says(
            &notice,
            "Nothing in it could be read, and a new one was begun",
        ),
        count => says(
            &notice,
            &format!("What could be read was kept: {count} entries, in which single answers"),
        ),
    }
    let aside = path.with_file_name("journal.db.damaged-1");
    says(
        &notice,
        &format!(
            "the damaged file is journal.db.damaged-1, in {}",
            aside.parent().unwrap().display()
        ),
    );
    assert_eq!(fs::read(&aside).unwrap(), before);
    drop(opened.journal);
    assert!(Journal::check(path).unwrap());
    let left = names(path.parent().unwrap());
    assert_eq!(
        left,
        ["journal.db", "journal.db.damaged-1", "journal.db.lock"]
    );
    entries
}

#[test]
fn a_file_that_is_no_database_is_set_aside_and_a_journal_is_begun() {
    for content in [
        &b"Dear diary,\n"[..],
        &[0; 10_000],
        &b"SQLite format 3\0 and no more"[..],
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(folder.path());
        fs::write(&path, content).unwrap();
        assert_eq!(recovered(&path), []);
        open(&path).put(&[session(1)]).unwrap();
    }
}

#[test]
fn whichever_page_is_damaged_what_lies_on_the_others_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let sound = folder.path().join("sound.db");
    let expected = closed(&sound, 15);
    let mut lost_most = 0;
    for page in 1..=pages(&sound) {
        let folder = tempfile::tempdir().unwrap();
        let path = path_in(folder.path());
        fs::copy(&sound, &path).unwrap();
        spoil(&path, page);
        let kept = recovered(&path);
        let lost = expected
            .iter()
            .filter(|entry| !kept.contains(entry))
            .count();
        lost_most = lost_most.max(lost);
        // The root of a table leads to all of it; what else lies on a page are at most two sessions of sets.
        let is_root = page <= 14;
        assert!(
            is_root || lost <= 2 * usize::from(SETS),
            "page {page}: {lost} lost"
        );
        assert!(page != 1 || lost == 0, "the first page holds no entry");
    }
    assert!(lost_most > 0);
}

#[test]
fn good_pages_between_bad_ones_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    let expected = closed(&path, 200);
    let count = pages(&path);
    let spoilt: Vec<u64> = (20..count).step_by(9).collect();
    for page in &spoilt {
        spoil(&path, *page);
    }
    let kept = recovered(&path);
    let lost = expected
        .iter()
        .filter(|entry| !kept.contains(entry))
        .count();
    let share = expected.len() * spoilt.len() / usize::try_from(count).unwrap();
    assert!(
        lost <= 2 * share,
        "{lost} of {} lost, {share} lay on bad pages",
        expected.len()
    );
}

#[test]
fn a_file_that_was_cut_short_keeps_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    let expected = closed(&path, 40);
    let file = File::options().write(true).open(&path).unwrap();
    file.set_len(pages(&path) / 2 * PAGE + 100).unwrap();
    let kept = recovered(&path);
    assert!(
        kept.len() > expected.len() / 4,
        "{} of {}",
        kept.len(),
        expected.len()
    );
}

#[test]
fn a_set_that_ends_after_the_damage_is_still_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    // More than is kept in memory.
    let expected = closed(&path, 800);
    let mut journal = open(&path);
    for page in 2..=pages(&path) {
        spoil(&path, page);
    }
    journal
        .put(&[session(999), set(999, 1), set(0, 1)])
        .unwrap();
    says(&journal.take_notice().unwrap(), "The journal was damaged");
    assert_eq!(journal.take_notice(), None);
    let kept = all(&journal);
    assert!(
        [session(999), set(999, 1), set(0, 1)]
            .iter()
            .all(|entry| kept.contains(entry))
    );
    assert!(kept.len() < expected.len());
    drop(journal);
    open(&path);
}

#[test]
fn a_damaged_file_that_another_copy_has_open_is_left_alone_until_that_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    closed(&path, 40);
    let other = open(&path);
    assert_eq!(other.sessions_before(None, 1).unwrap().len(), 1);
    spoil(&path, pages(&path) - 3);
    let words = "the file is damaged, and another copy of Downbeat has it open: close that one and try again";
    says(&Journal::open(&path).unwrap_err(), words);
    drop(other);
    assert!(Journal::open(&path).unwrap().notice.is_some());
}

#[test]
fn a_recovery_that_was_interrupted_is_brought_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    let sound = folder.path().join("journal.db.recovered");
    let expected = closed(&sound, 3);
    fs::write(&path, "damaged").unwrap();
    fs::write(folder.path().join("journal.db.damaged-1"), "damaged").unwrap();
    let opened = Journal::open(&path).unwrap();
    assert_eq!(all(&opened.journal), expected);
    says(&opened.notice.unwrap(), "kept: 69 entries");
    drop(opened.journal);
    assert_eq!(
        names(folder.path()),
        ["journal.db", "journal.db.damaged-1", "journal.db.lock"]
    );
}

#[test]
fn rows_that_make_no_sense_are_found_and_left_out_by_mending() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    let expected = closed(&path, 2);
    let connection = rusqlite::Connection::open(&path).unwrap();
    let sql = "UPDATE work SET goal = 'exbctly' WHERE bout = 3";
    assert_eq!(connection.execute(sql, []).unwrap(), 2);
    drop(connection);
    assert!(!Journal::check(&path).unwrap());
    let mut journal = open(&path);
    journal.mend().unwrap();
    says(&journal.take_notice().unwrap(), "kept: 44 entries");
    let kept = all(&journal);
    assert_eq!(
        expected
            .iter()
            .filter(|entry| !kept.contains(entry))
            .count(),
        2
    );
    // One that is sound is left alone.
    journal.mend().unwrap();
    assert_eq!(journal.take_notice(), None);
}

#[test]
fn a_large_file_opens_at_once_and_is_looked_over_when_there_is_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    closed(&path, 2);
    assert!(open(&path).is_looked_over());
    let large = |day| match session(day) {
        Entry::Session(session) => Entry::Session(SessionRecord {
            note: "long ".repeat(200_000),
            ..session
        }),
        other => other,
    };
    let notes: Vec<Entry> = (10..20).map(large).collect();
    open(&path).put(&notes).unwrap();
    let mut sound = open(&path);
    assert!(!sound.is_looked_over());
    sound.look_over().unwrap();
    assert!(sound.is_looked_over() && sound.take_notice().is_none());
    drop(sound);
    // In the middle of a note.
    let middle = pages(&path) / 2;
    spoil(&path, middle);
    let mut journal = open(&path);
    journal.look_over().unwrap();
    says(&journal.take_notice().unwrap(), "kept: 55 entries");
    journal.put(&[session(99)]).unwrap();
}

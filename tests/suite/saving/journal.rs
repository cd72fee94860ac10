//! What becomes of the journal whatever is found in its place and whatever happens meanwhile: always an outcome in words, and
//! nothing lost.

mod crash;
mod damage;
mod denied;
mod several;

use std::fs;
use std::path::{Path, PathBuf};

use downbeat::store::journal::{Journal, JournalError};
use downbeat::training::journal::{
    Answer, Counted, Entry, Morning, Origin, PracticeRecord, Score, SessionRecord, SetRecord,
    Stamp, TensionMs,
};
use downbeat::training::practice::{Mean, Practised};
use downbeat::training::preset::{Goal, Tier};
use downbeat::training::region::Region;
use jiff::ToSpan as _;
use jiff::civil::date;

const DAY_MS: i64 = 86_400_000;
/// Sets in a session of the tests.
const SETS: u16 = 20;

fn path_in(folder: &Path) -> PathBuf {
    folder.join("journal.db")
}

fn stamp(day: i64) -> Stamp {
    Stamp::from_millis(1_700_000_000_000 + day * DAY_MS)
}

fn session(day: i64) -> Entry {
    Entry::Session(SessionRecord {
        began: stamp(day),
        day: date(2023, 11, 14).saturating_add(day.days()),
        ended: None,
        id: "squat".to_owned(),
        name: "Squat".to_owned(),
        tier: Tier::General,
        origin: Origin::Paced,
        effort: Score::new(6),
        worst_pain: None,
        pain_after: None,
        note: format!("Day {day}. {}", "It went well. ".repeat(8)),
    })
}

fn set(day: i64, bout: u16) -> Entry {
    Entry::Set(SetRecord {
        session: stamp(day),
        bout,
        attempt: 1,
        at: Stamp::from_millis(stamp(day).millis() + i64::from(bout)),
        preset: "squat".to_owned(),
        exercise: ["Squat", "Row", "Dip"][usize::from(bout % 3)].to_owned(),
        tempo: "4-0-1-0".to_owned(),
        set: u32::from(bout),
        side: None,
        planned: 8,
        goal: Goal::Exactly,
        paced: 8,
        done: Answer::Given(8),
        broke: Vec::new(),
        load: Answer::Assumed("60 kg".parse().unwrap()),
        reserve: Answer::Given(2),
        tension: TensionMs::default(),
        interruptions: 0,
        counted: Counted::Kept,
    })
}

fn morning(day: i64) -> Entry {
    let day = date(2023, 11, 14).saturating_add(day.days());
    Entry::Morning(Morning {
        soreness: [(Region::Calves, Score::MOST), (Region::Chest, Score::NONE)].into(),
        sleep: Score::new(7),
        ..Morning::of(day)
    })
}

fn practice(day: i64) -> Entry {
    let phase = Mean {
        kind: "lower".to_owned(),
        count: 3,
        ..Mean::default()
    };
    Entry::Practice(PracticeRecord {
        at: stamp(day),
        practised: Practised {
            phases: vec![phase.clone(), phase],
            ..Practised::default()
        },
    })
}

/// So many days, in the order in which they are handed over.
fn days(days: i64) -> Vec<Entry> {
    let mut entries = Vec::new();
    for day in 0..days {
        entries.push(session(day));
        entries.extend((1..=SETS).map(|bout| set(day, bout)));
    }
    entries.extend((0..days).map(morning));
    entries.extend((0..days).map(practice));
    entries
}

fn open(path: &Path) -> Journal {
    let opened = Journal::open(path).unwrap();
    assert_eq!(opened.notice, None);
    opened.journal
}

fn all(journal: &Journal) -> Vec<Entry> {
    let mut entries = Vec::new();
    let visited = journal.entries(|entry| {
        entries.push(entry);
        Ok::<(), JournalError>(())
    });
    visited.unwrap();
    entries
}

/// A journal of so many days that was closed.
fn closed(path: &Path, number: i64) -> Vec<Entry> {
    let entries = days(number);
    open(path).put(&entries).unwrap();
    entries
}

#[track_caller]
fn says(error: &impl ToString, words: &str) {
    let sentence = error.to_string();
    assert!(sentence.contains(words), "{sentence}");
}

#[test]
fn an_empty_file_becomes_a_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    fs::write(&path, "").unwrap();
    let mut journal = open(&path);
    assert_eq!(all(&journal), []);
    journal.put(&[session(1)]).unwrap();
    assert_eq!(all(&journal), [session(1)]);
}

#[test]
fn a_newer_file_and_another_programs_are_left_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    for (sql, words) in [
        (
            "PRAGMA user_version = 99",
            "of version 99, which a newer Downbeat wrote, and it was left alone: update this one",
        ),
        (
            "PRAGMA application_id = 7",
            "a database of another program, and it was left alone: move it elsewhere",
        ),
    ] {
        closed(&path, 1);
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch(sql).unwrap();
        drop(connection);
        let before = fs::read(&path).unwrap();
        says(&Journal::open(&path).unwrap_err(), words);
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(super::names(folder.path()), ["journal.db"]);
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn folders_and_devices_in_its_place_are_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_in(folder.path());
    fs::create_dir(&path).unwrap();
    let words = "there is no file but a folder or a device: choose another place or take that away";
    says(&Journal::open(&path).unwrap_err(), words);
    let file = folder.path().join("file");
    fs::write(&file, "mine").unwrap();
    says(
        &Journal::open(&path_in(&file)).unwrap_err(),
        "file is no folder: choose another place",
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

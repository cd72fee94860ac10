//! Whatever ends the real program in a real terminal: what was done is in the journal's file.

mod role;

use std::path::{Path, PathBuf};

use downbeat::store::journal::{Journal, JournalError};
use downbeat::training::journal::{Entry, PastSession, SetRecord};
use rustix::process::Signal;
use tempfile::TempDir;

use crate::pty::{Launch, Person};

/// Sets of many short reps, with the rest so long that nothing comes behind the first of them.
fn set(reps: &str) -> Launch {
    let arguments = [
        "start",
        "0.5-0-0.5-0",
        "--sets",
        "2",
        "--reps",
        reps,
        "--rest",
        "5m",
        "--lead-in",
        "1s",
    ];
    Launch::downbeat(arguments).size(160, 30)
}

/// Two reps of thirty are done.
fn in_mid_set() -> Person {
    let mut person = set("30").start();
    person.wait_for("REP 3/30");
    person
}

/// A set of one rep is done, and the screen says that it is in the journal.
#[track_caller]
fn logged(launch: Launch) -> Person {
    let mut person = launch.start();
    person.wait_until("the set is logged", |screen| {
        screen.contains("logged") && !screen.contains("being logged")
    });
    person
}

fn journal_of(home: &TempDir) -> PathBuf {
    home.path().join("XDG_DATA_HOME/downbeat/journal.db")
}

/// Every session in a journal, the latest first.
fn sessions(journal: &Path) -> Vec<PastSession> {
    let journal = Journal::open(journal).unwrap().journal;
    journal.sessions_before(None, 9).unwrap()
}

/// That the set at hand was kept as it stood, and that its session is over.
#[track_caller]
fn has_the_set_at_hand(home: &TempDir) {
    let sessions = sessions(&journal_of(home));
    let [session] = &sessions[..] else {
        panic!("{sessions:?}");
    };
    assert!(session.session.ended.is_some(), "{session:?}");
    let reps: Vec<u32> = session.kept().map(SetRecord::reps).collect();
    // One that was under way may count.
    assert!(matches!(reps[..], [2..30]), "{reps:?}");
}

#[track_caller]
fn ends(mut person: Person, code: u32) {
    assert_eq!(person.exit_code(), code, "{}", person.screen());
    has_the_set_at_hand(&person.kill());
}

#[test]
fn leaving_in_mid_set_keeps_it() {
    let mut person = in_mid_set();
    person.keys("q");
    person.wait_for("q again");
    person.keys("q");
    person.wait_for("DONE");
    person.keys("q");
    ends(person, 0);
}

#[test]
fn the_interrupt_key_in_mid_set_keeps_it() {
    let mut person = in_mid_set();
    person.keys("\x03");
    ends(person, 130);
}

#[test]
fn a_signal_in_mid_set_keeps_it() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let person = in_mid_set();
        person.signal(signal);
        ends(person, code);
    }
}

#[test]
fn a_terminal_that_vanishes_in_mid_set_keeps_it() {
    let (code, home) = in_mid_set().close_the_window();
    assert!([1, 129].contains(&code), "{code}");
    has_the_set_at_hand(&home);
}

#[test]
fn what_the_screen_says_is_logged_outlives_a_kill() {
    let home = logged(set("1")).kill();
    let sessions = sessions(&journal_of(&home));
    let [session] = &sessions[..] else {
        panic!("{sessions:?}");
    };
    assert!(session.kept().map(SetRecord::reps).eq([1]), "{session:?}");
}

#[test]
fn two_programs_at_once_keep_both_their_sessions() {
    let data = TempDir::new().unwrap();
    let folder = data.path().to_str().unwrap();
    let start = || {
        let mut person = set("1").env("XDG_DATA_HOME", folder).start();
        person.wait_for("REP 1/1");
        person
    };
    let [mut first, mut second] = [start(), start()];
    for person in [&mut first, &mut second] {
        person.wait_for("logged");
        person.keys("\x03");
    }
    assert_eq!((first.exit_code(), second.exit_code()), (130, 130));
    let sessions = sessions(&data.path().join("downbeat/journal.db"));
    assert_eq!(sessions.len(), 2, "{sessions:?}");
    for session in sessions {
        assert!(session.kept().map(SetRecord::reps).eq([1]), "{session:?}");
    }
}

/// Taps four phases in the blind part.
fn felt(launch: Launch) -> Person {
    let mut person = launch.start();
    for taps in ["the first tap", "1 tap", "2 taps", "3 taps", "4 taps"] {
        person.wait_for(taps);
        person.keys(" ");
    }
    person
}

#[track_caller]
fn has_what_was_felt(home: &TempDir) {
    let journal = Journal::open(&journal_of(home)).unwrap().journal;
    let mut practices = 0;
    let visited = journal.entries(|entry| {
        practices += u32::from(matches!(entry, Entry::Practice(_)));
        Ok::<(), JournalError>(())
    });
    visited.unwrap();
    assert_eq!(practices, 1);
}

#[test]
fn a_signal_in_the_blind_part_of_a_practice_keeps_what_was_felt() {
    let mut person = felt(role::blind());
    person.wait_for("5 taps");
    person.signal(Signal::TERM);
    assert_eq!(person.exit_code(), 143, "{}", person.screen());
    has_what_was_felt(&person.kill());
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_takes_no_more_in_mid_set_keeps_it() {
    let mut person = role::failing_at(role::in_mid_set(), 1).start();
    person.wait_for("REP 4/8");
    person.keys("t");
    ends(person, 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_takes_no_more_in_the_blind_part_keeps_what_was_felt() {
    let mut person = felt(role::failing_at(role::blind(), 5));
    assert_eq!(person.exit_code(), 1, "{}", person.screen());
    has_what_was_felt(&person.kill());
}

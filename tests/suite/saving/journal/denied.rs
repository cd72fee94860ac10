//! A disk without room and places where nothing may be written, as a user without privileges.

use super::super::names;
use super::super::other::{self, allow};
use super::{Journal, all, closed, open, path_in, says, session, set};
use downbeat::app::journal::{Reply, Request};
use downbeat::runtime::Incoming;
use downbeat::runtime::scribe::Scribe;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;
use std::time::Duration;

#[track_caller]
fn unprivileged(test: &str, part: impl Fn(&Path)) {
    other::plays_unprivileged(&format!("saving::journal::denied::{test}"), part);
}

#[test]
fn a_full_disk_loses_nothing_and_the_set_can_be_logged_once_there_is_room() {
    unprivileged(
        "a_full_disk_loses_nothing_and_the_set_can_be_logged_once_there_is_room",
        |folder| {
            // The system's word for "too much" would end the process.
            let heard = Arc::new(AtomicBool::new(false));
            signal_hook::flag::register(rustix::process::Signal::XFSZ.as_raw(), heard).unwrap();
            let path = path_in(folder);
            let mut expected = closed(&path, 20);
            let mut journal = open(&path);
            let room = getrlimit(Resource::Fsize);
            let limited = Rlimit {
                current: Some(20_000),
                maximum: room.maximum,
            };
            setrlimit(Resource::Fsize, limited).unwrap();
            let error = (1..1000).find_map(|bout| journal.put(&[set(0, 100 + bout)]).err());
            let words = "the entry was not logged, because there is no room left on the disk: make some room and try again; what is in the journal is as it was";
            says(&error.unwrap(), words);
            // What was logged before it was full is there.
            let full = all(&journal);
            assert!(full.len() > expected.len());
            setrlimit(Resource::Fsize, room).unwrap();
            journal.put(&[set(0, 9999)]).unwrap();
            assert_eq!(all(&journal).len(), full.len() + 1);
            expected.retain(|entry| !full.contains(entry));
            assert_eq!(expected, []);
            drop(journal);
            assert!(Journal::check(&path).unwrap());
        },
    );
}

#[test]
fn in_a_folder_that_takes_no_files_the_journal_can_be_read_and_says_that_nothing_is_logged() {
    unprivileged(
        "in_a_folder_that_takes_no_files_the_journal_can_be_read_and_says_that_nothing_is_logged",
        |folder| {
            let locked = folder.join("a #1?%20 place");
            fs::create_dir(&locked).unwrap();
            let path = path_in(&locked);
            allow(&locked, 0o555);
            let words = "the file or its folder may not be read or written: make both readable and writable for yourself";
            says(&Journal::open(&path).unwrap_err(), words);
            says(
                &Journal::open(&path_in(&locked.join("new"))).unwrap_err(),
                words,
            );
            allow(&locked, 0o755);
            let expected = closed(&path, 2);
            for (file, mode) in [(0o644, 0o555), (0o444, 0o755), (0o444, 0o555)] {
                allow(&path, file);
                allow(&locked, mode);
                let mut opened = Journal::open(&path).unwrap();
                says(
                    &opened.notice.unwrap(),
                    "may only be read: nothing is logged until the file and its folder are writable",
                );
                assert_eq!(all(&opened.journal), expected);
                assert!(opened.journal.is_read_only());
                let words = "the entry was not logged, because the journal may only be read: make the file and its folder writable and try again";
                says(&opened.journal.put(&[session(7)]).unwrap_err(), words);
                let words = "nothing was taken away, because the journal may only be read";
                let key = expected[0].key();
                says(&opened.journal.remove(&[key]).unwrap_err(), words);
                // Once both are writable again, it is opened anew and goes on.
                allow(&path, 0o644);
                allow(&locked, 0o755);
                let mut again = open(&path);
                assert!(!again.is_read_only());
                again.put(&[session(7)]).unwrap();
                again.remove(&[session(7).key()]).unwrap();
                assert_eq!(all(&again), expected);
            }
            allow(&path, 0o000);
            allow(&locked, 0o755);
            says(
                &Journal::open(&path).unwrap_err(),
                "may not be read or written",
            );
            allow(&path, 0o644);
            open(&path).put(&[session(7)]).unwrap();
            assert_eq!(names(&locked), ["journal.db"]);
        },
    );
}

#[test]
fn a_program_that_runs_logs_on_once_its_journal_may_be_written_again() {
    unprivileged(
        "a_program_that_runs_logs_on_once_its_journal_may_be_written_again",
        |folder| {
            let path = path_in(folder);
            closed(&path, 2);
            allow(&path, 0o444);
            let (sender, answers) = channel();
            let scribe = Scribe::begin(Some(path.clone()), sender);
            let answer = || loop {
                match answers.recv_timeout(Duration::from_secs(30)).unwrap() {
                    Incoming::Journal(Reply::Notice(_)) => {}
                    Incoming::Journal(reply) => return reply,
                    other => panic!("{other:?}"),
                }
            };
            let keep = Request::Keep(vec![session(7)]);
            scribe.ask(keep.clone());
            assert!(matches!(answer(), Reply::Failed { .. }));
            allow(&path, 0o644);
            scribe.ask(keep);
            assert_eq!(answer(), Reply::Kept(vec![session(7).key()]));
        },
    );
}

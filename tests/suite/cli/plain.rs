//! A session as plain lines: what was done is in the journal, whatever was in its way and whoever stopped reading.

use super::Home;
use downbeat::store::journal::Journal;
use downbeat::training::journal::{PastSession, SetRecord};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Stdio};

/// As short as sets can be.
const SHORT: &str = "start 0.2-0-0.2-0 --reps 2 --rest 1s --lead-in 1s --mute --plain --sets";

/// A session being read.
struct Read {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Read {
    fn begin(home: &Home, sets: &str) -> Self {
        let arguments: Vec<&str> = SHORT.split(' ').chain([sets]).collect();
        let mut command = home.command(&arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines }
    }

    /// Reads to a line with these words.
    #[track_caller]
    fn up_to(&mut self, words: &str) {
        let mut line = String::new();
        while !line.contains(words) {
            line.clear();
            assert_ne!(self.lines.read_line(&mut line).unwrap(), 0, "no {words:?}");
        }
    }

    /// Reads the rest. The exit code, and what was said on standard error.
    fn read_on(mut self) -> (Option<i32>, String) {
        self.lines.read_to_string(&mut String::new()).unwrap();
        self.no_further()
    }

    /// Stops reading.
    fn no_further(self) -> (Option<i32>, String) {
        let Self { mut child, lines } = self;
        drop(lines);
        let mut said = String::new();
        let mut stderr = child.stderr.take().unwrap();
        stderr.read_to_string(&mut said).unwrap();
        (child.wait().unwrap().code(), said)
    }
}

fn journal(home: &Home) -> PathBuf {
    home.folder.path().join("data/downbeat/journal.db")
}

/// The one session in the journal.
#[track_caller]
fn logged(home: &Home) -> PastSession {
    let journal = Journal::open(&journal(home)).unwrap().journal;
    let mut sessions = journal.sessions_before(None, 9).unwrap();
    assert_eq!(sessions.len(), 1);
    sessions.remove(0)
}

fn reps(session: &PastSession) -> Vec<u32> {
    session.kept().map(SetRecord::reps).collect()
}

#[test]
fn what_could_not_be_kept_at_first_is_kept_with_what_comes() {
    let home = Home::new();
    fs::create_dir_all(journal(&home)).unwrap();
    let mut session = Read::begin(&home, "3");
    session.up_to("set 2 of 3");
    fs::remove_dir(journal(&home)).unwrap();
    assert_eq!(session.read_on(), (Some(0), String::new()));
    let logged = logged(&home);
    assert_eq!(reps(&logged), [2, 2, 2]);
    assert!(logged.session.ended.is_some());
}

#[test]
fn what_is_in_no_file_at_the_end_is_said_once() {
    let home = Home::new();
    fs::create_dir_all(journal(&home)).unwrap();
    let (code, said) = Read::begin(&home, "2").read_on();
    assert_eq!(code, Some(0));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("downbeat: not logged: "), "{said}");
}

#[test]
fn when_nobody_reads_any_more_what_was_done_is_kept() {
    let home = Home::new();
    let mut session = Read::begin(&home, "9");
    session.up_to("UP 0.2 s · set 2 of 9 · rep 1 of 2");
    // The next line that cannot be written comes when the first rep of the second set is done.
    assert_eq!(session.no_further(), (Some(0), String::new()));
    let logged = logged(&home);
    let reps = reps(&logged);
    assert!(reps.len() > 1 && reps.len() < 9, "{reps:?}");
    assert_eq!(reps[0], 2);
    assert!(logged.session.ended.is_some());
}

#[cfg(unix)]
#[test]
fn a_signal_in_mid_set_leaves_the_set_at_hand_in_the_journal() {
    use rustix::process::{Pid, Signal, kill_process};
    let home = Home::new();
    let mut session = Read::begin(&home, "9");
    session.up_to("UP 0.2 s · set 1 of 9 · rep 2 of 2");
    let pid = Pid::from_raw(i32::try_from(session.child.id()).unwrap()).unwrap();
    kill_process(pid, Signal::TERM).unwrap();
    assert_eq!(session.read_on(), (Some(143), String::new()));
    assert!(reps(&logged(&home))[0] >= 1);
}

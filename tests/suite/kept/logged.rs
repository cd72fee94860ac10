//! Journeys that end in the journal's file: keys in the list and in the log, and what stands in the file afterwards.

use super::super::lifter::{Lifter, squat};
use downbeat::app::Screen;
use downbeat::app::journal::{Reply, Request};
use downbeat::app::message::{Effect, Message};
use downbeat::store::journal::{Journal, JournalError};
use downbeat::training::journal::{Answer, Entry, Stamp};
use downbeat::training::memory::Memory;
use jiff::civil::date;
use tempfile::TempDir;

/// How many sessions a page has: few, so that there are several.
const PAGE: usize = 4;
/// Noon of the day, UTC.
const NOON: i64 = 1_795_780_800_000;

/// Somebody at the keyboard, with a journal.
struct Desk {
    lifter: Lifter,
    journal: Journal,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let opened = Journal::open(&path).unwrap();
        assert_eq!(opened.notice, None);
        let memory = Memory {
            introduced: true,
            ..Memory::default()
        };
        let mut lifter = Lifter::before(vec![squat().into()], memory);
        lifter.app.today = date(2026, 11, 27);
        lifter.app.wall = Stamp::from_millis(NOON);
        Self {
            lifter,
            journal: opened.journal,
            _folder: folder,
        }
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.chars() {
            self.lifter.press(&key.to_string());
            self.perform();
            // Time goes on, so that no two sessions begin at one moment.
            let wall = self.lifter.app.wall.millis() + 1_000;
            self.lifter.app.wall = Stamp::from_millis(wall);
        }
        self
    }

    fn perform(&mut self) {
        for effect in std::mem::take(&mut self.lifter.effects) {
            if let Effect::Journal(request) = effect {
                let reply = self.answer(&request).unwrap();
                self.lifter.send(Message::Journal(reply));
                // What was answered may have been a reason to ask for more.
                self.perform();
            }
        }
    }

    fn answer(&mut self, request: &Request) -> Result<Reply, JournalError> {
        Ok(match request {
            Request::Keep(entries) => {
                self.journal.put(entries)?;
                Reply::Kept(entries.iter().map(Entry::key).collect())
            }
            Request::Remove(keys) => Reply::Removed(self.journal.remove(keys)?),
            Request::Past(names) => Reply::Past(self.journal.of_exercises(names, 12)?),
            Request::Page(before) => Reply::Page {
                before: *before,
                sessions: self.journal.sessions_before(*before, PAGE)?,
            },
            other => panic!("{other:?} is nothing that the log asks for"),
        })
    }

    fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        let all = self.journal.entries(|entry| {
            entries.push(entry);
            Ok::<(), JournalError>(())
        });
        all.unwrap();
        entries
    }

    /// What the log shows is what stands in the file, the latest first.
    fn assert_shown_as_kept(&self) {
        let Screen::Journal(journal) = &self.lifter.app.screen else {
            panic!("no journal but {:?}", self.lifter.app.screen)
        };
        let kept = self.journal.sessions_before(None, usize::MAX).unwrap();
        assert_eq!(journal.log.sessions, kept);
    }
}

#[test]
fn what_is_logged_late_corrected_taken_away_and_brought_back_stands_in_the_file_as_it_is_shown() {
    let mut desk = Desk::new();
    desk.press("L60⏎⏎");
    assert_eq!(desk.entries().len(), 4, "a session of three sets");
    desk.press("l").assert_shown_as_kept();
    desk.press("n<62⏎⏎").assert_shown_as_kept();
    // Seven reps in the second set of the one before.
    desk.press("⏎jje7⏎").assert_shown_as_kept();
    let corrected = desk.entries();
    let sevens = corrected.iter().filter(
        |entry| matches!(entry, Entry::Set(set) if set.done == Answer::Given(7) && set.tension.eccentric_ms == 28_000),
    );
    assert_eq!(sevens.count(), 1);
    desk.press("D").assert_shown_as_kept();
    desk.press("⎋D").assert_shown_as_kept();
    assert_eq!(desk.entries().len(), 4);
    desk.press("uu").assert_shown_as_kept();
    assert_eq!(desk.entries(), corrected, "exactly what went");
}

#[test]
fn pages_are_read_until_the_log_is_whole() {
    let mut desk = Desk::new();
    for _ in 0..3 * PAGE {
        desk.press("L⏎");
    }
    desk.press("l").press("jjjjjj").press("⎋l").press("GGGG");
    desk.assert_shown_as_kept();
}

#[test]
fn loads_of_the_last_time_are_the_loads_of_the_form() {
    let mut desk = Desk::new();
    desk.press("Ll").press("bw+10⏎⏎").press("L⏎");
    let loads: Vec<String> = desk
        .entries()
        .iter()
        .filter_map(|entry| match entry {
            Entry::Set(set) => Some(set.load.value()?.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(loads, ["body weight + 10 kg"; 6]);
}

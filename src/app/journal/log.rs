//! The log: what was done, the latest first; entries are corrected, added and taken away here.
//!
//! The log holds the pages that were asked for. What is changed here is changed in them at once, so that nothing has to be
//! read again; what the journal has taken away goes when it says so.

mod correct;
mod pages;
mod remove;

use super::Request;
use crate::app::App;
use crate::app::action::Action;
use crate::app::ask::Questions;
use crate::app::message::Effect;
use crate::training::journal::{Key, PastSession, SetRecord, Stamp};
pub use correct::{Corrected, Correcting};
use jiff::civil::Date;
pub use pages::Reading;

/// The tab.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// What is being corrected.
    pub correcting: Option<Correcting>,
    /// Sessions, the latest first, as far as they have been asked for.
    pub sessions: Vec<PastSession>,
    /// How far that is.
    pub reading: Reading,
    /// The session under the cursor.
    pub at: usize,
    /// What the keys are for.
    pub focus: Focus,
}

/// What the keys are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The list of sessions.
    #[default]
    List,
    /// The session under the cursor, open: its own line where this is 0, else one of its sets, counted from 1.
    Session(usize),
}

impl Log {
    /// The session under the cursor.
    pub fn current(&self) -> Option<&PastSession> {
        self.sessions.get(self.at)
    }

    /// The set under the cursor, where the session is open and the cursor is on one.
    pub fn set(&self) -> Option<&SetRecord> {
        match self.focus {
            Focus::List => None,
            Focus::Session(line) => self.current()?.sets.get(line.checked_sub(1)?),
        }
    }

    /// What names the entry under the cursor.
    fn key(&self) -> Option<Key> {
        let session = || Some(Key::Session(self.current()?.session.began));
        self.set().map(SetRecord::key).or_else(session)
    }

    /// Whether a session that began then is among those that were read.
    pub(in crate::app) fn has(&self, began: Stamp) -> bool {
        self.sessions.iter().any(|past| past.session.began == began)
    }

    /// The questions that are asked here.
    pub fn questions(&self) -> Option<&Questions> {
        self.correcting
            .as_ref()
            .map(|correcting| &correcting.questions)
    }

    /// Moves the cursor by so many lines, stopping at either end.
    fn step(&mut self, by: isize) {
        match &mut self.focus {
            Focus::List => {
                let last = self.sessions.len().saturating_sub(1);
                self.at = self.at.saturating_add_signed(by).min(last);
            }
            Focus::Session(line) => {
                let sets = self.sessions.get(self.at).map_or(0, |past| past.sets.len());
                *line = line.saturating_add_signed(by).min(sets);
            }
        }
    }

    /// Puts the cursors back on what there is.
    fn settle(&mut self) {
        self.step(0);
        if self.sessions.is_empty() {
            self.focus = Focus::List;
        }
    }
}

/// A day as the log names it: `Fri 27 Nov`, and with its year where that is another one.
pub fn day_in_words(day: Date, today: Date) -> String {
    let form = if day.year() == today.year() {
        "%a %-d %b"
    } else {
        "%-d %b %Y"
    };
    day.strftime(form).to_string()
}

/// What was done in a session, in few words: the exercise, or the name where there are several or nobody named one.
pub fn title(past: &PastSession) -> &str {
    let mut exercises = past.sets.iter().map(|set| set.exercise.as_str());
    let first = exercises.next().unwrap_or_default();
    if first.is_empty() || exercises.any(|other| other != first) {
        &past.session.name
    } else {
        first
    }
}

impl App {
    pub(super) fn open_log(&mut self) -> Vec<Effect> {
        let Some(journal) = self.journal() else {
            return Vec::new();
        };
        journal.log.reading = Reading::Asked(None);
        vec![Effect::Journal(Request::Page(None))]
    }

    /// A key's verb on this tab; `None` where it is for all tabs.
    pub(super) fn in_log(&mut self, action: Action) -> Option<Vec<Effect>> {
        if self.journal()?.log.correcting.is_some() {
            return Some(self.correct(action));
        }
        let log = &mut self.journal()?.log;
        match action {
            Action::Up => log.step(-1),
            Action::Down => log.step(1),
            Action::First => log.step(isize::MIN),
            Action::Last => log.step(isize::MAX),
            Action::Accept if log.focus == Focus::List && log.current().is_some() => {
                log.focus = Focus::Session(0);
            }
            Action::Leave if log.focus != Focus::List => log.focus = Focus::List,
            Action::Edit | Action::Accept => return Some(self.begin_correction()),
            Action::Remove => return Some(self.remove_from_log()),
            Action::Undo => return Some(self.bring_back()),
            Action::New => return Some(self.log_elsewhere()),
            _ => return None,
        }
        Some(self.read_on())
    }

    /// Shows what was handed to the journal, where the log is open.
    pub(in crate::app) fn show_in_log(&mut self, entries: &[crate::training::journal::Entry]) {
        if let Some(journal) = self.journal() {
            for entry in entries {
                journal.log.put(entry);
            }
        }
    }

    /// The summary behind the journal asks no more about a session that was changed here: what stands in the log holds.
    fn let_summary_be(&mut self, session: Stamp) {
        let summary = self.journal().and_then(|journal| journal.behind.as_mut());
        if let Some(summary) = summary {
            summary.log_changed(session);
        }
    }
}

//! The pages of the log that were asked for, and what is changed in them.

use super::Log;
use crate::app::App;
use crate::app::journal::Request;
use crate::app::message::Effect;
use crate::training::journal::{Entry, Key, PastSession, Stamp};

/// A further page is asked for when the cursor is this near to the end.
const NEAR: usize = 10;

/// How far the log was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Reading {
    /// Not at all, or there may be more.
    #[default]
    More,
    /// The page before this moment was asked for, or the latest one.
    Asked(Option<Stamp>),
    /// To its beginning.
    All,
    /// It could not be read: why, and what to do about it.
    Failed(String),
}

impl Log {
    /// Puts an entry where it belongs, in the place of the one with its key. What is older than the pages that were read comes
    /// with its own page.
    pub(super) fn put(&mut self, entry: &Entry) {
        match entry {
            Entry::Session(session) => {
                let here = |past: &PastSession| session.began.cmp(&past.session.began);
                match self.sessions.binary_search_by(here) {
                    Ok(place) => {
                        if let Some(past) = self.sessions.get_mut(place) {
                            past.session = session.clone();
                        }
                    }
                    Err(place) if place < self.sessions.len() || self.reading == Reading::All => {
                        let past = PastSession {
                            session: session.clone(),
                            sets: Vec::new(),
                        };
                        self.sessions.insert(place, past);
                        self.at = place;
                        self.settle();
                    }
                    Err(_) => {}
                }
            }
            Entry::Set(set) => {
                let Some(past) = self.past(set.session) else {
                    return;
                };
                let place = (set.bout, set.attempt);
                let order = |other: &crate::training::journal::SetRecord| {
                    (other.bout, other.attempt).cmp(&place)
                };
                match past.sets.binary_search_by(order) {
                    Ok(place) => {
                        if let Some(old) = past.sets.get_mut(place) {
                            *old = set.clone();
                        }
                    }
                    Err(place) => past.sets.insert(place, set.clone()),
                }
            }
            Entry::Morning(_) | Entry::Practice(_) => {}
        }
    }

    /// Takes away what has this key.
    pub(super) fn take(&mut self, key: Key) {
        match key {
            Key::Session(began) => self.sessions.retain(|past| past.session.began != began),
            Key::Set { session, .. } => {
                if let Some(past) = self.past(session) {
                    past.sets.retain(|set| set.key() != key);
                }
            }
            Key::Morning(_) | Key::Practice(_) => {}
        }
        self.settle();
    }

    /// The session that began then.
    pub(super) fn past(&mut self, began: Stamp) -> Option<&mut PastSession> {
        let mut sessions = self.sessions.iter_mut();
        sessions.find(|past| past.session.began == began)
    }

    /// Takes a page that was asked for. The cursor stays on its session.
    fn turn(&mut self, before: Option<Stamp>, sessions: Vec<PastSession>) {
        if self.reading != Reading::Asked(before) {
            return;
        }
        self.reading = if sessions.is_empty() {
            Reading::All
        } else {
            Reading::More
        };
        if before.is_some() {
            self.sessions.extend(sessions);
            return;
        }
        let current = self.current().map(|past| past.session.began);
        self.sessions = sessions;
        let mut all = self.sessions.iter();
        let place = all.position(|past| Some(past.session.began) == current);
        if place.is_none() {
            self.focus = super::Focus::List;
        }
        self.at = place.unwrap_or(0);
        self.settle();
    }
}

impl App {
    /// Asks for the next page when the cursor comes near to the end of what was read.
    pub(super) fn read_on(&mut self) -> Vec<Effect> {
        let Some(journal) = self.journal() else {
            return Vec::new();
        };
        let log = &mut journal.log;
        let last = log.sessions.last().map(|past| past.session.began);
        if log.reading != Reading::More || log.at + NEAR < log.sessions.len() || last.is_none() {
            return Vec::new();
        }
        log.reading = Reading::Asked(last);
        vec![Effect::Journal(Request::Page(last))]
    }

    pub(in crate::app::journal) fn page_of_log(
        &mut self,
        before: Option<Stamp>,
        sessions: Vec<PastSession>,
    ) -> Vec<Effect> {
        if let Some(journal) = self.journal() {
            journal.log.turn(before, sessions);
        }
        self.read_on()
    }

    /// Something could not be read or taken away; where the log waits for a page, that is why there is none.
    pub(in crate::app::journal) fn log_is_not_read(&mut self, why: &str) {
        if let Some(journal) = self.journal()
            && matches!(journal.log.reading, Reading::Asked(_))
        {
            journal.log.reading = Reading::Failed(why.to_owned());
        }
    }
}

//! What was handed to the journal and is not known to be on the disk yet. What could not be kept is handed over again with
//! whatever comes next, so that nothing is lost while the program runs.

use super::App;
use super::journal::Request;
use super::message::Effect;
use crate::training::journal::{Diary, Entry, Key, PastSession};

/// Entries on their way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// Handed over, in order, and not answered.
    waiting: Vec<Entry>,
    /// Answered: they could not be kept.
    unkept: Vec<Entry>,
    /// Why, as it was said last: it is said once.
    why: Option<String>,
}

impl Ledger {
    /// Whether everything that was handed over is on the disk.
    pub fn is_settled(&self) -> bool {
        self.waiting.is_empty() && self.unkept.is_empty()
    }

    /// Whether something was handed over and not answered yet.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether an entry is on the disk, as far as it was handed over.
    pub fn has(&self, key: Key) -> bool {
        let mut open = self.waiting.iter().chain(&self.unkept);
        !open.any(|entry| entry.key() == key)
    }

    /// Why something could not be kept that still is not.
    pub fn trouble(&self) -> Option<&str> {
        self.why.as_deref().filter(|_| !self.unkept.is_empty())
    }

    /// Everything that is in no file as far as is known, each entry as it was handed over last.
    pub fn open(&self) -> Vec<Entry> {
        let mut all: Vec<Entry> = Vec::new();
        for entry in self.unkept.iter().chain(&self.waiting) {
            put(&mut all, entry.clone());
        }
        in_order(&mut all);
        all
    }

    /// Lays what is on its way, or could not be kept, over a diary that was read from the disk.
    pub(super) fn complete(&self, diary: &mut Diary) {
        for entry in self.open() {
            if let Entry::Morning(morning) = entry {
                diary.put(morning);
            }
        }
        self.lay_over(&mut diary.sessions);
    }

    /// The same for sessions that were read: those that are there, and no others.
    pub(super) fn lay_over(&self, sessions: &mut [PastSession]) {
        for entry in self.open() {
            let began = match &entry {
                Entry::Session(session) => session.began,
                Entry::Set(set) => set.session,
                Entry::Morning(_) | Entry::Practice(_) => continue,
            };
            let there = sessions.iter_mut().find(|past| past.session.began == began);
            match (there, entry) {
                (Some(past), Entry::Session(session)) => past.session = session,
                (Some(past), Entry::Set(set)) => past.put(set),
                _ => {}
            }
        }
    }

    /// Takes entries on, behind those that could not be kept before; newer ones take the place of older ones. Returns what is
    /// to be kept now.
    pub fn hand_over(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut all = std::mem::take(&mut self.unkept);
        for entry in entries {
            put(&mut all, entry);
        }
        in_order(&mut all);
        self.waiting.extend(all.iter().cloned());
        all
    }

    /// Takes the answer that entries are on the disk.
    pub fn are_kept(&mut self, keys: &[Key]) {
        for key in keys {
            self.answered(*key);
        }
        if self.unkept.is_empty() {
            self.why = None;
        }
    }

    /// Takes the answer that they could not be kept. Returns whether the reason is another one than before.
    pub fn are_not_kept(&mut self, keys: &[Key], why: String) -> bool {
        for key in keys {
            if let Some(entry) = self.answered(*key) {
                let newer = self.waiting.iter().any(|other| other.key() == *key);
                if !newer {
                    self.unkept.push(entry);
                }
            }
        }
        let is_new = self.why.as_ref() != Some(&why);
        self.why = Some(why);
        is_new
    }

    fn answered(&mut self, key: Key) -> Option<Entry> {
        let place = self.waiting.iter().position(|entry| entry.key() == key)?;
        Some(self.waiting.remove(place))
    }
}

/// Puts an entry in the place of an older one of its key.
fn put(all: &mut Vec<Entry>, entry: Entry) {
    all.retain(|old| old.key() != entry.key());
    all.push(entry);
}

/// A set is nothing without its session.
fn in_order(all: &mut [Entry]) {
    all.sort_by_key(|entry| matches!(entry, Entry::Set(_)));
}

impl App {
    /// Hands entries to the journal.
    pub(super) fn keep(&mut self, entries: Vec<Entry>) -> Vec<Effect> {
        if entries.is_empty() {
            return Vec::new();
        }
        let all = self.ledger.hand_over(entries);
        vec![Effect::Journal(Request::Keep(all))]
    }

    /// Hands over once more what could not be kept.
    pub(super) fn keep_again(&mut self) -> Vec<Effect> {
        if self.ledger.unkept.is_empty() {
            return Vec::new();
        }
        let all = self.ledger.hand_over(Vec::new());
        vec![Effect::Journal(Request::Keep(all))]
    }

    pub(super) fn entries_are_kept(&mut self, keys: &[Key]) -> Vec<Effect> {
        self.ledger.are_kept(keys);
        Vec::new()
    }

    pub(super) fn entries_are_not_kept(&mut self, keys: &[Key], why: String) -> Vec<Effect> {
        if self.ledger.are_not_kept(keys, why.clone()) {
            return self.say(why);
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::journal::Morning;
    use jiff::civil::date;

    fn morning(day: i8) -> Entry {
        Entry::Morning(Morning::of(date(2026, 11, day)))
    }

    fn keys(entries: &[Entry]) -> Vec<Key> {
        entries.iter().map(Entry::key).collect()
    }

    #[test]
    fn what_could_not_be_kept_is_handed_over_again_with_the_next() {
        let mut app = App::new(Vec::new(), crate::training::memory::Memory::default());
        app.keep(vec![morning(1)]);
        app.entries_are_not_kept(&keys(&[morning(1)]), "The disk is full".to_owned());
        assert_eq!(app.ledger.trouble(), Some("The disk is full"));
        let effects = app.keep(vec![morning(2)]);
        assert_eq!(
            effects,
            [Effect::Journal(Request::Keep(vec![morning(1), morning(2)]))]
        );
        app.entries_are_kept(&keys(&[morning(1), morning(2)]));
        assert!(app.ledger.is_settled());
        assert_eq!(app.ledger.trouble(), None);
    }

    #[test]
    fn the_same_trouble_is_said_once() {
        let mut app = App::new(Vec::new(), crate::training::memory::Memory::default());
        for day in [1, 2] {
            app.keep(vec![morning(day)]);
            app.notice = None;
            app.entries_are_not_kept(&keys(&[morning(day)]), "The disk is full".to_owned());
            assert_eq!(app.notice.is_some(), day == 1);
        }
    }
}

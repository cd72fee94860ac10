//! What is taken away from the log, and brought back.

use crate::app::App;
use crate::app::journal::Request;
use crate::app::message::Effect;
use crate::training::journal::{Entry, Key, SessionRecord, SetRecord};

use super::day_in_words;

impl App {
    /// Takes the entry under the cursor away; the journal answers with all that went.
    pub(super) fn remove_from_log(&mut self) -> Vec<Effect> {
        let Some(journal) = self.journal() else {
            return Vec::new();
        };
        let Some((key, past)) = journal.log.key().zip(journal.log.current()) else {
            return self.say("There is nothing to take away".to_owned());
        };
        let mut keys = vec![key];
        if let Key::Session(_) = key {
            keys.extend(past.sets.iter().map(SetRecord::key));
        }
        // What is on its way to the file would come back with it.
        if !keys.iter().all(|key| self.ledger.has(*key)) {
            let why = "Not taken away: it is not in the journal's file yet; try again once it is";
            return self.say(why.to_owned());
        }
        vec![Effect::Journal(Request::Remove(vec![key]))]
    }

    /// The journal has taken these away.
    pub(in crate::app::journal) fn entries_are_removed(
        &mut self,
        entries: Vec<Entry>,
    ) -> Vec<Effect> {
        let Some(first) = entries.first().cloned() else {
            return self.say("It was gone already".to_owned());
        };
        if let Some(journal) = self.journal() {
            for entry in &entries {
                journal.log.take(entry.key());
            }
        }
        if let Some(session) = session_of(&first) {
            self.let_summary_be(session);
        }
        let what = self.in_words(&entries);
        self.removed.push(entries);
        self.say(format!("Taken away: {what}; u brings it back"));
        self.read_on()
    }

    /// Brings back what was taken away last.
    pub(super) fn bring_back(&mut self) -> Vec<Effect> {
        let Some(mut entries) = self.removed.pop() else {
            return self.say("Nothing was taken away since the program began".to_owned());
        };
        let what = self.in_words(&entries);
        self.show_in_log(&entries);
        let session = entries.first().and_then(session_of);
        let is_whole = matches!(entries.first(), Some(Entry::Session(_)));
        if let (Some(journal), Some(began), false) = (self.journal(), session, is_whole) {
            // A set is nothing without its session, which another copy of the program may have taken away since.
            let session = journal.log.past(began).map(|past| past.session.clone());
            entries.splice(0..0, session.map(Entry::Session));
        }
        self.say(format!("Brought back: {what}"));
        self.keep(entries)
    }

    /// What was taken away or brought back, in a few words.
    fn in_words(&self, entries: &[Entry]) -> String {
        match entries {
            [Entry::Session(session), ..] => {
                self.session_in_words(session, entries.len().saturating_sub(1))
            }
            [Entry::Set(set), ..] if set.exercise.is_empty() => format!("set {}", set.set),
            [Entry::Set(set), ..] => format!("set {} of {}", set.set, set.exercise),
            _ => "an entry".to_owned(),
        }
    }

    /// A session with so many sets, in a few words.
    pub(in crate::app) fn session_in_words(&self, session: &SessionRecord, sets: usize) -> String {
        let day = day_in_words(session.day, self.today);
        let sets = match sets {
            1 => "1 set".to_owned(),
            sets => format!("{sets} sets"),
        };
        format!("{}, {day}, {sets}", session.name)
    }
}

/// The session that an entry is, or belongs to.
fn session_of(entry: &Entry) -> Option<crate::training::journal::Stamp> {
    match entry {
        Entry::Session(session) => Some(session.began),
        Entry::Set(set) => Some(set.session),
        Entry::Morning(_) | Entry::Practice(_) => None,
    }
}

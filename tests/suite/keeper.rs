//! A journal in memory, which answers at once what the app asks of it: the store as far as the screens know it.

use super::lifter::Lifter;
use downbeat::app::journal::{Reply, Request};
use downbeat::app::message::{Effect, Message};
use downbeat::training::journal::{
    Answer, Counted, Diary, Entry, Key, Morning, Origin, PastSession, SessionRecord, SetRecord,
    Stamp, TensionMs,
};
use downbeat::training::preset::{Goal, Tier};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// What is kept.
#[derive(Default)]
pub(crate) struct Keeper {
    entries: BTreeMap<Key, Entry>,
    /// How many entries were handed over, counting those that took the place of others.
    pub(crate) handed: usize,
    /// Why nothing can be kept or read any more.
    pub(crate) trouble: Option<String>,
    /// The effects of the lifter that were looked at.
    seen: usize,
}

impl Keeper {
    pub(crate) fn with(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut keeper = Self::default();
        keeper.keep(entries);
        keeper
    }

    fn keep(&mut self, entries: impl IntoIterator<Item = Entry>) -> Vec<Key> {
        let mut keys = Vec::new();
        for entry in entries {
            keys.push(entry.key());
            self.entries.insert(entry.key(), entry);
        }
        keys
    }

    pub(crate) fn morning(&self, day: Date) -> Option<&Morning> {
        match self.entries.get(&Key::Morning(day))? {
            Entry::Morning(morning) => Some(morning),
            _ => None,
        }
    }

    /// Presses keys one by one, and answers what is asked after each.
    pub(crate) fn press(&mut self, lifter: &mut Lifter, keys: &str) {
        for key in keys.chars() {
            lifter.press(&key.to_string());
            self.attend(lifter);
        }
    }

    /// Answers everything that was asked so far.
    pub(crate) fn attend(&mut self, lifter: &mut Lifter) {
        while let Some(effect) = lifter.effects.get(self.seen).cloned() {
            self.seen += 1;
            if let Effect::Journal(request) = effect
                && let Some(reply) = self.answer(request)
            {
                lifter.send(Message::Journal(reply));
            }
        }
    }

    /// The answer; the figures of the trends are never ready here.
    pub(crate) fn answer(&mut self, request: Request) -> Option<Reply> {
        if let Some(why) = self.trouble.clone() {
            let unkept = match request {
                Request::Keep(entries) => entries.iter().map(Entry::key).collect(),
                _ => Vec::new(),
            };
            return Some(Reply::Failed { unkept, why });
        }
        Some(match request {
            Request::Keep(entries) => {
                self.handed += entries.len();
                Reply::Kept(self.keep(entries))
            }
            Request::Remove(keys) => {
                let removed = keys.iter().filter_map(|key| self.entries.remove(key));
                Reply::Removed(removed.collect())
            }
            Request::Past(names) => {
                Reply::Past(names.into_iter().map(|name| (name, Vec::new())).collect())
            }
            Request::Diary => Reply::Diary(Box::new(self.diary())),
            Request::Page(before) => Reply::Page {
                before,
                sessions: Vec::new(),
            },
            Request::Trends(_) => return None,
        })
    }

    fn diary(&self) -> Diary {
        let mut diary = Diary::default();
        for entry in self.entries.values() {
            match entry {
                Entry::Morning(morning) => diary.mornings.push(morning.clone()),
                Entry::Session(session) => diary.sessions.push(PastSession {
                    session: session.clone(),
                    sets: self.sets_of(session.began),
                }),
                Entry::Set(_) | Entry::Practice(_) => {}
            }
        }
        diary
    }

    fn sets_of(&self, session: Stamp) -> Vec<SetRecord> {
        let sets = self.entries.values().filter_map(|entry| match entry {
            Entry::Set(set) if set.session == session => Some(set.clone()),
            _ => None,
        });
        sets.collect()
    }
}

/// A session of a day: one exercise, two sets of eight that were paced to their end, at 18:00 in the world's time.
pub(crate) fn session(day: Date, exercise: &str) -> Vec<Entry> {
    let began = day.at(18, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    let began = Stamp::from_millis(began.timestamp().as_millisecond());
    let record = SessionRecord {
        began,
        day,
        ended: None,
        id: String::new(),
        name: exercise.to_owned(),
        tier: Tier::General,
        origin: Origin::Paced,
        effort: None,
        worst_pain: None,
        pain_after: None,
        note: String::new(),
    };
    let set = |bout: u16| SetRecord {
        session: began,
        bout,
        attempt: 1,
        at: began,
        preset: String::new(),
        exercise: exercise.to_owned(),
        tempo: "4-0-1-0".to_owned(),
        set: bout.into(),
        side: None,
        planned: 8,
        goal: Goal::Exactly,
        paced: 8,
        done: Answer::Assumed(8),
        broke: Vec::new(),
        load: Answer::Missing,
        reserve: Answer::Missing,
        tension: TensionMs {
            eccentric_ms: 32_000,
            concentric_ms: 8_000,
            isometric_ms: 0,
        },
        interruptions: 0,
        counted: Counted::Kept,
    };
    let mut entries = vec![Entry::Session(record)];
    entries.extend([1, 2, 3].map(set).map(Entry::Set));
    entries
}

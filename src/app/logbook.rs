//! The logbook of a session: what is asked and said of its sets, and the records that go into the journal.
//!
//! The records are derived from what was performed, again and again, and handed over where they differ from what was handed
//! over before. So a set is in the journal the moment it ends, and every later answer corrects it there.

mod afterwards;
mod asked;
mod offered;
mod records;

use super::ask::{Ask, Questions};
use super::journal::Request;
use super::message::Effect;
use super::session::Session;
use super::{App, Screen};
use crate::training::journal::{
    Answer, Diary, Entry, Load, Origin, PastSession, SessionRecord, SetRecord, Stamp, Unit,
};
use crate::training::performed::BoutId;
use crate::training::routine::Routine;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::time::Duration;

pub(super) use afterwards::{about_session, take_session};
pub use asked::{About, Asked};
pub use offered::Offered;

/// What was said of one attempt at a set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// How heavy it was; nothing before it has ended, and then what held for it.
    pub load: Option<Answer<Load>>,
    /// Reps that were left.
    pub reserve: Answer<u8>,
    /// Reps that were done, where somebody said so.
    pub done: Option<u32>,
    /// Reps in which the tempo broke, ascending.
    pub broke: Vec<u32>,
}

/// The logbook of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logbook {
    /// The session as it will be kept.
    pub record: SessionRecord,
    /// The unit of a load that names none.
    pub unit: Unit,
    /// What was said of its sets.
    said: BTreeMap<BoutId, Said>,
    /// The load of each step's sets from now on.
    loads: BTreeMap<u16, Answer<Load>>,
    /// What was done of each exercise before, the latest session first; nothing before the journal has answered.
    pub past: Option<Vec<(String, Vec<PastSession>)>>,
    /// What the advice of the day rests on; nothing before the journal has answered.
    diary: Option<Diary>,
    /// What is offered in the lead-in, step by step.
    pub offered: Vec<Offered>,
    /// What is asked now.
    pub asked: Option<Asked>,
    /// The records as they were handed over last.
    handed: Vec<SetRecord>,
    /// The session as it was handed over last.
    begun: Option<SessionRecord>,
    /// Where the session was when the records were derived last.
    looked: Option<usize>,
}

/// How much of a session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The sets that have ended.
    Sets,
    /// All of it: the set at hand ends here.
    Everything,
}

impl Logbook {
    /// The logbook of a session that begins.
    pub fn new(routine: &Routine, began: Stamp, day: Date, unit: Unit) -> Self {
        let mut loads = BTreeMap::new();
        for (preset, part) in routine.presets().zip(0_u16..) {
            if let Ok(load) = Load::read(&preset.load, unit) {
                loads.insert(part, Answer::Assumed(load));
            }
        }
        Self {
            record: SessionRecord {
                began,
                day,
                ended: None,
                id: routine.id.in_journal().to_owned(),
                name: routine.name.clone(),
                tier: routine.about.tier,
                origin: Origin::Paced,
                effort: None,
                worst_pain: None,
                pain_after: None,
                note: String::new(),
            },
            unit,
            said: BTreeMap::new(),
            loads,
            past: None,
            diary: None,
            offered: Vec::new(),
            asked: None,
            handed: Vec::new(),
            begun: None,
            looked: None,
        }
    }

    /// The load of a step's sets from now on.
    pub fn load_of(&self, part: u16) -> &Answer<Load> {
        self.loads.get(&part).unwrap_or(&Answer::Missing)
    }

    pub(super) fn set_load(&mut self, part: u16, load: Answer<Load>) {
        // What is asked about it now was asked before.
        self.asked = None;
        self.loads.insert(part, load);
    }

    /// What was done of an exercise before, the latest session first.
    pub fn past_of(&self, exercise: &str) -> &[PastSession] {
        let mut past = self.past.iter().flatten();
        let found = past.find(|(name, _)| name == exercise);
        found.map_or(&[], |(_, past)| past)
    }

    /// Whether any set was handed to the journal.
    pub fn has_sets(&self) -> bool {
        !self.handed.is_empty()
    }

    /// These sets with their session, which goes along whatever happened to it in the file: one of them alone would be
    /// refused. Without sets the session goes where it differs from what was handed over before.
    fn with_session(&mut self, sets: Vec<SetRecord>) -> Vec<Entry> {
        if sets.is_empty() && self.begun.as_ref() == Some(&self.record) {
            return Vec::new();
        }
        self.begun = Some(self.record.clone());
        let session = Entry::Session(self.record.clone());
        std::iter::once(session)
            .chain(sets.into_iter().map(Entry::Set))
            .collect()
    }

    /// The session begins only now, and nothing of it was handed over before.
    pub(super) fn begin_again(&mut self, wall: Stamp, today: Date) {
        self.record.began = wall;
        self.record.day = today;
        self.looked = None;
    }

    /// Marks the rep in which the tempo broke, or takes the mark back. Returns whether it is marked now.
    pub fn mark_broken(&mut self, bout: BoutId, rep: u32) -> bool {
        let broke = &mut self.said.entry(bout).or_default().broke;
        match broke.binary_search(&rep) {
            Ok(place) => {
                broke.remove(place);
                false
            }
            Err(place) => {
                broke.insert(place, rep);
                true
            }
        }
    }

    /// Takes what was done before: the loads of last time, rather than those of the preset, are this time's until somebody says
    /// otherwise.
    pub(super) fn remember(&mut self, routine: &Routine, past: Vec<(String, Vec<PastSession>)>) {
        self.past = Some(past);
        for (preset, part) in routine.presets().zip(0_u16..) {
            let last = self.past_of(&preset.exercise.name).first();
            let load = last.and_then(|last| last.kept().rev().find_map(|set| set.load.value()));
            let load = load.cloned();
            let slot = self.loads.entry(part).or_default();
            if let (Some(load), Answer::Missing | Answer::Assumed(_)) = (load, &slot) {
                *slot = Answer::Assumed(load);
            }
        }
        // A load that was asked for before this was known is asked for anew, unless somebody is answering.
        let is_open = |asked: &Asked| {
            let questions = &asked.questions;
            let given = questions
                .rows
                .iter()
                .any(|row| row.answer.given().is_some());
            asked.about != About::Coming || questions.takes_text() || given
        };
        self.asked = self.asked.take().filter(is_open);
    }
}

impl App {
    /// Opens the logbook of the session that just began, where it has none yet, and asks what was done of its exercises before.
    pub(super) fn open_logbook(&mut self) -> Vec<Effect> {
        let Screen::Session(session) = &mut self.screen else {
            return Vec::new();
        };
        let routine = &session.routine;
        if session.log.is_none() {
            session.log = Some(Logbook::new(routine, self.wall, self.today, self.unit));
        }
        let past = ask_for_past(routine);
        let mut effects = vec![past];
        // What is asked stands on the first frame.
        effects.extend(self.write_log(true));
        effects
    }

    /// What was done before is known.
    pub(super) fn past_is_known(&mut self, past: Vec<(String, Vec<PastSession>)>) -> Vec<Effect> {
        match &mut self.screen {
            Screen::Session(session) => {
                let routine = session.routine.clone();
                if let Some(log) = &mut session.log {
                    log.remember(&routine, past);
                }
                return self.write_log(true);
            }
            Screen::Elsewhere(form) => form.remember(past),
            _ => {}
        }
        Vec::new()
    }

    /// Hands over everything that was done so far, the set at hand as it stands: the program ends.
    pub fn log_so_far(&mut self) -> Vec<Effect> {
        let (clock, wall) = (self.now.audible, self.wall);
        let entries = match &mut self.screen {
            Screen::Session(session) => session.log_entries(clock, wall, true, Over::Everything),
            _ => self.note_afterwards(),
        };
        if entries.is_empty() {
            return self.keep_again();
        }
        self.keep(entries)
    }

    /// Hands the sets that ended since to the journal, and asks about the last of them. `acted` says that something was
    /// pressed; while time alone passes there is nothing to look at within a segment.
    pub(super) fn write_log(&mut self, acted: bool) -> Vec<Effect> {
        let (clock, wall) = (self.now.audible, self.wall);
        let Screen::Session(session) = &mut self.screen else {
            return Vec::new();
        };
        let entries = session.log_entries(clock, wall, acted, Over::Sets);
        self.keep(entries)
    }
}

impl Session {
    /// The entries that differ from what was handed over before. The first set brings the session along. Without a logbook
    /// there are none.
    pub fn log_entries(
        &mut self,
        clock: Duration,
        wall: Stamp,
        acted: bool,
        over: Over,
    ) -> Vec<Entry> {
        let position = self.transport.position_at(clock);
        let index = self.transport.timeline().index_at(position);
        let Some(mut log) = self.log.take() else {
            return Vec::new();
        };
        if !acted && over == Over::Sets && log.looked == index {
            self.log = Some(log);
            return Vec::new();
        }
        log.looked = index;
        log.follow(self, clock, over);
        let records = log.records(self, clock, wall, over);
        log.hold_loads(&records);
        if over == Over::Everything && !records.is_empty() {
            log.record.ended = Some(wall);
        }
        let is_new = |record: &&SetRecord| !log.handed.contains(record);
        let new: Vec<SetRecord> = records.iter().filter(is_new).cloned().collect();
        let entries = if records.is_empty() {
            Vec::new()
        } else {
            log.with_session(new)
        };
        log.handed = records;
        self.log = Some(log);
        entries
    }
}

/// Asks what was done of a routine's exercises before.
pub(super) fn ask_for_past(routine: &Routine) -> Effect {
    let mut names: Vec<String> = Vec::new();
    for preset in routine.presets() {
        let name = &preset.exercise.name;
        if !name.is_empty() && !names.contains(name) {
            names.push(name.clone());
        }
    }
    Effect::Journal(Request::Past(names))
}

/// The rows that ask about a set.
fn rows(of: &[Ask], unit: Unit) -> Questions {
    let rows = of.iter().copied().map(super::ask::Question::open);
    Questions::new(rows.collect(), unit)
}

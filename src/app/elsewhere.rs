//! Done elsewhere: a whole routine, logged with one key, for the day with only the phone. The form says what will be logged, on
//! which day, and how heavy it was as far as that is known; whoever has more to say says it.

use super::action::Action;
use super::ask::{Ask, Question, Questions, Upshot, Value};
use super::journal::Journal;
use super::logbook::{Logbook, about_session, ask_for_past, take_session};
use super::message::Effect;
use super::{App, Screen};
use crate::training::journal::{self, Answer, Entry, Key, Load, PastSession, Stamp, Unit};
use crate::training::memory::Memory;
use crate::training::prescription::Pacing;
use crate::training::routine::Routine;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::convert::Infallible;

/// The form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// What was done, as it stands in the list.
    listed: Routine,
    /// The same as it was due on the day.
    pub routine: Routine,
    /// The day.
    pub day: Date,
    /// What was done of its exercises before, and the loads that follow from it.
    before: Logbook,
    /// How heavy each exercise was, and how all of it was.
    pub questions: Questions,
    /// The step of each row that asks how heavy it was.
    steps: Vec<u16>,
    /// The journal, where the form was opened from there; else the list.
    pub behind: Option<Box<Journal>>,
}

impl Elsewhere {
    fn new(listed: &Routine, memory: &Memory, day: Date, unit: Unit) -> Self {
        let routine = memory.as_chosen(listed, day);
        let mut form = Self {
            before: Logbook::new(&routine, Stamp::default(), day, unit),
            listed: listed.clone(),
            routine,
            day,
            questions: Questions::default(),
            steps: Vec::new(),
            behind: None,
        };
        form.ask();
        form
    }

    /// Puts the questions together. What somebody answered stays.
    fn ask(&mut self) {
        let old = std::mem::replace(
            &mut self.questions,
            Questions::new(Vec::new(), self.before.unit),
        );
        self.steps.clear();
        for (preset, step) in self.routine.presets().zip(0_u16..) {
            if matches!(preset.work.pacing, Pacing::Strokes(_)) {
                continue;
            }
            let row = Question {
                ask: Ask::Load,
                answer: self.before.load_of(step).clone().map(Value::Load),
            };
            self.steps.push(step);
            if self.routine.as_solo().is_some() {
                self.questions.rows.push(row);
            } else {
                let called = self.routine.called(usize::from(step));
                let title = format!("{called} {}", preset.dose());
                self.questions.push_titled(title, row);
            }
        }
        let all = about_session(&self.before.record);
        self.questions.rows.extend(all);
        self.questions.take_over(&old);
    }

    /// What was done before is known.
    pub(super) fn remember(&mut self, past: Vec<(String, Vec<PastSession>)>) {
        self.before.remember(&self.routine, past);
        self.ask();
    }

    /// Another day, not later than today. A programme may be in another week then.
    fn shift(&mut self, days: i64, memory: &Memory, today: Date) {
        self.day = self.day.saturating_add(days.days()).min(today);
        let routine = memory.as_chosen(&self.listed, self.day);
        if routine != self.routine {
            let past = self.before.past.take().unwrap_or_default();
            self.before = Logbook::new(&routine, Stamp::default(), self.day, self.before.unit);
            self.routine = routine;
            self.remember(past);
        }
    }

    /// The entries of a session that began then.
    fn entries(&self, began: Stamp) -> Vec<Entry> {
        let loads = self.loads();
        let load_of = |step: u16, _name: &str| {
            let load = loads.get(usize::from(step));
            load.cloned().unwrap_or_default()
        };
        let said = journal::Elsewhere {
            load: Some(&load_of),
            ..journal::Elsewhere::default()
        };
        let mut entries = journal::elsewhere(&self.routine, began, self.day, &said);
        for entry in &mut entries {
            if let Entry::Session(session) = entry {
                take_session(session, &self.questions);
            }
        }
        entries
    }

    /// The load of each step.
    fn loads(&self) -> Vec<Answer<Load>> {
        let rows = self.questions.rows.iter();
        let loads = rows.filter(|row| row.ask == Ask::Load);
        let answers: Vec<_> = self.steps.iter().zip(loads).collect();
        let load_of = |step: u16| {
            let (_, row) = answers.iter().find(|(of, _)| **of == step)?;
            Some(match &row.answer {
                Answer::Given(Value::Load(load)) => Answer::Given(load.clone()),
                Answer::Assumed(Value::Load(load)) => Answer::Assumed(load.clone()),
                _ => Answer::Missing,
            })
        };
        let steps = self.routine.presets().zip(0_u16..);
        steps
            .map(|(_, step)| load_of(step).unwrap_or_default())
            .collect()
    }
}

impl App {
    /// Opens the form for what is under the cursor in the list, over the list or over the log.
    pub(super) fn log_elsewhere(&mut self) -> Vec<Effect> {
        let routine = match self.picker.current().map(|entry| entry.routine.clone()) {
            Some(Ok(routine)) => routine,
            Some(Err(error)) => return self.say(error),
            None => {
                let none = "Nothing is under the cursor in the list to be logged";
                return self.say(none.to_owned());
            }
        };
        let mut form = Elsewhere::new(&routine, &self.memory, self.today, self.unit);
        let mut effects = self.picker.hearing.end();
        effects.push(ask_for_past(&form.routine));
        form.behind = match std::mem::replace(&mut self.screen, Screen::Picker) {
            Screen::Journal(journal) => Some(journal),
            _ => None,
        };
        self.screen = Screen::Elsewhere(Box::new(form));
        // What was said before would stand where the keys of the form do.
        self.notice = None;
        effects
    }

    /// A key's verb on the form.
    pub(super) fn in_elsewhere(&mut self, action: Action) -> Vec<Effect> {
        let Screen::Elsewhere(form) = &mut self.screen else {
            return Vec::new();
        };
        let days = match action {
            Action::Earlier => -1,
            Action::Later => 1,
            _ => {
                return match form.questions.act(action) {
                    Upshot::NotMine | Upshot::Moved | Upshot::Changed => Vec::new(),
                    Upshot::Refused(why) => self.say(why),
                    Upshot::Left => {
                        self.leave_elsewhere();
                        Vec::new()
                    }
                    Upshot::Accepted => self.keep_elsewhere(),
                };
            }
        };
        form.shift(days, &self.memory, self.today);
        Vec::new()
    }

    /// Back to where the form was opened. Returns it.
    fn leave_elsewhere(&mut self) -> Option<Elsewhere> {
        match std::mem::replace(&mut self.screen, Screen::Picker) {
            Screen::Elsewhere(mut form) => {
                if let Some(journal) = form.behind.take() {
                    self.screen = Screen::Journal(journal);
                }
                self.picker.list(&self.memory);
                self.picker.since = self.now.audible;
                Some(*form)
            }
            other => {
                self.screen = other;
                None
            }
        }
    }

    /// The first moment from that one on at which no session began, as far as is known: keys may come in one burst, and what
    /// begins at the same moment is the same session.
    fn free(&mut self, began: Stamp) -> Stamp {
        let is_taken = |began: Stamp| -> Result<bool, Infallible> {
            let on_its_way = !self.ledger.has(Key::Session(began));
            let journal = self.journal();
            Ok(on_its_way || journal.is_some_and(|journal| journal.log.has(began)))
        };
        let Ok(began) = journal::free(began, is_taken);
        began
    }

    fn keep_elsewhere(&mut self) -> Vec<Effect> {
        let Some(form) = self.leave_elsewhere() else {
            return Vec::new();
        };
        let began = journal::began(&form.routine, form.day, self.today, self.wall);
        let entries = form.entries(self.free(began));
        let mut effects = Vec::new();
        let id = form.routine.id.as_str();
        if form.day == self.today && self.memory.followed(id).is_some() {
            self.memory.begun(id, None, self.today);
            self.picker.list(&self.memory);
            effects.push(Effect::Remember(self.memory.clone()));
        }
        if let Some(Entry::Session(session)) = entries.first() {
            let sets = entries.len().saturating_sub(1);
            let told = self.session_in_words(session, sets);
            self.say(format!("Logged: {told}"));
        }
        self.show_in_log(&entries);
        effects.extend(self.keep(entries));
        effects
    }
}

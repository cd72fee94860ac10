//! An entry of the log, being corrected: the questions that it answers, with its answers.

use crate::app::App;
use crate::app::action::Action;
use crate::app::ask::{Ask, Question, Questions, Upshot, Value};
use crate::app::logbook::{about_session, take_session};
use crate::app::message::Effect;
use crate::training::journal::{
    Answer, Entry, PastSession, Retimed, SessionRecord, SetRecord, Unit,
};
use crate::training::preset::Tier;

/// An entry with the questions that it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    /// The entry as it was.
    pub entry: Corrected,
    /// The questions, with its answers.
    pub questions: Questions,
}

/// What is corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Corrected {
    /// A session as a whole.
    Session(SessionRecord),
    /// One of its sets, and the session that it belongs to.
    Set(SessionRecord, Box<SetRecord>),
}

impl Correcting {
    /// Asks about a session.
    fn session(past: &PastSession, unit: Unit) -> Self {
        Self {
            questions: Questions::new(about_session(&past.session), unit),
            entry: Corrected::Session(past.session.clone()),
        }
    }

    /// Asks about a set.
    fn set(past: &PastSession, set: &SetRecord, unit: Unit) -> Self {
        let most = set.planned.max(set.paced).max(set.reps());
        let mut rows = vec![
            Question {
                ask: Ask::Reps { planned: most },
                answer: set.done.map(Value::Number),
            },
            Question {
                ask: Ask::Load,
                answer: set.load.clone().map(Value::Load),
            },
        ];
        // In a published programme pain stands in place of reps left.
        if past.session.tier != Tier::Published || set.reserve != Answer::Missing {
            rows.push(Question {
                ask: Ask::Reserve,
                answer: set.reserve.map(|left| Value::Number(u32::from(left))),
            });
        }
        if !set.tempo.is_empty() {
            let broke = match set.broke.as_slice() {
                [] => Answer::Missing,
                reps => Answer::Given(Value::Reps(reps.to_vec())),
            };
            rows.push(Question {
                ask: Ask::Broke { of: most },
                answer: broke,
            });
        }
        Self {
            questions: Questions::new(rows, unit),
            entry: Corrected::Set(past.session.clone(), Box::new(set.clone())),
        }
    }

    /// The entries as they are to stand, and what became of the time under tension.
    fn taken(&self) -> (Vec<Entry>, Retimed) {
        match &self.entry {
            Corrected::Session(session) => {
                let mut session = session.clone();
                take_session(&mut session, &self.questions);
                (vec![Entry::Session(session)], Retimed::Followed)
            }
            Corrected::Set(session, set) => {
                let (set, retimed) = corrected(set, &self.questions);
                // A set is nothing without its session, which another copy of the program may have taken away.
                (
                    vec![Entry::Session(session.clone()), Entry::Set(set)],
                    retimed,
                )
            }
        }
    }
}

/// A set with these answers.
fn corrected(set: &SetRecord, questions: &Questions) -> (SetRecord, Retimed) {
    let reps = questions
        .rows
        .iter()
        .find(|row| matches!(row.ask, Ask::Reps { .. }));
    let done = reps
        .and_then(|row| row.answer.value())
        .and_then(Value::number);
    let (mut set, retimed) = match done {
        Some(done) => set.recounted(done),
        None => (set.clone(), Retimed::Followed),
    };
    for row in &questions.rows {
        match (row.ask, &row.answer) {
            (Ask::Load, Answer::Missing) => set.load = Answer::Missing,
            (Ask::Load, answer) => {
                if let Some(Value::Load(load)) = answer.value() {
                    set.load = Answer::Given(load.clone());
                }
            }
            (Ask::Reserve, answer) => {
                let left = answer.value().and_then(Value::number);
                let left = left.and_then(|left| u8::try_from(left).ok());
                set.reserve = left.map_or(Answer::Missing, Answer::Given);
            }
            (Ask::Broke { .. }, Answer::Given(Value::Reps(reps))) => set.broke.clone_from(reps),
            (Ask::Broke { .. }, Answer::Missing) => set.broke.clear(),
            _ => {}
        }
    }
    (set, retimed)
}

impl App {
    /// Asks about the entry under the cursor.
    pub(super) fn begin_correction(&mut self) -> Vec<Effect> {
        let unit = self.unit;
        let Some(journal) = self.journal() else {
            return Vec::new();
        };
        let log = &mut journal.log;
        let Some(past) = log.current() else {
            return self.say("There is nothing to correct".to_owned());
        };
        let correcting = match log.set() {
            Some(set) => Correcting::set(past, set, unit),
            None => Correcting::session(past, unit),
        };
        log.correcting = Some(correcting);
        Vec::new()
    }

    /// A key that answers the questions.
    pub(super) fn correct(&mut self, action: Action) -> Vec<Effect> {
        let Some(journal) = self.journal() else {
            return Vec::new();
        };
        let Some(correcting) = &mut journal.log.correcting else {
            return Vec::new();
        };
        match correcting.questions.act(action) {
            Upshot::NotMine | Upshot::Moved | Upshot::Changed => Vec::new(),
            Upshot::Refused(why) => self.say(why),
            Upshot::Left => {
                journal.log.correcting = None;
                self.say("Left as it was".to_owned())
            }
            Upshot::Accepted => {
                let correcting = correcting.clone();
                journal.log.correcting = None;
                self.keep_correction(&correcting)
            }
        }
    }

    fn keep_correction(&mut self, correcting: &Correcting) -> Vec<Effect> {
        let (entries, retimed) = correcting.taken();
        self.show_in_log(&entries);
        let (Corrected::Session(session) | Corrected::Set(session, _)) = &correcting.entry;
        self.let_summary_be(session.began);
        self.say(match retimed {
            Retimed::Followed => "Corrected".to_owned(),
            Retimed::Left => {
                "Corrected; time under tension is left as it was, as the reps were not all alike"
                    .to_owned()
            }
        });
        self.keep(entries)
    }
}

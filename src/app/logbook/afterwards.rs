//! What is asked when a session is over: the set that ended it, how hard it was, and a note.

use super::asked::left;
use super::{About, Logbook};
use crate::app::action::Action;
use crate::app::ask::{Ask, Question, Questions, Upshot, Value};
use crate::app::message::Effect;
use crate::app::{App, Screen};
use crate::training::journal::{Answer, Entry, Score, SessionRecord, SetRecord};
use crate::training::preset::Tier;

impl Logbook {
    /// The questions of the end; nothing where no set went into the journal.
    pub(in crate::app) fn afterwards(&self) -> Option<Questions> {
        if !self.has_sets() {
            return None;
        }
        // The set that ended the session had no rest in which it could have been asked about.
        let about_last = self
            .asked
            .iter()
            .filter(|asked| asked.about != About::Coming);
        let last = about_last.flat_map(|asked| &asked.questions.rows);
        let last = last.filter(|row| matches!(row.ask, Ask::Load | Ask::Reserve));
        let mut all: Vec<Question> = last.cloned().collect();
        all.extend(about_session(&self.record));
        let mut questions = Questions::new(all, self.unit);
        questions.go_to(Ask::Effort);
        Some(questions)
    }

    /// Takes what was answered, and returns the entries that differ.
    fn take_afterwards(&mut self, questions: &Questions) -> Vec<Entry> {
        take_session(&mut self.record, questions);
        let set = self.last_asked().and_then(|last| {
            let before = last.clone();
            match questions.answer(Ask::Load) {
                Some(Answer::Given(Value::Load(load))) => last.load = Answer::Given(load.clone()),
                Some(Answer::Missing) => last.load = Answer::Missing,
                _ => {}
            }
            match questions.answer(Ask::Reserve) {
                Some(Answer::Assumed(_)) | None => {}
                Some(answer) => last.reserve = left(answer),
            }
            (*last != before).then(|| last.clone())
        });
        self.with_session(set.into_iter().collect())
    }

    /// The set that is asked about.
    fn last_asked(&mut self) -> Option<&mut SetRecord> {
        let About::Done(id) = self.asked.as_ref()?.about else {
            return None;
        };
        let mut handed = self.handed.iter_mut();
        handed.find(|set| (set.bout, set.attempt) == (id.bout, id.attempt))
    }
}

/// The questions about a session as a whole, with what was answered so far.
pub(in crate::app) fn about_session(record: &SessionRecord) -> Vec<Question> {
    let score = |ask: Ask, score: Option<Score>| Question {
        ask,
        answer: score.map_or(Answer::Missing, |score| {
            Answer::Given(Value::Number(u32::from(score.get())))
        }),
    };
    let mut rows = vec![score(Ask::Effort, record.effort)];
    if record.tier == Tier::Published {
        rows.push(score(Ask::WorstPain, record.worst_pain));
        rows.push(score(Ask::PainAfter, record.pain_after));
    }
    let note = match record.note.as_str() {
        "" => Answer::Missing,
        note => Answer::Given(Value::Text(note.to_owned())),
    };
    rows.push(Question {
        ask: Ask::Note,
        answer: note,
    });
    rows
}

/// Takes what was answered about a session as a whole.
pub(in crate::app) fn take_session(record: &mut SessionRecord, questions: &Questions) {
    let score = |ask: Ask, before: Option<Score>| match questions.answer(ask) {
        Some(answer) => {
            let number = answer.given().and_then(Value::number);
            number.and_then(|n| Score::new(u8::try_from(n).ok()?))
        }
        // What is not asked of this session stays as it is.
        None => before,
    };
    record.effort = score(Ask::Effort, record.effort);
    record.worst_pain = score(Ask::WorstPain, record.worst_pain);
    record.pain_after = score(Ask::PainAfter, record.pain_after);
    match questions.answer(Ask::Note) {
        Some(Answer::Given(Value::Text(text))) => record.note.clone_from(text),
        Some(Answer::Missing) => record.note.clear(),
        _ => {}
    }
}

impl App {
    /// A key that answers what is asked on the summary; `None` where it means something else there.
    pub(in crate::app) fn answer_afterwards(&mut self, action: Action) -> Option<Vec<Effect>> {
        let Screen::Summary(summary) = &mut self.screen else {
            return None;
        };
        let questions = summary.questions.as_mut()?;
        let upshot = questions.act(action);
        let taken = match upshot {
            Upshot::NotMine | Upshot::Left => return None,
            Upshot::Moved => return Some(Vec::new()),
            Upshot::Refused(why) => return Some(self.say(why)),
            Upshot::Changed | Upshot::Accepted => {
                let log = summary.log.as_mut();
                log.map_or_else(Vec::new, |log| log.take_afterwards(questions))
            }
        };
        let mut effects = self.keep(taken);
        if upshot == Upshot::Accepted {
            effects.extend(self.go_home());
        }
        Some(effects)
    }

    /// The note that is being written on the summary, where somebody leaves in the middle of it.
    pub(super) fn note_afterwards(&mut self) -> Vec<Entry> {
        let Screen::Summary(summary) = &mut self.screen else {
            return Vec::new();
        };
        let note = summary.questions.as_mut().and_then(Questions::open_note);
        let (Some(note), Some(log)) = (note, &mut summary.log) else {
            return Vec::new();
        };
        log.record.note = note;
        log.with_session(Vec::new())
    }
}

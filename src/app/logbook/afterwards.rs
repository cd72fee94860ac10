//! What is asked when a session is over: the set that ended it, how hard it was, and a note.

use super::{About, Logbook, rows};
use crate::app::action::Action;
use crate::app::ask::{Ask, Question, Questions, Upshot, Value};
use crate::app::message::Effect;
use crate::app::{App, Screen};
use crate::training::journal::{Answer, Entry, Score};
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
        let asks: &[Ask] = match self.record.tier {
            Tier::Published => &[Ask::Effort, Ask::WorstPain, Ask::PainAfter, Ask::Note],
            Tier::General | Tier::Expert => &[Ask::Effort, Ask::Note],
        };
        all.extend(rows(asks, self.unit).rows);
        let mut questions = Questions::new(all, self.unit);
        questions.ask_for_note(&self.record.note);
        questions.go_to(Ask::Effort);
        Some(questions)
    }

    /// Takes what was answered, and returns the entries that differ.
    fn take_afterwards(&mut self, questions: &Questions) -> Vec<Entry> {
        let score = |ask: Ask| {
            let answer = questions.answer(ask)?.given()?;
            answer
                .number()
                .and_then(|n| Score::new(u8::try_from(n).ok()?))
        };
        self.record.effort = score(Ask::Effort);
        self.record.worst_pain = score(Ask::WorstPain);
        self.record.pain_after = score(Ask::PainAfter);
        match questions.answer(Ask::Note) {
            Some(Answer::Given(Value::Text(text))) => self.record.note.clone_from(text),
            Some(Answer::Missing) => self.record.note.clear(),
            _ => {}
        }
        let mut entries: Vec<Entry> = self.session_entry().into_iter().collect();
        if let Some(last) = self.handed.last_mut() {
            let before = last.clone();
            if let Some(Answer::Given(Value::Load(load))) = questions.answer(Ask::Load) {
                last.load = Answer::Given(load.clone());
            }
            let left = questions.answer(Ask::Reserve).and_then(Answer::given);
            let left = left
                .and_then(Value::number)
                .and_then(|n| u8::try_from(n).ok());
            if let Some(left) = left {
                last.reserve = Answer::Given(left);
            }
            if *last != before {
                entries.push(Entry::Set(last.clone()));
            }
        }
        entries
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
}

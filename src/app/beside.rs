//! Answers beside the clock: in rests and lead-ins, where time goes on whatever is asked, and on the summary.

use super::action::{Action, Mode};
use super::ask::Upshot;
use super::logbook::About;
use super::message::Effect;
use super::session::{Asking, Session};
use super::{App, Screen};
use crate::training::performed::Correction;

impl Session {
    /// Whether something is asked beside the clock.
    pub fn is_asked(&self) -> bool {
        self.log.as_ref().is_some_and(|log| log.asked.is_some())
    }
}

impl App {
    /// A key that answers what is asked beside the clock; `None` where it is for the session.
    pub(super) fn answer_beside(&mut self, action: Action) -> Option<Vec<Effect>> {
        if self.mode() == Mode::Offered
            && let Some(effects) = self.answer_offer(action)
        {
            return Some(effects);
        }
        let Screen::Session(session) = &mut self.screen else {
            return None;
        };
        if session.asking != Asking::Nothing || matches!(action, Action::Less | Action::More) {
            return None;
        }
        let log = session.log.as_mut()?;
        let note = log.record.note.clone();
        let asked = log.asked.as_mut()?;
        if action == Action::Note {
            asked.questions.ask_for_note(&note);
        }
        let upshot = asked.questions.act(action);
        match upshot {
            Upshot::NotMine => return None,
            Upshot::Moved | Upshot::Left => return Some(Vec::new()),
            Upshot::Refused(why) => return Some(self.say(why)),
            Upshot::Changed | Upshot::Accepted => {}
        }
        let done = matches!(asked.about, About::Done(_));
        let reps = log.take_answers();
        let told = (upshot == Upshot::Accepted).then(|| log.in_words());
        if upshot == Upshot::Accepted && done {
            log.asked = None;
        }
        if let Some((bout, done)) = reps {
            session.corrections.retain(|answer| answer.bout != bout);
            let said = done.map(|done| Correction { bout, done });
            session.corrections.extend(said);
        }
        let mut effects = self.write_log(true);
        if let Some(told) = told {
            effects.extend(self.say(told));
        }
        Some(effects)
    }
}

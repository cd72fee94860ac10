//! How a session begins.

use super::hearing::Hearing;
use super::journal::Request;
use super::message::Effect;
use super::session::{self, Session};
use super::{App, Dose, Screen};
use crate::training::routine::Routine;
use std::sync::Arc;

impl App {
    /// Begins a session. `word` is what it was asked for by, an id or a tempo, so that it can be asked for again.
    pub fn begin(&mut self, routine: &Routine, word: Option<&str>, dose: Dose) -> Vec<Effect> {
        let newcomer =
            dose == Dose::Offered && !self.memory.introduced && session::easy(routine).is_some();
        self.picker.hearing = Hearing::default();
        self.memory.introduced = true;
        self.memory.interrupted = None;
        self.memory.begun(routine.id.as_str(), word, self.today);
        let mut session =
            Session::begin(routine.clone(), newcomer, self.calling, self.now.frontier);
        session.word = word.map(str::to_owned);
        session.around = self.around(routine);
        let mut effects = self.enter(session);
        effects.push(Effect::Remember(self.memory.clone()));
        effects.extend(self.open_logbook());
        // Whoever gave the dose, or is asked about the easy one, is offered nothing more.
        if dose == Dose::Offered && !newcomer {
            effects.push(Effect::Journal(Request::Diary));
        }
        effects
    }

    /// Puts a session on the screen, and lets it be heard.
    pub(super) fn enter(&mut self, session: Session) -> Vec<Effect> {
        let play = Effect::Play(Arc::new(session.transport.clone()));
        self.screen = Screen::Session(Box::new(session));
        vec![Effect::Wake, play]
    }
}

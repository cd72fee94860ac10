//! How a session begins, and where it leads when it is over.

use super::hearing::Hearing;
use super::logbook::Over;
use super::message::Effect;
use super::mobility::Around;
use super::session::{self, Session};
use super::summary::Summary;
use super::{App, Dose, Home, Screen};
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
        effects
    }

    /// Puts a session on the screen, and lets it be heard.
    pub(super) fn enter(&mut self, session: Session) -> Vec<Effect> {
        let play = Effect::Play(Arc::new(session.transport.clone()));
        self.screen = Screen::Session(Box::new(session));
        vec![Effect::Wake, play]
    }

    /// Ends the session as it stands. Behind it comes its summary, or home where nothing was done; behind a warm-up the
    /// session that waits; behind rolling home, as the session before it was summed up already.
    pub(super) fn finish(&mut self) -> Vec<Effect> {
        let Screen::Session(session) = &mut self.screen else {
            return Vec::new();
        };
        session.accept();
        let (clock, wall) = (self.now.audible, self.wall);
        let entries = session.log_entries(clock, wall, true, Over::Everything);
        let session = session.as_ref().clone();
        let mut effects = vec![Effect::Silence, Effect::Rest];
        effects.extend(self.keep(entries));
        let mut summary = Summary::of(&session, clock);
        summary.may_roll = self.may_roll(&session);
        match session.around {
            Around::WarmUp(planned) => effects.extend(self.begin_planned(*planned)),
            Around::Rolling(summary) => {
                self.screen = Screen::Summary(summary);
                effects.extend(self.go_home());
            }
            _ if summary.is_empty() => effects.extend(self.go_home()),
            _ => self.screen = Screen::Summary(Box::new(summary)),
        }
        effects
    }

    /// Where a session, or any other screen, leads back to.
    pub(super) fn go_home(&mut self) -> Vec<Effect> {
        match self.home {
            Home::Shell => vec![Effect::Quit],
            Home::Picker => {
                self.screen = Screen::Picker;
                self.picker.list(&self.memory);
                self.picker.since = self.now.audible;
                self.picker.touched = self.now.audible;
                Vec::new()
            }
        }
    }
}

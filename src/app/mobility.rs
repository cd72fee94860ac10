//! Mobility around a session: a warm-up before it and a roller behind it, paced like everything else. Nothing is offered
//! between sets, because rolling the working muscle there costs work (Kerautret 2021), and nothing around mobility itself.

use super::message::Effect;
use super::session::Session;
use super::summary::Summary;
use super::{App, Screen};
use crate::training::mobility::{ROLLING, WARM_UP, is_mobility};
use crate::training::routine::Routine;
use crate::training::timeline::Timeline;
use std::time::Duration;

/// What stands around a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Around {
    /// Nothing, and nothing is offered.
    #[default]
    Nothing,
    /// A warm-up of this length is offered before its first rep.
    Offered(Duration),
    /// It is the warm-up of the session that waits behind it.
    WarmUp(Box<Session>),
    /// It was warmed up for.
    WarmedUp,
    /// It is the rolling behind a session that was summed up so.
    Rolling(Box<Summary>),
}

impl Session {
    /// How long the warm-up is that can be done first, at a moment of the clock; `None` where none is offered.
    pub fn warm_up(&self, clock: Duration) -> Option<Duration> {
        match self.around {
            Around::Offered(length) if self.before_first_rep(clock) => Some(length),
            _ => None,
        }
    }

    /// The session that this one warms up for.
    pub fn planned(&self) -> Option<&Self> {
        match &self.around {
            Around::WarmUp(planned) => Some(planned),
            _ => None,
        }
    }

    /// What is told of it on the shell: behind a session that is being rolled out from, that session.
    pub fn reported(&self, clock: Duration) -> Summary {
        match &self.around {
            Around::Rolling(summary) => summary.as_ref().clone(),
            _ => Summary::of(self, clock),
        }
    }
}

impl App {
    /// What may stand around a session that begins.
    pub(super) fn around(&self, routine: &Routine) -> Around {
        let warm_up = self.mobility(WARM_UP);
        match warm_up.filter(|_| !is_mobility(routine.id.as_str())) {
            Some(warm_up) => Around::Offered(Timeline::of(&warm_up).total()),
            None => Around::Nothing,
        }
    }

    /// Whether rolling is offered behind a session.
    pub(super) fn may_roll(&self, session: &Session) -> bool {
        matches!(session.around, Around::Offered(_) | Around::WarmedUp)
            && self.mobility(ROLLING).is_some()
    }

    /// Warms up before the session at hand, which waits meanwhile.
    pub(super) fn warm_up(&mut self) -> Vec<Effect> {
        let (edge, routine) = (self.now.frontier, self.mobility(WARM_UP));
        let screen = std::mem::replace(&mut self.screen, Screen::Picker);
        match (screen, routine) {
            (Screen::Session(planned), Some(routine)) if planned.warm_up(edge).is_some() => {
                self.move_about(routine, Around::WarmUp(planned))
            }
            (other, _) => {
                self.screen = other;
                self.say("A warm-up can be done before the first rep of a session".to_owned())
            }
        }
    }

    /// Rolls behind the session that is summed up; the summary is left with the answers that were given.
    pub(super) fn roll(&mut self) -> Vec<Effect> {
        let routine = self.mobility(ROLLING);
        let screen = std::mem::replace(&mut self.screen, Screen::Picker);
        match (screen, routine) {
            (Screen::Summary(summary), Some(routine)) if summary.may_roll => {
                self.move_about(routine, Around::Rolling(summary))
            }
            (other, _) => {
                self.screen = other;
                Vec::new()
            }
        }
    }

    fn move_about(&mut self, routine: Routine, around: Around) -> Vec<Effect> {
        let mut session = Session::begin(routine, false, self.calling, self.now.frontier);
        session.around = around;
        let mut effects = self.enter(session);
        effects.extend(self.open_logbook());
        effects
    }

    /// The session that was warmed up for begins, with its own lead-in and everything that was said in it before.
    pub(super) fn begin_planned(&mut self, mut planned: Session) -> Vec<Effect> {
        planned.restart(self.now.frontier);
        planned.around = Around::WarmedUp;
        if let Some(log) = &mut planned.log {
            log.begin_again(self.wall, self.today);
        }
        let mut effects = self.enter(planned);
        effects.extend(self.open_logbook());
        effects
    }

    /// One of the routines of mobility, as it is in the list.
    fn mobility(&self, id: &str) -> Option<Routine> {
        let entry = self.picker.entries.iter().find(|entry| entry.id == id)?;
        Some(self.as_chosen(entry.routine()?))
    }
}

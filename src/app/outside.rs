//! What stops a session from outside of the terminal, and lets it go on.

use super::action::Action;
use super::message::{Button, Effect, Playback};
use super::mobility::Around;
use super::practice::Progress;
use super::{App, Screen};
use crate::training::transport::State;
use std::sync::Arc;
use std::time::Duration;

impl App {
    /// Leaves at once: what was done is still reported.
    pub(super) fn quit_now(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.keep_settings().into_iter().collect();
        if let Screen::Session(session) = &mut self.screen
            && session.planned().is_some()
        {
            // Nobody is there any more for what would have come behind the warm-up.
            session.around = Around::Nothing;
        }
        effects.extend(self.finish());
        effects.extend(self.end_practice());
        effects.push(Effect::Quit);
        effects
    }

    /// The program stood still: the session is paused at what was last heard.
    pub(super) fn interrupted(&mut self, since: Duration) -> Vec<Effect> {
        let session = match &mut self.screen {
            Screen::Session(session) => session.as_mut(),
            // Whoever is away in the blind part has lost the thread of it.
            Screen::Practice(practice) if practice.is_blind(since) => {
                return self.end_practice();
            }
            Screen::Practice(practice) => match &mut practice.progress {
                Progress::Running(session) => session.as_mut(),
                Progress::Door | Progress::Over(_) => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        if !matches!(session.state(since), State::Running | State::CountIn { .. }) {
            return Vec::new();
        }
        session.transport.pause(since);
        let play = Effect::Play(Arc::new(session.transport.clone()));
        self.say("Paused where it was last heard".to_owned());
        vec![play]
    }

    /// What the session or practice at hand does once what is rendered was heard; `None` without one. Blind it plays, too:
    /// otherwise the desktop would hand the buttons to another player, whose music could be counted along with.
    pub fn playback(&self) -> Option<Playback> {
        let session = match &self.screen {
            Screen::Session(session) => session,
            Screen::Practice(practice) => match &practice.progress {
                Progress::Running(session) => session,
                Progress::Door | Progress::Over(_) => return None,
            },
            _ => return None,
        };
        Some(match session.state(self.now.frontier) {
            State::Running | State::CountIn { .. } | State::Finished => Playback::Playing,
            State::Held | State::Waiting { .. } => Playback::Paused,
        })
    }

    /// A button that was pressed without a look at the screen: it reaches the session whatever lies over it, and never
    /// ends a set.
    pub(super) fn press(&mut self, button: Button) -> Vec<Effect> {
        let at_work = || {
            let Screen::Session(session) = &self.screen else {
                return false;
            };
            let here = session.segment(self.now.frontier);
            here.is_some_and(|segment| segment.kind.is_work())
        };
        match (button, self.playback()) {
            (Button::Toggle, Some(_))
            | (Button::Play, Some(Playback::Paused))
            | (Button::Pause, Some(Playback::Playing)) => self.under_way(Action::Go),
            (Button::Next, Some(_)) if !at_work() => self.under_way(Action::Skip),
            _ => Vec::new(),
        }
    }

    /// A verb for the session or practice at hand. A practice has nothing to skip, and none of its blind part is paused.
    fn under_way(&mut self, action: Action) -> Vec<Effect> {
        match &self.screen {
            Screen::Practice(_) => self.in_practice(action),
            _ => self.train(action),
        }
    }
}

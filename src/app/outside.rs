//! What stops a session from outside of the terminal.

use super::message::Effect;
use super::{App, Screen};
use crate::training::transport::State;
use std::sync::Arc;
use std::time::Duration;

impl App {
    /// Leaves at once: what was done is still reported.
    pub(super) fn quit_now(&mut self) -> Vec<Effect> {
        let mut effects = self.finish();
        effects.push(Effect::Quit);
        effects
    }

    /// The program stood still: the session is paused at what was last heard.
    pub(super) fn interrupted(&mut self, since: Duration) -> Vec<Effect> {
        let Screen::Session(session) = &mut self.screen else {
            return Vec::new();
        };
        if !matches!(session.state(since), State::Running | State::CountIn { .. }) {
            return Vec::new();
        }
        session.transport.pause(since);
        let play = Effect::Play(Arc::new(session.transport.clone()));
        self.say("Paused where it was last heard".to_owned());
        vec![play]
    }
}

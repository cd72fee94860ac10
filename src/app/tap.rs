//! The key that takes the time: what a tap is on each screen.
//!
//! A tap comes with the time at which its key was pressed, which lies a little before the app's moment.

use super::message::{Effect, Tap};
use super::session::Session;
use super::{App, Screen};
use crate::training::tap::Timing;
use crate::training::transport::State;
use std::time::Duration;

impl App {
    /// The key was pressed.
    pub(super) fn tap(&mut self, tap: Tap) -> Vec<Effect> {
        match &mut self.screen {
            Screen::Session(session) => {
                session.stay();
                session.tap(tap.audible);
            }
            Screen::Four(four) => {
                // Nothing may move on the screen before the next press, a notice that goes away neither.
                self.notice = None;
                four.press(tap.machine);
            }
            Screen::Practice(practice) => practice.tap(tap.audible),
            Screen::Picker | Screen::Summary(_) | Screen::Editor(_) => {}
        }
        Vec::new()
    }
}

impl Session {
    /// Notes a tap at a moment of the clock. While time stands still there is nothing to be timed.
    pub fn tap(&mut self, clock: Duration) {
        if self.state(clock) == State::Running {
            self.taps.add(self.transport.position_at(clock));
        }
    }

    /// What the taps tell.
    pub fn timing(&self) -> Timing {
        Timing::paced(self.transport.timeline(), &self.taps)
    }
}

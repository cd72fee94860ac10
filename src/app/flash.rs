//! Whether the screen flashes at the app's moment, in place of what cannot be heard or besides it.

use super::{App, Screen};
use crate::app::look::Flash;
use crate::app::message::SoundReport;
use crate::app::overlay::Overlay;
use crate::training::flash::{self, Rule};
use crate::training::transport::State;
use std::time::Duration;

impl App {
    /// The moment of the clock at which the flash that is on goes out; `None` while there is none. What lies over a
    /// session is being read, so nothing flashes there.
    pub fn lit_until(&self) -> Option<Duration> {
        let now = self.now.audible;
        match (&self.overlay, &self.screen) {
            (Overlay::None, Screen::Session(session)) if session.state(now) == State::Running => {
                let position = session.transport.position_at(now);
                let timeline = session.transport.timeline();
                flash::left(timeline, position, self.rule()).map(|left| now + left)
            }
            (Overlay::None, Screen::Settings(settings)) => settings.lit_until(now),
            (Overlay::None, Screen::Summary(_)) => self.afterglow.filter(|until| *until > now),
            _ => None,
        }
    }

    /// Whether the cues of a session cannot be heard, be it because somebody asked for silence.
    fn hears_nothing(&self) -> bool {
        self.muted || self.sound.is_missing()
    }

    fn rule(&self) -> Rule {
        match self.flash {
            Flash::On => Rule::Phases,
            Flash::Auto if self.hears_nothing() => Rule::Waits,
            Flash::Auto | Flash::Off => Rule::Nothing,
        }
    }

    /// The flash at the end of the session at hand, which falls on the summary.
    pub(super) fn glow_at_the_end(&self) -> Option<Duration> {
        let Screen::Session(session) = &self.screen else {
            return None;
        };
        let timeline = session.transport.timeline();
        let left = flash::left(timeline, timeline.total(), self.rule())?;
        Some(session.transport.clock_of(timeline.total())? + left)
    }
}

impl SoundReport {
    /// Whether there is no sound although somebody might count on it.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Off(_) | Self::Lost(_) | Self::NotBuilt)
    }
}

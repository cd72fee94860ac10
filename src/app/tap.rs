//! The key that takes the time: what a tap is on each screen.
//!
//! A tap comes with the time at which its key was pressed, which lies a little before the app's moment.

use super::message::{Effect, Tap};
use super::session::Session;
use super::summary::Summary;
use super::{App, Screen};
use crate::training::tap::{Taps, Timing};
use crate::training::transport::{State, Transport};
use std::time::Duration;

/// Behind the end of the last set nobody taps its turn-around any more.
const LATE: Duration = Duration::from_secs(1);

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
            Screen::Summary(summary) => summary.tap(tap.audible),
            Screen::Picker
            | Screen::Editor(_)
            | Screen::Settings(_)
            | Screen::Journal(_)
            | Screen::Elsewhere(_) => {}
        }
        Vec::new()
    }
}

impl Session {
    /// Notes a tap at a moment of the clock. While time stands still there is nothing to be timed.
    pub fn tap(&mut self, clock: Duration) {
        self.taps.extend(position(&self.transport, clock));
    }

    /// What the taps tell.
    pub fn timing(&self) -> Timing {
        Timing::paced(self.transport.timeline(), &self.taps)
    }
}

/// What is kept of a session for a tap that comes late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tapped {
    transport: Transport,
    taps: Taps,
    /// Whether it was over by itself: behind a session that somebody left no tap comes late.
    is_over: bool,
}

impl Tapped {
    pub(super) fn of(session: &Session, clock: Duration) -> Self {
        Self {
            transport: session.transport.clone(),
            taps: session.taps.clone(),
            is_over: session.state(clock) == State::Finished,
        }
    }
}

impl Summary {
    /// Notes a tap at the end of the last rep that comes when the summary stands already: a little after the end, or
    /// before it, where the app heard of the key too late.
    fn tap(&mut self, clock: Duration) {
        let Tapped {
            transport,
            taps,
            is_over,
        } = &mut self.tapped;
        if *is_over {
            taps.extend(position(transport, clock));
            self.timing = Timing::paced(transport.timeline(), taps);
        }
    }
}

/// Where a tap is on the timeline, or a little behind its end; nothing where time stands still.
fn position(transport: &Transport, clock: Duration) -> Option<Duration> {
    match transport.state_at(clock) {
        State::Running => Some(transport.position_at(clock)),
        State::Finished => {
            let end = transport.timeline().total();
            let late = clock.saturating_sub(transport.clock_of(end)?);
            (late <= LATE).then_some(end + late)
        }
        State::Held | State::CountIn { .. } | State::Waiting { .. } => None,
    }
}

//! Rings the terminal's bell where there is no sound: what [`bell`] counts, at the moments at which it is due.

use crate::app::{App, Bell, Screen};
use crate::settings::Settings;
use crate::training::bell;
use crate::training::transport::{State, Transport};
use std::collections::VecDeque;
use std::time::Duration;

/// A count that could begin no sooner than this behind its moment says nothing true any more.
const LATE: Duration = Duration::from_millis(250);
const NANOSECOND: Duration = Duration::from_nanos(1);

/// What was rung of a session, and what is still to be.
#[derive(Debug, Default)]
pub struct Ringer {
    wanted: Wanted,
    /// The position up to which everything was looked at.
    seen: Duration,
    /// The position of the last gate at which time stood still.
    gate: Option<Duration>,
    /// The moment from which on another count may begin.
    free: Duration,
    /// Strokes that are due, as moments that are heard.
    strokes: VecDeque<Duration>,
}

/// Whether anything is to be rung at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// Where there is no sound.
    Instead,
    /// Never.
    #[default]
    Never,
}

impl Wanted {
    /// What the terminal is good for. Over SSH every stroke would come late and unevenly.
    pub(super) fn by(settings: &Settings) -> Self {
        match settings.remote {
            None => Self::Instead,
            Some(_) => Self::Never,
        }
    }
}

impl Ringer {
    /// Nothing has been rung yet.
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            ..Self::default()
        }
    }

    /// Looks at what has come to be heard since the last look. Whoever muted the sound asked for silence, not for a bell.
    pub fn listen(&mut self, app: &App, heard: Duration) {
        let Screen::Session(session) = &app.screen else {
            (self.seen, self.gate) = (Duration::ZERO, None);
            return;
        };
        let transport = &session.transport;
        let position = transport.position_at(heard);
        if position < self.seen.saturating_sub(NANOSECOND) {
            // The position of one session never goes back: this is another one.
            (self.seen, self.gate) = (Duration::ZERO, None);
        }
        let range = self.seen..position + NANOSECOND;
        match transport.state_at(heard) {
            State::Held | State::CountIn { .. } => return,
            // What begins behind the gate is looked at again once it is open.
            State::Waiting { .. } => (self.seen, self.gate) = (position, Some(position)),
            State::Running | State::Finished => self.seen = range.end,
        }
        let asked = self.wanted == Wanted::Instead && app.bell == Bell::Auto;
        if asked && app.sound.is_missing() && !app.muted {
            for count in bell::counts(transport.timeline(), range) {
                self.count(count, transport, heard);
            }
        }
    }

    fn count(&mut self, count: bell::Count, transport: &Transport, heard: Duration) {
        let position = transport.position_at(heard);
        let reached = || transport.clock_of(count.at);
        let (strokes, at) = match transport.state_at(heard) {
            State::Held | State::CountIn { .. } => return,
            State::Waiting { .. } => (count.done, reached()),
            State::Finished => (count.strokes(), reached()),
            State::Running => {
                let at = heard.saturating_sub(position.saturating_sub(count.at));
                let opened = self.gate == Some(count.at);
                let strokes = if opened { count.begun } else { count.strokes() };
                (strokes, Some(at))
            }
        };
        if let (Some(strokes), Some(at)) = (strokes, at)
            && at >= self.free
            && heard <= at + LATE
        {
            self.free = at + bell::APART;
            let each = strokes.each().map(|stroke| at + stroke);
            self.strokes.extend(each);
        }
    }

    /// When the next stroke is due.
    pub fn next(&self) -> Option<Duration> {
        self.strokes.front().copied()
    }

    /// How many strokes are due by now; they are not due again.
    pub fn due(&mut self, heard: Duration) -> usize {
        let due = self.strokes.iter().take_while(|at| **at <= heard).count();
        self.strokes.drain(..due).count()
    }
}

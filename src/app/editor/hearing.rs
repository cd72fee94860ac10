//! One rep that is heard from what is not saved yet.

use super::{Editor, totals};
use crate::app::message::Effect;
use crate::training::transport::{State, Transport};
use std::sync::Arc;
use std::time::Duration;

impl Editor {
    /// Where the rep that is heard is, if one is.
    pub fn heard_at(&self, clock: Duration) -> Option<Duration> {
        let transport = self.hearing.as_ref()?;
        let lead = transport.timeline().segments().first()?.end;
        Some(transport.position_at(clock).saturating_sub(lead))
    }

    /// Time has passed: a rep that was heard to its end is over.
    pub(in crate::app) fn listen(&mut self, clock: Duration) -> Vec<Effect> {
        let over = |transport: &Transport| transport.state_at(clock) == State::Finished;
        if self.hearing.as_ref().is_some_and(over) {
            return self.hush();
        }
        Vec::new()
    }

    /// Nothing is heard any more.
    pub(in crate::app) fn hush(&mut self) -> Vec<Effect> {
        match self.hearing.take() {
            Some(_) => vec![Effect::Silence, Effect::Rest],
            None => Vec::new(),
        }
    }

    /// Lets one rep be heard from a moment of the clock on. `None` where there is none that anybody paces.
    pub(in crate::app) fn hear(&mut self, from: Duration) -> Option<Vec<Effect>> {
        let timeline = totals::heard(&self.preset()?)?;
        let transport = Transport::new(Arc::new(timeline), from);
        let before = self.hearing.replace(transport.clone());
        let silence = before.map(|_| Effect::Silence);
        let play = [Effect::Wake, Effect::Play(Arc::new(transport))];
        Some(silence.into_iter().chain(play).collect())
    }
}

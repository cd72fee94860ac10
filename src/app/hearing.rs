//! One rep that is heard: of what is under the cursor of the list, or of what is being written and not saved yet.

use super::message::Effect;
use super::picker::one_rep;
use crate::training::preset::{Gate, Preset};
use crate::training::routine::Routine;
use crate::training::timeline::Timeline;
use crate::training::transport::{State, Transport};
use std::sync::Arc;
use std::time::Duration;

/// Silence before the rep: a sound card needs a moment to wake up.
const AHEAD: Duration = Duration::from_secs(1);

/// The rep that is heard, if one is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hearing(Option<Transport>);

impl Hearing {
    /// Where the rep is.
    pub fn at(&self, clock: Duration) -> Option<Duration> {
        let transport = self.0.as_ref()?;
        let lead = transport.timeline().segments().first()?.end;
        Some(transport.position_at(clock).saturating_sub(lead))
    }

    /// Whether one is heard.
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Lets one rep be heard from a moment of the clock on. `None` where there is none that anybody paces.
    pub(super) fn begin(&mut self, preset: &Preset, from: Duration) -> Option<Vec<Effect>> {
        let transport = Transport::new(Arc::new(rep(preset)?), from);
        let before = self.0.replace(transport.clone());
        let silence = before.map(|_| Effect::Silence);
        let play = [Effect::Wake, Effect::Play(Arc::new(transport))];
        Some(silence.into_iter().chain(play).collect())
    }

    /// Time has passed: a rep that was heard to its end is over.
    pub(super) fn listen(&mut self, clock: Duration) -> Vec<Effect> {
        let over = |transport: &Transport| transport.state_at(clock) == State::Finished;
        if self.0.as_ref().is_some_and(over) {
            return self.end();
        }
        Vec::new()
    }

    /// Nothing is heard any more.
    pub(super) fn end(&mut self) -> Vec<Effect> {
        match self.0.take() {
            Some(_) => vec![Effect::Silence, Effect::Rest],
            None => Vec::new(),
        }
    }
}

/// One rep without waiting for keys. `None` where nobody paces it.
fn rep(preset: &Preset) -> Option<Timeline> {
    let rep = one_rep(&Routine::solo(preset.clone()))?;
    let mut draft = rep.draft();
    draft.work.lockout = Gate::Open;
    draft.lead_in = AHEAD;
    let timeline = Timeline::plan(&Preset::new(draft).ok()?);
    timeline.gate().is_none().then_some(timeline)
}

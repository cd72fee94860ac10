//! Something that is heard for once: one rep of what is under the cursor, or of what is being written and not saved yet; or
//! what a setting is about.

use super::message::Effect;
use super::picker::one_rep;
use crate::training::preset::{Gate, Preset};
use crate::training::routine::Routine;
use crate::training::timeline::Timeline;
use crate::training::transport::Transport;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// Silence before the rep: a sound card needs a moment to wake up.
pub(super) const AHEAD: Duration = Duration::from_secs(1);

/// What is heard, if anything is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hearing(Option<Piece>);

/// A piece of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    transport: Transport,
    /// The position at which it is over.
    until: Duration,
}

impl Hearing {
    /// Where the rep is.
    pub fn at(&self, clock: Duration) -> Option<Duration> {
        let transport = &self.0.as_ref()?.transport;
        let lead = transport.timeline().segments().first()?.end;
        Some(transport.position_at(clock).saturating_sub(lead))
    }

    /// Whether something is heard.
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// When it will be over, as a moment of the clock.
    pub fn until(&self) -> Option<Duration> {
        let piece = self.0.as_ref()?;
        piece.transport.clock_of(piece.until)
    }

    /// Lets one rep be heard from a moment of the clock on. `None` where there is none that anybody paces.
    pub(super) fn begin(&mut self, preset: &Preset, from: Duration) -> Option<Vec<Effect>> {
        let rep = rep(preset)?;
        let whole = Duration::ZERO..rep.total();
        Some(self.play(rep, whole, from))
    }

    /// Lets a piece of a timeline be heard from a moment of the clock on.
    pub(super) fn play(
        &mut self,
        timeline: Timeline,
        piece: Range<Duration>,
        from: Duration,
    ) -> Vec<Effect> {
        let transport = Transport::from_within(Arc::new(timeline), from, piece.start);
        let before = self.0.replace(Piece {
            transport: transport.clone(),
            until: piece.end,
        });
        let silence = before.map(|_| Effect::Silence);
        let play = [Effect::Wake, Effect::Play(Arc::new(transport))];
        silence.into_iter().chain(play).collect()
    }

    /// Time has passed: what was heard to its end is over.
    pub(super) fn listen(&mut self, clock: Duration) -> Vec<Effect> {
        if self.until().is_some_and(|until| until <= clock) {
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

//! What the audio callback shares with the rest: atomics only, so that it never waits for anybody.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU8, AtomicU32, AtomicU64, Ordering};
use std::thread::Thread;
use std::time::{Duration, Instant};

use crate::sound::clock::Clock;
use crate::sound::{Decibels, Mix};

/// Shared by every stream of a player, one after the other.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) clock: Clock,
    /// Clock time, in nanoseconds, up to which frames are rendered or may be before an edit arrives.
    frontier: AtomicU64,
    /// The amplitude to glide to, as the bits of an `f32`.
    amplitude: AtomicU32,
    /// As [`Mix::packed`].
    mix: AtomicU32,
    pub(super) underruns: AtomicU64,
    pub(super) rejoins: AtomicU64,
    pub(super) errors: AtomicU64,
}

impl Link {
    pub(super) fn new(origin: Instant) -> Self {
        Self {
            clock: Clock::starting_at(origin),
            frontier: AtomicU64::new(0),
            amplitude: AtomicU32::new(1f32.to_bits()),
            mix: AtomicU32::new(Mix::default().packed()),
            underruns: AtomicU64::new(0),
            rejoins: AtomicU64::new(0),
            errors: AtomicU64::new(0),
        }
    }

    pub(super) fn frontier(&self) -> Duration {
        Duration::from_nanos(self.frontier.load(Ordering::Relaxed))
    }

    /// A retired stream may still be adding to this; it only ever grows, so that costs nothing.
    pub(super) fn advance_frontier(&self, to: Duration) {
        let nanos = u64::try_from(to.as_nanos()).unwrap_or(u64::MAX);
        self.frontier.fetch_max(nanos, Ordering::Relaxed);
    }

    pub(super) fn amplitude(&self) -> f32 {
        f32::from_bits(self.amplitude.load(Ordering::Relaxed))
    }

    pub(super) fn set_loudness(&self, volume: Decibels, muted: bool) {
        let amplitude = if muted { 0.0 } else { volume.amplitude() };
        self.amplitude.store(amplitude.to_bits(), Ordering::Relaxed);
    }

    pub(super) fn mix(&self) -> Mix {
        Mix::unpacked(self.mix.load(Ordering::Relaxed))
    }

    pub(super) fn set_mix(&self, mix: Mix) {
        self.mix.store(mix.packed(), Ordering::Relaxed);
    }
}

/// How far a stream has come; published by its callback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Its latency is not known well enough to join the clock.
    Settling,
    /// Cues are heard.
    Playing,
    /// It takes frames faster than time passes.
    Untimed,
    /// It plays so late that cues would be no help.
    Late,
}

/// What the stream's error callback made of its errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loss {
    /// Nothing that matters.
    None,
    /// Errors of unknown weight: it is lost if the data callbacks stop as well.
    Suspected,
    /// The device said that it is over.
    Certain,
}

/// What one stream tells its supervisor.
///
/// Each stream has its own, so that whatever a retired stream still says is said to nobody.
#[derive(Debug)]
pub(super) struct Signs {
    origin: Instant,
    supervisor: Thread,
    retired: AtomicBool,
    /// Nanoseconds since the origin; negative until the first call.
    last_call: AtomicI64,
    stage: AtomicU8,
    loss: AtomicU8,
    latency: AtomicU64,
    woken: AtomicBool,
}

impl Signs {
    pub(super) fn new(origin: Instant, supervisor: Thread) -> Self {
        Self {
            origin,
            supervisor,
            retired: AtomicBool::new(false),
            last_call: AtomicI64::new(-1),
            stage: AtomicU8::new(Stage::Settling as u8),
            loss: AtomicU8::new(Loss::None as u8),
            latency: AtomicU64::new(0),
            woken: AtomicBool::new(false),
        }
    }

    /// From now on the stream is to stay silent and leave the clock alone.
    pub(super) fn retire(&self) {
        self.retired.store(true, Ordering::Release);
    }

    pub(super) fn is_retired(&self) -> bool {
        self.retired.load(Ordering::Acquire)
    }

    pub(super) fn called(&self, now: Instant) {
        let nanos = now.saturating_duration_since(self.origin).as_nanos();
        self.last_call
            .store(i64::try_from(nanos).unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    pub(super) fn last_call(&self) -> Option<Instant> {
        let nanos = u64::try_from(self.last_call.load(Ordering::Relaxed)).ok()?;
        self.origin.checked_add(Duration::from_nanos(nanos))
    }

    pub(super) fn stage(&self) -> Stage {
        let stages = [Stage::Playing, Stage::Untimed, Stage::Late];
        let stored = self.stage.load(Ordering::Acquire);
        stages
            .into_iter()
            .find(|stage| *stage as u8 == stored)
            .unwrap_or(Stage::Settling)
    }

    /// Publishes a stage and wakes the supervisor; called from the data callback, once per stage.
    pub(super) fn reach(&self, stage: Stage, latency: Duration) {
        let nanos = u64::try_from(latency.as_nanos()).unwrap_or(u64::MAX);
        self.latency.store(nanos, Ordering::Relaxed);
        self.stage.store(stage as u8, Ordering::Release);
        self.supervisor.unpark();
    }

    pub(super) fn latency(&self) -> Duration {
        Duration::from_nanos(self.latency.load(Ordering::Relaxed))
    }

    pub(super) fn loss(&self) -> Loss {
        match self.loss.load(Ordering::Acquire) {
            1 => Loss::Suspected,
            2 => Loss::Certain,
            _ => Loss::None,
        }
    }

    /// Publishes a loss; however many errors a storm has, the supervisor is woken once, until it has
    /// [absolved](Self::absolve) the stream.
    pub(super) fn suffer(&self, loss: Loss) {
        self.loss.fetch_max(loss as u8, Ordering::AcqRel);
        if !self.woken.swap(true, Ordering::AcqRel) {
            self.supervisor.unpark();
        }
    }

    /// The errors were harmless: callbacks go on.
    pub(super) fn absolve(&self) {
        let (suspected, none) = (Loss::Suspected as u8, Loss::None as u8);
        // If it fails, the loss is certain and stays.
        let absolved =
            self.loss
                .compare_exchange(suspected, none, Ordering::AcqRel, Ordering::Acquire);
        if absolved.is_ok() {
            self.woken.store(false, Ordering::Release);
        }
    }
}

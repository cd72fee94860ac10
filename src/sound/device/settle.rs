//! What is learnt of a stream from how it is called: whether its latency agrees with itself, and whether it keeps time.

use std::time::{Duration, Instant};

use crate::sound::rate::Rate;

/// A latency is believed once so many blocks in a row agree within [`AGREEMENT`] ...
const BLOCKS: u32 = 8;
const AGREEMENT: Duration = Duration::from_millis(5);
/// ... and this much was played, in silence.
const WARM_UP: Duration = Duration::from_millis(300);
/// A device that never agrees with itself is joined after this long all the same.
const PATIENCE: Duration = Duration::from_secs(3);

/// Watches a new stream until it may join the clock.
#[derive(Debug)]
pub(super) struct Settling {
    began: Option<Instant>,
    /// The clock less what was played, at the last block: constant where the latency is.
    offset: i128,
    steady: u32,
}

impl Settling {
    pub(super) const fn new() -> Self {
        Self {
            began: None,
            offset: 0,
            steady: 0,
        }
    }

    /// Looks at a block that will be heard when the clock reads `clock`, after `played` was taken.
    pub(super) fn is_settled(&mut self, now: Instant, clock: Duration, played: Duration) -> bool {
        let began = *self.began.get_or_insert(now);
        let offset = nanos(clock) - nanos(played);
        let near = (offset - self.offset).unsigned_abs() < AGREEMENT.as_nanos();
        self.offset = offset;
        self.steady = if near { self.steady + 1 } else { 0 };
        let agreed = self.steady >= BLOCKS && played >= WARM_UP;
        agreed || now.saturating_duration_since(began) >= PATIENCE
    }
}

fn nanos(time: Duration) -> i128 {
    i128::try_from(time.as_nanos()).unwrap_or(i128::MAX)
}

/// A device that takes this much more than time passes, over [`WINDOW`], does not keep time.
const FASTEST_PER_CENT: u128 = 120;
const WINDOW: Duration = Duration::from_secs(1);
/// No buffer is so deep: a device that is this far ahead never waits.
const DEEPEST: Duration = Duration::from_secs(3);

/// Counts what a device takes against the time that passes.
#[derive(Debug)]
pub(super) struct Pull {
    rate: Rate,
    began: Option<Instant>,
    taken: i64,
    /// Where the window began; the first second is not judged, because it fills the device's buffer.
    window: Option<(Instant, i64)>,
}

impl Pull {
    pub(super) const fn new(rate: Rate) -> Self {
        Self {
            rate,
            began: None,
            taken: 0,
            window: None,
        }
    }

    /// Frames taken before the block at hand.
    pub(super) const fn taken(&self) -> i64 {
        self.taken
    }

    pub(super) const fn add(&mut self, frames: i64) {
        self.taken = self.taken.saturating_add(frames);
    }

    /// Looks at a block of so many frames that is asked for at `now`.
    pub(super) fn is_untimed(&mut self, now: Instant, frames: i64) -> bool {
        let began = *self.began.get_or_insert(now);
        let passed = now.saturating_duration_since(began);
        if self.rate.time_of(self.taken.saturating_add(frames)) > passed + DEEPEST {
            return true;
        }
        let (since, taken) = self.window.unwrap_or((began, 0));
        let window = now.saturating_duration_since(since);
        if window < WINDOW {
            return false;
        }
        let judged = self.window.replace((now, self.taken)).is_some();
        let pulled = self.rate.time_of(self.taken - taken);
        judged && pulled.as_nanos() * 100 > window.as_nanos() * FASTEST_PER_CENT
    }
}

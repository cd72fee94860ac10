//! How fast the terminal drains, as far as that can be told from its queue being full, and how long to leave it alone.
//!
//! A slow line (SSH over a bad connection, a serial console) takes frames into a queue that nobody can look into, and a key is
//! answered behind everything in it. So a queue that was full is left alone until it must have run dry, and from then on no
//! more is written than the line takes: frames are left out, none is queued. A write that merely took long says nothing: the
//! processor was busy elsewhere as often as not.

use std::time::{Duration, Instant};

/// What a terminal's queue holds at least, in bytes.
const QUEUE: f64 = 4_096.0;
/// The part of the line that frames may use: the rest is for answers to keys.
const SHARE: f64 = 0.5;
/// Nothing is held back longer than this.
const LONGEST: Duration = Duration::from_secs(10);
/// What was written longer ago than this says nothing about a full queue now.
const RECENT: Duration = Duration::from_secs(2);
/// A queue that takes nothing at all for so long was stopped (Ctrl-S, a hung connection) and is not slow.
const STOPPED: Duration = Duration::from_secs(1);
/// After this long without a full queue, the line is tried with a little more.
const TRIED: Duration = Duration::from_secs(30);
/// How much more.
const MORE: f64 = 1.25;
/// A line that takes more bytes a second than this is no slow line.
const FAST: f64 = 50_000.0;

/// What is known of the line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drain {
    /// Bytes a second that may be written; `None` where the line is fast.
    budget: Option<f64>,
    /// Since when the queue has been full.
    full: Option<Instant>,
    /// Since when bytes have been counted.
    since: Instant,
    bytes: u64,
}

impl Drain {
    /// A line of which nothing is known counts as fast.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            budget: None,
            full: None,
            since: now,
            bytes: 0,
        }
    }

    /// Notes that the queue takes nothing.
    pub(super) fn is_full(&mut self, now: Instant) {
        self.full.get_or_insert(now);
    }

    /// Notes a write, and tells how long to leave the terminal alone behind it.
    pub(super) fn wrote(&mut self, now: Instant, bytes: u64) -> Duration {
        self.bytes += bytes;
        let counted = now.saturating_duration_since(self.since);
        if let Some(full) = self.full.take() {
            let rate = as_number(self.bytes) / counted.as_secs_f64().max(0.001);
            self.begin_anew(now);
            if now.saturating_duration_since(full) > STOPPED {
                return Duration::ZERO;
            }
            self.budget = (rate < FAST).then_some(rate * SHARE);
            return seconds(QUEUE / rate.max(1.0));
        }
        let Some(budget) = self.budget else {
            // Only what was written shortly before tells how fast the line is.
            if counted > RECENT {
                self.begin_anew(now);
            }
            return Duration::ZERO;
        };
        if counted > TRIED {
            self.begin_anew(now);
            self.budget = Some(budget * MORE).filter(|budget| *budget < FAST);
        }
        seconds(as_number(bytes) / budget)
    }

    fn begin_anew(&mut self, now: Instant) {
        self.since = now;
        self.bytes = 0;
    }
}

fn as_number(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX))
}

fn seconds(length: f64) -> Duration {
    Duration::try_from_secs_f64(length).map_or(LONGEST, |length| length.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: Duration = Duration::from_millis(66);

    /// A line with a queue of 4 kB.
    struct Line {
        rate: f64,
        queued: f64,
        now: Instant,
    }

    impl Line {
        fn pass(&mut self, time: Duration) {
            self.now += time;
            self.queued = (self.queued - self.rate * time.as_secs_f64()).max(0.0);
        }
    }

    /// Draws frames of 118 bytes at 15 steps for a minute, none while the queue is full; returns the longest queue in the last
    /// third, in seconds of the line.
    fn longest_queue(rate: f64) -> f64 {
        let mut line = Line {
            rate,
            queued: 0.0,
            now: Instant::now(),
        };
        let mut drain = Drain::new(line.now);
        let (begun, mut not_before, mut longest) = (line.now, line.now, 0.0f64);
        for _ in 0..900 {
            line.pass(STEP);
            if line.now < not_before {
                continue;
            }
            if line.queued + 118.0 > QUEUE {
                drain.is_full(line.now);
                continue;
            }
            line.queued += 118.0;
            not_before = line.now + drain.wrote(line.now, 118);
            if line.now.duration_since(begun) > Duration::from_secs(40) {
                longest = longest.max(line.queued / rate);
            }
        }
        longest
    }

    #[test]
    fn on_a_slow_line_frames_are_left_out_so_that_the_queue_stays_short() {
        for rate in [500.0, 1_000.0, 1_400.0] {
            let longest = longest_queue(rate);
            assert!(
                longest < 1.0,
                "{rate} bytes a second: {longest} s in the queue"
            );
        }
    }

    #[test]
    fn a_line_whose_queue_is_never_full_is_never_left_alone() {
        let now = Instant::now();
        let mut drain = Drain::new(now);
        for step in 0..10_000 {
            assert_eq!(drain.wrote(now + STEP * step, 400), Duration::ZERO);
        }
    }

    #[test]
    fn a_terminal_that_was_stopped_for_a_while_is_fast_afterwards() {
        let now = Instant::now();
        let mut drain = Drain::new(now);
        drain.wrote(now + STEP, 400);
        for step in 1..100 {
            drain.is_full(now + STEP * step);
        }
        assert_eq!(drain.wrote(now + STEP * 100, 400), Duration::ZERO);
        assert_eq!(drain.wrote(now + STEP * 101, 400), Duration::ZERO);
    }
}

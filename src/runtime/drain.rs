//! How fast the terminal drains, as far as that can be told from how much of the time it is waited for.
//!
//! A slow line (SSH over a bad connection, a serial console) takes frames into a queue that nobody can look into, and a key is
//! answered behind everything in it. Where most of the last two seconds went into waiting, what was written in them is what
//! the line takes. Then it is left alone until the queue must have run dry, and from then on gets no more than it takes:
//! frames are left out, none is queued. A single write that took long says nothing: the processor was busy elsewhere.

use std::time::{Duration, Instant};

/// What a terminal's queue holds at least, in bytes.
const QUEUE: f64 = 4_096.0;
/// The part of the line that frames may use: the rest is for answers to keys.
const SHARE: f64 = 0.5;
/// Nothing is held back longer than this.
const LONGEST: Duration = Duration::from_secs(10);
/// The time over which waiting is counted.
const WINDOW: Duration = Duration::from_secs(2);
/// A queue that takes nothing at all for so long was stopped (Ctrl-S, a hung connection) and is not slow.
const STOPPED: Duration = Duration::from_secs(1);
/// After this long without much waiting, the line is tried with a little more.
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
    /// When the budget was last changed.
    changed: Instant,
    /// Since when the queue has been full.
    full: Option<Instant>,
    /// Since when bytes and waiting have been counted.
    since: Instant,
    bytes: u64,
    waited: Duration,
}

impl Drain {
    /// A line of which nothing is known counts as fast.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            budget: None,
            changed: now,
            full: None,
            since: now,
            bytes: 0,
            waited: Duration::ZERO,
        }
    }

    /// Notes that the queue takes nothing.
    pub(super) fn is_full(&mut self, now: Instant) {
        self.full.get_or_insert(now);
    }

    /// Notes a write that is over and how long it took, and tells how long to leave the terminal alone behind it.
    pub(super) fn wrote(&mut self, now: Instant, bytes: u64, took: Duration) -> Duration {
        let stood = self
            .full
            .take()
            .map_or(took, |full| now.saturating_duration_since(full));
        self.bytes += bytes;
        self.waited += stood;
        let window = now.saturating_duration_since(self.since);
        if stood > STOPPED {
            self.begin_anew(now);
        } else if window >= WINDOW {
            let rate = as_number(self.bytes) / window.as_secs_f64();
            let busy = self.waited > window / 2;
            self.begin_anew(now);
            if busy && rate < FAST {
                (self.budget, self.changed) = (Some(rate * SHARE), now);
                return seconds(QUEUE / rate.max(1.0));
            }
        }
        let Some(budget) = self.budget else {
            return Duration::ZERO;
        };
        if now.saturating_duration_since(self.changed) > TRIED {
            self.budget = Some(budget * MORE).filter(|budget| *budget < FAST);
            self.changed = now;
        }
        seconds(as_number(bytes) / budget)
    }

    fn begin_anew(&mut self, now: Instant) {
        (self.since, self.bytes, self.waited) = (now, 0, Duration::ZERO);
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

        /// Writes what has room, and waits for the rest of it to be taken.
        fn write(&mut self, bytes: f64) -> Duration {
            self.queued += bytes;
            let over = (self.queued - QUEUE).max(0.0);
            let wait = Duration::from_secs_f64(over / self.rate);
            self.pass(wait);
            wait
        }
    }

    /// Draws frames of 118 bytes at 15 steps for a minute; returns the longest queue in the last third, in seconds of the line.
    fn longest_queue(rate: f64) -> f64 {
        let mut line = Line {
            rate,
            queued: 0.0,
            now: Instant::now(),
        };
        let mut drain = Drain::new(line.now);
        let (begun, mut not_before, mut longest) = (line.now, line.now, 0.0f64);
        while line.now.duration_since(begun) < Duration::from_secs(60) {
            line.pass(STEP);
            if line.now < not_before {
                continue;
            }
            let took = line.write(118.0);
            not_before = line.now + drain.wrote(line.now, 118, took);
            if line.now.duration_since(begun) > Duration::from_secs(40) {
                longest = longest.max(line.queued / rate);
            }
        }
        longest
    }

    #[test]
    fn on_a_slow_line_frames_are_left_out_so_that_the_queue_stays_short() {
        for rate in [400.0, 600.0, 800.0] {
            let longest = longest_queue(rate);
            assert!(
                longest < 1.0,
                "{rate} bytes a second: {longest} s in the queue"
            );
        }
    }

    #[test]
    fn a_busy_processor_does_not_make_a_fast_line_slow() {
        let now = Instant::now();
        let mut drain = Drain::new(now);
        for step in 1..10_000 {
            let took = Duration::from_millis(if step % 10 == 0 { 60 } else { 0 });
            let held = drain.wrote(now + STEP * step, 400, took);
            assert_eq!(held, Duration::ZERO, "step {step}");
        }
    }

    #[test]
    fn a_terminal_that_was_stopped_for_a_while_is_fast_afterwards() {
        let now = Instant::now();
        let mut drain = Drain::new(now);
        drain.wrote(now + STEP, 400, Duration::ZERO);
        for step in 1..100 {
            drain.is_full(now + STEP * step);
        }
        for step in 100..200 {
            let held = drain.wrote(now + STEP * step, 400, Duration::ZERO);
            assert_eq!(held, Duration::ZERO, "step {step}");
        }
    }
}

//! How fast the terminal drains, as far as that can be told from writes that had to wait, and how long to leave it alone.
//!
//! A slow line (SSH over a bad connection, a serial console) takes frames into a queue that nobody can look into, and a key is
//! answered behind everything in it. So the first write that waits ends the feeding until the queue must have run dry, and
//! from then on no more is written than the line takes: frames are left out, none is queued.

use std::time::{Duration, Instant};

/// A write that took longer than this has waited for the terminal and not for the processor.
const WAITED: Duration = Duration::from_millis(15);
/// What a terminal's queue holds at least, in bytes.
const QUEUE: f64 = 4_096.0;
/// The part of the line that frames may use: the rest is for answers to keys.
const SHARE: f64 = 0.5;
/// Nothing is held back longer than this.
const LONGEST: Duration = Duration::from_secs(10);
/// What was written longer ago than this says nothing about a wait now.
const RECENT: Duration = Duration::from_secs(2);
/// After this long without waiting, the line is tried with a little more.
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
    /// Since when bytes have been counted.
    since: Instant,
    bytes: u64,
}

impl Drain {
    /// A line of which nothing is known counts as fast.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            budget: None,
            since: now,
            bytes: 0,
        }
    }

    /// Notes a write, and tells how long to leave the terminal alone behind it.
    pub(super) fn wrote(&mut self, now: Instant, bytes: u64, took: Duration) -> Duration {
        self.bytes += bytes;
        let counted = now.saturating_duration_since(self.since).max(took);
        if took > WAITED {
            let rate = as_number(self.bytes) / counted.as_secs_f64();
            self.begin_anew(now);
            self.budget = (rate < FAST).then_some(rate * SHARE);
            return seconds(QUEUE / rate.max(1.0));
        }
        let Some(budget) = self.budget else {
            // Only what was written shortly before a wait tells how fast the line is.
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

    /// A line with a queue of 4 kB behind which writes wait.
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

        /// How long the write waits.
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
        for _ in 0..900 {
            line.pass(Duration::from_secs(1) / 15);
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
        for rate in [500.0, 1_000.0, 1_400.0] {
            let longest = longest_queue(rate);
            assert!(
                longest < 1.0,
                "{rate} bytes a second: {longest} s in the queue"
            );
        }
    }

    #[test]
    fn a_line_that_never_makes_a_write_wait_is_never_left_alone() {
        let now = Instant::now();
        let mut drain = Drain::new(now);
        for step in 0..10_000 {
            let at = now + Duration::from_millis(16) * step;
            assert_eq!(
                drain.wrote(at, 400, Duration::from_micros(100)),
                Duration::ZERO
            );
        }
    }
}

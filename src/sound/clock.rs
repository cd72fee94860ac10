//! The one clock for ears and eyes.
//!
//! It is a straight line through time, renewed by the sound card: an anchor (an instant, the clock at that instant,
//! a slope), extrapolated with the monotonic clock of the machine. A card only ever bends the line, by at most half
//! a per cent and for at most a second per report, so the clock is continuous and never steps back whatever a card
//! claims; when a card falls silent, the line simply goes on.

use std::sync::atomic::{AtomicI32, AtomicI64, AtomicU32, Ordering, fence};
use std::time::{Duration, Instant};

/// How much faster or slower than the machine's clock this one may run, in parts per million.
const STEEPEST_PPM: i64 = 5_000;
/// A slope is believed for this long; without fresh reports the clock then runs as the machine does.
const SLOPE_LASTS: i64 = 1_000_000_000;
const MILLION: i64 = 1_000_000;

/// Tells what is audible at an instant, in time since the clock was made.
///
/// Reading and reporting never lock and never allocate; both may be done from the audio callback.
#[derive(Debug)]
pub struct Clock {
    origin: Instant,
    /// Odd while an anchor is being written.
    sequence: AtomicU32,
    /// Nanoseconds since the origin, for the machine's clock and for this one.
    instant: AtomicI64,
    time: AtomicI64,
    slope_ppm: AtomicI32,
    /// The highest reading that was given out.
    highest: AtomicI64,
}

/// A consistent copy of the line, in nanoseconds.
#[derive(Debug, Clone, Copy)]
struct Line {
    instant: i64,
    time: i64,
    slope_ppm: i32,
}

impl Line {
    fn at(self, instant: i64) -> i64 {
        let elapsed = instant - self.instant;
        let bent = elapsed.clamp(0, SLOPE_LASTS) * i64::from(self.slope_ppm);
        self.time + elapsed + bent.div_euclid(MILLION)
    }
}

impl Clock {
    /// A clock that is zero at `origin` and runs as the machine does until a card reports.
    pub fn starting_at(origin: Instant) -> Self {
        Self {
            origin,
            sequence: AtomicU32::new(0),
            instant: AtomicI64::new(0),
            time: AtomicI64::new(0),
            slope_ppm: AtomicI32::new(0),
            highest: AtomicI64::new(0),
        }
    }

    /// The clock at `instant`, past or future, as far as is known by now; zero before the origin.
    pub fn at(&self, instant: Instant) -> Duration {
        Duration::from_nanos(self.line().at(self.nanos(instant)).max(0).cast_unsigned())
    }

    /// The clock at `instant`, which is now: never less than any earlier reading gave to whomever.
    ///
    /// The line alone nearly promises that. But a callback that is put to sleep between looking at the machine's
    /// clock and reporting bends the line a little before the last reading; that is what the high-water mark is for.
    pub fn read(&self, instant: Instant) -> Duration {
        let time = self.line().at(self.nanos(instant)).max(0);
        let highest = self.highest.fetch_max(time, Ordering::Relaxed);
        Duration::from_nanos(time.max(highest).cast_unsigned())
    }

    /// The clock at this moment; it never steps back.
    pub fn now(&self) -> Duration {
        self.read(Instant::now())
    }

    /// Reports what a card says at the instant `now`: that what belongs to the clock time `heard` is audible at the
    /// instant `audible`. The line bends there, so as to agree within about a second.
    ///
    /// Of two reports at the same moment one is dropped; the next one corrects whatever it would have.
    pub fn report(&self, now: Instant, heard: Duration, audible: Instant) {
        let sequence = self.sequence.load(Ordering::Relaxed);
        let ours = sequence & 1 == 0
            && self
                .sequence
                .compare_exchange(
                    sequence,
                    sequence.wrapping_add(1),
                    Ordering::Acquire,
                    Ordering::Relaxed,
                )
                .is_ok();
        if !ours {
            return;
        }
        fence(Ordering::Release);
        let line = self.load();
        let now = self.nanos(now);
        if now >= line.instant {
            let time = line.at(now);
            // Compared with the straight line and not with the bent one, which already contains the last correction.
            let expected = time + self.nanos(audible) - now;
            let error = (clamped_nanos(heard) - expected).clamp(-SLOPE_LASTS, SLOPE_LASTS);
            let slope = (error * MILLION / SLOPE_LASTS).clamp(-STEEPEST_PPM, STEEPEST_PPM);
            self.instant.store(now, Ordering::Relaxed);
            self.time.store(time, Ordering::Relaxed);
            self.slope_ppm
                .store(i32::try_from(slope).unwrap_or_default(), Ordering::Relaxed);
        }
        self.sequence
            .store(sequence.wrapping_add(2), Ordering::Release);
    }

    fn load(&self) -> Line {
        Line {
            instant: self.instant.load(Ordering::Relaxed),
            time: self.time.load(Ordering::Relaxed),
            slope_ppm: self.slope_ppm.load(Ordering::Relaxed),
        }
    }

    fn line(&self) -> Line {
        loop {
            let before = self.sequence.load(Ordering::Acquire);
            if before & 1 == 0 {
                let line = self.load();
                fence(Ordering::Acquire);
                if self.sequence.load(Ordering::Relaxed) == before {
                    return line;
                }
            }
            std::hint::spin_loop();
        }
    }

    fn nanos(&self, instant: Instant) -> i64 {
        instant.checked_duration_since(self.origin).map_or_else(
            || -clamped_nanos(self.origin.duration_since(instant)),
            clamped_nanos,
        )
    }
}

/// Nanoseconds as a signed number; 292 years are enough for a set.
fn clamped_nanos(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A card that is off by some parts per million and misreports its latency by some microseconds, in virtual time.
    struct Card {
        start: Instant,
        ppm: f64,
        latency: Duration,
        random: u64,
    }

    impl Card {
        fn new(start: Instant, ppm: f64) -> Self {
            Self {
                start,
                ppm,
                latency: Duration::from_millis(80),
                random: 1,
            }
        }

        /// What the card's own crystal makes of the time since its start.
        fn played(&self, instant: Instant) -> Duration {
            (instant - self.start).mul_f64(1.0 + self.ppm * 1e-6)
        }

        /// The report of a callback at `now`.
        fn report(&mut self, clock: &Clock, now: Instant, jitter: Duration) {
            self.random = self
                .random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let noise = jitter * u32::try_from(self.random >> 40).unwrap() / (1 << 24);
            let heard = self.played(now + self.latency);
            clock.report(now, heard + jitter / 2, now + self.latency + noise);
        }
    }

    fn apart(a: Duration, b: Duration) -> Duration {
        a.abs_diff(b)
    }

    #[test]
    fn without_a_card_it_runs_as_the_machine_does() {
        let origin = Instant::now();
        let clock = Clock::starting_at(origin);
        assert_eq!(clock.at(origin), Duration::ZERO);
        assert_eq!(
            clock.at(origin + Duration::from_secs(7_200)),
            Duration::from_secs(7_200)
        );
    }

    #[test]
    fn a_card_of_300_ppm_that_jitters_is_followed_within_a_millisecond() {
        for ppm in [-300.0, 0.0, 300.0] {
            let origin = Instant::now();
            let clock = Clock::starting_at(origin);
            let mut card = Card::new(origin, ppm);
            let mut worst = Duration::ZERO;
            for step in 0..15_000u32 {
                let now = origin + Duration::from_millis(40) * step;
                card.report(&clock, now, Duration::from_millis(2));
                let probe = now + Duration::from_millis(17);
                worst = worst.max(apart(clock.at(probe), card.played(probe)));
            }
            assert!(
                worst < Duration::from_millis(1),
                "{ppm} ppm: off by {worst:?}"
            );
        }
    }

    #[test]
    fn it_agrees_with_a_card_that_was_ahead_after_as_long_as_slewing_takes() {
        let origin = Instant::now();
        let clock = Clock::starting_at(origin);
        let ahead = Duration::from_millis(25);
        for step in 1..200u32 {
            let now = origin + Duration::from_millis(43) * step;
            clock.report(now, now - origin + ahead, now);
        }
        let end = origin + Duration::from_millis(43 * 200);
        assert!(apart(clock.at(end), end - origin + ahead) < Duration::from_millis(1));
    }

    #[test]
    fn it_goes_on_when_the_card_falls_silent() {
        let origin = Instant::now();
        let clock = Clock::starting_at(origin);
        clock.report(
            origin + Duration::from_secs(1),
            Duration::from_secs(3),
            origin + Duration::from_secs(1),
        );
        let (early, late) = (
            origin + Duration::from_secs(10),
            origin + Duration::from_secs(70),
        );
        assert_eq!(clock.at(late), clock.at(early) + Duration::from_secs(60));
    }

    #[test]
    fn it_survives_a_card_that_talks_nonsense() {
        let before = Instant::now();
        let origin = before + Duration::from_secs(10);
        let clock = Clock::starting_at(origin);
        clock.report(origin + Duration::from_secs(1), Duration::MAX, origin);
        clock.report(
            origin + Duration::from_secs(2),
            Duration::ZERO,
            origin + Duration::from_secs(86_400),
        );
        let read = clock.at(origin + Duration::from_secs(3));
        assert!(
            apart(read, Duration::from_secs(3)) < Duration::from_millis(15),
            "{read:?}"
        );
        assert_eq!(clock.at(before), Duration::ZERO);
    }

    #[test]
    fn readers_in_other_threads_never_see_it_step_back() {
        let clock = Clock::starting_at(Instant::now());
        std::thread::scope(|scope| {
            let readers: Vec<_> = (0..2)
                .map(|_| {
                    scope.spawn(|| {
                        let mut last = Duration::ZERO;
                        for _ in 0..200_000 {
                            let now = clock.now();
                            assert!(now >= last, "{last:?} then {now:?}");
                            last = now;
                        }
                    })
                })
                .collect();
            let mut report = 0u32;
            while readers.iter().any(|reader| !reader.is_finished()) {
                report += 1;
                let now = Instant::now();
                let error = Duration::from_millis(u64::from(report % 50));
                clock.report(now, clock.at(now) + error, now + Duration::from_millis(25));
            }
        });
    }

    proptest! {
        /// Readings at rising instants, with reports about anything between them, made at instants before and after
        /// them: as when a thread is put to sleep between looking at the machine's clock and using what it saw.
        #[test]
        fn it_never_steps_back_and_never_jumps(
            steps in proptest::collection::vec((0u64..400_000_000, 0u64..60_000_000, 0u64..9_000_000_000), 1..60),
        ) {
            let origin = Instant::now();
            let clock = Clock::starting_at(origin);
            let mut at = origin + Duration::from_secs(1);
            let mut last = clock.read(at);
            for (advance, skew, heard) in steps {
                let reported = at + Duration::from_nanos(skew);
                clock.report(reported, Duration::from_nanos(heard), reported + Duration::from_millis(50));
                at += Duration::from_millis(30);
                let same = clock.read(at);
                prop_assert!(same >= last, "{last:?} then {same:?}");
                prop_assert!(apart(same, last + Duration::from_millis(30)) < Duration::from_millis(1));
                at += Duration::from_nanos(advance);
                last = clock.read(at);
                let allowed = Duration::from_nanos(advance / 180) + Duration::from_micros(1);
                prop_assert!(apart(last, same + Duration::from_nanos(advance)) <= allowed);
            }
        }
    }
}

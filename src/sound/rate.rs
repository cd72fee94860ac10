//! Frames and time: the one place where they are converted, so that sound, file and clock round alike.

use std::fmt;
use std::time::Duration;

const NANOS: u128 = 1_000_000_000;

/// A sample rate in hertz, within [`Self::LOWEST`] and [`Self::HIGHEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(u32);

impl Rate {
    /// What a telephone headset plays.
    pub const LOWEST: Self = Self(8_000);
    /// The fastest that studio cards offer.
    pub const HIGHEST: Self = Self(384_000);
    /// What most cards run at, and what files are written with unless asked otherwise.
    pub const COMMON: Self = Self(48_000);

    /// Enough for every cue and for speech, and half of the room.
    pub const PHONE: Self = Self(24_000);

    /// This rate, if it is one that sound is played at.
    pub fn new(hertz: u32) -> Option<Self> {
        (Self::LOWEST..=Self::HIGHEST)
            .contains(&Self(hertz))
            .then_some(Self(hertz))
    }

    /// Frames per second.
    pub const fn hertz(self) -> u32 {
        self.0
    }

    /// The frame at time `time`: the nearest one, and the later of two.
    pub fn frame_at(self, time: Duration) -> i64 {
        let scaled = time.as_nanos() * u128::from(self.0) + NANOS / 2;
        i64::try_from(scaled / NANOS).unwrap_or(i64::MAX)
    }

    /// How many frames `length` takes, for the size of a table or a buffer.
    pub fn frames_in(self, length: Duration) -> usize {
        usize::try_from(self.frame_at(length)).unwrap_or(usize::MAX)
    }

    /// The time at which `frame` begins, cut to whole nanoseconds; zero for frames before the first.
    pub fn time_of(self, frame: i64) -> Duration {
        let nanos = u128::from(u64::try_from(frame).unwrap_or(0)) * NANOS / u128::from(self.0);
        Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} Hz", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_the_nearest_to_its_time_at_every_rate() {
        for hertz in [8_000, 44_100, 48_000, 96_000] {
            let rate = Rate::new(hertz).unwrap();
            assert_eq!(
                rate.frame_at(Duration::from_secs(18_000)),
                18_000 * i64::from(hertz)
            );
            for frame in [0, 1, 12_345, 44_099 * 3_600] {
                assert_eq!(rate.frame_at(rate.time_of(frame)), frame, "{rate}");
            }
        }
        assert_eq!(Rate::COMMON.frame_at(Duration::from_nanos(10_416)), 0);
        assert_eq!(Rate::COMMON.frame_at(Duration::from_nanos(10_417)), 1);
    }

    #[test]
    fn a_rate_that_no_card_has_is_refused() {
        assert_eq!(Rate::new(0), None);
        assert_eq!(Rate::new(4_000_000), None);
    }
}

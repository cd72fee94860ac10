//! How much later than the device says its sound is really heard: what it does not know of, as Bluetooth rarely does.
//!
//! The clock of a [`Player`](super::Player) is what the device says is audible. What is shown has to go by what is heard,
//! so every reading of that clock that leads to the screen goes through here, and so does every deadline on the way back.

use std::time::Duration;

/// Milliseconds between what the device says and what is heard, from [`Self::LEAST`] to [`Self::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Offset {
    millis: i16,
}

impl Offset {
    /// What is heard comes half a second sooner than the device says.
    pub const LEAST: Self = Self { millis: -500 };
    /// What is heard comes half a second later than the device says.
    pub const MOST: Self = Self { millis: 500 };

    /// The nearest offset that exists to so many milliseconds; where there are more than none, what is heard comes later
    /// than the device says.
    pub fn of_millis(millis: i32) -> Self {
        let within = millis.clamp(Self::LEAST.millis.into(), Self::MOST.millis.into());
        Self {
            millis: i16::try_from(within).unwrap_or_default(),
        }
    }

    /// The number of milliseconds.
    pub fn millis(self) -> i16 {
        self.millis
    }

    /// What is heard when the clock says `now`, as a time of that clock.
    pub fn heard_at(self, now: Duration) -> Duration {
        if self.millis >= 0 {
            now.saturating_sub(self.length())
        } else {
            now + self.length()
        }
    }

    /// What the clock says when `heard` is heard: the other way round.
    pub fn clock_of(self, heard: Duration) -> Duration {
        if self.millis >= 0 {
            heard + self.length()
        } else {
            heard.saturating_sub(self.length())
        }
    }

    fn length(self) -> Duration {
        Duration::from_millis(self.millis.unsigned_abs().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_later_stands_for_an_earlier_moment_and_back_again() {
        let now = Duration::from_secs(3);
        for millis in [-500, -120, 0, 10, 500] {
            let offset = Offset::of_millis(millis);
            assert_eq!(offset.clock_of(offset.heard_at(now)), now, "{millis}");
            let late = now.as_secs_f64() - offset.heard_at(now).as_secs_f64();
            assert!((late - f64::from(millis) / 1000.0).abs() < 1e-9, "{millis}");
        }
    }

    #[test]
    fn nothing_is_heard_before_the_beginning() {
        let late = Offset::of_millis(120);
        assert_eq!(late.heard_at(Duration::from_millis(50)), Duration::ZERO);
        assert_eq!(
            Offset::of_millis(-120).clock_of(Duration::ZERO),
            Duration::ZERO
        );
    }

    #[test]
    fn an_offset_stays_within_half_a_second() {
        assert_eq!(Offset::of_millis(9_000), Offset::MOST);
        assert_eq!(Offset::of_millis(i32::MIN), Offset::LEAST);
    }
}

//! The sound of a set, and the clock that ears and eyes share.
//!
//! A [`Player`] keeps time and makes a transport audible. There are two: the sound card's (`device`), and [`silent`],
//! which only keeps time. Both answer [`Player::now`] with the same kind of clock, so nothing else in the program
//! knows whether there is sound.

pub mod clock;
#[cfg(feature = "sound")]
pub mod device;
pub mod file;
pub mod glide;
pub mod mix;
pub mod offset;
pub mod rate;
pub mod score;
pub mod silent;
pub mod speech;
pub mod voice;

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use mix::{CueSet, Layer, Mix};
use thiserror::Error;

use crate::training::transport::Transport;

/// Keeps the time of a session and makes its transport audible.
///
/// "Clock" is the time since the player was made. It never steps back and never stops: with the sound card gone it
/// runs on, in silence.
pub trait Player {
    /// The clock time of what is audible at this moment.
    fn now(&self) -> Duration;

    /// The clock time of what was, or will be, audible at an instant, as far as is known by now. Unlike [`now`](Self::now) it
    /// makes no promise about earlier answers.
    fn at(&self, instant: Instant) -> Duration;

    /// The clock time of the first frame that is not rendered yet, with a small margin: an edit that changes nothing
    /// before it is heard as it is planned. Without a stream this is [`now`](Self::now).
    fn frontier(&self) -> Duration;

    /// Plays this transport from now on. It must agree with the one before it up to the [`frontier`](Self::frontier).
    fn load(&mut self, transport: Arc<Transport>);

    /// Plays nothing; sounds that have begun ring out.
    fn clear(&mut self);

    /// Sets the volume; it glides there.
    fn set_volume(&mut self, volume: Decibels);

    /// Chooses which layers are heard, and how loud.
    fn set_mix(&mut self, mix: Mix);

    /// Silences the sound, or lets it be heard again; it glides there.
    fn set_muted(&mut self, muted: bool);

    /// A set is about to begin: opens the stream if it is closed.
    fn wake(&mut self);

    /// No set is running: the stream may close after a minute.
    fn rest(&mut self);

    /// What the lifter should know about the sound.
    fn status(&self) -> SoundStatus;
}

/// A volume in whole decibels, from [`Self::SOFTEST`] to [`Self::FULL`]; it can only make the sound softer, because
/// the cues already use the whole range of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decibels(i8);

impl Decibels {
    /// As loud as the cues were made, sample for sample.
    pub const FULL: Self = Self(0);
    /// The softest that is still heard in a quiet room; below it there is only mute.
    pub const SOFTEST: Self = Self(-48);

    /// The nearest volume that exists.
    pub fn new(decibels: i8) -> Self {
        Self(decibels.clamp(Self::SOFTEST.0, Self::FULL.0))
    }

    /// The number of decibels, zero or less.
    pub const fn get(self) -> i8 {
        self.0
    }

    /// What a sample is multiplied by; exactly 1 at [`Self::FULL`].
    pub fn amplitude(self) -> f32 {
        10f32.powf(f32::from(self.0) / 20.0)
    }
}

impl Default for Decibels {
    fn default() -> Self {
        Self::FULL
    }
}

/// What the lifter should know about the sound; its text is a notice as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SoundStatus {
    /// This player keeps time and makes no sound.
    Without,
    /// The stream is closed because no set is running; the next one opens it.
    Asleep,
    /// The sound card is being opened.
    Opening,
    /// Cues are heard from the device of this name.
    On(String),
    /// There is no sound for now; the set goes on, and opening is tried again.
    Off(Fault),
}

impl fmt::Display for SoundStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Without => f.write_str("no sound: watch the screen"),
            Self::Asleep => f.write_str("sound is resting"),
            Self::Opening => f.write_str("opening the sound"),
            Self::On(device) => write!(f, "sound on: {device}"),
            Self::Off(fault) => fault.fmt(f),
        }
    }
}

/// Why there is no sound.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Error)]
pub enum Fault {
    /// Nothing to play on was found, or it would not open. The system's reason is for whoever looks into it; the
    /// notice is shorter.
    #[error("no sound card: watch the screen")]
    NoCard(String),
    /// The device was taken away or its server ended.
    #[error("sound lost: the set goes on in silence")]
    Lost,
    /// The device is there and asks for nothing any more.
    #[error("the sound card hangs: the set goes on in silence")]
    Stalled,
    /// The device takes samples faster than time passes, as ALSA's `null` does.
    #[error("the sound device does not keep time: watch the screen")]
    Untimed,
    /// What is rendered now would be heard after this long, as over Bluetooth; the design allows 250 ms.
    #[error("the sound is {} ms late and stays off: watch the screen, or set late_sound = true", .0.as_millis())]
    Late(Duration),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_volume_leaves_a_sample_as_it_is() {
        assert!(Decibels::FULL.amplitude().to_bits() == 1f32.to_bits());
        assert!((Decibels::new(-6).amplitude() - 0.501).abs() < 0.001);
    }

    #[test]
    fn a_volume_stays_within_its_range() {
        assert_eq!(Decibels::new(20), Decibels::FULL);
        assert_eq!(Decibels::new(-100), Decibels::SOFTEST);
    }
}

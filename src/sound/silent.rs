//! The player that only keeps time: for builds without sound, and for whoever asks for none.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::clock::Clock;
use super::{Decibels, Mix, Player, SoundStatus};
use crate::training::transport::Transport;

/// Keeps time and makes no sound.
#[derive(Debug)]
pub struct Silent {
    clock: Clock,
}

impl Silent {
    /// A clock that starts now.
    pub fn new() -> Self {
        Self {
            clock: Clock::starting_at(Instant::now()),
        }
    }
}

impl Default for Silent {
    fn default() -> Self {
        Self::new()
    }
}

impl Player for Silent {
    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn at(&self, instant: Instant) -> Duration {
        self.clock.at(instant)
    }

    fn frontier(&self) -> Duration {
        self.now()
    }

    fn load(&mut self, _: Arc<Transport>) {}

    fn clear(&mut self) {}

    fn set_volume(&mut self, _: Decibels) {}

    fn set_mix(&mut self, _: Mix) {}

    fn set_muted(&mut self, _: bool) {}

    fn wake(&mut self) {}

    fn rest(&mut self) {}

    fn status(&self) -> SoundStatus {
        SoundStatus::Without
    }
}

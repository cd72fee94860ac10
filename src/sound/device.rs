//! The player with sound: the sound card, its supervisor, and the clock that it corrects.
//!
//! ```text
//! Card ──parts over a ring──► Feed (the audio callback) ──► samples
//!   │                           │ reports (frame, audible instant)
//!   │ wake, rest                ▼
//!   └──────► Supervisor       Clock ◄── read by everybody
//!            opens, watches, closes the stream
//! ```
//!
//! This folder alone names the sound library. The feed and the rules are free of threads and clocks and are tested in
//! virtual time; the supervisor is tested against a card made of a thread.

mod feed;
mod link;
mod open;
mod settle;
mod supervisor;
mod watch;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use self::feed::Timing;
use self::link::Link;
use self::supervisor::{Command, Desk, Supervisor};
use super::score::Part;
use super::{Decibels, Mix, Player, SoundStatus};
use crate::training::transport::Transport;

#[doc(hidden)]
pub use self::open::Finder;
pub use self::supervisor::Report;

/// Streams that play later than this are refused: cues would come when the rep is elsewhere.
const LATEST: Duration = Duration::from_millis(250);
/// Outside a set the stream is closed after this.
const LINGER: Duration = Duration::from_secs(60);
/// How long the end of the program waits for the card; one that hangs is left behind.
const FAREWELL: Duration = Duration::from_millis(500);

/// Which streams are good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Demand {
    /// Those that keep time and are at most 250 ms late.
    #[default]
    Prompt,
    /// Those that keep time, however late: what is seen waits for what is heard. Bluetooth needs this.
    AnyLatency,
    /// All, at whatever speed they run, with no regard for the clock: tests write hours to a file in a minute.
    FastForward,
}

/// How the sound begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// Which layers are heard, and how loud.
    pub mix: Mix,
    /// How loud they are.
    pub volume: Decibels,
    /// Whether they are silenced.
    pub muted: bool,
    /// Which streams are good enough.
    pub demand: Demand,
}

/// What has gone wrong so far; for tests and for whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Times that the card ran out of samples, as far as it says.
    pub underruns: u64,
    /// Times that the sound jumped to where the clock was.
    pub rejoins: u64,
    /// Errors of any kind.
    pub errors: u64,
}

/// Plays on the system's sound card.
pub struct Card {
    link: Arc<Link>,
    desk: Arc<Desk>,
    volume: Decibels,
    muted: bool,
    /// Absent when the player is being dropped, which is what ends the supervisor.
    commands: Option<Sender<Command>>,
    supervisor: Option<JoinHandle<()>>,
    /// Disconnected when the supervisor has ended.
    ended: Receiver<()>,
}

impl Card {
    /// Starts the clock. Nothing is opened before [`wake`](Player::wake), so that the first frame can be drawn first.
    ///
    /// `report` is called with every change of the status, from the supervising thread.
    pub fn new(settings: Settings, report: Report) -> Self {
        Self::found_by(Box::new(open::system_default), settings, report)
    }

    /// The same on another device than the system's: the tests' own.
    #[doc(hidden)]
    pub fn found_by(find: Finder, settings: Settings, report: Report) -> Self {
        Self::lingering(LINGER, find, settings, report)
    }

    fn lingering(linger: Duration, find: Finder, settings: Settings, report: Report) -> Self {
        let origin = Instant::now();
        let link = Arc::new(Link::new(origin));
        let desk = Arc::new(Desk::new());
        let (commands, received) = mpsc::channel();
        let (alive, ended) = mpsc::channel::<()>();
        link.set_mix(settings.mix);
        link.set_loudness(settings.volume, settings.muted);
        let supervisor = Supervisor {
            link: Arc::clone(&link),
            desk: Arc::clone(&desk),
            commands: received,
            find,
            report,
            timing: match settings.demand {
                Demand::Prompt => Timing::Kept { latest: LATEST },
                Demand::AnyLatency => Timing::Kept {
                    latest: Duration::MAX,
                },
                Demand::FastForward => Timing::Free,
            },
            origin,
            linger,
        };
        let thread = thread::Builder::new().name("sound".into()).spawn(move || {
            let _alive = alive;
            supervisor.run();
        });
        Self {
            link,
            desk,
            volume: settings.volume,
            muted: settings.muted,
            commands: Some(commands),
            // Without a thread there is no sound, and the clock runs all the same.
            supervisor: thread.ok(),
            ended,
        }
    }

    /// What has gone wrong so far.
    pub fn counts(&self) -> Counts {
        Counts {
            underruns: self.link.underruns.load(Ordering::Relaxed),
            rejoins: self.link.rejoins.load(Ordering::Relaxed),
            errors: self.link.errors.load(Ordering::Relaxed),
        }
    }

    fn command(&self, command: Command) {
        if let (Some(commands), Some(supervisor)) = (&self.commands, &self.supervisor) {
            // It only fails where the supervisor is gone, and then nobody can obey.
            let _ = commands.send(command);
            supervisor.thread().unpark();
        }
    }
}

impl Player for Card {
    fn now(&self) -> Duration {
        self.link.clock.now()
    }

    fn at(&self, instant: Instant) -> Duration {
        self.link.clock.at(instant)
    }

    fn frontier(&self) -> Duration {
        self.now().max(self.link.frontier())
    }

    fn load(&mut self, transport: Arc<Transport>) {
        self.desk.load(Part::new(transport));
    }

    fn clear(&mut self) {
        self.desk.end(self.frontier());
    }

    fn set_volume(&mut self, volume: Decibels) {
        self.volume = volume;
        self.link.set_loudness(self.volume, self.muted);
    }

    fn set_mix(&mut self, mix: Mix) {
        self.link.set_mix(mix);
    }

    fn set_muted(&mut self, muted: bool) {
        self.muted = muted;
        self.link.set_loudness(self.volume, self.muted);
    }

    fn wake(&mut self) {
        self.command(Command::Wake);
    }

    fn rest(&mut self) {
        self.command(Command::Rest);
    }

    fn status(&self) -> SoundStatus {
        self.desk.status()
    }
}

impl Drop for Card {
    fn drop(&mut self) {
        self.commands = None;
        if let Some(supervisor) = self.supervisor.take() {
            supervisor.thread().unpark();
            // A card that hangs while it is opened would keep the program for ever: leave it behind then.
            let _ = self.ended.recv_timeout(FAREWELL);
            if supervisor.is_finished() {
                let _ = supervisor.join();
            }
        }
    }
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Card")
            .field("status", &self.status())
            .field("counts", &self.counts())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;

//! The real interface in the blind part of a practice, played by the test binary itself: nobody has to wait for a minute, and
//! every tap comes a second behind the one before.

use std::cell::Cell;
use std::ffi::OsString;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use downbeat::app::{App, Home};
use downbeat::runtime::shelf::Shelf;
use downbeat::runtime::{End, Interface};
use downbeat::settings::{Asked, Environment, Settings};
use downbeat::sound::silent::Silent;
use downbeat::sound::{Decibels, Mix, Player, SoundStatus};
use downbeat::store::config::ConfigFile;
use downbeat::store::paths::Paths;
use downbeat::training::exercise::Exercise;
use downbeat::training::memory::Memory;
use downbeat::training::practice::{Plan, Subject, Way};
use downbeat::training::preset::{Draft, Preset};
use downbeat::training::routine::Routine;
use downbeat::training::transport::Transport;

use crate::pty::Launch;

const SWITCH: &str = "DOWNBEAT_TEST_BLIND";
const ARGUMENTS: [&str; 3] = ["--exact", "endings::blind::played", "--nocapture"];

/// The practice, ready to start in a terminal.
pub(super) fn launch() -> Launch {
    let program = std::env::current_exe().unwrap();
    Launch::program(program, ARGUMENTS.map(OsString::from)).env(SWITCH, "1")
}

/// Not a test: the other end of [`launch`]. Without the switch there is nothing to do.
#[test]
fn played() {
    if std::env::var_os(SWITCH).is_none() {
        return;
    }
    let end = play();
    #[expect(
        clippy::exit,
        reason = "the test harness has its own idea of exit codes"
    )]
    std::process::exit(match end {
        End::Signal(signal) => 128 + signal,
        _ => 1,
    });
}

fn play() -> End {
    let plan = plan();
    let blind = plan.fade().unwrap().to;
    let mut app = App::new(Vec::new(), Memory::default());
    app.home = Home::Shell;
    let settings = Settings::settle(
        &ConfigFile::default(),
        Asked::default(),
        Environment::read(),
    );
    let (sender, inbox) = channel();
    let (player, shelf) = (Box::new(Leaping::to(blind)), Shelf::new(None, None));
    let interface = Interface::new(app, settings, player, inbox, &Paths::find(None), shelf);
    let outcome = interface.run(&sender, |app, _| {
        app.open_practice(plan);
        app.begin_practice()
    });
    outcome.unwrap().end
}

fn plan() -> Plan {
    let (id, tempo) = ("practised".parse().unwrap(), "1-0-1-0".parse().unwrap());
    let exercise = Exercise::named("Squat");
    let draft = Draft::straight(id, exercise, tempo, 1, 8, Duration::ZERO);
    let routine = Routine::solo(Preset::new(draft).unwrap());
    Plan::new(Subject::of(&routine).unwrap(), Way::Thirds, None).unwrap()
}

/// Keeps time, and leaps when something is played.
struct Leaping {
    clock: Silent,
    by: Duration,
    leapt: Option<Duration>,
    taps: Cell<u32>,
}

impl Leaping {
    fn to(by: Duration) -> Self {
        Self {
            clock: Silent::new(),
            by,
            leapt: None,
            taps: Cell::new(0),
        }
    }
}

impl Player for Leaping {
    fn now(&self) -> Duration {
        let by = if self.leapt.is_some() {
            self.by
        } else {
            Duration::ZERO
        };
        self.clock.now() + by
    }

    fn at(&self, _: Instant) -> Duration {
        self.taps.set(self.taps.get() + 1);
        self.leapt.unwrap_or_default() + self.by + Duration::from_secs(1) * self.taps.get()
    }

    fn frontier(&self) -> Duration {
        self.now()
    }

    fn load(&mut self, _: Arc<Transport>) {
        self.leapt.get_or_insert(self.clock.now());
    }

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

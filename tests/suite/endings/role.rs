//! The real interface in the middle of a set or in the blind part of a practice, played by the test binary itself: nobody has
//! to wait until it comes to that, and every tap comes a second behind the one before.

use std::cell::Cell;
use std::ffi::OsString;
use std::fs::File;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use downbeat::app::{App, Dose, Home};
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

const SWITCH: &str = "DOWNBEAT_TEST_DOING";
/// At which tap the terminal takes no further byte.
const FAILS: &str = "DOWNBEAT_TEST_FAILS";
const ARGUMENTS: [&str; 3] = ["--exact", "endings::role::played", "--nocapture"];
const TEMPO: Duration = Duration::from_secs(2);

/// A practice at the beginning of its blind part.
pub(super) fn blind() -> Launch {
    launch("practice")
}

/// A set of eight reps, in the fourth.
pub(super) fn in_mid_set() -> Launch {
    launch("set")
}

fn launch(doing: &str) -> Launch {
    let program = std::env::current_exe().unwrap();
    Launch::program(program, ARGUMENTS.map(OsString::from)).env(SWITCH, doing)
}

/// With that tap the terminal is full: what is written fails, and nothing else says that it is gone.
pub(super) fn failing_at(launch: Launch, tap: u32) -> Launch {
    launch.env(FAILS, &tap.to_string())
}

/// Not a test: the other end of [`launch`]. Without the switch there is nothing to do.
#[test]
fn played() {
    let Ok(doing) = std::env::var(SWITCH) else {
        return;
    };
    let end = play(doing == "practice");
    #[expect(
        clippy::exit,
        reason = "the test harness has its own idea of exit codes"
    )]
    std::process::exit(match end {
        Ok(End::Signal(signal)) => 128 + signal,
        _ => 1,
    });
}

fn play(is_practice: bool) -> Result<End, ()> {
    let routine = routine();
    let subject = Subject::of(&routine).unwrap();
    let plan = Plan::new(subject, Way::Thirds, None).unwrap();
    let leap = if is_practice {
        plan.fade().unwrap().to
    } else {
        routine.presets().next().unwrap().lead_in + 3 * TEMPO
    };
    let mut app = App::new(Vec::new(), Memory::default());
    app.home = Home::Shell;
    let settings = Settings::settle(
        &ConfigFile::default(),
        Asked::default(),
        Environment::read(),
    );
    let (sender, inbox) = channel();
    let (player, shelf) = (Box::new(Leaping::by(leap)), Shelf::new(None, None));
    let interface = Interface::new(app, settings, player, inbox, &Paths::find(None), shelf);
    let outcome = interface.run(&sender, |app, _| {
        if is_practice {
            app.open_practice(plan);
            app.begin_practice()
        } else {
            app.begin(&routine, None, Dose::AsGiven)
        }
    });
    outcome.map(|outcome| outcome.end).map_err(drop)
}

fn routine() -> Routine {
    let (id, tempo) = ("squat".parse().unwrap(), "1-0-1-0".parse().unwrap());
    let exercise = Exercise::named("Squat");
    let draft = Draft::straight(id, exercise, tempo, 1, 8, Duration::ZERO);
    Routine::solo(Preset::new(draft).unwrap())
}

/// Keeps time, and leaps when something is played.
struct Leaping {
    clock: Silent,
    by: Duration,
    leapt: Option<Duration>,
    taps: Cell<u32>,
    fails: Option<u32>,
}

impl Leaping {
    fn by(by: Duration) -> Self {
        let fails = std::env::var(FAILS).ok();
        Self {
            clock: Silent::new(),
            by,
            leapt: None,
            taps: Cell::new(0),
            fails: fails.map(|tap| tap.parse().unwrap()),
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
        if self.fails == Some(self.taps.get()) {
            let full = File::options().write(true).open("/dev/full").unwrap();
            rustix::stdio::dup2_stdout(full).unwrap();
        }
        self.leapt.unwrap_or_default() + self.by + Duration::from_secs(1) * self.taps.get()
    }

    fn frontier(&self) -> Duration {
        self.now()
    }

    fn load(&mut self, _: Arc<Transport>) {
        self.leapt.get_or_insert_with(|| self.clock.now());
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

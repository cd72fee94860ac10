//! The real program on a desktop's bus: a private `dbus-daemon`, headset buttons, and a screen saver that can be held off.
//!
//! Only in a build that can speak with a bus: `bash .ci/run desktop` installs what it takes.

use crate::pty::{DEADLINE, Launch, Person};
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, fdo::DBusProxy};

/// A bus that nobody else is on.
struct Bus {
    daemon: Child,
    address: String,
    _folder: TempDir,
}

impl Bus {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address"])
            .arg(format!(
                "--address=unix:path={}",
                folder.path().join("bus").display()
            ))
            .stdout(Stdio::piped())
            .spawn()
            .expect("install dbus-daemon (package dbus) to run these tests");
        let mut address = String::new();
        let mut told = BufReader::new(daemon.stdout.take().unwrap());
        told.read_line(&mut address).unwrap();
        Self {
            daemon,
            address: address.trim().to_owned(),
            _folder: folder,
        }
    }

    fn join(&self) -> Connection {
        Builder::address(self.address.as_str())
            .unwrap()
            .build()
            .unwrap()
    }

    fn stop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.stop();
    }
}

/// In mid-set or on the way there, with nothing to ask.
fn training(session_bus: &str) -> Person {
    let set = ["start", "4-0-1-0", "--sets", "3", "--lead-in", "1s"];
    let mut person = Launch::downbeat(set)
        .env("DBUS_SESSION_BUS_ADDRESS", session_bus)
        .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all")
        .start();
    person.wait_for("REP");
    person
}

/// Looks at the screen until something is so.
#[track_caller]
fn until(person: &mut Person, what: &str, is: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is() {
        assert!(begun.elapsed() < DEADLINE, "never {what}");
        person.look(Duration::from_millis(20));
    }
}

#[track_caller]
fn leaves(mut person: Person) {
    person.keys("qqq");
    assert_eq!(person.exit_code(), 0, "{}", person.screen());
    assert_eq!(person.state(), person.before());
}

#[cfg(feature = "media-keys")]
mod buttons {
    use super::{Bus, Connection, DBusProxy, leaves, training, until};
    use crate::pty::Person;
    use zbus::names::OwnedBusName;

    /// A desktop that hands its media keys to the program.
    struct Desktop {
        bus: Connection,
        name: String,
    }

    impl Desktop {
        fn of(bus: &Bus, person: &mut Person) -> Self {
            let desktop = Self {
                bus: bus.join(),
                name: format!(
                    "org.mpris.MediaPlayer2.downbeat.instance{}",
                    person.pid().as_raw_nonzero()
                ),
            };
            until(person, "a player", || desktop.has_a_player());
            desktop
        }

        fn has_a_player(&self) -> bool {
            let name = OwnedBusName::try_from(self.name.as_str()).unwrap();
            let names = DBusProxy::new(&self.bus).unwrap();
            names.name_has_owner(name.into()).unwrap()
        }

        fn player(&self) -> zbus::blocking::Proxy<'_> {
            let path = "/org/mpris/MediaPlayer2";
            let player = "org.mpris.MediaPlayer2.Player";
            zbus::blocking::Proxy::new(&self.bus, self.name.as_str(), path, player).unwrap()
        }

        fn press(&self, button: &str) {
            self.player().call_method(button, &()).unwrap();
        }

        fn status(&self) -> String {
            self.player().get_property("PlaybackStatus").unwrap()
        }
    }

    #[test]
    fn a_headset_pauses_and_resumes_and_the_desktop_knows() {
        let bus = Bus::start();
        let mut person = training(&bus.address);
        let desktop = Desktop::of(&bus, &mut person);
        person.wait_for("1/8");
        desktop.press("Play");
        desktop.press("PlayPause");
        person.wait_for("PAUSED");
        until(&mut person, "paused on the bus", || {
            desktop.status() == "Paused"
        });
        desktop.press("Pause");
        desktop.press("Play");
        person.wait_for("GET READY");
        until(&mut person, "playing on the bus", || {
            desktop.status() == "Playing"
        });
        desktop.press("Stop");
        person.wait_for("PAUSED");
        // The summary is no session any more.
        person.keys("qq");
        until(&mut person, "no player", || !desktop.has_a_player());
        leaves(person);
    }

    #[test]
    fn a_headset_never_ends_a_set() {
        let bus = Bus::start();
        let mut person = training(&bus.address);
        let desktop = Desktop::of(&bus, &mut person);
        person.wait_for("1/8");
        desktop.press("Next");
        desktop.press("Pause");
        person.wait_for("PAUSED");
        assert!(person.screen().contains("SET 1/3"), "{}", person.screen());
        leaves(person);
    }
}

#[test]
fn without_a_bus_it_starts_and_trains() {
    let mut person = training("unix:path=/nowhere/at/all");
    person.wait_for("1/8");
    leaves(person);
}

#[test]
fn a_bus_that_never_answers_holds_nothing_up() {
    let folder = TempDir::new().unwrap();
    let socket = folder.path().join("bus");
    let _deaf = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let mut person = training(&format!("unix:path={}", socket.display()));
    person.wait_for("1/8");
    leaves(person);
}

#[test]
fn a_bus_that_goes_away_in_mid_set_leaves_the_set_alone() {
    let mut bus = Bus::start();
    let saver = Saver::on(&bus);
    let mut person = training(&bus.address);
    if cfg!(feature = "keep-awake") {
        until(&mut person, "held off", || saver.held() == 1);
    }
    bus.stop();
    person.keys(" ");
    person.wait_for("PAUSED");
    person.keys(" ");
    person.wait_for("GET READY");
    leaves(person);
}

/// What a screen saver gives to whoever holds it off.
const COOKIE: u32 = 7;

/// A screen saver that counts how often it is held off.
struct Saver {
    held: Arc<AtomicUsize>,
    _bus: Connection,
}

struct Held(Arc<AtomicUsize>);

#[zbus::interface(name = "org.freedesktop.ScreenSaver")]
impl Held {
    fn inhibit(&self, who: &str, why: &str) -> u32 {
        assert_eq!((who, why), ("Downbeat", "pacing a set"));
        self.0.fetch_add(1, Ordering::SeqCst);
        COOKIE
    }

    fn un_inhibit(&self, cookie: u32) {
        assert_eq!(cookie, COOKIE);
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Saver {
    fn on(bus: &Bus) -> Self {
        let held = Arc::new(AtomicUsize::new(0));
        let saver = Held(Arc::clone(&held));
        let bus = Builder::address(bus.address.as_str())
            .and_then(|bus| bus.serve_at("/org/freedesktop/ScreenSaver", saver))
            .and_then(|bus| bus.name("org.freedesktop.ScreenSaver"))
            .and_then(Builder::build)
            .unwrap();
        Self { held, _bus: bus }
    }

    fn held(&self) -> usize {
        self.held.load(Ordering::SeqCst)
    }
}

#[cfg(feature = "keep-awake")]
#[test]
fn the_screen_is_kept_on_from_the_lead_in_to_the_summary() {
    let bus = Bus::start();
    let saver = Saver::on(&bus);
    let mut person = Launch::downbeat(["start", "4-0-1-0", "--lead-in", "10m"])
        .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
        .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all")
        .start();
    until(&mut person, "held off in the lead-in", || saver.held() == 1);
    leaves(person);
    let mut person = training(&bus.address);
    person.wait_for("2/8");
    until(&mut person, "held off in the set", || saver.held() >= 1);
    let held = saver.held();
    person.keys("qq");
    until(&mut person, "let go of", || saver.held() == held - 1);
    leaves(person);
}

//! The real program in a real pseudo-terminal, and the instant at which each of its pictures stands on the screen.
//!
//! A thread does nothing but read the terminal and note when; what was drawn is found out afterwards. A phase is on the
//! screen when all of the screen has the colours of that phase, so at the last byte of its first frame. The terminal's
//! own delay is not in it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use downbeat::ui::theme::{Depth, Glyphs, Light, Theme, Tone};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::style::Color;
use tempfile::TempDir;

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;

/// What a phase is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phase {
    pub(crate) tone: Tone,
    /// The number of the rep in the header.
    pub(crate) rep: Option<u32>,
}

/// A phase that came on the screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) phase: Phase,
    pub(crate) at: Instant,
}

/// A run of the program, as seen by somebody who looks all the time.
pub(crate) struct Show {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    /// The terminal is there as long as this is.
    _master: Box<dyn MasterPty + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    log: Vec<u8>,
    shown: Vec<Shown>,
    _home: TempDir,
}

impl Show {
    /// Starts the program with an empty home; its sound goes to the server at this address.
    pub(crate) fn start(server: &str, arguments: &[&str]) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize {
                rows: ROWS,
                cols: COLUMNS,
                pixel_width: 0,
                pixel_height: 0,
            })
            .expect("there is a pseudo-terminal");
        let home = TempDir::new().expect("there is room for a folder");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_downbeat"));
        command.args(arguments);
        command.env_clear();
        for (name, value) in [
            ("PATH", "/usr/bin:/bin"),
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("PULSE_SERVER", server),
        ] {
            command.env(name, value);
        }
        command.env("HOME", home.path());
        command.cwd(home.path());
        let reader = pair
            .master
            .try_clone_reader()
            .expect("the terminal is there");
        let (sender, output) = channel();
        thread::spawn(move || read_all(reader, &sender));
        let nonzero = |length| NonZeroU16::new(length).expect("not nought");
        Self {
            child: pair.slave.spawn_command(command).expect("it starts"),
            keyboard: pair.master.take_writer().expect("taken once"),
            _master: pair.master,
            output,
            screen: vt100::Parser::new(nonzero(ROWS), nonzero(COLUMNS), 0),
            log: Vec::new(),
            shown: Vec::new(),
            _home: home,
        }
    }

    /// The phases that came on the screen, in order.
    pub(crate) fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// How many phases of reps came on the screen.
    pub(crate) fn beats(&self) -> usize {
        self.shown.iter().filter(|shown| shown.is_beat()).count()
    }

    /// Looks on until something is as wished.
    pub(crate) fn watch_until(&mut self, patience: Duration, wish: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !wish(self) {
            assert!(
                begun.elapsed() < patience,
                "it never came to that; on the screen:\n{}",
                self.screen.screen().contents()
            );
            match self.output.recv_timeout(Duration::from_millis(50)) {
                Ok((at, bytes)) => self.see(at, &bytes),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => panic!("the program has ended"),
            }
        }
    }

    /// Looks on until an instant, and no longer.
    pub(crate) fn watch_to(&mut self, end: Instant) {
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            if let Ok((at, bytes)) = self.output.recv_timeout(left) {
                self.see(at, &bytes);
            }
        }
    }

    /// Presses a key; the instant just before.
    pub(crate) fn press(&mut self, key: &[u8]) -> Instant {
        let at = Instant::now();
        self.keyboard.write_all(key).expect("the terminal is there");
        at
    }

    /// Looks on for a while.
    pub(crate) fn watch_for(&mut self, length: Duration) {
        let end = Instant::now() + length;
        self.watch_until(length + Duration::from_secs(1), |_| Instant::now() >= end);
    }

    /// Whether the set is over: the screen of what was done stands.
    pub(crate) fn is_over(&self) -> bool {
        self.beats() > 0 && self.shown.last().is_some_and(|last| !last.is_beat())
    }

    pub(crate) fn shows(&self, text: &str) -> bool {
        self.screen.screen().contents().contains(text)
    }

    /// Leaves the program by its key, and gives everything that it wrote.
    pub(crate) fn leave(mut self) -> String {
        self.press(b"q");
        let begun = Instant::now();
        while self.child.try_wait().expect("our child").is_none() {
            assert!(begun.elapsed() < Duration::from_secs(10), "it does not end");
            if let Ok((at, bytes)) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.see(at, &bytes);
            }
        }
        while let Ok((at, bytes)) = self.output.recv_timeout(Duration::from_millis(100)) {
            self.see(at, &bytes);
        }
        String::from_utf8_lossy(&self.log).into_owned()
    }

    fn see(&mut self, at: Instant, bytes: &[u8]) {
        self.log.extend_from_slice(bytes);
        self.screen.process(bytes);
        let Some(tone) = tone_of(self.screen.screen()) else {
            return;
        };
        let header = self.screen.screen().contents_between(0, 0, 0, COLUMNS);
        let phase = Phase {
            tone,
            rep: rep_in(&header),
        };
        if self.shown.last().map(|last| last.phase) != Some(phase) {
            self.shown.push(Shown { phase, at });
        }
    }
}

impl Shown {
    pub(crate) fn is_beat(&self) -> bool {
        matches!(self.phase.tone, Tone::Down | Tone::Up)
    }
}

impl Drop for Show {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_all(mut reader: impl Read, sender: &Sender<(Instant, Vec<u8>)>) {
    let mut buffer = [0; 1 << 14];
    while let Ok(length) = reader.read(&mut buffer) {
        let at = Instant::now();
        if length == 0 || sender.send((at, buffer[..length].to_vec())).is_err() {
            return;
        }
    }
}

/// The number in `REP 3/30`.
fn rep_in(header: &str) -> Option<u32> {
    header.split("REP ").nth(1)?.split('/').next()?.parse().ok()
}

/// The phase whose colours, water, air and ink, all but a few cells have; [`Tone::Rest`] for a picture with hardly any cell
/// of a phase, whatever it is: what stands there before a set and behind it. Nothing in the middle of a frame.
fn tone_of(screen: &vt100::Screen) -> Option<Tone> {
    const FEW: usize = 24;
    const HARDLY_ANY: usize = 480;
    let theme = Theme {
        light: Light::Day,
        depth: Depth::TrueColour,
        glyphs: Glyphs::Blocks,
    };
    let cells = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column)));
    let grounds: Vec<vt100::Color> = cells
        .filter_map(|(row, column)| screen.cell(row, column).map(vt100::Cell::bgcolor))
        .collect();
    let count = |paints: &[Color]| {
        let paints: Vec<_> = paints.iter().copied().map(emulated).collect();
        grounds
            .iter()
            .filter(|ground| paints.contains(ground))
            .count()
    };
    let mut phases = 0;
    for tone in [Tone::Down, Tone::Up, Tone::Lead] {
        let water = theme.water(tone);
        let [fill, back] = [water.fill, water.back];
        // The inks are common to several phases: a cell that is all ink says nothing.
        if count(&[fill.ground, fill.ink, back.ground, back.ink]) + FEW >= grounds.len() {
            return Some(tone);
        }
        phases += count(&[fill.ground, back.ground]);
    }
    (phases < HARDLY_ANY).then_some(Tone::Rest)
}

/// Black and white are sent as the corners of the colour cube.
fn emulated(colour: Color) -> vt100::Color {
    match colour {
        Color::Rgb(0, 0, 0) => vt100::Color::Idx(16),
        Color::Rgb(255, 255, 255) => vt100::Color::Idx(231),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    }
}

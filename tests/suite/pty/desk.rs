//! The terminal itself: its line, its screen, and all that was ever written to it.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::fs::OFlags;
use rustix::termios::tcgetattr;

use super::DEADLINE;

/// A sequence that no screen shows, written behind a program's last byte to know that all of it was read.
const MARK: &[u8] = b"\x1b]777;mark\x07";

/// The private modes that a shell relies on, and whether they are on in a fresh terminal: line wrap, cursor,
/// alternate screen, marked pastes, synchronized output.
const MODES: [(u16, bool); 5] = [
    (7, true),
    (25, true),
    (1049, false),
    (2004, false),
    (2026, false),
];

/// What a program has to leave as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State {
    line_settings: String,
    modes_on: Vec<u16>,
}

impl State {
    /// Whether an interface holds the terminal.
    pub(crate) fn is_taken_over(&self) -> bool {
        self.modes_on == [1049, 2004]
    }
}

/// The terminal, without the program.
pub(super) struct Desk {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    /// Our own handle on the program's side of the terminal: for its settings and for marks.
    line: File,
    output: Receiver<Vec<u8>>,
    reader: JoinHandle<()>,
    pub(super) emulator: vt100::Parser,
    pub(super) log: Vec<u8>,
}

impl Desk {
    /// A terminal of this size, and the socket for a program.
    pub(super) fn new(columns: u16, rows: u16) -> (Self, Box<dyn SlavePty + Send>) {
        let pair = native_pty_system()
            .openpty(pty_size(columns, rows))
            .unwrap();
        let path = pair.master.tty_name().unwrap();
        let not_ours = OFlags::NOCTTY.bits().cast_signed();
        let line = OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(not_ours)
            .open(path)
            .unwrap();
        let reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = sync_channel(0);
        let desk = Self {
            keyboard: pair.master.take_writer().unwrap(),
            master: pair.master,
            line,
            output,
            reader: thread::spawn(move || read_all(reader, &sender)),
            emulator: vt100::Parser::new(nonzero(rows), nonzero(columns), 0),
            log: Vec::new(),
        };
        (desk, pair.slave)
    }

    pub(super) fn type_in(&mut self, bytes: &[u8]) {
        self.keyboard.write_all(bytes).unwrap();
        self.keyboard.flush().unwrap();
    }

    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        // The emulator first: what was drawn for the old size is drawn over anyway.
        self.emulator
            .screen_mut()
            .set_size(nonzero(rows), nonzero(columns));
        self.master.resize(pty_size(columns, rows)).unwrap();
    }

    /// Closes every handle on the terminal.
    pub(super) fn vanish(self) {
        let Self {
            master,
            keyboard,
            mut line,
            output,
            reader,
            ..
        } = self;
        // The reader has its own handle; a last byte makes it notice that nobody looks any more.
        drop(output);
        line.write_all(b" ").unwrap();
        reader.join().unwrap();
        drop((line, keyboard, master));
    }

    pub(super) fn take(&mut self, patience: Duration) -> bool {
        match self.output.recv_timeout(patience) {
            Ok(bytes) => {
                self.emulator.process(&bytes);
                self.log.extend_from_slice(&bytes);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Reads everything that was written before this call.
    pub(super) fn catch_up(&mut self) {
        let marks = |log: &[u8]| {
            log.windows(MARK.len())
                .filter(|window| *window == MARK)
                .count()
        };
        let known = marks(&self.log);
        self.line.write_all(MARK).unwrap();
        let begun = Instant::now();
        while marks(&self.log) == known {
            assert!(begun.elapsed() < DEADLINE, "the terminal is stuck");
            self.take(Duration::from_millis(20));
        }
    }

    pub(super) fn state(&mut self) -> State {
        self.catch_up();
        let on = MODES
            .iter()
            .filter(|(number, initially)| self.mode(*number).unwrap_or(*initially));
        State {
            line_settings: format!("{:?}", tcgetattr(&self.line).unwrap()),
            modes_on: on.map(|(number, _)| *number).collect(),
        }
    }

    /// The last setting of a private mode in the log.
    fn mode(&self, number: u16) -> Option<bool> {
        let prefix = format!("\x1b[?{number}");
        let settings = self.log.windows(prefix.len() + 1);
        let mut settings = settings
            .rev()
            .filter(|window| window.starts_with(prefix.as_bytes()));
        settings.find_map(|window| match window.last() {
            Some(b'h') => Some(true),
            Some(b'l') => Some(false),
            _ => None,
        })
    }
}

fn read_all(mut reader: Box<dyn Read + Send>, sender: &SyncSender<Vec<u8>>) {
    let mut buffer = [0; 4096];
    while let Ok(length) = reader.read(&mut buffer) {
        if length == 0 || sender.send(buffer[..length].to_vec()).is_err() {
            return;
        }
    }
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The emulator knows no nought.
fn nonzero(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).unwrap_or(NonZeroU16::MIN)
}

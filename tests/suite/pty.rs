//! A person at a terminal: starts a program in a pseudo-terminal, looks at its screen, presses keys, resizes it,
//! pulls the plug, and compares the terminal's state before and after.
//!
//! What the program writes is taken only while the person looks (every call that waits does), so a person who does
//! not look is a terminal that does not drain.

use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::OFlags;
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::tcgetattr;
use tempfile::TempDir;

/// Longer than anything takes on a busy machine; only a failing test waits for it.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);
/// A sequence that no screen shows, written behind a program's last byte to know that all of it was read.
const MARK: &[u8] = b"\x1b]777;mark\x07";

/// How to start a program.
pub(crate) struct Launch {
    command: CommandBuilder,
    home: TempDir,
    columns: u16,
    rows: u16,
}

impl Launch {
    /// The real program, silent, with an empty home.
    pub(crate) fn downbeat<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Self {
        let arguments: Vec<_> = arguments
            .into_iter()
            .map(|argument| argument.as_ref().to_owned())
            .collect();
        Self::program(
            env!("CARGO_BIN_EXE_downbeat"),
            arguments.into_iter().chain(["--mute".into()]),
        )
    }

    /// Any program, with an empty home and an environment of its own.
    pub(crate) fn program(
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Self {
        let home = TempDir::new().unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("HOME", home.path());
        for folder in [
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
        ] {
            command.env(folder, home.path().join(folder));
        }
        command.cwd(home.path());
        Self {
            command,
            home,
            columns: 80,
            rows: 24,
        }
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    pub(crate) fn start(self) -> Person {
        Person::sit_down(self)
    }
}

/// What a shell relies on after a program has left its terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State {
    line_settings: String,
    alternate_screen: bool,
    cursor_hidden: bool,
    wraps: bool,
    marks_pastes: bool,
    synchronizes: bool,
}

impl State {
    /// Whether an interface holds the terminal.
    pub(crate) fn is_taken_over(&self) -> bool {
        self.alternate_screen && self.cursor_hidden && !self.wraps && self.marks_pastes
    }
}

/// The person; owns the terminal and the program in it.
pub(crate) struct Person {
    child: Running,
    desk: Desk,
    before: State,
}

/// The terminal, without the program.
struct Desk {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    /// Our own handle on the program's side of the terminal: for its settings and for marks.
    line: File,
    output: Receiver<Vec<u8>>,
    reader: JoinHandle<()>,
    emulator: vt100::Parser,
    log: Vec<u8>,
    _home: TempDir,
}

impl Person {
    fn sit_down(launch: Launch) -> Self {
        let pair = native_pty_system()
            .openpty(pty_size(launch.columns, launch.rows))
            .unwrap();
        let path = pair.master.tty_name().unwrap();
        let no_tty = OFlags::NOCTTY.bits().cast_signed();
        let line = OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(no_tty)
            .open(path)
            .unwrap();
        let reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = sync_channel(0);
        let mut desk = Desk {
            keyboard: pair.master.take_writer().unwrap(),
            master: pair.master,
            line,
            output,
            reader: thread::spawn(move || read_all(reader, &sender)),
            emulator: vt100::Parser::new(nonzero(launch.rows), nonzero(launch.columns), 0),
            log: Vec::new(),
            _home: launch.home,
        };
        let before = desk.state();
        let child = Running(pair.slave.spawn_command(launch.command).unwrap());
        Self {
            child,
            desk,
            before,
        }
    }

    /// The terminal's state before the program was started.
    pub(crate) fn before(&self) -> State {
        self.before.clone()
    }

    /// The terminal's state now.
    pub(crate) fn state(&mut self) -> State {
        self.desk.state()
    }

    /// Looks until the screen shows the text.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Looks until the screen is as wished.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, what: &str, wish: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !wish(&self.screen()) {
            assert!(
                begun.elapsed() < DEADLINE,
                "never saw {what:?}; on the screen:\n{}",
                self.screen()
            );
            self.look(Duration::from_millis(20));
        }
    }

    /// Presses a key again and again until the screen shows the text.
    #[track_caller]
    pub(crate) fn press_until(&mut self, key: &str, text: &str) {
        let begun = Instant::now();
        while !self.screen().contains(text) {
            assert!(
                begun.elapsed() < DEADLINE,
                "never saw {text:?}; on the screen:\n{}",
                self.screen()
            );
            self.keys(key);
            self.look(Duration::from_millis(20));
        }
    }

    /// Looks until the text was written, wherever on the screen it went.
    #[track_caller]
    pub(crate) fn wait_until_log(&mut self, text: &str) {
        let begun = Instant::now();
        while !self
            .desk
            .log
            .windows(text.len())
            .any(|window| window == text.as_bytes())
        {
            assert!(
                begun.elapsed() < DEADLINE,
                "{text:?} was never written, but:\n{}",
                String::from_utf8_lossy(&self.desk.log).escape_debug()
            );
            self.look(Duration::from_millis(20));
        }
    }

    /// Looks for at most this long, until something was written; says whether something was.
    pub(crate) fn look(&mut self, patience: Duration) -> bool {
        self.desk.take(patience)
    }

    /// The text on the screen.
    pub(crate) fn screen(&self) -> String {
        self.desk.emulator.screen().contents()
    }

    /// All that was ever written to the terminal.
    pub(crate) fn log(&self) -> &[u8] {
        &self.desk.log
    }

    /// Types; escape sequences and control characters are what their keys send.
    pub(crate) fn keys(&mut self, keys: &str) {
        self.bytes(keys.as_bytes());
    }

    /// Sends bytes that need not be whole keys.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.desk.keyboard.write_all(bytes).unwrap();
        self.desk.keyboard.flush().unwrap();
    }

    /// Drags the window to another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        // The emulator first: what was drawn for the old size is drawn over anyway.
        self.desk
            .emulator
            .screen_mut()
            .set_size(nonzero(rows), nonzero(columns));
        self.desk.master.resize(pty_size(columns, rows)).unwrap();
    }

    /// Sends a signal to the program that was started.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    pub(crate) fn pid(&self) -> Pid {
        let id = self
            .child
            .0
            .process_id()
            .and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).unwrap()
    }

    /// Looks on until the program has ended, and then at the rest of what it wrote; its exit code.
    #[track_caller]
    pub(crate) fn exit_code(&mut self) -> u32 {
        let begun = Instant::now();
        let code = loop {
            if let Some(code) = self.child.exit_code() {
                break code;
            }
            assert!(
                begun.elapsed() < DEADLINE,
                "still running; on the screen:\n{}",
                self.screen()
            );
            self.look(Duration::from_millis(5));
        };
        self.desk.catch_up();
        code
    }

    /// Waits for the program's end without taking what it writes; its exit code.
    #[track_caller]
    pub(crate) fn exit_code_without_looking(&mut self) -> u32 {
        self.child.wait()
    }

    /// Closes the window: the terminal vanishes under the program. Its exit code.
    #[track_caller]
    pub(crate) fn pull_the_plug(self) -> u32 {
        let Self {
            mut child, desk, ..
        } = self;
        let Desk {
            master,
            keyboard,
            mut line,
            output,
            reader,
            ..
        } = desk;
        // The reader has its own handle on the terminal; a last byte makes it notice that nobody looks any more.
        drop(output);
        line.write_all(b" ").unwrap();
        reader.join().unwrap();
        drop((line, keyboard, master));
        child.wait()
    }
}

/// A program that does not outlive a failed test.
struct Running(Box<dyn Child + Send + Sync>);

impl Running {
    #[track_caller]
    fn exit_code(&mut self) -> Option<u32> {
        let status = self.0.try_wait().unwrap()?;
        assert_eq!(status.signal(), None, "killed");
        Some(status.exit_code())
    }

    #[track_caller]
    fn wait(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(code) = self.exit_code() {
                return code;
            }
            assert!(begun.elapsed() < DEADLINE, "the program does not end");
            thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Desk {
    fn take(&mut self, patience: Duration) -> bool {
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
    fn catch_up(&mut self) {
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

    fn state(&mut self) -> State {
        self.catch_up();
        let screen = self.emulator.screen();
        State {
            line_settings: format!("{:?}", tcgetattr(&self.line).unwrap()),
            alternate_screen: screen.alternate_screen(),
            cursor_hidden: screen.hide_cursor(),
            wraps: self.mode(7).unwrap_or(true),
            marks_pastes: screen.bracketed_paste(),
            synchronizes: self.mode(2026).unwrap_or(false),
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

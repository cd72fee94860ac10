//! A person at a terminal: starts a program in a pseudo-terminal, looks at its screen, presses keys, resizes it,
//! pulls the plug, and compares the terminal's state before and after.
//!
//! What the program writes is taken only while the person looks (every call that waits does), so a person who does
//! not look is a terminal that does not drain.

mod desk;

use std::ffi::{OsStr, OsString};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use desk::{Desk, State};

/// Longer than anything takes on a busy machine; only a failing test waits for it.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// How to start a program.
pub(crate) struct Launch {
    command: CommandBuilder,
    /// Goes with the person.
    home: TempDir,
    columns: u16,
    rows: u16,
}

impl Launch {
    /// The real program, silent, with an empty home.
    pub(crate) fn downbeat<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Self {
        Self::downbeat_at(TempDir::new().unwrap(), arguments)
    }

    /// The real program, silent, in a home where it may have been before.
    pub(crate) fn downbeat_at<A: AsRef<OsStr>>(
        home: TempDir,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let arguments: Vec<_> = arguments
            .into_iter()
            .map(|argument| argument.as_ref().to_owned())
            .collect();
        Self::program_at(
            home,
            env!("CARGO_BIN_EXE_downbeat"),
            arguments.into_iter().chain(["--mute".into()]),
        )
    }

    /// Any program, with an empty home and an environment of its own.
    pub(crate) fn program(
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Self {
        Self::program_at(TempDir::new().unwrap(), program, arguments)
    }

    fn program_at(
        home: TempDir,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Self {
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

    /// Puts a configuration file where the program looks for it.
    pub(crate) fn config(self, text: &str) -> Self {
        let folder = self.home.path().join("XDG_CONFIG_HOME").join("downbeat");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("config.toml"), text).unwrap();
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

/// The person; owns the terminal and the program in it.
pub(crate) struct Person {
    child: Running,
    desk: Desk,
    before: State,
    home: TempDir,
}

impl Person {
    fn sit_down(launch: Launch) -> Self {
        let (mut desk, socket) = Desk::new(launch.columns, launch.rows);
        let before = desk.state();
        let child = Running(socket.spawn_command(launch.command).unwrap());
        Self {
            child,
            desk,
            before,
            home: launch.home,
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

    /// Presses a key until the screen shows the text, with patience between the presses.
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
            let pressed = Instant::now();
            while pressed.elapsed() < Duration::from_millis(1500) && !self.screen().contains(text) {
                self.look(Duration::from_millis(20));
            }
        }
    }

    /// How often the text was written so far, wherever on the screen it went.
    pub(crate) fn written(&self, text: &str) -> usize {
        let windows = self.desk.log.windows(text.len());
        windows.filter(|window| *window == text.as_bytes()).count()
    }

    /// Acts, and looks until the text is written once more.
    #[track_caller]
    pub(crate) fn until_written(&mut self, text: &str, act: impl FnOnce(&mut Self)) {
        let before = self.written(text);
        act(self);
        let begun = Instant::now();
        while self.written(text) == before {
            assert!(
                begun.elapsed() < DEADLINE,
                "{text:?} is not written again; on the screen:\n{}",
                self.screen()
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
        self.desk.type_in(bytes);
    }

    /// Drags the window to another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.desk.resize(columns, rows);
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

    /// Kills the program without warning, and gives back the home that it leaves.
    pub(crate) fn kill(self) -> TempDir {
        let Self { child, home, .. } = self;
        drop(child);
        home
    }

    /// Closes the window: the terminal vanishes under the program. Its exit code.
    #[track_caller]
    pub(crate) fn pull_the_plug(self) -> u32 {
        self.close_the_window().0
    }

    /// The same; gives back the home that the program leaves, too.
    #[track_caller]
    pub(crate) fn close_the_window(self) -> (u32, TempDir) {
        let Self {
            mut child,
            desk,
            home,
            ..
        } = self;
        desk.vanish();
        (child.wait(), home)
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

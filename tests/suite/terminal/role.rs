//! A small interface that misbehaves on request, played by the test binary itself in a terminal.
//!
//! It shows what it is told (`KEY x`, `PASTE n`, `SIZE WxH`) and counts frames, so that a frozen picture can be
//! told from a moving one. `q` quits, `e` ends with an error, `p` panics, `t` makes another thread panic, `h` hangs,
//! `f` floods the terminal, `s` shows a still picture.

use std::ffi::OsString;
use std::io::Write;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crossterm::event::KeyCode;
use downbeat::terminal::lean::{Colours, Lean, Repeat};
use downbeat::terminal::sheet::Sheet;
use downbeat::terminal::{self, Event, Guard, Screen};
use ratatui::layout::Rect;

use crate::pty::Launch;

pub(crate) const SWITCH: &str = "DOWNBEAT_TEST_ROLE";
pub(crate) const ARGUMENTS: [&str; 3] = ["--exact", "terminal::role::played", "--nocapture"];
/// What to type to start the role in a shell that [`in_shell`] has prepared.
pub(crate) const SHELL_LINE: &str = "$ROLE --exact terminal::role::played --nocapture";

/// The role, ready to start in a terminal.
pub(crate) fn launch() -> Launch {
    let program = std::env::current_exe().unwrap();
    Launch::program(program, ARGUMENTS.map(OsString::from)).env(SWITCH, "1")
}

/// Prepares a shell for [`SHELL_LINE`].
pub(crate) fn in_shell(shell: Launch) -> Launch {
    let program = std::env::current_exe().unwrap();
    shell
        .env(SWITCH, "1")
        .env("ROLE", program.to_str().unwrap())
}

/// How many frames were drawn, by the screen.
pub(crate) fn frames(screen: &str) -> u64 {
    number_behind("FRAME ", screen)
}

/// The process that draws, by the screen.
pub(crate) fn id(screen: &str) -> i32 {
    i32::try_from(number_behind("ID ", screen)).unwrap()
}

fn number_behind(word: &str, screen: &str) -> u64 {
    let number = screen.lines().find_map(|line| line.strip_prefix(word));
    number
        .and_then(|number| number.trim().parse().ok())
        .unwrap_or(0)
}

/// Not a test: the other end of [`launch`]. Without the switch there is nothing to do.
#[test]
fn played() {
    if std::env::var_os(SWITCH).is_none() {
        return;
    }
    let code = match std::panic::catch_unwind(play) {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => {
            report(&error);
            1
        }
        Err(_) => 1,
    };
    #[expect(
        clippy::exit,
        reason = "the test harness has its own idea of exit codes"
    )]
    std::process::exit(code);
}

/// As a careful main does it: a terminal that is gone is no reason to panic.
fn report(error: &str) {
    let _ = writeln!(std::io::stderr(), "error: {error}");
}

fn play() -> Result<i32, String> {
    let (sender, events) = mpsc::channel();
    let guard = Guard::acquire(move |event| sender.send(event).is_ok())
        .map_err(|error| error.to_string())?;
    Stage::new(guard).run(&events)
}

struct Stage {
    guard: Guard,
    sheet: Sheet<Lean<Screen>>,
    told: String,
    frames: u64,
    is_still: bool,
}

impl Stage {
    fn new(guard: Guard) -> Self {
        let area = Rect::from((ratatui::layout::Position::ORIGIN, terminal::size()));
        let lean = Lean::new(Screen, area.as_size(), Colours::Sent, Repeat::Spaces);
        Self {
            guard,
            sheet: Sheet::new(lean, area),
            told: format!("SIZE {}x{}", area.width, area.height),
            frames: 0,
            is_still: false,
        }
    }

    fn run(mut self, events: &Receiver<Event>) -> Result<i32, String> {
        loop {
            match events.recv_timeout(Duration::from_millis(10)) {
                Ok(event) => {
                    if let Some(end) = self.heard(event) {
                        return end;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Err("nobody tells anything".to_owned());
                }
            }
            if terminal::ready() {
                self.draw()?;
            }
        }
    }

    fn hang(&mut self) {
        "HANGS".clone_into(&mut self.told);
        self.draw().unwrap();
        loop {
            thread::park();
        }
    }

    /// More than any terminal holds for a reader that does not read.
    fn flood(&mut self) {
        for _ in 0..10_000 {
            self.sheet.backend_mut().pass(&[b'x'; 1024]);
            self.draw().unwrap();
        }
    }

    fn draw(&mut self) -> Result<(), String> {
        self.frames += 1;
        let text = if self.is_still {
            "STILL".to_owned()
        } else {
            format!(
                "READY\n{}\nFRAME {}\nID {}",
                self.told,
                self.frames,
                std::process::id()
            )
        };
        let area = self.sheet.standing().area;
        let drawn = self.sheet.draw(0..area.height, |buf| {
            for (line, y) in text.lines().zip(0..area.height) {
                let style = ratatui::style::Style::new();
                buf.set_stringn(0, y, line, area.width.into(), style);
            }
        });
        drawn.map_err(|error| error.to_string())
    }

    fn heard(&mut self, event: Event) -> Option<Result<i32, String>> {
        match event {
            Event::Key { key, .. } => {
                self.told = format!("KEY {}", key.code);
                match key.code {
                    KeyCode::Char('q') => return Some(Ok(0)),
                    KeyCode::Char('e') => return Some(Err("it could not go on".to_owned())),
                    KeyCode::Char('p') => panic!("a bug in the interface"),
                    KeyCode::Char('t') => drop(thread::spawn(|| panic!("a bug in a worker"))),
                    KeyCode::Char('h') => self.hang(),
                    KeyCode::Char('f') => self.flood(),
                    KeyCode::Char('s') => self.is_still = true,
                    _ => {}
                }
            }
            Event::Paste(text) => self.told = format!("PASTE {}", text.len()),
            Event::Resize => self.resize(),
            Event::Stop(signal) => return Some(Ok(128 + signal)),
            Event::Suspend => {
                self.guard.suspend().unwrap();
                self.draw_anew();
            }
            Event::Resume => {
                self.guard.resumed().unwrap();
                self.draw_anew();
            }
            Event::Gone => return Some(Err("the terminal is gone".to_owned())),
            Event::Panicked => return Some(Ok(1)),
        }
        None
    }

    fn draw_anew(&mut self) {
        self.sheet.backend_mut().forget();
        self.sheet.clear().unwrap();
    }

    fn resize(&mut self) {
        let size = terminal::size();
        self.told = format!("SIZE {}x{}", size.width, size.height);
        self.sheet.backend_mut().set_size(size);
        self.sheet
            .resize((ratatui::layout::Position::ORIGIN, size).into())
            .unwrap();
    }
}

//! The terminal: taken over politely, and given back whatever happens.
//!
//! [`Guard::acquire`] checks that there is a terminal to draw on, takes it over, and starts the threads that
//! report keys, signals and the terminal's end as [`Event`]s. [`restore`] gives the terminal back from any
//! thread, any number of times: when the guard is dropped, in a panic, or when a signal finds the program hung.
//! What is drawn goes through [`lean::Lean`] into [`Screen`], which writes nothing while the terminal is not ours.

mod hush;
pub mod input;
#[cfg(unix)]
mod keys;
pub mod lean;
mod modes;
pub mod sheet;
pub mod signals;
pub mod stop;

use std::io::{self, IsTerminal};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crossterm::event::KeyEvent;
use ratatui::layout::Size;

pub use modes::{Screen, is_held, ready, restore, size};

/// Something that the terminal, or the system through it, told the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed (or repeats while held down); a release is never reported.
    Key {
        /// Which one.
        key: KeyEvent,
        /// When it could be read; it may be a while before somebody takes the event.
        at: Instant,
    },
    /// Text was pasted. It is never to be read as keys: a pasted `q` must not quit.
    Paste(String),
    /// The terminal may have another size now; ask [`size`]. Many of these may stand in the queue: one
    /// look at the size answers them all.
    Resize,
    /// A signal with this number asks the program to stop. It has less than a second (see [`signals`]).
    Stop(i32),
    /// The job should be suspended: pause, then call [`Guard::suspend`].
    Suspend,
    /// The program runs again after it was stopped: call [`Guard::resumed`] and draw everything anew.
    Resume,
    /// The terminal is gone; nothing can be read or shown any more.
    Gone,
    /// A thread panicked. The terminal was given back already and the message is on it.
    Panicked,
}

/// Where events go: answers `false` when nobody receives them any more, which ends the thread that asked.
pub trait Sink: Fn(Event) -> bool + Send + Clone + 'static {}
impl<F: Fn(Event) -> bool + Send + Clone + 'static> Sink for F {}

/// Why the interface cannot start here; each says what to do instead.
#[derive(Debug, thiserror::Error)]
pub enum AcquireError {
    /// Standard output leads to a file or a pipe.
    #[error(
        "standard output is not a terminal, so there is no screen to draw on; add --plain for one line per phase"
    )]
    NoScreen,
    /// Standard input leads to a file or a pipe.
    #[error(
        "standard input is not a terminal, so no key can be read; start it without a pipe, or add --plain"
    )]
    NoKeys,
    /// `TERM=dumb`: escape sequences would be printed as text.
    #[error(
        "TERM=dumb stands for a terminal that cannot move its cursor; \
         set TERM to the terminal that you use (often xterm-256color), or add --plain"
    )]
    Dumb,
    /// The system refused a setting of the terminal, a signal handler or a thread.
    #[error("the terminal could not be set up ({0}); try another terminal, or add --plain")]
    Refused(#[from] io::Error),
}

/// The terminal while it is ours; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal over: raw mode, alternate screen, no cursor, no line wrap, marked pastes.
    ///
    /// Panics are handled from here on (the terminal is given back before the message is printed), signals and
    /// keys are reported to `sink`.
    ///
    /// # Errors
    /// When there is no terminal to take, or it refuses; then it is left as it was.
    pub fn acquire(sink: impl Sink) -> Result<Self, AcquireError> {
        check()?;
        watch_panics(sink.clone());
        signals::watch(sink.clone())?;
        modes::enter()?;
        let guard = Self(());
        input::watch(sink)?;
        Ok(guard)
    }

    /// Stops the whole job, as Ctrl-Z in a shell does, and takes the terminal over again once it goes on.
    ///
    /// Call it with the metronome paused: the call returns when somebody brings the job back.
    /// Where nobody could (the program is the only one in its terminal), the kernel does not stop it, and the
    /// call returns after a moment. Everything must be drawn anew afterwards.
    ///
    /// # Errors
    /// When the terminal cannot be taken over again.
    pub fn suspend(&mut self) -> io::Result<()> {
        restore();
        signals::stop_job()?;
        modes::enter()
    }

    /// Takes the terminal over again after somebody else stopped and continued the program: a shell has used the
    /// terminal in between and left its own settings. Everything must be drawn anew afterwards.
    ///
    /// # Errors
    /// When the terminal refuses its settings.
    pub fn resumed(&mut self) -> io::Result<()> {
        modes::reenter()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether there is a terminal with a screen and keys here.
fn check() -> Result<(), AcquireError> {
    if !io::stdout().is_terminal() {
        Err(AcquireError::NoScreen)
    } else if !io::stdin().is_terminal() {
        Err(AcquireError::NoKeys)
    } else if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        Err(AcquireError::Dumb)
    } else {
        Ok(())
    }
}

/// Makes a panic in any thread readable: first the terminal is given back, then the message is printed, then the
/// interface is told to stop, since it cannot see that another thread is dead.
fn watch_panics(sink: impl Sink) {
    let print = std::panic::take_hook();
    let sink = Mutex::new(sink);
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        print(panic);
        let tell = sink.lock().unwrap_or_else(PoisonError::into_inner);
        tell(Event::Panicked);
    }));
}

/// What a terminal's report of its size means.
///
/// Nought by nought is how a serial line or a bare pseudo-terminal says that it does not know; then 80x24 is
/// assumed, as other programs do. A single nought is a window that has been dragged flat: it counts as one.
fn sensible(columns: u16, rows: u16) -> Size {
    if (columns, rows) == (0, 0) {
        Size::new(80, 24)
    } else {
        Size::new(columns.max(1), rows.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_size_is_80x24_and_no_side_is_nought() {
        assert_eq!(sensible(0, 0), Size::new(80, 24));
        assert_eq!(sensible(0, 7), Size::new(1, 7));
        assert_eq!(sensible(7, 0), Size::new(7, 1));
        assert_eq!(sensible(1, 1), Size::new(1, 1));
        assert_eq!(sensible(200, 60), Size::new(200, 60));
    }

    #[test]
    fn every_refusal_says_what_to_do_next() {
        let refusals = [
            AcquireError::NoScreen,
            AcquireError::NoKeys,
            AcquireError::Dumb,
            AcquireError::Refused(io::Error::other("no")),
        ];
        for refusal in refusals {
            assert!(refusal.to_string().contains("--plain"), "{refusal}");
        }
    }
}

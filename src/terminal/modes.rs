//! The modes of the terminal and every byte that is written to it: entered, left, and never drawn on while left.
//!
//! One lock, the pen, is held while bytes are on their way, so that a frame and the farewell cannot cross: once
//! the terminal is given back by any thread, what the interface still draws goes nowhere.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use super::hush;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::layout::Size;

/// Alternate screen, no cursor, no wrap at the last column, marked pastes, default colours, an empty screen.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[m\x1b[2J";
/// The reverse; first the end of a synchronized frame that may have been cut short.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";
/// How long the farewell waits for a frame that is being written; a terminal that takes no bytes would hold it
/// for ever.
const PATIENCE: Duration = Duration::from_millis(200);

static HELD: AtomicBool = AtomicBool::new(false);
static PEN: Mutex<()> = Mutex::new(());

/// Whether the terminal is ours to draw on at this moment.
pub fn is_held() -> bool {
    HELD.load(Ordering::SeqCst)
}

/// Gives the terminal back, in any thread, and does nothing if that was done before.
///
/// When it returns the terminal has been given back, by this call or by one that was under way.
pub fn restore() {
    let _pen = pen_within(PATIENCE);
    if HELD.swap(false, Ordering::SeqCst) {
        // Both are tried whatever becomes of the other; there is nobody left to tell about a failure.
        // The line's settings come first: writing never ends on a terminal that takes no bytes.
        let _ = disable_raw_mode();
        let _ = put(LEAVE);
        hush::speak();
    }
}

/// Takes the terminal over.
pub(super) fn enter() -> io::Result<()> {
    #[cfg(windows)]
    crossterm::ansi_support::supports_ansi();
    enable_raw_mode()?;
    HELD.store(true, Ordering::SeqCst);
    hush::hush();
    put_or_restore(ENTER)
}

/// Takes the terminal over again, whatever its settings have become in the meantime.
pub(super) fn reenter() -> io::Result<()> {
    if !is_held() {
        return enter();
    }
    // Raw mode is remembered as on, so turning it on alone would do nothing.
    disable_raw_mode()?;
    enable_raw_mode()?;
    put_or_restore(ENTER)
}

fn put_or_restore(bytes: &[u8]) -> io::Result<()> {
    let written = {
        let _pen = pen();
        put(bytes)
    };
    if written.is_err() {
        restore();
    }
    written
}

/// The writing end of the terminal: straight to the system, without a buffer, and nowhere while the terminal is
/// not held.
#[derive(Debug, Clone, Copy, Default)]
pub struct Screen;

impl Write for Screen {
    /// # Errors
    /// When the terminal is gone. That is for good: never try again.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _pen = pen();
        if is_held() {
            write_some(bytes)
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn pen() -> MutexGuard<'static, ()> {
    PEN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn pen_within(patience: Duration) -> Option<MutexGuard<'static, ()>> {
    let begun = Instant::now();
    loop {
        match PEN.try_lock() {
            Ok(pen) => return Some(pen),
            Err(TryLockError::Poisoned(pen)) => return Some(pen.into_inner()),
            Err(TryLockError::WouldBlock) if begun.elapsed() > patience => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(1)),
        }
    }
}

fn put(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = write_some(bytes)?;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        bytes = bytes.get(written..).unwrap_or_default();
    }
    Ok(())
}

#[cfg(unix)]
fn write_some(bytes: &[u8]) -> io::Result<usize> {
    // Not through std's stdout: it keeps a lock while it is blocked, and cuts a frame at its line buffer.
    rustix::io::retry_on_intr(|| rustix::io::write(io::stdout(), bytes)).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn write_some(bytes: &[u8]) -> io::Result<usize> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(bytes.len())
}

/// Whether the terminal takes bytes without making us wait. Where it does not, a frame is to be dropped: by the
/// time that it got through it would be late.
#[cfg(unix)]
pub fn ready() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let out = io::stdout();
    let mut watched = [PollFd::new(&out, PollFlags::OUT)];
    // A terminal that has gone also counts as ready: the write then says so.
    poll(&mut watched, Some(&Timespec::default())) != Ok(0)
}

/// Whether the terminal takes bytes without making us wait. That cannot be asked here, so it is assumed.
#[cfg(not(unix))]
pub fn ready() -> bool {
    true
}

/// The size of the terminal, at least one cell; 80x24 where the terminal does not know.
#[cfg(unix)]
pub fn size() -> Size {
    let reported = rustix::termios::tcgetwinsize(io::stdout());
    reported.map_or_else(
        |_| super::sensible(0, 0),
        |size| super::sensible(size.ws_col, size.ws_row),
    )
}

/// The size of the terminal, at least one cell; 80x24 where the terminal does not know.
#[cfg(not(unix))]
pub fn size() -> Size {
    crossterm::terminal::size().map_or_else(
        |_| super::sensible(0, 0),
        |(columns, rows)| super::sensible(columns, rows),
    )
}

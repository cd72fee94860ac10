//! Keys, pastes and the terminal's end, read by a thread of their own.
//!
//! The thread waits for bytes and nothing else, never in the middle of a key (see `super::keys`), and it looks
//! whether the terminal has hung up before it reads. crossterm's reader does neither: it stands still inside half
//! a sequence, spins on a terminal that is gone, and forgets what was typed beyond its first kilobyte.

use std::io;
use std::thread;
#[cfg(unix)]
use std::time::Duration;
use std::time::Instant;

#[cfg(unix)]
use rustix::event::{PollFd, PollFlags, Timespec, poll};
#[cfg(unix)]
use rustix::io::retry_on_intr;

#[cfg(unix)]
use super::keys::{Decoder, Typed, Unfinished};
use super::{Event, Sink};

/// Reports keys, pastes and the end of the terminal to `sink`.
///
/// Ctrl-C and Ctrl-\ become the signals that they stand for, and Ctrl-Z asks for [`Event::Suspend`]: in raw mode
/// the terminal leaves that to us.
///
/// # Errors
/// When the thread cannot be started.
pub fn watch(sink: impl Sink) -> io::Result<()> {
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            if read(&sink).is_err() {
                sink(Event::Gone);
            }
        })
        .map(drop)
}

/// How long the rest of a key may take on its way, from its first byte. A lone Esc is known only after this time;
/// over a slow line an arrow key arrives in pieces.
#[cfg(unix)]
const KEY_PATIENCE: Duration = Duration::from_millis(40);
/// How long nothing of a paste may come before it counts as over. When its end never comes, the keyboard must come
/// back.
#[cfg(unix)]
const PASTE_PATIENCE: Duration = Duration::from_secs(1);

/// Reads until nobody receives any more, or the terminal is gone.
#[cfg(unix)]
fn read(sink: &impl Sink) -> io::Result<()> {
    let mut decoder = Decoder::default();
    let mut buffer = [0; 4096];
    let mut patient_until = None;
    loop {
        let line = wait(patient_until)?;
        // Read off before anything else is done: whoever taps a turn-around is taken at this instant's word.
        let now = Instant::now();
        let typed = match line {
            Line::Silent => decoder.give_up(),
            Line::Readable => {
                let length = retry_on_intr(|| rustix::io::read(io::stdin(), &mut buffer))?;
                if length == 0 {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                decoder.feed(buffer.get(..length).unwrap_or_default())
            }
        };
        patient_until = match decoder.unfinished() {
            None => None,
            Some(Unfinished::Paste) => Some(now + PASTE_PATIENCE),
            // No patience is won by typing more, or whoever hammers at the keys would wait for ever.
            Some(Unfinished::Key) if typed.is_empty() => patient_until.or(Some(now + KEY_PATIENCE)),
            Some(Unfinished::Key) => Some(now + KEY_PATIENCE),
        };
        for typed in typed {
            let event = match typed {
                Typed::Key(key) => Event::Key { key, at: now },
                Typed::Paste(text) => Event::Paste(text),
            };
            if !pass_on(event, sink)? {
                return Ok(());
            }
        }
    }
}

/// What has become of the terminal's line.
#[cfg(unix)]
enum Line {
    Readable,
    Silent,
}

/// Waits for something to read, if need be for ever.
///
/// # Errors
/// When the terminal has hung up. It must not be read then.
#[cfg(unix)]
fn wait(until: Option<Instant>) -> io::Result<Line> {
    let stdin = io::stdin();
    let left = until.map(|until| until.saturating_duration_since(Instant::now()));
    let left = left.and_then(|left| Timespec::try_from(left).ok());
    let mut watched = [PollFd::new(&stdin, PollFlags::IN)];
    let ready = retry_on_intr(|| poll(&mut watched, left.as_ref()))?;
    let hung_up = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if watched
        .iter()
        .any(|line| line.revents().intersects(hung_up))
    {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(if ready == 0 {
        Line::Silent
    } else {
        Line::Readable
    })
}

/// Gives an event to the sink, unless it is a key that stands for a signal.
#[cfg(unix)]
fn pass_on(event: Event, sink: &impl Sink) -> io::Result<bool> {
    use crossterm::event::{KeyCode, KeyModifiers};
    use signal_hook::consts::{SIGINT, SIGQUIT};
    let control = match &event {
        Event::Key { key, .. } if key.modifiers == KeyModifiers::CONTROL => key.code,
        _ => KeyCode::Null,
    };
    match control {
        KeyCode::Char('c') => super::signals::raise(SIGINT).map(|()| true),
        KeyCode::Char('\\') => super::signals::raise(SIGQUIT).map(|()| true),
        KeyCode::Char('z') => Ok(sink(Event::Suspend)),
        _ => Ok(sink(event)),
    }
}

/// Reads until nobody receives any more, or the terminal is gone.
#[cfg(not(unix))]
fn read(sink: &impl Sink) -> io::Result<()> {
    use crossterm::event::{self, KeyCode, KeyEventKind, KeyModifiers};
    /// As if it were a signal: there are none here.
    const INTERRUPT: i32 = 2;
    loop {
        let event = match event::read()? {
            event::Event::Key(key) if key.kind == KeyEventKind::Release => continue,
            event::Event::Key(key)
                if (key.code, key.modifiers) == (KeyCode::Char('c'), KeyModifiers::CONTROL) =>
            {
                Event::Stop(INTERRUPT)
            }
            event::Event::Key(key) => Event::Key {
                key,
                at: Instant::now(),
            },
            event::Event::Paste(text) => Event::Paste(text),
            event::Event::Resize(..) => Event::Resize,
            _ => continue,
        };
        if !sink(event) {
            return Ok(());
        }
    }
}

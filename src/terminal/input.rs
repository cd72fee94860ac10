//! Keys, pastes and the terminal's end, read by threads of their own.
//!
//! Reading may block in the middle of a key: half an escape sequence, half a character or a paste without an end
//! hold this thread until more arrives. The picture is drawn by another one and does not notice.

use std::io;
use std::thread;

use crossterm::event::{self, KeyEventKind};

use super::{Event, Sink};

/// Reports keys, pastes and the end of the terminal.
///
/// # Errors
/// When a thread cannot be started.
pub fn watch(sink: impl Sink) -> io::Result<()> {
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || read(&sink))
        .map(drop)
}

fn read(sink: &impl Sink) {
    loop {
        let Ok(read) = event::read() else {
            sink(Event::Gone);
            return;
        };
        let event = match read {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => Event::Key(key),
            event::Event::Paste(text) => Event::Paste(text),
            event::Event::Resize(..) => Event::Resize,
            _ => continue,
        };
        if !sink(event) {
            return;
        }
    }
}

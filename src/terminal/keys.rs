//! Bytes from a terminal, decoded into keys and pastes.
//!
//! A decoder of our own, because what is ambiguous in these bytes is decided by time, and a key must never wait
//! for one that may not come: once the reader gives up waiting, a lone ESC is the Esc key, and half an escape
//! sequence, half a character and half a paste are over. Sequences that are not known are dropped
//! whole, so that none of their bytes is taken for a key.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

mod sequence;

/// No field takes more than this, in bytes; the rest of a paste is thrown away.
const PASTE_LIMIT: usize = 64 * 1024;
/// No key's sequence, and no answer of a terminal, is longer than this. What is has lost its end, and is let go.
const SEQUENCE_LIMIT: usize = 4096;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the first bytes of a buffer are.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    /// They may become something with more bytes.
    Unfinished,
    /// So many bytes mean nothing.
    Nothing(usize),
    /// So many bytes are a key.
    Key(usize, KeyEvent),
    /// So many bytes announce a paste.
    PasteBegins(usize),
}

/// What somebody typed. When is the reader's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Typed {
    /// A key.
    Key(KeyEvent),
    /// A paste, whole.
    Paste(String),
}

/// What waits for more bytes, and so for [`Decoder::give_up`] if they do not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfinished {
    Key,
    Paste,
}

/// The state between two reads.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// Bytes that were not understood yet; of a paste, those that may be part of its end.
    pending: Vec<u8>,
    /// The paste under way.
    paste: Option<Vec<u8>>,
}

impl Decoder {
    /// What is unfinished, if anything is.
    pub(super) fn unfinished(&self) -> Option<Unfinished> {
        match (&self.paste, self.pending.as_slice()) {
            (Some(_), _) => Some(Unfinished::Paste),
            (None, []) => None,
            (None, _) => Some(Unfinished::Key),
        }
    }

    /// Takes what was read; the keys and pastes that are complete with it.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        self.pending.extend_from_slice(bytes);
        let mut all = Vec::new();
        loop {
            let step = if self.paste.is_some() {
                self.paste_goes_on()
            } else {
                self.next_key()
            };
            match step {
                Step::Waiting => return all,
                Step::Silent => {}
                Step::Typed(typed) => all.push(typed),
            }
        }
    }

    /// Says that nothing more came; what the unfinished bytes mean by themselves.
    pub(super) fn give_up(&mut self) -> Vec<Typed> {
        let pending = std::mem::take(&mut self.pending);
        if let Some(mut text) = self.paste.take() {
            text.extend(pending);
            return vec![paste(&text)];
        }
        let key = match pending.as_slice() {
            [sequence::ESC] => Some(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)),
            // Alt and a letter that begins a longer sequence as well.
            [sequence::ESC, letter @ ..0x80] => {
                Some(sequence::with_alt(sequence::character((*letter).into())))
            }
            _ => None,
        };
        key.map(Typed::Key).into_iter().collect()
    }

    fn next_key(&mut self) -> Step {
        match sequence::first(&self.pending) {
            Token::Unfinished if self.pending.len() > SEQUENCE_LIMIT => {
                self.pending.clear();
                Step::Waiting
            }
            Token::Unfinished => Step::Waiting,
            Token::Nothing(length) => {
                self.consume(length);
                Step::Silent
            }
            Token::Key(length, key) => {
                self.consume(length);
                Step::Typed(Typed::Key(key))
            }
            Token::PasteBegins(length) => {
                self.consume(length);
                self.paste = Some(Vec::new());
                Step::Silent
            }
        }
    }

    fn paste_goes_on(&mut self) -> Step {
        let end = self
            .pending
            .windows(PASTE_END.len())
            .position(|window| window == PASTE_END);
        // Without an end, its first bytes may be there already.
        let text_length =
            end.unwrap_or_else(|| self.pending.len().saturating_sub(PASTE_END.len() - 1));
        let text = self.paste.get_or_insert_default();
        let room = PASTE_LIMIT.saturating_sub(text.len());
        text.extend(self.pending.drain(..text_length).take(room));
        if end.is_none() {
            return Step::Waiting;
        }
        self.consume(PASTE_END.len());
        Step::Typed(paste(&self.paste.take().unwrap_or_default()))
    }

    fn consume(&mut self, length: usize) {
        self.pending.drain(..length.min(self.pending.len()));
    }
}

enum Step {
    Waiting,
    Silent,
    Typed(Typed),
}

fn paste(text: &[u8]) -> Typed {
    Typed::Paste(String::from_utf8_lossy(text).into_owned())
}

#[cfg(test)]
mod tests;

//! "New from text": what was pasted into the picker, read as a coach's message.

use crate::training::line::{self, Message};
use crate::training::routine::Routine;
use std::time::Duration;

/// The longest paste that is read; more is not a message.
const LONGEST: usize = 20_000;

/// A pasted text and what it was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The text, as long as it is read.
    pub text: String,
    /// What was read.
    pub message: Message,
    /// What can be trained of it, or why nothing can.
    pub routine: Result<Routine, String>,
    /// The reading under the cursor.
    pub selected: usize,
}

impl Pasted {
    /// Reads a text. `is_taken` says which ids are in use, `lead_in` is for exercises that name none.
    pub fn read(text: &str, lead_in: Duration, is_taken: &dyn Fn(&str) -> bool) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let message = line::read(&text);
        let id = message.propose_id(is_taken);
        let routine = message.routine(id, &message.name(), lead_in);
        Self {
            routine: routine.map_err(|error| error.to_string()),
            message,
            text,
            selected: 0,
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        let last = self.message.readings.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

// A message has no floating-point number in it.
impl Eq for Pasted {}

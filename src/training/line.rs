//! The compact line: a prescription as a coach writes it, read and written.
//!
//! ```text
//! 3x8 @4010 rest 2m                        sets x reps, tempo, rest (90, 90s, 2m, 2:00, r60)
//! 12,10,8 @40A0                            each set with its own reps
//! 4x6-8, 3xAMRAP, 3xAMRAP to 30            a range, as many as possible
//! 3x15 as tolerated
//! 4-6 reps x5 sets                         with words in either order
//! 4x(2+2+2) @20X0 intra 20s rest 3m        a cluster
//! 10>8>8 @2010 drop 20% change 10s         a drop set
//! 12,(2+2 intra 15s),(8 as tolerated)      in brackets what belongs to one set alone
//! @2010>3010>4010                          a tempo for each set
//! @1010>2010>3010 by rep                   a tempo for each rep
//! hold 5x45s, 3x8 hold 20s                 holds; each rep a hold
//! 3x20 strokes 3s, 3x10 own pace           instead of a tempo
//! 3x8/side right first, alternating, left only
//! emom 10: 5 @20X1, 10x5 every 90s         instead of a rest
//! wait at lockout, lead-in 5s, start lift, path inverted, unloaded stretched
//! 24 kg, 15RM, 70%, load "body weight", cue "both up"
//! ```
//!
//! A message is several of them with names, as it is sent: `A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90`. Commas,
//! semicolons, arrows and new lines separate; a letter with numbers (A1, A2) is a superset. See the file `name.rs` in this
//! folder for what a name means.
//!
//! Two rules hold for all of it. Nothing is silently dropped: every piece of the text says in [`Message::parts`] what it was
//! read as, and what was not understood is there as [`PartKind::Unread`]. And nothing is guessed: a text that can be read
//! in two ways is an error that spells out both. What is left out is what it is everywhere (two minutes of rest), save
//! that an exercise of a superset without a rest goes straight on to the next.

mod element;
mod error;
mod items;
mod message;
mod name;
mod parse;
mod said;
mod settle;
#[cfg(test)]
mod tests;
mod token;
mod write;

use super::exercise::Exercise;
use super::prescription::Prescription;
use super::preset::{Draft, PresetId, Sides, Unloaded};
use std::ops::Range;
use std::time::Duration;

pub use element::Label;
pub use error::{Complaint, LineError};
pub use message::{Message, Part, PartKind};
pub use name::propose_id;
pub use write::{NoLine, work, write};

/// One exercise of a message, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The letter and number before it.
    pub label: Option<Label>,
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What is done.
    pub outcome: Result<Understood, LineError>,
}

/// What one exercise of a message says. It can be planned: [`Understood::draft`] is within the limits of a preset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// What is lifted; without a name where none was written.
    pub exercise: Exercise,
    /// The work.
    pub work: Prescription,
    /// How sets are shared between sides.
    pub sides: Sides,
    /// The lead-in, where one was written.
    pub lead_in: Option<Duration>,
    /// Pauses that are breaks.
    pub unloaded: Unloaded,
    /// How heavy, in the words of the text.
    pub load: String,
    /// A sentence to be read while it is done.
    pub cue: String,
}

impl Understood {
    /// A preset to be, named after its exercise, or else after its tempo and dose. `lead_in` is for a line that says none.
    pub fn draft(&self, id: PresetId, lead_in: Duration) -> Draft {
        let mut draft = Draft::new(id, self.exercise.clone(), self.work.clone());
        draft.sides = self.sides;
        draft.lead_in = self.lead_in.unwrap_or(lead_in);
        draft.unloaded = self.unloaded;
        draft.load.clone_from(&self.load);
        draft.cue.clone_from(&self.cue);
        draft.name = self.name();
        draft
    }

    /// The name that people see.
    pub fn name(&self) -> String {
        if self.exercise.name.is_empty() {
            let tempo = match self.work.tempos() {
                [tempo] => format!(" {tempo}"),
                _ => String::new(),
            };
            let name = format!("{}{tempo}", self.work.dose());
            name.chars().take(name::LONGEST).collect()
        } else {
            self.exercise.name.clone()
        }
    }
}

/// Reads a line, or a message of several.
///
/// ```
/// use downbeat::training::line;
/// let message = line::read("DB RDL 3x10 @4010 r60");
/// assert_eq!(
///     message.read_back(),
///     "DB RDL · 3×10 · lower 4, lift 1 · starts DOWN · rest 60 s"
/// );
/// ```
pub fn read(text: &str) -> Message {
    message::read(text)
}

//! The four phases of a tempo, each in a row of its own.

use super::form::Form;
use crate::training::tempo::{Field, read};

impl Form {
    /// What stands in one of the four phases.
    pub(super) fn phase(&self, field: Field) -> Option<String> {
        let phases = phases(&self.texts.tempo);
        phases.into_iter().nth(place(field))
    }

    pub(super) fn set_phase(&mut self, field: Field, text: &str) {
        let mut phases = phases(&self.texts.tempo);
        if let Some(phase) = phases.get_mut(place(field)) {
            // A hyphen would be the next phase.
            *phase = text.replace('-', "");
        }
        self.texts.tempo = phases.join("-");
    }
}

fn place(field: Field) -> usize {
    match field {
        Field::Lower => 0,
        Field::PauseStretched => 1,
        Field::Lift => 2,
        Field::PauseContracted => 3,
    }
}

/// The four phases of a notation, as they are written where it makes no sense yet; those that are missing are 0.
fn phases(tempo: &str) -> [String; 4] {
    let canonical = read(tempo).map(|reading| reading.tempo.to_string());
    let text = canonical.unwrap_or_else(|_| tempo.to_owned());
    let mut written = text.split('-').map(str::trim);
    std::array::from_fn(|_| {
        let phase = written.next().filter(|phase| !phase.is_empty());
        phase.unwrap_or("0").to_owned()
    })
}

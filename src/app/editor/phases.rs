//! The four phases of a tempo, each in a row of its own.

use super::form::Form;
use crate::training::tempo::{Field, read};

impl Form {
    /// What stands in one of the four phases; `None` while the tempo cannot be taken apart.
    pub(super) fn phase(&self, field: Field) -> Option<String> {
        let phases = phases(&self.texts.tempo)?;
        phases.into_iter().nth(place(field))
    }

    pub(super) fn set_phase(&mut self, field: Field, text: &str) {
        let Some(mut phases) = phases(&self.texts.tempo) else {
            return;
        };
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

/// The four phases of a notation, as they are written where it makes no sense yet.
fn phases(tempo: &str) -> Option<Vec<String>> {
    let canonical = read(tempo).map(|reading| reading.tempo.to_string());
    let text = canonical.unwrap_or_else(|_| tempo.to_owned());
    let phases: Vec<String> = text
        .split('-')
        .map(|phase| phase.trim().to_owned())
        .collect();
    (phases.len() == 4).then_some(phases)
}

//! What deserves a second look in a preset. Notes, never refusals: there are published programmes beyond each of these.

use super::length::clock;
use super::prescription::Rest;
use super::preset::{Effort, Preset, Set};
use super::tempo::Tempo;
use std::time::Duration;

/// A rep from which on growth was probably less (Schoenfeld 2015, doi 10.1007/s40279-015-0304-0).
const SLOW_REP: Duration = Duration::from_secs(10);
/// Tension of one set from which on it is a lot. Our own choice.
const LONG_SET: Duration = Duration::from_secs(120);

/// The notes to a preset, each a sentence.
pub fn notes(preset: &Preset) -> Vec<String> {
    let tempos = preset.work.tempos();
    let mut notes: Vec<String> = Vec::new();
    for warning in tempos.iter().copied().flat_map(Tempo::warnings) {
        if !notes.iter().any(|note| note == warning) {
            notes.push(warning.to_owned());
        }
    }
    if tempos.iter().any(|tempo| tempo.rep_length() > SLOW_REP) {
        notes.push(
            "A rep lasts more than 10 s: growth was probably less there (Schoenfeld 2015)."
                .to_owned(),
        );
    }
    let longest = preset.sets().iter().map(tension).max().unwrap_or_default();
    if longest > LONG_SET {
        notes.push(format!(
            "A set lasts {}: over 2 minutes of tension is a lot for one set.",
            clock(longest)
        ));
    }
    if preset.work.rest == Rest::Between(Duration::ZERO) && preset.work.sets > 1 {
        notes.push("There is no rest between the sets: a rest of 2m adds some.".to_owned());
    }
    notes
}

/// How long a set is held or moved, pauses without load included.
fn tension(set: &Set) -> Duration {
    let length = |effort: Effort| match effort {
        Effort::Rep { tempo, .. } => tempo.rep_length(),
        Effort::Hold(length) => length,
        Effort::Beat(_) | Effort::OwnPace | Effort::Change { .. } => Duration::ZERO,
    };
    set.work.iter().fold(Duration::ZERO, |sum, work| {
        sum.saturating_add(length(work.effort).saturating_mul(work.times))
    })
}

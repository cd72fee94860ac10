//! From what was typed to a preset that can be planned: look it up, or make one of a bare tempo, and change what flags change.

use std::time::Duration;

use anyhow::Result;

use crate::cli::{Changes, SideChoice};
use crate::store::config::Config;
use crate::store::presets::{Library, Wanted};
use crate::store::values::Reps;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Effort, Preset, PresetId, Side, Sides};

/// What stands in the place of an id where only a tempo was given.
const BY_TEMPO: &str = "by-tempo";

/// A preset, ready to be planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// The preset with every change in it.
    pub preset: Preset,
    /// Its id; `None` where only a tempo was given.
    pub id: Option<PresetId>,
    /// How the tempo was read, where it can be read in more than one way.
    pub note: Option<&'static str>,
}

/// Finds what was wanted and changes it as asked.
///
/// # Errors
/// There is no such preset, it has mistakes, or the changes lead out of the limits of a preset.
pub fn choose(
    wanted: &Wanted,
    changes: &Changes,
    config: &Config,
    library: &Library,
) -> Result<Chosen> {
    let (mut draft, id, note) = match wanted {
        Wanted::Preset(id) => {
            let preset = library.find(id)?;
            (preset.draft(), Some(preset.id.clone()), None)
        }
        Wanted::Tempo(reading) => {
            let rest = Duration::from_secs(120);
            let draft = Draft::straight(
                BY_TEMPO.parse()?,
                Exercise::unnamed(),
                reading.tempo,
                3,
                8,
                rest,
            );
            let lead_in = config.settings.lead_in.duration();
            (
                Draft {
                    name: reading.tempo.to_string(),
                    lead_in,
                    ..draft
                },
                None,
                reading.note,
            )
        }
    };
    change(&mut draft, changes);
    Ok(Chosen {
        preset: Preset::new(draft)?,
        id,
        note,
    })
}

fn change(draft: &mut Draft, changes: &Changes) {
    for block in &mut draft.blocks {
        if let (Some(sets), Some(last)) = (changes.sets, block.sets.last().cloned()) {
            block
                .sets
                .resize(usize::try_from(sets.number()).unwrap_or(usize::MAX), last);
        }
        if let Some(rest) = changes.rest {
            block.rest = rest.duration();
        }
        if let Some(reps) = changes.reps {
            block
                .sets
                .iter_mut()
                .for_each(|set| change_reps(&mut set.work, reps));
        }
    }
    if let Some(start) = changes.start {
        draft.exercise.start = start;
    }
    if let Some(lead_in) = changes.lead_in {
        draft.lead_in = lead_in.duration();
    }
    draft.sides = match changes.side {
        None => draft.sides,
        Some(SideChoice::Left) => Sides::Only(Side::Left),
        Some(SideChoice::Right) => Sides::Only(Side::Right),
        Some(SideChoice::Each) => Sides::Each(Side::Left),
    };
}

fn change_reps(work: &mut [crate::training::preset::Work], reps: Reps) {
    for work in work
        .iter_mut()
        .filter(|work| matches!(work.effort, Effort::Rep { .. }))
    {
        work.times = reps.number();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(wanted: &str, changes: &Changes) -> Result<Chosen> {
        let config = Config::default();
        choose(
            &wanted.parse().unwrap(),
            changes,
            &config,
            &config.library(),
        )
    }

    #[test]
    fn a_bare_tempo_is_three_sets_of_eight() {
        let chosen = chosen("40X", &Changes::default()).unwrap();
        assert_eq!(
            (chosen.preset.name.as_str(), chosen.preset.sets().count()),
            ("4-0-X-0", 3)
        );
        assert!(chosen.id.is_none() && chosen.note.is_some());
    }

    #[test]
    fn flags_change_the_preset_and_leave_its_id() {
        let changes = Changes {
            sets: Some("5".parse().unwrap()),
            reps: Some("2".parse().unwrap()),
            rest: Some("45".parse().unwrap()),
            start: Some("lift".parse().unwrap()),
            side: Some(SideChoice::Right),
            lead_in: Some("3s".parse().unwrap()),
        };
        let chosen = chosen("eccentric-4-1", &changes).unwrap();
        let preset = &chosen.preset;
        assert_eq!(chosen.id.unwrap().as_str(), "eccentric-4-1");
        assert_eq!(
            preset
                .sets()
                .map(|set| set.work[0].times)
                .collect::<Vec<_>>(),
            [2; 5]
        );
        assert_eq!(
            (preset.blocks[0].rest, preset.lead_in),
            (Duration::from_secs(45), Duration::from_secs(3))
        );
        assert_eq!(
            (preset.sides, preset.exercise.start.to_string()),
            (Sides::Only(Side::Right), "lift".to_owned())
        );
    }

    #[test]
    fn what_cannot_be_planned_is_refused_in_words() {
        let changes = Changes {
            sets: Some("100".parse().unwrap()),
            reps: Some("100000".parse().unwrap()),
            ..Changes::default()
        };
        assert!(
            chosen("4010", &changes)
                .unwrap_err()
                .to_string()
                .contains("write at most")
        );
        assert!(
            chosen("nobody", &Changes::default())
                .unwrap_err()
                .to_string()
                .contains("downbeat list")
        );
    }
}

//! From what was typed to a preset that can be planned: look it up, or make one of a bare tempo, and change what flags change.

use std::time::Duration;

use anyhow::Result;
use jiff::civil::Date;

use crate::cli::{Changes, SideChoice};
use crate::store::config::Config;
use crate::store::presets::{Library, Wanted};
use crate::store::values::{LeadIn, Sets, WeekNumber};
use crate::training::exercise::Exercise;
use crate::training::line::Message;
use crate::training::memory::Memory;
use crate::training::prescription::{Prescription, Rest};
use crate::training::preset::{Draft, Preset, PresetId, Side, Sides};
use crate::training::routine::Routine;
use crate::training::tempo::Tempo;

/// A preset or a routine, ready to be planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// What is trained, with every change in it.
    pub routine: Routine,
    /// Its id; `None` where only a tempo was given.
    pub id: Option<PresetId>,
    /// How the tempo was read, where it can be read in more than one way; how a line was read.
    pub notes: Vec<String>,
    /// Whether it says itself how much is done, and where a rep begins.
    pub said: Said,
}

/// What a person said with what was asked for, so that nobody asks again or remembers otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// Sets and reps.
    pub dose: bool,
    /// Which phase a rep begins with.
    pub start: bool,
}

/// Finds what was wanted and changes it as asked; of a programme, in the week that was asked for, or else the one that `week_of`
/// says.
///
/// # Errors
/// There is no such preset, it has mistakes, or the changes lead out of the limits of a preset.
pub fn choose(
    wanted: &Wanted,
    changes: &Changes,
    config: &Config,
    library: &Library,
    week_of: &dyn Fn(&Routine) -> u32,
) -> Result<Chosen> {
    let mut said = Said {
        dose: changes.sets.is_some() || changes.reps.is_some(),
        start: changes.start.is_some(),
    };
    let (routine, id, notes) = match wanted {
        Wanted::Preset(id) => {
            let routine = library.find(id)?;
            (routine.clone(), Some(routine.id.clone()), Vec::new())
        }
        Wanted::Tempo(reading) => {
            let lead_in = config.settings.lead_in.duration();
            let preset = by_tempo(reading.tempo, lead_in)?;
            let notes = reading.note.map(str::to_owned).into_iter();
            (Routine::solo(preset), None, notes.collect())
        }
        Wanted::Line(line) => {
            let lead_in = config.settings.lead_in.duration();
            said.dose = true;
            said.start |= line.message.says_start();
            let notes = read_back(&line.text, &line.message);
            (by_line(&line.message, lead_in)?, None, notes)
        }
    };
    let week = changes.week.map(WeekNumber::number);
    let week = week.unwrap_or_else(|| week_of(&routine));
    let routine = routine
        .at_week(week)
        .map(|preset| Preset::new(changed(preset.draft(), changes)))?;
    Ok(Chosen {
        routine,
        id,
        notes,
        said,
    })
}

/// The same as it is trained on a day: in the week that it is in by then, and with what was chosen for its exercises before,
/// unless that was said now.
///
/// # Errors
/// There is no such preset, or it has mistakes.
pub(super) fn choose_for(
    day: Date,
    wanted: &Wanted,
    config: &Config,
    library: &Library,
    memory: &Memory,
) -> Result<Chosen> {
    let week_of = |routine: &Routine| memory.week_of(routine, day);
    let mut chosen = choose(wanted, &Changes::default(), config, library, &week_of)?;
    if !chosen.said.start {
        chosen.routine = memory.as_chosen(&chosen.routine, day);
    }
    Ok(chosen)
}

/// What a line was read as, and what of it was not.
pub(super) fn read_back(text: &str, message: &Message) -> Vec<String> {
    let mut notes = vec![format!("Read as {}.", message.read_back())];
    let unread = message.unread_in(text);
    if !unread.is_empty() {
        notes.push(format!(
            "Not understood, and left out: {}.",
            unread.join(", ")
        ));
    }
    notes
}

/// What a line says, as it says it.
fn by_line(message: &Message, lead_in: Duration) -> Result<Routine> {
    Ok(message.routine(PresetId::BY_LINE.parse()?, &message.name(), lead_in)?)
}

/// Three sets of eight, two minutes apart.
fn by_tempo(tempo: Tempo, lead_in: Duration) -> Result<Preset> {
    let work = Prescription::straight(tempo, 3, 8, Duration::from_secs(120));
    let draft = Draft::new(PresetId::BY_TEMPO.parse()?, Exercise::unnamed(), work);
    Ok(Preset::new(Draft {
        name: tempo.to_string(),
        lead_in,
        ..draft
    })?)
}

fn changed(mut draft: Draft, changes: &Changes) -> Draft {
    let work = &mut draft.work;
    work.sets = changes.sets.map_or(work.sets, Sets::number);
    if let Some(rest) = changes.rest {
        work.rest = Rest::Between(rest.duration());
    }
    if let Some(scheme) = &changes.reps {
        work.reps = vec![scheme.clone()];
    }
    draft.exercise.start = changes.start.unwrap_or(draft.exercise.start);
    draft.lead_in = changes.lead_in.map_or(draft.lead_in, LeadIn::duration);
    draft.sides = match changes.side {
        None => draft.sides,
        Some(SideChoice::Left) => Sides::Only(Side::Left),
        Some(SideChoice::Right) => Sides::Only(Side::Right),
        Some(SideChoice::Each) => Sides::Each(Side::Left),
        Some(SideChoice::Alternate) => Sides::Alternating(Side::Left),
    };
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::preset::Set;

    fn chosen(wanted: &str, changes: &Changes) -> Result<Chosen> {
        let config = Config::default();
        choose(
            &wanted.parse().unwrap(),
            changes,
            &config,
            &config.library(),
            &|_| 1,
        )
    }

    #[test]
    fn a_bare_tempo_is_three_sets_of_eight() {
        let chosen = chosen("40X", &Changes::default()).unwrap();
        assert_eq!(
            (
                chosen.routine.name.as_str(),
                chosen.routine.presets().next().unwrap().sets().len()
            ),
            ("4-0-X-0", 3)
        );
        assert!(chosen.id.is_none() && chosen.notes.len() == 1);
    }

    #[test]
    fn flags_change_the_preset_and_leave_its_id() {
        let changes = Changes {
            sets: Some("5".parse().unwrap()),
            reps: Some("2".parse().unwrap()),
            rest: Some("45".parse().unwrap()),
            start: Some("lift".parse().unwrap()),
            side: Some(SideChoice::Right),
            week: None,
            lead_in: Some("3s".parse().unwrap()),
        };
        let chosen = chosen("eccentric-4-1", &changes).unwrap();
        let preset = chosen.routine.as_solo().unwrap();
        assert_eq!(chosen.id.unwrap().as_str(), "eccentric-4-1");
        assert_eq!(
            preset.sets().iter().map(Set::reps).collect::<Vec<_>>(),
            [2; 5]
        );
        assert_eq!(
            (preset.work.rest, preset.lead_in),
            (
                Rest::Between(Duration::from_secs(45)),
                Duration::from_secs(3)
            )
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

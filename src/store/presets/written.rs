//! The keys of a `[[preset]]` as a person writes them, and how they become the one model.

use std::time::Duration;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use toml::Spanned;
use toml::de::DeTable;

use super::about::{self, Evidence};
use super::work::{self, Work};
use super::{Entry, Kind, Origin, weeks};
use crate::store::keys;
use crate::store::problem::Problem;
use crate::store::values::LeadIn;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, MAX_NAME, Preset, PresetId, Side, Sides, Unloaded};
use crate::training::routine::Routine;
use crate::training::tempo;

/// The names of the keys that say who does what, besides the work itself.
pub(super) const KEYS: [&str; 8] = [
    "id", "name", "exercise", "lead_in", "sides", "first", "unloaded", "cue",
];

/// The keys of [`KEYS`]. All are optional here, so that each can be read, and be wrong, on its own.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Frame {
    #[serde(deserialize_with = "id")]
    id: Option<PresetId>,
    #[serde(deserialize_with = "name")]
    name: Option<String>,
    pub(super) exercise: Option<Exercise>,
    lead_in: Option<LeadIn>,
    sides: Option<WrittenSides>,
    first: Option<WrittenSide>,
    unloaded: Option<Vec<Pause>>,
    cue: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenSides {
    Both,
    Each,
    Alternate,
    Left,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenSide {
    Left,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Pause {
    Stretched,
    Contracted,
}

/// Reads one `[[preset]]`, or names every mistake in it.
pub(super) fn read(
    text: &str,
    mut table: Spanned<DeTable<'_>>,
    origin: Origin,
    lead_in: Duration,
) -> Entry {
    let span = table.span();
    let id = id_of(&table);
    let keys = Keys::read(text, &mut table);
    let mut problems = keys.problems;
    let weeks = weeks::take(text, &mut table, &mut problems);
    problems.extend(keys::unknown(
        text,
        table.get_ref(),
        &[&KEYS, &work::KEYS, &about::KEYS, &["week"]],
    ));
    let mut wrong = |sentence: String| problems.push(Problem::at(text, Some(&span), sentence));
    if id.is_none() {
        wrong(
            "this preset has no id: add a name for the command line, such as id = \"slow-squat\""
                .to_owned(),
        );
    }
    let misread = keys.misread;
    let load = keys.work.load.clone().unwrap_or_default();
    let work = match keys.work.onto(None) {
        // What is missing may only have been misread, which was said already.
        Err(_) if misread => None,
        Err(sentence) => {
            wrong(sentence);
            None
        }
        Ok(work) => Some(work),
    };
    let frame = keys.frame;
    let draft = work.and_then(|work| {
        let exercise = frame.exercise.clone().unwrap_or_else(Exercise::unnamed);
        let draft = Draft::new(frame.id.clone()?, exercise, work);
        Some(Draft {
            lead_in,
            load,
            ..draft
        })
    });
    let draft = draft.and_then(|draft| {
        let weeks = weeks::onto(weeks, &draft.work);
        let weeks = weeks.map_err(|problem| problems.push(problem)).ok()?;
        Some(Draft {
            weeks,
            programme: keys.evidence.programme(),
            about: keys.evidence.about(),
            ..frame.onto(draft)
        })
    });
    problems.sort_by_key(|problem| (problem.line, problem.column));
    let preset = match draft {
        Some(draft) if problems.is_empty() => Preset::new(draft)
            .map_err(|error| vec![Problem::at(text, Some(&span), error.to_string())]),
        _ => Err(problems),
    };
    Entry {
        id: id.unwrap_or_default(),
        origin,
        kind: Kind::Preset,
        routine: preset.map(Routine::solo),
    }
}

/// The id as it was written, be it a good one or not.
pub(super) fn id_of(table: &Spanned<DeTable<'_>>) -> Option<String> {
    let id = table.get_ref().get("id")?;
    id.get_ref().as_str().map(str::to_owned)
}

/// The groups of keys that presets, steps and routines share, read one by one.
pub(super) struct Keys {
    pub(super) frame: Frame,
    pub(super) work: Work,
    pub(super) evidence: Evidence,
    pub(super) problems: Vec<Problem>,
    /// Whether a key of the work could not be read.
    pub(super) misread: bool,
}

impl Keys {
    pub(super) fn read(text: &str, table: &mut Spanned<DeTable<'_>>) -> Self {
        let (frame, mut problems) = keys::read(text, keys::take(table, &KEYS));
        let (work, wrong): (Work, Vec<Problem>) = keys::read(text, keys::take(table, &work::KEYS));
        let misread = !wrong.is_empty();
        problems.extend(wrong);
        let (evidence, wrong) = keys::read(text, keys::take(table, &about::KEYS));
        problems.extend(wrong);
        Self {
            frame,
            work,
            evidence,
            problems,
            misread,
        }
    }
}

impl Frame {
    /// Puts what was written on top of a draft.
    pub(super) fn onto(self, mut draft: Draft) -> Draft {
        if let Some(exercise) = self.exercise {
            draft.exercise = exercise;
        }
        if let Some(name) = self.name {
            draft.name = name;
        }
        if let Some(lead_in) = self.lead_in {
            draft.lead_in = lead_in.duration();
        }
        if let Some(sides) = self.sides {
            draft.sides = sides.beginning_with(self.first);
        }
        if let Some(pauses) = self.unloaded {
            draft.unloaded = unloaded(&pauses);
        }
        if let Some(cue) = self.cue {
            draft.cue = cue;
        }
        draft
    }
}

impl WrittenSides {
    fn beginning_with(self, first: Option<WrittenSide>) -> Sides {
        let first = match first {
            Some(WrittenSide::Right) => Side::Right,
            Some(WrittenSide::Left) | None => Side::Left,
        };
        match self {
            Self::Both => Sides::Both,
            Self::Each => Sides::Each(first),
            Self::Alternate => Sides::Alternating(first),
            Self::Left => Sides::Only(Side::Left),
            Self::Right => Sides::Only(Side::Right),
        }
    }
}

fn unloaded(pauses: &[Pause]) -> Unloaded {
    match (
        pauses.contains(&Pause::Stretched),
        pauses.contains(&Pause::Contracted),
    ) {
        (false, false) => Unloaded::Neither,
        (true, false) => Unloaded::Stretched,
        (false, true) => Unloaded::Contracted,
        (true, true) => Unloaded::Both,
    }
}

pub(super) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PresetId>, D::Error> {
    let id = String::deserialize(deserializer)?;
    if tempo::read(&id).is_ok() {
        let sentence =
            format!("the id \"{id}\" looks like a tempo: begin it with a word, such as slow-squat");
        return Err(D::Error::custom(sentence));
    }
    id.parse().map(Some).map_err(D::Error::custom)
}

pub(super) fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(deserializer)?;
    match name.trim().chars().count() {
        0 => Err(D::Error::custom(
            "the name is empty: write one, or leave the key out to show the id",
        )),
        1..=MAX_NAME => Ok(Some(name.trim().to_owned())),
        count => Err(D::Error::custom(format!(
            "a name of {count} characters does not fit: write {MAX_NAME} at most"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::exercise::Start;
    use crate::training::prescription::Rest;

    fn read_text(text: &str) -> Result<Preset, Vec<String>> {
        let table = DeTable::parse(text).unwrap();
        let entry = read(text, table, Origin::Own, Duration::from_secs(7));
        let preset = entry
            .routine
            .map(|routine| routine.as_solo().unwrap().clone());
        preset.map_err(|problems| {
            problems
                .iter()
                .map(|found| format!("{}:{} {}", found.line, found.column, found.sentence))
                .collect()
        })
    }

    #[test]
    fn the_shorthand_expands_to_the_model() {
        let preset = read_text(
            "id = 'pull'\nname = 'Pull'\nexercise = { name = 'Belt squat', start = 'lift' }\nsides = 'each'\n\
             tempo = { lower = 3, stretched = 2, lift = 'explosive', contracted = 2 }\nsets = 2\nreps = 5\nrest = '1:30'\n\
             lead_in = 5\nunloaded = ['stretched']\nsource = 'me'",
        )
        .unwrap();
        assert_eq!(preset.tempo().unwrap().to_string(), "3-2-X-2");
        assert_eq!(preset.exercise.start, Start::Lift);
        assert_eq!(
            (preset.sets().len(), preset.work.rest),
            (2, Rest::Between(Duration::from_secs(90)))
        );
        assert_eq!(
            (preset.sides, preset.unloaded),
            (Sides::Each(Side::Left), Unloaded::Stretched)
        );
        assert_eq!(
            (preset.lead_in, preset.about.source.as_str()),
            (Duration::from_secs(5), "me")
        );
    }

    #[test]
    fn an_id_and_a_tempo_are_enough() {
        let preset = read_text("id = 'mine'\ntempo = '3110'").unwrap();
        assert_eq!((preset.name.as_str(), preset.sets().len()), ("mine", 3));
        assert_eq!(preset.lead_in, Duration::from_secs(7));
    }

    #[test]
    fn every_mistake_in_a_preset_is_named_with_its_place_and_its_fix() {
        let problems = read_text(
            "id = 'x0x0'\ntempo = '4-0-1-O'\nsets = 0\nrepz = 3\nrest = 'soon'\nsides = 'l'",
        )
        .unwrap_err();
        assert_eq!(
            problems,
            [
                "1:6 the id \"x0x0\" looks like a tempo: begin it with a word, such as slow-squat",
                "2:9 Pause contracted has the letter O: write the digit 0",
                "3:8 0 is out of range: write a whole number from 1 to 100",
                "4:1 there is no key `repz` here: did you mean `reps`?",
                "5:8 `soon` is not a length: write seconds such as 90, or 90s, 2m, 1m30s, 2:00",
                "6:9 `l` is not one of the choices: write \"both\" or \"each\" or \"alternate\" or \"left\" or \"right\"",
            ]
        );
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        let problems = read_text("sets = 3").unwrap_err();
        assert!(
            problems[0].contains("has no id") && problems[1].contains("has no tempo"),
            "{problems:?}"
        );
    }

    #[test]
    fn a_nested_mistake_is_placed_where_it_is() {
        let problems =
            read_text("id = 'a'\ntempo = { lower = 4, lift = 1, botom = 2 }").unwrap_err();
        assert_eq!(
            problems,
            ["2:32 there is no key `botom` here: write one of lower, stretched, lift, contracted"]
        );
    }
}

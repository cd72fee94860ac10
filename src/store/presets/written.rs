//! The shorthand of a `[[preset]]`: the keys that a person writes, and how they expand to the one model.

use std::time::Duration;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use toml::Spanned;
use toml::de::DeTable;

use super::{Entry, Origin};
use crate::store::keys;
use crate::store::problem::Problem;
use crate::store::values::{LeadIn, Reps, Rest, Sets};
use crate::training::exercise::Exercise;
use crate::training::preset::{About, Draft, Preset, PresetId, Side, Sides, Unloaded};
use crate::training::tempo::{self, Tempo};

/// Longest name that is still a name.
const LONGEST_NAME: usize = 80;

/// The keys of a `[[preset]]`. All are optional here, so that each can be read, and be wrong, on its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    #[serde(deserialize_with = "id")]
    id: Option<PresetId>,
    #[serde(deserialize_with = "name")]
    name: Option<String>,
    exercise: Option<Exercise>,
    tempo: Option<Tempo>,
    sets: Option<Sets>,
    reps: Option<Reps>,
    rest: Option<Rest>,
    lead_in: Option<LeadIn>,
    sides: Option<WrittenSides>,
    unloaded: Vec<Pause>,
    purpose: String,
    published: String,
    ours: String,
    source: String,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenSides {
    Both,
    Each,
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
    table: Spanned<DeTable<'_>>,
    origin: Origin,
    lead_in: Duration,
) -> Entry {
    let span = table.span();
    let written_id = table
        .get_ref()
        .get("id")
        .and_then(|id| id.get_ref().as_str().map(str::to_owned));
    let has_tempo = table.get_ref().contains_key("tempo");
    let (written, mut problems): (Written, _) = keys::read(text, table);
    let mut missing = |sentence: &str| problems.push(Problem::at(text, Some(&span), sentence));
    if written_id.is_none() && written.id.is_none() {
        missing(
            "this preset has no id: add a name for the command line, such as id = \"slow-squat\"",
        );
    }
    if !has_tempo {
        missing("this preset has no tempo: add one, such as tempo = \"4-0-1-0\"");
    }
    let preset = match expand(written, lead_in) {
        _ if !problems.is_empty() => Err(problems),
        Some(draft) => Preset::new(draft)
            .map_err(|error| vec![Problem::at(text, Some(&span), error.to_string())]),
        None => Err(problems),
    };
    Entry {
        id: written_id.unwrap_or_default(),
        origin,
        preset,
    }
}

/// What is left out is what `downbeat start 4-0-1-0` would do: three sets of eight, two minutes apart.
fn expand(written: Written, lead_in: Duration) -> Option<Draft> {
    let id = written.id?;
    let sets = written.sets.map_or(3, Sets::number);
    let draft = Draft::straight(
        id,
        written.exercise.unwrap_or_else(Exercise::unnamed),
        written.tempo?,
        usize::try_from(sets).ok()?,
        written.reps.map_or(8, Reps::number),
        written
            .rest
            .map_or(Duration::from_secs(120), Rest::duration),
    );
    Some(Draft {
        name: written.name.unwrap_or_else(|| draft.name.clone()),
        lead_in: written.lead_in.map_or(lead_in, LeadIn::duration),
        sides: written.sides.map_or(Sides::Both, Sides::from),
        unloaded: unloaded(&written.unloaded),
        about: About {
            purpose: written.purpose,
            published: written.published,
            ours: written.ours,
            source: written.source,
        },
        ..draft
    })
}

impl From<WrittenSides> for Sides {
    fn from(written: WrittenSides) -> Self {
        match written {
            WrittenSides::Both => Self::Both,
            WrittenSides::Each => Self::Each(Side::Left),
            WrittenSides::Left => Self::Only(Side::Left),
            WrittenSides::Right => Self::Only(Side::Right),
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

fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PresetId>, D::Error> {
    let id = String::deserialize(deserializer)?;
    if tempo::read(&id).is_ok() {
        let sentence =
            format!("the id \"{id}\" looks like a tempo: begin it with a word, such as slow-squat");
        return Err(D::Error::custom(sentence));
    }
    id.parse().map(Some).map_err(D::Error::custom)
}

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(deserializer)?;
    match name.trim().chars().count() {
        0 => Err(D::Error::custom(
            "the name is empty: write one, or leave the key out to show the id",
        )),
        1..=LONGEST_NAME => Ok(Some(name.trim().to_owned())),
        count => Err(D::Error::custom(format!(
            "a name of {count} characters does not fit: write {LONGEST_NAME} at most"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::exercise::Start;

    fn read_text(text: &str) -> Result<Preset, Vec<String>> {
        let table = DeTable::parse(text).unwrap();
        let entry = read(text, table, Origin::Own, Duration::from_secs(7));
        entry.preset.map_err(|problems| {
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
            (preset.sets().count(), preset.blocks[0].rest),
            (2, Duration::from_secs(90))
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
        assert_eq!((preset.name.as_str(), preset.sets().count()), ("mine", 3));
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
                "6:9 `l` is not one of the choices: write \"both\" or \"each\" or \"left\" or \"right\"",
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

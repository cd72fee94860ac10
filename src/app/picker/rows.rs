//! Which entries are listed, and in which order.

use super::Entry;
use crate::training::memory::Memory;
use crate::training::preset::Tier;
use crate::training::routine::Origin;
use frizbee::{Config, Matcher};

/// How many of the last starts stand at the top.
const RECENT: usize = 3;

/// Words of up to this many letters have to be right.
const TYPO_FROM: usize = 7;

/// What entries have in common that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Programmes that are followed.
    Followed,
    /// Favourites, and what was started last.
    First,
    /// The person's own.
    Own,
    /// Built in, for anybody.
    General,
    /// Built in, published programmes.
    Published,
    /// Built in, for experts and clinics.
    Expert,
    /// What was looked for.
    Found,
}

impl Group {
    /// What stands above them.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Followed => "Followed",
            Self::First => "Favourites and last used",
            Self::Own => "Your own",
            Self::General => "Built in",
            Self::Published => "Published programmes, for information",
            Self::Expert => "For experts and clinics",
            Self::Found => "Found",
        }
    }
}

/// Whether what is for experts and clinics is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Experts {
    /// Only where it is looked for by name.
    #[default]
    Hidden,
    /// At the end.
    Shown,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The index of its entry.
    pub entry: usize,
    /// What it stands under.
    pub group: Group,
}

/// Every entry once, under the first group that it belongs to.
pub(super) fn grouped(entries: &[Entry], memory: &Memory, experts: Experts) -> Vec<Row> {
    let mut rows: Vec<(usize, Row)> = entries
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let (group, place) = group(entry, memory);
            let row = Row {
                entry: index,
                group,
            };
            (place.unwrap_or(index), row)
        })
        .filter(|(_, row)| experts == Experts::Shown || row.group != Group::Expert)
        .collect();
    rows.sort_by_key(|(place, row)| (row.group, *place));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The group of an entry, and its place in it where that is not the place in the library.
fn group(entry: &Entry, memory: &Memory) -> (Group, Option<usize>) {
    let place = |list: &[String]| list.iter().position(|id| *id == entry.id);
    let followed = memory.following.iter().position(|one| one.id == entry.id);
    if let Some(place) = followed.filter(|_| entry.routine.is_ok()) {
        return (Group::Followed, Some(place));
    }
    if let Some(place) = place(&memory.favourites) {
        return (Group::First, Some(place));
    }
    let recent = memory.recents.get(..RECENT).unwrap_or(&memory.recents);
    if let Some(place) = place(recent) {
        return (Group::First, Some(memory.favourites.len() + place));
    }
    let group = match (entry.origin, entry.routine()) {
        (Origin::Own, _) | (_, None) => Group::Own,
        (Origin::BuiltIn, Some(routine)) => match routine.about.tier {
            Tier::General => Group::General,
            Tier::Published => Group::Published,
            Tier::Expert => Group::Expert,
        },
    };
    (group, None)
}

/// What fits a search, the best first; what is for experts is found by its name, too.
pub(super) fn found(entries: &[Entry], wanted: &str) -> Vec<Row> {
    let words: Vec<String> = entries.iter().map(words).collect();
    // One slip of the fingers is forgiven once there are enough letters to tell it from another word.
    let typos = u16::from(wanted.chars().count() > TYPO_FROM);
    let mut matcher = Matcher::from_query(wanted, &Config::default().max_typos(Some(typos)));
    let found = matcher.match_list(&words);
    found
        .into_iter()
        .filter_map(|found| {
            Some(Row {
                entry: usize::try_from(found.index).ok()?,
                group: Group::Found,
            })
        })
        .collect()
}

/// What an entry is found by: its name, id, exercises and tempo.
fn words(entry: &Entry) -> String {
    let Some(routine) = entry.routine() else {
        return entry.id.clone();
    };
    let mut words = format!("{} {} {}", routine.name, entry.id, routine.pace());
    for preset in routine.presets() {
        words.push(' ');
        words.push_str(&preset.exercise.name);
    }
    words
}

//! The exercises that the program knows, and how a name finds one of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Path, Start};

/// An exercise of the built-in table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// Its name as it is shown.
    pub(super) name: &'static str,
    /// Other names of the same movement.
    pub(super) aliases: &'static [&'static str],
    /// Which phase a rep begins with.
    pub(super) start: Start,
    /// Which way the handle goes.
    pub(super) path: Path,
}

const fn lower(name: &'static str, aliases: &'static [&'static str]) -> Known {
    Known {
        name,
        aliases,
        start: Start::Lower,
        path: Path::Normal,
    }
}

const fn lift(name: &'static str, aliases: &'static [&'static str]) -> Known {
    Known {
        name,
        aliases,
        start: Start::Lift,
        path: Path::Normal,
    }
}

const fn inverted(name: &'static str, aliases: &'static [&'static str]) -> Known {
    Known {
        name,
        aliases,
        start: Start::Lift,
        path: Path::Inverted,
    }
}

pub(super) const KNOWN: &[Known] = &[
    lower("Squat", &["back squat", "barbell squat"]),
    lower("Front squat", &[]),
    lower("Goblet squat", &[]),
    lower("Hack squat", &[]),
    lower("Split squat", &[]),
    lower("Bulgarian split squat", &["rear foot elevated split squat"]),
    lower("Decline squat", &[]),
    lower("Chair squat", &[]),
    lower("Chair recline", &[]),
    lower("Lunge", &["forward lunge"]),
    lower("Step-down", &[]),
    lower("Leg press", &[]),
    lower(
        "Bench press",
        &["bench", "flat bench", "barbell bench press"],
    ),
    lower("Incline bench press", &["incline bench", "incline press"]),
    lower("Dumbbell bench press", &["dumbbell press", "db bench"]),
    lower("Push-up", &["press-up"]),
    lower("Wall push-up", &["wall press-up"]),
    lower("Dip", &["parallel bar dip"]),
    lower("Chest fly", &["dumbbell fly"]),
    lower("Romanian deadlift", &["RDL"]),
    lower("Good morning", &[]),
    lower(
        "Nordic curl",
        &["nordic", "nordic hamstring", "nordic hamstring curl"],
    ),
    lower("Heel drop", &["eccentric heel drop"]),
    lift("Deadlift", &["conventional deadlift"]),
    lift("Trap bar deadlift", &["hex bar deadlift"]),
    lift("Hip thrust", &["barbell hip thrust"]),
    lift("Glute bridge", &[]),
    lift("Pull-up", &[]),
    lift("Chin-up", &[]),
    lift("Row", &[]),
    lift("Bent-over row", &["barbell row"]),
    lift("Seated row", &["cable row", "seated cable row"]),
    lift("Inverted row", &["ring row", "body row"]),
    lift("Overhead press", &["OHP", "military press"]),
    lift("Shoulder press", &["dumbbell shoulder press"]),
    lift("Floor press", &[]),
    lift("Push-up from the floor", &["hand-release push-up"]),
    lift("Biceps curl", &["curl", "bicep curl"]),
    lift("Hammer curl", &[]),
    lift("Lateral raise", &["side raise"]),
    lift("Shoulder abduction", &["band shoulder abduction"]),
    lift("Leg extension", &["knee extension"]),
    lift("Heel raise", &["calf raise"]),
    lift("Seated heel raise", &["seated calf raise"]),
    lift("Calf machine", &[]),
    lift("Copenhagen", &["copenhagen adduction"]),
    inverted("Lat pulldown", &["pulldown"]),
    inverted("Straight-arm pulldown", &["straight-arm lat pulldown"]),
    inverted(
        "Triceps pushdown",
        &[
            "pushdown",
            "tricep pushdown",
            "cable pushdown",
            "pressdown",
            "triceps pressdown",
        ],
    ),
    inverted("Leg curl", &["hamstring curl"]),
    inverted("Seated leg curl", &[]),
    inverted("Lying leg curl", &["prone leg curl"]),
    inverted("Cable crunch", &["kneeling cable crunch"]),
];

/// Finds a name or an alias, whatever its case, hyphens, blanks and plural.
pub(super) fn find(name: &str) -> Option<&'static Known> {
    BY_KEY.get(&key(name)).copied()
}

/// The known names that begin with what was typed, then those with another name or a word that does.
pub(super) fn suggested(typed: &str) -> Vec<&'static str> {
    let typed = letters(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let begins = |known: &&Known| letters(known.name).starts_with(&typed);
    let inside = |known: &&Known| {
        let names = std::iter::once(&known.name).chain(known.aliases);
        names
            .flat_map(|name| std::iter::once(*name).chain(name.split([' ', '-'])))
            .any(|part| letters(part).starts_with(&typed))
    };
    let first = KNOWN.iter().filter(begins);
    let then = KNOWN.iter().filter(|known| !begins(known) && inside(known));
    first.chain(then).map(|known| known.name).collect()
}
/// Every name and alias, made once: a pasted message asks for a name with every word that may be left out of it.
static BY_KEY: LazyLock<HashMap<String, &'static Known>> = LazyLock::new(|| {
    let mut by_key = HashMap::new();
    for known in KNOWN {
        for name in std::iter::once(&known.name).chain(known.aliases) {
            by_key.entry(key(name)).or_insert(known);
        }
    }
    by_key
});

/// What is left of a name where spelling is a matter of taste: "Pull-ups", "pull up" and "PULLUP" are one.
pub(super) fn key(name: &str) -> String {
    let mut key = letters(name);
    if key.ends_with('s') && !key.ends_with("ss") {
        key.pop();
    }
    key
}

/// A name without case, hyphens and blanks.
fn letters(name: &str) -> String {
    name.chars()
        .filter(|&c| !c.is_whitespace() && !matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}'))
        .flat_map(char::to_lowercase)
        .collect()
}

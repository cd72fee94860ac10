//! The exercise that a name in a line means, and the ids that are made of names.
//!
//! A name that is known takes over its known spelling, as everywhere: "row" is "Row". A name that is known only without
//! the gear in it ("DB RDL", "kettlebell row") keeps what was written, and takes from the known exercise which phase it begins
//! with and which way its handle goes. History belongs to the exercise, and a Romanian deadlift with two dumbbells is
//! another one than with a bar: their loads and reps are not to be compared.

use crate::training::exercise::Exercise;
use crate::training::preset::PresetId;
use unicode_normalization::UnicodeNormalization as _;

/// Longest name that a preset has.
pub(super) const LONGEST: usize = crate::training::preset::MAX_NAME;
/// Words that say with what or with which limb an exercise is done.
const GEAR: [&str; 40] = [
    "db",
    "dbs",
    "bb",
    "kb",
    "kbs",
    "sb",
    "mb",
    "ez",
    "bw",
    "tb",
    "dumbbell",
    "dumbbells",
    "barbell",
    "kettlebell",
    "kettlebells",
    "sandbag",
    "bodyweight",
    "body",
    "weight",
    "weighted",
    "bar",
    "cable",
    "band",
    "banded",
    "machine",
    "smith",
    "ring",
    "trx",
    "single",
    "one",
    "1",
    "arm",
    "armed",
    "leg",
    "sa",
    "sl",
    "unilateral",
    "alternating",
    "alt",
    "two",
];

/// The exercise of a name as a coach writes it.
pub(super) fn exercise(name: &str) -> Exercise {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().take(LONGEST).collect();
    if let Some(known) = Exercise::known(&name) {
        return known;
    }
    match without_gear(&name) {
        Some(known) => Exercise { name, ..known },
        None => Exercise::named(&name),
    }
}

/// Whether the program knows what it begins with.
pub(super) fn is_known(name: &str) -> bool {
    Exercise::known(name).is_some() || without_gear(name).is_some()
}

/// What is known of a name when words for gear at its beginning are left out one by one, and then all of them.
fn without_gear(name: &str) -> Option<Exercise> {
    let words: Vec<&str> = name
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_gear = |word: &&str| GEAR.contains(&word.to_lowercase().as_str());
    let leading = words.iter().take_while(|word| is_gear(word)).count();
    let fewer = (1..=leading.min(6)).map(|count| words.get(count..).unwrap_or_default().join(" "));
    let bare: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !is_gear(word))
        .collect();
    fewer
        .chain([bare.join(" ")])
        .filter(|name| !name.is_empty())
        .find_map(|name| Exercise::known(&name))
}

/// An id made of a name, which nobody has yet.
pub fn propose_id(name: &str, fallback: &str, is_taken: &dyn Fn(&str) -> bool) -> PresetId {
    let slug = slug(name);
    let numbered = |base: &str, number: u32| match number {
        1 => base.to_owned(),
        _ => format!("{base}-{number}"),
    };
    let mut bases = [slug.clone(), format!("my-{slug}"), fallback.to_owned()].into_iter();
    let usable = |base: &String| base.parse::<PresetId>().is_ok();
    let base = bases.find(usable).unwrap_or_else(|| "mine".to_owned());
    let mut number = 1;
    loop {
        let id = numbered(&base, number);
        if let (false, Ok(id)) = (is_taken(&id), id.parse()) {
            return id;
        }
        number += 1;
    }
}

/// Lower-case ASCII letters, digits and single hyphens, short enough to be numbered.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.nfkd() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !matches!(character, '\u{300}'..='\u{36f}' | '\'') && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 48 {
            break;
        }
    }
    slug.trim_matches('-').to_owned()
}

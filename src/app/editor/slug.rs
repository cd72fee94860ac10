//! Ids proposed from names.

use crate::training::preset::PresetId;

/// No proposal is longer than this, so that there is room for a number behind it.
const LONGEST: usize = 48;

/// An id made of a name that nobody has yet.
pub(super) fn proposed(name: &str, is_taken: impl Fn(&str) -> bool) -> Option<PresetId> {
    let slug = slug(name);
    let numbered = (2..).map(|number: u32| format!("{slug}-{number}"));
    let candidates = std::iter::once(slug.clone()).chain(numbered.take(100_000));
    candidates
        .filter(|candidate| !is_taken(candidate))
        .find_map(|candidate| candidate.parse().ok())
}

/// A name in lower-case letters, digits and single hyphens, beginning with a letter.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match folded(letter) {
            Some(letter) => slug.push(letter),
            None if letter == '\'' || letter == '’' => {}
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    match slug.chars().next() {
        None => "preset".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("tempo-{slug}"),
        Some(_) => slug.to_owned(),
    }
}

/// The ASCII letter or digit that a lower-case letter is nearest to.
fn folded(letter: char) -> Option<char> {
    use unicode_normalization::UnicodeNormalization;
    let base = std::iter::once(letter).nfd().next()?;
    (base.is_ascii_lowercase() || base.is_ascii_digit()).then_some(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_follows_the_name_and_is_nobody_elses() {
        let taken = |id: &str| ["slow-squat", "slow-squat-2"].contains(&id);
        for (name, id) in [
            ("Slow squat", "slow-squat-3"),
            ("  Squat – tief, 4:1 ", "squat-tief-4-1"),
            ("Crème brûlée", "creme-brulee"),
            ("Coach's choice", "coachs-choice"),
            ("4-0-1-0", "tempo-4-0-1-0"),
            ("深蹲", "preset"),
            ("", "preset"),
        ] {
            let proposed = proposed(name, taken).map(|id| id.to_string());
            assert_eq!(proposed.as_deref(), Some(id), "{name}");
        }
        let long = proposed(&"squat ".repeat(40), taken).map(|id| id.as_str().len());
        assert!(long.is_some_and(|length| length <= LONGEST));
    }
}

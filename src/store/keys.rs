//! Reading a hand-written table key by key, so that one mistake does not hide the next and every one is named with its place.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, Error};

use super::problem::Problem;
use crate::training::text::visible;

/// Reads every key of `table` that can be read, and a problem for every one that cannot. `T` has a default for each key.
pub(super) fn read<'t, T>(text: &str, table: Spanned<DeTable<'t>>) -> (T, Vec<Problem>)
where
    T: Default + Deserialize<'t>,
{
    let span = table.span();
    let mut problems = Vec::new();
    let good: DeTable<'t> = table
        .into_inner()
        .into_iter()
        .filter(|(key, value)| {
            let alone = DeTable::from_iter([(key.clone(), value.clone())]);
            let Err(error) =
                T::deserialize(toml::Deserializer::from(Spanned::new(span.clone(), alone)))
            else {
                return true;
            };
            let place = error
                .span()
                .filter(|found| *found != span)
                .unwrap_or_else(|| key.span());
            problems.push(Problem::at(text, Some(&place), sentence(&error)));
            false
        })
        .collect();
    // What is left was read one by one, so only a clash between keys could fail here, and no `T` has one.
    let read =
        T::deserialize(toml::Deserializer::from(Spanned::new(span, good))).unwrap_or_default();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    (read, problems)
}

/// Takes the keys of a group out of a table, so that each group can be read by itself.
pub(super) fn take<'t>(table: &mut Spanned<DeTable<'t>>, keys: &[&str]) -> Spanned<DeTable<'t>> {
    let span = table.span();
    let all = std::mem::take(table.get_mut());
    let (taken, left) = all
        .into_iter()
        .partition(|(key, _)| keys.contains(&key.get_ref().as_ref()));
    *table.get_mut() = left;
    Spanned::new(span, taken)
}

/// A problem for every key of a table that is left when all that are known were taken out of it.
pub(super) fn unknown(text: &str, left: &DeTable<'_>, known: &[&[&str]]) -> Vec<Problem> {
    let known = || known.iter().copied().flatten().copied();
    let problem = |key: &Spanned<std::borrow::Cow<'_, str>>| {
        let word = visible(key.get_ref());
        let sentence = match closest(&word, known()) {
            Some(meant) => format!("there is no key `{word}` here: did you mean `{meant}`?"),
            None => format!(
                "there is no key `{word}` here: write one of {}",
                known().collect::<Vec<_>>().join(", ")
            ),
        };
        Problem::at(text, Some(&key.span()), sentence)
    };
    left.iter().map(|(key, _)| problem(key)).collect()
}

/// What the reader says, in words that tell a person what to write instead.
pub(super) fn sentence(error: &Error) -> String {
    let message = error.message();
    reworded(message).unwrap_or_else(|| message.to_owned())
}

/// serde says "unknown field `thene`, expected one of `cues`, `theme`"; a person wants to hear which one was meant.
fn reworded(message: &str) -> Option<String> {
    if let Some((found, wanted)) = message
        .strip_prefix("invalid type: ")
        .and_then(|rest| rest.split_once(", expected "))
    {
        let wanted = if wanted == "a boolean" {
            "true or false"
        } else {
            wanted
        };
        return Some(format!("this is the {found}: write {wanted} instead"));
    }
    if message.starts_with("wanted string or table") {
        return Some("write one of the choices, in quotes".to_owned());
    }
    let mut quoted = message.split('`').skip(1).step_by(2);
    let word = visible(quoted.next()?);
    let known: Vec<&str> = quoted.collect();
    if message.starts_with("missing field ") {
        return Some(format!("`{word}` is missing here: add {word} = …"));
    }
    if message.starts_with("unknown variant ") {
        return Some(format!(
            "`{word}` is not one of the choices: write \"{}\"",
            known.join("\" or \"")
        ));
    }
    if !message.starts_with("unknown field ") {
        return None;
    }
    Some(match closest(&word, known.iter().copied()) {
        Some(meant) => format!("there is no key `{word}` here: did you mean `{meant}`?"),
        None => format!(
            "there is no key `{word}` here: write one of {}",
            known.join(", ")
        ),
    })
}

/// What the TOML parser says, in the same way. Its own words name what its grammar missed, not what a person should write.
pub(super) fn syntax(text: &str, error: &Error) -> String {
    let message = error.message();
    let rest = error
        .span()
        .and_then(|span| text.get(span.start..))
        .and_then(|rest| rest.lines().next());
    let is_value = message.starts_with("string values must be quoted")
        || ["float", "integer", "boolean", "number", "date"]
            .iter()
            .any(|kind| {
                message
                    .strip_prefix("invalid ")
                    .is_some_and(|what| what.contains(kind))
            });
    let fix = match message {
        _ if is_value && rest.is_none_or(|rest| rest.trim().is_empty()) => {
            "a value is missing: write one after the ="
        }
        _ if is_value => "this is no value: write text in quotes, as in \"night\"",
        _ if message.starts_with("key with no value") => {
            "write a = between key and value, as in theme = \"night\""
        }
        _ if message.starts_with("invalid basic string")
            || message.starts_with("invalid literal string") =>
        {
            "this text is not closed: write the quote that is missing at its end"
        }
        _ if message.starts_with("duplicate key") => "this is set twice: take one of the two away",
        _ if message.starts_with("unclosed array table") => "close the brackets, as in [[preset]]",
        _ => return format!("{message}; `downbeat config example` shows how it is written"),
    };
    fix.to_owned()
}

/// The one of `candidates` that `text` was most likely meant to be, if any is near.
pub(crate) fn closest<'c>(
    text: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    candidates
        .map(|candidate| {
            (
                strsim::jaro_winkler(&text.to_lowercase(), &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Sample {
        rest: u32,
        theme: String,
    }

    fn read_sample(text: &str) -> (Sample, Vec<String>) {
        let (sample, problems) = read(text, DeTable::parse(text).unwrap());
        (
            sample,
            problems
                .iter()
                .map(|problem| format!("{}:{} {}", problem.line, problem.column, problem.sentence))
                .collect(),
        )
    }

    #[test]
    fn every_mistake_is_named_and_the_rest_is_read() {
        let (sample, problems) = read_sample("rest = 5\nthene = \"day\"\ntheme = 7\nzzz = 1\n");
        assert_eq!(
            sample,
            Sample {
                rest: 5,
                theme: String::new()
            }
        );
        assert_eq!(
            problems,
            [
                "2:1 there is no key `thene` here: did you mean `theme`?",
                "3:9 this is the integer `7`: write a string instead",
                "4:1 there is no key `zzz` here: write one of rest, theme",
            ]
        );
    }

    #[test]
    fn only_what_is_near_is_suggested() {
        assert_eq!(
            closest("ecentric-4-1", ["wall-sit", "eccentric-4-1"].into_iter()),
            Some("eccentric-4-1")
        );
        assert_eq!(
            closest("zzz", ["wall-sit", "eccentric-4-1"].into_iter()),
            None
        );
    }
}

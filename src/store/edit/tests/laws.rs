//! What holds of any file and any sequence of operations.
//!
//! Each line of the files made here ends in a comment of its own, so that a line is known again wherever it went.

use proptest::prelude::*;
use proptest::sample::select;

use super::super::same;
use super::*;

const IDS: [&str; 4] = ["a", "b", "c", "d"];

/// A part of a file: an entry, or what belongs to none.
#[derive(Debug, Clone)]
struct Part {
    owner: Option<(Kind, &'static str)>,
    lines: Vec<String>,
}

fn kind() -> impl Strategy<Value = Kind> {
    select(&[Kind::Preset, Kind::Routine][..])
}

/// The keys of an entry with the ways to write their values.
fn keys() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let values = [
        (
            "exercise",
            &[
                "'Row'",
                "{ name = \"Row\" }",
                "{name='Row', start = 'lift'}",
                "{ start = 'lift' , name = '#' }",
            ][..],
        ),
        (
            "tempo",
            &[
                "'4010'",
                "\"4010\"",
                "{ lower = 4, lift = 1 }",
                "{lower=4,lift=1}",
            ],
        ),
        ("sets", &["3", "0x3", "4"]),
        (
            "reps",
            &["8", "[12, 10]", "[12,10, 8]", "[8]", "[]", "[[1], [2, 3]]"],
        ),
        (
            "purpose",
            &[
                "'''#'''",
                "'''\n# none\n\n[[preset]]\n'''",
                "\"a\\nb\"",
                "\"\\\"\\\\\"",
                "'ä'",
            ],
        ),
        ("rest", &["'2m'", "90", "90.0", "1e2"]),
    ];
    let values = values.map(|(key, texts)| prop::option::weighted(0.6, (Just(key), select(texts))));
    values
        .to_vec()
        .prop_map(|keys| keys.into_iter().flatten().collect())
}

/// Where comments and blank lines are strewn in.
fn strewn() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(select(&["", "#", "# id = 'x'", "  # [[preset]]"][..]), 0..3)
}

fn entry() -> impl Strategy<Value = Part> {
    let comments = prop::collection::vec(Just("# about"), 0..3);
    let inner = prop::collection::vec((strewn(), keys()), 0..4);
    let body = (keys(), strewn(), any::<bool>());
    (
        kind(),
        select(&IDS[..]),
        comments,
        body,
        inner,
        any::<bool>(),
    )
        .prop_map(
            |(kind, id, above, (keys, strewn, is_spread), inner, is_last)| {
                let mut lines: Vec<String> = above.iter().map(|&line| line.to_owned()).collect();
                lines.push(format!("[[{kind}]]"));
                let own = keys.iter().map(|(key, value)| format!("{key}={value}"));
                if is_last {
                    lines.extend(own);
                    lines.push(format!("  id = '{id}'"));
                } else {
                    lines.push(format!("id = \"{id}\""));
                    lines.extend(own);
                }
                lines.extend(strewn.iter().map(|&line| line.to_owned()));
                if is_spread {
                    lines.push("exercises.of.old = 1".to_owned());
                    lines.push("list = [ # first".to_owned());
                    lines.push("  1,".to_owned());
                    lines.push("]".to_owned());
                }
                for (strewn, keys) in inner {
                    lines.extend(strewn.iter().map(|&line| line.to_owned()));
                    lines.push(format!("[[{kind}.part]]"));
                    lines.extend(keys.iter().map(|(key, value)| format!("{key} = {value}")));
                }
                let owner = Some((kind, id));
                Part { owner, lines }
            },
        )
}

fn other() -> impl Strategy<Value = Part> {
    select(&["\n# heading\n", "\n", "\n\n# one\n# two\n\n\n# three\n"][..]).prop_map(|text| Part {
        owner: None,
        lines: text.lines().map(str::to_owned).collect(),
    })
}

/// A file, and the parts that it is made of.
fn file() -> impl Strategy<Value = (Vec<Part>, usize)> {
    let parts = prop::collection::vec(prop_oneof![2 => entry(), 1 => other()], 0..7);
    (parts, 0..4_usize).prop_map(|(mut parts, manner)| {
        let mut seen = Vec::new();
        parts.retain(|part| match part.owner {
            Some(owner) if seen.contains(&owner) => false,
            Some(owner) => {
                seen.push(owner);
                true
            }
            None => true,
        });
        parts.insert(
            0,
            Part {
                owner: None,
                lines: vec![
                    "fps = 30".to_owned(),
                    "[other]".to_owned(),
                    "x = 1".to_owned(),
                ],
            },
        );
        let mut number = 0;
        for line in parts.iter_mut().flat_map(|part| &mut part.lines) {
            if !line.trim().is_empty() {
                number += 1;
                line.extend([format!(" #<{number}>")]);
            }
        }
        // Comments at the end of an entry would belong to the next header.
        for part in &mut parts {
            if part
                .lines
                .last()
                .is_some_and(|line| line.trim_start().starts_with('#'))
            {
                part.lines.push(String::new());
            }
        }
        (parts, manner)
    })
}

fn text_of(parts: &[Part], manner: usize) -> String {
    let lines = parts
        .iter()
        .flat_map(|part| &part.lines)
        .map(String::as_str);
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    manners(&text)[manner].clone()
}

#[derive(Debug, Clone)]
enum Step {
    Put(Kind, Option<&'static str>, &'static str, String),
    Remove(Kind, &'static str),
    Move(Kind, &'static str, isize),
}

fn step() -> impl Strategy<Value = Step> {
    let id = || select(&IDS[..]);
    let inner = prop::collection::vec(keys(), 0..4);
    let put = (
        kind(),
        prop::option::weighted(0.8, id()),
        id(),
        keys(),
        inner,
    );
    let put = put.prop_map(|(kind, old, new, keys, inner)| {
        let line = |(key, value): &(&str, &str)| format!("{key} = {value}\n");
        let keys: String = keys.iter().map(line).collect();
        let inner = inner.iter().map(|keys| {
            let keys: String = keys.iter().map(line).collect();
            format!("[[{kind}.part]]\n{keys}")
        });
        let inner: String = inner.collect();
        Step::Put(
            kind,
            old,
            new,
            format!("[[{kind}]]\nid = '{new}'\n{keys}{inner}"),
        )
    });
    prop_oneof![
        3 => put,
        1 => (kind(), id()).prop_map(|(kind, id)| Step::Remove(kind, id)),
        1 => (kind(), id(), -2..3_isize).prop_map(|(kind, id, by)| Step::Move(kind, id, by)),
    ]
}

impl Step {
    /// Whose lines it may touch.
    fn touches(&self) -> (Kind, &'static str) {
        match self {
            Self::Put(kind, old, new, _) => (*kind, old.unwrap_or(new)),
            Self::Remove(kind, id) | Self::Move(kind, id, _) => (*kind, id),
        }
    }

    fn done(&self, document: &Document) -> Result<Document, EditError> {
        match self {
            Self::Put(kind, old, _, text) => document.put(*kind, *old, &table(*kind, text)),
            Self::Remove(kind, id) => document.remove(*kind, id),
            Self::Move(kind, id, by) => document.move_by(*kind, id, *by),
        }
    }
}

/// The number that a line was given.
fn number(line: &str) -> Option<usize> {
    let (_, number) = line.rsplit_once("#<")?;
    number.trim_end().strip_suffix('>')?.parse().ok()
}

/// The numbered lines of a text that are not among these.
fn lines_but<'t>(text: &'t str, but: &[usize]) -> Vec<&'t str> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    let kept = lines.filter(|line| number(line).is_some_and(|number| !but.contains(&number)));
    kept.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_operations_breaks_a_file_or_touches_a_line_of_another_entry(
        (parts, manner) in file(),
        steps in prop::collection::vec(step(), 1..6),
    ) {
        let mut document = Document::new(text_of(&parts, manner)).unwrap();
        // An entry that is renamed keeps its lines.
        let mut owners: Vec<((Kind, &str), Vec<usize>)> = parts
            .iter()
            .filter_map(|part| Some((part.owner?, part.lines.iter().filter_map(|line| number(line)).collect())))
            .collect();
        for step in steps {
            let owner = step.touches();
            let result = step.done(&document);
            let after = match result {
                Ok(after) => after,
                Err(EditError::Taken { .. } | EditError::Unknown { .. }) => continue,
                Err(error) => return Err(TestCaseError::fail(format!("{error}\n{}", document.text()))),
            };
            prop_assert!(Document::new(after.text()).is_ok());
            let own = owners.iter().find(|(there, _)| *there == owner);
            let own = own.map(|(_, lines)| lines.clone()).unwrap_or_default();
            prop_assert_eq!(lines_but(document.text(), &own), lines_but(after.text(), &own));
            match &step {
                Step::Put(kind, _, new, text) => {
                    let again = after.put(*kind, Some(new), &table(*kind, text));
                    prop_assert_eq!(again.as_ref(), Ok(&after));
                    if let Some((there, _)) = owners.iter_mut().find(|(there, _)| *there == owner) {
                        there.1 = new;
                    }
                }
                Step::Remove(..) => owners.retain(|(there, _)| *there != owner),
                Step::Move(..) => {
                    let sorted = |document: &Document| {
                        let mut lines: Vec<String> = lines_but(document.text(), &[]).into_iter().map(str::to_owned).collect();
                        lines.sort();
                        lines
                    };
                    prop_assert_eq!(sorted(&document), sorted(&after));
                }
            }
            document = after;
        }
    }

    #[test]
    fn what_stays_the_same_in_a_preset_keeps_its_line_and_every_comment_above_a_key_stays(
        (parts, manner) in file(),
        step in step(),
    ) {
        let document = Document::new(text_of(&parts, manner)).unwrap();
        let Step::Put(kind, _, _, text) = &step else {
            return Ok(());
        };
        let Some(old) = parts.iter().filter_map(|part| part.owner).find(|owner| owner.0 == *kind) else {
            return Ok(());
        };
        let mut new = table(*kind, text);
        new["id"] = toml_edit::value(old.1);
        let Ok(after) = document.put(*kind, Some(old.1), &new) else {
            return Err(TestCaseError::fail("it is not changed"));
        };
        let part = parts.iter().find(|part| part.owner == Some(old)).unwrap();
        let head = part.lines.iter().position(|line| line.starts_with("[[")).unwrap();
        let within = part.lines.iter().skip(head + 1).position(|line| line.starts_with("[["));
        let own = &part.lines[..within.map_or(part.lines.len(), |line| head + 1 + line)];
        let attached = |line: usize| own[line..].iter().any(|line| line.contains('=') && !line.trim_start().starts_with('#'));
        for (at, line) in own.iter().enumerate() {
            let is_comment = line.trim_start().starts_with('#') && attached(at);
            let is_kept = line.parse::<DocumentMut>().is_ok_and(|line| {
                line.iter().any(|(key, item)| new.get(key).is_some_and(|new| same::items(item, new)))
            });
            let text = after.text().trim_start_matches('\u{feff}');
            prop_assert!(
                !(is_comment || is_kept) || line.contains('\n') || text.lines().any(|there| there == line),
                "{line}\nis gone from\n{text}"
            );
        }
    }
}

//! The rules of the design as tables, and what they find in a set of sources.

use super::source::Source;

/// Who may import whom. The longest row that fits a module counts; a module may always import itself.
const IMPORTS: &[(&str, &[&str])] = &[
    ("training", &[]),
    ("sound::voice", PURE_SOUND),
    ("sound::score", PURE_SOUND),
    ("sound::rate", PURE_SOUND),
    ("sound::glide", PURE_SOUND),
    ("sound::mix", PURE_SOUND),
    ("sound::speech", PURE_SOUND),
    ("sound", &["training"]),
    ("store", &["training"]),
    ("terminal", &[]),
    ("app", &["training"]),
    ("ui", &["app", "training"]),
    ("keymap", &["app::action", "app::bindings"]),
    (
        "settings",
        &["store", "keymap", "ui::theme", "sound", "training::call"],
    ),
    ("runtime", BELOW_RUNTIME),
    ("commands", BELOW_COMMANDS),
    ("cli", &["store", "training"]),
    ("main", &["cli", "commands"]),
];

/// What turns a timeline into samples knows the timeline and its own kind, and no clock, card or file.
const PURE_SOUND: &[&str] = &[
    "training",
    "sound::CueSet",
    "sound::Decibels",
    "sound::mix",
    "sound::speech",
    "sound::voice",
    "sound::score",
    "sound::rate",
    "sound::glide",
];

const BELOW_RUNTIME: &[&str] = &[
    "training", "sound", "store", "terminal", "app", "ui", "keymap", "settings",
];

const BELOW_COMMANDS: &[&str] = &[
    "training", "sound", "store", "terminal", "app", "ui", "keymap", "settings", "runtime", "cli",
];

/// A path that only some modules may name.
struct Word {
    path: &'static [&'static str],
    kept: Kept,
    because: &'static str,
}

enum Kept {
    /// These modules may not name it.
    OutOf(&'static [&'static str]),
    /// Only these modules may name it.
    In(&'static [&'static str]),
}

const PURE: &[&str] = &["training", "app", "ui"];

const WORDS: &[Word] = &[
    Word {
        path: &["Instant"],
        kept: Kept::OutOf(PURE),
        because: "it is told what time it is, and never asks",
    },
    Word {
        path: &["SystemTime"],
        kept: Kept::OutOf(PURE),
        because: "it is told what time it is, and never asks",
    },
    Word {
        path: &["std", "fs"],
        kept: Kept::OutOf(PURE),
        because: "it never touches a file: that is an effect",
    },
    Word {
        path: &["std", "net"],
        kept: Kept::OutOf(PURE),
        because: "it never touches a network",
    },
    Word {
        path: &["thread", "sleep"],
        kept: Kept::OutOf(PURE),
        because: "nobody but the clock keeps time",
    },
    Word {
        path: &["ratatui"],
        kept: Kept::In(&["ui", "terminal", "runtime", "settings"]),
        because: "only what draws knows the drawing library",
    },
    Word {
        path: &["Color"],
        kept: Kept::In(&["ui::theme", "terminal::lean"]),
        because: "colours have roles, which the theme names; the back end only spells them",
    },
    Word {
        path: &["rodio"],
        kept: Kept::In(&["sound::device"]),
        because: "one module knows the sound card",
    },
    Word {
        path: &["cpal"],
        kept: Kept::In(&["sound::device"]),
        because: "one module knows the sound card",
    },
    Word {
        path: &["alsa"],
        kept: Kept::In(&["sound::device"]),
        because: "one module knows the sound card",
    },
    Word {
        path: &["md5"],
        kept: Kept::In(&["sound::file::flac"]),
        because: "it is in the FLAC format, and good for nothing else",
    },
    Word {
        path: &["rubato"],
        kept: Kept::In(&["sound::speech"]),
        because: "one module resamples, and it does so before anything sounds",
    },
    Word {
        path: &["zbus"],
        kept: Kept::In(&["runtime"]),
        because: "only what acts speaks with the desktop",
    },
    Word {
        path: &["default_host"],
        kept: Kept::In(&[]),
        because: "it panics where ALSA cannot start: ask for a host by name",
    },
];

const LONGEST_FILE: usize = 350;
const LONGEST_MAIN: usize = 60;

/// Places that mean something on one machine only, and registries, which ordinary clients know by themselves.
/// Split, so that this file does not name them.
const PLACES: &[&str] = &[
    concat!("/work", "/"),
    concat!("/tmp/", "wt"),
    concat!("/root", "/"),
    concat!("crates", ".io"),
    concat!("pypi", ".org"),
    concat!("npmjs", ".org"),
    concat!("debian", ".org"),
];

/// Imports that the table does not allow.
pub(super) fn imports(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let own = owner(source);
        if source.path == "src/lib.rs" {
            continue;
        }
        let Some((row, allowed)) = row(&own) else {
            found.push(format!(
                "{}: the table of imports has no row for `{own}`: say there what it may import",
                source.path
            ));
            continue;
        };
        for named in source.named.iter().filter(|named| named.ours) {
            let target = named.path.join("::");
            let fits = |part: &str| within(&target, part);
            if !fits(row) && !allowed.iter().any(|part| fits(part)) {
                found.push(format!(
                    "{}:{}: `{row}` may not import `{target}`, only {}",
                    source.path,
                    named.line,
                    listed(allowed)
                ));
            }
        }
    }
    found
}

/// Paths named in modules that must not name them.
pub(super) fn words(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let own = owner(source);
        let any = |parts: &[&str]| parts.iter().any(|part| within(&own, part));
        let forbidden = |word: &&Word| match word.kept {
            Kept::OutOf(parts) => any(parts),
            Kept::In(parts) => !any(parts),
        };
        for word in WORDS.iter().filter(forbidden) {
            let names =
                |path: &[String]| path.windows(word.path.len()).any(|part| part == word.path);
            let mut lines: Vec<usize> = source
                .named
                .iter()
                .filter(|named| names(&named.path))
                .map(|named| named.line)
                .collect();
            lines.dedup();
            found.extend(lines.iter().map(|line| {
                let path = word.path.join("::");
                format!(
                    "{}:{line}: `{path}` does not belong here: {}",
                    source.path, word.because
                )
            }));
        }
    }
    found
}

/// Files that do not say what they own, or say too much.
pub(super) fn shape(sources: &[Source]) -> Vec<String> {
    let mut found = opening(sources);
    for source in sources {
        let most = if source.path == "src/main.rs" {
            LONGEST_MAIN
        } else {
            LONGEST_FILE
        };
        if source.lines > most {
            found.push(format!(
                "{}: {} lines without its tests, at most {most}: part of it wants a file of its own",
                source.path, source.lines
            ));
        }
    }
    found
}

/// Files that do not open with `//!`.
pub(super) fn opening(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| !source.opens_with_purpose)
        .map(|source| {
            format!(
                "{}: opens without `//!` that says what it owns and why",
                source.path
            )
        })
        .collect()
}

/// Lines of any text that name a place on one machine.
pub(super) fn places(files: &[(String, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files {
        for (index, line) in text.lines().enumerate() {
            for place in PLACES.iter().filter(|place| line.contains(**place)) {
                found.push(format!("{path}:{}: names `{place}`", index + 1));
            }
        }
    }
    found
}

/// The module that a source is, `main` for the binary's root.
fn owner(source: &Source) -> String {
    if source.module.is_empty() {
        "main".to_owned()
    } else {
        source.module.join("::")
    }
}

fn row(module: &str) -> Option<(&'static str, &'static [&'static str])> {
    IMPORTS
        .iter()
        .filter(|(row, _)| within(module, row))
        .max_by_key(|(row, _)| row.len())
        .copied()
}

/// Whether `path` is `part` or lies inside it.
fn within(path: &str, part: &str) -> bool {
    path.strip_prefix(part)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn listed(allowed: &[&str]) -> String {
    if allowed.is_empty() {
        "itself".to_owned()
    } else {
        format!("`{}`", allowed.join("`, `"))
    }
}

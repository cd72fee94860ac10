//! Holds the program to its map: who may import whom, and the invariants that can be read from the source text.
//!
//! The rules are data; `complaints` applies them to any set of sources, so that the last tests can show with small
//! invented sources that each rule does find what it forbids.

mod rules;
mod source;
mod tokens;

use std::fs;
use std::path::Path;

use source::Source;

/// Every file at or below `place` whose name ends in one of `endings`: its path from the root, and its text.
fn files(place: &str, endings: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting = vec![root.join(place)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        let inner = path.strip_prefix(root).expect("it lies below the root");
        let inner = inner.to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder of the project can be listed");
            waiting.extend(entries.map(|entry| entry.expect("an entry has a path").path()));
        } else if path.is_file() && endings.iter().any(|ending| inner.ends_with(ending)) {
            let text = fs::read_to_string(&path).expect("a file of the project is text");
            found.push((inner, text));
        }
    }
    found.sort();
    found
}

/// The program's own sources, read.
fn program() -> Vec<Source> {
    let sources = read(&files("src", &[".rs"]));
    assert!(sources.iter().any(|source| source.path == "src/lib.rs"));
    sources
}

fn read(files: &[(String, String)]) -> Vec<Source> {
    let sources: Vec<Source> = files
        .iter()
        .map(|(path, text)| Source::read(path, text))
        .collect();
    source::without_test_files(sources)
}

#[track_caller]
fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn modules_import_only_what_the_design_allows_them() {
    assert_none(&rules::imports(&program()));
}

#[test]
fn what_the_design_keeps_out_of_a_module_is_not_named_there() {
    assert_none(&rules::words(&program()));
}

#[test]
fn files_say_what_they_own_and_stay_short() {
    assert_none(&rules::shape(&program()));
}

#[test]
fn every_file_of_tests_says_what_it_owns() {
    for folder in ["tests", "benches", "examples"] {
        assert_none(&rules::opening(&read(&files(folder, &[".rs"]))));
    }
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let endings = ["rs", "toml", "md", "sh", "py", ".ci/run", ".ci/clean-root"];
    for place in [
        "src",
        "tests",
        "benches",
        "examples",
        "assets",
        ".ci",
        "README.md",
        "CHANGELOG.md",
        "Cargo.toml",
    ] {
        assert_none(&rules::places(&files(place, &endings)));
    }
}

mod a_rule_finds {
    //! The test of the tests.

    use super::{read, rules};

    /// What the rules say of one invented file beside a few real module names.
    fn said(path: &str, text: &str) -> Vec<String> {
        let sources = read(&[
            ("src/app/action.rs".to_owned(), "//! Keys.".to_owned()),
            ("src/store.rs".to_owned(), "//! Files.".to_owned()),
            (path.to_owned(), format!("//! Invented.\n{text}")),
        ]);
        let mut all = rules::imports(&sources);
        all.extend(rules::words(&sources));
        all.extend(rules::shape(&sources));
        all
    }

    #[track_caller]
    fn finds(path: &str, text: &str, complaint: &str) {
        let said = said(path, text);
        assert!(
            said.len() == 1 && said[0].starts_with(complaint),
            "expected one complaint that starts with {complaint:?}, got {said:#?}"
        );
    }

    #[track_caller]
    fn lets_pass(path: &str, text: &str) {
        assert_eq!(said(path, text), Vec::<String>::new());
    }

    #[test]
    fn a_forbidden_import() {
        let line = "src/training/plan.rs:2: `training` may not import `store";
        finds("src/training/plan.rs", "use crate::store::Config;", line);
        finds(
            "src/training/plan.rs",
            "use crate::{store::X, training::Y};",
            line,
        );
        finds("src/training/plan.rs", "use super::super::store;", line);
        finds(
            "src/training/plan.rs",
            "fn f() { crate::store::load() }",
            line,
        );
        finds(
            "src/training/plan.rs",
            "fn f() { g!(crate::store::X) }",
            line,
        );
        finds(
            "src/training/plan.rs",
            "mod a { use super::super::super::store::X; }",
            line,
        );
    }

    #[test]
    fn an_import_of_more_than_the_part_that_is_allowed() {
        lets_pass("src/keymap.rs", "use crate::app::action::Action;");
        lets_pass("src/settings.rs", "use crate::ui::theme::{Depth, Theme};");
        finds(
            "src/keymap.rs",
            "use crate::app::{App, action};",
            "src/keymap.rs:2: `keymap` may not import `app::App`",
        );
        finds(
            "src/settings.rs",
            "use crate::ui::*;",
            "src/settings.rs:2: `settings` may not import `ui`",
        );
        finds(
            "src/sound/score.rs",
            "use super::device;",
            "src/sound/score.rs:2: `sound::score` may not import `sound::device`",
        );
    }

    #[test]
    fn a_module_without_a_row_in_the_table() {
        finds(
            "src/telemetry.rs",
            "",
            "src/telemetry.rs: the table of imports has no row",
        );
    }

    #[test]
    fn a_clock_a_file_or_a_socket_in_a_pure_module() {
        let clock = "src/app/session.rs:2: `Instant` ";
        finds("src/app/session.rs", "use std::time::Instant;", clock);
        finds(
            "src/app/session.rs",
            "use std::{time::{Duration, Instant}};",
            clock,
        );
        finds(
            "src/training/a.rs",
            "use std::fs;",
            "src/training/a.rs:2: `std::fs` ",
        );
        finds(
            "src/training/a.rs",
            "use std::{cmp, fs::File};",
            "src/training/a.rs:2: `std::fs` ",
        );
        finds(
            "src/ui/a.rs",
            "fn f() { std::net::x() }",
            "src/ui/a.rs:2: `std::net` ",
        );
        finds(
            "src/ui/a.rs",
            "fn f() { thread::sleep(d) }",
            "src/ui/a.rs:2: `thread::sleep` ",
        );
    }

    #[test]
    fn a_crate_outside_its_place() {
        finds(
            "src/store.rs",
            "use ratatui::text::Line;",
            "src/store.rs:2: `ratatui` ",
        );
        finds(
            "src/sound/score.rs",
            "use rodio::Source;",
            "src/sound/score.rs:2: `rodio` ",
        );
        finds(
            "src/sound/device.rs",
            "use md5::X;",
            "src/sound/device.rs:2: `md5` ",
        );
        lets_pass("src/sound/device/stream.rs", "use rodio::cpal::Stream;");
        finds(
            "src/sound/device.rs",
            "fn f() { rodio::cpal::default_host() }",
            "src/sound/device.rs:2: `default_host` ",
        );
        finds(
            "src/ui/a.rs",
            "fn f() -> Color { Color::Red }",
            "src/ui/a.rs:2: `Color` ",
        );
    }

    #[test]
    fn a_file_that_does_not_open_with_its_purpose_or_grows_long() {
        let long = "fn f() {}\n".repeat(350);
        finds("src/ui/a.rs", &long, "src/ui/a.rs: 351 lines");
        finds(
            "src/main.rs",
            &"fn f() {}\n".repeat(60),
            "src/main.rs: 61 lines",
        );
        let bare = read(&[("src/ui/a.rs".to_owned(), "fn f() {}".to_owned())]);
        assert_eq!(rules::opening(&bare).len(), 1);
    }

    #[test]
    fn a_place_on_this_machine() {
        let text = concat!("see ", "/work", "/notes").to_owned();
        assert_eq!(rules::places(&[("a.sh".to_owned(), text)]).len(), 1);
    }

    #[test]
    fn nothing_in_comments_strings_and_tests() {
        lets_pass(
            "src/training/plan.rs",
            r#"
            //! crate::store
            // use crate::store::X; Instant::now()
            /* std::fs */
            const A: &str = "crate::store::X std::fs";
            const B: char = '"';
            /// Unlike [`crate::store::X`].
            fn f<'a>(a: &'a str) -> &'a str { a }
            #[cfg(test)]
            use crate::store::X;
            #[cfg(test)]
            #[expect(dead_code, reason = "shown")]
            mod tests { use crate::store::X; fn f() { std::fs::read("") } }
            "#,
        );
        let sources = read(&[
            (
                "src/training/plan.rs".to_owned(),
                "//! A.\n#[cfg(test)]\nmod tests;".to_owned(),
            ),
            (
                "src/training/plan/tests/more.rs".to_owned(),
                "//! B.\nuse crate::store::X;".to_owned(),
            ),
        ]);
        assert_eq!(rules::imports(&sources), Vec::<String>::new());
    }

    #[test]
    fn no_fault_in_the_length_of_tests() {
        let tests = format!(
            "#[cfg(test)]\nmod tests {{\n{}}}\n",
            "fn f() {}\n".repeat(400)
        );
        lets_pass("src/ui/a.rs", &tests);
    }
}

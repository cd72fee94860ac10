//! The journal on the command line: into it by hand, and out of it as text.

use super::{Home, keys, run};
use std::fs;

const SQUAT: [&str; 10] = [
    "journal",
    "add",
    "squat 3x8 @4010",
    "--load",
    "60 kg",
    "--day",
    "2026-01-20",
    "--done=8,8,7",
    "--left=2",
    "--effort=7",
];

fn squatted() -> Home {
    let home = Home::new();
    home.run(&SQUAT).done();
    home
}

#[test]
fn what_was_done_elsewhere_is_logged_and_listed() {
    let home = Home::new();
    let logged = home
        .run(&[&SQUAT[..], &["--note", "=heavy\u{1b}[2J"]].concat())
        .done();
    assert!(logged.starts_with("Read as Squat"), "{logged}");
    let listed = home.run(&["journal", "list"]).done();
    assert_eq!(
        listed,
        "Tue 20 Jan 2026  Squat, done elsewhere, effort 7\n  Squat  4-0-1-0  60 kg  8 8 7, 2 left\n  Note: =heavy^[[2J\n\n"
    );
    assert!(logged.ends_with(&format!("Logged:\n{listed}")), "{logged}");
    // The next time the load is what it was, and nobody said so.
    home.run(&["journal", "add", "eccentric-4-1", "--day", "2026-01-21"])
        .done();
    home.run(&["journal", "add", "squat 1x5 @3010", "--day", "2026-01-21"])
        .done();
    let list = home.run(&["journal", "list", "--json"]).json();
    let sets = &list["sessions"][0]["sets"];
    assert_eq!(sets[0]["load"]["assumed"], "60 kg");
    assert_eq!(sets[0]["done"]["assumed"], 5);
    let ids: Vec<_> = [0, 1, 2]
        .map(|at| list["sessions"][at]["id"].as_str().unwrap())
        .into();
    assert_eq!(ids, ["", "eccentric-4-1", ""]);
}

#[test]
fn a_programme_is_logged_in_the_week_that_it_is_in_on_the_day() {
    let home = Home::new();
    let state = home.folder.path().join("state/downbeat");
    fs::create_dir_all(&state).unwrap();
    let following = "[[following]]\nid = 'achilles-hsr'\nstart = '2026-01-01'\nper_day = 1\n";
    fs::write(state.join("state.toml"), following).unwrap();
    let planned = |day: &str| {
        home.run(&["journal", "add", "achilles-hsr", "--day", day])
            .done();
        let list = home.run(&["journal", "list", "--json"]).json();
        list["sessions"][0]["sets"][0]["planned"].clone()
    };
    assert_eq!(planned("2026-01-03"), 15);
    assert_eq!(planned("2026-01-09"), 12);
    assert_eq!(planned("2026-01-25"), 10);
}

#[test]
fn a_morning_is_logged_bit_by_bit() {
    let home = Home::new();
    let day = ["--day", "2026-01-20"];
    let add = |more: &[&str]| {
        home.run(&[&["journal", "add", "--morning"], &day[..], more].concat())
            .done()
    };
    add(&["--soreness", "calves=3", "--sleep", "7", "--pain", "0"]);
    let line = "Tue 20 Jan 2026  Morning: calves 3, front thighs 0, joint or tendon pain 0, sleep 7, recovered 6, slept 7:30 h\n";
    assert_eq!(
        add(&["--soreness=front-thighs=0", "--recovery=6", "--slept=7h30m"]),
        format!("Logged:\n{line}")
    );
    assert_eq!(home.run(&["journal", "list"]).done(), line);
}

#[test]
fn the_list_in_json_is_stable() {
    let list = squatted().run(&["journal", "list", "--json"]).json();
    assert_eq!(keys(&list), ["sessions", "mornings"]);
    assert_eq!(
        keys(&list["sessions"][0]),
        [
            "began",
            "day",
            "ended",
            "id",
            "name",
            "tier",
            "origin",
            "effort",
            "worst_pain",
            "pain_after",
            "note",
            "sets"
        ]
    );
}

#[test]
fn what_one_exports_another_imports_in_either_format() {
    let home = squatted();
    for format in ["jsonl", "csv"] {
        let text = home.run(&["journal", "export", "--format", format]).done();
        let other = Home::new();
        fs::write(other.folder.path().join("in"), &text).unwrap();
        assert_eq!(
            other.run(&["journal", "import", "in"]).done(),
            "Added 4 entries.\n"
        );
        assert_eq!(
            other.run(&["journal", "import", "in"]).done(),
            "Added 0 entries; 4 were there already.\n"
        );
        other
            .run(&["journal", "export", "--format", format, "-o", "out"])
            .done();
        assert_eq!(
            fs::read_to_string(other.folder.path().join("out")).unwrap(),
            text
        );
        let refused = other.run(&["journal", "export", "-o", "out"]);
        assert!(
            refused.err().contains("say --force to replace a file"),
            "{}",
            refused.err()
        );
        assert_eq!(
            other.run(&["journal", "backup", "copy.db"]).done(),
            "Copied the journal to copy.db.\n"
        );
        fs::write(
            other.folder.path().join("in"),
            text.replace("paced", "raced"),
        )
        .unwrap();
        let refused = other.run(&["journal", "import", "in"]);
        assert!(refused.err().contains("line"), "{}", refused.err());
    }
}

#[test]
fn who_only_reads_makes_no_file() {
    let home = Home::new();
    assert!(
        home.run(&["journal", "list"])
            .done()
            .starts_with("The journal is empty.")
    );
    assert_eq!(home.run(&["journal", "export"]).done().lines().count(), 1);
    assert!(!home.folder.path().join("data").exists());
}

#[test]
fn what_cannot_be_logged_is_refused_in_words() {
    for (arguments, words) in [
        (
            &["squat 3x8 @4010", "--day", "2999-01-01"][..],
            "is still to come",
        ),
        (
            &["squat 3x8 @4010", "--done", "8,8,8,8"],
            "--done names 4 sets, and there are 3",
        ),
        (&["squat 3x8 @4010", "--load", "heavy"], "is no weight"),
        (&["squat 3x8 @4010", "--sleep", "7"], "cannot be used with"),
        (&["--morning"], "nothing was said"),
        (
            &["--morning", "--soreness", "knee=3"],
            "write one of calves, front-thighs",
        ),
        (&["--morning", "--sleep", "11"], "whole number from 0 to 10"),
        (&[], "required"),
    ] {
        let ran = run(&[&["journal", "add"], arguments].concat());
        assert!(ran.err().contains(words), "{words}: {}", ran.err());
    }
}

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
    let yesterday = [
        "journal",
        "add",
        "3x8 @4010",
        "--day",
        "yesterday",
        "--done",
        "8, 8",
    ];
    Home::new().run(&yesterday).done();
    // The next time the load is what it was, and nobody said so.
    home.run(&["journal", "add", "eccentric-4-1", "--day", "2026-01-21"])
        .done();
    home.run(&["journal", "add", "squat 1x5 @3010", "--day", "2026-01-21"])
        .done();
    let list = home.run(&["journal", "list", "--json"]).json();
    let words = home.run(&["journal", "list", "--last", "1"]).done();
    assert!(words.contains("3-0-1-0  (60 kg)  (5)\n"), "{words}");
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
fn the_list_tells_all_that_was_said_of_each_set() {
    let home = squatted();
    let text = home.run(&["journal", "export"]).done();
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let mut line = line.to_owned();
            if line.contains("\"set\":1,") {
                line = line.replace("\"reserve\":\"missing\"", "\"reserve\":{\"assumed\":3}");
                line = line.replace("\"broke\":[]", "\"broke\":[6,7]");
            }
            if line.contains("\"set\":2,") {
                line = line.replace("\"kept\"", "\"abandoned\"");
            }
            line
        })
        .collect();
    let other = Home::new();
    fs::write(other.folder.path().join("in"), lines.join("\n")).unwrap();
    other.run(&["journal", "import", "in"]).done();
    let listed = other.run(&["journal", "list"]).done();
    let row = "60 kg  8 7, left (3) 2, tempo broke in set 1: 6 7, done again: set 2\n";
    assert!(listed.contains(row), "{listed}");
}

#[test]
fn a_load_in_the_line_comes_before_the_last_one_and_the_option_before_both() {
    let home = squatted();
    let load = |arguments: &[&str]| {
        let day = ["--day", "2026-01-21"];
        home.run(&[&["journal", "add"], arguments, &day[..]].concat())
            .done();
        let list = home.run(&["journal", "list", "--json"]).json();
        list["sessions"][0]["sets"][0]["load"].clone()
    };
    assert_eq!(load(&["squat 70kg 1x8 @4010"])["given"], "70 kg");
    assert_eq!(
        load(&["squat 70kg 1x8 @4010", "--load", "80"])["given"],
        "80 kg"
    );
    // It reads as no load.
    assert_eq!(load(&["squat 15RM 1x8 @4010"])["assumed"], "80 kg");
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
        add(&["--soreness=front-thighs=0", "--recovery=6", "--slept=7:30"]),
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
        let refused = other.run(&["journal", "import", "copy.db"]);
        for words in [
            "copy.db: nothing was imported",
            "to go back to it",
            "journal.db",
        ] {
            assert!(refused.err().contains(words), "{}", refused.err());
        }
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
fn a_copy_never_takes_the_place_of_the_journal_and_needs_a_folder() {
    let home = squatted();
    let listed = home.run(&["journal", "list"]).done();
    let own = home.folder.path().join("data/downbeat/journal.db");
    assert!(own.exists());
    let folder = own.parent().unwrap();
    let roundabout = folder.join("..").join(folder.file_name().unwrap());
    let places = [
        own.clone(),
        roundabout.join("journal.db"),
        folder.join("journal.db-wal"),
    ];
    for place in places {
        let place = place.to_str().unwrap();
        for arguments in [
            &["export", "--force", "-o", place][..],
            &["backup", "--force", place],
        ] {
            let ran = home.run(&[&["journal"], arguments].concat());
            assert!(ran.err().contains("is the journal itself"), "{}", ran.err());
        }
    }
    assert_eq!(home.run(&["journal", "list"]).done(), listed);
    for arguments in [&["export", "-o", "none/out"][..], &["backup", "none/out"]] {
        let ran = home.run(&[&["journal"], arguments].concat());
        assert!(
            ran.err().contains("there is no folder none: make it first"),
            "{}",
            ran.err()
        );
        assert!(!ran.err().contains(".tmp"), "{}", ran.err());
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
        (&["squat 3x8 @4010", "--load", "-5 kg"], "bw-20 or band red"),
        (
            &["squat 3x8 @4010", "--day", "tomorrow"],
            "write a day as 2026-11-27, today or yesterday",
        ),
        (
            &["squat 3x8 @4010", "--done", "8,1001"],
            "write whole numbers from 0 to 1000, such as 8,8,7",
        ),
        (
            &["squat 3x8 @4010", "--left", "11"],
            "write a whole number from 0 to 10",
        ),
        (
            &["squat", "--done", "5"],
            "sets, reps and a tempo, as in \"squat 3x8 @4010\"",
        ),
        (&["squat 3x8 @4010", "--sleep", "7"], "cannot be used with"),
        (&["--morning"], "nothing was said"),
        (
            &["--morning", "--soreness", "knee=3"],
            "write one of calves, front-thighs",
        ),
        (&["--morning", "--sleep", "11"], "whole number from 0 to 10"),
        (
            &["--morning", "--slept", "450"],
            "write hours slept as 7:30",
        ),
        (&[], "required"),
    ] {
        let ran = run(&[&["journal", "add"], arguments].concat());
        assert!(ran.err().contains(words), "{words}: {}", ran.err());
    }
}

//! Lines on the command line, messages from a pipe, and presets that go from one person to the next.

use super::{Home, Ran, run};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

const MESSAGE: &str = "A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90";

impl Home {
    fn put(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn config_text(&self) -> String {
        fs::read_to_string(self.config()).unwrap_or_default()
    }

    fn piped(&self, arguments: &[&str], text: &str) -> Ran {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        Ran(child.wait_with_output().unwrap())
    }
}

#[test]
fn a_line_stands_where_a_preset_may_and_is_read_back() {
    let page = run(&["show", "Squat 3x8 @4010 rest 2m slowly"]).done();
    assert!(page.starts_with("Squat\n"), "{page}");
    for words in [
        "Read as Squat · 3×8 · lower 4, lift 1 · starts DOWN · rest 2:00.",
        "Not understood, and left out: slowly.",
        "Total      6:10, 0:10 of it lead-in",
    ] {
        assert!(page.contains(words), "{page}");
    }
    let json = run(&["show", "3x8 @4010 rest 2m", "--json"]).json();
    assert_eq!(json["total_s"].as_f64(), Some(370.0));
    assert_eq!(
        (&json["preset"], &json["tempo"]),
        (&serde_json::Value::Null, &"4-0-1-0".into())
    );
    let changed = run(&[
        "show",
        "3x8 @4010",
        "--sets",
        "1",
        "--start",
        "lift",
        "--json",
    ])
    .json();
    assert_eq!(changed["segments"][1]["kind"], "lift");
    let rendered = run(&["render", "1x2 @1010", "--rate", "8000", "-o", "a.wav"]).done();
    assert!(rendered.contains("Read as 1×2"), "{rendered}");
}

#[test]
fn what_is_neither_a_preset_nor_a_tempo_nor_a_line_is_refused_with_what_to_write() {
    for (word, hint) in [
        ("Bench Press", "no preset's id, no tempo and no line"),
        ("3x8", "the tempo is missing"),
        ("4-6 x5 @4010", "4-6 reps x5 sets"),
        ("emom 10: 20 @4010", "does not fit into 60 s"),
    ] {
        let error = run(&["show", word]).failed(2);
        assert!(error.contains(hint), "{word}: {error}");
    }
    let error = run(&["3x8", "@4010"]).failed(2);
    assert!(
        error.contains("write `downbeat start \"3x8 @4010\"`"),
        "{error}"
    );
}

#[test]
fn a_message_from_a_pipe_becomes_a_routine() {
    let home = Home::new();
    let out = home.piped(&["add", "-"], MESSAGE).done();
    assert_eq!(
        out.replace(&home.config().display().to_string(), "FILE"),
        "Read as A1 DB RDL · 3×10 · lower 4, lift 1 · starts DOWN · rest 60 s\n  \
         → A2 Row · 3×10 · each side · lower 3, lift 1, pause 1 · starts UP · rest 90 s.\n\
         Added the routine `db-rdl-row` to FILE.\nTrain it: downbeat start db-rdl-row\n"
    );
    assert_eq!(
        home.config_text(),
        "[[routine]]\nid = \"db-rdl-row\"\nname = \"DB RDL + Row\"\n\n\
         [[routine.step]]\ngroup = \"A\"\nexercise = \"DB RDL\"\ntempo = \"4-0-1-0\"\nsets = 3\nreps = 10\nrest = \"1m\"\n\n\
         [[routine.step]]\ngroup = \"A\"\nexercise = \"Row\"\ntempo = \"3-0-1-1\"\nsets = 3\nreps = 10\nrest = \"90s\"\nsides = \"each\"\n"
    );
    let added = home.run(&["show", "db-rdl-row", "--json"]).json();
    let typed = home.run(&["show", MESSAGE, "--json"]).json();
    assert_eq!(added["segments"], typed["segments"]);
}

#[test]
fn a_line_is_added_behind_what_is_there_and_nothing_else_changes() {
    let before =
        "# mine\ntheme = \"night\" # dark\n\n[[preset]]\nid = 'row'   # keep\ntempo = '3010'\n";
    let home = Home::with_config(before);
    let out = home.run(&["add", "row 3x8 @2010"]).done();
    assert!(out.contains("Added the preset `row-2`"), "{out}");
    let after = home.config_text();
    let more = after.strip_prefix(before).unwrap();
    assert_eq!(
        more.trim_start(),
        "[[preset]]\nid = \"row-2\"\nname = \"Row\"\nexercise = \"Row\"\ntempo = \"2-0-1-0\"\nsets = 3\nreps = 8\nrest = \"2m\"\n"
    );
    home.put("message.txt", MESSAGE);
    let out = home
        .run(&["add", "message.txt", "--name", "Pull day", "--id", "pull"])
        .done();
    assert!(out.contains("Added the routine `pull`"), "{out}");
    assert!(home.run(&["list"]).done().contains("Pull day"));
}

#[test]
fn nothing_is_added_of_what_is_wrong_or_taken() {
    let home = Home::new();
    let error = home
        .piped(&["add", "-"], "squat 3x8 @4010\nbench 4-6 x5 @3010\n")
        .failed(1);
    assert!(
        error.contains("nothing was added, line 2, column 7") && error.contains("bench 4-6 x5"),
        "{error}"
    );
    assert!(
        home.run(&["add", "no-such-file.txt"])
            .failed(1)
            .contains("write")
    );
    for taken in ["eccentric-4-1", "mine"] {
        let home = Home::with_config("[[preset]]\nid = 'mine'\ntempo = '3010'\n");
        let before = home.config_text();
        let error = home.run(&["add", "3x8 @4010", "--id", taken]).failed(1);
        assert!(error.contains("give another with --id"), "{error}");
        assert_eq!(home.config_text(), before);
    }
    assert!(!home.config().exists());
}

#[test]
fn control_characters_of_a_message_are_shown_and_never_obeyed() {
    let home = Home::new();
    let ran = home.piped(
        &["add", "-"],
        "Squ\u{1b}[2Jat 3x8 @4010 \u{9b}31m \u{202e}x",
    );
    let text = ran.out() + &ran.err();
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n') && !text.contains('\u{202e}'),
        "{text:?}"
    );
    let home = Home::new();
    let ran = home.piped(
        &["add", "-"],
        "Squat \u{1b} 3x8 @4010 load \"\u{9b}31m\u{7}\"",
    );
    let text = ran.out() + &ran.err() + &home.config_text();
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n'),
        "{text:?}"
    );
}

#[test]
fn whatever_is_listed_can_be_exported_checked_and_added_by_somebody_else() {
    let home = Home::with_config(
        "[[preset]]\nid = 'mine'\ntempo = '3010'\nreps = ['8', '2+2 intra 15s']\n\n[[routine]]\nid = 'day'\n\
         [[routine.step]]\npreset = 'mine'\nsets = 4\nreps = 5\n[[routine.step]]\npreset = 'eccentric-4-1'\n",
    );
    let list = home.run(&["list", "--json"]).json();
    let ids: Vec<&str> = ["presets", "routines"]
        .iter()
        .flat_map(|kind| list[kind].as_array().unwrap())
        .map(|entry| entry["id"].as_str().unwrap())
        .collect();
    assert!(ids.len() > 20);
    for id in ids {
        let text = home.run(&["preset", "export", id]).done();
        let other = Home::new();
        let checked = other.piped(&["preset", "check", "-"], &text);
        assert!(
            checked.out().contains("is right"),
            "{id}: {text}\n{}",
            checked.out()
        );
        let fresh = text.replacen(&format!("id = \"{id}\""), "id = \"from-a-friend\"", 1);
        if id != "day" {
            other.piped(&["preset", "add", "-"], &fresh).done();
            let week = ["--week", "3", "--json"];
            let (theirs, ours) = (["show", "from-a-friend"], ["show", id]);
            let theirs = other.run(&[&theirs[..], &week].concat()).json();
            let ours = home.run(&[&ours[..], &week].concat()).json();
            assert_eq!(theirs["segments"], ours["segments"], "{id}");
        }
    }
    let other = Home::new();
    let text = home.run(&["preset", "export", "day"]).done();
    other.piped(&["preset", "add", "-"], &text).done();
    assert_eq!(other.run(&["preset", "export", "day"]).done(), text);
    let segments = |home: &Home| home.run(&["show", "day", "--json"]).json()["segments"].clone();
    assert_eq!(segments(&other), segments(&home));
}

#[test]
fn a_check_of_a_shared_file_names_every_mistake_with_its_place() {
    let home = Home::new();
    home.put("a.toml", "theme = \"day\"\n[[preset]]\nid = \"a\"\ntempo = \"4-0-1-O\"\nrepz = 3\n[[routine]]\nid = \"r\"\n[[routine.step]]\npreset = \"b\"\n");
    let ran = home.run(&["preset", "check", "a.toml"]);
    let out = ran.out();
    for place in [
        "line 1, column 1",
        "line 4, column 9",
        "line 5, column 1",
        "line 8, column 1",
    ] {
        assert!(out.contains(place), "{place} in {out}");
    }
    assert!(ran.failed(1).contains("4 mistakes in a.toml"));
    home.run(&["preset", "add", "a.toml"]).failed(1);
    assert!(
        home.run(&["preset", "check", "none.toml"])
            .failed(1)
            .contains("cannot be read")
    );
    assert!(
        home.piped(&["preset", "check", "-"], "")
            .out()
            .contains("begin one with [[preset]]")
    );
    assert!(!home.config().exists());
}

#[test]
fn an_id_that_exists_is_refused_and_then_nothing_of_the_file_is_added() {
    let home = Home::with_config("[[preset]]\nid = 'mine'\ntempo = '3010'\n");
    let before = home.config_text();
    let text = "[[preset]]\nid = 'new'\ntempo = '4010'\n[[preset]]\nid = 'mine'\ntempo = '4010'\n";
    let error = home.piped(&["preset", "add", "-"], text).failed(1);
    assert!(
        error.contains("`mine`") && error.contains("change the id in the file"),
        "{error}"
    );
    assert_eq!(home.config_text(), before);
    assert!(
        home.run(&["preset", "export", "nobody"])
            .failed(1)
            .contains("downbeat list")
    );
}

#[test]
fn a_shared_file_cannot_write_on_the_terminal() {
    let home = Home::new();
    let text = "[[preset]]\nid = 'a'\ntempo = '4010'\nname = \"\\u001b]0;x\\u0007\\u009b\"\npurpose = \"\\u202e\\n\"\n";
    home.piped(&["preset", "add", "-"], text).done();
    let out = home.run(&["preset", "export", "a"]).done() + &home.config_text();
    assert!(
        !out.chars().any(|c| c.is_control() && c != '\n') && !out.contains('\u{202e}'),
        "{out:?}"
    );
}

/// Whatever the help shows works as it stands. Where it would train, the dry run of the same line is done.
#[test]
fn every_example_of_the_help_does_what_it_says() {
    let home = Home::new();
    home.put("message.txt", MESSAGE);
    let pages = [
        "",
        "start",
        "list",
        "show",
        "render",
        "add",
        "preset",
        "config",
        "completions",
        "man",
    ];
    let mut tried = 0;
    for page in pages {
        let arguments: Vec<&str> = [page, "--help"]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        let help = home.run(&arguments).done();
        for line in help
            .lines()
            .filter_map(|line| line.strip_prefix("  downbeat "))
        {
            let line = line.split("   ").next().unwrap_or_default();
            let foreign = ["jq", "man -l", "~/"]
                .iter()
                .any(|word| line.contains(word));
            let felt = line.starts_with("four") || line.starts_with("practise");
            let trains = line.is_empty() || line == "start" || felt;
            if foreign || trains || line.starts_with('[') {
                continue;
            }
            let line = line
                .strip_prefix("start ")
                .map_or_else(|| line.to_owned(), |rest| format!("show {rest}"));
            // A second example of the same file adds what the first added.
            let fresh = Home::new();
            for name in ["message.txt", "slow.toml"] {
                let _ = fs::copy(
                    home.folder.path().join(name),
                    fresh.folder.path().join(name),
                );
            }
            let place = if line.starts_with("preset export") {
                &home
            } else {
                &fresh
            };
            if line.contains("slow.toml") && line.starts_with("preset add") {
                let text = fs::read_to_string(fresh.folder.path().join("slow.toml")).unwrap();
                fresh.put(
                    "slow.toml",
                    &text.replace("id = \"eccentric-4-1\"", "id = \"slow\""),
                );
            }
            let ran = Ran(place.shell(&format!("downbeat {line}")).output().unwrap());
            assert_eq!((ran.code(), ran.err().as_str()), (0, ""), "{line}");
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

impl Home {
    /// A shell that finds the program by its name.
    fn shell(&self, line: &str) -> Command {
        let plain = self.command(&[]);
        let mut command = Command::new("/bin/sh");
        let folder = Path::new(env!("CARGO_BIN_EXE_downbeat")).parent().unwrap();
        command.args(["-c", line]).env_clear().env("PATH", folder);
        for (name, value) in plain
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?)))
        {
            command.env(name, value);
        }
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }
}

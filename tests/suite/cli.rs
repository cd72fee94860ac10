//! The command line: what each subcommand prints, what it refuses, and with which exit code.

mod journal;
mod lore;
mod plain;
mod practise;
mod render;
mod share;

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A person's home with nothing in it.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn with_config(text: &str) -> Self {
        let home = Self::new();
        fs::create_dir_all(home.config().parent().unwrap()).unwrap();
        fs::write(home.config(), text).unwrap();
        home
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("config/downbeat/config.toml")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_downbeat"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path());
        for (variable, folder) in [
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_DATA_HOME", "data"),
        ] {
            command.env(variable, self.folder.path().join(folder));
        }
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran(self.command(arguments).output().unwrap())
    }
}

struct Ran(Output);

impl Ran {
    fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    #[track_caller]
    fn done(self) -> String {
        assert_eq!((self.code(), self.err().as_str()), (0, ""));
        self.out()
    }

    #[track_caller]
    fn failed(self, code: i32) -> String {
        assert_eq!(self.code(), code, "{}", self.err());
        self.err()
    }

    #[track_caller]
    fn json(self) -> Value {
        serde_json::from_str(&self.done()).unwrap()
    }
}

fn run(arguments: &[&str]) -> Ran {
    Home::new().run(arguments)
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn the_json_of_a_dry_run_has_the_fixed_keys_in_the_fixed_order() {
    let json = run(&["show", "eccentric-4-1", "--json"]).json();
    assert_eq!(
        keys(&json),
        [
            "preset",
            "tempo",
            "total_s",
            "approximate",
            "tension_s",
            "segments",
            "cues",
            "calls"
        ]
    );
    assert_eq!(
        keys(&json["tension_s"]),
        ["eccentric", "concentric", "isometric"]
    );
    assert_eq!(
        keys(&json["segments"][0]),
        [
            "start_s",
            "duration_s",
            "kind",
            "tempo",
            "set",
            "rep",
            "side",
            "exercise",
            "gate"
        ]
    );
    assert_eq!(keys(&json["cues"][0]), ["at_s", "kind", "say"]);
    assert_eq!(keys(&json["calls"][0]), ["at_s", "kind", "say"]);
}

#[test]
fn the_json_of_a_dry_run_says_what_is_paced() {
    let json = run(&["show", "eccentric-4-1", "--json"]).json();
    assert_eq!(
        (&json["preset"], &json["tempo"]),
        (&"eccentric-4-1".into(), &"4-0-1-0".into())
    );
    // 10 s of lead-in, 3 sets of 40 s, 2 rests of 120 s.
    assert_eq!(
        (json["total_s"].as_f64(), json["approximate"].as_bool()),
        (Some(370.0), Some(false))
    );
    assert_eq!(json["tension_s"]["eccentric"].as_f64(), Some(96.0));
    let first = &json["segments"][0];
    assert_eq!(
        (&first["kind"], &first["set"], &first["rep"]),
        (&"lead-in".into(), &Value::Null, &Value::Null)
    );
    let second = &json["segments"][1];
    assert_eq!(
        (&second["kind"], second["rep"].as_u64()),
        (&"lower".into(), Some(1))
    );
    assert_eq!(
        (&second["tempo"], &second["side"]),
        (&"4-0-1-0".into(), &Value::Null)
    );
}

#[test]
fn segments_in_the_json_meet_end_to_end_to_the_last_digit() {
    let json = run(&["show", "1.15-0.35-X-0.2", "--reps", "30", "--json"]).json();
    let mut end = 0.0;
    for segment in json["segments"].as_array().unwrap() {
        let start = segment["start_s"].as_f64().unwrap();
        assert!((start - end).abs() < 1e-9);
        end = start + segment["duration_s"].as_f64().unwrap();
    }
    assert!((end - json["total_s"].as_f64().unwrap()).abs() < 1e-9);
    assert_eq!(json["preset"], Value::Null);
    assert_eq!(json["approximate"].as_bool(), Some(true));
}

#[test]
fn flags_shape_the_timeline() {
    let arguments =
        "show 3-0-3-0 --sets 1 --reps 1 --start lift --side each --lead-in 3s --rest :90 --json";
    let json = run(&arguments.split(' ').collect::<Vec<_>>()).json();
    let rows: Vec<(&str, Option<&str>)> = json["segments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|segment| (segment["kind"].as_str().unwrap(), segment["side"].as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("lead-in", None),
            ("lift", Some("left")),
            ("lower", Some("left")),
            ("switch", Some("right")),
            ("lift", Some("right")),
            ("lower", Some("right")),
        ]
    );
    assert_eq!(json["segments"][0]["duration_s"].as_f64(), Some(3.0));
}

#[test]
fn the_band_preset_counts_its_breaks_as_breaks() {
    let json = run(&["show", "band-shoulder-3-2-3", "--json"]).json();
    let tension = &json["tension_s"];
    let all: f64 = ["eccentric", "concentric", "isometric"]
        .iter()
        .map(|kind| tension[*kind].as_f64().unwrap())
        .sum();
    assert!((all - 240.0).abs() < 1e-6);
    let kinds: Vec<&str> = json["segments"].as_array().unwrap()[1..5]
        .iter()
        .map(|segment| segment["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["lift", "pause-contracted", "lower", "break"]);
}

#[test]
fn a_dry_run_for_people_gives_totals_and_every_phase() {
    insta::assert_snapshot!(
        run(&["show", "40X1", "--sets", "2", "--reps", "1", "--rest", "45"]).done()
    );
}

#[test]
fn a_start_line_can_be_shown_by_changing_one_word() {
    let flags = "--sets 1 --theme night --fps 30 --plain --view bar --ascii --cues classic --mute";
    let arguments = ["show", "4010"]
        .into_iter()
        .chain(flags.split(' '))
        .collect::<Vec<_>>();
    run(&arguments).done();
}

#[test]
fn the_list_names_every_preset_with_its_tempo() {
    insta::assert_snapshot!(run(&["list"]).done());
}

#[test]
fn the_list_in_json_is_stable() {
    let json = run(&["list", "--json"]).json();
    let first = &json["presets"][0];
    assert_eq!(
        keys(first),
        [
            "id",
            "name",
            "origin",
            "tier",
            "exercise",
            "start",
            "tempo",
            "sets",
            "reps",
            "dose",
            "rest_s",
            "sides",
            "total_s",
            "approximate",
            "purpose",
            "schedule",
            "published",
            "ours",
            "source",
            "pain",
            "error"
        ]
    );
    assert_eq!(
        (first["id"].as_str(), first["reps"].as_u64()),
        (Some("eccentric-4-1"), Some(8))
    );
    assert_eq!(json["presets"].as_array().unwrap().len(), 20);
    assert_eq!(json["routines"].as_array().unwrap().len(), 9);
}

const TWO_PRESETS: &str = "\
[[preset]]
id = \"eccentric-4-1\"
tempo = \"5-0-1-0\"

[[preset]]
id = \"typo\"
tempo = \"4-0-1-O\"
repz = 3
";

#[test]
fn a_bad_preset_is_listed_with_its_error_while_the_others_work() {
    let home = Home::with_config(TWO_PRESETS);
    let list = home.run(&["list"]).done();
    assert!(
        list.contains("typo") && list.contains("cannot be used: line 7:"),
        "{list}"
    );
    let json = home.run(&["list", "--json"]).json();
    assert!(
        json["presets"][1]["error"]
            .as_str()
            .unwrap()
            .contains("line 7, column 9")
    );
    // The own preset of that id has taken the built-in one's place.
    assert_eq!(
        home.run(&["show", "eccentric-4-1", "--json"]).json()["tempo"],
        "5-0-1-0"
    );
    let error = home.run(&["show", "typo"]).failed(1);
    assert!(
        error.contains("line 7, column 9") && error.contains("write the digit 0"),
        "{error}"
    );
}

#[test]
fn a_check_names_every_mistake_and_fails() {
    let home = Home::with_config(&format!("theme = \"blue\"\nthene = 1\n{TWO_PRESETS}"));
    let ran = home.run(&["config", "check"]);
    let out = ran.out();
    assert!(ran.failed(1).contains("4 mistakes in"));
    for place in [
        "line 1, column 9",
        "line 2, column 1",
        "line 9, column 9",
        "line 10, column 1",
    ] {
        assert!(out.contains(place), "{place} in {out}");
    }
}

#[test]
fn a_file_that_is_right_or_missing_passes_the_check() {
    let home = Home::new();
    assert!(
        home.run(&["config", "check"])
            .done()
            .contains("does not exist")
    );
    let example = home.run(&["config", "example"]).done();
    assert_eq!(
        home.run(&["config", "path"]).done(),
        format!("{}\n", home.config().display())
    );
    let home = Home::with_config(&example);
    assert!(
        home.run(&["config", "check"])
            .done()
            .ends_with("is right.\n")
    );
}

#[test]
fn a_setting_that_is_wrong_is_an_error_with_its_line_and_its_fix() {
    let home = Home::with_config("lead_in = \"soon\"\n");
    let error = home.run(&["show", "4010"]).failed(1);
    assert!(
        error.contains("line 1, column 11")
            && error.contains("lead_in = \"soon\"")
            && error.contains("write seconds")
    );
    // What does not read the file works all the same.
    home.run(&["config", "example"]).done();
}

#[test]
fn a_named_file_is_read_instead_and_must_be_there() {
    let home = Home::with_config("lead_in = \"soon\"\n");
    fs::write(home.folder.path().join("gym.toml"), "lead_in = 4\n").unwrap();
    let json = home
        .run(&["--config", "gym.toml", "show", "4010", "--json"])
        .json();
    assert_eq!(json["segments"][0]["duration_s"].as_f64(), Some(4.0));
    assert!(
        home.run(&["list", "--config", "none.toml"])
            .failed(1)
            .contains("none.toml")
    );
}

#[test]
fn control_characters_from_a_file_are_shown_and_never_obeyed() {
    let text = "[[preset]]\nid = \"mine\"\ntempo = \"4010\"\nname = \"\\u001b]0;x\\u0007\"\npurpose = \"\\u001b[2J\\n\"\n\
                exercise = \"\\u009b31m\"\n[[preset]]\nid = \"\\u001b[31m\"\ntempo = 1\n\"\\u001b[2J\" = 1\n";
    let home = Home::with_config(text);
    for arguments in [
        &["list"][..],
        &["list", "--json"],
        &["show", "mine"],
        &["show", "mine", "--json"],
        &["show", "\u{1b}[m"],
    ] {
        let ran = home.run(arguments);
        let text = ran.out() + &ran.err();
        assert!(
            !text.chars().any(|c| c.is_control() && c != '\n'),
            "{arguments:?}: {text:?}"
        );
    }
    let ran = home.run(&["config", "check"]);
    assert!(!(ran.out() + &ran.err()).contains('\u{1b}'));
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_to_write() {
    for (arguments, hint) in [
        (&["show", "4-0-1-O"][..], "write the digit 0"),
        (&["show", "4010", "--sets", "0"], "from 1 to 100"),
        (&["show", "4010", "--rest", "soon"], "write seconds"),
        (&["show", "4010", "--start", "up"], "lower"),
        (&["show", "4010", "--cues", "loud"], "classic, guide"),
        (&["render", "4010"], "--output"),
        (&["render", "4010", "-o", "x.wav", "--rate", "1"], "8000"),
        (&["dance"], "write `downbeat start dance`"),
        (&["4010"], "write `downbeat start 4010`"),
        (&["strat"], "did you mean `downbeat start`"),
        (&["a b"], "downbeat --help"),
    ] {
        let error = run(arguments).failed(2);
        assert!(error.contains(hint), "{arguments:?}: {error}");
    }
}

#[test]
fn four_seconds_are_refused_where_there_is_no_terminal() {
    for arguments in [&["four"][..], &["four", "--json"]] {
        let told = run(arguments).failed(2);
        assert!(told.contains("without a pipe or a file"), "{told}");
    }
}

#[test]
fn an_unknown_preset_ends_with_1_and_names_the_nearest() {
    let error = run(&["show", "ecentric-4-1"]).failed(1);
    assert_eq!(
        error,
        "downbeat: there is no preset `ecentric-4-1`: did you mean `eccentric-4-1`? `downbeat list` shows them all\n"
    );
}

#[test]
fn a_file_is_not_overwritten_unless_forced() {
    let home = Home::new();
    let path = home.folder.path().join("set.wav");
    fs::write(&path, b"precious").unwrap();
    let error = home.run(&["render", "4010", "-o", "set.wav"]).failed(1);
    assert!(error.contains("--force"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"precious");
    assert!(
        home.run(&["render", "4010", "-o", "."])
            .failed(1)
            .contains("is not a file")
    );
}

#[test]
fn a_rendered_file_lasts_as_long_as_the_dry_run_says_at_the_rate_that_was_asked_for() {
    let home = Home::new();
    let short = "4010 --sets 1 --reps 2 --lead-in 3s".split(' ');
    let render: Vec<&str> = ["render", "-o", "set.wav", "--rate", "8000"]
        .into_iter()
        .chain(short.clone())
        .collect();
    assert!(home.run(&render).done().starts_with("set.wav holds 0:1"));
    let show: Vec<&str> = ["show", "--json"].into_iter().chain(short).collect();
    let total = home.run(&show).json()["total_s"].as_f64().unwrap();
    let wav = hound::WavReader::open(home.folder.path().join("set.wav")).unwrap();
    assert_eq!(wav.spec().sample_rate, 8000);
    let ring_out = f64::from(wav.duration()) / 8000.0 - total;
    assert!((0.0..3.0).contains(&ring_out), "{ring_out}");
    home.run(&[&render[..], &["--force", "--cues", "classic"]].concat())
        .done();
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let home = Home::new();
    for arguments in [
        &["show", "4010", "--sets", "100", "--reps", "500"][..],
        &["show", "4010", "--sets", "100", "--json"],
        &["list"],
    ] {
        let mut child = home
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = child.stdout.take().unwrap();
        let mut first = [0; 1];
        out.read_exact(&mut first).unwrap();
        drop(out);
        let ran = Ran(child.wait_with_output().unwrap());
        assert_eq!((ran.code(), ran.err().as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn every_shell_has_completions_and_the_manual_is_a_page() {
    for (shell, sign) in [
        ("bash", "complete"),
        ("zsh", "#compdef downbeat"),
        ("fish", "complete -c downbeat"),
    ] {
        assert!(run(&["completions", shell]).done().contains(sign));
    }
    assert!(run(&["man"]).done().contains(".TH downbeat 1"));
}

#[test]
fn help_teaches_by_example() {
    let help = run(&["--help"]).done();
    assert!(help.contains("downbeat start 4-0-1-0 --sets 3 --reps 8 --rest 2m"));
    for subcommand in [
        "start",
        "practise",
        "list",
        "show",
        "render",
        "add",
        "preset",
        "config",
        "completions",
        "man",
    ] {
        assert!(
            run(&[subcommand, "--help"]).done().contains("Example"),
            "{subcommand}"
        );
    }
}

#[test]
fn nothing_is_written_by_commands_that_only_print() {
    let home = Home::new();
    for arguments in [
        &["list"][..],
        &["show", "4010"],
        &["config", "check"],
        &["config", "path"],
        &["man"],
    ] {
        home.run(arguments).done();
    }
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 0);
}

#[test]
fn without_a_home_the_defaults_hold() {
    let home = Home::new();
    let mut command = home.command(&["show", "eccentric-4-1", "--json"]);
    let output = command
        .env_remove("HOME")
        .env_remove("XDG_CONFIG_HOME")
        .output()
        .unwrap();
    Ran(output).json();
}

#[test]
fn without_an_entry_today_suggests_nothing_makes_no_journal_and_refuses_what_it_does_not_know() {
    let home = Home::new();
    assert!(home.run(&["today"]).done().contains("\nNo suggestion: "));
    let json = home.run(&["today", "nordic-10wk", "--json"]).json();
    assert_eq!(
        (&json["verdict"], &json["tier"]),
        (&"none".into(), &"published".into())
    );
    assert!(!home.folder.path().join("data").exists());
    assert!(
        home.run(&["today", "nobody"])
            .failed(1)
            .contains("downbeat list")
    );
}

#[test]
fn a_broken_file_is_named_and_left_as_it_was() {
    let broken = b"theme = \"day\"\n# \xff\n";
    let home = Home::with_config("");
    fs::File::create(home.config())
        .unwrap()
        .write_all(broken)
        .unwrap();
    assert!(home.run(&["list"]).failed(1).contains("line 2"));
    assert_eq!(fs::read(home.config()).unwrap(), broken);
}

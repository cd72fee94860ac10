//! `downbeat render`: sound files, the folder for the phone, and that nothing lies around where there is no file.

use std::fs::{self, File};
use std::path::Path;

use flac_codec::decode::{FlacSampleReader, Metadata as _};
use flac_codec::metadata::{VorbisComment, fields, read_block};

use super::{Home, Ran, run};

const SET: &[&str] = &[
    "render",
    "2010",
    "--sets",
    "1",
    "--reps",
    "1",
    "--lead-in",
    "1s",
];

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Rate, channels and samples.
fn flac(path: &Path) -> (u32, u8, Vec<i32>) {
    let mut reader = FlacSampleReader::open(path).unwrap();
    let (rate, channels) = (reader.sample_rate(), reader.channel_count());
    let mut samples = Vec::new();
    reader.read_to_end(&mut samples).unwrap();
    (rate, channels, samples)
}

fn tag(path: &Path, field: &str) -> String {
    let comment: VorbisComment = read_block(File::open(path).unwrap()).unwrap().unwrap();
    comment.get(field).unwrap_or_default().to_owned()
}

#[test]
fn the_ending_says_the_format_and_both_hold_the_same_samples() {
    let home = Home::new();
    for more in [
        &["-o", "set.wav"][..],
        &["-o", "set.FLAC"],
        &["--channels", "2", "--rate", "44100", "-o", "two.flac"],
        &["--channels", "2", "--rate", "44100", "-o", "two.wav"],
    ] {
        home.run(&[SET, more].concat()).done();
    }
    for (wav, name, expected) in [
        ("set.wav", "set.FLAC", (48_000, 1)),
        ("two.wav", "two.flac", (44_100, 2)),
    ] {
        let mut reader = hound::WavReader::open(home.folder.path().join(wav)).unwrap();
        let spec = reader.spec();
        let (rate, channels, samples) = flac(&home.folder.path().join(name));
        assert_eq!((rate, channels), expected);
        assert_eq!((spec.sample_rate, spec.channels), (rate, channels.into()));
        assert!(samples.iter().any(|sample| *sample != 0));
        assert!(reader.samples::<i32>().map(Result::unwrap).eq(samples));
    }
    let path = home.folder.path().join("set.FLAC");
    assert_eq!(tag(&path, fields::TITLE), "2-0-1-0 · 1×1");
    assert_eq!(tag(&path, fields::DATE).len(), "2026-03-01".len());
}

#[test]
fn another_ending_is_refused_with_the_two_that_can_be_written() {
    for name in ["set.mp3", "set", "wav"] {
        let error = run(&[SET, &["-o", name]].concat()).failed(1);
        assert!(error.contains(".flac") && error.contains(".wav"), "{error}");
    }
}

#[test]
fn the_phone_decides_rate_and_channels_by_itself() {
    for more in [["--rate", "44100"], ["--channels", "2"]] {
        let error = run(&[SET, &["--phone", "-o", "gym"], &more].concat()).failed(2);
        assert!(error.contains("cannot be used with"), "{error}");
    }
}

const ROUTINE: &str = r#"
[[routine]]
id = "legs"
name = "Leg day"

[[routine.step]]
exercise = "Squat"
tempo = "1-0-X-0"
sets = 2
reps = "AMRAP 6"
rest = "20s"
load = "60 kg"
cue = "Knees out."
lockout = "wait"

[[routine.step]]
exercise = "Row / DB"
group = "a"
tempo = "1-0-1-0"
sets = 2
reps = 2
rest = "10s"
sides = "each"
cue = "Elbow to the {side} hip."

[[routine.step]]
exercise = "Press"
group = "a"
tempo = "1-0-1-0"
sets = 2
reps = 2
rest = "10s"
lead_in = "0s"

[[routine.step]]
exercise = "Chin-up"
pace = "own"
sets = 1
reps = 3
lead_in = "0s"
from_week = 2
"#;

#[test]
fn the_phone_gets_a_file_for_each_exercise_and_a_card() {
    let home = Home::with_config(ROUTINE);
    let gym = home.folder.path().join("gym");
    let phone = ["render", "legs", "--week", "2", "--phone", "-o", "gym"];
    let said = home.run(&phone).done();
    assert!(
        said.starts_with("gym holds 3 files and a card, about "),
        "{said}"
    );
    let files = ["01 Squat.flac", "02 Row DB + Press.flac", "03 Chin-up.flac"];
    assert_eq!(names(&gym), [&["00 card.txt"][..], &files].concat());
    for (number, file) in (1..).zip(files) {
        let (rate, channels, samples) = flac(&gym.join(file));
        assert_eq!((rate, channels), (24_000, 1));
        // Nobody hears anything before the lead-in is nearly over, and so can put the phone away.
        assert!(samples.len() > 10 * 24_000, "{file}");
        assert_eq!(tag(&gym.join(file), fields::ALBUM), "Leg day");
        assert_eq!(
            tag(&gym.join(file), fields::TRACK_NUMBER),
            format!("{number}")
        );
    }
    let card = fs::read_to_string(gym.join("00 card.txt")).unwrap();
    let date = tag(&gym.join(files[0]), fields::DATE);
    assert!(card.contains(&date));
    insta::assert_snapshot!(card.replace(&date, "DATE"));
    // A second time nothing is touched, unless it is meant.
    fs::write(gym.join("00 card.txt"), "mine").unwrap();
    let error = home.run(&phone).failed(1);
    assert!(error.contains("--force"), "{error}");
    assert_eq!(fs::read_to_string(gym.join("00 card.txt")).unwrap(), "mine");
    home.run(&[&phone[..], &["--force"]].concat()).done();
    assert_eq!(fs::read_to_string(gym.join("00 card.txt")).unwrap(), card);
}

#[test]
fn a_routine_in_one_file_lasts_as_long_as_its_dry_run_says_in_every_week() {
    let home = Home::with_config(ROUTINE);
    for week in ["1", "2"] {
        let json = home.run(&["show", "legs", "--week", week, "--json"]).json();
        let total = json["total_s"].as_f64().unwrap();
        let render = [
            "render", "legs", "--week", week, "--rate", "8000", "--force",
        ];
        let said = home
            .run(&[&render[..], &["-o", "legs.flac"]].concat())
            .done();
        assert!(
            said.contains("--phone writes one for each exercise"),
            "{said}"
        );
        let (rate, _, samples) = flac(&home.folder.path().join("legs.flac"));
        let length = f64::from(u32::try_from(samples.len()).unwrap()) / f64::from(rate);
        assert!((0.0..3.0).contains(&(length - total)), "{length} {total}");
    }
}

#[cfg(unix)]
mod stopped {
    use std::process::{Child, Stdio};
    use std::thread;
    use std::time::Instant;

    use rustix::process::{Pid, Signal, kill_process};

    use super::*;
    use crate::pty::{DEADLINE, Launch};

    /// Five days of sound, which take minutes to render.
    const LONG: &[&str] = &["render", "4010", "--sets", "100", "--reps", "900"];

    /// Starts a render and returns when its file has begun to grow under another name.
    fn begun(home: &Home, more: &[&str]) -> Child {
        let mut command = home.command(&[LONG, more].concat());
        let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let deadline = Instant::now() + DEADLINE;
        while names(home.folder.path()).is_empty() {
            assert!(Instant::now() < deadline, "no file was begun");
            thread::yield_now();
        }
        child.unwrap()
    }

    #[test]
    fn a_signal_ends_it_with_one_sentence_and_leaves_nothing() {
        for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129)] {
            for more in [&["-o", "long.flac"][..], &["-o", "gym", "--phone"]] {
                let home = Home::new();
                let child = begun(&home, more);
                kill_process(Pid::from_child(&child), signal).unwrap();
                let ran = Ran(child.wait_with_output().unwrap());
                assert_eq!(ran.failed(code), "downbeat: stopped: nothing was written\n");
                assert_eq!(names(home.folder.path()), [""; 0]);
            }
        }
    }

    #[test]
    fn on_a_terminal_a_bar_goes_forward_and_the_interrupt_key_stops_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("long.flac");
        let path = ["-o", path.to_str().unwrap()];
        let mut person = Launch::downbeat([LONG, &path].concat()).start();
        person.wait_for("Rendering [");
        person.keys("\x03");
        person.wait_for("stopped: nothing was written");
        assert_eq!(person.exit_code(), 130);
        assert!(
            !person.screen().contains("Rendering"),
            "{}",
            person.screen()
        );
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_full_disk_is_said_in_one_sentence_and_leaves_nothing() {
        for more in ["-o set.wav", "-o set.flac", "-o gym --phone"] {
            let home = Home::new();
            // So many blocks of half a kilobyte, and no more.
            let line = format!("ulimit -f 8; exec \"$0\" render 4010 --reps 3 --cues guide {more}");
            let mut shell = std::process::Command::new("sh");
            shell.args(["-c", &line, env!("CARGO_BIN_EXE_downbeat")]);
            shell.env_clear().env("HOME", home.folder.path());
            let output = shell.current_dir(home.folder.path()).output().unwrap();
            let error = Ran(output).failed(1);
            assert!(
                error.starts_with("downbeat: there is no room for "),
                "{error}"
            );
            assert!(error.ends_with("choose another folder\n"), "{error}");
            assert_eq!(names(home.folder.path()), [""; 0]);
        }
    }
}

//! Runs `tests/scenarios/*.toml`: a preset and what is pressed go in, segments, cues and totals come out as text.
//!
//! What is expected is compared exactly, so that a scenario reads like the dry run it describes. Only what a scenario
//! names under `[expect]` is looked at.

use downbeat::training::cue::Cue;
use downbeat::training::edit::Edit;
use downbeat::training::exercise::{Exercise, Start};
use downbeat::training::performed::Performed;
use downbeat::training::preset::{
    Change, Draft, Effort, Gate, Preset, Set, Side, Sides, Unloaded, Work,
};
use downbeat::training::timeline::{Segment, Tension, Timeline};
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// What the scenario proves.
    claim: String,
    preset: Shorthand,
    /// Keys, in the order in which they are pressed.
    #[serde(default)]
    press: Vec<Press>,
    expect: Expected,
}

/// The shorthand of a preset, with lengths in seconds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Shorthand {
    tempo: String,
    sets: usize,
    reps: u32,
    rest: f64,
    lead_in: Option<f64>,
    exercise: String,
    start: Option<Start>,
    sides: String,
    unloaded: Vec<String>,
    /// Whether the end of each lift waits for a key.
    lockout: bool,
    /// Seconds of a pause within each set, behind as many reps again.
    cluster: Option<f64>,
    /// A hold instead of reps.
    hold: Option<f64>,
    /// Blocks of the same, with a change between them that waits for a key.
    blocks: usize,
}

impl Default for Shorthand {
    fn default() -> Self {
        Self {
            tempo: "4-0-1-0".to_owned(),
            sets: 1,
            reps: 1,
            rest: 120.0,
            lead_in: None,
            exercise: String::new(),
            start: None,
            sides: "both".to_owned(),
            unloaded: Vec::new(),
            lockout: false,
            cluster: None,
            hold: None,
            blocks: 1,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Press {
    at: f64,
    key: String,
    /// Whether nothing is to happen.
    #[serde(default)]
    refused: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    total: Option<String>,
    tension: Option<String>,
    segments: Option<String>,
    cues: Option<String>,
    /// Bouts when everything was played.
    performed: Option<String>,
}

#[test]
fn every_scenario_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let wrong: String = files.iter().map(|file| run(file)).collect();
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(files.len() >= 15, "scenarios are missing");
}

/// What is wrong with a scenario: nothing, or the text that came out instead of the expected one.
fn run(file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let scenario: Scenario =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let timeline = played(&scenario, file);
    let expect = scenario.expect;
    let outcomes = [
        ("total", expect.total, total(&timeline)),
        ("tension", expect.tension, tension(timeline.tension())),
        (
            "segments",
            expect.segments,
            lines(timeline.segments(), line),
        ),
        ("cues", expect.cues, lines(timeline.cues(), cue_line)),
        ("performed", expect.performed, performed(&timeline)),
    ];
    let mut wrong = String::new();
    for (what, expected, is) in outcomes {
        if expected.is_some_and(|expected| expected != is) {
            let name = file.file_stem().unwrap_or_default().display();
            let _ = writeln!(
                wrong,
                "--- {name}: {}\n{what} = '''\n{is}'''",
                scenario.claim
            );
        }
    }
    wrong
}

/// The timeline after all keys.
fn played(scenario: &Scenario, file: &Path) -> Timeline {
    let timeline = Timeline::plan(&scenario.preset.preset());
    scenario.press.iter().fold(timeline, |timeline, press| {
        let edited = timeline.edited(seconds(press.at), edit(&press.key));
        let (name, key, at) = (file.display(), &press.key, press.at);
        assert_eq!(edited.is_none(), press.refused, "{name}: {key} at {at}");
        edited.unwrap_or(timeline)
    })
}

impl Shorthand {
    fn preset(&self) -> Preset {
        let named = Exercise::named(&self.exercise);
        let exercise = Exercise {
            start: self.start.unwrap_or(named.start),
            ..named
        };
        let id = "scenario".parse().unwrap();
        let tempo = self.tempo.parse().unwrap();
        let rest = seconds(self.rest);
        let mut draft = Draft::straight(id, exercise, tempo, self.sets, self.reps, rest);
        if let Some(lead_in) = self.lead_in {
            draft.lead_in = seconds(lead_in);
        }
        draft.sides = self.sides();
        draft.unloaded = self.unloaded();
        for set in draft.blocks.iter_mut().flat_map(|block| &mut block.sets) {
            self.shape(set);
        }
        let block = draft.blocks[0].clone();
        draft.blocks = vec![block; self.blocks];
        for block in &mut draft.blocks {
            block.change = Change {
                length: seconds(5.0),
                gate: Gate::Closed,
            };
        }
        Preset::new(draft).unwrap()
    }

    fn shape(&self, set: &mut Set) {
        let mut work = set.work[0];
        match &mut work.effort {
            Effort::Rep { lockout, .. } if self.lockout => *lockout = Gate::Closed,
            _ => {}
        }
        if let Some(length) = self.hold {
            work.effort = Effort::Hold(seconds(length));
        }
        set.work = vec![work];
        if let Some(length) = self.cluster {
            let effort = Effort::Change {
                length: seconds(length),
                gate: Gate::Open,
            };
            set.work = vec![work, Work { effort, times: 1 }, work];
        }
    }

    fn sides(&self) -> Sides {
        match self.sides.as_str() {
            "both" => Sides::Both,
            "each" => Sides::Each(Side::Left),
            "left" => Sides::Only(Side::Left),
            "right" => Sides::Only(Side::Right),
            other => panic!("sides = {other}"),
        }
    }

    fn unloaded(&self) -> Unloaded {
        let words: Vec<&str> = self.unloaded.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Unloaded::Neither,
            ["stretched"] => Unloaded::Stretched,
            ["contracted"] => Unloaded::Contracted,
            ["stretched", "contracted"] => Unloaded::Both,
            other => panic!("unloaded = {other:?}"),
        }
    }
}

fn edit(key: &str) -> Edit {
    let half = Duration::from_millis(500);
    match key {
        "end set" => Edit::EndSet,
        "redo set" => Edit::RedoSet,
        "skip" => Edit::Skip,
        "more rest" => Edit::MoreRest(Duration::from_secs(15)),
        "slower" => Edit::Slower(half),
        "faster" => Edit::Faster(half),
        "ready" => Edit::OpenGate,
        other => panic!("key = {other}"),
    }
}

fn seconds(written: f64) -> Duration {
    Duration::from_secs_f64(written)
}

/// Seconds with as many decimals as they need.
fn text(length: Duration) -> String {
    let text = format!("{}.{:09}", length.as_secs(), length.subsec_nanos());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn total(timeline: &Timeline) -> String {
    let about = if timeline.is_approximate() { "~" } else { "" };
    format!("{about}{}", text(timeline.total()))
}

fn tension(tension: Tension) -> String {
    format!(
        "{} eccentric, {} concentric, {} isometric",
        text(tension.eccentric),
        text(tension.concentric),
        text(tension.isometric)
    )
}

fn lines<T>(of: &[T], line: impl Fn(&T) -> String) -> String {
    of.iter().fold(String::new(), |text, item| {
        text + line(item).trim_end() + "\n"
    })
}

/// Start, length, kind, what the handle does, set and rep, and what is special.
fn line(segment: &Segment) -> String {
    let mut place = match (segment.set, segment.rep) {
        (0, _) => "-".to_owned(),
        (set, 0) => format!("set {set}"),
        (set, rep) => format!("set {set} rep {rep}"),
    };
    if let Some(side) = segment.side {
        let _ = write!(place, " {}", side.as_str());
    }
    if segment.attempt > 1 {
        let _ = write!(place, ", attempt {}", segment.attempt);
    }
    for (is, mark) in [
        (segment.completes_rep, ", done"),
        (segment.gate, ", waits"),
        (segment.is_cut(), ", cut"),
    ] {
        place += if is { mark } else { "" };
    }
    let handle = format!("{:?}", segment.handle).to_lowercase();
    format!(
        "{:>6} {:>5}  {:<16} {handle:<6} {place}",
        text(segment.start),
        text(segment.duration()),
        segment.kind.as_str(),
    )
}

fn cue_line(cue: &Cue) -> String {
    let (kind, say) = (cue.kind.as_str(), cue.say.as_str());
    format!("{:>6}  {kind:<6} {say}", text(cue.at))
}

fn performed(timeline: &Timeline) -> String {
    let performed = Performed::of(timeline, timeline.total(), &[]);
    lines(&performed.bouts, |bout| {
        let side = bout.id.side.map_or("", Side::as_str);
        format!(
            "set {} {side} attempt {}: {} of {}, {} s{}",
            bout.id.set,
            bout.id.attempt,
            bout.done,
            bout.planned,
            text(bout.tension.total()),
            if bout.abandoned { ", abandoned" } else { "" }
        )
        .replace("  ", " ")
    })
}

//! Runs `tests/scenarios/*.toml`: a preset and what is pressed go in, segments, cues and totals come out as text.
//!
//! What is expected is compared exactly, so that a scenario reads like the dry run it describes. Only what a scenario
//! names under `[expect]` is looked at.

use downbeat::store::config::parse;
use downbeat::training::cue::Cue;
use downbeat::training::edit::Edit;
use downbeat::training::performed::Performed;
use downbeat::training::preset::Side;
use downbeat::training::routine::Routine;
use downbeat::training::timeline::{Segment, Tension, Timeline};
use downbeat::training::transport::Transport;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// What the scenario proves.
    claim: String,
    /// As in a settings file; one set of one rep where nothing else is said.
    preset: Option<toml::Table>,
    /// Instead of a preset, as in a settings file.
    routine: Option<toml::Table>,
    /// The week of a programme.
    #[serde(default = "first")]
    week: u32,
    /// How many sets of each step were done before.
    #[serde(default)]
    done: Vec<u32>,
    /// Keys, in the order in which they are pressed.
    #[serde(default)]
    press: Vec<Press>,
    expect: Expected,
}

fn first() -> u32 {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Press {
    at: f64,
    key: String,
    /// For how many seconds time has been standing at a gate by then.
    #[serde(default)]
    wait: f64,
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

#[test]
fn a_set_that_does_not_fit_into_its_minute_is_refused_with_its_place() {
    let (config, _) = parse(
        "[[preset]]\nid = 'swings'\ntempo = '4-0-1-0'\nsets = 10\nreps = 12\nevery = '1m'\n\n[[preset]]\nid = 'fits'\n\
         tempo = '4-0-1-0'\nsets = 10\nreps = 11\nevery = '1m'\n",
    );
    let library = config.library();
    assert!(library.find("fits").is_ok());
    let entry = library.entries().iter().find(|entry| entry.id == "swings");
    let problems = entry.unwrap().routine.as_ref().unwrap_err();
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(
        (problem.line, problem.sentence.as_str()),
        (
            1,
            "a set takes 60 s and does not fit into 60 s: write fewer reps, a faster tempo or more time"
        )
    );
}

/// What is wrong with a scenario: nothing, or the text that came out instead of the expected one.
fn run(file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let scenario: Scenario =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let timeline = match played(&scenario, file) {
        Ok(timeline) => timeline,
        Err(wrong) => return wrong,
    };
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

/// The timeline after all keys, or which of them did not do what it was to do.
fn played(scenario: &Scenario, file: &Path) -> Result<Timeline, String> {
    let timeline = Timeline::resumed(&scenario.routine(file), &scenario.done);
    let mut transport = Transport::new(Arc::new(timeline), Duration::ZERO);
    let mut waited = Duration::ZERO;
    for press in &scenario.press {
        let (name, key, at) = (file.display(), &press.key, seconds(press.at));
        waited += seconds(press.wait);
        let reached = transport.position_at(at + waited);
        let edited = transport.edit(at + waited, edit(key));
        if reached != at || edited == press.refused {
            let done = if edited { "done" } else { "refused" };
            let position = text(reached);
            return Err(format!(
                "--- {name}: {key} at {at:?}: {done} at {position}\n"
            ));
        }
    }
    Ok(Timeline::clone(transport.timeline()))
}

impl Scenario {
    /// What is trained, by way of the text of a settings file.
    fn routine(&self, file: &Path) -> Routine {
        let mut settings = toml::Table::new();
        let mut put = |kind: &str, table: &Option<toml::Table>, defaults: &[&str]| {
            let Some(mut table) = table.clone() else {
                return;
            };
            table.insert("id".to_owned(), "scenario".into());
            for key in defaults {
                let one = toml::Value::Integer(1);
                table.entry((*key).to_owned()).or_insert(one);
            }
            settings.insert(kind.to_owned(), vec![toml::Value::Table(table)].into());
        };
        let listed = |table: &Option<toml::Table>| {
            table
                .as_ref()
                .is_some_and(|table| table.get("reps").is_some_and(toml::Value::is_array))
        };
        let defaults: &[&str] = if listed(&self.preset) {
            &[]
        } else {
            &["sets", "reps"]
        };
        put("preset", &self.preset, defaults);
        put("routine", &self.routine, &[]);
        let (config, problems) = parse(&settings.to_string());
        assert!(problems.is_empty(), "{}: {problems:?}", file.display());
        let library = config.library();
        let found = library.find("scenario");
        let routine = found.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        routine.at_week(self.week)
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
        "defer" => Edit::Defer,
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
    if segment.part > 0 {
        let _ = write!(place, ", step {}", segment.part + 1);
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
        let side = bout.side.map_or("", Side::as_str);
        format!(
            "{}set {} {side} attempt {}: {} of {}, {} s{}",
            if timeline.parts().len() > 1 {
                format!("step {} ", bout.part + 1)
            } else {
                String::new()
            },
            bout.set,
            bout.id.attempt,
            bout.done,
            bout.planned,
            text(bout.tension.total()),
            if bout.abandoned { ", abandoned" } else { "" }
        )
        .replace("  ", " ")
    })
}

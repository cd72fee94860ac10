//! Presets and states worth looking at.

use super::Lifter;
use downbeat::app::App;
use downbeat::app::message::{Message, SoundReport};
use downbeat::app::picker::Entry;
use downbeat::training::exercise::Exercise;
use downbeat::training::memory::Memory;
use downbeat::training::prescription::Rest;
use downbeat::training::preset::{Draft, Gate, Preset, Side, Sides, Unloaded};
use downbeat::training::routine::{Change, Kind, Origin, Routine, Step};
use downbeat::training::timeline::SegmentKind;
use downbeat::training::transport::State;
use std::time::Duration;

/// A draft with a name and an exercise: straight sets at a tempo.
pub(crate) fn draft(name: &str, exercise: &str, tempo: &str, sets: u32, reps: u32) -> Draft {
    let mut draft = Draft::straight(
        "under-test".parse().expect("an id"),
        Exercise::named(exercise),
        tempo.parse().expect("a tempo"),
        sets,
        reps,
        Duration::from_secs(90),
    );
    name.clone_into(&mut draft.name);
    draft
}

/// A preset in the picker.
pub(crate) fn ready(preset: Preset) -> Entry {
    preset.into()
}

pub(crate) fn preset(draft: Draft) -> Preset {
    Preset::new(draft).expect("a preset within the limits")
}

/// Two exercises with a gate between them, the second heavy singles that wait at lock-out.
pub(crate) fn gated() -> Routine {
    let first = draft("Gated", "Deadlift", "3-0-X-1", 1, 3);
    let mut second = draft("Singles", "Deadlift", "3-0-X-1", 2, 2);
    second.work.lockout = Gate::Closed;
    second.work.rest = Rest::Between(Duration::from_secs(30));
    let mut routine = Routine::solo(preset(first)).draft();
    routine.steps.push(Step::new(preset(second)));
    routine.change = Change {
        length: Duration::from_secs(20),
        gate: Gate::Closed,
    };
    Routine::new(routine).expect("a routine within the limits")
}

/// Names and tempos that are hard on a screen.
pub(super) fn odd() -> Vec<Preset> {
    let long =
        "A preset with a name that is far too long for any list and goes on and on".to_owned();
    let mut sides = draft(&long, "Lat pulldown", "3-1-X-0.5", 2, 4);
    sides.sides = Sides::Each(Side::Left);
    let mut breaks = draft("深蹲 スクワット", "深蹲", "2-2-1-0", 2, 3);
    breaks.unloaded = Unloaded::Stretched;
    let control = draft(
        "a\u{1b}[2Jb\u{7}\u{9b}31m\u{202e}c",
        "x\u{1b}]0;t\u{7}",
        "A-0-2-1",
        10,
        12,
    );
    let mut short = draft("4-0-1-0", "", "4-0-1-0", 3, 8);
    short.lead_in = Duration::ZERO;
    [sides, breaks, control, short].map(preset).to_vec()
}

/// A preset that cannot be used.
pub(super) fn broken() -> Entry {
    Entry {
        id: "broken \u{1b}]0;x".to_owned(),
        origin: Origin::Own,
        kind: Kind::Preset,
        routine: Err("config.toml, line 12: tempo = \"4-0\" has two fields; write four, such as \"4-0-1-0\", or three, such as \
                \"4-0-1\""
            .to_owned()),
    }
}

/// The picker with its cursor so many rows down.
pub(super) fn picker(down: usize) -> App {
    let mut entries: Vec<Entry> = odd().into_iter().map(ready).collect();
    entries.insert(1, broken());
    entries.push(ready(preset(draft(
        "Eccentric 4:1",
        "Squat",
        "4-0-1-0",
        3,
        8,
    ))));
    let mut lifter = Lifter::before(entries, Memory::default());
    lifter.press(&"j".repeat(down)).wait(1.3);
    lifter.app
}

/// Somebody on the way through a preset, at the first moment of a kind of segment and a little later.
fn at(routine: impl Into<Entry>, kind: SegmentKind, later: f64) -> Lifter {
    let mut lifter = Lifter::starting(routine);
    while lifter.now().0 != kind {
        lifter.wait(0.1);
    }
    lifter.wait(later);
    lifter
}

fn squat() -> Preset {
    preset(draft("Eccentric 4:1", "Squat", "4-0-1-0", 3, 8))
}

/// Everything before, in and after a set that comes without asking for a special preset.
pub(super) fn ordinary() -> Vec<(&'static str, App)> {
    let on = || Message::Sound(SoundReport::On("Built-in Audio".to_owned()));
    let lower = || at(squat(), SegmentKind::Lower, 1.2);
    let mut intro = Lifter::with(Memory::default());
    intro.press(" ");
    let mut lead_in = Lifter::starting(squat());
    lead_in.send(on()).wait(3.3);
    let (mut pausing, mut paused, mut counting, mut leaving) = (lower(), lower(), lower(), lower());
    pausing.press(" ");
    paused.press(" ").wait(1.0);
    counting.press(" ").wait(1.0).press(" ").wait(1.3);
    leaving.press("q");
    let (mut muted, mut lost) = (lower(), lower());
    muted.press("m0");
    lost.send(on()).send(Message::Sound(SoundReport::Lost(
        "the device is gone".to_owned(),
    )));
    let rest = at(squat(), SegmentKind::Rest, 31.4);
    let mut asked = Lifter::starting(squat());
    asked.wait(44.0).press("x").wait(0.5);
    let mut ended = Lifter::starting(preset(draft("One set", "Squat", "4-0-1-0", 1, 8)));
    ended.wait(44.0).press("x").wait(0.5);
    [
        ("intro", intro),
        ("lead-in", lead_in),
        ("lower", lower()),
        ("pausing", pausing),
        ("paused", paused),
        ("count-in", counting),
        ("leaving", leaving),
        ("muted, volume", muted),
        ("sound lost", lost),
        ("rest", rest),
        ("how many reps", asked),
        ("how many reps in the last set", ended),
    ]
    .map(|(name, lifter)| (name, lifter.app))
    .to_vec()
}

/// What only some presets have.
pub(super) fn special() -> Vec<(&'static str, App)> {
    let [sides, breaks, control, _] = odd().try_into().expect("four of them");
    let mut lockout = Lifter::starting(gated());
    while !matches!(lockout.state(), State::Waiting { .. }) {
        lockout.wait(0.1);
    }
    let gate = lockout.app.clone();
    lockout.press(" ").wait(1.0);
    while !matches!(lockout.state(), State::Waiting { .. }) {
        lockout.wait(0.1);
    }
    vec![
        (
            "pull, explosive, left",
            at(sides.clone(), SegmentKind::Lift, 0.3).app,
        ),
        (
            "return, left",
            at(sides.clone(), SegmentKind::Lower, 0.3).app,
        ),
        ("switch of sides", at(sides, SegmentKind::Switch, 0.3).app),
        ("break", at(breaks, SegmentKind::Break, 0.3).app),
        (
            "assisted lowering",
            at(control, SegmentKind::Assist, 0.3).app,
        ),
        ("up!", at(gated(), SegmentKind::Lift, 0.3).app),
        ("a gate between blocks", gate),
        ("a gate at lock-out", lockout.app),
    ]
}

/// After a session: three sets with pauses, the last ended early.
pub(super) fn summary() -> App {
    let mut lifter = Lifter::starting(preset(draft(
        "Paused squat, slow",
        "Squat",
        "4-1-1-0",
        3,
        8,
    )));
    lifter
        .wait(10.0 + 48.0 + 90.0 + 48.0 + 90.0 + 26.0)
        .press("x")
        .wait(0.2)
        .press(">⏎")
        .wait(0.2);
    lifter.app
}

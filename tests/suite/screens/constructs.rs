//! Routines and the rarer constructs on the screen.

use super::super::lifter::written;
use super::Lifter;
use downbeat::app::App;
use downbeat::app::message::Effect;
use downbeat::training::memory::Memory;

/// A routine with a superset, and presets that need more than a tempo.
pub(super) const SETTINGS: &str = r#"
[[routine]]
id = "leg-day"
name = "Leg day"
[[routine.step]]
exercise = "Squat"
tempo = "4-0-1-0"
sets = 2
reps = "2-3"
rest = 60
lead_in = 5
load = "60 kg"
[[routine.step]]
exercise = "Single-arm row"
tempo = "3-0-1-1"
sets = 3
reps = 8
sides = "each"
load = "24 kg"
cue = "elbow past the ribs – {side}"
lead_in = 3
group = "A"
rest = 90
[[routine.step]]
exercise = "Bench press"
tempo = "2-0-1-0"
sets = 3
reps = "AMRAP"
group = "A"

[[preset]]
id = "swings"
exercise = "Swing"
pace = "own"
sets = 2
reps = 5
lead_in = 1
cue = "hips, not arms"

[[preset]]
id = "drops"
exercise = "Curl"
tempo = "1-0-1-0"
sets = 2
reps = "2>2"
lead_in = 1
load = "20 kg"

[[preset]]
id = "clusters"
exercise = "Squat"
tempo = "1-0-1-0"
sets = 2
reps = "2+2"
lead_in = 1
"#;

fn lifting(id: &str) -> Lifter {
    Lifter::starting(written(id, SETTINGS))
}

/// At the gate behind the squats.
fn gate() -> Lifter {
    let mut lifter = lifting("leg-day");
    lifter.wait(5.0 + 15.0 + 60.0 + 15.0 + 0.5).wait(75.0);
    lifter
}

/// In the rows, so far into them.
fn rows(later: f64) -> Lifter {
    let mut lifter = gate();
    lifter.press(" ").wait(3.1 + later);
    lifter
}

/// Opened again after a workout was left in its second exercise.
fn offer() -> Lifter {
    let mut left = rows(3.0);
    left.press("qq");
    let remembered = left.effects.iter().rev().find_map(|effect| match effect {
        Effect::Remember(memory) => Some(memory.clone()),
        _ => None,
    });
    let routine = written("leg-day", SETTINGS);
    let mut lifter = Lifter::before(
        vec![routine.clone().into()],
        remembered.unwrap_or_else(Memory::default),
    );
    lifter.app.offer_to_resume(Some(&routine), 0);
    lifter
}

/// All of them, with their names.
pub(super) fn constructs() -> Vec<(&'static str, App)> {
    let mut own_pace = lifting("swings");
    own_pace.wait(1.5).press(" ").wait(30.0);
    let (mut drop, mut cluster) = (lifting("drops"), lifting("clusters"));
    drop.wait(1.0 + 4.0 + 1.5);
    cluster.wait(1.0 + 4.0 + 1.5);
    let mut open = rows(3.0);
    open.press("x⏎n").wait(3.5).press("x⏎n").wait(3.5).wait(7.5);
    let mut rest = rows(3.0);
    rest.press("x⏎n").wait(3.5).press("x⏎").wait(5.0);
    let mut done = rows(20.0);
    done.press("qq");
    [
        ("lead-in with a range and a load", lifting("leg-day")),
        ("next exercise", gate()),
        ("rest in a superset", rest),
        ("the preset\'s own sentence", rows(1.0)),
        ("as many as possible", open),
        ("own pace", own_pace),
        ("drop", drop),
        ("cluster", cluster),
        ("offer to go on", offer()),
        ("summary of a routine", done),
    ]
    .map(|(name, lifter)| (name, lifter.app))
    .to_vec()
}

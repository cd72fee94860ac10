//! Presets and states worth looking at.

use downbeat::training::exercise::Exercise;
use downbeat::training::preset::{
    Block, Change, Draft, Effort, Gate, Preset, Set, Side, Sides, Unloaded, Work,
};
use std::time::Duration;

/// A draft with a name and an exercise: straight sets at a tempo.
pub(super) fn draft(name: &str, exercise: &str, tempo: &str, sets: usize, reps: u32) -> Draft {
    let mut draft = Draft::straight(
        "under-test".parse().expect("an id"),
        Exercise::named(exercise),
        tempo.parse().expect("a tempo"),
        sets,
        reps,
        Duration::from_secs(90),
    );
    draft.name = name.to_owned();
    draft
}

pub(super) fn preset(draft: Draft) -> Preset {
    Preset::new(draft).expect("a preset within the limits")
}

/// Two blocks with a gate between them, the second heavy singles that wait at lock-out.
pub(super) fn gated() -> Preset {
    let mut draft = draft("Gated", "Deadlift", "3-0-X-1", 1, 3);
    let single = Work {
        effort: Effort::Rep {
            tempo: "3-0-X-1".parse().expect("a tempo"),
            lockout: Gate::Closed,
        },
        times: 2,
    };
    if let Some(block) = draft.blocks.first_mut() {
        block.change = Change {
            length: Duration::from_secs(20),
            gate: Gate::Closed,
        };
    }
    draft.blocks.push(Block {
        sets: vec![Set { work: vec![single] }; 2],
        rest: Duration::from_secs(30),
        change: Change::default(),
    });
    preset(draft)
}

/// Names and tempos that are hard on a screen.
pub(super) fn odd() -> Vec<Preset> {
    let long =
        "A preset with a name that is far too long for any list and goes on and on".to_owned();
    let mut sides = draft(&long, "Single-arm lat pulldown", "3-1-X-0.5", 2, 4);
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

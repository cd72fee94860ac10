//! Presets at random, within the limits.
//!
//! Lengths are hundredths of a second, so that a walk of the clock in such steps meets every boundary.

use downbeat::training::exercise::{Exercise, Path, Start};
use downbeat::training::preset::{
    About, Block, Change, Draft, Effort, Gate, Preset, Set, Side, Sides, Unloaded, Work,
};
use downbeat::training::tempo::{Pace, Tempo};
use proptest::collection::vec;
use proptest::prelude::*;
use std::time::Duration;

/// Short ones, to be played.
pub(crate) fn presets() -> impl Strategy<Value = Preset> {
    blocks(3).prop_flat_map(drafts)
}

/// With more reps, to be planned.
pub(crate) fn long_presets() -> impl Strategy<Value = Preset> {
    blocks(300).prop_flat_map(drafts)
}

fn drafts(blocks: Vec<Block>) -> impl Strategy<Value = Preset> {
    let sides = prop_oneof![
        Just(Sides::Both),
        Just(Sides::Only(Side::Left)),
        Just(Sides::Each(Side::Right)),
    ];
    let unloaded = prop_oneof![
        Just(Unloaded::Neither),
        Just(Unloaded::Stretched),
        Just(Unloaded::Contracted),
        Just(Unloaded::Both),
    ];
    let start = prop_oneof![Just(Start::Lower), Just(Start::Lift)];
    let path = prop_oneof![Just(Path::Normal), Just(Path::Inverted)];
    (Just(blocks), wait(12), sides, unloaded, start, path).prop_map(
        |(blocks, lead_in, sides, unloaded, start, path)| {
            let draft = Draft {
                id: "any".parse().unwrap(),
                name: "Any".to_owned(),
                exercise: Exercise {
                    name: String::new(),
                    start,
                    path,
                },
                blocks,
                lead_in,
                sides,
                unloaded,
                about: About::default(),
            };
            Preset::new(draft).unwrap()
        },
    )
}

fn blocks(reps: u32) -> impl Strategy<Value = Vec<Block>> {
    let block = (vec(set(reps), 1..3), wait(40), wait(10), gate()).prop_map(
        |(sets, rest, length, gate)| Block {
            sets,
            rest,
            change: Change { length, gate },
        },
    );
    vec(block, 1..3)
}

fn set(reps: u32) -> impl Strategy<Value = Set> {
    let effort = prop_oneof![
        6 => (tempo(), gate()).prop_map(|(tempo, lockout)| Effort::Rep { tempo, lockout }),
        1 => hundredths(20..1500).prop_map(Effort::Hold),
        1 => hundredths(20..300).prop_map(Effort::Beat),
    ];
    let work = move |effort| (effort, 1..=reps).prop_map(|(effort, times)| Work { effort, times });
    let change = (wait(6), gate()).prop_map(|(length, gate)| Work {
        effort: Effort::Change { length, gate },
        times: 1,
    });
    let pair = (work(effort.boxed()), proptest::option::of(change));
    vec(pair, 1..3).prop_map(|pairs| Set {
        work: pairs
            .into_iter()
            .flat_map(|(work, change)| std::iter::once(work).chain(change))
            .collect(),
    })
}

fn tempo() -> impl Strategy<Value = Tempo> {
    let moving = || {
        prop_oneof![
            6 => hundredths(20..450).prop_map(Pace::Timed),
            2 => (1..5u64).prop_map(|s| Pace::Timed(Duration::from_secs(s))),
            1 => Just(Pace::Explosive),
            1 => Just(Pace::Assisted),
            1 => Just(Pace::Timed(Duration::ZERO)),
        ]
    };
    let pause = || prop_oneof![2 => Just(Duration::ZERO), 1 => hundredths(20..250)];
    (moving(), pause(), moving(), pause()).prop_filter_map("tempo", |(lower, low, lift, high)| {
        Tempo::new(lower, low, lift, high).ok()
    })
}

fn gate() -> impl Strategy<Value = Gate> {
    prop_oneof![5 => Just(Gate::Open), 1 => Just(Gate::Closed)]
}

fn wait(most: u64) -> impl Strategy<Value = Duration> {
    prop_oneof![
        1 => Just(Duration::ZERO),
        2 => (0..=most).prop_map(Duration::from_secs),
        2 => hundredths(1..most * 100),
    ]
}

fn hundredths(range: std::ops::Range<u64>) -> impl Strategy<Value = Duration> {
    range.prop_map(|n| Duration::from_millis(n * 10))
}

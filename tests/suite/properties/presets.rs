//! Presets at random, within the limits.
//!
//! Lengths are hundredths of a second, so that a walk of the clock in such steps meets every boundary.

use downbeat::training::exercise::{Exercise, Path, Start};
use downbeat::training::prescription::{Pacing, Prescription, Reps, Rest, Scheme};
use downbeat::training::preset::{Draft, Gate, Preset, Side, Sides, Unloaded};
use downbeat::training::routine::{Change, Group, Routine, Step};
use downbeat::training::tempo::{Pace, Tempo};
use proptest::collection::vec;
use proptest::prelude::*;
use std::time::Duration;

/// Short ones, to be played. Boxed, so that what is built of them fits on a test's stack.
pub(crate) fn presets() -> BoxedStrategy<Preset> {
    prescription(3).prop_flat_map(drafts).boxed()
}

/// With more reps, to be planned.
pub(crate) fn long_presets() -> BoxedStrategy<Preset> {
    prescription(300).prop_flat_map(drafts).boxed()
}

/// Presets alone, one after the other and in turns.
pub(crate) fn routines() -> impl Strategy<Value = Routine> {
    let group = prop_oneof![2 => Just(None), 1 => Just(Group::new('A'))];
    let step = (presets(), group).prop_map(|(preset, group)| Step {
        group,
        ..Step::new(preset)
    });
    (vec(step, 1..4), wait(10), gate()).prop_map(|(steps, length, gate)| {
        let solo = Routine::solo(steps[0].preset.clone()).draft();
        let change = Change { length, gate };
        let draft = downbeat::training::routine::RoutineDraft {
            steps,
            change,
            ..solo
        };
        Routine::new(draft).unwrap()
    })
}

fn drafts(work: Prescription) -> BoxedStrategy<Preset> {
    let sides = prop_oneof![
        3 => Just(Sides::Both),
        1 => Just(Sides::Only(Side::Left)),
        1 => Just(Sides::Each(Side::Right)),
        1 => Just(Sides::Alternating(Side::Left)),
    ];
    let unloaded = prop_oneof![
        Just(Unloaded::Neither),
        Just(Unloaded::Stretched),
        Just(Unloaded::Contracted),
        Just(Unloaded::Both),
    ];
    let start = prop_oneof![Just(Start::Lower), Just(Start::Lift)];
    let path = prop_oneof![Just(Path::Normal), Just(Path::Inverted)];
    (Just(work), wait(12), sides, unloaded, start, path)
        .prop_map(|(work, lead_in, sides, unloaded, start, path)| {
            let exercise = Exercise {
                name: String::new(),
                start,
                path,
            };
            let draft = Draft {
                lead_in,
                sides,
                unloaded,
                ..Draft::new("any".parse().unwrap(), exercise, work)
            };
            // Work that does not fit into its minute is refused; with a rest behind it, it is done.
            Preset::new(draft.clone()).unwrap_or_else(|_| {
                let rest = Rest::Between(Duration::from_secs(5));
                let work = Prescription {
                    rest,
                    ..draft.work.clone()
                };
                Preset::new(Draft { work, ..draft }).unwrap()
            })
        })
        .boxed()
}

fn prescription(reps: u32) -> BoxedStrategy<Prescription> {
    let pacing = prop_oneof![
        6 => tempo().prop_map(Pacing::Tempo),
        1 => vec(tempo(), 1..4).prop_map(Pacing::BySet),
        1 => vec(tempo(), 1..4).prop_map(Pacing::ByRep),
        1 => hundredths(20..1500).prop_map(Pacing::Hold),
        1 => hundredths(20..300).prop_map(Pacing::Strokes),
        1 => Just(Pacing::OwnPace),
    ];
    let rest = prop_oneof![
        4 => wait(40).prop_map(Rest::Between),
        1 => hundredths(500..6000).prop_map(Rest::Every),
    ];
    (1..4u32, vec(scheme(reps), 1..4), pacing, gate(), rest)
        .prop_map(|(sets, reps, pacing, lockout, rest)| Prescription {
            sets,
            reps,
            pacing,
            lockout,
            rest,
        })
        .boxed()
}

fn scheme(most: u32) -> impl Strategy<Value = Scheme> {
    let reps = move || 1..=most;
    let groups = move || vec(1..=most.div_ceil(3), 2..4);
    prop_oneof![
        6 => reps().prop_map(Scheme::exactly),
        1 => reps().prop_map(|reps| Scheme::Straight(Reps::Range { least: reps, most: reps + 2 })),
        1 => reps().prop_map(|cap| Scheme::Straight(Reps::Amrap { cap })),
        1 => reps().prop_map(|reps| Scheme::Straight(Reps::AsTolerated(reps))),
        1 => (groups(), wait(6)).prop_map(|(groups, intra)| Scheme::Cluster { groups, intra }),
        1 => (groups(), wait(6)).prop_map(|(groups, change)| Scheme::Drop {
            groups,
            percent: 20,
            change,
        }),
    ]
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

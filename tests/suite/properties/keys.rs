//! Keys at random.

use downbeat::training::edit::Edit;
use proptest::collection::vec;
use proptest::prelude::*;
use std::time::Duration;

/// What is pressed after a while.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    pub(crate) after: Duration,
    pub(crate) press: Press,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Press {
    Edit(Edit),
    Pause,
    Resume,
    GoOn,
}

/// A dozen keys, mostly a few seconds apart; some exactly where a segment ends.
pub(crate) fn keys() -> impl Strategy<Value = Vec<Key>> {
    let half = Duration::from_millis(500);
    let press = prop_oneof![
        2 => Just(Press::Edit(Edit::EndSet)),
        2 => Just(Press::Edit(Edit::RedoSet)),
        2 => Just(Press::Edit(Edit::Skip)),
        2 => Just(Press::Edit(Edit::MoreRest(Duration::from_secs(15)))),
        2 => Just(Press::Edit(Edit::Slower(half))),
        2 => Just(Press::Edit(Edit::Faster(half))),
        6 => Just(Press::Edit(Edit::OpenGate)),
        1 => Just(Press::Edit(Edit::Defer)),
        2 => Just(Press::Pause),
        3 => Just(Press::Resume),
        1 => Just(Press::GoOn),
    ];
    let after = prop_oneof![
        1 => Just(0),
        4 => 0..300u64,
        4 => (0..10u64).prop_map(|s| s * 100),
        2 => 0..3000u64,
    ];
    let key = (after, press).prop_map(|(steps, press)| Key {
        after: Duration::from_millis(steps * 10),
        press,
    });
    vec(key, 0..14)
}

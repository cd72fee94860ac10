//! Laws of what stands in for sound.

use super::keys::{Press, keys};
use super::presets::{presets, routines};
use downbeat::training::flash::{self, Rule};
use downbeat::training::timeline::Timeline;
use downbeat::training::transport::{State, Transport};
use proptest::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The grid on which every length of these presets lies.
const STEP: Duration = Duration::from_millis(10);
/// Nothing more is looked at of a long session.
const LONG: Duration = Duration::from_secs(240);

/// When the screen gets lit, looked for from one moment of the clock to another.
fn lit(transport: &Transport, from: Duration, to: Duration, was: &mut bool) -> Vec<Duration> {
    let mut found = Vec::new();
    let mut clock = from;
    while clock < to {
        let position = transport.position_at(clock);
        let is = transport.state_at(clock) == State::Running
            && flash::left(transport.timeline(), position, Rule::Phases).is_some();
        if is && !*was {
            found.push(clock);
        }
        *was = is;
        clock += STEP;
    }
    found
}

fn press(transport: &mut Transport, clock: Duration, press: Press) {
    match press {
        Press::Edit(edit) => {
            transport.edit(clock, edit);
        }
        Press::Pause => transport.pause(clock),
        Press::Resume => transport.resume(clock),
        Press::GoOn => transport.go_on(clock),
    }
}

fn at_most_three_in_any_second(flashes: &[Duration]) {
    for four in flashes.windows(4) {
        assert!(four[3] > four[0] + Duration::from_secs(1), "{four:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn at_any_tempo_there_are_never_more_than_three_flashes_in_any_second(preset in presets()) {
        let transport = Transport::new(Arc::new(Timeline::plan(&preset)), Duration::ZERO);
        let end = transport.timeline().total().min(LONG);
        at_most_three_in_any_second(&lit(&transport, Duration::ZERO, end, &mut false));
    }

    #[test]
    fn nor_are_there_whatever_is_pressed(routine in routines(), keys in keys()) {
        let mut transport = Transport::new(Arc::new(Timeline::of(&routine)), Duration::ZERO);
        let (mut clock, mut was, mut flashes) = (Duration::ZERO, false, Vec::new());
        // Without an edit nobody goes on at once.
        for key in keys.into_iter().filter(|key| !matches!(key.press, Press::GoOn)) {
            flashes.extend(lit(&transport, clock, clock + key.after, &mut was));
            clock += key.after;
            press(&mut transport, clock, key.press);
        }
        flashes.extend(lit(&transport, clock, clock + Duration::from_secs(20), &mut was));
        at_most_three_in_any_second(&flashes);
    }
}

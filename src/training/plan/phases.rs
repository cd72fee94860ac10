//! The four phases of a rep: what each is, says and does with the handle.

use crate::training::cue::Say;
use crate::training::exercise::{Exercise, Path};
use crate::training::preset::{Gate, Unloaded};
use crate::training::tempo::{Pace, Tempo};
use crate::training::timeline::{Handle, SegmentKind};
use std::time::Duration;

/// What a segment is, before it has a place.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) kind: SegmentKind,
    pub(super) say: Say,
    pub(super) handle: Handle,
    pub(super) gate: bool,
    pub(super) completes_rep: bool,
}

impl Shape {
    pub(super) fn new(kind: SegmentKind, say: Say) -> Self {
        Self {
            kind,
            say,
            handle: Handle::Idle,
            gate: false,
            completes_rep: false,
        }
    }
}

/// One field of a tempo in the order in which it is played.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) shape: Shape,
    pub(super) length: Duration,
}

/// The four fields in their written order: lower, stretched, lift, contracted.
pub(super) fn of(
    tempo: Tempo,
    lockout: Gate,
    exercise: &Exercise,
    unloaded: Unloaded,
) -> [Field; 4] {
    let (long, short, lengthens, shortens) = match exercise.path {
        Path::Normal => (Handle::Low, Handle::High, Handle::Falls, Handle::Rises),
        Path::Inverted => (Handle::High, Handle::Low, Handle::Rises, Handle::Falls),
    };
    let mut lift = moving(exercise, tempo.lift(), SegmentKind::Lift, shortens);
    lift.shape.gate = lockout == Gate::Closed;
    [
        moving(exercise, tempo.lower(), SegmentKind::Lower, lengthens),
        pause(
            tempo.stretched(),
            SegmentKind::PauseStretched,
            long,
            unloaded.stretched(),
        ),
        lift,
        pause(
            tempo.contracted(),
            SegmentKind::PauseContracted,
            short,
            unloaded.contracted(),
        ),
    ]
}

fn moving(exercise: &Exercise, pace: Pace, kind: SegmentKind, handle: Handle) -> Field {
    let (kind, say) = match (pace, kind) {
        (Pace::Assisted, _) => (SegmentKind::Assist, Say::Reset),
        (Pace::Explosive, SegmentKind::Lift) => (kind, Say::Drive),
        (_, SegmentKind::Lift) => (kind, lift_say(exercise)),
        _ => (kind, lower_say(exercise)),
    };
    Field {
        shape: Shape {
            handle,
            ..Shape::new(kind, say)
        },
        length: pace.nominal(),
    }
}
fn pause(length: Duration, kind: SegmentKind, handle: Handle, unloaded: bool) -> Field {
    let (kind, say) = if unloaded {
        (SegmentKind::Break, Say::Break)
    } else {
        (kind, Say::Hold)
    };
    Field {
        shape: Shape {
            handle,
            ..Shape::new(kind, say)
        },
        length,
    }
}

fn lift_say(exercise: &Exercise) -> Say {
    match exercise.lift_word() {
        "PULL" => Say::Pull,
        "PUSH" => Say::Push,
        _ => Say::Up,
    }
}

fn lower_say(exercise: &Exercise) -> Say {
    match exercise.path {
        Path::Normal => Say::Down,
        Path::Inverted => Say::Return,
    }
}

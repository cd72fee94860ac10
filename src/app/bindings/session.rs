//! The keys of a session, those that answer beside its clock, and those behind it.

use super::answers::{ABOVE, BELOW, CLEAR, LESS, LOAD, MORE, NOTE};
use super::journal::OPEN as OPEN_JOURNAL;
use super::setting::OPEN;
use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char};

/// Those between sets hold, too, and those of the session.
pub(super) const OFFERED: &[Binding] = &[
    bind(
        &[Key::Enter],
        Action::Accept,
        "take it",
        "train as is offered",
    ),
    bind(
        &[Char('b')],
        Action::AsBefore,
        "as before",
        "leave sets, reps, load and tempo as they were",
    ),
    bind(
        &[Key::Right],
        Action::Increase,
        "another",
        "the next of what is offered",
    ),
    bind(&[Key::Left], Action::Decrease, "", "the one before"),
];

/// Those of the session hold, too.
pub(super) const RESTING: &[Binding] = &[
    bind(
        &[Key::Enter],
        Action::Accept,
        "accept",
        "take all answers as they stand",
    ),
    ABOVE,
    bind(&[Key::Down], Action::Down, "next", "the question below"),
    // `<` and `>` are about the lowering here.
    Binding {
        keys: &[Key::Left],
        action: Action::Decrease,
        ..LESS
    },
    Binding {
        keys: &[Key::Right],
        action: Action::Increase,
        ..MORE
    },
    CLEAR,
    LOAD,
    NOTE,
];

pub(super) const SESSION: &[Binding] = &[
    bind(
        &[Char(' '), Char('.'), Char('b')],
        Action::Go,
        "pause",
        "pause, go on after 3-2-1; ready; rep done",
    ),
    bind(
        &[Char('n'), Key::PageDown],
        Action::Skip,
        "skip",
        "skip: a wait shrinks to three seconds, a set ends",
    ),
    bind(
        &[Char('x')],
        Action::EndSet,
        "end set",
        "end the set here; it asks how many reps were done",
    ),
    bind(
        &[Char('r'), Key::PageUp],
        Action::Redo,
        "redo set",
        "do the set again; the attempt so far does not count",
    ),
    bind(
        &[Char('>'), Key::Right],
        Action::More,
        "slower",
        "lowering half a second longer from the next rep",
    ),
    bind(
        &[Char('<'), Key::Left],
        Action::Less,
        "faster",
        "lowering half a second shorter from the next rep",
    ),
    bind(
        &[Char('+'), Char('=')],
        Action::MoreRest,
        "+15 s",
        "fifteen seconds more rest",
    ),
    bind(
        &[Key::Tab],
        Action::Defer,
        "do later",
        "between exercises: do the one behind the next first",
    ),
    bind(
        &[Char('s')],
        Action::OtherStart,
        "other start",
        "before the first rep: begin with the other phase",
    ),
    bind(
        &[Char('w')],
        Action::WarmUp,
        "warm up",
        "before the first rep: warm up first; the session waits",
    ),
    bind(
        &[Char('t')],
        Action::Tap,
        "tap",
        "tap a turn-around; the end says how long your seconds were",
    ),
    bind(
        &[Char('k')],
        Action::Broke,
        "tempo broke",
        "note that the tempo broke in this rep, or no longer",
    ),
];

pub(super) const SUMMARY: &[Binding] = &[
    bind(
        &[Char(' '), Key::PageDown],
        Action::Go,
        "done",
        "back to the presets; what is not answered stays open",
    ),
    bind(
        &[Key::Enter],
        Action::Accept,
        "done",
        "take the answers as they stand, and back to the presets",
    ),
    ABOVE,
    BELOW,
    LESS,
    MORE,
    CLEAR,
    LOAD,
    NOTE,
    bind(
        &[Char('f')],
        Action::Roll,
        "roll",
        "roll legs and hips, then back to the presets",
    ),
    bind(
        &[Char('y')],
        Action::Copy,
        "copy",
        "copy the summary as plain text",
    ),
    bind(
        &[Char('t')],
        Action::Tap,
        "tap",
        "the end of the last rep, up to a second after it",
    ),
    OPEN_JOURNAL,
    OPEN,
];

//! The keys of practice. Blind, every key that a hand finds without looking is the tap; afterwards Space does nothing, because
//! somebody who has lost count of time still presses it.

use super::{Binding, bind};
use crate::app::action::Action;
use crate::app::action::Key::{self, Char};

pub(super) const DOOR: &[Binding] = &[
    bind(
        &[Char(' '), Key::Enter, Key::PageDown],
        Action::Go,
        "begin",
        "begin the practice",
    ),
    bind(
        &[Char('>'), Key::Right, Char('+')],
        Action::More,
        "longer",
        "half a minute longer",
    ),
    bind(
        &[Char('<'), Key::Left, Char('-')],
        Action::Less,
        "shorter",
        "half a minute shorter",
    ),
    bind(
        &[Char('l')],
        Action::OtherWay,
        "ladder",
        "a ladder instead: the lowering grows rep by rep, or set by set",
    ),
    bind(&[Char('q')], Action::Quit, "back", "back to the presets"),
];

pub(super) const PRACTICE: &[Binding] = &[
    bind(
        &[Char(' '), Char('.'), Char('b'), Key::PageDown],
        Action::Go,
        "pause",
        "pause, go on after 3-2-1",
    ),
    bind(
        &[Char('t'), Key::Enter],
        Action::Tap,
        "tap",
        "tap a turn-around",
    ),
    bind(
        &[Char('q')],
        Action::Quit,
        "end",
        "end it here; what was tapped counts",
    ),
];

pub(super) const BLIND: &[Binding] = &[
    bind(
        &[
            Char(' '),
            Key::Enter,
            Char('t'),
            Key::PageDown,
            Char('.'),
            Char('b'),
        ],
        Action::Tap,
        "tap",
        "tap at every turn-around; the first tap begins the first rep",
    ),
    bind(
        &[Char('q')],
        Action::Quit,
        "end",
        "end it here; what was tapped counts",
    ),
];

pub(super) const FELT: &[Binding] = &[
    bind(&[Key::Enter], Action::Go, "again", "the same once more"),
    bind(
        &[Char('c'), Char('y')],
        Action::Copy,
        "copy",
        "copy the result as plain text",
    ),
    bind(&[Char('q')], Action::Quit, "back", "back to the presets"),
];
